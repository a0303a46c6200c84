//! The words of the form that are no headings of columns. The form is in Vietnamese only: it is filled in
//! by Vietnamese officials.

use crate::model::Kind;

pub const GUIDE: &str = "Hướng dẫn";
pub const SOURCE: &str = "Nguồn";
pub const RESULTS: &str = "Kết quả";
pub const SHARES: &str = "Phối hợp";

/// What the first locked cell of the sheet `Nguồn` says. Raised when a column changes its meaning.
pub const VERSION: &str = "congkhai-form 1";

pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Aim => "mục tiêu, yêu cầu",
        Kind::Target => "chỉ tiêu",
        Kind::Task => "nhiệm vụ",
        Kind::Activity => "hoạt động",
        Kind::Duty => "trách nhiệm",
    }
}

/// The sheet of instructions: headings and paragraphs.
pub const GUIDE_LINES: &[(bool, &str)] = &[
    (true, "Biểu này để làm gì"),
    (
        false,
        "Cơ quan dùng biểu này để báo cáo những gì đã làm trong kỳ về các cam kết được giao. Mỗi dòng đã điền trở \
         thành một kết quả có nguồn trên trang công khai. Dòng để trống nghĩa là chưa có gì để báo cáo, và trang công \
         khai ghi đúng như vậy: không bị coi là chưa làm.",
    ),
    (true, "Điền theo thứ tự nào"),
    (
        false,
        "1. Trang Nguồn: điền một lần. Mỗi biểu là một nguồn (một báo cáo, một văn bản, một bài đăng) mà người đọc mở \
         ra được. Kết quả lấy từ hai nguồn thì dùng hai biểu.",
    ),
    (
        false,
        "2. Trang Kết quả: chỉ điền ô màu vàng của những cam kết mà nguồn có nói đến. Cột đỏ sẫm là bắt buộc khi đã \
         điền dòng. Ô xám khóa lại vì loại cam kết đó không có điều được hỏi.",
    ),
    (
        false,
        "3. Dòng màu xanh là kết quả đã công bố, để đối chiếu; không sửa. Nếu điều đã công bố sai, báo cho cơ quan \
         tổng hợp để đính chính.",
    ),
    (false, "4. Trang Phối hợp chỉ để biết: cơ quan chủ trì báo cáo các cam kết đó."),
    (true, "Những điều hay bị trả lại"),
    (false, "Ngày: gõ 31/12/2025 để ô tự căn phải. Ngày căn trái là chữ và bị trả lại."),
    (
        false,
        "Số: gõ theo cài đặt của máy, không ngăn hàng nghìn, không kèm đơn vị, không gõ dấu %. Ví dụ 88,93 rồi chọn % \
         ở cột đơn vị.",
    ),
    (
        false,
        "Câu: “đạt”, “có”, “100”, “xem mô tả”, “N/A” không cho người đọc biết điều gì và bị trả lại. Viết một câu: ai \
         làm gì, khi nào, được bao nhiêu.",
    ),
    (
        false,
        "Lời trong nguồn: chép nguyên văn, không tóm tắt. Một câu dùng cho mọi dòng thì ghi vào ô trích dẫn chung ở \
         trang Nguồn.",
    ),
    (
        false,
        "“Đã hoàn thành” chỉ được công bố là hoàn thành khi có sản phẩm nêu trong kế hoạch, với số, ký hiệu, ngày hoặc \
         địa chỉ. Không có thì trang công khai ghi: được nêu là đã hoàn thành.",
    ),
    (
        false,
        "Không thêm, xóa, chép hoặc đổi chỗ dòng và cột; không đổi tên trang. Trang được khóa không có mật khẩu, chỉ \
         để khỏi sửa nhầm.",
    ),
    (true, "Gửi lại"),
    (
        false,
        "Lưu dưới dạng .xlsx và gửi cho cơ quan tổng hợp. Nếu có chỗ cần sửa, biểu được trả lại với danh sách tất cả \
         các ô, mỗi ô một lời giải thích.",
    ),
];
