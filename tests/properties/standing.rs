//! Standing never depends on the order of outcomes: not in the function, not in the files.

use std::cell::RefCell;
use std::collections::BTreeSet;

use congkhai::content::{AmendmentEffect, PartsDone, Says, Verdict};
use congkhai::model::{Claim, Inputs, Kind, ShownProduct, Standing, standing};
use congkhai::values::{PartialDate, Period};
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::{collection, option, sample};
use serde_json::json;

use crate::outcomes::{sample_outcomes, standings, with_outcomes};
use crate::samples::{check, files, holds, said};

fn claim() -> impl Strategy<Value = Claim<'static>> {
    // Few days, so that many fall on the same.
    let day = prop_oneof![
        sample::select(vec!["2025-06-30", "2025-07-01", "2025-07-31", "2025-12-31", "2026-01-01"]),
        sample::select(vec!["2025-06", "2025-07", "2025-12", "2025", "2026"]),
    ];
    let day = day.prop_map(|text| text.parse::<PartialDate>().unwrap()).boxed();
    let says = sample::select(vec![
        Says::Done,
        Says::PartlyDone,
        Says::UnderWay,
        Says::NotStarted,
        Says::NotDone,
    ]);
    let verdict = sample::select(vec![Verdict::Met, Verdict::PartlyMet, Verdict::NotMet]);
    let parts = (0_u32..3, 1_u32..3).prop_map(|(done, of)| PartsDone { done, of });
    let product = option::of(day.clone()).prop_map(|date| ShownProduct { date });
    (
        day,
        option::of(says),
        option::of(parts),
        option::weighted(0.3, product),
        any::<bool>(),
        option::of((sample::select(vec!["m1", "m2"]), verdict)),
    )
        .prop_map(|(dated, says, parts, product, has_figures, verdict)| Claim {
            dated,
            says,
            parts,
            product,
            has_figures,
            verdict,
        })
}

#[test]
fn standing_never_depends_on_the_order_of_outcomes() {
    let claims = collection::vec(claim(), 0..6);
    let orders = claims.prop_flat_map(|claims| (Just(claims.clone()), Just(claims).prop_shuffle()));
    let measures = sample::select(vec![&[] as &[&str], &["m1"], &["m1", "m2"]]);
    let last = option::of(sample::select(vec!["2025-06-30", "2025-07-15", "2025-12-31"]));
    let amendments = sample::select(vec![
        &[] as &[AmendmentEffect],
        &[],
        &[],
        &[AmendmentEffect::Superseded],
        &[AmendmentEffect::Superseded, AmendmentEffect::Discontinued],
    ]);
    let closed =
        [Period { from: "2025-01-01".parse().unwrap(), to: "2025-06-30".parse().unwrap() }];
    let kinds = sample::select(Kind::ALL.to_vec());
    let seen = RefCell::new(BTreeSet::new());
    holds(20_000, &(orders, measures, last, amendments, kinds, any::<bool>()), |case| {
        let ((claims, shuffled), measures, last, amendments, kind, is_closed) = case;
        let of = |claims: &[Claim]| {
            standing(&Inputs {
                kind,
                amendments,
                last_day: last.map(|day| day.parse().unwrap()),
                dated: last.is_some(),
                measures,
                claims,
                closed: if is_closed { &closed } else { &[] },
                as_of: "2026-01-31".parse().unwrap(),
            })
        };
        let found = of(&claims);
        assert_eq!(found, of(&shuffled));
        let mut reversed = claims.clone();
        reversed.reverse();
        assert_eq!(found, of(&reversed));
        // What is told twice is told once.
        let twice: Vec<Claim> = claims.iter().chain(&shuffled).copied().collect();
        assert_eq!(found, of(&twice));
        seen.borrow_mut().insert(found);
    });
    // The law was tried on every standing that there is.
    let missing: Vec<_> =
        Standing::ALL.into_iter().filter(|it| !seen.borrow().contains(it)).collect();
    assert!(missing.is_empty(), "{missing:?} never came");
}

#[test]
fn neither_the_order_in_files_nor_their_names_change_a_standing() {
    let base = files();
    let orders = sample_outcomes()
        .prop_flat_map(|told| (Just(told.clone()), Just(told).prop_shuffle(), 0_usize..9));
    holds(256, &orders, |(told, shuffled, cut)| {
        let (one, other) = shuffled.split_at(cut.min(shuffled.len()));
        let first = check(with_outcomes(&base, &[told]));
        let second = check(with_outcomes(&base, &[other.to_vec(), one.to_vec()]));
        assert!(first.is_sound(false), "{}", said(&first));
        let of = |checked: &congkhai::Checked| standings(checked.model.as_ref().unwrap());
        assert_eq!(of(&first), of(&second));
        // Nor do their ids.
        let mut renamed = shuffled.clone();
        for (number, outcome) in renamed.iter_mut().enumerate() {
            outcome["id"] = json!(format!("r{}", 900 - number));
        }
        assert_eq!(of(&first), of(&check(with_outcomes(&base, &[renamed]))));
    });
}
