//! Stage 3: rules over the resolved plan, one a file.
//!
//! In: the model. Out: diagnostics. A rule reads and says; it never changes anything, and no rule
//! depends on another.
//!
//! To add a rule: write a file with one function `fn rule(model, said)`, name it in `ALL`, give its
//! diagnostic a code in `diagnostic/code.rs`, and add a folder to `tests/mistakes/`.

mod addresses;
mod agency_ended;
mod as_of;
mod counts;
mod coverage;
mod deadlines;
mod lacks;
mod links;
mod measures;
mod money;
mod outcomes;
mod periods;
mod placeholders;
mod repairs;
mod translation;

pub use deadlines::read_wording;
pub use money::{ANNUAL_ESTIMATE, read as read_budget};

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::model::Model;

type Rule = fn(&Model, &mut Vec<Diagnostic>);

const ALL: &[Rule] = &[
    coverage::rule,
    repairs::rule,
    counts::rule,
    translation::rule,
    measures::rule,
    lacks::rule,
    deadlines::rule,
    money::rule,
    periods::rule,
    outcomes::rule,
    as_of::rule,
    agency_ended::rule,
    links::rule,
    addresses::rule,
    placeholders::rule,
];

/// Runs every rule.
#[must_use]
pub fn check(model: &Model) -> Vec<Diagnostic> {
    let told_by = |rule: &Rule| {
        let mut said = Vec::new();
        rule(model, &mut said);
        said
    };
    // At the same time; what they say keeps their order.
    ALL.par_iter().flat_map_iter(told_by).collect()
}
