//! Ticking copies off, and the disclosure log.

use domain::ids::{DisclosureId, MeetingId};
use domain::issue::{Disclosure, Issue, IssuedCopy, WHY};
use domain::words::full_date;
use store::Writer;

use super::get_issue;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::london;
use crate::meetings::kept;
use crate::wire::everything::*;

const CHANGED: &[&str] = &["issue", "disclosure"];

pub fn set_copy_sent(desk: &mut Desk, request: SetCopySent) -> Result<IssueView, Failure> {
    let (at, by) = (desk.now(), desk.hub()?.user.name.clone());
    let of = desk.write(CHANGED, |writer, ids| {
        let gone = || Failure::refused("That copy is not in the record");
        let mut copy = writer.get_copy(request.copy)?.ok_or_else(gone)?;
        let issue = writer.get_issue(copy.issue)?.ok_or_else(gone)?;
        let of = OfIssue { meeting: issue.meeting, paper: issue.paper };
        if copy.sent_at.is_some() == request.sent {
            return Ok(of);
        }
        (copy.sent_at, copy.sent_by) = (request.sent.then_some(at), request.sent.then(|| by.clone()));
        writer.put_copy(&copy)?;
        if request.sent {
            let id = DisclosureId::new(&mut **ids);
            writer.add_disclosure(&entry(writer, id, &issue, &copy, request.how.trim())?)?;
        } else {
            withdraw_entries_of(writer, &copy)?;
        }
        Ok(of)
    })?;
    get_issue(desk, of)
}

/// Returns the entry of the log that a copy makes once it was sent.
fn entry(
    writer: &Writer<'_>,
    id: DisclosureId,
    issue: &Issue,
    copy: &IssuedCopy,
    how: &str,
) -> Result<Disclosure, Failure> {
    let agency = writer.list_agencies()?.into_iter().find(|agency| agency.id == copy.agency);
    let how = if how.is_empty() { String::new() } else { format!(", {how}") };
    Ok(Disclosure {
        id,
        serial: next_serial(writer)?,
        at: copy.sent_at.unwrap_or(copy.made_at),
        by: copy.sent_by.clone().unwrap_or_default(),
        agency: Some(copy.agency),
        to: agency.map(|agency| agency.name).unwrap_or_default(),
        what: format!(
            "{} of {}, version {}, copy {}{how}",
            issue.paper.copy_words(copy.rule),
            day_of(writer, issue.meeting)?,
            issue.version,
            copy.number
        ),
        references: copy.contents.clone(),
        why: WHY.to_owned(),
        copy: Some(copy.id),
        withdrawn: false,
    })
}

fn day_of(writer: &Writer<'_>, meeting: MeetingId) -> Result<String, Failure> {
    Ok(full_date(kept(writer, meeting)?.date))
}

fn next_serial(writer: &Writer<'_>) -> Result<u32, Failure> {
    Ok(writer.list_disclosures()?.last().map_or(0, |last| last.serial) + 1)
}

fn withdraw_entries_of(writer: &mut Writer<'_>, copy: &IssuedCopy) -> Result<(), Failure> {
    let entries = writer.list_disclosures()?.into_iter();
    for entry in entries.filter(|entry| entry.copy == Some(copy.id) && !entry.withdrawn) {
        writer.withdraw_disclosure(entry.id)?;
    }
    Ok(())
}

pub fn list_disclosures(desk: &mut Desk, _request: Nothing) -> Result<DisclosuresView, Failure> {
    desk.read(|reader| {
        let entries = reader.list_disclosures()?.into_iter().rev();
        let row = |disclosure: Disclosure| DisclosureRow { on: london::date(disclosure.at), disclosure };
        Ok(DisclosuresView { entries: entries.map(row).collect(), why: WHY.to_owned() })
    })
}

pub fn add_disclosure(desk: &mut Desk, request: AddDisclosure) -> Result<DisclosuresView, Failure> {
    let (at, by) = (desk.now(), desk.hub()?.user.name.clone());
    desk.write(CHANGED, |writer, ids| {
        let agency = match request.agency {
            Some(id) => {
                let known = writer.list_agencies()?.into_iter().find(|agency| agency.id == id);
                Some(known.ok_or_else(crate::agencies::no_such_agency)?)
            }
            None => None,
        };
        let said = |text: &str| text.trim().to_owned();
        let to = match (said(&request.to), &agency) {
            (to, Some(agency)) if to.is_empty() => agency.name.clone(),
            (to, None) if to.is_empty() => {
                return Err(Failure::refused("Say to whom it was disclosed").at("to"));
            }
            (to, _) => to,
        };
        let what = said(&request.what);
        if what.is_empty() {
            return Err(Failure::refused("Say what was disclosed").at("what"));
        }
        let why = Some(said(&request.why)).filter(|why| !why.is_empty()).unwrap_or_else(|| WHY.to_owned());
        let id = DisclosureId::new(&mut **ids);
        let serial = next_serial(writer)?;
        let agency = agency.map(|agency| agency.id);
        let references = request.references.clone();
        Ok(writer.add_disclosure(&Disclosure {
            id,
            serial,
            at,
            by,
            agency,
            to,
            what,
            references,
            why,
            copy: None,
            withdrawn: false,
        })?)
    })?;
    list_disclosures(desk, Nothing {})
}

pub fn withdraw_disclosure(desk: &mut Desk, request: OfDisclosure) -> Result<DisclosuresView, Failure> {
    desk.write(CHANGED, |writer, _| {
        let entries = writer.list_disclosures()?;
        let entry = entries.iter().find(|entry| entry.id == request.id);
        let entry = entry.ok_or_else(|| Failure::refused("That entry is not in the log"))?;
        if entry.copy.is_some() {
            return Err(Failure::refused(
                "This entry was made by ticking a copy off; take the tick back there",
            ));
        }
        Ok(writer.withdraw_disclosure(request.id)?)
    })?;
    list_disclosures(desk, Nothing {})
}
