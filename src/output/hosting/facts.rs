//! What every server is told: kinds of files, headers, how long an answer may be kept.

/// A kind of file.
pub struct Kind {
    pub end: &'static str,
    pub media_type: &'static str,
    /// Text whose letters a browser would otherwise have to guess.
    pub is_text: bool,
}

const fn text(end: &'static str, media_type: &'static str) -> Kind {
    Kind { end, media_type, is_text: true }
}

const fn other(end: &'static str, media_type: &'static str) -> Kind {
    Kind { end, media_type, is_text: false }
}

/// JSON is always UTF-8, so it has no charset; what is no text is what its first bytes say.
pub const KINDS: &[Kind] = &[
    text("html", "text/html"),
    text("css", "text/css"),
    text("js", "text/javascript"),
    text("txt", "text/plain"),
    text("md", "text/markdown"),
    text("csv", "text/csv"),
    text("ics", "text/calendar"),
    text("atom", "application/atom+xml"),
    text("xml", "application/xml"),
    other("json", "application/json"),
    other("jsonld", "application/ld+json"),
    other("webmanifest", "application/manifest+json"),
    other("svg", "image/svg+xml"),
    other("png", "image/png"),
    other("webp", "image/webp"),
    other("ico", "image/x-icon"),
    other("woff2", "font/woff2"),
    other("pdf", "application/pdf"),
    other("zip", "application/zip"),
    other("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
];

impl Kind {
    /// `text/csv; charset=utf-8`.
    pub fn content_type(&self) -> String {
        let charset = if self.is_text { "; charset=utf-8" } else { "" };
        format!("{}{charset}", self.media_type)
    }
}

/// Files whose name changes with what they hold.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Icons and share pictures: they change seldom, and an old one does no harm for an hour.
pub const AN_HOUR: &str = "public, max-age=3600";
/// Pages and data: kept, but the server is asked each time whether they are still the newest.
pub const ASK: &str = "no-cache";

/// What of an address says that its file's name changes with what it holds.
pub const HASHED: &str = r"\.[0-9a-f]{8}\.[a-z0-9]+$";

/// Pages under this folder are made to stand in other sites.
pub const EMBED: &str = "embed";

/// Who may show a page inside one of their own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Frames {
    ThisHost,
    Everyone,
}

impl Frames {
    fn ancestors(self) -> &'static str {
        match self {
            Self::ThisHost => "'self'",
            Self::Everyone => "*",
        }
    }
}

/// The header that says what a page may load, and who may frame it: a page cannot say the latter itself.
pub fn content_security(policy: &str, frames: Frames) -> String {
    format!("{policy}; frame-ancestors {}", frames.ancestors())
}

/// The headers that are the same everywhere.
pub const HEADERS: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
];

/// Not switched on: it holds for the whole host, and cannot be taken back for as long as it says.
pub const HSTS: (&str, &str) = ("Strict-Transport-Security", "max-age=31536000");

/// The comments, in Vietnamese and in English.
pub mod say {
    pub type Both = (&'static str, &'static str);

    pub const TYPES: Both =
        ("Loại tệp; chữ luôn là UTF-8.", "Kinds of files; text is always UTF-8.");
    pub const NOT_FOUND: Both = (
        "Trang báo lỗi 404 của chính trang web, theo ngôn ngữ.",
        "The site's own page for what is not found, in its language.",
    );
    pub const HEADERS: Both = (
        "Trang chỉ được tải những gì của chính nó; chỉ máy chủ này được nhúng trang.",
        "A page loads only what is its own; only this host may frame it.",
    );
    pub const EMBED: Both = (
        "Trang trong embed/ được làm để trang web khác nhúng.",
        "Pages in embed/ are made to be framed by other sites.",
    );
    pub const CACHE: Both = (
        "Trang và dữ liệu: trình duyệt luôn hỏi lại xem đã có bản mới chưa.",
        "Pages and data: the browser always asks whether there is a newer one.",
    );
    pub const FOR_EVER: Both = (
        "Tên tệp đổi theo nội dung: giữ được mãi.",
        "The name changes with what the file holds: it may be kept for ever.",
    );
    pub const AN_HOUR: Both =
        ("Biểu tượng và ảnh chia sẻ: giữ một giờ.", "Icons and share pictures: kept for an hour.");
    pub const COMPRESSED: Both = (
        "Gửi tệp .br và .gz có sẵn (build --compress).",
        "Send the .br and .gz files that are there (build --compress).",
    );
    pub const COMPRESSED_BY_SERVER: Both = (
        "IIS tự nén; tệp .br và .gz không cần đến.",
        "IIS compresses by itself; the .br and .gz files are not needed.",
    );
    pub const REDIRECTS: Both =
        ("Địa chỉ cũ dẫn sang địa chỉ mới.", "Old addresses lead to new ones.");
    pub const HIDDEN: Both = (
        "Tệp ẩn và thư mục không có trang: coi như không có.",
        "Hidden files, and folders without a page, are not there.",
    );
    pub const READ: Both = ("Chỉ đọc.", "For reading only.");
    pub const HSTS: Both = (
        "Chỉ bật khi MỌI trang của máy chủ này đều có HTTPS: không rút lại được trong một năm.",
        "Only when EVERY page of this host has HTTPS: it cannot be taken back for a year.",
    );
}
