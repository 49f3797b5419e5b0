//! Import: from the rows of a sheet to records as understood, with every oddity named, before anything is written.

mod actions;
mod agencies;
mod comparison;
mod dates;
mod fields;
mod findings;
mod headings;
mod reader;
mod register;
mod sheet;
mod table;
mod values;

pub use actions::{ActionRow, ActionsImport, LastUpdate, read_actions};
pub use agencies::{AgenciesImport, AgencyRow, read_agencies, word_for};
pub use comparison::{Change, FileRow, LeftOver, RowKey, RowPlan, RowValues, StoredRow, compare};
pub use dates::date_of;
pub use fields::{Column, SheetField, SheetKind};
pub use findings::{Anomaly, Refusal};
pub use headings::{ColumnReading, Headings, Mapping, Recognition, find_headings, recognise};
pub use register::{
    Hub, RegisterCase, RegisterEpisode, RegisterFigures, RegisterImport, RegisterRow, Remark, ScoreCell,
    read_register,
};
pub use sheet::{Cell, Encoding, MOST_COLUMNS, MOST_ROWS, Origin, Separator, Sheet, SheetRow};
pub use table::Refused;

#[cfg(test)]
mod testing;
