//! Referrals: form, triage, checks.

mod duplicates;
mod entries;
mod reading;
mod triage;

use std::collections::HashMap;

use domain::guide::{GuidePart, GuideQuestion};
use domain::ids::{AgencyCheckId, ReferralId};
use domain::referral::{AgencyCheck, CheckAnswer, CheckCounts, Referral, ReferralStatus, ReferralSums};
use domain::subject::SubjectPart;
use store::{Reader, Writer};

use crate::cases::{filled, known_part, subject_view, with_new_subject};
use crate::desk::{Desk, Identifiers};
use crate::failure::Failure;
use crate::names::Names;
use crate::wire::everything::*;

pub use duplicates::find_duplicates;
pub use entries::{find_referral, referral_entries};
pub use reading::read_referral_form;
pub use triage::*;

const CHANGED: &[&str] = &["referral", "subject", "room"];

pub fn get_guide(_desk: &mut Desk, _request: Nothing) -> Result<GuideView, Failure> {
    let parts = GuidePart::ALL.map(|part| GuidePartView {
        part,
        title: part.words().to_owned(),
        questions: part.questions().map(question_view).collect(),
    });
    Ok(GuideView { parts: parts.into() })
}

fn question_view(question: &GuideQuestion) -> GuideQuestionView {
    GuideQuestionView {
        key: question.key.to_owned(),
        words: question.words.to_owned(),
        hint: question.hint.to_owned(),
        kind: question.kind,
        options: question.options.iter().map(|option| (*option).to_owned()).collect(),
    }
}

pub fn list_referrals(desk: &mut Desk, _request: Nothing) -> Result<ReferralsView, Failure> {
    desk.read(|reader| {
        let rows = rows(reader, |_| true)?;
        let sums = ReferralSums::of(&reader.list_referrals()?);
        let spent = rows.iter().filter(|row| row.status == ReferralStatus::NotAdopted);
        Ok(ReferralsView {
            tabled: sums.tabled(),
            explained: sums.sentences(),
            minutes_on_not_adopted: spent.map(|row| row.minutes_spent).sum(),
            sums,
            rows,
        })
    })
}

/// Returns the minutes that meetings spent on each referral, from the time its items took.
fn minutes_spent(reader: &Reader<'_>) -> Result<HashMap<ReferralId, i64>, Failure> {
    let mut spent: HashMap<ReferralId, i64> = HashMap::new();
    for item in reader.list_items()? {
        if let Some(referral) = item.about.referral() {
            *spent.entry(referral).or_default() += item.spent_ms;
        }
    }
    Ok(spent)
}

/// Returns milliseconds as whole minutes, half a minute counted as one.
fn whole_minutes(milliseconds: i64) -> u32 {
    u32::try_from((milliseconds + 30_000) / 60_000).unwrap_or(0)
}

/// Returns the rows of the referrals that `wanted` lets through, the newest number first.
pub fn rows(reader: &Reader<'_>, wanted: impl Fn(&Referral) -> bool) -> Result<Vec<ReferralRow>, Failure> {
    let names = Names::load(reader)?;
    let cases: HashMap<_, _> = reader.list_references()?.into_iter().collect();
    let spent = minutes_spent(reader)?;
    let mut checks: HashMap<ReferralId, Vec<AgencyCheck>> = HashMap::new();
    for check in reader.list_checks()? {
        checks.entry(check.referral).or_default().push(check);
    }
    let row = |referral: Referral| {
        let checks = checks.get(&referral.id).map(Vec::as_slice).unwrap_or_default();
        let agency = names.short(referral.referrer_agency);
        ReferralRow {
            id: referral.id,
            number: referral.number,
            source: referral.source,
            received_on: referral.received_on,
            referrer: if agency.is_empty() { referral.referrer_name.clone() } else { agency.to_owned() },
            status: referral.status,
            passes_gate: referral.passes_gate(),
            checks: CheckCounts::of(checks),
            decided_on: referral.decided_on,
            case: referral.case.and_then(|case| cases.get(&case).cloned()),
            minutes_spent: spent.get(&referral.id).copied().map_or(0, whole_minutes),
            title: referral.title,
            outcomes: referral.outcomes,
        }
    };
    let mut rows: Vec<ReferralRow> = reader.list_referrals()?.into_iter().filter(wanted).map(row).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.number));
    Ok(rows)
}

pub fn get_referral(desk: &mut Desk, request: GetReferral) -> Result<ReferralView, Failure> {
    let today = desk.today();
    let view = desk.read(|reader| view(reader, request.id, today))?;
    desk.note_look(request.id.0);
    Ok(view)
}

/// Returns a referral, whole.
pub fn view(reader: &Reader<'_>, id: ReferralId, today: chrono::NaiveDate) -> Result<ReferralView, Failure> {
    let referral = reader.get_referral(id)?.ok_or_else(no_such_referral)?;
    let names = Names::load(reader)?;
    let mut subjects = Vec::with_capacity(referral.subjects.len());
    for SubjectPart { subject, role } in &referral.subjects {
        if let Some(subject) = reader.get_subject(*subject)? {
            subjects.push(subject_view(subject, *role, today));
        }
    }
    let mut checks: Vec<CheckLine> = reader
        .checks_of(id)?
        .into_iter()
        .map(|check| CheckLine { agency: names.agency(Some(check.agency)).to_owned(), check })
        .collect();
    checks.sort_by_key(|line| line.agency.to_lowercase());
    let case = match referral.case {
        Some(case) => Some(crate::cases::kept(reader, case)?.reference),
        None => None,
    };
    let agency = names.agency(referral.referrer_agency);
    let spent: i64 = reader.items_about_referral(id)?.iter().map(|item| item.spent_ms).sum();
    Ok(ReferralView {
        referrer_agency: (!agency.is_empty()).then(|| agency.to_owned()),
        missing: referral.missing(),
        wanting: referral.wanting(),
        return_text: referral.return_text(&reader.settings()?.hub),
        minutes_spent: whole_minutes(spent),
        subjects,
        checks,
        case,
        referral,
    })
}

/// Returns the referral of a key, or says that there is none.
pub fn kept(reader: &Reader<'_>, id: ReferralId) -> Result<Referral, Failure> {
    reader.get_referral(id)?.ok_or_else(no_such_referral)
}

fn no_such_referral() -> Failure {
    Failure::refused("That referral is not in the record")
}

pub fn add_referral(desk: &mut Desk, request: ReferralForm) -> Result<ReferralView, Failure> {
    let today = desk.today();
    let id = desk.write(CHANGED, |writer, ids| {
        let empty = Referral::received(ReferralId::new(&mut **ids), writer.next_referral_number()?, today);
        let referral = with_form(writer, ids, empty, request, today)?;
        writer.put_referral(&referral)?;
        ask_agencies(writer, ids, referral.id)?;
        Ok(referral.id)
    })?;
    get_referral(desk, GetReferral { id })
}

/// Asks every agency that takes part for a check: those with involvement are expected to say so (published practice).
fn ask_agencies(writer: &mut Writer<'_>, ids: &mut Identifiers, referral: ReferralId) -> Result<(), Failure> {
    for agency in writer.list_agencies()?.into_iter().filter(|agency| agency.active) {
        writer.put_check(&AgencyCheck {
            id: AgencyCheckId::new(&mut **ids),
            referral,
            agency: agency.id,
            answer: CheckAnswer::NoReply,
            note: String::new(),
            replied_on: None,
        })?;
    }
    Ok(())
}

fn with_form(
    writer: &mut Writer<'_>,
    ids: &mut Identifiers,
    referral: Referral,
    form: ReferralForm,
    today: chrono::NaiveDate,
) -> Result<Referral, Failure> {
    let mut subjects: Vec<SubjectPart> = Vec::with_capacity(form.kept_subjects.len());
    for part in form.kept_subjects {
        if !subjects.iter().any(|earlier| earlier.subject == part.subject) {
            subjects.push(known_part(writer, part)?);
        }
    }
    for subject in &form.new_subjects {
        subjects.push(with_new_subject(writer, ids, subject, today)?);
    }
    let mut guides = form.guides;
    guides.sort();
    guides.dedup();
    let referral = Referral {
        source: form.source,
        received_on: form.received_on,
        referrer_name: form.referrer_name.trim().to_owned(),
        referrer_agency: form.referrer_agency,
        referrer_address: form.referrer_address.trim().to_owned(),
        referrer_telephone: form.referrer_telephone.trim().to_owned(),
        referrer_email: form.referrer_email.trim().to_owned(),
        referrer_contact: form.referrer_contact.trim().to_owned(),
        title: form.title.trim().to_owned(),
        problem: form.problem.trim().to_owned(),
        victims: form.victims.trim().to_owned(),
        offenders: form.offenders.trim().to_owned(),
        safeguarding: form.safeguarding.trim().to_owned(),
        tried: form.tried.trim().to_owned(),
        place: form.place.trim().to_owned(),
        area: form.area,
        subjects,
        guides,
        answers: form.answers.checked(today)?,
        ..referral
    };
    Ok(referral.checked_form(today)?)
}

/// Changes one referral and gives its view back.
fn change(
    desk: &mut Desk,
    id: ReferralId,
    work: impl FnOnce(Referral, &mut Writer<'_>, &mut Identifiers) -> Result<Referral, Failure>,
) -> Result<ReferralView, Failure> {
    desk.write(CHANGED, |writer, ids| {
        let referral = writer.get_referral(id)?.ok_or_else(no_such_referral)?;
        let referral = work(referral, writer, ids)?.checked()?;
        writer.put_referral(&referral)?;
        Ok(())
    })?;
    get_referral(desk, GetReferral { id })
}

pub fn amend_referral(desk: &mut Desk, request: AmendReferral) -> Result<ReferralView, Failure> {
    let today = desk.today();
    change(desk, request.id, |referral, writer, ids| with_form(writer, ids, referral, request.form, today))
}

pub fn amend_referral_subject(
    desk: &mut Desk,
    request: AmendReferralSubject,
) -> Result<ReferralView, Failure> {
    let today = desk.today();
    change(desk, request.referral, |mut referral, writer, _| {
        let part = referral.subjects.iter_mut().find(|part| part.subject == request.subject);
        let part = part.ok_or_else(|| Failure::refused("That person is not part of the referral"))?;
        part.role = request.role;
        let before = writer.get_subject(request.subject)?;
        writer.put_subject(&filled(request.subject, &request.fields, before.as_ref(), today)?)?;
        Ok(referral)
    })
}
