//! A person: which records hold the person, and everything held as a paper or as JSON.

mod gathering;

use domain::ids::SubjectId;
use domain::order::OrderOn;
use domain::subject::{Subject, SubjectPart, SubjectRole};
use domain::words::table_date;
use serde::{Deserialize, Serialize};
use store::Reader;

use crate::cases::subject_view;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

/// What the audit holds of an export.
#[derive(Serialize, Deserialize)]
struct Exported {
    form: PersonFile,
    full: bool,
}

/// The kind of audit row that an export leaves.
const EXPORT: &str = "export";

fn kept(reader: &Reader<'_>, id: SubjectId) -> Result<Subject, Failure> {
    reader.get_subject(id)?.ok_or_else(|| Failure::refused("That person is not in the record"))
}

pub fn get_person(desk: &mut Desk, request: GetPerson) -> Result<PersonView, Failure> {
    let today = desk.today();
    let view = desk.read(|reader| person(reader, request.id, today))?;
    desk.note_look(request.id.0);
    Ok(view)
}

fn person(reader: &Reader<'_>, id: SubjectId, today: chrono::NaiveDate) -> Result<PersonView, Failure> {
    let subject = kept(reader, id)?;
    let (mut records, mut role) = (Vec::new(), SubjectRole::NotTold);
    let mut part_of = |parts: &[SubjectPart]| {
        let part = parts.iter().find(|part| part.subject == id);
        if let (Some(part), SubjectRole::NotTold) = (part, role) {
            role = part.role;
        }
        part.map(|part| part.role.words().to_owned()).unwrap_or_default()
    };
    for case in reader.cases_about(id)? {
        records.push(PersonRecord {
            kind: "case".into(),
            reference: case.reference.to_string(),
            role: part_of(&case.subjects),
            title: if case.title.is_empty() { case.key_issues.join(", ") } else { case.title.clone() },
            status: gathering::case_status(reader, case.id)?,
            address: format!("/cases/{}", case.reference),
        });
    }
    for referral in reader.referrals_about(id)? {
        records.push(PersonRecord {
            kind: "referral".into(),
            reference: referral.number.to_string(),
            role: part_of(&referral.subjects),
            title: referral.title.clone(),
            status: referral.status.words().to_owned(),
            address: format!("/referrals/{}", referral.id),
        });
    }
    for order in reader.list_orders()?.into_iter().filter(|order| order.subject == Some(id)) {
        let address = match order.on {
            OrderOn::Case { case, .. } => match reader.get_case(case)? {
                Some(case) => format!("/cases/{}", case.reference),
                None => "/orders".to_owned(),
            },
            OrderOn::Referral { referral } => format!("/referrals/{referral}"),
            _ => "/orders".to_owned(),
        };
        let since = order.in_place_on.map(|day| format!(" since {}", table_date(day)));
        records.push(PersonRecord {
            kind: "order".into(),
            reference: order.kind.clone(),
            role: String::new(),
            title: String::new(),
            status: format!("{}{}", order.stage.words(), since.unwrap_or_default()),
            address,
        });
    }
    Ok(PersonView { exports: exports(reader, id)?, person: subject_view(subject, role, today), records })
}

fn exports(reader: &Reader<'_>, id: SubjectId) -> Result<Vec<PersonExport>, Failure> {
    let users = reader.list_users()?;
    let mut exports: Vec<PersonExport> = reader
        .history_of(EXPORT, id.0)?
        .into_iter()
        .map(|entry| {
            let by = users.iter().find(|user| user.id == entry.user).map(|user| user.name.clone());
            let exported = entry.value.and_then(|value| serde_json::from_value::<Exported>(value).ok());
            PersonExport {
                at: entry.at,
                by: by.unwrap_or_default(),
                what: exported.map(|each| export_words(&each)).unwrap_or_default(),
            }
        })
        .collect();
    exports.reverse();
    Ok(exports)
}

fn export_words(exported: &Exported) -> String {
    let form = match exported.form {
        PersonFile::Paper => "paper",
        PersonFile::Json => "JSON",
    };
    let others = if exported.full { "in full, marked" } else { "replaced" };
    format!("{form}, other people’s data {others}")
}

/// Returns the person of a key, of a case with one person, or of a name that one person alone has.
///
/// # Errors
/// When nobody or more than one is meant.
pub fn find_person(desk: &Desk, text: &str) -> Result<SubjectId, Failure> {
    let text = text.trim();
    if let Ok(id) = text.parse::<uuid::Uuid>() {
        return desk.read(|reader| Ok(kept(reader, SubjectId(id))?.id));
    }
    desk.read(|reader| {
        let of_case = match text.parse() {
            Ok(reference) => reader.find_case(&reference)?.map(|case| case.subjects),
            Err(_) => None,
        };
        let named = |subject: &Subject| subject.name.to_lowercase() == text.to_lowercase();
        let mut found: Vec<SubjectId> = match of_case {
            Some(parts) => parts.iter().map(|part| part.subject).collect(),
            None => reader.list_subjects()?.iter().filter(|each| named(each)).map(|each| each.id).collect(),
        };
        match (found.pop(), found.len()) {
            (Some(only), 0) => Ok(only),
            (None, _) => Err(Failure::refused(format!("“{text}” names nobody in the record"))
                .with_hint("Give a case with one person, the whole name, or the key that the person’s page shows in its address")),
            (Some(_), more) => Err(Failure::refused(format!("“{text}” names {} people", more + 1))
                .with_hint("Give the key that the person’s page shows in its address")),
        }
    })
}

pub fn export_person(desk: &mut Desk, request: ExportPerson) -> Result<PaperMade, Failure> {
    let today = desk.today();
    let (held, marking) = desk.read(|reader| {
        let person = kept(reader, request.person)?;
        let marking = crate::papers::marking(&reader.settings()?);
        Ok((gathering::held(reader, &person, request.full, today)?, marking))
    })?;
    let save_as = request.save_as.as_deref();
    // Without a name: file names stand in lists of files that others see.
    let usual = |ending: &str| format!("Held on one person {today}.{ending}");
    let exported = Exported { form: request.form, full: request.full };
    let note = |desk: &mut Desk| {
        desk.write(&["history", "subject"], |writer, _| {
            Ok(writer.note(EXPORT, Some(request.person.0), &exported)?)
        })
    };
    match request.form {
        PersonFile::Paper => {
            let sheet = ::papers::Paper::Sheet(gathering::sheet(&held, marking));
            let made = crate::papers::drawn(desk.listener().as_ref(), &sheet)?;
            crate::papers::agreed(made.missing.iter(), request.boxes_agreed)?;
            crate::papers::saved_and_noted(desk, &made, save_as, &usual("pdf"), |desk, _| note(desk))
        }
        PersonFile::Json => {
            let bytes = serde_json::to_vec_pretty(&held).map_err(Failure::unreadable)?;
            crate::papers::noted_file(desk, &bytes, save_as, &usual("json"), |desk, _| note(desk))
        }
    }
}
