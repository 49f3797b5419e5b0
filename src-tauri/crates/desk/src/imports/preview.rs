//! What a sheet would bring, for the screen and for the command line.

use std::collections::HashMap;

use domain::import::{
    Anomaly, Column, Encoding, Headings, Origin, RowPlan, RowValues, Separator, SheetKind as Kind,
};
use domain::reference::CaseReference;
use domain::words;
use serde::Serialize;

use super::remembered::Remembered;
use super::understood::{Content, Understood, field_name, kind_of, understand};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn preview_import(desk: &mut Desk, request: PreviewImport) -> Result<ImportPreview, Failure> {
    let kind = kind_of(request.kind);
    let name = match &request.source {
        SheetSource::File { path } => {
            let name = std::path::Path::new(path).file_name();
            name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
        }
        SheetSource::Pasted { .. } => "Pasted text".to_owned(),
    };
    let understood = match understand(desk, &request)? {
        Ok(understood) => understood,
        Err(refused) => {
            return Ok(ImportPreview {
                columns: columns(kind, refused.headings.as_ref(), &refused.samples),
                refusals: refused.refusals.into_iter().map(refusal).collect(),
                ..empty(name, &refused.origin, kind)
            });
        }
    };
    let mut refusals = Vec::new();
    let plans = desk.read(|reader| {
        refusals = super::actions::refusals(reader, &understood)?;
        Ok(Remembered::load(reader, &understood)?.plans(understood.left_over()))
    })?;
    let mut preview = ImportPreview {
        columns: columns(kind, Some(understood.headings()), &understood.samples),
        anomalies: understood.anomalies().iter().map(anomaly).collect(),
        refusals,
        ..empty(name, &understood.origin, kind)
    };
    (preview.rows, preview.records, preview.parts) = counts(&understood);
    let values: HashMap<u32, (String, RowValues)> =
        understood.file_rows().into_iter().map(|row| (row.row, (row.key.group, row.values))).collect();
    for plan in plans {
        preview.take(kind, plan, &values);
    }
    Ok(preview)
}

fn empty(name: String, origin: &Origin, kind: Kind) -> ImportPreview {
    let field = |column: &Column| FieldChoice {
        field: field_name(column.field),
        words: column.label.to_owned(),
        required: column.required,
    };
    ImportPreview {
        name,
        read_as: read_as(origin),
        rows: 0,
        records: 0,
        parts: 0,
        columns: Vec::new(),
        fields: kind.columns().iter().map(field).collect(),
        lines: Vec::new(),
        anomalies: Vec::new(),
        refusals: Vec::new(),
        gone: Vec::new(),
        new_rows: 0,
        same_rows: 0,
        changed_rows: 0,
    }
}

fn read_as(origin: &Origin) -> String {
    match origin {
        Origin::Workbook { sheet } => format!("workbook, sheet “{sheet}”"),
        Origin::Text { encoding, separator } => {
            let parted = match separator {
                Separator::Tab => "tabs",
                Separator::Semicolon => "semicolons",
                Separator::Comma => "commas",
            };
            let encoding = match encoding {
                Encoding::Utf8 => "UTF-8",
                Encoding::Utf8WithMark => "UTF-8 with mark",
                Encoding::Utf16 => "UTF-16",
                Encoding::Windows1252 => "Windows-1252",
            };
            format!("text parted by {parted}, {encoding}")
        }
    }
}

fn columns(kind: Kind, headings: Option<&Headings>, samples: &[Vec<String>]) -> Vec<ImportColumn> {
    let known = |index: usize| {
        headings.and_then(|headings| headings.columns.iter().find(|column| column.index as usize == index))
    };
    let column = |(index, samples): (usize, &Vec<String>)| {
        let heading = known(index).and_then(|column| column.heading.clone());
        let field = known(index).and_then(|column| column.field);
        ImportColumn {
            column: index as u32,
            heading: heading
                .or_else(|| field.map(|field| kind.label_of(field).to_owned()))
                .unwrap_or_default(),
            field: field.map(field_name),
            samples: samples.clone(),
        }
    };
    samples.iter().enumerate().map(column).collect()
}

fn anomaly(anomaly: &Anomaly) -> ImportAnomaly {
    ImportAnomaly {
        row: Some(anomaly.row),
        column: anomaly.column.clone(),
        reference: anomaly.reference.as_deref().and_then(|text| text.parse().ok()),
        message: anomaly.message.clone(),
    }
}

fn refusal(refusal: domain::import::Refusal) -> ImportAnomaly {
    ImportAnomaly { row: refusal.row, column: refusal.column, reference: None, message: refusal.message }
}

/// Returns rows, records and parts: cases and episodes, agencies and people, actions and nothing.
fn counts(understood: &Understood) -> (u32, u32, u32) {
    match &understood.content {
        Content::Register(register) => {
            (register.figures.rows, register.figures.cases, register.figures.episodes)
        }
        Content::Agencies(sheet) => {
            let people = sheet.rows.iter().filter(|row| !row.person.is_empty()).count();
            (sheet.rows.len() as u32, sheet.agencies().len() as u32, people as u32)
        }
        Content::Actions(sheet) => (sheet.rows.len() as u32, sheet.rows.len() as u32, 0),
    }
}

impl ImportPreview {
    fn take(&mut self, kind: Kind, plan: RowPlan, values: &HashMap<u32, (String, RowValues)>) {
        let line = |row: u32, verdict, changes| {
            let (title, words) = values
                .get(&row)
                .map(|(group, values)| (title(kind, group, values), said(values)))
                .unwrap_or_default();
            ImportLine { row, title, words, verdict, changes }
        };
        match plan {
            RowPlan::New { row, .. } => {
                self.new_rows += 1;
                self.lines.push(line(row, ImportVerdict::New, Vec::new()));
            }
            RowPlan::Same { row, .. } => {
                self.same_rows += 1;
                self.lines.push(line(row, ImportVerdict::Same, Vec::new()));
            }
            RowPlan::Changed { row, changes, .. } => {
                self.changed_rows += 1;
                let change = |change: domain::import::Change| ImportChange {
                    field: kind.label_of(change.field).to_owned(),
                    old: change.old,
                    new: change.new,
                    edited_here: change.edited_in_application,
                };
                let changes = changes.into_iter().map(change).collect();
                self.lines.push(line(row, ImportVerdict::Changed, changes));
            }
            RowPlan::Missing { key } => self.gone.push(match kind {
                Kind::Register => match key.part.parse() {
                    Ok(opened) => format!("{}, opened on {}", key.group, words::table_date(opened)),
                    Err(_) => key.group,
                },
                Kind::Agencies | Kind::Actions => format!("{} {}", key.group, key.part),
            }),
        }
    }
}

fn title(kind: Kind, group: &str, values: &RowValues) -> String {
    match kind {
        Kind::Register | Kind::Actions => group.to_owned(),
        Kind::Agencies => {
            values.get(&domain::import::SheetField::Agency).cloned().unwrap_or_else(|| group.to_owned())
        }
    }
}

/// Returns what a row says, without what its title says already.
fn said(values: &RowValues) -> String {
    use domain::import::SheetField::{Agency, Reference};
    let telling =
        values.iter().filter(|(field, text)| !matches!(field, Agency | Reference) && !text.is_empty());
    telling.map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" · ")
}

/// A dry run as the command line prints it.
#[derive(Serialize)]
pub struct DryRun<'a> {
    rows: u32,
    cases: u32,
    episodes: u32,
    anomalies: Vec<DryAnomaly<'a>>,
}

#[derive(Serialize)]
struct DryAnomaly<'a> {
    row: Option<u32>,
    column: Option<&'a str>,
    reference: Option<&'a CaseReference>,
    message: &'a str,
}

impl<'a> DryAnomaly<'a> {
    fn of(anomaly: &'a ImportAnomaly) -> Self {
        Self {
            row: anomaly.row,
            column: anomaly.column.as_deref(),
            reference: anomaly.reference.as_ref(),
            message: &anomaly.message,
        }
    }
}

/// Returns a preview as `import … --dry-run --json` prints it.
pub fn dry_run(preview: &ImportPreview) -> DryRun<'_> {
    DryRun {
        rows: preview.rows,
        cases: preview.records,
        episodes: preview.parts,
        anomalies: preview.anomalies.iter().map(DryAnomaly::of).collect(),
    }
}
