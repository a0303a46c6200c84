//! The words of the site against the words of the received copy: each must be found, once, in order.

use std::collections::BTreeMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::content::{Received, Repair, RepairKind};
use crate::diagnostic::Place;

use super::received_words::{Word, words};
use super::script::{Block, Owner, Passage};

/// Fewer equal words than this between two differences are equal by chance.
const CHANCE: usize = 4;

/// How the two lie on one another.
#[derive(Debug, Clone, Default)]
pub struct Alignment {
    /// Where the two differ.
    pub mismatches: Vec<Mismatch>,
    /// Joins and shifts that are not listed as repairs.
    pub joins: Vec<UnlistedJoin>,
    pub shifts: Vec<UnlistedShift>,
    /// Repairs, by position in the list, that the comparison confirmed.
    pub confirmed: Vec<usize>,
    /// Lines of the received copy of each owner, as ranges with both ends included.
    pub lines: BTreeMap<Owner, Vec<(usize, usize)>>,
}

/// A stretch in which the received copy and the site differ.
#[derive(Debug, Clone)]
pub struct Mismatch {
    /// 1-based line of the received copy, where it has words or where words are missing.
    pub line: usize,
    /// The words there; empty where the site has words that the copy has not.
    pub received: String,
    pub place: Place,
    /// The words of the site; empty where the copy has words that the site has not.
    pub site: String,
}

/// A sentence of the site runs on where the copy has an empty line.
#[derive(Debug, Clone)]
pub struct UnlistedJoin {
    pub line: usize,
    pub word: String,
    pub place: Place,
}

/// A cell of the site stands in another column than in the copy.
#[derive(Debug, Clone)]
pub struct UnlistedShift {
    pub line: usize,
    pub word: String,
    pub place: Place,
}

struct SiteWord<'a> {
    text: &'a str,
    /// In the passage's text, in bytes.
    at: usize,
    /// Words of the passage before it.
    before: usize,
    passage: usize,
    /// A paragraph of the site begins with it.
    begins_paragraph: bool,
}

/// Compares. `repairs` says which rows are continuations and which deviations are known.
#[must_use]
pub fn align(script: &[Block], received: &Received, repairs: &[&Repair]) -> Alignment {
    let continued = repairs
        .iter()
        .filter(|repair| repair.kind == RepairKind::JoinedRow)
        .map(|repair| repair.line)
        .collect();
    let received = words(&received.text, &continued);
    let passages: Vec<&Passage> = script.iter().flat_map(Block::passages).collect();
    let site = site_words(&passages);
    let (old, new): (Vec<&str>, Vec<&str>) = (
        received.iter().map(|word| word.text).collect(),
        site.iter().map(|word| word.text).collect(),
    );
    let mut alignment = Alignment::default();
    let mut lines: BTreeMap<Owner, Vec<usize>> = BTreeMap::new();
    let mut hunks: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for op in differences(&old, &new) {
        let (old_at, new_at) = (op.old_range(), op.new_range());
        if let DiffOp::Equal { .. } = op {
            let equal = received
                .get(old_at)
                .unwrap_or_default()
                .iter()
                .zip(site.get(new_at).unwrap_or_default());
            for (word, site_word) in equal {
                if let Some(passage) = passages.get(site_word.passage) {
                    let of_owner = lines.entry(passage.owner).or_default();
                    if of_owner.last() != Some(&word.line) {
                        of_owner.push(word.line);
                    }
                    compare_form(word, site_word, passage, repairs, &mut alignment);
                }
            }
            continue;
        }
        match hunks.last_mut() {
            // A word or two that happen to be equal do not part one difference into many.
            Some((old, new))
                if old_at.start - old.end < CHANCE && new_at.start - new.end < CHANCE =>
            {
                old.end = old_at.end;
                new.end = new_at.end;
            }
            _ => hunks.push((old_at, new_at)),
        }
    }
    for (old_at, new_at) in hunks {
        let here_received = received.get(old_at.clone()).unwrap_or_default();
        let here_site = site.get(new_at.clone()).unwrap_or_default();
        // Where one side has nothing, the fault stands at the neighbouring word.
        let near_received =
            here_received.first().or(received.get(old_at.start)).or(received.last());
        let near_site = here_site.first().or(site.get(new_at.start)).or(site.last());
        let place = near_site.and_then(|word| {
            let last = here_site.last().unwrap_or(word);
            passages.get(word.passage).map(|passage| place_of(passage, word, last))
        });
        if let Some(place) = place {
            alignment.mismatches.push(Mismatch {
                line: near_received.map_or(1, |word| word.line),
                received: here_received.iter().map(|word| word.text).collect::<Vec<_>>().join(" "),
                place,
                site: here_site.iter().map(|word| word.text).collect::<Vec<_>>().join(" "),
            });
        }
    }
    alignment.lines = lines.into_iter().map(|(owner, lines)| (owner, ranges(lines))).collect();
    alignment
}

fn differences(old: &[&str], new: &[&str]) -> Vec<DiffOp> {
    // Nearly every copy is as it should be, which is told at once.
    if old == new {
        return vec![DiffOp::Equal { old_index: 0, new_index: 0, len: old.len() }];
    }
    capture_diff_slices(Algorithm::Patience, old, new)
}

/// Checks what equal words may still differ in: paragraphs and columns.
fn compare_form(
    word: &Word,
    site_word: &SiteWord,
    passage: &Passage,
    repairs: &[&Repair],
    alignment: &mut Alignment,
) {
    let listed = |kind: RepairKind| {
        repairs.iter().position(|repair| repair.kind == kind && repair.line == word.line)
    };
    if word.after_gap && !site_word.begins_paragraph {
        match listed(RepairKind::Joined) {
            Some(repair) => alignment.confirmed.push(repair),
            None => alignment.joins.push(UnlistedJoin {
                line: word.line,
                word: word.text.to_owned(),
                place: place_of(passage, site_word, site_word),
            }),
        }
    }
    if let (Some(column), Some(wanted)) = (word.column, passage.column)
        && column != wanted
    {
        // One word of a cell is enough.
        let said = alignment.shifts.last().is_some_and(|last| last.place == passage.place);
        if let Some(repair) = listed(RepairKind::ShiftedRow) {
            alignment.confirmed.push(repair);
        } else if !said {
            alignment.shifts.push(UnlistedShift {
                line: word.line,
                word: word.text.to_owned(),
                place: passage.place.clone(),
            });
        }
    }
    if word.column.is_some()
        && let Some(repair) = listed(RepairKind::JoinedRow)
    {
        alignment.confirmed.push(repair);
    }
}

fn site_words<'a>(passages: &[&'a Passage]) -> Vec<SiteWord<'a>> {
    let mut words = Vec::new();
    for (number, passage) in passages.iter().enumerate() {
        let mut begins_paragraph = true;
        let mut at = 0;
        let mut before = 0;
        for line in passage.text.split_inclusive('\n') {
            let mut in_line = 0;
            while let Some(rest) = line.get(in_line..).filter(|rest| !rest.trim().is_empty()) {
                in_line += rest.len() - rest.trim_start().len();
                let rest = rest.trim_start();
                let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
                let (text, at) = (rest.get(..end).unwrap_or_default(), at + in_line);
                words.push(SiteWord { text, at, before, passage: number, begins_paragraph });
                before += 1;
                in_line += end;
                begins_paragraph = false;
            }
            at += line.len();
            begins_paragraph = true;
        }
    }
    words
}

/// Where a run of words of one passage stands in the content.
fn place_of(passage: &Passage, first: &SiteWord, last: &SiteWord) -> Place {
    let last = if last.passage == first.passage { last } else { first };
    if passage.stretches.is_empty() {
        let words = passage.text.get(first.at..last.at + last.text.len()).unwrap_or_default();
        return passage.place.words(first.before, words);
    }
    let in_file = |at: usize| {
        let after = passage.stretches.partition_point(|(start, _)| *start <= at);
        after
            .checked_sub(1)
            .and_then(|index| passage.stretches.get(index))
            .map_or(0, |(start, file)| file + (at - start))
    };
    Place::bytes(&passage.place.file, in_file(first.at)..in_file(last.at) + last.text.len())
}

fn ranges(mut lines: Vec<usize>) -> Vec<(usize, usize)> {
    lines.sort_unstable();
    lines.dedup();
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for line in lines {
        match ranges.last_mut() {
            Some((_, end)) if *end + 1 == line => *end = line,
            _ => ranges.push((line, line)),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_become_ranges() {
        assert_eq!(ranges(vec![3, 1, 2, 7, 7]), [(1, 3), (7, 7)]);
        assert_eq!(ranges(Vec::new()), []);
    }
}
