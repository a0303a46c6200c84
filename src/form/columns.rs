//! The columns of the sheet `Kết quả`, from the left.

use crate::content::{Bound, Says, Verdict};
use crate::model::Kind;
use crate::values::Unit;

use super::choice::Choice;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    Item,
    Measure,
    Published,
    Words,
    Kind,
    Promised,
    Deadline,
    Part,
    Dated,
    Fact,
    Quote,
    Says,
    PartsDone,
    PartsOf,
    Product,
    ProductDate,
    Value,
    Unit,
    Bound,
    Of,
    What,
    Scope,
    Matches,
    Final,
    Verdict,
    Because,
}

/// How a column is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filling {
    /// Ours; locked.
    Locked,
    Words,
    Day,
    Number,
    Whole,
    List,
}

impl Column {
    pub const ALL: [Self; 26] = [
        Self::Item,
        Self::Measure,
        Self::Published,
        Self::Words,
        Self::Kind,
        Self::Promised,
        Self::Deadline,
        Self::Part,
        Self::Dated,
        Self::Fact,
        Self::Quote,
        Self::Says,
        Self::PartsDone,
        Self::PartsOf,
        Self::Product,
        Self::ProductDate,
        Self::Value,
        Self::Unit,
        Self::Bound,
        Self::Of,
        Self::What,
        Self::Scope,
        Self::Matches,
        Self::Final,
        Self::Verdict,
        Self::Because,
    ];

    /// From 0.
    #[must_use]
    pub fn number(self) -> u16 {
        self as u16
    }

    /// Its cell in a row.
    #[must_use]
    pub fn at(self, row: u32) -> (u32, u32) {
        (row, u32::from(self.number()))
    }

    #[must_use]
    pub fn filling(self) -> Filling {
        match self {
            Self::Item
            | Self::Measure
            | Self::Published
            | Self::Words
            | Self::Kind
            | Self::Promised
            | Self::Deadline
            | Self::Part => Filling::Locked,
            Self::Fact | Self::Quote | Self::Product | Self::What | Self::Scope | Self::Because => {
                Filling::Words
            }
            Self::Dated | Self::ProductDate => Filling::Day,
            Self::Value | Self::Of => Filling::Number,
            Self::PartsDone | Self::PartsOf => Filling::Whole,
            Self::Says | Self::Unit | Self::Bound | Self::Matches | Self::Final | Self::Verdict => {
                Filling::List
            }
        }
    }

    /// The words of its list; empty where it has none.
    #[must_use]
    pub fn list(self) -> Vec<&'static str> {
        match self {
            Self::Says => Says::words(),
            Self::Unit => Unit::words(),
            Self::Bound => Bound::words(),
            Self::Matches | Self::Final => bool::words(),
            Self::Verdict => Verdict::words(),
            Self::Item
            | Self::Measure
            | Self::Published
            | Self::Words
            | Self::Kind
            | Self::Promised
            | Self::Deadline
            | Self::Part
            | Self::Dated
            | Self::Fact
            | Self::Quote
            | Self::PartsDone
            | Self::PartsOf
            | Self::Product
            | Self::ProductDate
            | Self::Value
            | Self::Of
            | Self::What
            | Self::Scope
            | Self::Because => Vec::new(),
        }
    }

    /// Whether it is asked of an item. `dated`: the item has a deadline. `measured`: the row is one of a
    /// target's measures.
    #[must_use]
    pub fn asks(self, kind: Kind, dated: bool, measured: bool) -> bool {
        match self {
            Self::Says | Self::PartsDone | Self::PartsOf => {
                matches!(kind, Kind::Task | Kind::Activity | Kind::Duty)
            }
            // Only what names a product can show one (the rule of outcome files).
            Self::Product | Self::ProductDate => {
                kind == Kind::Activity || (kind == Kind::Duty && dated)
            }
            Self::Matches | Self::Final => kind == Kind::Target,
            Self::Verdict => kind == Kind::Target && measured,
            Self::Item
            | Self::Measure
            | Self::Published
            | Self::Words
            | Self::Kind
            | Self::Promised
            | Self::Deadline
            | Self::Part
            | Self::Dated
            | Self::Fact
            | Self::Quote
            | Self::Value
            | Self::Unit
            | Self::Bound
            | Self::Of
            | Self::What
            | Self::Scope
            | Self::Because => true,
        }
    }

    /// Whether a row that is filled in must have it.
    #[must_use]
    pub fn required(self, kind: Kind, measured: bool) -> bool {
        match self {
            Self::Dated | Self::Fact | Self::Because => true,
            Self::Says => kind != Kind::Target,
            Self::Matches => kind == Kind::Target,
            Self::Value => measured,
            Self::Item
            | Self::Measure
            | Self::Published
            | Self::Words
            | Self::Kind
            | Self::Promised
            | Self::Deadline
            | Self::Part
            | Self::Quote
            | Self::PartsDone
            | Self::PartsOf
            | Self::Product
            | Self::ProductDate
            | Self::Unit
            | Self::Bound
            | Self::Of
            | Self::What
            | Self::Scope
            | Self::Final
            | Self::Verdict => false,
        }
    }

    #[must_use]
    pub fn title(self) -> &'static str {
        self.words().0
    }

    /// What to write there, for the note at the heading.
    #[must_use]
    pub fn help(self) -> &'static str {
        self.words().1
    }

    /// In characters of the sheet's font.
    #[must_use]
    pub fn width(self) -> f64 {
        match self {
            Self::Measure => 7.0,
            Self::Item | Self::Published | Self::PartsDone | Self::PartsOf | Self::Bound => 9.0,
            Self::Kind | Self::Unit | Self::Of | Self::Value | Self::Final | Self::Matches => 10.0,
            Self::Dated | Self::ProductDate | Self::Verdict => 12.0,
            Self::Deadline | Self::Says => 15.0,
            Self::Promised | Self::Part | Self::Product | Self::What | Self::Scope => 22.0,
            Self::Words | Self::Fact | Self::Quote | Self::Because => 36.0,
        }
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Item => ("Mã", "Mã của cam kết trên trang công khai. Không sửa."),
            Self::Measure => {
                ("Thước đo", "Một chỉ tiêu có thể có nhiều thước đo; mỗi thước đo một dòng.")
            }
            Self::Published => {
                ("Đã công bố", "Mã của kết quả đã công bố. Dòng báo cáo mới để trống.")
            }
            Self::Words => ("Nội dung theo Quyết định", "Nguyên văn của Quyết định. Không sửa."),
            Self::Kind => ("Loại", "Loại cam kết quyết định những ô nào được hỏi."),
            Self::Promised => ("Sản phẩm hoặc mức phải đạt", "Như in trong Quyết định."),
            Self::Deadline => (
                "Thời hạn",
                "Như in trong Quyết định. Cơ quan có thời hạn riêng thì ghi thời hạn riêng đó.",
            ),
            Self::Part => (
                "Phần của cơ quan",
                "Chủ trì hay được giao, và phạm vi nếu Quyết định nêu. Ở dòng đã công bố: nguồn của kết quả.",
            ),
            Self::Dated => (
                "Ngày của kết quả",
                "Ngày mà điều được báo cáo là đúng, ví dụ ngày cuối kỳ của số liệu hoặc ngày ban hành. Gõ 31/12/2025.",
            ),
            Self::Fact => (
                "Kết quả, bằng một câu",
                "Ai làm gì, khi nào, được bao nhiêu. Người đọc thấy câu này đầu tiên.",
            ),
            Self::Quote => (
                "Nguyên văn trong nguồn",
                "Chép nguyên văn câu của nguồn. Để trống nếu đã có trích dẫn chung ở trang Nguồn.",
            ),
            Self::Says => (
                "Tình trạng theo nguồn",
                "Chọn trong danh sách điều mà nguồn nói. “Chưa hoàn thành” chỉ dùng khi thời hạn đã qua.",
            ),
            Self::PartsDone => {
                ("Số phần đã xong", "Chỉ khi hoàn thành một phần: số phần đã xong, ví dụ 1.")
            }
            Self::PartsOf => {
                ("Trên tổng số phần", "Chỉ khi hoàn thành một phần: tổng số phần, ví dụ 3.")
            }
            Self::Product => (
                "Sản phẩm: số, ký hiệu hoặc địa chỉ",
                "Chỉ khi nguồn là, hoặc dẫn ra, đúng sản phẩm nêu trong kế hoạch. Ví dụ: Quyết định số 3241/QĐ-UBND.",
            ),
            Self::ProductDate => ("Ngày của sản phẩm", "Ngày ban hành. Gõ 31/12/2025."),
            Self::Value => ("Số liệu", "Chỉ gõ số, không gõ dấu % và không ngăn hàng nghìn."),
            Self::Unit => ("Đơn vị", "Chọn % hoặc số lượng."),
            Self::Bound => {
                ("Mức chính xác", "“Hơn” hoặc “gần” nếu nguồn viết vậy. Để trống là đúng bằng.")
            }
            Self::Of => ("Trên tổng số", "Mẫu số, nếu nguồn nêu. Ví dụ 44825 hồ sơ."),
            Self::What => (
                "Số liệu đo điều gì",
                "Định nghĩa của số liệu theo nguồn. Với chỉ tiêu có thể để trống nếu khớp với chỉ tiêu.",
            ),
            Self::Scope => ("Phạm vi", "Số liệu hoặc kết quả bao gồm ai, ở đâu, thời gian nào."),
            Self::Matches => (
                "Khớp với chỉ tiêu?",
                "“Có” chỉ khi phạm vi, kỳ và định nghĩa đều đúng như chỉ tiêu viết.",
            ),
            Self::Final => {
                ("Số liệu cuối cùng của kỳ?", "“Có” nếu số liệu không còn thay đổi cho cả kỳ.")
            }
            Self::Verdict => (
                "Kết luận so với chỉ tiêu",
                "Chỉ khi số liệu khớp với chỉ tiêu và là số liệu cuối cùng.",
            ),
            Self::Because => (
                "Giải thích",
                "Vì sao kết quả này khớp hoặc chưa khớp với cam kết, hoặc nó cho thấy điều gì về cam kết.",
            ),
        }
    }
}
