//! What is said about a form, in both languages: one row for each thing that can be wrong.
//!
//! `{0}`, `{1}` are names and values. An official reads these, so each help names what to type.

use crate::diagnostic::{Code, Diagnostic, Place};
use crate::values::Localized;

macro_rules! said {
    ($($(#[$doc:meta])* $name:ident $code:ident
        $vi:literal / $vi_help:literal
        $en:literal / $en_help:literal)*) => {
        /// One thing that can be said about a form.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Said { $($(#[$doc])* $name,)* }

        impl Said {
            fn code(self) -> Code {
                match self { $(Self::$name => Code::$code,)* }
            }

            fn message(self) -> Localized<&'static str> {
                match self { $(Self::$name => Localized { vi: $vi, en: $en },)* }
            }

            fn help(self) -> Localized<&'static str> {
                match self { $(Self::$name => Localized { vi: $vi_help, en: $en_help },)* }
            }

            #[cfg(test)]
            const ALL: &'static [Self] = &[$(Self::$name,)*];
        }
    };
}

said! {
    // The file as a whole
    NotAWorkbook WorkbookForeign
        "tệp này không phải là bảng tính .xlsx đọc được" / "mở tệp bằng Excel hoặc LibreOffice rồi lưu lại dưới dạng .xlsx"
        "this is no .xlsx workbook that can be read" / "open it in Excel or LibreOffice and save it again as .xlsx"
    TooLarge WorkbookForeign
        "bảng tính này lớn hơn mọi biểu có thể có" / "xóa các trang và ô không thuộc biểu, hoặc xuất lại biểu"
        "this workbook is larger than any form can be" / "remove sheets and cells that are not part of the form, or export it again"
    SheetMissing WorkbookForeign
        "thiếu trang “{0}”" / "không xóa hoặc đổi tên trang; xuất lại biểu bằng `congkhai form`"
        "the sheet “{0}” is missing" / "do not remove or rename sheets; export the form again with `congkhai form`"
    OtherVersion WorkbookForeign
        "“{0}” không phải là mẫu biểu mà chương trình này đọc" / "xuất lại biểu bằng `congkhai form`"
        "“{0}” is no version of the form that this program reads" / "export the form again with `congkhai form`"
    OtherPlan WorkbookForeign
        "không có kế hoạch “{0}” trong nội dung" / "nhận biểu với đúng thư mục nội dung (--content)"
        "there is no plan “{0}” in the content" / "take the form with the right content folder (--content)"
    OtherAgency WorkbookForeign
        "không có cơ quan “{0}” trong agencies.yaml" / "không sửa mã cơ quan; xuất lại biểu"
        "there is no agency “{0}” in agencies.yaml" / "do not change the agency's id; export the form again"
    OtherPeriod WorkbookForeign
        "“{0}” không phải là nhãn của một kỳ báo cáo" / "không sửa nhãn kỳ; xuất lại biểu"
        "“{0}” is no label of a period" / "do not change the label of the period; export the form again"
    // Locked cells
    HeadingChanged FormLocked
        "đầu cột này phải là “{0}”" / "không sửa, chèn hoặc xóa cột; chép phần đã điền sang một biểu mới xuất"
        "this heading must be “{0}”" / "do not change, insert or remove columns; copy what you filled in to a fresh form"
    RowWithoutId FormLocked
        "dòng này có nội dung nhưng không có mã cam kết" / "điền vào dòng có sẵn của cam kết; biểu không nhận dòng thêm vào"
        "this row is filled in but has no id" / "fill in the row of the commitment; the form takes no rows that were added"
    IdUnknown FormLocked
        "“{0}” không phải là mã của một cam kết trong kế hoạch" / "trả lại mã như khi biểu được xuất; mã không bao giờ được đổi"
        "“{0}” is no id of a commitment of the plan" / "put back the id that was exported; ids never change"
    IdOfAnother FormLocked
        "cam kết “{0}” không thuộc biểu của cơ quan này" / "xóa dòng này; cơ quan được giao sẽ báo cáo bằng biểu của mình"
        "the commitment “{0}” does not belong to this body's form" / "remove this row; the body to which it is assigned reports it on its own form"
    RowCopied FormLocked
        "dòng của “{0}” có hai lần" / "mỗi cam kết (và mỗi thước đo) chỉ có một dòng; xóa dòng thừa"
        "the row of “{0}” stands twice" / "each commitment (and each measure) has one row; remove the other"
    LockedChanged FormLocked
        "ô “{0}” đã bị sửa; khi xuất là “{1}”" / "lời của Quyết định không sửa ở đây; trả lại ô như cũ"
        "the cell “{0}” was changed; it was exported as “{1}”" / "the decision's words are not changed here; put the cell back"
    PublishedUnknown FormLocked
        "không có kết quả “{0}” đã công bố cho cam kết này" / "cột này chỉ ghi kết quả đã công bố; để trống ở dòng báo cáo mới"
        "no result “{0}” was published for this commitment" / "this column names published results only; leave it empty in a row that reports something new"
    PublishedChanged FormLocked
        "kết quả “{0}” đã công bố nên không sửa ở đây (“{1}”)" / "trả lại ô như cũ; nếu điều đã công bố sai, ghi vào corrections.yaml và báo cáo kết quả mới"
        "the result “{0}” is published and is not changed here (“{1}”)" / "put the cell back; if what was published is wrong, write it into corrections.yaml and report a new result"
    Outside FormLocked
        "ô này nằm ngoài biểu: “{0}”" / "chuyển nội dung vào đúng cột, hoặc xóa đi"
        "this cell lies outside the form: “{0}”" / "move its words to the right column, or remove them"
    // Values
    DateAsText FormValue
        "“{0}” là chữ, chưa phải là ngày" / "gõ lại ngày, ví dụ 31/12/2025, để bảng tính nhận là ngày (ô sẽ tự căn phải); không để dấu ' ở đầu"
        "“{0}” is text and no date" / "type the day again, for example 31/12/2025, so that the sheet takes it as a date (it moves to the right); no ' before it"
    NoSuchDay FormValue
        "không có ngày “{0}”" / "xem lại ngày và tháng trên lịch"
        "there is no day “{0}”" / "check the day and the month against a calendar"
    NoDate FormValue
        "“{0}” không phải là ngày" / "gõ đủ ngày, tháng, năm, ví dụ 31/12/2025"
        "“{0}” is no date" / "type day, month and year, for example 31/12/2025"
    NumberAsText FormValue
        "“{0}” là chữ, chưa phải là số" / "chỉ gõ chữ số vào ô này; đơn vị và lời giải thích có cột riêng"
        "“{0}” is text and no number" / "type digits only; the unit and the explanation have columns of their own"
    NumberMark FormValue
        "“{0}” có thể đọc theo hai cách: dấu phẩy hay dấu chấm là dấu thập phân?" / "gõ lại theo cài đặt của máy (thường là 88,93 ở máy tiếng Việt, 88.93 ở máy tiếng Anh), không ngăn hàng nghìn, để ô tự căn phải"
        "“{0}” can be read in two ways: does the comma or the dot stand before the decimals?" / "type it again as this machine writes numbers (88,93 with Vietnamese settings, 88.93 with English ones), nothing between thousands, so that it moves to the right"
    PercentTyped FormValue
        "ô này có dấu % nên bảng tính đã chia số cho 100 (còn {0})" / "đổi định dạng ô về số thường rồi gõ, ví dụ, 75,78; chọn “%” ở cột đơn vị"
        "this cell has a % sign, so the sheet divided the number by 100 ({0} is left)" / "set the cell back to a plain number and type, for example, 75.78; choose “%” in the column of the unit"
    NotWhole FormValue
        "“{0}” không phải là số nguyên không âm" / "đếm bằng số nguyên, ví dụ 3"
        "“{0}” is no whole number" / "count in whole numbers, for example 3"
    NegativeNumber FormValue
        "“{0}” là số âm" / "xem lại số liệu trong nguồn"
        "“{0}” is negative" / "check the figure in the source"
    TooManyDigits FormValue
        "“{0}” có nhiều chữ số hơn một số liệu được báo cáo" / "gõ đúng số in trong nguồn, không dùng công thức"
        "“{0}” has more digits than a reported figure" / "type the number that the source prints, without a formula"
    NotInList FormValue
        "“{0}” không có trong danh sách của ô này" / "chọn một trong: {1}"
        "“{0}” is not in this cell's list" / "choose one of: {1}"
    Junk FormValue
        "“{0}” không cho biết điều gì" / "viết điều mà nguồn nói bằng một câu trọn vẹn, hoặc để trống cả dòng nếu chưa có gì để báo cáo"
        "“{0}” says nothing" / "write what the source says in a whole sentence, or leave the whole row empty while there is nothing to report"
    TooShort FormValue
        "“{0}” chưa thành một câu" / "viết rõ ai làm gì, khi nào, được bao nhiêu; người đọc chỉ thấy câu này"
        "“{0}” is no sentence yet" / "write who did what, when and how much; readers see this sentence only"
    NoAddress FormValue
        "“{0}” không phải là địa chỉ trên mạng" / "chép cả địa chỉ từ trình duyệt, bắt đầu bằng https://; nếu không có thì ghi số, ký hiệu văn bản"
        "“{0}” is no address on the web" / "copy the whole address from the browser, beginning with https://; if there is none, give the document's number"
    Broken FormValue
        "ô này chứa “{0}”, không phải là điều được hỏi" / "xóa công thức hoặc giá trị lỗi rồi gõ nội dung"
        "this cell holds “{0}”, which is not what is asked for" / "remove the formula or the faulty value and type the answer"
    LetterHidden FormValue
        "ô này có ký tự không nhìn thấy được" / "gõ lại nội dung thay vì chép dán"
        "there is a letter in this cell that nobody sees" / "type the words anew instead of copying them"
    Placeholder FormValue
        "“{0}” chỉ là chỗ để điền" / "viết nội dung thật, hoặc để trống cả dòng"
        "“{0}” is a placeholder" / "write the real thing, or leave the whole row empty"
    // Missing
    FieldMissing FormMissing
        "thiếu “{0}”" / "điền ô này; mọi kết quả phải có đủ nguồn, ngày, lời trong nguồn và lời giải thích"
        "“{0}” is missing" / "fill in this cell; every result needs its source, its day, the source's words and an explanation"
    QuoteMissing FormMissing
        "thiếu lời trong nguồn" / "chép nguyên văn câu của nguồn vào ô này, hoặc vào ô trích dẫn chung ở trang Nguồn"
        "the source's own words are missing" / "copy the sentence of the source into this cell, or into the common quote on the sheet Nguồn"
    SourceNameless FormMissing
        "nguồn chưa có số, ký hiệu và cũng chưa có địa chỉ trên mạng" / "điền ít nhất một trong hai ô, để người đọc tìm được nguồn"
        "the source has neither a number nor an address on the web" / "fill in at least one of the two, so that readers can find the source"
    NothingReported FormMissing
        "nguồn đã được điền nhưng chưa có kết quả nào" / "điền ít nhất một dòng ở trang Kết quả, hoặc xóa những gì đã điền ở trang Nguồn"
        "the source is filled in, but no result is" / "fill in at least one row on the sheet Kết quả, or clear what you filled in on the sheet Nguồn"
    // Claims
    NotAsked FormClaim
        "không hỏi “{0}” cho loại cam kết này ({1})" / "xóa ô này"
        "“{0}” is not asked of this kind of commitment ({1})" / "clear this cell"
    NotDoneTooEarly FormClaim
        "“chưa hoàn thành” chỉ có nghĩa khi thời hạn đã qua" / "chọn “đang thực hiện” hoặc “chưa thực hiện”"
        "“chưa hoàn thành” (not done) says something only after the deadline" / "choose “đang thực hiện” (under way) or “chưa thực hiện” (not started)"
    PartsBelong FormClaim
        "“hoàn thành một phần” và số phần đã xong đi cùng nhau" / "chọn “hoàn thành một phần” và điền số phần đã xong trên tổng số phần, ví dụ 1 và 3"
        "“hoàn thành một phần” (partly done) and the number of parts belong together" / "choose it and fill in how many parts of how many, for example 1 and 3"
    PartsNoneOrAll FormClaim
        "{0} trên {1} phần không phải là một phần" / "chọn “chưa thực hiện” hoặc “đã hoàn thành”, hoặc sửa hai số"
        "{0} of {1} parts is none or all" / "choose “chưa thực hiện” (not started) or “đã hoàn thành” (done), or correct the numbers"
    ProductUncited FormClaim
        "“{0}” chưa chỉ ra được sản phẩm" / "ghi số, ký hiệu văn bản (ví dụ 3241/QĐ-UBND) hoặc địa chỉ trên mạng, hoặc điền ngày của sản phẩm; nếu không có thì để trống"
        "“{0}” does not show the product" / "give the document's number (such as 3241/QĐ-UBND) or its address on the web, or fill in the product's date; if there is none, leave it empty"
    ProductUnnamed FormClaim
        "có ngày của sản phẩm mà không có sản phẩm" / "ghi sản phẩm: số, ký hiệu hoặc địa chỉ; hoặc xóa ngày"
        "a product's date without a product" / "name the product by number or address, or clear the date"
    FigureAlone FormClaim
        "có số liệu nhưng thiếu “{0}”" / "điền ô này; số liệu không có đơn vị và định nghĩa thì không so sánh được"
        "there is a figure, but “{0}” is missing" / "fill in this cell; a figure without a unit and a definition cannot be compared"
    FigureMissing FormClaim
        "đã điền “{0}” nhưng chưa có số liệu" / "điền số liệu, hoặc xóa ô này"
        "“{0}” is filled in, but there is no figure" / "fill in the figure, or clear this cell"
    OverTotal FormClaim
        "{0} lớn hơn tổng số {1}" / "xem lại hai số trong nguồn"
        "{0} is more than the total of {1}" / "check the two numbers in the source"
    TooEarly FormClaim
        "ngày {0} trước khi kỳ báo cáo bắt đầu ({1})" / "sửa ngày này, hoặc sửa kỳ ở trang Nguồn"
        "{0} is before the period begins ({1})" / "correct this day, or the period on the sheet Nguồn"
    TooLate FormClaim
        "ngày {0} sau ngày công bố nguồn ({1})" / "nguồn không thể nói về ngày sau khi nó được công bố; sửa một trong hai ngày"
        "{0} is after the day on which the source was published ({1})" / "a source cannot tell of a later day; correct one of the two"
    ReadTooEarly FormClaim
        "ngày đọc {0} trước ngày công bố {1}" / "sửa một trong hai ngày"
        "the source was read on {0}, before it was published on {1}" / "correct one of the two days"
    PeriodBackwards FormClaim
        "kỳ báo cáo kết thúc ({0}) trước khi bắt đầu ({1})" / "sửa hai ngày của kỳ"
        "the period ends ({0}) before it begins ({1})" / "correct the two days of the period"
    VerdictUnfounded FormClaim
        "kết luận cần một số liệu cuối cùng, khớp với chỉ tiêu" / "điền “có” ở cột khớp với chỉ tiêu và cột số liệu cuối cùng, hoặc xóa kết luận"
        "a verdict needs a final figure that matches the target" / "answer “có” (yes) to both questions, or clear the verdict"
    // What was taken before
    Taken FormTaken
        "kết quả của “{0}” từ nguồn này đã có trong {1}, với nội dung khác" / "điều đã công bố thì không sửa; xuất lại biểu và báo cáo kết quả mới, hoặc ghi đính chính vào corrections.yaml"
        "a result for “{0}” from this source stands in {1} already, and says something else" / "what was published is not changed; export the form again and report a new result, or write a correction into corrections.yaml"
}

/// The diagnostic, with the names and values in their places.
#[must_use]
pub fn diagnostic(said: Said, place: Place, values: &[&str]) -> Diagnostic {
    let fill = |text: &str| {
        values.iter().enumerate().fold(text.to_owned(), |text, (at, value)| {
            text.replace(&format!("{{{at}}}"), &shortened(value))
        })
    };
    let (message, help) = (said.message(), said.help());
    let both = |text: Localized<&str>| Localized { vi: fill(text.vi), en: fill(text.en) };
    Diagnostic::new(said.code(), place, both(message), both(help))
}

/// A value that a person can find again, however long it is.
fn shortened(value: &str) -> String {
    const LONGEST: usize = 160;
    if value.chars().count() <= LONGEST {
        return value.to_owned();
    }
    value.chars().take(LONGEST).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_name_the_same_values() {
        let marks = |text: &str| {
            (0..3).filter(|at| text.contains(&format!("{{{at}}}"))).collect::<Vec<_>>()
        };
        for said in Said::ALL {
            let (message, help) = (said.message(), said.help());
            assert_eq!(marks(message.vi), marks(message.en), "{said:?}");
            assert_eq!(marks(help.vi), marks(help.en), "{said:?}");
        }
    }
}
