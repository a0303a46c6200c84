//! Laws that hold for whatever there is: what prints and parses goes round, standing does not depend on the order of
//! outcomes, counts add up, and no two pages have one address. The cases are made by rule and are the same in each run.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test ends at its first surprise, and reads folders of its own"
)]

#[path = "../workshop/mod.rs"]
mod workshop;

mod samples;

mod values;

mod texts;
mod records;
mod forms;

mod outcomes;
mod standing;
mod counts;

mod addresses;
