//! What search finds of one plan: its items, results, areas, the acts it cites, its text and its pages.

use crate::model::{Area, Block, Item, Kind, OutcomeIx, Plan, Role, RoleKind};
use crate::pages::Reader;
use crate::pages::address::{PAGES_OF_A_PLAN, tail};
use crate::pages::parts::passage_place;
use crate::values::Translated;

use super::document::SearchDocument;

pub fn add(reader: &Reader, plan: &Plan, documents: &mut Vec<SearchDocument>) {
    documents.extend(plan.items.values().map(|item| of_item(reader, plan, item)));
    documents.extend(plan.outcomes.indexes().map(|outcome| of_outcome(reader, plan, outcome)));
    documents.extend(plan.areas.values().map(|area| of_area(reader, plan, area)));
    documents.extend(plan.record.acts.iter().map(|act| of_act(reader, plan, act)));
    for block in &plan.script {
        if let Block::Entry { entry, .. } = block {
            let entry = plan.entries.get(*entry);
            if entry.item.is_none() {
                let href = passage_place(reader, plan, &entry.id);
                let passage = SearchDocument::new("passage", href, &reader.text(&entry.title));
                documents.push(passage.line(reader.text(&entry.words).text.as_str()));
            }
        }
    }
    documents.push(of_plan(reader, plan));
    for (page, title) in PAGES_OF_A_PLAN {
        let title = crate::pages::TextView::of_interface(reader.say(title));
        let href = reader.address(tail::of_plan(plan, page)).file();
        documents.push(SearchDocument::new("page", href, &title));
    }
}

fn anchored(reader: &Reader, tail: String, anchor: &str) -> String {
    format!("{}#{anchor}", reader.address(tail).file())
}

fn of_item(reader: &Reader, plan: &Plan, item: &Item) -> SearchDocument {
    let read = |text: &Translated| reader.plain(text);
    let name = |role: &Role| {
        let agency = reader.model.agencies.get(role.agency);
        read(&agency.name_on(plan.record.instrument.date).name)
    };
    let href = reader.address(tail::item(plan, item)).file();
    let leads: Vec<String> =
        item.roles.iter().filter(|role| role.kind != RoleKind::Partner).map(name).collect();
    let mut document = SearchDocument::new(item.kind.name(), href, &reader.text(&item.title))
        .numbered(&item.number)
        .known_as([item.id.as_str()])
        .line(&read(&item.words))
        .row(leads.iter().map(String::as_str));
    if item.kind == Kind::Activity {
        let cells: Vec<String> = [
            item.product.as_ref(),
            item.lead_printed.as_ref(),
            item.partners_printed.as_ref(),
            item.deadline.as_ref().map(|deadline| &deadline.printed),
        ]
        .into_iter()
        .flatten()
        .map(read)
        .chain(
            item.budget
                .as_ref()
                .and_then(|budget| budget.printed.as_ref())
                .map(ToString::to_string),
        )
        .collect();
        document = document.row(cells.iter().map(String::as_str));
        for heading in [&item.row_task, &item.objective].into_iter().flatten() {
            document = document.line(&read(heading));
        }
    }
    document
}

fn of_outcome(reader: &Reader, plan: &Plan, at: OutcomeIx) -> SearchDocument {
    let outcome = plan.outcomes.get(at);
    let view = reader.outcome(plan, outcome);
    let href = anchored(reader, tail::of_plan(plan, "results"), &view.anchor);
    let mut document = SearchDocument::new("result", href, &view.words);
    for figure in &view.figures {
        let of = figure.of.as_deref().map_or_else(String::new, |of| format!(" / {of}"));
        document = document.line(&format!("{}: {}{of}", figure.what.text, figure.value));
    }
    if let Some(quote) = &view.quote {
        document = document.line(quote);
    }
    let source = &view.source;
    document = document.row(
        [
            source.title.as_deref(),
            source.description.as_ref().map(|text| text.text.as_str()),
            Some(source.publisher.text.as_str()),
            source.number.as_deref(),
            source.published.as_deref(),
        ]
        .into_iter()
        .flatten(),
    );
    let reports = outcome.items.iter().flat_map(|item| &plan.items.get(*item).reports);
    let of_this = reports.filter(|report| report.outcome == at);
    for product in of_this.filter_map(|report| report.about.product.as_ref()) {
        document = document.line(product.text.as_str());
    }
    document.known_as(source.number.as_deref())
}

fn of_area(reader: &Reader, plan: &Plan, area: &Area) -> SearchDocument {
    let href = reader.address(tail::area(plan, area)).file();
    let printed = printed_number(plan, area);
    let annex = area.annex.as_ref().map(|annex| format!("PL.{annex}"));
    SearchDocument::new("area", href, &reader.text(&area.name))
        .numbered(printed.as_deref().unwrap_or(area.number.as_str()))
        .known_as(annex.as_deref())
        .line(&area.annex_heading.as_ref().map_or_else(String::new, |text| reader.plain(text)))
}

/// `II.2`: the number of an area with those of the headings above it, as its items have it.
fn printed_number(plan: &Plan, area: &Area) -> Option<String> {
    let of_area = |item: &&Item| {
        item.kind != Kind::Activity
            && item.area.is_some_and(|at| plan.areas.get(at).number == area.number)
    };
    let item = plan.items.values().find(of_area)?;
    let parts: Vec<&str> = item.number.split('.').collect();
    let end = parts.iter().position(|part| *part == area.number.as_str())?;
    Some(parts.get(..=end)?.join("."))
}

fn of_act(reader: &Reader, plan: &Plan, act: &crate::content::Act) -> SearchDocument {
    let href = anchored(reader, tail::plan(plan), "acts");
    let number = act.number.as_ref().map_or("", |number| number.as_str());
    SearchDocument::new("act", href, &reader.text(&act.title))
        .numbered(number)
        .line(&act.ended.as_ref().map_or_else(String::new, |ended| reader.plain(&ended.by)))
}

fn of_plan(reader: &Reader, plan: &Plan) -> SearchDocument {
    let instrument = &plan.record.instrument;
    let issuer = reader.model.agencies.get(plan.issuer);
    let kind = reader.plain(&instrument.kind);
    let href = reader.address(tail::plan(plan)).file();
    SearchDocument::new("page", href, &reader.text(&instrument.title))
        .numbered(instrument.number.as_str())
        .known_as([plan.record.slug.as_str()])
        .row([
            format!("{kind} {}", instrument.number).as_str(),
            instrument.date.in_words(reader.locale).as_str(),
            reader.plain(&issuer.name_on(instrument.date).name).as_str(),
        ])
        .line(&reader.plain(&instrument.signer))
        .line(&reader.plain(&plan.record.period.label))
}
