//! Freezing a version: what went out prints the same for ever, and a version without a change is not made.

use ::papers::Paper;
use ::papers::model::{Divided, MinutesStatus};
use domain::ids::{AgencyId, CaseId, IssueId, IssuePartId, ReferralId};
use domain::issue::{Issue, IssuePart, IssuedPaper, changes};
use domain::meeting::Meeting;
use domain::moment::Moment;
use domain::reference::CaseReference;
use serde::Serialize;
use store::{Reader, Writer};

use super::Frozen;
use crate::desk::Identifiers;
use crate::failure::Failure;
use crate::item_facts::{CaseFacts, ItemFacts};
use crate::papers;

/// A paper taken apart, as JSON.
pub struct Apart {
    /// What stands around the parts.
    pub frame: String,
    /// The parts, each with the reference it is about; the first is about nothing in particular.
    pub parts: Vec<(String, String)>,
    /// The digest of the whole.
    pub digest: String,
}

impl Apart {
    /// Takes a meeting's paper apart as the record has it now.
    pub fn of(reader: &Reader<'_>, meeting: &Meeting, paper: IssuedPaper) -> Result<Self, Failure> {
        match paper {
            IssuedPaper::Agenda => {
                // On the day of the first issue, because lateness would differ in every part otherwise.
                let first = reader.issues_of(meeting.id, paper)?.into_iter().next();
                let issued_at = first.map(|first| first.at).or(meeting.issued_at);
                let mut pack = papers::agenda(reader, Meeting { issued_at, ..meeting.clone() })?;
                // Because these tell of the version and not of what it says, they are put in when it is printed.
                (pack.status, pack.foot_note, pack.copy) = (String::new(), None, None);
                Self::taken(pack, Paper::Agenda)
            }
            IssuedPaper::Minutes => {
                let mut minutes = papers::minutes(reader, meeting.clone())?;
                (minutes.status, minutes.copy) = (MinutesStatus::Draft, None);
                Self::taken(minutes, Paper::Minutes)
            }
        }
    }

    fn taken<P>(paper: P, whole: impl Fn(P) -> Paper) -> Result<Self, Failure>
    where
        P: Divided + Serialize + Clone,
        P::Part: Serialize,
    {
        let digest = ::papers::digest(&whole(paper.clone()));
        let (frame, general, parts) = paper.divided();
        let all = std::iter::once((String::new(), general)).chain(parts);
        Ok(Self {
            frame: json(&frame)?,
            parts: all
                .map(|(reference, part)| Ok((reference, json(&part)?)))
                .collect::<Result<_, Failure>>()?,
            digest,
        })
    }

    /// Returns the parts as they are kept, each with what it is about and whose item it is.
    pub fn kept(&self, reader: &Reader<'_>, meeting: &Meeting) -> Result<Vec<IssuePart>, Failure> {
        let items = crate::item_facts::all(reader, reader.items_of(meeting.id)?)?;
        let mut kept = Vec::with_capacity(self.parts.len());
        for (position, (reference, model)) in self.parts.iter().enumerate() {
            let about = About::of(reader, &items, reference)?;
            kept.push(IssuePart {
                id: IssuePartId(uuid::Uuid::nil()),
                issue: IssueId(uuid::Uuid::nil()),
                position: u32::try_from(position).unwrap_or(u32::MAX),
                reference: reference.clone(),
                case: about.case,
                referral: about.referral,
                agencies: about.agencies,
                model: model.clone(),
            });
        }
        Ok(kept)
    }
}

fn json(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(Failure::unreadable)
}

/// What a part is about.
#[derive(Default)]
struct About {
    case: Option<CaseId>,
    referral: Option<ReferralId>,
    agencies: Vec<AgencyId>,
}

impl About {
    /// Finds what a reference means: an item of this meeting, or a case of which it is only told what came before.
    fn of(reader: &Reader<'_>, items: &[ItemFacts], reference: &str) -> Result<Self, Failure> {
        if let Some(facts) = items.iter().find(|facts| facts.reference().as_deref() == Some(reference)) {
            let (case, referral) = (facts.item.about.case(), facts.item.about.referral());
            return Ok(Self { case, referral, agencies: facts.agencies() });
        }
        let case = match reference.parse::<CaseReference>() {
            Ok(parsed) => reader.find_case(&parsed)?,
            Err(_) => None,
        };
        let Some(case) = case else { return Ok(Self::default()) };
        let facts = CaseFacts::load(reader, case)?;
        Ok(Self { case: Some(facts.case.id), referral: None, agencies: facts.concerned() })
    }
}

/// Freezes a meeting's paper as its next version; absent when nothing changed since the last one.
pub fn freeze(
    writer: &mut Writer<'_>,
    ids: &mut Identifiers,
    meeting: &Meeting,
    paper: IssuedPaper,
    by: &str,
    at: Moment,
) -> Result<Option<Issue>, Failure> {
    let apart = Apart::of(writer, meeting, paper)?;
    let parts = apart.kept(writer, meeting)?;
    let last = Frozen::last(writer, meeting.id, paper)?;
    if let Some(last) = &last
        && last.issue.frame == apart.frame
        && changes(&last.parts, &parts).is_empty()
    {
        return Ok(None);
    }
    let head = writer.audit_head()?;
    let issue = Issue {
        id: IssueId::new(&mut **ids),
        meeting: meeting.id,
        paper,
        version: last.map_or(0, |last| last.issue.version) + 1,
        digest: apart.digest,
        audit_serial: u32::try_from(head.serial).unwrap_or(u32::MAX),
        audit_hash: head.hash,
        at,
        by: by.to_owned(),
        frame: apart.frame,
    };
    writer.add_issue(&issue)?;
    for part in parts {
        writer.add_issue_part(&IssuePart { id: IssuePartId::new(&mut **ids), issue: issue.id, ..part })?;
    }
    Ok(Some(issue))
}
