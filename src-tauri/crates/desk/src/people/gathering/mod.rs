//! Gathering everything held on one person.

mod case;
mod lines;
mod meeting;
mod order;
mod referral;
mod sheet;

use chrono::NaiveDate;
use domain::ids::CaseId;
use domain::matrix::Matrices;
use domain::order::OrderOn;
use domain::retention::{ChoiceKind, RecordRef, RecordType, RetentionChoice};
use domain::subject::{Subject, SubjectPart};
use domain::subject_access::SubjectAccess;
use domain::words::{capital, long_date, table_date};
use store::Reader;

use crate::failure::Failure;
use crate::names::Names;
use crate::wire::everything::*;
use lines::Lines;
pub use sheet::sheet;

/// Returns where a case stands: `open since 8 Jan 2019`, `closed on 4 Jun 2019`.
pub fn case_status(reader: &Reader<'_>, case: CaseId) -> Result<String, Failure> {
    let last = reader.episodes_of(case)?.into_iter().max_by_key(|episode| episode.serial);
    Ok(match last {
        Some(episode) => match episode.closed {
            Some(closure) => format!("closed on {}", table_date(closure.on)),
            None => format!("open since {}", table_date(episode.opened)),
        },
        None => String::new(),
    })
}

struct Gatherer<'a> {
    reader: &'a Reader<'a>,
    names: Names,
    matrices: Matrices,
    choices: Vec<RetentionChoice>,
    person: &'a Subject,
    known: Vec<Subject>,
    access: SubjectAccess,
}

/// Returns everything held on `person`.
pub fn held(
    reader: &Reader<'_>,
    person: &Subject,
    full: bool,
    today: NaiveDate,
) -> Result<HeldOnPerson, Failure> {
    let known = reader.list_subjects()?;
    let access = SubjectAccess::of(person, &known, full);
    let gatherer = Gatherer {
        reader,
        names: Names::load(reader)?,
        matrices: Matrices::of(reader.list_matrix_versions()?),
        choices: reader.list_retention_choices()?,
        person,
        known,
        access,
    };
    let mut parts = vec![gatherer.identity()];
    for case in reader.cases_about(person.id)? {
        parts.push(gatherer.case(&case)?);
    }
    for referral in reader.referrals_about(person.id)? {
        parts.push(gatherer.referral(&referral)?);
    }
    let alone = gatherer.other_orders()?;
    if !alone.lines.is_empty() {
        parts.push(alone);
    }
    let about_others = parts.iter().flat_map(|part| &part.lines).filter(|line| line.about_others).count();
    Ok(HeldOnPerson {
        hub: reader.settings()?.hub,
        made_on: today,
        name: person.name.clone(),
        full,
        texts_about_others: u32::try_from(about_others).unwrap_or(u32::MAX),
        parts,
    })
}

impl Gatherer<'_> {
    fn identity(&self) -> HeldPart {
        let (person, mut lines) = (self.person, Lines::default());
        lines.fact("Name", &person.name);
        lines.fact("Also known as", person.aliases.join(", "));
        lines.fact("Date of birth", person.date_of_birth.map(long_date).unwrap_or_default());
        if let Some(told) = person.age_as_told {
            lines.fact("Age as told", format!("{} on {}", told.years, long_date(told.on)));
        }
        lines.fact("Addresses", person.addresses.join("\n"));
        lines.fact("Telephones", person.telephones.join(", "));
        for each in &person.agency_references {
            lines.fact(format!("Reference of {}", self.names.agency(Some(each.agency))), &each.reference);
        }
        self.choices(&mut lines, RecordRef { of: RecordType::Person, record: person.id.0 });
        HeldPart { heading: "The person".into(), lines: lines.0 }
    }

    fn parts(&self, lines: &mut Lines, parts: &[SubjectPart]) {
        for part in parts {
            let role = capital(part.role.words());
            let label = if role.is_empty() { "Person".to_owned() } else { role };
            if part.subject == self.person.id {
                lines.fact(label, "this person");
            } else if let Some(other) = self.known.iter().find(|each| each.id == part.subject) {
                lines.put(label, self.access.name_of_other(other));
            }
        }
    }

    /// Puts down for how long the hub chose to keep a record, and why.
    fn choices(&self, lines: &mut Lines, record: RecordRef) {
        for choice in self.choices.iter().filter(|choice| choice.record == record.record) {
            let label = match choice.kind {
                ChoiceKind::KeepUntil => "Kept longer",
                ChoiceKind::Hold => "Held from disposal",
            };
            let until =
                choice.until.map(|until| format!("until {}, ", table_date(until))).unwrap_or_default();
            let mut text = format!("{until}by {} on {}: {}", choice.by, table_date(choice.on), choice.why);
            if let Some(lifted) = choice.lifted_on {
                let (by, because) = (&choice.lifted_by, &choice.lifted_because);
                text.push_str(&format!("; lifted by {by} on {}: {because}", table_date(lifted)));
            }
            lines.put(label, self.access.text(&text));
        }
    }

    /// Returns the orders on the person that belong to none of the person's cases and referrals.
    fn other_orders(&self) -> Result<HeldPart, Failure> {
        let cases: Vec<CaseId> =
            self.reader.cases_about(self.person.id)?.iter().map(|case| case.id).collect();
        let referrals: Vec<_> =
            self.reader.referrals_about(self.person.id)?.iter().map(|each| each.id).collect();
        let mut lines = Lines::default();
        for order in self.reader.list_orders()?.iter().filter(|order| order.subject == Some(self.person.id)) {
            let told = match &order.on {
                OrderOn::Case { case, .. } => cases.contains(case),
                OrderOn::Referral { referral } => referrals.contains(referral),
                _ => false,
            };
            if !told {
                self.order(&mut lines, order)?;
            }
        }
        Ok(HeldPart { heading: "Other orders".into(), lines: lines.0 })
    }
}
