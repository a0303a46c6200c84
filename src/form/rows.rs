//! Which commitments a body's form lists, and what stands in their locked cells.

use std::collections::BTreeMap;

use crate::content::About;
use crate::model::{AgencyIx, Item, ItemIx, Kind, Measure, Model, OutcomeIx, Plan, Role, RoleKind};
use crate::values::{AgencyId, ItemId, Locale, MeasureId, PartialDate, Period, Text};
use crate::workbook::Cell;

use super::ReportPeriod;
use super::choice::{Choice, match_word};
use super::columns::Column;
use super::labels;

/// The form of one body for one period.
#[derive(Debug)]
pub struct Form<'m> {
    pub model: &'m Model,
    pub plan: &'m Plan,
    pub agency: AgencyIx,
    pub period: ReportPeriod,
    /// Commitments that were added by name: the decision names no body for them.
    pub added: Vec<ItemIx>,
    pub rows: Vec<Row>,
    /// What the body takes part in; the body that leads it reports it.
    pub shares: Vec<(ItemIx, String)>,
}

/// A row of the sheet `Kết quả`.
#[derive(Debug)]
pub struct Row {
    pub item: ItemIx,
    pub measure: Option<MeasureId>,
    pub part: String,
    pub deadline: String,
    /// A row that shows what was published; else one to fill in.
    pub published: Option<(OutcomeIx, About)>,
}

/// Why there is no form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unmade {
    UnknownAgency,
    /// It leads and holds nothing.
    NothingAssigned,
    UnknownItem(String),
    /// Aims are not scored.
    Aim(String),
    OutsidePlan,
}

impl<'m> Form<'m> {
    /// # Errors
    /// When the body, the period or an added commitment is not one of this plan.
    pub fn make(
        model: &'m Model,
        plan: &'m Plan,
        agency: &str,
        period: ReportPeriod,
        added: &[String],
    ) -> Result<Self, Unmade> {
        let of_id = |(_, known): &(AgencyIx, &crate::model::Agency)| {
            AgencyId::as_str(&known.record.id) == agency
        };
        let (agency, _) = model.agencies.iter().find(of_id).ok_or(Unmade::UnknownAgency)?;
        let (days, of_plan) = (period.days(), plan.record.period.days());
        if days.to < of_plan.from || of_plan.to < days.from {
            return Err(Unmade::OutsidePlan);
        }
        let mut more = Vec::new();
        for id in added {
            let at = plan.items_by_id.get(id).ok_or_else(|| Unmade::UnknownItem(id.clone()))?;
            if plan.items.get(*at).kind == Kind::Aim {
                return Err(Unmade::Aim(id.clone()));
            }
            more.push(*at);
        }
        let mut form =
            Self { model, plan, agency, period, added: more, rows: Vec::new(), shares: Vec::new() };
        form.list();
        if form.rows.is_empty() {
            return Err(Unmade::NothingAssigned);
        }
        Ok(form)
    }

    /// The name of the body on the last day of the period.
    #[must_use]
    pub fn name(&self) -> &crate::values::Translated {
        &self.model.agencies.get(self.agency).name_on(self.period.days().to).name
    }

    #[must_use]
    pub fn agency_id(&self) -> &AgencyId {
        &self.model.agencies.get(self.agency).record.id
    }

    /// The ids of the added commitments, as a cell keeps them.
    #[must_use]
    pub fn added_ids(&self) -> String {
        let ids: Vec<&str> =
            self.added.iter().map(|at| ItemId::as_str(&self.plan.items.get(*at).id)).collect();
        ids.join(", ")
    }

    #[must_use]
    pub fn item(&self, row: &Row) -> &Item {
        self.plan.items.get(row.item)
    }

    /// The measure of a row.
    #[must_use]
    pub fn measure(&self, row: &Row) -> Option<&Measure> {
        let id = row.measure.as_ref()?;
        self.item(row).measures().iter().find(|measure| measure.id == *id)
    }

    /// Whether a column is asked in a row that is to be filled in.
    #[must_use]
    pub fn asks(&self, row: &Row, column: Column) -> bool {
        let item = self.item(row);
        column.asks(item.kind, item.deadline.is_some(), row.measure.is_some())
    }

    /// The row to fill in for a commitment and, for a target, one of its measures.
    #[must_use]
    pub fn open_row(&self, item: &str, measure: &str) -> Option<&Row> {
        self.rows.iter().find(|row| {
            row.published.is_none()
                && self.item(row).id.as_str() == item
                && row.measure.as_ref().map_or("", MeasureId::as_str) == measure
        })
    }

    fn list(&mut self) {
        let bodies = self.bodies();
        for (at, item) in self.plan.items.iter() {
            let own: Vec<String> = item
                .roles
                .iter()
                .filter(|role| role.kind != RoleKind::Partner)
                .filter_map(|role| Some(part(role, bodies.get(&role.agency)?)))
                .collect();
            let shares =
                || item.roles_of(RoleKind::Partner).find_map(|role| bodies.get(&role.agency));
            if !own.is_empty() {
                self.rows_of(at, item, &own.join("; "), &bodies);
            } else if self.added.contains(&at) {
                let part =
                    "Theo yêu cầu của cơ quan tổng hợp (Quyết định không giao cho cơ quan này)";
                self.rows_of(at, item, part, &bodies);
            } else if let Some(via) = shares() {
                self.shares.push((at, format!("Phối hợp{via}")));
            }
        }
    }

    /// The bodies for which this one answers, and how that is said: itself, those it succeeds, and the
    /// groups of which it is a member.
    fn bodies(&self) -> BTreeMap<AgencyIx, String> {
        let name = |at: AgencyIx| self.model.agencies.get(at).last_name().name.vi.to_string();
        let mut bodies = BTreeMap::from([(self.agency, String::new())]);
        let mut next = vec![self.agency];
        while let Some(at) = next.pop() {
            for before in &self.model.agencies.get(at).predecessors {
                if !bodies.contains_key(before) {
                    bodies.insert(*before, format!(" (nhận từ {})", name(*before)));
                    next.push(*before);
                }
            }
        }
        for (at, group) in self.model.agencies.iter() {
            if !bodies.contains_key(&at) && group.members.contains(&self.agency) {
                bodies.insert(at, format!(" (trong nhóm “{}”)", name(at)));
            }
        }
        bodies
    }

    fn rows_of(
        &mut self,
        at: ItemIx,
        item: &'m Item,
        part: &str,
        bodies: &BTreeMap<AgencyIx, String>,
    ) {
        let measures: Vec<Option<&Measure>> = match item.measures() {
            [] => vec![None],
            measures => measures.iter().map(Some).collect(),
        };
        for (number, measure) in measures.into_iter().enumerate() {
            let id = measure.map(|measure| measure.id.clone());
            let deadline = deadline(item, measure, bodies);
            for report in &item.reports {
                // What names no measure stands at the first.
                let here =
                    report.about.measure == id || (report.about.measure.is_none() && number == 0);
                if !here || !self.is_in_period(report.outcome) {
                    continue;
                }
                let outcome = self.plan.outcomes.get(report.outcome);
                let source = self.plan.sources.get(outcome.source);
                self.rows.push(Row {
                    item: at,
                    measure: id.clone(),
                    part: format!("{} ({})", source.record.publisher.vi, source.id),
                    deadline: deadline.clone(),
                    published: Some((report.outcome, report.about.clone())),
                });
            }
            self.rows.push(Row {
                item: at,
                measure: id,
                part: part.to_owned(),
                deadline,
                published: None,
            });
        }
    }

    /// Whether an outcome tells of the form's period: its own period overlaps it, or its date lies in it.
    fn is_in_period(&self, outcome: OutcomeIx) -> bool {
        let days = self.period.days();
        let record = &self.plan.outcomes.get(outcome).record;
        let told = record.period.as_ref().map_or(
            Period { from: record.dated.first_day(), to: record.dated.last_day() },
            |period| Period { from: period.from, to: period.to },
        );
        told.from <= days.to && days.from <= told.to
    }

    /// What the program writes into a cell: the locked cells, and all cells of a published result.
    #[must_use]
    pub fn cell(&self, row: &Row, column: Column) -> Option<Cell> {
        let item = self.item(row);
        let words = |text: &str| Cell::text(text);
        match column {
            Column::Item => return words(item.id.as_str()),
            Column::Measure => {
                return row.measure.as_ref().and_then(|measure| words(measure.as_str()));
            }
            Column::Words => return words(item.words.vi.as_str()),
            Column::Kind => return words(labels::kind(item.kind)),
            Column::Promised => {
                let printed = self.measure(row).map(|measure| &measure.printed);
                let product = item.product.as_ref().map(|product| &product.vi);
                return printed.or(product).and_then(|text| words(text.as_str()));
            }
            Column::Deadline => return words(&row.deadline),
            Column::Part => return words(&row.part),
            Column::Published
            | Column::Dated
            | Column::Fact
            | Column::Quote
            | Column::Says
            | Column::PartsDone
            | Column::PartsOf
            | Column::Product
            | Column::ProductDate
            | Column::Value
            | Column::Unit
            | Column::Bound
            | Column::Of
            | Column::What
            | Column::Scope
            | Column::Matches
            | Column::Final
            | Column::Verdict
            | Column::Because => {}
        }
        let (outcome, about) = row.published.as_ref()?;
        self.published_cell(*outcome, about, item.kind, column)
    }

    fn published_cell(
        &self,
        outcome: OutcomeIx,
        about: &About,
        kind: Kind,
        column: Column,
    ) -> Option<Cell> {
        let record = &self.plan.outcomes.get(outcome).record;
        let figure = record.figures.first();
        let words = |text: &Text| Cell::text(text.as_str());
        let digits = |text: String| Cell::Number { digits: text, percent: false };
        let word = |word: &str| Cell::text(word);
        match column {
            Column::Published => word(record.id.as_str()),
            Column::Dated => day(record.dated),
            Column::Fact => words(&record.words.vi),
            Column::Quote => record.quote.as_ref().and_then(|quote| words(&quote.text)),
            Column::Says => about.says.and_then(|says| word(says.word())),
            Column::PartsDone => about.parts.map(|parts| digits(parts.done.to_string())),
            Column::PartsOf => about.parts.map(|parts| digits(parts.of.to_string())),
            Column::Product => about.product.as_ref().and_then(|product| words(&product.text)),
            Column::ProductDate => about.product.as_ref()?.date.and_then(day),
            Column::Value => figure.map(|figure| digits(figure.value.to_string())),
            Column::Unit => figure.and_then(|figure| word(figure.unit.word())),
            Column::Bound => figure.and_then(|figure| word(figure.bound.word())),
            Column::Of => {
                figure.and_then(|figure| figure.of.as_ref()).map(|of| digits(of.to_string()))
            }
            Column::What => figure.and_then(|figure| words(&figure.what.vi)),
            Column::Scope => record.scope.as_ref().and_then(|scope| words(&scope.vi)),
            Column::Matches => {
                (kind == Kind::Target).then(|| match_word(about.bearing)).and_then(word)
            }
            Column::Final => about.is_final.then(|| true.word()).and_then(word),
            Column::Verdict => about.verdict.and_then(|verdict| word(verdict.word())),
            Column::Because => words(&about.because.vi),
            Column::Item
            | Column::Measure
            | Column::Words
            | Column::Kind
            | Column::Promised
            | Column::Deadline
            | Column::Part => None,
        }
    }
}

/// A date known to the month or year only is shown in words.
fn day(date: PartialDate) -> Option<Cell> {
    match date {
        PartialDate::Day(day) => Some(Cell::Day(day)),
        PartialDate::Month { .. } | PartialDate::Year(_) => Cell::text(&date.shown(Locale::Vi)),
    }
}

/// "Chủ trì", or what was assigned, with the scope where the decision names one.
fn part(role: &Role, via: &str) -> String {
    let word = match role.kind {
        RoleKind::Lead => "Chủ trì",
        RoleKind::Partner => "Phối hợp",
        RoleKind::Holder => "Được giao",
    };
    let scope = role.scope.as_ref().map(|scope| format!(": {}", scope.vi)).unwrap_or_default();
    format!("{word}{via}{scope}")
}

/// The deadline as printed; the body's own where it has one.
fn deadline(item: &Item, measure: Option<&Measure>, bodies: &BTreeMap<AgencyIx, String>) -> String {
    let own = item.roles.iter().find_map(|role| {
        bodies.get(&role.agency)?;
        role.deadline.as_ref()
    });
    let of_measure = measure.and_then(|measure| measure.deadline.as_ref());
    own.or(of_measure)
        .or(item.deadline.as_ref())
        .map(|deadline| deadline.printed.vi.to_string())
        .unwrap_or_default()
}
