//! Making the copies: every recipient's own file with its cover, written into one folder, numbered and noted.

use std::path::{Path, PathBuf};

use ::papers::MadePaper;
use ::papers::model::Copy;
use domain::agency::Agency;
use domain::ids::IssuedCopyId;
use domain::issue::{Cover, CoverFacts, IssuedCopy, IssuedPaper, cover, file_name};
use domain::meeting::Meeting;
use exchange::{MailDraft, mail_draft};
use serde::Serialize;
use uuid::Uuid;

use super::copying::{Copying, Outsiders};
use super::view::{Recipients, get_issue, not_yet};
use super::{Frozen, freeze};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::meetings::kept;
use crate::papers;
use crate::wire::everything::*;

/// What the audit holds of a copy: printing is disclosing.
#[derive(Serialize)]
struct Printed<'a> {
    paper: IssuedPaper,
    version: u32,
    copy: u32,
    recipient: &'a str,
    references: &'a [String],
    pages: usize,
    locked: bool,
}

/// A copy that is drawn and not written yet.
struct Drawn {
    copy: IssuedCopy,
    recipient: String,
    made: MadePaper,
    cover: Cover,
    emails: Vec<String>,
}

pub fn run_issue(desk: &mut Desk, request: RunIssue) -> Result<IssueRun, Failure> {
    let folder = folder_of(&request.folder)?;
    freeze_when_missing(desk, &request)?;
    let drawn = draw_all(desk, &request)?;
    if drawn.is_empty() {
        return Err(Failure::refused("Nothing goes to anybody of those chosen"));
    }
    papers::agreed(drawn.iter().flat_map(|each| &each.made.missing), request.boxes_agreed)?;
    let pages = drawn.iter().map(|each| each.made.pages).sum::<usize>();
    let version = drawn.first().map(|each| each.copy.issue);
    desk.write(&["issue", "history"], |writer, ids| {
        let version =
            version.and_then(|id| writer.get_issue(id).transpose()).transpose()?.map_or(0, |it| it.version);
        for each in &drawn {
            let mut copy = each.copy.clone();
            if copy.id.0.is_nil() {
                copy.id = IssuedCopyId::new(&mut **ids);
            }
            writer.put_copy(&copy)?;
            let printed = Printed {
                paper: request.paper,
                version,
                copy: each.copy.number,
                recipient: &each.recipient,
                references: &each.copy.contents,
                pages: each.made.pages,
                locked: each.copy.locked,
            };
            writer.note("paper", Some(request.meeting.0), &printed)?;
        }
        Ok(())
    })?;
    // After the notes, so that no copy lies anywhere that the record does not know of.
    for each in &drawn {
        write(&folder, each)?;
    }
    let missing = papers::in_words(drawn.iter().flat_map(|each| &each.made.missing));
    Ok(IssueRun {
        copies: u32::try_from(drawn.len()).unwrap_or(u32::MAX),
        pages: u32::try_from(pages).unwrap_or(u32::MAX),
        folder: folder.display().to_string(),
        missing_characters: missing,
        view: get_issue(desk, OfIssue { meeting: request.meeting, paper: request.paper })?,
    })
}

fn folder_of(text: &str) -> Result<PathBuf, Failure> {
    let folder = PathBuf::from(text.trim());
    if text.trim().is_empty() || !folder.is_dir() {
        return Err(Failure::refused("Choose the folder that the files are to lie in").at("folder"));
    }
    Ok(folder)
}

/// Freezes the paper that was issued or approved before versions were kept.
fn freeze_when_missing(desk: &mut Desk, request: &RunIssue) -> Result<(), Failure> {
    let (at, by) = (desk.now(), desk.hub()?.user.name.clone());
    let (meeting, frozen) = desk.read(|reader| {
        let meeting = kept(reader, request.meeting)?;
        if let Some(words) = not_yet(&meeting, request.paper) {
            return Err(Failure::refused(words));
        }
        let frozen = !reader.issues_of(meeting.id, request.paper)?.is_empty();
        Ok((meeting, frozen))
    })?;
    if frozen {
        return Ok(());
    }
    desk.write(&["issue"], |writer, ids| freeze(writer, ids, &meeting, request.paper, &by, at)).map(drop)
}

fn draw_all(desk: &Desk, request: &RunIssue) -> Result<Vec<Drawn>, Failure> {
    desk.read(|reader| {
        let meeting = kept(reader, request.meeting)?;
        let frozen = Frozen::last(reader, meeting.id, request.paper)?
            .ok_or_else(|| Failure::refused("There is no version of this paper yet"))?;
        let outsiders = Outsiders::load(reader)?;
        let recipients = Recipients::load(reader, &meeting, &frozen)?;
        let before = recipients.before.as_ref();
        let copying = Copying { reader, meeting: &meeting, frozen: &frozen, before, outsiders: &outsiders };
        let mut number = recipients.highest_number();
        let mut drawn = Vec::new();
        for agency in recipients.agencies.iter().filter(|agency| recipients.nothing_for(agency).is_none()) {
            if !request.only.is_empty() && !request.only.contains(&agency.id) {
                continue;
            }
            let before = recipients.copy_of(agency);
            let number = before.map_or_else(
                || {
                    number += 1;
                    number
                },
                |before| before.number,
            );
            drawn.push(draw(desk, request, &copying, &recipients, agency, number)?);
        }
        Ok(drawn)
    })
}

fn draw(
    desk: &Desk,
    request: &RunIssue,
    copying: &Copying<'_, '_>,
    recipients: &Recipients,
    agency: &Agency,
    number: u32,
) -> Result<Drawn, Failure> {
    let (meeting, rule) = (copying.meeting, request.paper.rule_of(agency.pack_rule));
    let stamp = Copy { number: Some(number), of: None, recipient: agency.name.clone() };
    let paper =
        copying.paper(agency, recipients.visit_of(agency), recipients.gets_late_sheet(agency), stamp)?;
    let mut made = papers::drawn(desk.listener().as_ref(), &paper)?;
    let locked = !request.passphrase.is_empty();
    if locked {
        made.bytes = ::papers::lock(&made.bytes, &request.passphrase, store::random_key()?)
            .map_err(|error| Failure::refused(error.to_string()))?;
    }
    let contents = recipients.references_of(agency);
    let settings = copying.reader.settings()?;
    let told = cover(&CoverFacts {
        hub: &settings.hub,
        marking: &settings.shown_marking(),
        paper: request.paper,
        date: meeting.date,
        when_and_where: &when_and_where(meeting, request.paper),
        recipient: &agency.name,
        number,
        rule,
        references: &contents,
        times: &recipients.times_of(agency),
        locked,
        chair: &meeting.chair,
    });
    let before = recipients.copy_of(agency);
    Ok(Drawn {
        copy: IssuedCopy {
            // One that is new gets its key where it is written.
            id: before.map_or(IssuedCopyId(Uuid::nil()), |before| before.id),
            issue: copying.frozen.issue.id,
            number,
            agency: agency.id,
            rule,
            file_name: format!("{}.pdf", file_name(number, &agency.short_name, request.paper, meeting.date)),
            contents,
            locked,
            made_at: desk.now(),
            sent_at: before.and_then(|before| before.sent_at),
            sent_by: before.and_then(|before| before.sent_by.clone()),
        },
        recipient: agency.name.clone(),
        made,
        cover: told,
        emails: recipients.emails_of(agency),
    })
}

/// Writes a copy, its cover and its draft of a mail; each file whole or not at all.
fn write(folder: &Path, drawn: &Drawn) -> Result<(), Failure> {
    let pdf = folder.join(&drawn.copy.file_name);
    papers::save(&pdf, &drawn.made.bytes)?;
    papers::save(&pdf.with_extension("txt"), drawn.cover.text.as_bytes())?;
    let draft = MailDraft {
        to: &drawn.emails,
        subject: &drawn.cover.subject,
        text: &drawn.cover.text,
        file_name: &drawn.copy.file_name,
        pdf: &drawn.made.bytes,
        at: drawn.copy.made_at,
    };
    papers::save(&pdf.with_extension("eml"), &mail_draft(&draft).map_err(Failure::disk)?)
}

/// Returns when and where the meeting is, for the cover of its agenda.
fn when_and_where(meeting: &Meeting, paper: IssuedPaper) -> String {
    match (paper, meeting.room.as_str()) {
        (IssuedPaper::Minutes, _) => String::new(),
        (IssuedPaper::Agenda, "") => meeting.starts.words(),
        (IssuedPaper::Agenda, room) => format!("{}, {room}", meeting.starts.words()),
    }
}
