//! Values that stand alone: what prints and parses goes round.

use std::collections::BTreeMap;
use std::fmt::{Debug, Display};
use std::str::FromStr;

use congkhai::checks::{read_budget, read_wording};
use congkhai::form::ReportPeriod;
use congkhai::model::Lateness;
use congkhai::values::{
    AgencyId, BaseUrl, Date, Dong, ItemId, Locale, MeasureId, OutcomeId, PartialDate, Period,
    PlanSlug, Quantity, Reading, ReleaseLabel, WebAddress,
};
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample;

use crate::samples::{MANY, holds};

/// What is printed is read as the same value, and printed in the same way again.
fn goes_round<T>(value: &T)
where
    T: FromStr + Display + PartialEq + Debug,
    T::Err: Debug,
{
    let printed = value.to_string();
    let read: T = printed.parse().unwrap_or_else(|fault| panic!("{printed:?}: {fault:?}"));
    assert_eq!(&read, value, "{printed:?}");
    assert_eq!(read.to_string(), printed);
}

/// The same inside a record.
fn goes_round_in_yaml<T>(value: &T)
where
    T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + Debug,
{
    let record = BTreeMap::from([("k", value)]);
    let yaml = serde_yaml::to_string(&record).unwrap();
    let read: BTreeMap<String, T> =
        serde_yaml::from_str(&yaml).unwrap_or_else(|fault| panic!("{fault}: {yaml}"));
    assert_eq!(&read["k"], value, "{yaml}");
}

pub fn date() -> impl Strategy<Value = Date> {
    (0_i16..=9999, 1_i8..=12, 1_i8..=31).prop_map(|(year, month, day)| {
        let shorter = (1..=day).rev();
        let mut days = shorter.filter_map(|day| Date::new(year, month, day).ok());
        days.next().unwrap()
    })
}

pub fn partial_date() -> impl Strategy<Value = PartialDate> {
    prop_oneof![
        date().prop_map(PartialDate::Day),
        (0_i16..=9999, 1_i8..=12).prop_map(|(year, month)| PartialDate::Month { year, month }),
        (0_i16..=9999).prop_map(PartialDate::Year),
    ]
}

fn reading() -> impl Strategy<Value = Reading> {
    prop_oneof![
        date().prop_map(Reading::Before),
        partial_date().prop_map(Reading::On),
        (0_i16..=9999, 1_i8..=4, 1_i8..=4).prop_map(|(year, one, other)| Reading::Quarters {
            year,
            first: one.min(other),
            last: one.max(other)
        }),
        Just(Reading::EachBody),
    ]
}

#[test]
fn days_and_dates_go_round() {
    holds(MANY, &date(), |day| {
        goes_round(&day);
        goes_round_in_yaml(&day);
        assert_eq!(day.days_until(day.tomorrow()), i32::from(day != day.tomorrow()));
        assert_eq!(
            day.yesterday().tomorrow(),
            if day == day.yesterday() { day.tomorrow() } else { day }
        );
    });
    holds(MANY, &partial_date(), |date| {
        goes_round(&date);
        goes_round_in_yaml(&date);
        let period = Period { from: date.first_day(), to: date.last_day() };
        assert!(period.holds(date.first_day()) && period.holds(date.last_day()), "{date}");
        assert!(
            !period.holds(date.last_day().tomorrow())
                || date.last_day() == date.last_day().tomorrow()
        );
    });
    // Nothing else that has the form of a date is read as one.
    holds(MANY, &"[0-9]{1,5}(-[0-9]{1,3}){0,3}", |text: String| {
        if let Ok(date) = text.parse::<PartialDate>() {
            assert_eq!(date.to_string(), text);
        }
    });
}

#[test]
fn deadlines_go_round() {
    holds(MANY, &reading(), |reading| {
        goes_round(&reading);
        goes_round_in_yaml(&reading);
        assert!(reading.first_day() <= reading.last_day());
        if let Some(last) = reading.last_day() {
            assert_eq!(Lateness::of(Some(last), last), Lateness::NotYet);
            if last != last.tomorrow() {
                assert_eq!(Lateness::of(Some(last), last.tomorrow()), Lateness::Passed);
            }
        }
    });
    // As a decision prints them.
    let day = (1_i8..=28, 1_i8..=12, 1990_i16..=2099);
    holds(1_024, &day, |(day, month, year)| {
        let date = Date::new(year, month, day).unwrap();
        let before = format!("Trước ngày {day:02}/{month:02}/{year}");
        assert_eq!(read_wording(&before, None), Some(Reading::Before(date)), "{before}");
        let of_year = format!("Năm {year}");
        let read = read_wording(&of_year, None);
        assert_eq!(read, Some(Reading::On(PartialDate::Year(year))), "{of_year}");
    });
}

#[test]
fn periods_of_reports_go_round() {
    let period = (0_i16..=9999).prop_flat_map(|year| {
        prop_oneof![
            Just(ReportPeriod::Year(year)),
            (1_i8..=12).prop_map(move |month| ReportPeriod::Month(year, month)),
            (1_i8..=4).prop_map(move |quarter| ReportPeriod::Quarter(year, quarter)),
            sample::select(vec![6_i8, 9])
                .prop_map(move |last| ReportPeriod::FirstMonths(year, last)),
        ]
    });
    holds(MANY, &period, |period| {
        goes_round(&period);
        let days = period.days();
        assert!(days.from <= days.to, "{period}");
        goes_round_in_yaml(&days);
    });
}

#[test]
fn amounts_and_numbers_go_round() {
    holds(MANY, &"-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,14})?", |text: String| {
        let number: Quantity = text.parse().unwrap();
        assert_eq!(number.to_string(), text);
        goes_round(&number);
        goes_round_in_yaml(&number);
        // What readers see has the same digits, whatever stands between them.
        for locale in Locale::ALL {
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            assert_eq!(digits(&number.shown(locale)), digits(&text), "{}", number.shown(locale));
        }
    });
    // Anything that is read stays as it was written.
    holds(MANY, &"[-+0-9.,eEx ]{0,12}", |text: String| {
        if let Ok(number) = text.parse::<Quantity>() {
            assert_eq!(number.to_string(), text);
        }
        if let Ok(amount) = text.parse::<Dong>() {
            assert_eq!(amount.0.to_string(), text);
        }
    });
    holds(MANY, &any::<u64>(), |dong| {
        let amount = Dong(dong);
        assert_eq!(dong.to_string().parse(), Ok(amount));
        goes_round_in_yaml(&amount);
        for locale in Locale::ALL {
            let shown = amount.shown(locale);
            let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
            assert_eq!(digits, dong.to_string(), "{shown}");
        }
    });
    // The column of the annex: a comma between thousands, in millions.
    holds(MANY, &(0_u64..1_000_000_000), |millions| {
        let mut printed = millions.to_string();
        let mut at = printed.len();
        while at > 3 {
            at -= 3;
            printed.insert(at, ',');
        }
        assert_eq!(read_budget(&printed), Some(Dong(millions * 1_000_000)), "{printed}");
    });
}

#[test]
fn numbers_are_ordered_by_their_value() {
    let number = "-?(0|[1-9][0-9]{0,5})(\\.[0-9]{1,4})?";
    holds(MANY, &(number, number), |(one, other): (String, String)| {
        let exact = |text: &str| -> i64 {
            let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
            format!("{whole}{fraction:0<4}").parse().unwrap()
        };
        let (a, b): (Quantity, Quantity) = (one.parse().unwrap(), other.parse().unwrap());
        assert_eq!(a.partial_cmp(&b), exact(&one).partial_cmp(&exact(&other)), "{one} {other}");
    });
}

#[test]
fn ids_and_addresses_go_round() {
    fn id<T>(text: &str)
    where
        T: FromStr + Display + PartialEq + Debug + serde::Serialize + serde::de::DeserializeOwned,
        T::Err: Debug,
    {
        if let Ok(id) = text.parse::<T>() {
            assert_eq!(id.to_string(), text);
            goes_round(&id);
            goes_round_in_yaml(&id);
            // It can stand in an address, in a file's name and in a shell as it is.
            assert!(
                text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            );
        }
    }
    let text = prop_oneof!["[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,4}", "[-a-zA-Z0-9./_ đ]{0,8}"];
    holds(MANY, &text, |text| {
        id::<ItemId>(&text);
        id::<MeasureId>(&text);
        id::<AgencyId>(&text);
        id::<OutcomeId>(&text);
        id::<PlanSlug>(&text);
        id::<ReleaseLabel>(&text);
    });
    let address = prop_oneof![
        "https?://[a-z]{1,8}(\\.[a-z]{2,3}){0,2}(:[0-9]{1,4})?(/[a-zA-Z0-9%~_à-ỹ.-]{0,8}){0,4}(\\?[a-z]=[0-9])?(#[a-z]{1,3})?",
        ".{0,24}",
    ];
    holds(MANY, &address, |text| {
        if let Ok(address) = text.parse::<WebAddress>() {
            goes_round(&address);
            goes_round_in_yaml(&address);
            assert!(address.as_str().starts_with("http"), "{address}");
        }
        if let Ok(base) = text.parse::<BaseUrl>() {
            goes_round(&base);
            assert!(base.as_str().ends_with('/') && base.path().starts_with('/'), "{base}");
        }
    });
}
