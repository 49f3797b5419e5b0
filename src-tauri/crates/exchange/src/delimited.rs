//! Text with separators: CSV and its relatives, cell by cell, with bounds that a reader of records could not keep.

use domain::import::{Cell, MOST_COLUMNS, MOST_ROWS, Separator, SheetRow};

use crate::error::{LONGEST_CELL, ReadError};

/// Rows that a sheet may have beside its data: titles, headings, repeated headings.
pub(crate) const SPARE_ROWS: usize = 1_000;

/// Whether quotation marks enclose cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quotes {
    /// They do: `"a, b"` is one cell, `""` in it is one mark.
    Enclose,
    /// They are characters like any other.
    Stand,
}

/// Goes through a text row by row; rows without a word are left out.
pub struct Rows<'text> {
    rest: &'text str,
    separator: char,
    quotes: Quotes,
    line: u32,
}

impl<'text> Rows<'text> {
    /// Starts at the first line of `text`.
    pub fn new(text: &'text str, separator: Separator, quotes: Quotes) -> Self {
        Self { rest: text, separator: separator.character(), quotes, line: 1 }
    }

    fn next_row(&mut self) -> Result<SheetRow, ReadError> {
        let number = self.line;
        let mut cells = Vec::new();
        let mut width = 0;
        loop {
            let (cell, end) = self.next_cell(number)?;
            width += 1;
            if !cell.is_empty() {
                if width > MOST_COLUMNS {
                    return Err(ReadError::TooManyColumns { row: number });
                }
                // Empty cells are only put in before a filled one, so that a line of separators costs nothing.
                cells.resize(width - 1, Cell::Empty);
                cells.push(cell);
            }
            if end == End::Row {
                return Ok(SheetRow { number, cells, merged: Vec::new() });
            }
        }
    }

    fn next_cell(&mut self, row: u32) -> Result<(Cell, End), ReadError> {
        let mut text = String::new();
        let spaces = self.rest.len() - self.rest.trim_start_matches(' ').len();
        if self.quotes == Quotes::Enclose && self.rest[spaces..].starts_with('"') {
            self.rest = &self.rest[spaces + 1..];
            self.read_quoted(&mut text, row)?;
        }
        let plain = self.rest.find([self.separator, '\n', '\r']).unwrap_or(self.rest.len());
        text.push_str(&self.rest[..plain]);
        self.rest = &self.rest[plain..];
        if text.len() > LONGEST_CELL && text.chars().count() > LONGEST_CELL {
            return Err(ReadError::CellTooLong { row });
        }
        Ok((Cell::of(&text), self.pass_end()))
    }

    fn read_quoted(&mut self, text: &mut String, row: u32) -> Result<(), ReadError> {
        loop {
            let mark = self.rest.find('"').ok_or(ReadError::QuoteNotClosed { row })?;
            let inside = &self.rest[..mark];
            text.push_str(inside);
            self.line = self.line.saturating_add(lines_in(inside));
            self.rest = &self.rest[mark + 1..];
            match self.rest.strip_prefix('"') {
                Some(rest) => {
                    text.push('"');
                    self.rest = rest;
                }
                None => return Ok(()),
            }
        }
    }

    fn pass_end(&mut self) -> End {
        if let Some(rest) = self.rest.strip_prefix(self.separator) {
            self.rest = rest;
            return End::Cell;
        }
        let rest = self.rest.strip_prefix("\r\n").or_else(|| self.rest.strip_prefix(['\n', '\r']));
        if let Some(rest) = rest {
            self.rest = rest;
            self.line = self.line.saturating_add(1);
        }
        End::Row
    }
}

#[derive(PartialEq)]
enum End {
    Cell,
    Row,
}

impl Iterator for Rows<'_> {
    type Item = Result<SheetRow, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.rest.is_empty() {
            match self.next_row() {
                Ok(row) if row.cells.is_empty() => {}
                Err(error) => {
                    self.rest = "";
                    return Some(Err(error));
                }
                row => return Some(row),
            }
        }
        None
    }
}

/// Returns all rows of `text`.
pub fn read_rows(text: &str, separator: Separator, quotes: Quotes) -> Result<Vec<SheetRow>, ReadError> {
    let mut rows = Vec::new();
    for row in Rows::new(text, separator, quotes) {
        rows.push(row?);
        if rows.len() > MOST_ROWS + SPARE_ROWS {
            return Err(ReadError::TooManyRows);
        }
    }
    Ok(rows)
}

fn lines_in(text: &str) -> u32 {
    let feeds = text.matches('\n').count();
    let returns = text.matches('\r').count() - text.matches("\r\n").count();
    u32::try_from(feeds + returns).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Vec<(u32, Vec<String>)> {
        let rows = read_rows(text, Separator::Comma, Quotes::Enclose).unwrap();
        let words = |row: &SheetRow| row.cells.iter().map(|cell| cell.text().into_owned()).collect();
        rows.iter().map(|row| (row.number, words(row))).collect()
    }

    fn row(number: u32, cells: &[&str]) -> (u32, Vec<String>) {
        (number, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn a_quoted_cell_holds_separators_marks_and_lines() {
        let text = "a,\"b, \"\"c\"\"\",d\r\n\"two\nlines\",e\nlast";
        let expected = [row(1, &["a", "b, \"c\"", "d"]), row(2, &["two\nlines", "e"]), row(4, &["last"])];
        assert_eq!(
            read(text),
            expected,
            "a row after a cell over two lines keeps the number of its own line"
        );
    }

    #[test]
    fn empty_lines_count_and_give_no_row() {
        assert_eq!(read("a\n\n,,\r\n\r\n ,b\n"), [row(1, &["a"]), row(5, &["", "b"])]);
        assert_eq!(read("a\rb\r"), [row(1, &["a"]), row(2, &["b"])], "lines of an old Macintosh");
    }

    #[test]
    fn an_open_quotation_mark_is_refused_with_its_row() {
        let error = read_rows("a\nb,\"c\nd", Separator::Comma, Quotes::Enclose).unwrap_err();
        assert_eq!(error.row(), Some(2));
    }

    #[test]
    fn a_row_wider_than_any_sheet_is_refused_before_it_fills_memory() {
        let wide = format!("a\n{}x", ",".repeat(MOST_COLUMNS));
        let error = read_rows(&wide, Separator::Comma, Quotes::Enclose).unwrap_err();
        assert!(matches!(error, ReadError::TooManyColumns { row: 2 }));
        assert_eq!(
            read(&format!("a{}", ",".repeat(MOST_COLUMNS * 9))),
            [row(1, &["a"])],
            "empty cells cost nothing"
        );
    }

    proptest! {
        #[test]
        fn it_reads_what_a_proven_csv_writer_wrote(table in prop::collection::vec(prop::collection::vec("[a-z,;\"\n/ é]{0,6}", 3), 1..6)) {
            let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
            for cells in &table {
                writer.write_record(cells).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let trimmed = |cells: &Vec<String>| {
                let mut cells: Vec<String> = cells.iter().map(|cell| cell.trim().to_owned()).collect();
                while cells.last().is_some_and(String::is_empty) {
                    cells.pop();
                }
                cells
            };
            let expected: Vec<_> = table.iter().map(trimmed).filter(|cells| !cells.is_empty()).collect();
            let rows: Vec<_> = read(&text).into_iter().map(|(_, cells)| cells).collect();
            prop_assert_eq!(rows, expected);
        }

        #[test]
        fn no_text_makes_it_stumble(text in "[\"\n\r,\t; a-zé]{0,60}") {
            for separator in Separator::ALL {
                let _ = read_rows(&text, separator, Quotes::Enclose);
                prop_assert!(read_rows(&text, separator, Quotes::Stand).is_ok());
            }
        }
    }
}
