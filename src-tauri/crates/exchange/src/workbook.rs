//! XLSX workbooks, cell by cell, so that a sheet that claims to be huge costs nothing.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use chrono::NaiveDate;
use domain::import::{
    Cell, MOST_COLUMNS, MOST_ROWS, Mapping, Origin, Recognition, Sheet, SheetKind, SheetRow, recognise,
};

use crate::archive::check_archive;
use crate::delimited::SPARE_ROWS;
use crate::error::{LONGEST_CELL, ReadError};
use crate::source::MOST_BYTES;

/// How many sheets of a workbook are looked at.
const MOST_SHEETS: usize = 50;

/// Returns the sheet of the workbook in `bytes` that reads best as one of `kind`: the first whose headings are known.
pub fn read_workbook(bytes: &[u8], kind: SheetKind, mapping: &Mapping) -> Result<Sheet, ReadError> {
    check_archive(bytes)?;
    // The reader of workbooks is not ours and a crafted file can make it stumble; an open meeting must survive that.
    let read = catch_unwind(AssertUnwindSafe(|| choose_sheet(bytes, kind, mapping)));
    read.unwrap_or(Err(ReadError::Damaged))
}

fn choose_sheet(bytes: &[u8], kind: SheetKind, mapping: &Mapping) -> Result<Sheet, ReadError> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(of_workbook)?;
    let mut sheets: Vec<_> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .cloned()
        .collect();
    sheets.sort_by_key(|sheet| sheet.visible != SheetVisible::Visible);
    let mut best: Option<(Recognition, Sheet)> = None;
    let mut first_error = None;
    for sheet in sheets.iter().take(MOST_SHEETS) {
        let rows = match read_rows(&mut workbook, &sheet.name) {
            Ok(rows) if rows.is_empty() => continue,
            Ok(rows) => rows,
            // Another sheet may be the one that is meant: a long list beside a short register is no fault.
            Err(error) => {
                first_error.get_or_insert(error);
                continue;
            }
        };
        let read = Sheet { origin: Origin::Workbook { sheet: sheet.name.clone() }, rows };
        let recognition = recognise(&read, kind, mapping);
        if best.as_ref().is_none_or(|(other, _)| recognition > *other) {
            best = Some((recognition, read));
        }
        if recognition == Recognition::Complete {
            break;
        }
    }
    match (best, first_error) {
        (Some((Recognition::Complete | Recognition::Partial, sheet)), _) | (Some((_, sheet)), None) => {
            Ok(sheet)
        }
        (_, Some(error)) => Err(error),
        (None, None) => Err(ReadError::Empty),
    }
}

fn of_workbook(error: XlsxError) -> ReadError {
    match error {
        XlsxError::Password => ReadError::OtherSpreadsheet("a workbook that is protected by a password"),
        _ => ReadError::Damaged,
    }
}

fn read_rows(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<SheetRow>, ReadError> {
    let mut rows: Vec<SheetRow> = Vec::new();
    let mut kept = Kept::default();
    let mut cells = workbook.worksheet_cells_reader(name).map_err(of_workbook)?;
    while let Some(cell) = cells.next_cell().map_err(of_workbook)? {
        let (row, column) = cell.get_position();
        let (number, column) = (row.saturating_add(1), column as usize);
        let value = kept.cell_of(cell.get_value(), number)?;
        if value.is_empty() {
            continue;
        }
        if column >= MOST_COLUMNS {
            return Err(ReadError::TooManyColumns { row: number });
        }
        if rows.last().is_none_or(|last| last.number < number) {
            rows.push(SheetRow { number, ..SheetRow::default() });
        }
        // Rows of a sheet come in their order; one that does not is no sheet that a program wrote.
        let last = rows.last_mut().filter(|last| last.number == number).ok_or(ReadError::Damaged)?;
        put(last, column, value);
        if rows.len() > MOST_ROWS + SPARE_ROWS {
            return Err(ReadError::TooManyRows);
        }
    }
    drop(cells);
    fill_merged(workbook, name, &mut rows, &mut kept)?;
    Ok(rows)
}

fn put(row: &mut SheetRow, column: usize, value: Cell) {
    if row.cells.len() <= column {
        row.cells.resize(column + 1, Cell::Empty);
    }
    row.cells[column] = value;
}

/// Gives cells that are merged downwards their value in every row they cover; what is merged sideways keeps it once.
fn fill_merged(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    rows: &mut [SheetRow],
    kept: &mut Kept,
) -> Result<(), ReadError> {
    let regions = workbook.merge_cells_by_sheet_name(name).map_err(of_workbook)?;
    // Regions do not overlap in a sheet that a program wrote, so together they cover no more than all cells.
    let mut left = rows.len().saturating_add(1).saturating_mul(MOST_COLUMNS);
    for region in regions {
        let (column, top, bottom) = (region.start.1 as usize, region.start.0, region.end.0);
        let start = rows.partition_point(|row| row.number <= top);
        let end = rows.partition_point(|row| row.number <= bottom.saturating_add(1));
        let Some(covered) = rows.get_mut(start..end).filter(|_| column < MOST_COLUMNS) else { continue };
        left = left.checked_sub(covered.len() + 1).ok_or(ReadError::Damaged)?;
        let Some((first, below)) = covered.split_first_mut() else { continue };
        if first.number != top.saturating_add(1) || first.cell(column).is_empty() {
            continue;
        }
        for row in below.iter_mut().filter(|row| row.cell(column).is_empty()) {
            let value = first.cell(column).clone();
            if let Cell::Text(text) = &value {
                kept.count(text.len())?;
            }
            put(row, column, value);
            row.merged.push(column);
        }
    }
    Ok(())
}

/// Counts the text that is kept of a sheet, because a workbook can repeat one long text in every cell.
#[derive(Default)]
struct Kept {
    bytes: u64,
}

impl Kept {
    fn cell_of(&mut self, value: &DataRef<'_>, row: u32) -> Result<Cell, ReadError> {
        match value {
            DataRef::Empty => Ok(Cell::Empty),
            DataRef::Int(number) => Ok(Cell::Number(*number as f64)),
            DataRef::Float(number) => Ok(Cell::Number(*number)),
            DataRef::DateTime(moment) if moment.is_datetime() => Ok(date_of(moment)),
            DataRef::DateTime(moment) => Ok(Cell::Number(moment.as_f64())),
            DataRef::Bool(truth) => Ok(Cell::of(if *truth { "TRUE" } else { "FALSE" })),
            DataRef::Error(error) => Ok(Cell::of(&error.to_string())),
            DataRef::SharedString(text) => self.text_cell(text, row),
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                self.text_cell(text, row)
            }
        }
    }

    fn text_cell(&mut self, text: &str, row: u32) -> Result<Cell, ReadError> {
        if text.len() > LONGEST_CELL && text.chars().count() > LONGEST_CELL {
            return Err(ReadError::CellTooLong { row });
        }
        self.count(text.len())?;
        Ok(Cell::of(text))
    }

    fn count(&mut self, bytes: usize) -> Result<(), ReadError> {
        self.bytes = self.bytes.saturating_add(bytes as u64);
        if self.bytes > MOST_BYTES { Err(ReadError::TooLarge) } else { Ok(()) }
    }
}

/// Returns a date cell; a number that is no date, such as 0 formatted as one, stays visible as that number.
fn date_of(moment: &ExcelDateTime) -> Cell {
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    let date = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day));
    date.filter(|_| moment.as_f64() >= 1.0).map_or(Cell::Number(moment.as_f64()), Cell::Date)
}
