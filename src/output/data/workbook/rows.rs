//! The rows of a sheet as XML.

use std::io::{self, Write as _};

use super::MOST_ROWS;
use super::strings::Strings;
use super::value::{Style, Value};
use crate::output::data::room;
use crate::pages::{Cell, Table};

/// Excel tells for so many rows at once which columns they have.
const BLOCK: usize = 16;

/// Rows below the header.
pub struct Written {
    pub xml: Vec<u8>,
    /// The last that has a cell, counted from 1; the header is 1.
    pub last: usize,
}

/// `styles` with the number of each.
pub fn rows<'s, 'm: 's>(
    table: &Table<'m>,
    styles: &[(Style, u32)],
    strings: &mut Strings<'s>,
) -> io::Result<Written> {
    let names: Vec<String> = (0..table.columns.len()).map(column_name).collect();
    let mut written = Written { xml: Vec::new(), last: 1 };
    let mut block = Block::default();
    // The header stands in the first block.
    block.spans(0..table.columns.len());
    let all = table.rows.count().min(MOST_ROWS - 1);
    for (number, cells) in (2..).zip(table.rows.iter().take(all)) {
        block.row(number, cells, &names, styles, strings)?;
        if number % BLOCK == 0 {
            block.end(&mut written)?;
        }
        room::make(&mut written.xml, number - 1, all);
    }
    block.end(&mut written)?;
    Ok(written)
}

/// Rows whose first and last column are told together.
#[derive(Default)]
struct Block {
    columns: Option<(usize, usize)>,
    /// The number of each row, and where its cells end.
    rows: Vec<(usize, usize)>,
    cells: Vec<u8>,
}

impl Block {
    fn spans(&mut self, columns: impl IntoIterator<Item = usize>) {
        for at in columns {
            let (first, last) = self.columns.unwrap_or((at, at));
            self.columns = Some((first.min(at), last.max(at)));
        }
    }

    fn row<'m>(
        &mut self,
        number: usize,
        cells: Vec<Cell<'m>>,
        names: &[String],
        styles: &[(Style, u32)],
        strings: &mut Strings<'m>,
    ) -> io::Result<()> {
        let before = self.cells.len();
        for (at, (cell, name)) in cells.into_iter().zip(names).enumerate() {
            let xml = &mut self.cells;
            match Value::of(cell) {
                Value::Nothing => continue,
                Value::Text(text) => {
                    let text = strings.of_cell(text);
                    write!(xml, r#"<c r="{name}{number}" t="s"><v>{text}</v></c>"#)?;
                }
                Value::Number(value, style) => {
                    let style = styles.iter().find(|(known, _)| *known == style);
                    let style = style.map_or(0, |(_, number)| *number);
                    write!(xml, r#"<c r="{name}{number}" s="{style}"><v>{value}</v></c>"#)?;
                }
                Value::Truth(truth) => {
                    let truth = u8::from(truth);
                    write!(xml, r#"<c r="{name}{number}" t="b"><v>{truth}</v></c>"#)?;
                }
            }
            self.spans([at]);
        }
        if self.cells.len() > before {
            self.rows.push((number, self.cells.len()));
        }
        Ok(())
    }

    fn end(&mut self, written: &mut Written) -> io::Result<()> {
        let Self { columns, rows, mut cells } = std::mem::take(self);
        let (first, last) = columns.unwrap_or_default();
        let mut start = 0;
        for (number, end) in rows {
            write!(written.xml, r#"<row r="{number}" spans="{}:{}">"#, first + 1, last + 1)?;
            written.xml.extend_from_slice(cells.get(start..end).unwrap_or_default());
            written.xml.extend_from_slice(b"</row>");
            written.last = number;
            start = end;
        }
        // Its room is used again.
        cells.clear();
        self.cells = cells;
        Ok(())
    }
}

/// `A` is 0, `AA` is 26.
pub fn column_name(at: usize) -> String {
    let letter = u32::try_from(at % 26).ok().and_then(|at| char::from_u32(u32::from('A') + at));
    let front = if at < 26 { String::new() } else { column_name(at / 26 - 1) };
    front + &letter.map(String::from).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::column_name;

    #[test]
    fn columns_have_the_names_of_excel() {
        let names = [0, 25, 26, 51, 52, 701, 702].map(column_name);
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
