//! Stage 3: rules over the resolved plan, one a file.
//!
//! In: the model. Out: diagnostics. A rule reads and says; it never changes anything, and no rule
//! depends on another.
//!
//! To add a rule: write a file with a function `rule`, name it in `OF_A_PLAN` or `OF_THE_SITE`, give its
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

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::model::{Agency, AgencyIx, Arena, Model, Plan};

type Rule<T> = fn(&T, &mut Vec<Diagnostic>);

/// What needs nothing but one plan, so that it need not be asked again while that plan stays as it is.
const OF_A_PLAN: &[Rule<Plan>] = &[
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
    addresses::rule,
    placeholders::rule,
];

/// What is between plans, or between them and the site.
const OF_THE_SITE: &[Rule<Model>] = &[
    translation::rule_of_pages,
    as_of::rule,
    links::rule,
    addresses::rule_of_site,
    placeholders::rule_of_site,
];

/// Runs every rule.
#[must_use]
pub fn check(model: &Model) -> Vec<Diagnostic> {
    let of_plan = |plan: &Arc<Plan>| check_plan(plan, &model.agencies);
    let of_plans = model.plans.par_iter().flat_map_iter(of_plan);
    let mut said: Vec<Diagnostic> = of_plans.collect();
    said.extend(check_site(model));
    said
}

/// Runs the rules that need nothing but one plan and the bodies, on which every plan depends.
#[must_use]
pub fn check_plan(plan: &Plan, agencies: &Arena<AgencyIx, Agency>) -> Vec<Diagnostic> {
    let mut said = told(OF_A_PLAN, plan);
    agency_ended::rule(plan, agencies, &mut said);
    said
}

/// Runs the other rules.
#[must_use]
pub fn check_site(model: &Model) -> Vec<Diagnostic> {
    told(OF_THE_SITE, model)
}

/// What rules say, which run at the same time; it keeps their order.
fn told<T: Sync>(rules: &[Rule<T>], of: &T) -> Vec<Diagnostic> {
    let told_by = |rule: &Rule<T>| {
        let mut said = Vec::new();
        rule(of, &mut said);
        said
    };
    rules.par_iter().flat_map_iter(told_by).collect()
}
