//! A version as it was frozen, put together again whole or from some of its parts.

use ::papers::model::{AgendaPack, Divided, MinutesPaper, Stamp};
use domain::ids::MeetingId;
use domain::issue::{Issue, IssuePart, IssuedPaper};
use domain::words::full_date;
use serde::de::DeserializeOwned;
use store::Reader;

use crate::failure::Failure;
use crate::london;

/// A version with its parts; what was disposed of since is not among them.
pub struct Frozen {
    /// The version.
    pub issue: Issue,
    /// Its parts in the order of the paper.
    pub parts: Vec<IssuePart>,
}

impl Frozen {
    /// Loads the first version of a paper, whose page numbers never change; absent when none went out.
    pub fn first(
        reader: &Reader<'_>,
        meeting: MeetingId,
        paper: IssuedPaper,
    ) -> Result<Option<Self>, Failure> {
        let issue = reader.issues_of(meeting, paper)?.into_iter().next();
        issue.map(|issue| Self::of(reader, issue)).transpose()
    }

    /// Loads the last version of a paper; absent when none went out.
    pub fn last(
        reader: &Reader<'_>,
        meeting: MeetingId,
        paper: IssuedPaper,
    ) -> Result<Option<Self>, Failure> {
        let issue = reader.issues_of(meeting, paper)?.pop();
        issue.map(|issue| Self::of(reader, issue)).transpose()
    }

    /// Loads the parts of a version.
    pub fn of(reader: &Reader<'_>, issue: Issue) -> Result<Self, Failure> {
        Ok(Self { parts: reader.parts_of(issue.id)?, issue })
    }

    /// Puts the agenda pack together from the parts that `holds` chooses.
    pub fn agenda(&self, holds: impl Fn(&IssuePart) -> bool) -> Result<AgendaPack, Failure> {
        let mut pack: AgendaPack = self.joined(holds)?;
        let (version, day) = (self.issue.version, full_date(london::date(self.issue.at)));
        pack.status = format!("version {version} · issued {day}");
        pack.foot_note = Some(format!("Version {version}, as issued; later papers come on a late sheet"));
        pack.marking.stamp = Some(self.stamp());
        Ok(pack)
    }

    /// Puts the minutes together from the parts that `holds` chooses; how far they have come is put in by the caller.
    pub fn minutes(&self, holds: impl Fn(&IssuePart) -> bool) -> Result<MinutesPaper, Failure> {
        let mut minutes: MinutesPaper = self.joined(holds)?;
        minutes.marking.stamp = Some(self.stamp());
        Ok(minutes)
    }

    fn joined<P>(&self, holds: impl Fn(&IssuePart) -> bool) -> Result<P, Failure>
    where
        P: Divided + DeserializeOwned,
        P::Part: DeserializeOwned,
    {
        let disposed_of =
            || Failure::refused("This paper was disposed of: only its number and its digest are kept");
        if self.issue.frame.is_empty() {
            return Err(disposed_of());
        }
        let frame: P = serde_json::from_str(&self.issue.frame).map_err(Failure::unreadable)?;
        let parts = self.parts.iter().filter(|part| holds(part));
        let parts: Result<Vec<P::Part>, _> = parts.map(|part| serde_json::from_str(&part.model)).collect();
        Ok(frame.joined(parts.map_err(Failure::unreadable)?))
    }

    /// Returns what the foot of every copy has: the digest, and the audit's head before it was frozen.
    fn stamp(&self) -> Stamp {
        let Issue { digest, audit_serial, audit_hash, .. } = &self.issue;
        let head = audit_hash.get(..8).unwrap_or(audit_hash);
        Stamp { digest: digest.clone(), audit: Some(format!("{audit_serial} {head}")) }
    }

    /// Tells whether an agenda says to everybody what another version says: when, where, and what is about no case.
    pub fn concerns_everybody_alike(&self, other: &Self) -> Result<bool, Failure> {
        let general = |frozen: &Self| -> Result<_, Failure> {
            let pack = frozen.agenda(|part| part.reference.is_empty())?;
            Ok((pack.starts, pack.ends, pack.place, pack.running_order))
        };
        Ok(general(self)? == general(other)?)
    }

    /// Returns the references of the parts that `holds` chooses, in the order of the paper.
    pub fn references(&self, holds: impl Fn(&IssuePart) -> bool) -> Vec<String> {
        let chosen = self.parts.iter().filter(|part| !part.reference.is_empty() && holds(part));
        // A part about no case or referral is a title, such as what the last meeting decided under any other business.
        let chosen = chosen.filter(|part| part.case.is_some() || part.referral.is_some());
        chosen.map(|part| part.reference.clone()).collect()
    }
}
