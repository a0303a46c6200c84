//! What the commands `form` and `take` answer, beside diagnostics: one row for each answer, in both
//! languages. `{0}` and `{1}` are names and values. A row with a help is a refusal.

use crate::values::{Localized, Said};

macro_rules! told {
    ($($name:ident $vi:literal / $vi_help:literal $en:literal / $en_help:literal)*) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Told { $($name,)* }

        impl Told {
            fn message(self) -> Localized<&'static str> {
                match self { $(Self::$name => Localized { vi: $vi, en: $en },)* }
            }

            fn help(self) -> Localized<&'static str> {
                match self { $(Self::$name => Localized { vi: $vi_help, en: $en_help },)* }
            }
        }
    };
}

told! {
    UnknownAgency
        "không có cơ quan “{0}” trong agencies.yaml" / "dùng một trong các mã có cam kết: {1}"
        "there is no agency “{0}” in agencies.yaml" / "use the id of a body that has commitments: {1}"
    NothingAssigned
        "kế hoạch không giao cho “{0}” cam kết nào" / "thêm cam kết cần hỏi bằng --item, ví dụ --item ii2-ct08; hoặc dùng một trong các mã: {1}"
        "the plan assigns nothing to “{0}”" / "name the commitments to ask about, for example --item ii2-ct08; or use one of: {1}"
    UnknownItem
        "kế hoạch không có cam kết “{0}”" / "chép mã từ trang của cam kết, ví dụ ii2-ct08"
        "the plan has no commitment “{0}”" / "copy the id from the commitment's page, such as ii2-ct08"
    Aim
        "“{0}” là mục tiêu, yêu cầu chung nên không có kết quả để báo cáo" / "chọn chỉ tiêu, nhiệm vụ, hoạt động hoặc trách nhiệm"
        "“{0}” is an aim, on which no results are reported" / "choose a target, a task, an activity or a duty"
    BadPeriod
        "“{0}” không phải là nhãn của một kỳ báo cáo" / "viết 2025, 6-thang-2025, 9-thang-2025, quy-3-2025 hoặc thang-7-2025"
        "“{0}” is no label of a period" / "write 2025, 6-thang-2025, 9-thang-2025, quy-3-2025 or thang-7-2025"
    OutsidePlan
        "kỳ “{0}” không thuộc thời gian của kế hoạch" / "chọn một kỳ có ngày chung với kế hoạch ({1})"
        "the period “{0}” shares no day with the plan" / "choose a period that shares a day with the plan ({1})"
    WhichPlan
        "nội dung có nhiều kế hoạch" / "chọn một kế hoạch bằng --plan: {0}"
        "the content has several plans" / "choose one with --plan: {0}"
    UnknownPlan
        "không có kế hoạch “{0}”" / "chọn một trong: {1}"
        "there is no plan “{0}”" / "choose one of: {1}"
    Unmade
        "không lập được biểu: {0}" / "một ô của nội dung có thể quá dài cho bảng tính (32 767 ký tự)"
        "the form could not be made: {0}" / "a text of the content may be too long for a cell (32,767 characters)"
    Exists
        "{0} đã có" / "đặt tên khác bằng -o; biểu có thể đã được điền nên không bị ghi đè"
        "{0} exists" / "choose another name with -o; it may have been filled in, so it is not written over"
    Unreadable
        "không đọc được {0}: {1}" / "kiểm tra tên tệp và quyền đọc"
        "{0} cannot be read: {1}" / "check the name, and that you may read it"
    NeedsFolder
        "{0} không phải là biểu của chương trình này, nên được đọc như một phụ lục" / "nêu thư mục mới để ghi bản nháp bằng -o; nếu đây là biểu báo cáo thì xuất lại bằng `congkhai form`"
        "{0} is no form of this program, so it is read as an annex" / "name a new folder for the drafts with -o; if it should be a form, export it again with `congkhai form`"
    NeedsNoFolder
        "{0} là biểu báo cáo; kết quả được ghi vào nội dung" / "bỏ -o; nêu thư mục nội dung bằng --content"
        "{0} is a form; its results go into the content" / "leave -o out; name the content folder with --content"
    NotATable
        "không thấy bảng phụ lục trong {0}" / "giữ dòng đầu bảng có đủ các cột: mục tiêu, nhiệm vụ, hoạt động, sản phẩm, chủ trì, phối hợp, thời gian, kinh phí"
        "{0} holds no annex table" / "keep the heading row with all columns: mục tiêu, nhiệm vụ, hoạt động, sản phẩm, chủ trì, phối hợp, thời gian, kinh phí"
    // What was done
    Made
        "đã ghi {0}: {1} dòng để điền\n" / ""
        "wrote {0}: {1} rows to fill in\n" / ""
    NothingNew
        "{0}: không có gì mới; không ghi gì\n" / ""
        "{0}: nothing new; nothing was written\n" / ""
    Took
        "đã ghi {0}: {1} kết quả. Bước tiếp theo: đọc lại, thêm bản tiếng Anh, rồi chạy `congkhai accept-translation` và `congkhai check`\n" / ""
        "wrote {0}: {1} results. Next: read it, add the English, then run `congkhai accept-translation` and `congkhai check`\n" / ""
    Refused
        "không ghi gì: {0} chỗ cần sửa\n" / ""
        "nothing was written: {0} places to mend\n" / ""
    ContentFirst
        "không ghi gì: nội dung hiện có còn lỗi; sửa lỗi đó trước\n" / ""
        "nothing was written: the content itself has errors; mend them first\n" / ""
    Drafted
        "đã ghi bản nháp vào {0}: {1} hoạt động; tìm “XEM LẠI” trong các tệp và hoàn thiện từng chỗ\n" / ""
        "wrote drafts into {0}: {1} activities; look for “XEM LẠI” in the files and complete each place\n" / ""
}

/// The answer and its help, with the names and values in their places.
#[must_use]
pub fn told(told: Told, values: &[&str]) -> (Said, Said) {
    let fill = |text: &str| {
        values
            .iter()
            .enumerate()
            .fold(text.to_owned(), |text, (at, value)| text.replace(&format!("{{{at}}}"), value))
    };
    let both = |text: Localized<&str>| Said { vi: fill(text.vi), en: fill(text.en) };
    (both(told.message()), both(told.help()))
}
