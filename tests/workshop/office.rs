//! `LibreOffice` as the editor of a workbook: opens it, types into cells, saves it.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// What is typed into a cell.
#[derive(Clone, Copy)]
pub enum Typed<'a> {
    Text(&'a str),
    Number(f64),
    /// Year, month, day: a real date.
    Day(i32, i32, i32),
    /// A number with the format of a percentage, as typing `75,78%` leaves it.
    Percent(f64),
    Nothing,
    /// The whole row with this one's values, as a copy.
    CopyRowTo(u32),
}

/// Whether `LibreOffice` is on this machine. `CONGKHAI_ALL=1` says that it must be.
pub fn is_there() -> bool {
    let there = Command::new("soffice").arg("--version").output().is_ok();
    let must = std::env::var("CONGKHAI_ALL").is_ok_and(|all| all == "1");
    assert!(there || !must, "LibreOffice (libreoffice-calc-nogui) is missing, and CONGKHAI_ALL=1");
    there
}

/// Opens `from`, types, and saves as `to`. Cells are named as a sheet names them: `Kết quả!F12`.
pub fn edit(from: &Path, to: &Path, typed: &[(&str, Typed)]) {
    let mut lines = String::new();
    for (place, what) in typed {
        let (sheet, cell) = place.split_once('!').unwrap();
        let quoted = |text: &str| text.replace('"', "\"\"");
        writeln!(lines, "sheet = doc.Sheets.getByName(\"{sheet}\")").unwrap();
        writeln!(lines, "sheet.unprotect(\"\")").unwrap();
        writeln!(lines, "cell = sheet.getCellRangeByName(\"{cell}\").getCellByPosition(0, 0)")
            .unwrap();
        match what {
            Typed::Text(text) => writeln!(lines, "cell.setString(\"{}\")", quoted(text)).unwrap(),
            Typed::Number(number) => writeln!(lines, "cell.setValue({number})").unwrap(),
            Typed::Day(year, month, day) => {
                writeln!(lines, "cell.setValue(DateSerial({year}, {month}, {day}))").unwrap();
            }
            Typed::Percent(number) => {
                writeln!(lines, "cell.setValue({number})").unwrap();
                writeln!(lines, "cell.NumberFormat = 11").unwrap();
            }
            Typed::Nothing => writeln!(lines, "cell.setString(\"\")").unwrap(),
            Typed::CopyRowTo(row) => {
                writeln!(lines, "target = sheet.getCellByPosition(0, {})", row - 1).unwrap();
                writeln!(
                    lines,
                    "sheet.copyRange(target.CellAddress, sheet.getCellRangeByPosition(0, cell.CellAddress.Row, 25, \
                     cell.CellAddress.Row).RangeAddress)"
                )
                .unwrap();
            }
        }
    }
    let url = |path: &Path| format!("file://{}", path.display());
    let program = format!(
        "Sub Edit\nDim hidden(0) As New com.sun.star.beans.PropertyValue\nhidden(0).Name = \"Hidden\"\n\
         hidden(0).Value = True\ndoc = StarDesktop.loadComponentFromURL(\"{}\", \"_blank\", 0, hidden())\n{lines}\
         Dim filter(0) As New com.sun.star.beans.PropertyValue\nfilter(0).Name = \"FilterName\"\n\
         filter(0).Value = \"Calc MS Excel 2007 XML\"\ndoc.storeToURL(\"{}\", filter())\ndoc.close(True)\n\
         StarDesktop.terminate()\nEnd Sub\n",
        url(from),
        url(to)
    );
    // A profile of its own. LibreOffice sets up a new one by itself, and only then keeps what is put into it.
    let profile = TempDir::new().unwrap();
    let at = format!("-env:UserInstallation={}", url(profile.path()));
    Command::new("soffice").args([&at, "--headless", "--terminate_after_init"]).status().unwrap();
    let library = profile.path().join("user/basic/Standard");
    let escaped = program.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    fs::write(
        library.join("Edits.xba"),
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <script:module xmlns:script=\"http://openoffice.org/2000/script\" script:name=\"Edits\" \
             script:language=\"StarBasic\">{escaped}</script:module>\n"
        ),
    )
    .unwrap();
    let list = library.join("script.xlb");
    let listed = fs::read_to_string(&list).unwrap();
    let end = "</library:library>";
    assert!(listed.contains(end), "{listed}");
    let ours = format!("<library:element library:name=\"Edits\"/>{end}");
    fs::write(&list, listed.replace(end, &ours)).unwrap();
    let mut office = Command::new("soffice")
        .args([&at, "--headless", "--norestore", "macro:///Standard.Edits.Edit"])
        .spawn()
        .unwrap();
    // It was seen to hang when a macro fails; a test must not.
    let begun = Instant::now();
    while office.try_wait().unwrap().is_none() {
        if begun.elapsed() > Duration::from_mins(3) {
            office.kill().unwrap();
            office.wait().unwrap();
            break;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    assert!(to.is_file(), "LibreOffice saved nothing");
}
