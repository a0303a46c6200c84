//! Why nothing was published, and what to do.

use std::io;
use std::path::Path;

use crate::values::{Said, said};

/// Why nothing was published.
#[derive(Debug, Clone)]
pub struct Refusal {
    pub message: Said,
    pub help: Said,
}

impl Refusal {
    pub fn new(message: impl Into<Said>, help: impl Into<Said>) -> Self {
        Self { message: message.into(), help: help.into() }
    }

    /// The machine did not let a file be written.
    #[must_use]
    pub fn unwritable(path: &Path, fault: &io::Error) -> Self {
        let (path, why) = (path.display(), fault.kind());
        Self::new(
            said!("{path} cannot be written: {why}", "không ghi được {path}: {why}"),
            said!(
                "check that you may write there and that the disk has room",
                "kiểm tra bạn có quyền ghi ở đó và ổ đĩa còn chỗ"
            ),
        )
    }

    /// The same while a site is published: what stands is as it was.
    #[must_use]
    pub fn unpublished(path: &Path, fault: &io::Error) -> Self {
        Self {
            help: said!(
                "check that the disk has room and that you may write there; the last site is as \
                 it was",
                "kiểm tra ổ đĩa còn chỗ và bạn có quyền ghi; trang đã xuất bản vẫn giữ nguyên"
            ),
            ..Self::unwritable(path, fault)
        }
    }
}
