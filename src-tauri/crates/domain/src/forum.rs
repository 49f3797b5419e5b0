//! Links of a case to other forums: that there is one and since when, never what was said there.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{CaseId, ForumLinkId};
use crate::words::table_date;

/// The letters that a forum's name may have: a name, and no room for content.
pub const FORUM_LETTERS: usize = 60;

/// Forums that are offered, with what they stand for (a default: others can be typed).
pub const FORUMS: [(&str, &str); 8] = [
    ("MARAC", "multi-agency risk assessment conference"),
    ("MAPPA", "multi-agency public protection arrangements"),
    ("Channel", "Prevent’s Channel panel"),
    ("Child protection", "child protection conference or plan"),
    ("Safeguarding adults", "safeguarding adults enquiry"),
    ("TAI", "Team Around the Individual"),
    ("Missing and exploited group", "multi-agency child exploitation meeting"),
    ("Early help", "early help plan"),
];

/// One link of a case to another forum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ForumLink {
    /// Its key.
    pub id: ForumLinkId,
    /// The case.
    pub case: CaseId,
    /// The forum's name.
    pub forum: String,
    /// Since when; absent when not known.
    pub since: Option<NaiveDate>,
    /// Until when; absent while it lasts.
    pub until: Option<NaiveDate>,
}

/// Says why a link to a forum cannot be as asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ForumError {
    /// No forum is named.
    #[error("Name the forum, such as MARAC")]
    NoForum,
    /// More than a name was written.
    #[error(
        "Name the forum only, in at most {FORUM_LETTERS} letters: what is said there does not belong here"
    )]
    LongForum,
    /// It ends before it begins.
    #[error("The link cannot end on {until}, before it begins on {since}")]
    EndsBeforeItBegins {
        /// The first day, in words.
        since: String,
        /// The refused last day, in words.
        until: String,
    },
    /// It begins later than today.
    #[error("The link is entered once it is there, not for {0}")]
    InTheFuture(String),
    /// The forum is linked already.
    #[error("“{0}” is linked already; amend that line")]
    LinkedAlready(String),
}

impl ForumLink {
    /// Checks what every link must hold; `others` are the links of the case that are there already.
    pub fn checked(self, others: &[Self], today: NaiveDate) -> Result<Self, ForumError> {
        let forum = self.forum.split_whitespace().collect::<Vec<_>>().join(" ");
        match forum.chars().count() {
            0 => return Err(ForumError::NoForum),
            letters if letters > FORUM_LETTERS => return Err(ForumError::LongForum),
            _ => {}
        }
        if let (Some(since), Some(until)) = (self.since, self.until)
            && until < since
        {
            let (since, until) = (table_date(since), table_date(until));
            return Err(ForumError::EndsBeforeItBegins { since, until });
        }
        if let Some(since) = self.since.filter(|since| *since > today) {
            return Err(ForumError::InTheFuture(table_date(since)));
        }
        let lasts = |other: &&Self| {
            other.id != self.id
                && other.forum.to_lowercase() == forum.to_lowercase()
                && other.until.is_none()
                && self.until.is_none()
        };
        match others.iter().find(lasts) {
            Some(other) => Err(ForumError::LinkedAlready(other.forum.clone())),
            None => Ok(Self { forum, ..self }),
        }
    }

    /// Returns when it was linked, in words: `since 3 Nov 2026`, `3 Nov 2026 to 1 Dec 2026`; empty when not known.
    pub fn when_words(&self) -> String {
        match (self.since, self.until) {
            (Some(since), Some(until)) => format!("{} to {}", table_date(since), table_date(until)),
            (Some(since), None) => format!("since {}", table_date(since)),
            (None, Some(until)) => format!("until {}", table_date(until)),
            (None, None) => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    fn link(forum: &str, since: &str, until: &str) -> ForumLink {
        let (id, case) = (ForumLinkId(Uuid::from_u128(1)), CaseId(Uuid::nil()));
        ForumLink { id, case, forum: forum.into(), since: day(since), until: day(until) }
    }

    fn checked(link: ForumLink, others: &[ForumLink]) -> Result<ForumLink, ForumError> {
        link.checked(others, "2026-11-24".parse().unwrap())
    }

    #[test]
    fn a_forum_is_named_and_nothing_more() {
        assert_eq!(checked(link("  MARAC\t", "", ""), &[]).unwrap().forum, "MARAC");
        assert_eq!(checked(link(" ", "", ""), &[]), Err(ForumError::NoForum));
        let told = "MARAC heard that the neighbour was threatened twice at the end of October";
        assert_eq!(checked(link(told, "", ""), &[]), Err(ForumError::LongForum));
        assert_eq!(checked(link(&"x".repeat(10_000), "", ""), &[]), Err(ForumError::LongForum));
    }

    #[test]
    fn its_days_are_in_order_and_not_ahead() {
        assert!(checked(link("TAI", "2026-11-24", "2026-11-24"), &[]).is_ok());
        assert!(checked(link("TAI", "2026-11-02", "2026-11-01"), &[]).is_err());
        assert!(checked(link("TAI", "2026-11-25", ""), &[]).is_err());
    }

    #[test]
    fn a_forum_is_linked_once_at_a_time() {
        let there = [ForumLink { id: ForumLinkId(Uuid::from_u128(9)), ..link("MARAC", "2026-01-01", "") }];
        assert_eq!(checked(link("marac", "", ""), &there), Err(ForumError::LinkedAlready("MARAC".into())));
        let over = [ForumLink { until: day("2026-05-01"), ..there[0].clone() }];
        assert!(checked(link("marac", "2026-06-01", ""), &over).is_ok(), "it may come back");
        assert_eq!(over[0].when_words(), "1 Jan 2026 to 1 May 2026");
    }
}
