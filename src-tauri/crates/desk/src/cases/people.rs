//! The people a case is about.

use chrono::NaiveDate;
use domain::ids::SubjectId;
use domain::subject::{AgeAsTold, Subject, SubjectPart, SubjectRole, age_band};
use store::{Reader, Writer};

use super::{editable, get_case};
use crate::desk::{Desk, Identifiers};
use crate::failure::Failure;
use crate::wire::everything::*;

/// Returns a person as shown in a case or referral on `today`.
pub fn subject_view(subject: Subject, role: SubjectRole, today: NaiveDate) -> SubjectView {
    let age = subject.age_on(today);
    SubjectView {
        role,
        initials: subject.initials(),
        age,
        age_band: age.map(age_band).unwrap_or_default().to_owned(),
        child: subject.is_child_on(today),
        subject,
    }
}

/// Keeps a new person and returns the part to be entered in a case or referral.
pub fn with_new_subject(
    writer: &mut Writer<'_>,
    ids: &mut Identifiers,
    subject: &NewSubject,
    today: NaiveDate,
) -> Result<SubjectPart, Failure> {
    let id = SubjectId::new(&mut **ids);
    writer.put_subject(&filled(id, &subject.fields, None, today)?)?;
    Ok(SubjectPart { subject: id, role: subject.role })
}

/// Returns the part of a person the hub knows already; refuses one it does not know.
pub fn known_part(reader: &Reader<'_>, part: SubjectPart) -> Result<SubjectPart, Failure> {
    match reader.get_subject(part.subject)? {
        Some(_) => Ok(part),
        None => Err(Failure::refused("That person is not in the record any more").at("subject")),
    }
}

/// Returns a person as typed into a form.
pub fn filled(
    id: SubjectId,
    fields: &SubjectFields,
    before: Option<&Subject>,
    today: NaiveDate,
) -> Result<Subject, Failure> {
    if fields.date_of_birth.is_some_and(|born| born > today) {
        return Err(Failure::refused("A date of birth does not lie in the future").at("date_of_birth"));
    }
    let lines = |texts: &[String]| -> Vec<String> {
        texts.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
    };
    // An age that did not change keeps the day it was told on, so that it goes on growing from there.
    let told = fields.age.filter(|_| fields.date_of_birth.is_none()).map(|years| {
        let unchanged = before.filter(|subject| subject.age_on(today) == Some(years));
        unchanged.and_then(|subject| subject.age_as_told).unwrap_or(AgeAsTold { years, on: today })
    });
    Ok(Subject {
        id,
        name: fields.name.trim().to_owned(),
        aliases: lines(&fields.aliases),
        date_of_birth: fields.date_of_birth,
        age_as_told: told,
        addresses: lines(&fields.addresses),
        telephones: lines(&fields.telephones),
        agency_references: fields.agency_references.clone(),
    })
}

pub fn add_case_subject(desk: &mut Desk, request: AddCaseSubject) -> Result<CaseView, Failure> {
    let today = desk.today();
    let reference = desk.write(&["case", "subject", "room"], |writer, ids| {
        let mut case = editable(writer, request.case)?;
        case.subjects.push(with_new_subject(writer, ids, &request.subject, today)?);
        writer.put_case(&case)?;
        Ok(case.reference)
    })?;
    get_case(desk, GetCase { reference })
}

pub fn add_known_case_subject(desk: &mut Desk, request: AddKnownCaseSubject) -> Result<CaseView, Failure> {
    let reference = desk.write(&["case", "subject", "room"], |writer, _| {
        let mut case = editable(writer, request.case)?;
        let part = known_part(writer, request.part)?;
        if case.subjects.iter().any(|earlier| earlier.subject == part.subject) {
            return Err(Failure::refused("That person is part of the case already").at("subject"));
        }
        case.subjects.push(part);
        writer.put_case(&case)?;
        Ok(case.reference)
    })?;
    get_case(desk, GetCase { reference })
}

pub fn amend_case_subject(desk: &mut Desk, request: AmendCaseSubject) -> Result<CaseView, Failure> {
    let today = desk.today();
    let reference = desk.write(&["case", "subject", "room"], |writer, _| {
        let mut case = editable(writer, request.case)?;
        let before = writer.get_subject(request.subject)?;
        for part in case.subjects.iter_mut().filter(|part| part.subject == request.subject) {
            part.role = request.role;
        }
        writer.put_case(&case)?;
        writer.put_subject(&filled(request.subject, &request.fields, before.as_ref(), today)?)?;
        Ok(case.reference)
    })?;
    get_case(desk, GetCase { reference })
}

pub fn remove_case_subject(desk: &mut Desk, request: RemoveCaseSubject) -> Result<CaseView, Failure> {
    let reference = desk.write(&["case", "subject", "room"], |writer, _| {
        let mut case = editable(writer, request.case)?;
        case.subjects.retain(|part| part.subject != request.subject);
        writer.put_case(&case)?;
        Ok(case.reference)
    })?;
    get_case(desk, GetCase { reference })
}
