//! Room for a large file of many equal parts, guessed from some of them.
//!
//! A file that grows by doubling is copied again and again, and is in memory twice while that happens. Room
//! that is guessed too large and never used is no memory.

use serde::Serialize;

/// How many parts tell the size of all.
const ENOUGH: usize = 64;

/// What a list takes in a JSON file.
pub fn of(list: &[impl Serialize]) -> usize {
    let step = list.len().div_ceil(ENOUGH).max(1);
    let some = list.iter().step_by(step);
    let size: usize = some.map(|part| super::json(part).len()).sum();
    // Inside the file each line stands further in.
    with_spare(size.saturating_mul(step))
}

/// Called after each part of a file. When some are there, it gets room for as many as are still to come.
pub fn make(file: &mut Vec<u8>, done: usize, all: usize) {
    if done == ENOUGH {
        let rest = (file.len() / done).saturating_mul(all.saturating_sub(done));
        file.reserve(with_spare(rest));
    }
}

fn with_spare(size: usize) -> usize {
    size.saturating_add(size / 2)
}
