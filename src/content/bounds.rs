//! What is larger than any content that people write is refused before anything is made of it.

use std::iter::Sum;
use std::ops::Range;
use std::sync::Arc;

use super::{Notices, PlanFolder, names};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::{Said, hidden_letter, limits, said};

/// Says that there are more of something than may be.
pub fn too_many(place: Place, count: usize, most: usize, what: &Said) -> Diagnostic {
    Diagnostic::new(
        Code::TooMany,
        place,
        Said {
            en: format!("there are {count} {} here, and at most {most} may be", what.en),
            vi: format!("ở đây có {count} {}, trong khi tối đa là {most}", what.vi),
        },
        said!(
            "split it, or take out what is no content; docs/content.md lists the limits",
            "chia nhỏ, hoặc bỏ phần không phải nội dung; docs/content.md liệt kê các giới hạn"
        ),
    )
}

/// A path that other disks and archives would refuse.
pub fn path(path: &str, notices: &mut Notices) {
    if path.len() > limits::LONGEST_PATH {
        notices.say(Diagnostic::new(
            Code::PathTooLong,
            Place::whole(&path.into()),
            said!(
                "this path has {} bytes, and at most {} may be",
                "đường dẫn này dài {} byte, trong khi tối đa là {}",
                path.len(),
                limits::LONGEST_PATH
            ),
            said!(
                "shorten the names of the file and its folders",
                "rút ngắn tên tệp và tên thư mục"
            ),
        ));
    }
}

/// Whether every line of a file can be shown; names the first that cannot, without showing it.
pub fn lines(file: &Arc<str>, text: &str, notices: &mut Notices) -> bool {
    let long = (1..).zip(text.split('\n')).find(|(_, line)| line.len() > limits::LONGEST_LINE);
    let Some((number, line)) = long else { return true };
    notices.say(Diagnostic::new(
        Code::LineTooLong,
        Place::whole(file),
        said!(
            "line {number} has {} bytes, and at most {} may be",
            "dòng {number} dài {} byte, trong khi tối đa là {}",
            line.len(),
            limits::LONGEST_LINE
        ),
        said!(
            "break it into lines or paragraphs; the file may have been damaged, so compare it with a copy",
            "tách thành nhiều dòng hoặc nhiều đoạn; tệp có thể đã hỏng, hãy đối chiếu với một bản sao"
        ),
    ));
    false
}

/// A letter in a text that nobody sees; `at` is where the text begins in its file, in bytes.
pub fn letters(file: &Arc<str>, text: &str, at: Range<usize>, notices: &mut Notices) {
    if let Some((place, letter)) = hidden_letter(text) {
        let shown = letter.escape_unicode();
        // What is written as `&#x202E;` has no place of its own in the text.
        let is_as_written = text.len() == at.len();
        let word = word_at(text, place);
        let at = if is_as_written { at.start + word.start..at.start + word.end } else { at };
        notices.say(Diagnostic::new(
            Code::LetterHidden,
            Place::bytes(file, at),
            said!(
                "there is a letter here that nobody sees ({shown})",
                "ở đây có ký tự không nhìn thấy được ({shown})"
            ),
            said!(
                "delete it: write the words anew instead of copying them",
                "xóa ký tự đó: gõ lại chữ thay vì chép dán"
            ),
        ));
    }
}

/// The word around a place, in bytes: a letter that nobody sees cannot be pointed at.
fn word_at(text: &str, place: usize) -> Range<usize> {
    let (before, after) = text.split_at_checked(place).unwrap_or((text, ""));
    let start = before.rfind(' ').map_or(0, |space| space + 1);
    start..after.find(' ').map_or(text.len(), |length| place + length)
}

/// How much there is of what is counted over all plans.
#[derive(Debug, Clone, Copy, Default)]
pub struct Size {
    items: usize,
    outcomes: usize,
}

impl Size {
    #[must_use]
    pub fn of(plan: &PlanFolder) -> Self {
        let decision = &plan.decision.record;
        let of_areas = plan.areas.iter().map(|area| {
            let area = &area.area.record;
            let tasks = area.objectives.iter().flat_map(|objective| &objective.tasks);
            area.targets.len()
                + area.tasks.len()
                + tasks.map(|task| task.activities.len()).sum::<usize>()
        });
        Self {
            items: decision.aims.len() + decision.duties.len() + of_areas.sum::<usize>(),
            outcomes: plan.outcomes.iter().map(|file| file.record.outcomes.len()).sum(),
        }
    }
}

impl Sum for Size {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            items: sum.items + one.items,
            outcomes: sum.outcomes + one.outcomes,
        })
    }
}

/// Says which list is longer than any.
#[must_use]
pub fn counts(agencies: usize, size: Size) -> Vec<Diagnostic> {
    let at_most = |count: usize, most: usize, file: &str, what: Said| {
        (count > most).then(|| too_many(Place::whole(&file.into()), count, most, &what))
    };
    let bodies = said!("public bodies", "cơ quan");
    [
        at_most(agencies, limits::MOST_AGENCIES, names::AGENCIES, bodies),
        at_most(size.items, limits::MOST_ITEMS, "plans", said!("commitments", "cam kết")),
        at_most(size.outcomes, limits::MOST_OUTCOMES, "plans", said!("results", "kết quả")),
    ]
    .into_iter()
    .flatten()
    .collect()
}
