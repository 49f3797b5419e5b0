//! Referrals: form, triage, checks.

use std::collections::HashMap;

use domain::ids::{AgencyCheckId, ReferralId};
use domain::referral::{AgencyCheck, CheckAnswer, Referral, ReferralStatus};
use domain::rights::Right;
use domain::subject::SubjectPart;
use store::{Reader, Writer};

use crate::cases::{subject_view, with_new_subject};
use crate::desk::{Desk, Identifiers};
use crate::failure::Failure;
use crate::names::Names;
use crate::wire::everything::*;

const CHANGED: &[&str] = &["referral", "room"];

pub fn list_referrals(desk: &mut Desk, _request: Nothing) -> Result<ReferralsView, Failure> {
    desk.read(|reader| {
        let rows = rows(reader, |_| true)?;
        let count = |status| rows.iter().filter(|row| row.status == status).count() as u32;
        Ok(ReferralsView {
            received: rows.len() as u32,
            in_triage: count(ReferralStatus::InTriage),
            returned: count(ReferralStatus::Returned),
            signposted: count(ReferralStatus::Signposted),
            tabled: count(ReferralStatus::Tabled),
            adopted: count(ReferralStatus::Adopted),
            not_adopted: count(ReferralStatus::NotAdopted),
            rows,
        })
    })
}

/// Returns the rows of the referrals that `wanted` lets through, the newest number first.
pub fn rows(reader: &Reader<'_>, wanted: impl Fn(&Referral) -> bool) -> Result<Vec<ReferralRow>, Failure> {
    let names = Names::load(reader)?;
    let cases: HashMap<_, _> =
        reader.list_cases()?.into_iter().map(|case| (case.id, case.reference)).collect();
    let mut checks: HashMap<ReferralId, Vec<AgencyCheck>> = HashMap::new();
    for check in reader.list_checks()? {
        checks.entry(check.referral).or_default().push(check);
    }
    let row = |referral: Referral| {
        let checks = checks.get(&referral.id).map(Vec::as_slice).unwrap_or_default();
        let replied = checks.iter().filter(|check| check.answer != CheckAnswer::NoReply);
        let agency = names.short(referral.referrer_agency);
        ReferralRow {
            id: referral.id,
            number: referral.number,
            source: referral.source,
            received_on: referral.received_on,
            referrer: if agency.is_empty() { referral.referrer_name.clone() } else { agency.to_owned() },
            status: referral.status,
            passes_gate: referral.passes_gate(),
            checks_asked: checks.len() as u32,
            checks_replied: replied.count() as u32,
            decided_on: referral.decided_on,
            case: referral.case.and_then(|case| cases.get(&case).cloned()),
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
    desk.read(|reader| view(reader, request.id, today))
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
    Ok(ReferralView {
        referrer_agency: (!agency.is_empty()).then(|| agency.to_owned()),
        missing: referral.missing(),
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
        let referral = with_form(writer, ids, empty, request, today)?.checked()?;
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
    if form.received_on > today {
        return Err(Failure::refused("A referral is not received in the future").at("received_on"));
    }
    let mut subjects = referral.subjects.clone();
    for subject in &form.new_subjects {
        subjects.push(with_new_subject(writer, ids, subject, today)?);
    }
    Ok(Referral {
        source: form.source,
        received_on: form.received_on,
        referrer_name: form.referrer_name.trim().to_owned(),
        referrer_agency: form.referrer_agency,
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
        ..referral
    })
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

pub fn table_referral(desk: &mut Desk, request: TableReferral) -> Result<ReferralView, Failure> {
    if request.override_reason.is_some() {
        desk.allow(Right::OverrideGate)?;
    }
    change(desk, request.id, |mut referral, _, _| {
        referral.table(request.override_reason.as_deref())?;
        Ok(referral)
    })
}

pub fn untable_referral(desk: &mut Desk, request: GetReferral) -> Result<ReferralView, Failure> {
    change(desk, request.id, |mut referral, writer, _| {
        referral.untable()?;
        crate::agenda::take_off(writer, request.id)?;
        Ok(referral)
    })
}

pub fn return_referral(desk: &mut Desk, request: SettleReferral) -> Result<ReferralView, Failure> {
    let day = request.on.unwrap_or(desk.today());
    change(desk, request.id, |mut referral, writer, _| {
        referral.return_to_referrer(&request.note, day)?;
        crate::agenda::take_off(writer, request.id)?;
        Ok(referral)
    })
}

pub fn signpost_referral(desk: &mut Desk, request: SettleReferral) -> Result<ReferralView, Failure> {
    let day = request.on.unwrap_or(desk.today());
    change(desk, request.id, |mut referral, _, _| {
        referral.signpost(&request.note, day)?;
        Ok(referral)
    })
}

pub fn set_agency_check(desk: &mut Desk, request: SetAgencyCheck) -> Result<ReferralView, Failure> {
    desk.write(CHANGED, |writer, ids| {
        writer.get_referral(request.referral)?.ok_or_else(no_such_referral)?;
        let asked = writer.checks_of(request.referral)?;
        let known = asked.into_iter().find(|check| check.agency == request.agency);
        let id = known.map_or_else(|| AgencyCheckId::new(&mut **ids), |check| check.id);
        Ok(writer.put_check(&AgencyCheck {
            id,
            referral: request.referral,
            agency: request.agency,
            answer: request.answer,
            note: request.note.trim().to_owned(),
        })?)
    })?;
    get_referral(desk, GetReferral { id: request.referral })
}
