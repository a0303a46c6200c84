//! What a value looks like to other programs (JSON Schema): as an editor may write it in YAML, and as it
//! is written into published data.
//!
//! A scalar of YAML that looks like a number (`2025`) is read as the text that it is written with, so
//! here it may be a number too.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{
    ActId, AgencyId, BaseUrl, Date, Dong, ItemId, MeasureId, OutcomeId, PartialDate, PlanSlug,
    Quantity, Reading, TermId, Text, WebAddress,
};

const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
const DAY: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
const PARTIAL_DATE: &str = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";
const NUMBER: &str = "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$";
const READING: &str = "^(before [0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|[0-9]{4}-Q[1-4](\\.\\.Q[1-4])?|each-body)$";
const WEB_ADDRESS: &str = "^\\s*https?://[^\\s\"<>\\\\]+\\s*$";
const BASE_URL: &str = "^\\s*https?://[^\\s\"<>\\\\?#&]+\\s*$";
const DONG: &str = "^(0|[1-9][0-9]*)$";

/// The schema of a value: its name, the types that a YAML scalar of it may seem to have, the pattern of
/// its text, and what it is in Vietnamese and English.
macro_rules! looks_like {
    ($value:ty, $name:literal, [$($seems:literal),+], $pattern:expr, $vi:literal, $en:literal) => {
        impl JsonSchema for $value {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }
            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let description = concat!($vi, " / ", $en);
                if generator.contract().is_serialize() {
                    return json_schema!({
                        "description": description, "type": "string", "pattern": $pattern
                    });
                }
                json_schema!({
                    "description": description, "type": ["string", $($seems),+], "pattern": $pattern
                })
            }
        }
    };
}

// A text of white space only is no text.
looks_like!(
    Text,
    "Text",
    ["number", "boolean"],
    "\\S",
    "Một văn bản, không để trống",
    "A text, not empty"
);
looks_like!(
    ItemId,
    "ItemId",
    ["integer"],
    ID,
    "Mã của cam kết, ví dụ ii2-ct08",
    "The id of an item, such as ii2-ct08"
);
looks_like!(
    MeasureId,
    "MeasureId",
    ["integer"],
    ID,
    "Mã của thước đo, ví dụ m1",
    "The id of a measure, such as m1"
);
looks_like!(
    AgencyId,
    "AgencyId",
    ["integer"],
    ID,
    "Mã của cơ quan, ví dụ so-noi-vu",
    "The id of a public body, such as so-noi-vu"
);
looks_like!(
    OutcomeId,
    "OutcomeId",
    ["integer"],
    ID,
    "Mã của kết quả, ví dụ r5a",
    "The id of an outcome, such as r5a"
);
looks_like!(
    TermId,
    "TermId",
    ["integer"],
    ID,
    "Mã của thuật ngữ, ví dụ tthc",
    "The id of a term, such as tthc"
);
looks_like!(
    ActId,
    "ActId",
    ["integer"],
    ID,
    "Mã của văn bản được dẫn, ví dụ nd-42-2022",
    "The id of a legal act, such as nd-42-2022"
);
looks_like!(
    PlanSlug,
    "PlanSlug",
    ["integer"],
    ID,
    "Phần của kế hoạch trong địa chỉ, ví dụ 3322-2024",
    "The plan's part of an address, such as 3322-2024"
);
looks_like!(
    PartialDate,
    "PartialDate",
    ["integer"],
    PARTIAL_DATE,
    "Ngày, tháng hoặc năm: 2025-12-31, 2025-12, 2025",
    "A day, a month or a year: 2025-12-31, 2025-12, 2025"
);
looks_like!(
    Quantity,
    "Quantity",
    ["number"],
    NUMBER,
    "Số đúng, trong ngoặc kép, dấu chấm trước phần thập phân: \"88.93\"",
    "An exact number in quotes, with a dot: \"88.93\""
);
looks_like!(
    Reading,
    "Reading",
    ["integer"],
    READING,
    "Thời hạn đọc được: before 2025-12-31, 2025-12-31, 2025-12, 2025-Q4, 2025-Q2..Q3, 2025, each-body",
    "A deadline as read: before 2025-12-31, 2025-12-31, 2025-12, 2025-Q4, 2025-Q2..Q3, 2025, each-body"
);

/// The same for values that no number looks like.
macro_rules! looks_like_text {
    ($value:ty, $name:literal, $pattern:expr, $vi:literal, $en:literal) => {
        impl JsonSchema for $value {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({
                    "description": concat!($vi, " / ", $en), "type": "string", "pattern": $pattern
                })
            }
        }
    };
}

looks_like_text!(Date, "Date", DAY, "Ngày, ví dụ 2025-12-31", "A day, such as 2025-12-31");
looks_like_text!(
    WebAddress,
    "WebAddress",
    WEB_ADDRESS,
    "Địa chỉ đầy đủ, bắt đầu bằng https:// hoặc http://",
    "A whole web address, beginning with https:// or http://"
);
looks_like_text!(
    BaseUrl,
    "BaseUrl",
    BASE_URL,
    "Địa chỉ thư mục của trang, ví dụ https://hue.gov.vn/cchc/",
    "The address of the site's folder, such as https://hue.gov.vn/cchc/"
);

impl JsonSchema for Dong {
    fn schema_name() -> Cow<'static, str> {
        "Dong".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let description = "Số tiền bằng đồng, chỉ gồm chữ số, ví dụ 4455000000 / Whole đồng in digits, such as 4455000000";
        if generator.contract().is_serialize() {
            return json_schema!({ "description": description, "type": "integer", "minimum": 0 });
        }
        json_schema!({
            "description": description, "type": ["integer", "string"], "minimum": 0, "pattern": DONG
        })
    }
}
