//! For whom a page is written: the language, its words, and where the page stands.

use crate::model::{
    Agency, AgencyIx, Area, AreaIx, Item, ItemIx, Lateness, Model, Outcome, Plan, Role, Standing,
};
use crate::theme::Words;
use crate::values::{Locale, PartialDate, Reading, Text, Translated, compare, kebab};

use super::address::{Address, Here, PAGES_OF_A_PLAN, tail};
use super::shared::{
    AgencyView, DeadlineView, ItemCard, LinkView, OutcomeView, SourceView, StandingView, TextView,
};

#[derive(Debug, Clone)]
pub struct Reader<'m> {
    pub model: &'m Model,
    pub words: &'m Words,
    pub locale: Locale,
    pub here: Here,
}

impl<'m> Reader<'m> {
    #[must_use]
    pub fn new(model: &'m Model, words: &'m Words, locale: Locale, address: &Address) -> Self {
        Self { model, words, locale, here: Here::at(address) }
    }

    /// For a page that a server shows at any address, so that relative links would lead nowhere.
    #[must_use]
    pub fn from_anywhere(mut self) -> Self {
        if self.model.site.has_address {
            self.here.root = self.model.site.base_url.path().to_owned();
        }
        self
    }

    /// The whole address, for search engines and other programs.
    #[must_use]
    pub fn absolute(&self, address: &Address) -> String {
        address.absolute(&self.model.site.base_url)
    }

    /// An absolute address as it is shown to people: without the host where nobody has said which.
    #[must_use]
    pub fn shown_address(&self, address: &Address) -> String {
        let site = &self.model.site;
        let host = if site.has_address { site.base_url.as_str() } else { "" };
        format!("{host}{}", address.url())
    }

    /// Sorts as the page's language sorts.
    #[must_use]
    pub fn compare(&self, one: &str, other: &str) -> std::cmp::Ordering {
        compare(one, other, self.locale)
    }

    #[must_use]
    pub fn say(&self, key: &'m str) -> &'m str {
        self.words.say(key)
    }

    #[must_use]
    pub fn text(&self, text: &Translated) -> TextView {
        let (words, locale) = text.read(self.locale);
        TextView::new(words, locale, self.locale)
    }

    #[must_use]
    pub fn text_if(&self, text: Option<&Translated>) -> Option<TextView> {
        text.map(|text| self.text(text))
    }

    /// The plain text, for titles and descriptions.
    #[must_use]
    pub fn plain(&self, text: &Translated) -> String {
        text.read(self.locale).0.to_owned()
    }

    #[must_use]
    pub fn address(&self, tail: impl Into<String>) -> Address {
        Address::new(Some(self.locale), tail)
    }

    #[must_use]
    pub fn href(&self, tail: impl Into<String>) -> String {
        self.here.to(&self.address(tail))
    }

    #[must_use]
    pub fn item_href(&self, plan: &Plan, item: &Item) -> String {
        self.href(tail::item(plan, item))
    }

    #[must_use]
    pub fn area_link(&self, plan: &Plan, area: AreaIx) -> LinkView {
        let area = plan.areas.get(area);
        LinkView { href: self.href(tail::area(plan, area)), label: self.area_name(area) }
    }

    /// "2. Cải cách thủ tục hành chính".
    #[must_use]
    pub fn area_name(&self, area: &Area) -> TextView {
        let mut name = self.text(&area.name);
        name.text = format!("{}. {}", area.number, name.text);
        name
    }

    #[must_use]
    pub fn agency_href(&self, agency: &Agency) -> String {
        self.href(tail::agency(agency))
    }

    /// A body as the document of `plan` knew it, with what it is called on the cut-off day.
    #[must_use]
    pub fn agency(&self, plan: &Plan, at: AgencyIx) -> AgencyView {
        let agency = self.model.agencies.get(at);
        let then = agency.name_on(plan.record.instrument.date);
        let now = agency.name_on(self.model.site.as_of);
        let renamed = (then.name != now.name).then(|| self.text(&now.name));
        let ended = agency.ended_by(self.model.site.as_of);
        let successors = agency
            .successors
            .iter()
            .map(|successor| {
                let successor = self.model.agencies.get(successor.agency);
                LinkView {
                    href: self.agency_href(successor),
                    label: self.text(&successor.name_on(self.model.site.as_of).name),
                }
            })
            .collect();
        AgencyView {
            id: agency.record.id.to_string(),
            href: self.agency_href(agency),
            name: self.text(&then.name),
            now: if ended { None } else { renamed },
            ended: agency
                .record
                .end
                .as_ref()
                .filter(|_| ended)
                .map(|end| end.date.shown(self.locale)),
            successors,
            no_successor: self.text_if(agency.record.no_successor.as_ref().filter(|_| ended)),
        }
    }

    #[must_use]
    pub fn standing(&self, item: &Item) -> StandingView {
        self.standing_named(item.standing.name())
    }

    /// A standing by the word of data files; one that this theme does not know is shown as that word.
    #[must_use]
    pub fn standing_named(&self, name: &str) -> StandingView {
        let key = format!("standing_{}", name.replace('-', "_"));
        StandingView {
            name: name.to_owned(),
            label: self.words.0.get(&key).map_or(name, String::as_str).to_owned(),
            meaning: self
                .words
                .say(&format!("standing_{}_meaning", name.replace('-', "_")))
                .to_owned(),
        }
    }

    #[must_use]
    pub fn standing_label(&self, standing: Standing) -> &str {
        let key = format!("standing_{}", standing.name().replace('-', "_"));
        // Every standing has its word: the theme was refused otherwise.
        self.words.0.get(&key).map_or("", String::as_str)
    }

    #[must_use]
    pub fn reading(&self, reading: Reading) -> String {
        reading.shown(self.locale)
    }

    #[must_use]
    pub fn deadline(&self, deadline: &crate::content::Deadline) -> DeadlineView {
        let last = deadline.read.last_day();
        let (printed, read) = (self.text(&deadline.printed), self.reading(deadline.read));
        let plain = |text: &str| text.to_lowercase().trim_start_matches("in ").to_owned();
        DeadlineView {
            short: match deadline.read {
                Reading::EachBody => TextView::of_interface(&read),
                Reading::Before(_) | Reading::On(_) | Reading::Quarters { .. } => printed.clone(),
            },
            says_the_same: plain(&printed.text) == plain(&read),
            printed,
            read,
            last_day: last.map(|day| day.to_string()),
            passed: Lateness::of(last, self.model.site.as_of) == Lateness::Passed,
            passed_on: last.map(|day| day.shown(self.locale)),
        }
    }

    #[must_use]
    pub fn card(&self, plan: &Plan, at: ItemIx) -> ItemCard {
        let item = plan.items.get(at);
        let names = |roles: Vec<&Role>| -> Vec<TextView> {
            roles
                .iter()
                .map(|role| {
                    let agency = self.model.agencies.get(role.agency);
                    self.text(&agency.name_on(plan.record.instrument.date).name)
                })
                .collect()
        };
        let leads = item.roles.iter().filter(|role| role.kind != crate::model::RoleKind::Partner);
        ItemCard {
            id: item.id.to_string(),
            number: item.number.clone(),
            kind: item.kind.name(),
            kind_label: self.words.say(&format!("kind_{}", item.kind.name())).to_owned(),
            href: self.item_href(plan, item),
            title: self.text(&item.title),
            standing: self.standing(item),
            deadline: item.deadline.as_ref().map(|deadline| self.deadline(deadline)),
            leads: names(leads.collect()),
            area: item.area.map(|area| self.area_link(plan, area)),
            reports: item.reports.iter().filter(|report| report.counts()).count(),
        }
    }

    pub fn cards(&self, plan: &Plan, items: impl IntoIterator<Item = ItemIx>) -> Vec<ItemCard> {
        items.into_iter().map(|item| self.card(plan, item)).collect()
    }

    #[must_use]
    pub fn source(&self, plan: &Plan, outcome: &Outcome) -> SourceView {
        let source = plan.sources.get(outcome.source);
        self.source_of(&source.id, &source.record)
    }

    #[must_use]
    pub fn source_of(&self, id: &str, record: &crate::content::Source) -> SourceView {
        let kind = kebab(&record.kind);
        SourceView {
            id: id.to_owned(),
            kind_label: self.words.say(&format!("source_{}", kind.replace('-', "_"))).to_owned(),
            kind,
            title: record.title.as_ref().map(|title| title.text.to_string()),
            title_lang: record.title.as_ref().map(|title| title.lang.to_string()),
            description: self.text_if(record.description.as_ref()),
            publisher: self.text(&record.publisher),
            number: record.number.as_ref().map(Text::to_string),
            url: record.url.as_ref().map(ToString::to_string),
            published: record.published.map(|date| date.shown(self.locale)),
            published_is_day: matches!(record.published, Some(PartialDate::Day(_))),
            published_note: self.text_if(record.published_note.as_ref()),
            read: record.read.shown(self.locale),
            read_note: self.text_if(record.read_note.as_ref()),
        }
    }

    #[must_use]
    pub fn outcome(&self, plan: &Plan, outcome: &Outcome) -> OutcomeView {
        self.outcome_of(&outcome.record, self.source(plan, outcome))
    }

    #[must_use]
    pub fn outcome_of(&self, record: &crate::content::Outcome, source: SourceView) -> OutcomeView {
        OutcomeView {
            id: record.id.to_string(),
            anchor: format!("result-{}", record.id),
            date: record.dated.shown(self.locale),
            date_iso: record.dated.to_string(),
            period: record.period.as_ref().map(|period| {
                crate::values::Period { from: period.from, to: period.to }.shown(self.locale)
            }),
            words: self.text(&record.words),
            quote: record.quote.as_ref().map(|quote| quote.text.to_string()),
            quote_lang: record.quote.as_ref().map(|quote| quote.lang.to_string()),
            machine_translated: record.quote.as_ref().is_some_and(|quote| quote.machine_translated),
            body: self.text_if(record.body.as_ref()),
            missing: self.text_if(record.missing.as_ref()),
            incomplete: record.grade == crate::content::Grade::Incomplete,
            scope: self.text_if(record.scope.as_ref()),
            figures: record.figures.iter().map(|figure| self.figure(figure)).collect(),
            source,
        }
    }

    #[must_use]
    pub fn figure(&self, figure: &crate::content::Figure) -> super::shared::FigureView {
        let value = figure.unit.of(&figure.value, self.locale);
        let value = match figure.bound {
            crate::content::Bound::Exactly => value,
            crate::content::Bound::MoreThan => {
                self.words.fill("bound_more_than", &[("value", &value)])
            }
            crate::content::Bound::Nearly => self.words.fill("bound_nearly", &[("value", &value)]),
        };
        super::shared::FigureView {
            what: self.text(&figure.what),
            value,
            of: figure.of.as_ref().map(|of| of.shown(self.locale)),
        }
    }

    /// A link of a text into the site: `page:method`, `item:ii2-ct08`, `agency:so-noi-vu`.
    #[must_use]
    pub fn internal(&self, target: &str) -> Option<String> {
        let (scheme, name) = target.split_once(':')?;
        let plan = self.model.plans.first();
        match scheme {
            "page" => Some(match name {
                "home" => self.href(""),
                "plan" => self.href(tail::plan(plan?)),
                _ if PAGES_OF_A_PLAN.iter().any(|(page, _)| *page == name) => {
                    self.href(tail::of_plan(plan?, name))
                }
                other => self.href(format!("{other}/")),
            }),
            "item" => self.model.plans.iter().find_map(|plan| {
                let at = plan.items_by_id.get(name)?;
                Some(self.item_href(plan, plan.items.get(*at)))
            }),
            "agency" => {
                let agency = self
                    .model
                    .agencies
                    .values()
                    .find(|agency| agency.record.id.as_str() == name)?;
                Some(self.agency_href(agency))
            }
            _ => None,
        }
    }
}
