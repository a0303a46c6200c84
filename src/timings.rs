//! Where the time of a run goes, stage by stage.
//!
//! The clock is an input, given at the program's end; without one nothing is measured and nothing costs time.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::values::{Said, said};

/// A part of the work. Parts that run at the same time on several cores are added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Read,
    Resolve,
    Check,
    Past,
    Theme,
    Data,
    Feeds,
    Search,
    LayOut,
    Render,
    Finish,
    Pictures,
    Keep,
    Write,
    Publish,
}

impl Stage {
    pub const ALL: [Self; 15] = [
        Self::Read,
        Self::Resolve,
        Self::Check,
        Self::Past,
        Self::Theme,
        Self::Data,
        Self::Feeds,
        Self::Search,
        Self::LayOut,
        Self::Render,
        Self::Finish,
        Self::Pictures,
        Self::Keep,
        Self::Write,
        Self::Publish,
    ];

    /// What it is called where it is printed.
    #[must_use]
    pub fn name(self) -> Said {
        match self {
            Self::Read => said!("read the content", "đọc nội dung"),
            Self::Resolve => said!("resolve references", "nối các tham chiếu"),
            Self::Check => said!("check", "kiểm tra"),
            Self::Past => said!("compare with the past", "so với các bản đã công bố"),
            Self::Theme => said!("load the theme", "nạp giao diện"),
            Self::Data => said!("data files", "tệp dữ liệu"),
            Self::Feeds => said!("feeds and calendars", "nguồn tin và lịch"),
            Self::Search => said!("search index", "chỉ mục tìm kiếm"),
            Self::LayOut => said!("lay out pages", "sắp xếp trang"),
            Self::Render => said!("render pages", "dựng trang"),
            Self::Finish => said!("finish pages", "hoàn thiện trang"),
            Self::Pictures => said!("share pictures", "ảnh chia sẻ"),
            Self::Keep => said!("keep what stays", "giữ phần không đổi"),
            Self::Write => said!("write files", "ghi tệp"),
            Self::Publish => said!("publish", "xuất bản"),
        }
    }
}

/// Tells the time since some moment that stays the same.
pub type Clock = dyn Fn() -> Duration + Sync + Send;

/// What each stage has taken so far.
#[derive(Default)]
pub struct Timings {
    clock: Option<Box<Clock>>,
    /// Nanoseconds, in the order of `Stage::ALL`.
    spent: [AtomicU64; Stage::ALL.len()],
}

impl std::fmt::Debug for Timings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.spent()).finish()
    }
}

impl Timings {
    #[must_use]
    pub fn by(clock: Box<Clock>) -> Self {
        Self { clock: Some(clock), spent: Default::default() }
    }

    /// Does the work and adds the time that it took to the stage.
    pub fn of<T>(&self, stage: Stage, work: impl FnOnce() -> T) -> T {
        let Some(clock) = &self.clock else { return work() };
        let before = clock();
        let done = work();
        let nanoseconds =
            u64::try_from(clock().saturating_sub(before).as_nanos()).unwrap_or(u64::MAX);
        if let Some(spent) = self.spent.get(stage as usize) {
            spent.fetch_add(nanoseconds, Ordering::Relaxed);
        }
        done
    }

    /// The stages in order, over all threads.
    pub fn spent(&self) -> impl Iterator<Item = (Stage, Duration)> {
        Stage::ALL
            .into_iter()
            .zip(&self.spent)
            .map(|(stage, spent)| (stage, Duration::from_nanos(spent.load(Ordering::Relaxed))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stage_has_its_time() {
        // A clock that goes on by a second whenever someone looks at it.
        let looks = AtomicU64::new(0);
        let timings = Timings::by(Box::new(move || {
            Duration::from_secs(looks.fetch_add(1, Ordering::Relaxed))
        }));
        assert_eq!(timings.of(Stage::Read, || 5), 5);
        timings.of(Stage::Write, || ());
        timings.of(Stage::Write, || ());
        let spent =
            |of: Stage| timings.spent().find(|(stage, _)| *stage == of).unwrap().1.as_secs();
        assert_eq!((spent(Stage::Read), spent(Stage::Check), spent(Stage::Write)), (1, 0, 2));
    }
}
