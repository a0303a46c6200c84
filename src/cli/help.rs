//! The help of the command line in Vietnamese. English is what clap reads from `cli.rs`; its own grammar
//! ("error: unexpected argument …") stays English.

use clap::{Arg, ArgAction, Command};

use crate::values::Locale;

/// The command line with its help in a language.
pub fn in_language(command: Command, lang: Locale) -> Command {
    match lang {
        Locale::En => command,
        Locale::Vi => in_vietnamese(command, ""),
    }
}

/// What the program is, then for each command and option, as `COMMAND` and `COMMAND --OPTION`.
const WORDS: &[(&str, &str)] = &[
    (
        "",
        "Biên dịch kế hoạch của cơ quan nhà nước, viết bằng Markdown và YAML, thành trang web tĩnh song ngữ",
    ),
    ("--lang", "Ngôn ngữ của thông báo: vi hoặc en; nếu không nêu thì theo ngôn ngữ của máy"),
    ("init", "Tạo một trang mẫu nhỏ để bắt đầu"),
    ("init --dir", "Một thư mục mới hoặc trống"),
    ("new", "Tạo tệp của một kế hoạch, lĩnh vực, cơ quan hoặc kết quả để điền nội dung"),
    ("new --what", "plan (kế hoạch), area (lĩnh vực), agency (cơ quan) hoặc outcome (kết quả)"),
    ("new --ids", "Mã, ví dụ qd-123-2026, 1-the-che, so-noi-vu hoặc 2026-07-15-bao-cao"),
    ("new --plan", "Kế hoạch chứa lĩnh vực hoặc kết quả; không cần nêu nếu chỉ có một kế hoạch"),
    ("build", "Dựng trang vào thư mục công khai"),
    ("check", "Kiểm tra nội dung, không ghi gì"),
    ("serve", "Xem trang trên máy này và cập nhật theo mỗi thay đổi"),
    ("serve --port", "Cổng trên 127.0.0.1; 0 là bất kỳ cổng nào còn trống"),
    ("explain", "Giải thích một thông báo theo mã; không nêu mã thì liệt kê tất cả"),
    ("explain --code", "Mã của thông báo, ví dụ id-unknown"),
    (
        "accept-translation",
        "Xác nhận bản tiếng Anh đã được đối chiếu với bản tiếng Việt và là đúng",
    ),
    (
        "accept-translation --keys",
        "Các khóa như thông báo nêu, ví dụ ii2-ct08.words, hoặc các mã, ví dụ ii2-ct08; nếu không nêu thì chỉ \
         bỏ những dòng không còn nội dung",
    ),
    ("accept-translation --all", "Mọi nội dung đã có bản tiếng Anh"),
    (
        "build --compress",
        "Ghi thêm tệp .gz và .br bên cạnh mỗi tệp nén nhỏ hơn được, cho máy chủ gửi loại tệp này",
    ),
    ("build --timings", "Nêu thời gian của từng bước"),
    ("bundle", "Đóng gói trang thành một tệp .zip cho máy không có mạng"),
    ("bundle --output", "Tệp cần ghi"),
    ("bundle --secret_key", "Ký manifest của gói bằng khóa bí mật trong tệp này"),
    (
        "verify",
        "Đối chiếu trang đã xuất bản với manifest của trang, các bản công bố với nhau, và kiểm tra chữ ký",
    ),
    ("verify --place", "Thư mục của trang, hoặc địa chỉ của một trang bất kỳ"),
    ("verify --key", "Khóa công khai của bên ký, dạng base64 như minisign in ra: RW…"),
    ("verify --key_file", "Khóa đó trong một tệp"),
    (
        "verify --cited",
        "SHA-256 của một bản công bố như trích dẫn nêu: trang phải có bản đó; có thể nêu nhiều lần",
    ),
    ("verify --timeout", "Máy chủ được im lặng bao nhiêu giây"),
    ("sign", "Ký manifest của trang đã dựng, để ai cũng kiểm tra được ai đã xuất bản"),
    (
        "sign --path",
        "Thư mục của trang (ký manifest), hoặc một tệp bất kỳ, ví dụ tệp do bundle ghi",
    ),
    ("sign --generate", "Tạo cặp khóa, không ký gì"),
    (
        "sign --secret_key",
        "Tệp khóa bí mật; nếu không nêu thì là tệp của minisign: .minisign/minisign.key trong thư mục cá nhân",
    ),
    ("sign --key_file", "Khi tạo khóa: tệp ghi khóa công khai"),
    ("sign --no_password", "Khi tạo khóa: khóa bí mật không có mật khẩu"),
    ("sign --comment", "Lời ghi cũng được ký, thay cho tên tệp và mã băm của nội dung"),
    ("sign --content", "Thư mục nội dung, nơi không được để khóa"),
    ("hosting", "In cấu hình máy chủ web cho trang này"),
    ("hosting --server", "Máy chủ web: nginx, apache, iis hoặc caddy"),
    ("hosting --root", "Thư mục công khai trên máy chủ"),
    (
        "hosting --brotli",
        "Chỉ với nginx: máy chủ có mô-đun cho tệp .br (libnginx-mod-http-brotli-static)",
    ),
    ("schema", "Ghi lược đồ bên cạnh nội dung, để trình soạn thảo gợi ý và kiểm tra YAML khi viết"),
    ("form", "Xuất bảng tính để một cơ quan báo cáo việc đã làm trong một kỳ"),
    ("form --agency", "Cơ quan báo cáo: mã trong agencies.yaml, ví dụ so-noi-vu"),
    ("form --period", "Kỳ: 2025, 6-thang-2025, 9-thang-2025, quy-3-2025 hoặc thang-7-2025"),
    ("form --out", "Bảng tính cần ghi; tệp đã có không bao giờ bị ghi đè"),
    (
        "form --items",
        "Một cam kết khác cần hỏi, ví dụ chỉ tiêu mà quyết định không giao cho cơ quan nào",
    ),
    ("form --plan", "Phần địa chỉ của kế hoạch, khi nội dung có nhiều kế hoạch"),
    ("take", "Nhận biểu đã điền, hoặc lập bản nháp từ một bảng phụ lục"),
    ("take --file", "Biểu đã điền (.xlsx), hoặc bảng phụ lục (.xlsx, .csv)"),
    ("take --out", "Với phụ lục: thư mục mới để ghi bản nháp"),
    ("release", "Chốt dữ kiện của một ngày tính đến để có thể trích dẫn mãi mãi"),
    ("release --label", "Tên của bản công bố, ví dụ 2025-07"),
    (
        "lock-source",
        "Ghi nhận bản kế hoạch đã nhận đúng như hiện có; chỉ dùng khi tiếp nhận kế hoạch lần đầu",
    ),
];

/// Options that several commands share.
const SHARED: &[(&str, &str)] = &[
    ("content", "Thư mục nội dung"),
    ("out", "Thư mục ghi trang"),
    ("as_of", "Ngày tính đến, ví dụ 2025-12-31; thay cho ngày trong site.yaml"),
    (
        "base_url",
        "Địa chỉ sẽ đặt trang, ví dụ <https://hue.gov.vn/cchc/>; thay cho địa chỉ trong site.yaml",
    ),
    (
        "theme",
        "Một giao diện trong `themes/`, hoặc một thư mục; thay cho giao diện trong site.yaml",
    ),
    ("strict", "Coi cảnh báo là lỗi"),
    ("json", "Trả lời bằng JSON"),
];

fn word(key: &str) -> Option<&'static str> {
    WORDS.iter().find(|(known, _)| *known == key).map(|(_, text)| *text)
}

fn of_option(path: &str, id: &str) -> Option<&'static str> {
    let own = format!("{path} --{id}");
    word(own.trim_start())
        .or_else(|| SHARED.iter().find(|(known, _)| *known == id).map(|(_, text)| *text))
}

fn in_vietnamese(mut command: Command, path: &str) -> Command {
    if let Some(about) = word(path) {
        command = command.about(about).long_about(about);
    }
    let known = path.to_owned();
    command = command.mut_args(move |option| {
        let heading = if option.is_positional() { "Tham số" } else { "Tùy chọn" };
        let option = option.help_heading(heading);
        match of_option(&known, option.get_id().as_str()) {
            Some(help) => option.help(help).long_help(help),
            None => option,
        }
    });
    command = command.disable_help_flag(true).disable_help_subcommand(true).arg(
        Arg::new("help")
            .short('h')
            .long("help")
            .action(ArgAction::Help)
            .help("In phần trợ giúp này")
            .help_heading("Tùy chọn"),
    );
    if path.is_empty() {
        command = command.disable_version_flag(true).arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help("In phiên bản")
                .help_heading("Tùy chọn"),
        );
    }
    let template = if command.has_subcommands() {
        "{about-with-newline}\nCách dùng: {usage}\n\nLệnh:\n{subcommands}\n\nTùy chọn:\n{options}"
    } else {
        "{about-with-newline}\nCách dùng: {usage}\n\n{all-args}"
    };
    let names: Vec<String> =
        command.get_subcommands().map(|below| below.get_name().to_owned()).collect();
    command = command.help_template(template);
    for name in names {
        let below = format!("{path} {name}").trim_start().to_owned();
        command = command.mut_subcommand(name, |inner| in_vietnamese(inner, &below));
    }
    command
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory;

    use super::*;
    use crate::cli::Cli;

    /// What is there to be said, and what of it is said in Vietnamese.
    fn walk(command: &Command, path: &str, wanted: &mut BTreeSet<String>) {
        wanted.insert(path.to_owned());
        for option in command.get_arguments() {
            let id = option.get_id().as_str();
            let own = format!("{path} --{id}").trim_start().to_owned();
            let is_shared = SHARED.iter().any(|(known, _)| *known == id) && word(&own).is_none();
            if !matches!(id, "help" | "version") && !is_shared {
                wanted.insert(own);
            }
        }
        for below in command.get_subcommands() {
            walk(below, format!("{path} {}", below.get_name()).trim_start(), wanted);
        }
    }

    #[test]
    fn every_command_and_option_has_vietnamese() {
        let mut wanted = BTreeSet::new();
        walk(&Cli::command(), "", &mut wanted);
        let known: BTreeSet<String> = WORDS.iter().map(|(key, _)| (*key).to_owned()).collect();
        assert_eq!(known, wanted);
    }

    #[test]
    fn the_help_of_clap_s_own_is_vietnamese_too() {
        let mut command = in_language(Cli::command(), Locale::Vi);
        command.build();
        let help = command.render_help().to_string();
        for english in ["Usage", "Options", "Commands", "Print"] {
            assert!(!help.contains(english), "{help}");
        }
        for below in command.get_subcommands_mut() {
            let help = below.render_help().to_string();
            for english in ["Usage", "Options:", "Arguments", "Print"] {
                assert!(!help.contains(english), "{help}");
            }
        }
    }
}
