//! Puts each report at its item, then finds the standing of every item.

use crate::content::{Bearing, Plan};
use crate::values::{Date, MeasureId, Period};

use super::outcomes::Told;
use crate::model::standing::{Claim, Inputs, Shown, standing};
use crate::model::{Arena, Item, ItemIx, Outcome, OutcomeIx};

pub fn attach(items: &mut Arena<ItemIx, Item>, told: &Told, plan: &Plan, as_of: Date) {
    for (item, report) in &told.reports {
        items.get_mut(*item).reports.push(report.clone());
    }
    find_standings(items, &told.outcomes, plan, as_of);
}

/// Finds the standing of every item on a day from the reports that stand at it.
pub fn find_standings(
    items: &mut Arena<ItemIx, Item>,
    outcomes: &Arena<OutcomeIx, Outcome>,
    plan: &Plan,
    as_of: Date,
) {
    let closed: Vec<Period> =
        plan.closed_periods.iter().map(crate::content::PlanPeriod::days).collect();
    for at in items.indexes().collect::<Vec<_>>() {
        let item = items.get(at);
        let amendments: Vec<_> =
            plan.amendments_of(&item.id, as_of).map(|amendment| amendment.effect).collect();
        let claims: Vec<Claim> = item
            .reports
            .iter()
            .filter(|report| report.counts())
            .map(|report| {
                let about = &report.about;
                let outcome = outcomes.get(report.outcome);
                let final_on = about
                    .measure
                    .as_ref()
                    .filter(|_| about.is_final && about.bearing == Bearing::Comparable);
                Claim {
                    dated: outcome.record.dated,
                    says: about.says,
                    parts: about.parts,
                    product: about.product.as_ref().map(|product| Shown { date: product.date }),
                    has_figures: !outcome.record.figures.is_empty(),
                    verdict: final_on.map(MeasureId::as_str).zip(about.verdict),
                }
            })
            .collect();
        let measures: Vec<&str> =
            item.measures().iter().map(|measure| measure.id.as_str()).collect();
        // Where each body has its own deadline, the work is late when the last of them has passed.
        let last_day = item.reading().and_then(|reading| {
            reading.last_day().or_else(|| {
                item.roles.iter().filter_map(|role| role.deadline.as_ref()?.read.last_day()).max()
            })
        });
        let found = standing(&Inputs {
            kind: item.kind,
            amendments: &amendments,
            last_day,
            dated: item.deadline.is_some(),
            measures: &measures,
            claims: &claims,
            closed: &closed,
            as_of,
        });
        items.get_mut(at).standing = found;
    }
}
