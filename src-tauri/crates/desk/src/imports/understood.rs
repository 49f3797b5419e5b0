//! A sheet as understood, of whichever kind, and who writes it.

use chrono::NaiveDate;
use domain::import::{
    ActionsImport, AgenciesImport, Anomaly, Change, FileRow, Headings, Hub, LeftOver, Mapping, Origin,
    Refused, RegisterImport, Sheet, read_actions, read_agencies, read_register,
};
use domain::import::{SheetField, SheetKind as Kind};
use store::Writer;
use uuid::Uuid;

use super::actions::ActionScribe;
use super::agencies::AgencyScribe;
use super::register::RegisterScribe;
use crate::desk::{Desk, Identifiers};
use crate::failure::Failure;
use crate::wire::everything::*;

/// A sheet as understood.
pub struct Understood {
    /// How the sheet was read.
    pub origin: Origin,
    /// A few values of each column, for those who map columns by hand.
    pub samples: Vec<Vec<String>>,
    /// What it says.
    pub content: Content,
}

/// What a sheet says.
pub enum Content {
    /// A case register.
    Register(RegisterImport),
    /// Agencies and contacts.
    Agencies(AgenciesImport),
    /// Actions.
    Actions(ActionsImport),
}

/// A sheet that was refused, with what a person needs to map its columns by hand.
pub struct RefusedSheet {
    /// How the sheet was read.
    pub origin: Origin,
    /// A few values of each column.
    pub samples: Vec<Vec<String>>,
    /// What the columns were taken for; absent when no row looks like a heading.
    pub headings: Option<Headings>,
    /// The faults.
    pub refusals: Vec<domain::import::Refusal>,
}

/// The kind of a sheet, as the domain names it.
pub fn kind_of(kind: SheetKind) -> Kind {
    match kind {
        SheetKind::Register => Kind::Register,
        SheetKind::Agencies => Kind::Agencies,
        SheetKind::Actions => Kind::Actions,
    }
}

/// The name under which rows and headings of a kind of sheet are remembered.
pub fn memory_of(kind: SheetKind) -> &'static str {
    match kind {
        SheetKind::Register => "register",
        SheetKind::Agencies => "agencies",
        SheetKind::Actions => "actions",
    }
}

/// Reads a sheet and says what it was understood to say; nothing is written.
pub fn understand(desk: &Desk, request: &PreviewImport) -> Result<Result<Understood, RefusedSheet>, Failure> {
    let kind = kind_of(request.kind);
    let (remembered, prefix, empty) = desk.read(|reader| {
        let remembered = reader.heading_map(memory_of(request.kind))?.unwrap_or_default();
        Ok((remembered, reader.settings()?.prefix, reader.list_references()?.is_empty()))
    })?;
    let columns = request.mapping.iter().map(|choice| (choice.column, field_named(kind, choice))).collect();
    let mapping = Mapping { heading_row: None, columns, remembered };
    let sheet = match &request.source {
        SheetSource::File { path } => exchange::read_file(std::path::Path::new(path), kind, &mapping)?,
        SheetSource::Pasted { text } => exchange::read_pasted(text, kind, &mapping)?,
    };
    // The first register a hub reads may be older than the hub; later it is worth naming.
    let hub =
        Hub { prefix, began: None, today: Some(desk.today()).filter(|_| !empty || kind != Kind::Register) };
    let samples = samples(&sheet);
    let content = match kind {
        Kind::Register => read_register(&sheet, &mapping, &hub).map(Content::Register),
        Kind::Agencies => read_agencies(&sheet, &mapping).map(Content::Agencies),
        Kind::Actions => read_actions(&sheet, &mapping, &hub).map(Content::Actions),
    };
    let origin = sheet.origin;
    Ok(match content {
        Ok(content) => Ok(Understood { origin, samples, content }),
        Err(Refused { headings, refusals }) => Err(RefusedSheet { origin, samples, headings, refusals }),
    })
}

fn field_named(kind: Kind, choice: &ColumnChoice) -> Option<SheetField> {
    let wanted = choice.field.as_deref()?;
    kind.columns().iter().map(|column| column.field).find(|field| field_name(*field) == wanted)
}

/// The name of a field on the wire.
pub fn field_name(field: SheetField) -> String {
    serde_json::to_value(field).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

const SAMPLES: usize = 3;

fn samples(sheet: &Sheet) -> Vec<Vec<String>> {
    let width = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let of_column = |column: usize| {
        let texts = sheet.rows.iter().map(|row| row.cell(column).text().into_owned());
        texts.filter(|text| !text.is_empty()).skip(1).take(SAMPLES).collect()
    };
    (0..width).map(of_column).collect()
}

impl Understood {
    /// Returns the rows, ready to be compared.
    pub fn file_rows(&self) -> Vec<FileRow> {
        match &self.content {
            Content::Register(register) => register.file_rows(),
            Content::Agencies(agencies) => agencies.file_rows(),
            Content::Actions(actions) => actions.file_rows(),
        }
    }

    /// Returns whether a row left over in the hub and one left over in the sheet are the same.
    pub fn left_over(&self) -> LeftOver {
        match &self.content {
            Content::Register(_) => LeftOver::IsTheSame,
            Content::Agencies(_) | Content::Actions(_) => LeftOver::IsAnother,
        }
    }

    /// Returns what the columns were taken for.
    pub fn headings(&self) -> &Headings {
        match &self.content {
            Content::Register(register) => &register.headings,
            Content::Agencies(agencies) => &agencies.headings,
            Content::Actions(actions) => &actions.headings,
        }
    }

    /// Returns what is odd, by row.
    pub fn anomalies(&self) -> &[Anomaly] {
        match &self.content {
            Content::Register(register) => &register.anomalies,
            Content::Agencies(agencies) => &agencies.anomalies,
            Content::Actions(actions) => &actions.anomalies,
        }
    }

    /// Returns the kind of the sheet.
    pub fn kind(&self) -> SheetKind {
        match &self.content {
            Content::Register(_) => SheetKind::Register,
            Content::Agencies(_) => SheetKind::Agencies,
            Content::Actions(_) => SheetKind::Actions,
        }
    }

    /// Returns who writes the rows.
    pub fn scribe<'work, 'store>(
        &'work self,
        writer: &'work mut Writer<'store>,
        ids: &'work mut Identifiers,
        today: NaiveDate,
        by: String,
    ) -> Result<Scribe<'work, 'store>, Failure> {
        let pen = Pen { writer, ids, today, by };
        Ok(match &self.content {
            Content::Register(register) => Scribe::Register(RegisterScribe::new(pen, register)?),
            Content::Agencies(agencies) => Scribe::Agencies(AgencyScribe { pen, sheet: agencies }),
            Content::Actions(actions) => Scribe::Actions(ActionScribe { pen, sheet: actions }),
        })
    }
}

/// What writing takes.
pub struct Pen<'work, 'store> {
    /// The record.
    pub writer: &'work mut Writer<'store>,
    /// Where identifiers come from.
    pub ids: &'work mut Identifiers,
    /// Today.
    pub today: NaiveDate,
    /// Who imports.
    pub by: String,
}

/// Who writes the rows of a sheet.
pub enum Scribe<'work, 'store> {
    /// Of a register.
    Register(RegisterScribe<'work, 'store>),
    /// Of agencies and contacts.
    Agencies(AgencyScribe<'work, 'store>),
    /// Of actions.
    Actions(ActionScribe<'work, 'store>),
}

impl<'store> Scribe<'_, 'store> {
    /// Adds the record of a row, and returns its key.
    pub fn add(&mut self, row: u32) -> Result<Uuid, Failure> {
        match self {
            Self::Register(scribe) => scribe.add(row),
            Self::Agencies(scribe) => scribe.add(row),
            Self::Actions(scribe) => scribe.add(row),
        }
    }

    /// Writes the changes of a row into its record.
    pub fn amend(&mut self, row: u32, record: Uuid, changes: &[Change]) -> Result<(), Failure> {
        match self {
            Self::Register(scribe) => scribe.amend(row, record, changes),
            Self::Agencies(scribe) => scribe.amend(row, record, changes),
            Self::Actions(scribe) => scribe.amend(row, record, changes),
        }
    }

    /// Writes what needs every row to be there, such as links between cases.
    pub fn finish(self) -> Result<(), Failure> {
        match self {
            Self::Register(scribe) => scribe.finish(),
            Self::Agencies(_) | Self::Actions(_) => Ok(()),
        }
    }

    /// Returns the record that is written to.
    pub fn writer(&mut self) -> &mut Writer<'store> {
        match self {
            Self::Register(scribe) => scribe.pen.writer,
            Self::Agencies(scribe) => scribe.pen.writer,
            Self::Actions(scribe) => scribe.pen.writer,
        }
    }
}
