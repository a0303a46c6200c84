//! The document in reading order, and its items.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::{self, AnnexColumn, InternalLink, MeasureRef, Notices, PlanFolder};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::{ItemId, Localized, Text, Translated, said};

use super::facts::{AllFacts, Facts, ObjectiveRows, Row, TaskRows, budget_words};
use super::pairs::{Pair, Pairs, translated};
use super::{repeated, unknown};
use crate::model::arena::Index;
use crate::model::parts::{Cuts, PartKind};
use crate::model::script::{Cell, Owner, leading_number};
use crate::model::{
    AreaIx, Arena, Block, Entry, EntryIx, Item, ItemIx, Kind, Measure, Passage, Role, Standing,
    TargetFacts,
};

/// Marks in the text of the decision after which the areas and the annex rows follow.
const AREAS_MARK: &str = "areas";
const ANNEX_MARK: &str = "annex";

/// What the walk through the document gives.
#[derive(Debug, Default)]
pub struct Built {
    pub items: Arena<ItemIx, Item>,
    pub items_by_id: BTreeMap<String, ItemIx>,
    pub entries: Arena<EntryIx, Entry>,
    pub entry_ids: BTreeSet<String>,
    pub script: Vec<Block>,
    pub cuts: Cuts,
    pub links: Vec<InternalLink>,
    /// What is still to be joined: related ids and measures in conflict, by item.
    pending: Vec<(ItemIx, Vec<ItemId>, Vec<content::Measure>)>,
}

struct Walk<'a> {
    built: Built,
    facts: AllFacts,
    folder: &'a PlanFolder,
    /// The headings above the place where the walk is.
    headings: Vec<(u8, Translated)>,
    /// How many items stand under the present headings.
    ordinal: usize,
}

pub fn build(pairs: Pairs, facts: AllFacts, folder: &PlanFolder, notices: &mut Notices) -> Built {
    let mut walk = Walk {
        built: Built { links: pairs.links, ..Built::default() },
        facts,
        folder,
        headings: Vec::new(),
        ordinal: 0,
    };
    let mut areas = Some(pairs.areas);
    // The mark under which the walk is: what it announces follows its entries.
    let mut due: Option<&str> = None;
    for pair in pairs.decision {
        if let Pair::Heading { vi, .. } = &pair {
            walk.insert(due.take(), &mut areas, notices);
            due = match vi.id.as_deref() {
                Some(AREAS_MARK) => Some(AREAS_MARK),
                Some(ANNEX_MARK) => Some(ANNEX_MARK),
                Some(_) | None => None,
            };
            let above = walk.headings.iter().filter(|(level, _)| *level < vi.level).cloned();
            walk.built.cuts.at_heading(walk.built.script.len(), above.collect(), due.is_some());
        }
        walk.part(pair, None, notices);
    }
    walk.insert(due, &mut areas, notices);
    walk.left_over(notices);
    walk.built
}

impl Walk<'_> {
    fn insert(
        &mut self,
        mark: Option<&str>,
        areas: &mut Option<Vec<Vec<Pair>>>,
        notices: &mut Notices,
    ) {
        match mark {
            Some(AREAS_MARK) => {
                let above = self.headings.clone();
                for (number, pairs) in areas.take().into_iter().flatten().enumerate() {
                    // The areas lie one level below the heading that announces them.
                    self.headings.clone_from(&above);
                    self.headings.iter_mut().for_each(|(level, _)| *level = 0);
                    self.begin(PartKind::Area(AreaIx::from_usize(number)), &above);
                    for pair in pairs {
                        self.part(pair, Some(AreaIx::from_usize(number)), notices);
                    }
                }
                self.headings = above;
            }
            Some(_) => self.annex(notices),
            None => {}
        }
    }

    fn begin(&mut self, kind: PartKind, above: &[(u8, Translated)]) {
        self.built.cuts.at(self.built.script.len(), kind, above.to_vec());
    }

    fn part(&mut self, pair: Pair, area: Option<AreaIx>, notices: &mut Notices) {
        match pair {
            Pair::Heading { vi, en } => {
                let Some(words) = translated(&vi.words.text, en.as_ref().map(Text::as_str)) else {
                    return;
                };
                self.headings.retain(|(level, _)| *level < vi.level);
                self.headings.push((vi.level, words.clone()));
                self.ordinal = 0;
                let passage = Passage {
                    text: vi.words.text,
                    stretches: vi.words.stretches,
                    place: vi.place,
                    column: None,
                    owner: Owner::Frame,
                };
                // In the areas' files level 1 is an area: one below the part that announces the areas.
                let level = vi.level + u8::from(area.is_some());
                self.built.script.push(Block::Heading { level, words, passage });
            }
            Pair::Entry { vi, en } => self.entry(*vi, en.map(|en| *en), notices),
        }
    }

    fn entry(&mut self, vi: content::Entry, en: Option<content::Entry>, notices: &mut Notices) {
        let title = translated(&vi.title, en.as_ref().map(|en| en.title.as_str()));
        let words = translated(&vi.words.text, en.as_ref().map(|en| en.words.text.as_str()));
        let (Some(title), Some(words)) = (title, words) else {
            return;
        };
        if !self.built.entry_ids.insert(vi.id.to_string()) {
            let first = self.built.entries.values().find(|entry| entry.id == vi.id);
            if let Some(first) = first {
                notices.say(repeated(vi.id.as_str(), vi.place.clone(), first.place.clone()));
            }
            return;
        }
        let body = Localized { vi: Some(vi.body.clone()), en: en.map(|en| en.body) };
        let facts = self.facts.of_entries.remove(&vi.id);
        let reason = self.folder.not_items.iter().find(|not| not.record.id == vi.id);
        if facts.is_none() && reason.is_none() {
            notices.say(Diagnostic::new(
                Code::FactsMissing,
                vi.place.clone(),
                said!(
                    "the entry `{}` is no item and is not listed as something else",
                    "mục `{}` không phải là cam kết và cũng không được liệt kê là nội dung khác",
                    vi.id
                ),
                said!(
                    "add it to the YAML file beside this text, or to source/not-items.yaml with \
                     the reason",
                    "thêm vào tệp YAML bên cạnh văn bản này, hoặc vào source/not-items.yaml kèm \
                     lý do"
                ),
            ));
        }
        if let (Some(_), Some(reason)) = (&facts, reason) {
            notices.say(Diagnostic::new(
                Code::IdRepeated,
                reason.place.below("id"),
                said!(
                    "`{}` is an item, so it cannot be listed as none",
                    "`{}` là một cam kết nên không thể liệt kê là không phải cam kết",
                    vi.id
                ),
                said!("delete it from this list", "xóa khỏi danh sách này"),
            ));
        }
        let item = facts.map(|facts| {
            self.ordinal += 1;
            let number = self.number(&facts);
            let item = Item {
                number,
                trail: self.headings.iter().map(|(_, words)| words.clone()).collect(),
                title: title.clone(),
                words: words.clone(),
                body: body.clone(),
                place: vi.place.clone(),
                ..blank_item(vi.id.clone(), &facts)
            };
            self.push(item, facts)
        });
        let entry = self.built.entries.push(Entry {
            id: vi.id,
            title,
            words,
            body,
            item,
            reason: reason.map(|not| not.record.reason.clone()),
            place: vi.place.clone(),
            source_lines: Vec::new(),
        });
        let passage = Passage {
            text: vi.words.text,
            stretches: vi.words.stretches,
            place: vi.place,
            column: None,
            owner: Owner::Entry(entry),
        };
        self.built.script.push(Block::Entry { entry, passage });
    }

    /// `II.2.a.8`: the printed numbers of the headings above, then the place among the items there.
    fn number(&self, facts: &Facts) -> String {
        let mut parts: Vec<String> = self
            .headings
            .iter()
            .filter_map(|(_, words)| leading_number(words.vi.as_str()))
            .collect();
        if let Some(body) = &facts.body {
            // A body may be printed inside its sentence instead of in a heading.
            if parts.last().map(String::as_str) != Some(body.as_str()) {
                parts.truncate(1);
                parts.push(body.to_string());
                return parts.join(".");
            }
        }
        parts.push(self.ordinal.to_string());
        parts.join(".")
    }

    fn push(&mut self, item: Item, facts: Facts) -> ItemIx {
        let id = item.id.to_string();
        let at = self.built.items.push(item);
        self.built.items_by_id.insert(id, at);
        self.built.pending.push((at, facts.related, facts.measures));
        at
    }

    fn annex(&mut self, notices: &mut Notices) {
        let annex = std::mem::take(&mut self.facts.annex);
        for (number, objectives) in annex.into_iter().enumerate() {
            let Some(area) = self.folder.areas.get(number) else {
                continue;
            };
            let record = &area.area.record;
            let (Some(group), Some(heading)) = (&record.annex, &record.annex_heading) else {
                if !objectives.is_empty() {
                    notices.say(Diagnostic::new(
                        Code::YamlMissingKey,
                        area.area.place.clone(),
                        said!(
                            "this area has annex rows but no `annex:` and `annex_heading:`",
                            "lĩnh vực này có dòng phụ lục nhưng không có `annex:` và \
                             `annex_heading:`"
                        ),
                        said!(
                            "add both, as printed above the rows",
                            "thêm cả hai, đúng như in phía trên các dòng"
                        ),
                    ));
                }
                continue;
            };
            let above = self.headings.clone();
            self.begin(PartKind::Annex(AreaIx::from_usize(number)), &above);
            self.built.script.push(Block::Group {
                area: AreaIx::from_usize(number),
                number: group.to_string(),
                heading: heading.clone(),
                passage: frame(
                    format!("{group} {heading}", heading = heading.vi),
                    &area.area.place.below("annex_heading"),
                    None,
                ),
            });
            self.group(group, heading, objectives);
        }
    }

    fn group(&mut self, group: &Text, heading: &Translated, objectives: Vec<ObjectiveRows>) {
        let columns = Columns(&self.folder.plan.record.annex_columns);
        let mut ordinal = 0;
        let mut task_above: Option<Translated> = None;
        for objective in objectives {
            let place = objective.place.below("words").below("vi");
            let number = objective.number.as_ref().map(ToString::to_string);
            let mut passages = Vec::new();
            if let Some(number) = &number {
                let place = objective.place.below("number");
                passages.push(frame(number.clone(), &place, columns.at(AnnexColumn::Number)));
            }
            if let Some(words) = &objective.words {
                let column = columns.at(AnnexColumn::Objective);
                passages.push(frame(words.vi.to_string(), &place, column));
            }
            // Where the annex has no such column, there is nothing to show.
            if !passages.is_empty() {
                self.built.script.push(Block::Objective {
                    number: number.unwrap_or_default(),
                    words: objective.words.clone(),
                    passages,
                });
            }
            for TaskRows { words, continues, place, rows } in objective.tasks {
                if words.is_some() {
                    task_above.clone_from(&words);
                }
                let passage = words.as_ref().map(|words| {
                    let column = columns.at(AnnexColumn::Task);
                    frame(words.vi.to_string(), &place.below("words").below("vi"), column)
                });
                self.built.script.push(Block::RowTask { words, passage });
                for row in rows {
                    ordinal += 1;
                    // A number of its own runs through the whole annex; else rows are counted in their group.
                    let number = match &row.record.number {
                        Some(printed) => format!("PL.{printed}"),
                        None => format!("PL.{group}.{ordinal}"),
                    };
                    let item = Item {
                        number,
                        trail: self
                            .headings
                            .iter()
                            .map(|(_, words)| words.clone())
                            .chain(std::iter::once(heading.clone()))
                            .collect(),
                        objective: objective.words.clone(),
                        row_task: task_above.clone(),
                        row_task_continues: continues,
                        ..row_item(&row)
                    };
                    let cells = cells(&row, columns);
                    let item = self.push(item, row.facts);
                    let cells = cells
                        .into_iter()
                        .map(|(cell, mut passage)| {
                            passage.owner = Owner::Activity(item);
                            (cell, passage)
                        })
                        .collect();
                    self.built.script.push(Block::Activity { item, cells });
                }
            }
        }
    }

    /// Facts for which the text has no words.
    fn left_over(&self, notices: &mut Notices) {
        for (id, facts) in &self.facts.of_entries {
            notices.say(Diagnostic::new(
                Code::TextMissing,
                facts.place.below("id"),
                said!(
                    "`{id}` has facts here, but the text has no entry with this id",
                    "`{id}` có dữ kiện ở đây, nhưng văn bản không có mục nào mang mã này"
                ),
                said!(
                    "add `### short title {{#{id}}}` with the document's words to the Markdown \
                     file beside this one",
                    "thêm `### tiêu đề ngắn {{#{id}}}` cùng nguyên văn của văn bản vào tệp \
                     Markdown bên cạnh"
                ),
            ));
        }
        let annex_due = self.facts.annex.iter().flatten().next();
        if let Some(objective) = annex_due {
            notices.say(Diagnostic::new(
                Code::TextMissing,
                objective.place.clone(),
                said!(
                    "the text of the decision does not say where the annex rows follow",
                    "phần văn bản của quyết định không cho biết các dòng phụ lục nằm ở đâu"
                ),
                said!(
                    "write `{{#{ANNEX_MARK}}}` behind the heading of the annex in decision.vi.md",
                    "ghi `{{#{ANNEX_MARK}}}` sau tiêu đề của phụ lục trong decision.vi.md"
                ),
            ));
        }
    }
}

fn blank_item(id: ItemId, facts: &Facts) -> Item {
    let nothing = || Translated { vi: id_text(&id), en: None };
    Item {
        kind: facts.kind,
        area: facts.area,
        number: String::new(),
        trail: Vec::new(),
        title: nothing(),
        words: nothing(),
        body: Localized::default(),
        place: facts.place.clone(),
        facts: facts.place.clone(),
        source_lines: Vec::new(),
        roles: facts.roles.iter().map(Role::clone).collect(),
        lead_printed: None,
        partners_printed: None,
        deadline: facts.deadline.clone(),
        related: Vec::new(),
        row_number: None,
        objective: None,
        row_task: None,
        row_task_continues: false,
        product: None,
        budget: facts.budget.clone(),
        target: (facts.kind == Kind::Target).then(|| TargetFacts {
            measures: Vec::new(),
            lacks: facts.lacks.clone(),
            lacks_note: facts.lacks_note.clone(),
        }),
        reports: Vec::new(),
        standing: Standing::NotScored,
        id,
    }
}

/// An id is never empty, so it always reads as a text.
fn id_text(id: &ItemId) -> Text {
    #[expect(clippy::expect_used, reason = "an id is a text that is not empty")]
    id.as_str().parse().expect("an id is not empty")
}

fn row_item(row: &Row) -> Item {
    let record = &row.record;
    Item {
        title: record.title.clone(),
        words: record.words.clone(),
        place: row.place.below("words").below("vi"),
        lead_printed: record.lead.as_ref().map(|cell| cell.printed.clone()),
        partners_printed: record.partners.as_ref().map(|cell| cell.printed.clone()),
        product: record.product.clone(),
        row_number: record.number.as_ref().map(ToString::to_string),
        ..blank_item(record.id.clone(), &row.facts)
    }
}

/// The annex columns of a plan, from the left.
#[derive(Clone, Copy)]
struct Columns<'p>(&'p [AnnexColumn]);

impl Columns<'_> {
    /// Counted from 0; none where the annex has no such column.
    fn at(self, column: AnnexColumn) -> Option<usize> {
        self.0.iter().position(|known| *known == column)
    }
}

fn cells(row: &Row, columns: Columns<'_>) -> Vec<(Cell, Passage)> {
    let record = &row.record;
    let mut cells = Vec::new();
    let mut add = |cell: Cell, text: Option<&str>, keys: &[&str]| {
        if let Some(text) = text {
            let place = keys.iter().fold(row.place.clone(), |place, key| place.below(key));
            cells.push((cell, frame(text.to_owned(), &place, columns.at(cell.column()))));
        }
    };
    let vi = |text: &Translated| text.vi.to_string();
    add(Cell::Number, record.number.as_ref().map(Text::as_str), &["number"]);
    add(Cell::Words, Some(&vi(&record.words)), &["words", "vi"]);
    add(Cell::Product, record.product.as_ref().map(vi).as_deref(), &["product", "vi"]);
    let lead = record.lead.as_ref().map(|cell| vi(&cell.printed));
    add(Cell::Lead, lead.as_deref(), &["lead", "printed", "vi"]);
    let partners = record.partners.as_ref().map(|cell| vi(&cell.printed));
    add(Cell::Partners, partners.as_deref(), &["partners", "printed", "vi"]);
    let deadline = record.deadline.as_ref().map(|deadline| vi(&deadline.printed));
    add(Cell::Deadline, deadline.as_deref(), &["deadline", "printed", "vi"]);
    add(Cell::Budget, record.budget.as_ref().and_then(budget_words), &["budget", "printed"]);
    cells
}

fn frame(text: String, place: &Place, column: Option<usize>) -> Passage {
    Passage { text, stretches: Vec::new(), place: place.clone(), column, owner: Owner::Frame }
}

/// Joins what refers to other items of the plan.
pub fn link(built: &mut Built, notices: &mut Notices) {
    let pending = std::mem::take(&mut built.pending);
    // First all measures, so that they can refer to one another.
    for (at, _, measures) in &pending {
        let facts = built.items.get(*at).facts.clone();
        let made = measures.iter().enumerate().map(|(number, measure)| Measure {
            id: measure.id.clone(),
            what: measure.what.clone(),
            comparator: measure.comparator,
            value: measure.value.clone(),
            to: measure.to.clone(),
            unit: measure.unit,
            population: measure.population.clone(),
            scope: measure.scope.clone(),
            printed: measure.printed.clone(),
            deadline: measure.deadline.clone(),
            conflicts: Vec::new(),
            place: facts.element("measures", number),
        });
        let made: Vec<Measure> = made.collect();
        for (number, measure) in made.iter().enumerate() {
            if let Some(first) = made.iter().take(number).find(|first| first.id == measure.id) {
                notices.say(repeated(
                    measure.id.as_str(),
                    measure.place.below("id"),
                    first.place.below("id"),
                ));
            }
        }
        if let Some(target) = &mut built.items.get_mut(*at).target {
            target.measures = made;
        }
    }
    for (at, related, measures) in pending {
        let facts = built.items.get(at).facts.clone();
        let mut found = Vec::new();
        for (number, id) in related.iter().enumerate() {
            match built.items_by_id.get(id.as_str()) {
                Some(other) if *other != at => found.push(*other),
                Some(_) => {}
                None => notices.say(unknown(
                    &said!("item", "cam kết"),
                    id.as_str(),
                    facts.element("related", number),
                )),
            }
        }
        built.items.get_mut(at).related = found;
        for (number, measure) in measures.iter().enumerate() {
            let place = facts.element("measures", number);
            let conflicts = conflicts(built, &measure.conflicts_with, &place, notices);
            if let Some(target) = &mut built.items.get_mut(at).target
                && let Some(measure) = target.measures.get_mut(number)
            {
                measure.conflicts = conflicts;
            }
        }
    }
}

fn conflicts(
    built: &Built,
    references: &[MeasureRef],
    place: &Place,
    notices: &mut Notices,
) -> Vec<(ItemIx, MeasureRef)> {
    let mut found = Vec::new();
    for (number, reference) in references.iter().enumerate() {
        let place = place.element("conflicts_with", number);
        match built.items_by_id.get(reference.item.as_str()) {
            None => notices.say(unknown(
                &said!("item", "cam kết"),
                reference.item.as_str(),
                place.below("item"),
            )),
            Some(item) => {
                let known =
                    built.items.get(*item).measures().iter().any(|m| m.id == reference.measure);
                if known {
                    found.push((*item, reference.clone()));
                } else {
                    notices.say(unknown(
                        &said!("measure", "thước đo"),
                        reference.measure.as_str(),
                        place.below("measure"),
                    ));
                }
            }
        }
    }
    found
}
