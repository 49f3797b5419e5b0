//! A paper that goes out, as the screen shows it: its versions, and who gets what.

use domain::agency::{Agency, PackRule};
use domain::agenda::Visit;
use domain::ids::AgencyId;
use domain::issue::{IssuePart, IssuedCopy, IssuedPaper, PartChange, changes};
use domain::meeting::{Meeting, MeetingStatus};
use store::Reader;

use super::Frozen;
use super::freezing::Apart;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::meetings::{self, kept};
use crate::names::Names;
use crate::wire::everything::*;

pub fn get_issue(desk: &mut Desk, request: OfIssue) -> Result<IssueView, Failure> {
    desk.read(|reader| {
        let meeting = kept(reader, request.meeting)?;
        let mut versions = Vec::new();
        let mut before: Option<Frozen> = None;
        for issue in reader.issues_of(meeting.id, request.paper)? {
            let frozen = Frozen::of(reader, issue)?;
            versions.push(version(before.as_ref(), &frozen));
            before = Some(frozen);
        }
        let recipients = match &before {
            Some(last) => Recipients::load(reader, &meeting, last)?.rows(),
            None => Vec::new(),
        };
        let changed_since = match &before {
            Some(last) if request.paper == IssuedPaper::Agenda && meeting.status.is_ahead() => {
                let now = Apart::of(reader, &meeting, request.paper)?;
                let mut words = words_of(&changes(&last.parts, &now.kept(reader, &meeting)?));
                if now.frame != last.issue.frame {
                    words.insert(0, "The front page says something else".to_owned());
                }
                words
            }
            _ => Vec::new(),
        };
        Ok(IssueView {
            not_yet: not_yet(&meeting, request.paper),
            meeting: meetings::row(reader, &meeting)?,
            paper: request.paper,
            versions,
            changed_since,
            recipients,
        })
    })
}

/// Returns why a paper cannot go out yet; absent when it can.
pub fn not_yet(meeting: &Meeting, paper: IssuedPaper) -> Option<String> {
    match (paper, meeting.status) {
        (_, MeetingStatus::Cancelled) => {
            Some("The meeting was cancelled; there is nothing to send".to_owned())
        }
        (IssuedPaper::Agenda, MeetingStatus::Planned) => {
            Some("Issue the agenda first: what goes out is frozen as version 1".to_owned())
        }
        (IssuedPaper::Minutes, MeetingStatus::Approved | MeetingStatus::Confirmed) => None,
        (IssuedPaper::Minutes, _) => Some(
            "The minutes go out once the chair has approved them; until then they are a draft".to_owned(),
        ),
        (IssuedPaper::Agenda, _) => None,
    }
}

fn version(before: Option<&Frozen>, frozen: &Frozen) -> IssueVersion {
    let issue = &frozen.issue;
    IssueVersion {
        version: issue.version,
        at: issue.at,
        by: issue.by.clone(),
        digest: issue.digest.get(..8).unwrap_or(&issue.digest).to_owned(),
        changes: before.map(|before| words_of(&changes(&before.parts, &frozen.parts))).unwrap_or_default(),
    }
}

fn words_of(changes: &[(&str, PartChange)]) -> Vec<String> {
    let words = |(reference, change): &(&str, PartChange)| match (*reference, change) {
        ("", _) => "What concerns everybody changed".to_owned(),
        (reference, PartChange::Added) => format!("{reference} is new"),
        (reference, PartChange::Changed) => format!("{reference} changed"),
        (reference, PartChange::Dropped) => format!("{reference} is no longer there"),
    };
    changes.iter().map(words).collect()
}

/// Who gets a version, and what of it.
pub struct Recipients<'a> {
    /// The partners, by name.
    pub agencies: Vec<Agency>,
    frozen: &'a Frozen,
    copies: Vec<IssuedCopy>,
    emails: Vec<(AgencyId, String)>,
    visits: Vec<(AgencyId, Visit)>,
    /// Partners with open actions of their own: an agency sheet tells them even without an item.
    owing: Vec<AgencyId>,
    /// The version of the agenda before this one; absent for the first, and for minutes.
    pub before: Option<Frozen>,
    /// Partners that have a copy of an earlier version: a late sheet tells them what changed since.
    have_earlier: Vec<AgencyId>,
    /// Whether what concerns everybody is as in the version before.
    everybody_alike: bool,
}

impl<'a> Recipients<'a> {
    /// Loads the partners that take part.
    pub fn load(reader: &Reader<'_>, meeting: &Meeting, frozen: &'a Frozen) -> Result<Self, Failure> {
        let names = Names::load(reader)?;
        let mut agencies: Vec<Agency> =
            names.agencies.values().filter(|agency| agency.active).cloned().collect();
        agencies.sort_by_cached_key(|agency| agency.name.to_lowercase());
        let mut officers: Vec<_> =
            names.officers.values().filter(|each| each.active && each.attends).collect();
        officers.sort_by_cached_key(|officer| officer.name.to_lowercase());
        let emails = officers.into_iter().filter(|officer| !officer.email.trim().is_empty());
        let items = crate::item_facts::all(reader, reader.items_of(meeting.id)?)?;
        let visits = crate::agenda::visits(reader, &names, meeting, &items)?;
        let issues = reader.issues_of(meeting.id, frozen.issue.paper)?;
        let earlier: Vec<_> = issues.into_iter().filter(|each| each.version < frozen.issue.version).collect();
        let mut have_earlier = Vec::new();
        for issue in &earlier {
            have_earlier.extend(reader.copies_of(issue.id)?.into_iter().map(|copy| copy.agency));
        }
        let is_agenda = frozen.issue.paper == IssuedPaper::Agenda;
        let before = earlier.into_iter().next_back().filter(|_| is_agenda);
        let before = before.map(|issue| Frozen::of(reader, issue)).transpose()?;
        let everybody_alike = match &before {
            Some(before) => frozen.concerns_everybody_alike(before)?,
            None => true,
        };
        let open = reader.list_actions()?.into_iter().filter(|action| action.status.is_open());
        Ok(Self {
            agencies,
            frozen,
            copies: reader.copies_of(frozen.issue.id)?,
            emails: emails.map(|officer| (officer.agency, officer.email.trim().to_owned())).collect(),
            visits: visits.into_iter().map(|each| (each.agency.id, each.visit)).collect(),
            owing: open.map(|action| action.agency).collect(),
            before,
            everybody_alike,
            have_earlier: if is_agenda { have_earlier } else { Vec::new() },
        })
    }

    fn rule(&self, agency: &Agency) -> PackRule {
        self.frozen.issue.paper.rule_of(agency.pack_rule)
    }

    /// Tells whether a recipient has an earlier version of the agenda, and so gets what changed since.
    pub fn gets_late_sheet(&self, agency: &Agency) -> bool {
        self.before.is_some() && self.have_earlier.contains(&agency.id)
    }

    /// Returns the references that a recipient's copy holds; a sheet names those of its own items, a late sheet those that
    /// changed.
    pub fn references_of(&self, agency: &Agency) -> Vec<String> {
        let rule = self.rule(agency);
        let own = |part: &IssuePart| match rule {
            PackRule::SheetOnly => part.agencies.contains(&agency.id),
            rule => part.goes_to(rule, agency.id),
        };
        let mut references = self.frozen.references(own);
        if let Some(before) = self.before.as_ref().filter(|_| self.gets_late_sheet(agency)) {
            let changed = changes(&before.parts, &self.frozen.parts);
            let is_changed = |reference: &String| changed.iter().any(|(each, _)| each == reference);
            references.retain(is_changed);
            let gone = before.references(own).into_iter();
            references.extend(gone.filter(|reference| {
                changed.iter().any(|(each, change)| each == reference && *change == PartChange::Dropped)
            }));
        }
        references
    }

    /// Returns why nothing goes to a recipient; absent when something does.
    pub fn nothing_for(&self, agency: &Agency) -> Option<String> {
        let none = self.references_of(agency).is_empty();
        if self.gets_late_sheet(agency) {
            return (none && self.everybody_alike).then(|| "nothing of it changed since its copy".to_owned());
        }
        let owes = self.rule(agency) == PackRule::SheetOnly && self.owing.contains(&agency.id);
        (self.rule(agency) != PackRule::All && none && !owes).then(|| "no item of its own".to_owned())
    }

    /// Returns a recipient's copy of this version; absent until it is made.
    pub fn copy_of(&self, agency: &Agency) -> Option<&IssuedCopy> {
        self.copies.iter().find(|copy| copy.agency == agency.id)
    }

    /// Returns the highest number given so far; 0 before the first.
    pub fn highest_number(&self) -> u32 {
        self.copies.iter().map(|copy| copy.number).max().unwrap_or(0)
    }

    /// Returns the addresses of those of a recipient who usually come.
    pub fn emails_of(&self, agency: &Agency) -> Vec<String> {
        self.emails.iter().filter(|(of, _)| *of == agency.id).map(|(_, email)| email.clone()).collect()
    }

    /// Returns when a recipient is expected; absent when it is not in the list.
    pub fn visit_of(&self, agency: &Agency) -> Option<Visit> {
        self.visits.iter().find(|(of, _)| *of == agency.id).map(|(_, visit)| *visit)
    }

    /// Returns when a recipient is expected, for its cover; empty when it has no time, and for minutes.
    pub fn times_of(&self, agency: &Agency) -> String {
        match (self.frozen.issue.paper, self.visit_of(agency)) {
            (IssuedPaper::Agenda, Some(Visit::Between { arrives, leaves })) => {
                format!("from {} to {}", arrives.words(), leaves.words())
            }
            (IssuedPaper::Agenda, Some(Visit::Throughout)) => "throughout".to_owned(),
            _ => String::new(),
        }
    }

    /// Returns the recipients as rows.
    pub fn rows(&self) -> Vec<Recipient> {
        let row = |agency: &Agency| Recipient {
            agency: Named { id: agency.id, name: agency.name.clone() },
            rule: self.rule(agency),
            copy_words: match self.gets_late_sheet(agency) {
                true => format!("late sheet {}", self.frozen.issue.version - 1),
                false => self.frozen.issue.paper.copy_words(self.rule(agency)).to_owned(),
            },
            references: self.references_of(agency),
            emails: self.emails_of(agency),
            nothing: self.nothing_for(agency),
            copy: self.copy_of(agency).cloned(),
        };
        self.agencies.iter().map(row).collect()
    }
}
