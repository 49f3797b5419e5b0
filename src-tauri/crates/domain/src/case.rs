//! Cases: what the hub holds the overview of.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{AgencyId, AreaId, CaseId, CaseLinkId, OfficerId};
use crate::reference::{CaseReference, ReferralNumber};
use crate::referral::Source;
use crate::subject::SubjectPart;

/// What a case is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CaseKind {
    /// A person.
    Person,
    /// A property; has a place.
    Property,
    /// A theme or location.
    Topic,
}

impl CaseKind {
    /// Returns the kind in a word.
    pub fn words(self) -> &'static str {
        match self {
            Self::Person => "Person",
            Self::Property => "Property",
            Self::Topic => "Topic",
        }
    }
}

/// When a case comes back to the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReviewRule {
    /// At every meeting.
    EveryMeeting,
    /// Two weeks after the last discussion.
    Fortnightly,
    /// Four weeks after the last discussion.
    Monthly,
    /// When one of its actions falls due.
    WhenActionDue,
    /// When somebody asks for it.
    OnRequest,
}

impl ReviewRule {
    /// Returns the rule in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::EveryMeeting => "every meeting",
            Self::Fortnightly => "fortnightly",
            Self::Monthly => "monthly",
            Self::WhenActionDue => "when an action falls due",
            Self::OnRequest => "on request",
        }
    }

    /// Returns the days between two discussions; absent where the calendar does not decide.
    pub fn days(self) -> Option<i64> {
        match self {
            Self::EveryMeeting => Some(0),
            Self::Fortnightly => Some(14),
            Self::Monthly => Some(28),
            Self::WhenActionDue | Self::OnRequest => None,
        }
    }
}

/// A case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Case {
    /// Its key.
    pub id: CaseId,
    /// Its reference, kept over all its episodes.
    pub reference: CaseReference,
    /// What it is about.
    pub kind: CaseKind,
    /// A short label, such as `town centre`; empty for most persons. Never on the projector below "full".
    pub title: String,
    /// The outline in a few sentences; empty for imported rows.
    pub outline: String,
    /// Key issues in the words in which they were published.
    pub key_issues: Vec<String>,
    /// The reporting factors that the key issues were mapped to; editable.
    pub factors: Vec<crate::factor::Factor>,
    /// The place; empty for persons and most topics.
    pub place: String,
    /// The area; absent when not known.
    pub area: Option<AreaId>,
    /// Where it came from; absent for imported rows.
    pub source: Option<Source>,
    /// The lead agency; absent until agreed.
    pub lead_agency: Option<AgencyId>,
    /// The lead officer; absent until named.
    pub lead_officer: Option<OfficerId>,
    /// The legal lead's name; empty when there is none.
    pub legal_lead: String,
    /// The other agencies that are involved.
    pub involved: Vec<AgencyId>,
    /// The people it is about.
    pub subjects: Vec<SubjectPart>,
    /// When it comes back to the meeting.
    pub review_rule: ReviewRule,
    /// Facts beside the case, such as `committed, secure unit`.
    pub outside_facts: Vec<String>,
    /// The referral it began as; absent for the hub's own and imported ones.
    pub referral: Option<ReferralNumber>,
}

/// How two cases belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// They refer to each other.
    CrossReference,
    /// `from` was split from `to`.
    SplitFrom,
    /// `from` was combined with `to` and is a signpost to it.
    CombinedInto,
}

/// A link between two cases; read both ways.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CaseLink {
    /// Its key.
    pub id: CaseLinkId,
    /// How they belong together.
    pub kind: LinkKind,
    /// The case that names the other.
    pub from: CaseId,
    /// The case that is named.
    pub to: CaseId,
    /// The day; absent where a register does not tell.
    pub on: Option<NaiveDate>,
}

/// Says why a case cannot be as asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CaseError {
    /// A property without a place.
    #[error("Say which property: fill in its place")]
    PropertyWithoutPlace,
    /// A case linked with itself.
    #[error("{0} cannot be linked with itself")]
    LinkedWithItself(CaseReference),
    /// A case combined with itself.
    #[error("{0} cannot be combined with itself")]
    CombinedWithItself(CaseReference),
    /// Combining would lead in a circle.
    #[error("{from} cannot be combined with {to}: {to} already leads back to {from}")]
    CombinedInCircle {
        /// The case to become a signpost.
        from: CaseReference,
        /// The case to survive.
        to: CaseReference,
    },
    /// A signpost cannot be edited.
    #[error("{from} was combined with {to}; work goes on there")]
    IsSignpost {
        /// The signpost.
        from: CaseReference,
        /// The survivor.
        to: CaseReference,
    },
}

impl Case {
    /// Returns a case of which nothing but its reference and its kind is known; it comes to every meeting (a default).
    pub fn new(id: CaseId, reference: CaseReference, kind: CaseKind) -> Self {
        Self {
            id,
            reference,
            kind,
            title: String::new(),
            outline: String::new(),
            key_issues: Vec::new(),
            factors: Vec::new(),
            place: String::new(),
            area: None,
            source: None,
            lead_agency: None,
            lead_officer: None,
            legal_lead: String::new(),
            involved: Vec::new(),
            subjects: Vec::new(),
            review_rule: ReviewRule::EveryMeeting,
            outside_facts: Vec::new(),
            referral: None,
        }
    }

    /// Checks what every case must hold. `imported` lets a property pass without its place, which registers do not give.
    pub fn checked(self, imported: bool) -> Result<Self, CaseError> {
        if self.kind == CaseKind::Property && self.place.trim().is_empty() && !imported {
            return Err(CaseError::PropertyWithoutPlace);
        }
        Ok(self)
    }
}

/// Returns the case that `case` leads to through the chain of combinations; itself when it was not combined.
///
/// Ends even when the links, against the rules, form a circle: nothing is followed twice.
pub fn survivor_of(case: CaseId, links: &[CaseLink]) -> CaseId {
    let mut seen = vec![case];
    let mut at = case;
    while let Some(next) =
        links.iter().find(|link| link.kind == LinkKind::CombinedInto && link.from == at).map(|link| link.to)
    {
        if seen.contains(&next) {
            return at;
        }
        seen.push(next);
        at = next;
    }
    at
}

/// Returns the next free number for a case: one more than the highest in use.
pub fn next_number<'a>(in_use: impl IntoIterator<Item = &'a CaseReference>) -> u32 {
    in_use.into_iter().map(|reference| reference.number).max().unwrap_or(0).saturating_add(1)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn case(number: u128) -> CaseId {
        CaseId(Uuid::from_u128(number))
    }

    fn combined(from: u128, to: u128) -> CaseLink {
        let id = CaseLinkId(Uuid::from_u128(from * 100 + to));
        CaseLink { id, kind: LinkKind::CombinedInto, from: case(from), to: case(to), on: None }
    }

    #[test]
    fn a_signpost_leads_to_the_survivor_through_chains() {
        let links = [combined(1, 2), combined(2, 3)];
        assert_eq!(survivor_of(case(1), &links), case(3));
        assert_eq!(survivor_of(case(3), &links), case(3));
    }

    #[test]
    fn following_a_circle_ends() {
        let links = [combined(1, 2), combined(2, 1)];
        assert_eq!(survivor_of(case(1), &links), case(2));
    }

    #[test]
    fn the_next_number_follows_the_highest_and_fills_no_gap() {
        let references: Vec<CaseReference> =
            ["CSH.1", "CSH.21a", "CSH.7"].iter().map(|text| text.parse().unwrap()).collect();
        assert_eq!(next_number(&references), 22);
        assert_eq!(next_number([]), 1);
    }
}
