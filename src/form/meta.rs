//! The sheet `Nguồn`: which form this is (locked), and the one source that it reports from.

use crate::values::Date;
use crate::workbook::{Cell, Sheet};

use super::columns::Filling;
use super::labels;

/// The column of the answers.
pub const ANSWER: u32 = 1;

/// The rows that say which form this is.
pub mod rows {
    pub const VERSION: u32 = 3;
    pub const PLAN: u32 = 4;
    pub const AGENCY: u32 = 5;
    pub const PERIOD: u32 = 6;
    pub const ADDED: u32 = 7;
    pub const AS_OF: u32 = 8;
}

/// Whether a workbook is a form of this program, of whatever version.
#[must_use]
pub fn is_form(sheets: &[Sheet]) -> bool {
    sheets.iter().any(|sheet| {
        sheet.name.as_ref() == labels::SOURCE
            || matches!(sheet.get(rows::VERSION, ANSWER), Some(Cell::Text(text)) if text.starts_with("congkhai-form"))
    })
}

/// The day up to which the form shows what is published; none where it was changed.
#[must_use]
pub fn as_of(sheets: &[Sheet]) -> Option<Date> {
    let source = sheets.iter().find(|sheet| sheet.name.as_ref() == labels::SOURCE)?;
    match source.get(rows::AS_OF, ANSWER)? {
        Cell::Day(day) => Some(*day),
        Cell::Text(_) | Cell::Number { .. } | Cell::Other(_) => None,
    }
}

/// What is asked about the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    Kind,
    Title,
    Publisher,
    Number,
    Url,
    Published,
    Read,
    From,
    To,
    Quote,
}

impl Field {
    pub const ALL: [Self; 10] = [
        Self::Kind,
        Self::Title,
        Self::Publisher,
        Self::Number,
        Self::Url,
        Self::Published,
        Self::Read,
        Self::From,
        Self::To,
        Self::Quote,
    ];

    #[must_use]
    pub fn row(self) -> u32 {
        11 + self as u32
    }

    /// The cell of its answer.
    #[must_use]
    pub fn at(self) -> (u32, u32) {
        (self.row(), ANSWER)
    }

    /// Whether the program fills it in before the form goes out.
    #[must_use]
    pub fn is_prefilled(self) -> bool {
        matches!(self, Self::Publisher | Self::From | Self::To)
    }

    #[must_use]
    pub fn required(self) -> bool {
        !matches!(self, Self::Number | Self::Url | Self::Quote)
    }

    #[must_use]
    pub fn filling(self) -> Filling {
        match self {
            Self::Kind => Filling::List,
            Self::Title | Self::Publisher | Self::Number | Self::Url | Self::Quote => {
                Filling::Words
            }
            Self::Published | Self::Read | Self::From | Self::To => Filling::Day,
        }
    }

    #[must_use]
    pub fn title(self) -> &'static str {
        self.words().0
    }

    #[must_use]
    pub fn help(self) -> &'static str {
        self.words().1
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Kind => ("Loại nguồn", "Chọn trong danh sách. Bắt buộc."),
            Self::Title => ("Tên nguồn", "Tên in trên báo cáo, văn bản hoặc bài đăng. Bắt buộc."),
            Self::Publisher => ("Cơ quan công bố", "Ai đã công bố nguồn. Bắt buộc."),
            Self::Number => (
                "Số, ký hiệu",
                "Ví dụ 125/BC-SNV. Phải có số, ký hiệu hoặc địa chỉ, để người đọc tìm được nguồn.",
            ),
            Self::Url => (
                "Địa chỉ trên mạng",
                "Chép cả địa chỉ từ trình duyệt, bắt đầu bằng https://. Có thể để trống nếu đã có số, ký hiệu.",
            ),
            Self::Published => ("Ngày công bố", "Ngày ký hoặc ngày đăng. Gõ 31/12/2025. Bắt buộc."),
            Self::Read => ("Ngày đọc", "Ngày người điền biểu mở nguồn ra đọc. Bắt buộc."),
            Self::From => (
                "Số liệu từ ngày",
                "Ngày đầu của kỳ mà nguồn báo cáo. Sửa nếu nguồn dùng kỳ khác, ví dụ từ 15/12 năm trước. Bắt buộc.",
            ),
            Self::To => ("Số liệu đến ngày", "Ngày cuối của kỳ mà nguồn báo cáo. Bắt buộc."),
            Self::Quote => (
                "Trích dẫn chung",
                "Một câu nguyên văn của nguồn, dùng cho những dòng không có trích dẫn riêng. Có thể để trống.",
            ),
        }
    }
}
