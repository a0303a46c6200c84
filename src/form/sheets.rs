//! The form → an .xlsx workbook.
//!
//! What is ours is locked, without a password: against slips of the hand, not against people. The same
//! content and the same as-of give the same bytes, so the only date in the file is as-of.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties,
    ExcelDateTime, Format, FormatAlign, FormatBorder, Note, ProtectionOptions, Workbook, Worksheet,
    XlsxError,
};

use crate::content::SourceKind;
use crate::values::{Date, Locale};
use crate::workbook::Cell;

use super::choice::Choice;
use super::columns::{Column, Filling};
use super::labels;
use super::meta::{Field, rows};
use super::rows::{Form, Row};

/// The heading of the table on the sheet `Kết quả`; the rows follow.
pub const HEADING_ROW: u32 = 2;

/// A4.
const PAPER: u8 = 9;
const FONT: &str = "Times New Roman";
const DAY: &str = "dd/mm/yyyy";

/// How the cells look. Every state has a word or a border beside its colour.
struct Looks {
    title: Format,
    /// The title and a line above a table, which run on over the columns.
    banner: Format,
    line: Format,
    heading: Format,
    required: Format,
    plain: Format,
    ours: Format,
    published: Format,
    published_day: Format,
    open: Format,
    open_day: Format,
    open_number: Format,
    closed: Format,
}

impl Looks {
    fn new() -> Self {
        let line = Format::new().set_font_name(FONT).set_font_size(11);
        let plain = line.clone().set_text_wrap().set_align(FormatAlign::Top);
        let cell =
            plain.clone().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x8A_8A8A));
        let heading = cell.clone().set_bold().set_background_color(Color::RGB(0xE7_E6E6));
        let published = cell.clone().set_background_color(Color::RGB(0xDD_EBF7));
        let open = cell.clone().set_background_color(Color::RGB(0xFF_FBE6)).set_unlocked();
        Self {
            banner: line.clone().set_bold().set_font_size(14),
            line,
            title: plain.clone().set_bold().set_font_size(14),
            required: heading.clone().set_font_color(Color::RGB(0x9C_0006)),
            published_day: published.clone().set_num_format(DAY).set_align(FormatAlign::Left),
            open_day: open.clone().set_num_format(DAY),
            open_number: open.clone().set_num_format("0.##########"),
            closed: cell.clone().set_background_color(Color::RGB(0xD9_D9D9)),
            ours: cell,
            plain,
            heading,
            published,
            open,
        }
    }
}

/// The bytes of the workbook.
///
/// # Errors
/// When the workbook cannot be made, for example because a text is longer than a cell can be.
pub fn workbook(form: &Form) -> Result<Vec<u8>, String> {
    write(form).map_err(|fault| fault.to_string())
}

fn write(form: &Form) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::new();
    let mut book = Workbook::new();
    let as_of = excel(form.model.site.as_of)?;
    book.set_properties(
        &DocProperties::new()
            .set_title(title(form))
            .set_author(form.model.site.record.publisher.vi.as_str())
            .set_creation_datetime(&as_of),
    );
    guide(book.add_worksheet(), &looks)?;
    source(book.add_worksheet(), form, &looks)?;
    results(book.add_worksheet(), form, &looks)?;
    if !form.shares.is_empty() {
        shares(book.add_worksheet(), form, &looks)?;
    }
    book.save_to_buffer()
}

fn title(form: &Form) -> String {
    format!("Biểu báo cáo kết quả {} – {}", form.period.shown(), form.name().vi)
}

fn instrument(form: &Form) -> String {
    let instrument = &form.plan.record.instrument;
    format!(
        "{} số {} ngày {}",
        instrument.kind.vi,
        instrument.number,
        instrument.date.shown(Locale::Vi)
    )
}

fn excel(day: Date) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(
        u16::try_from(day.year()).unwrap_or_default(),
        u8::try_from(day.month()).unwrap_or_default(),
        u8::try_from(day.day()).unwrap_or_default(),
    )
}

/// What every sheet has: its name, its protection, and how it is printed.
fn set_up(sheet: &mut Worksheet, name: &str, pages_wide: u16) -> Result<(), XlsxError> {
    let allowed = ProtectionOptions {
        format_rows: true,
        format_columns: true,
        ..ProtectionOptions::default()
    };
    sheet.set_name(name)?;
    sheet.protect_with_options(&allowed);
    sheet.set_paper_size(PAPER).set_landscape().set_print_fit_to_pages(pages_wide, 0);
    sheet.set_margins(0.4, 0.4, 0.5, 0.5, 0.3, 0.3);
    sheet.set_footer("&L&A&RTrang &P/&N");
    Ok(())
}

/// Makes a row high enough for its texts. Not every program does so by itself when it opens a file.
fn set_height<'t>(
    sheet: &mut Worksheet,
    row: u32,
    texts: impl IntoIterator<Item = (&'t str, f64)>,
) -> Result<(), XlsxError> {
    const LINE: f64 = 15.0;
    /// The highest row that Excel knows.
    const HIGHEST: f64 = 409.0;
    let lines = texts.into_iter().map(|(text, width)| {
        let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        // The font is narrower than the sheet counts, but words do not fill their lines to the end.
        (f64::from(letters) * 0.95 / width).ceil().max(1.0)
    });
    let most = lines.fold(1.0, f64::max);
    sheet.set_row_height(row, (most * LINE + 3.0).min(HIGHEST))?;
    Ok(())
}

fn guide(sheet: &mut Worksheet, looks: &Looks) -> Result<(), XlsxError> {
    set_up(sheet, labels::GUIDE, 1)?;
    sheet.set_column_width(0, 110)?;
    for (row, (is_heading, text)) in (0..).zip(labels::GUIDE_LINES) {
        let look = if *is_heading { &looks.title } else { &looks.plain };
        set_height(sheet, row, [(*text, 110.0)])?;
        sheet.write_with_format(row, 0, *text, look)?;
    }
    Ok(())
}

fn source(sheet: &mut Worksheet, form: &Form, looks: &Looks) -> Result<(), XlsxError> {
    set_up(sheet, labels::SOURCE, 1)?;
    sheet.set_column_width(0, 26)?.set_column_width(1, 60)?.set_column_width(2, 50)?;
    sheet.write_with_format(0, 0, title(form), &looks.banner)?;
    sheet.write_with_format(1, 0, instrument(form), &looks.line)?;
    let plan = &form.plan.record;
    for (row, label, value, help) in [
        (rows::VERSION, "Mẫu biểu", labels::VERSION.to_owned(), String::new()),
        (rows::PLAN, "Kế hoạch", plan.slug.to_string(), plan.instrument.title.vi.to_string()),
        (rows::AGENCY, "Cơ quan", form.agency_id().to_string(), form.name().vi.to_string()),
        (rows::PERIOD, "Kỳ báo cáo", form.period.to_string(), form.period.shown()),
        (
            rows::ADDED,
            "Cam kết thêm",
            form.added_ids(),
            "Cam kết mà cơ quan tổng hợp hỏi thêm.".to_owned(),
        ),
    ] {
        set_height(sheet, row, [(help.as_str(), 50.0)])?;
        sheet.write_with_format(row, 0, label, &looks.heading)?;
        sheet.write_with_format(row, 1, value, &looks.ours)?;
        sheet.write_with_format(row, 2, help, &looks.plain)?;
    }
    let day = looks.ours.clone().set_num_format(DAY).set_align(FormatAlign::Left);
    sheet.write_with_format(rows::AS_OF, 0, "Nội dung tính đến", &looks.heading)?;
    sheet.write_datetime_with_format(rows::AS_OF, 1, excel(form.model.site.as_of)?, &day)?;
    sheet.write_with_format(10, 0, "Nguồn của báo cáo này", &looks.banner)?;
    for field in Field::ALL {
        let row = field.row();
        let heading = if field.required() { &looks.required } else { &looks.heading };
        set_height(sheet, row, [(field.help(), 50.0)])?;
        sheet.write_with_format(row, 0, field.title(), heading)?;
        sheet.write_with_format(row, 2, field.help(), &looks.plain)?;
        open_cell(sheet, (row, 1), field.filling(), &kinds(field), looks)?;
        note(sheet, (row, 0), field.help())?;
    }
    let days = form.period.days();
    let publisher = form.name().vi.as_str();
    sheet.write_with_format(Field::Publisher.row(), 1, publisher, &looks.open)?;
    let (from, to) = (Field::From.row(), Field::To.row());
    sheet.write_datetime_with_format(from, 1, excel(days.from)?, &looks.open_day)?;
    sheet.write_datetime_with_format(to, 1, excel(days.to)?, &looks.open_day)?;
    sheet.set_freeze_panes(2, 0)?;
    Ok(())
}

fn kinds(field: Field) -> Vec<&'static str> {
    if field == Field::Kind { SourceKind::words() } else { Vec::new() }
}

fn results(sheet: &mut Worksheet, form: &Form, looks: &Looks) -> Result<(), XlsxError> {
    set_up(sheet, labels::RESULTS, 3)?;
    set_height(sheet, HEADING_ROW, Column::ALL.map(|column| (column.title(), column.width())))?;
    sheet.write_with_format(0, 0, title(form), &looks.banner)?;
    sheet.write_with_format(
        1,
        0,
        "Ô vàng: điền. Dòng xanh: đã công bố, để đối chiếu. Ô xám: không hỏi. Cột chữ đỏ: bắt buộc khi đã điền dòng.",
        &looks.line,
    )?;
    for column in Column::ALL {
        let at = column.number();
        sheet.set_column_width(at, column.width())?;
        let needed = form.rows.iter().any(|row| {
            let kind = form.item(row).kind;
            form.asks(row, column) && column.required(kind, row.measure.is_some())
        });
        let look = if needed { &looks.required } else { &looks.heading };
        sheet.write_with_format(HEADING_ROW, at, column.title(), look)?;
        note(sheet, (HEADING_ROW, at), column.help())?;
        // A column that is asked of none of the rows would only be in the way.
        let used = |row: &Row| form.asks(row, column) || form.cell(row, column).is_some();
        if column.filling() != Filling::Locked && !form.rows.iter().any(used) {
            sheet.set_column_hidden(at)?;
        }
    }
    for (at, row) in (HEADING_ROW + 1..).zip(&form.rows) {
        let cells = Column::ALL.map(|column| (column, form.cell(row, column)));
        let texts = cells.iter().map(|(column, cell)| {
            (cell.as_ref().map(Cell::shown).unwrap_or_default(), column.width())
        });
        let texts: Vec<_> = texts.collect();
        set_height(sheet, at, texts.iter().map(|(text, width)| (text.as_str(), *width)))?;
        for (column, cell) in cells {
            let place = (at, column.number());
            if row.published.is_some() {
                locked_cell(sheet, place, cell.as_ref(), &looks.published, &looks.published_day)?;
            } else if column.filling() == Filling::Locked {
                locked_cell(sheet, place, cell.as_ref(), &looks.ours, &looks.ours)?;
            } else if form.asks(row, column) {
                open_cell(sheet, place, column.filling(), &column.list(), looks)?;
            } else {
                sheet.write_blank(place.0, place.1, &looks.closed)?;
            }
        }
    }
    sheet.set_freeze_panes(HEADING_ROW + 1, Column::Words.number() + 1)?;
    sheet.set_repeat_rows(0, HEADING_ROW)?;
    sheet.set_repeat_columns(0, Column::Words.number())?;
    Ok(())
}

fn shares(sheet: &mut Worksheet, form: &Form, looks: &Looks) -> Result<(), XlsxError> {
    set_up(sheet, labels::SHARES, 1)?;
    let text =
        "Cơ quan phối hợp thực hiện các cam kết này. Cơ quan chủ trì báo cáo; ở đây không điền gì.";
    sheet.write_with_format(0, 0, text, &looks.line)?;
    let columns = [
        ("Mã", 10.0),
        ("Nội dung theo Quyết định", 60.0),
        ("Sản phẩm", 25.0),
        ("Chủ trì", 30.0),
        ("Thời hạn", 18.0),
        ("Phần của cơ quan", 30.0),
    ];
    for (column, (heading, width)) in (0..).zip(columns) {
        sheet.set_column_width(column, width)?;
        sheet.write_with_format(HEADING_ROW, column, heading, &looks.heading)?;
    }
    for (at, (item, part)) in (HEADING_ROW + 1..).zip(&form.shares) {
        let item = form.plan.items.get(*item);
        let text = |text: Option<&crate::values::Translated>| {
            text.map(|text| text.vi.to_string()).unwrap_or_default()
        };
        let cells = [
            item.id.to_string(),
            item.words.vi.to_string(),
            text(item.product.as_ref()),
            text(item.lead_printed.as_ref()),
            text(item.deadline.as_ref().map(|deadline| &deadline.printed)),
            part.clone(),
        ];
        let widths = columns.iter().map(|(_, width)| *width);
        set_height(sheet, at, cells.iter().map(String::as_str).zip(widths))?;
        for (column, cell) in (0..).zip(cells) {
            sheet.write_with_format(at, column, cell, &looks.ours)?;
        }
    }
    sheet.set_freeze_panes(HEADING_ROW + 1, 1)?;
    sheet.set_repeat_rows(HEADING_ROW, HEADING_ROW)?;
    Ok(())
}

/// A cell of ours.
fn locked_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: Option<&Cell>,
    look: &Format,
    day_look: &Format,
) -> Result<(), XlsxError> {
    match cell {
        None => sheet.write_blank(row, column, look)?,
        Some(Cell::Day(day)) => {
            sheet.write_datetime_with_format(row, column, excel(*day)?, day_look)?
        }
        Some(Cell::Number { digits, .. }) => match digits.parse::<f64>() {
            Ok(number) => sheet.write_number_with_format(row, column, number, look)?,
            Err(_) => sheet.write_string_with_format(row, column, digits, look)?,
        },
        Some(Cell::Text(text) | Cell::Other(text)) => {
            sheet.write_string_with_format(row, column, text, look)?
        }
    };
    Ok(())
}

/// A cell to fill in, with what the sheet itself can refuse.
fn open_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    filling: Filling,
    list: &[&'static str],
    looks: &Looks,
) -> Result<(), XlsxError> {
    let look = match filling {
        Filling::Day => &looks.open_day,
        Filling::Number | Filling::Whole => &looks.open_number,
        Filling::Words | Filling::List | Filling::Locked => &looks.open,
    };
    sheet.write_blank(row, column, look)?;
    let rule = DataValidation::new();
    let (rule, title, text) = match filling {
        Filling::List => {
            let text = format!("Chọn một trong danh sách: {}.", list.join(", "));
            (rule.allow_list_strings(list)?, "Không có trong danh sách", text)
        }
        Filling::Day => {
            let (earliest, latest) =
                (ExcelDateTime::from_ymd(2000, 1, 1)?, ExcelDateTime::from_ymd(2099, 12, 31)?);
            let rule = rule.allow_date(DataValidationRule::Between(earliest, latest));
            (rule, "Không phải ngày", "Gõ đủ ngày, tháng, năm, ví dụ 31/12/2025.".to_owned())
        }
        Filling::Number => {
            let rule = rule.allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0));
            (rule, "Không phải số", "Chỉ gõ số, không kèm đơn vị hay dấu %.".to_owned())
        }
        Filling::Whole => {
            let rule = rule.allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0));
            (rule, "Không phải số nguyên", "Gõ một số nguyên, ví dụ 3.".to_owned())
        }
        Filling::Words | Filling::Locked => return Ok(()),
    };
    let rule = rule
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title(title)?
        .set_error_message(text)?;
    sheet.add_data_validation(row, column, row, column, &rule)?;
    Ok(())
}

fn note(sheet: &mut Worksheet, (row, column): (u32, u16), text: &str) -> Result<(), XlsxError> {
    let note = Note::new(text).add_author_prefix(false).set_width(260).set_height(110);
    sheet.insert_note(row, column, &note)?;
    Ok(())
}
