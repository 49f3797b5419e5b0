//! Usual actions: what is often agreed, with its type, how long it takes and who mostly does it.
//!
//! The shipped list is a default of ours (nothing is published); a hub changes it as it likes. A shipped row is not stored
//! until somebody changes it, so that a hub that never touched its list gets a better one with a later program.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::action::ActionType;
use crate::ids::{ActionTemplateId, AgencyId};

/// Nobody plans an action further ahead than two years.
const MOST_DAYS: u16 = 730;
/// A usual action is a line, not a story.
const MOST_LETTERS: usize = 200;

/// A usual action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ActionTemplate {
    /// Its key.
    pub id: ActionTemplateId,
    /// Its place in the list, from 1.
    pub position: u32,
    /// What is to be done.
    pub what: String,
    /// The neutral word for it.
    pub kind: ActionType,
    /// How many days it usually has; absent where nobody can tell.
    pub days: Option<u16>,
    /// The agency that mostly does it; absent where it depends.
    pub agency: Option<AgencyId>,
    /// True when it is not offered any more.
    pub retired: bool,
}

/// Says why a usual action cannot be as asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// Nothing says what is to be done.
    #[error("Say what is to be done")]
    NothingToDo,
    /// The words are too long to be offered in a list.
    #[error("Keep it to one line of at most {MOST_LETTERS} letters")]
    TooLong,
    /// The number of days cannot be.
    #[error("Give between 1 and {MOST_DAYS} days, or leave it empty")]
    Days,
    /// The same words stand in the list already.
    #[error("“{0}” is in the list already")]
    InListAlready(String),
}

impl ActionTemplate {
    /// Checks what every usual action must hold, beside the `others` of the list; its words become one line.
    pub fn checked(self, others: &[Self]) -> Result<Self, TemplateError> {
        let what = self.what.split_whitespace().collect::<Vec<_>>().join(" ");
        let same = |other: &&Self| {
            other.id != self.id && !other.retired && other.what.to_lowercase() == what.to_lowercase()
        };
        match () {
            () if what.is_empty() => Err(TemplateError::NothingToDo),
            () if what.chars().count() > MOST_LETTERS => Err(TemplateError::TooLong),
            () if self.days.is_some_and(|days| !(1..=MOST_DAYS).contains(&days)) => Err(TemplateError::Days),
            () => match others.iter().find(same).filter(|_| !self.retired) {
                Some(other) => Err(TemplateError::InListAlready(other.what.clone())),
                None => Ok(Self { what, ..self }),
            },
        }
    }

    /// Returns when an action of it that is raised on `day` is due; absent where nobody can tell.
    pub fn due(&self, day: NaiveDate) -> Option<NaiveDate> {
        day.checked_add_days(Days::new(u64::from(self.days?)))
    }

    /// Tells whether it stands as it was shipped.
    pub fn is_shipped(&self) -> bool {
        shipped().contains(self)
    }
}

/// Returns the list with which every hub begins.
pub fn shipped() -> Vec<ActionTemplate> {
    let rows = [
        ("Joint home visit", ActionType::Visit, Some(7)),
        ("Welfare visit and tenancy check", ActionType::Visit, Some(7)),
        ("First warning letter", ActionType::Letter, Some(7)),
        ("Offer acceptable behaviour contract (ABC) and arrange the meeting", ActionType::Meeting, Some(14)),
        ("Arrange a separate multi-agency meeting", ActionType::Meeting, Some(14)),
        ("Refer to mental health services", ActionType::Referral, Some(7)),
        ("Refer to drug and alcohol service", ActionType::Referral, Some(7)),
        ("Refer to mediation", ActionType::Referral, Some(14)),
        ("Complete vulnerability risk assessment (VRA) with the victim", ActionType::Check, Some(7)),
        ("Check calls and incidents of the last six months", ActionType::Check, Some(7)),
        ("Prepare file for legal", ActionType::FileToLegal, Some(28)),
        ("Add to patrol plan and report back", ActionType::Patrol, Some(7)),
        ("Secure the property and report repairs", ActionType::Repair, Some(14)),
    ];
    (1..)
        .zip(rows)
        .map(|(position, (what, kind, days))| ActionTemplate {
            id: ActionTemplateId(Uuid::from_u128(
                0x0197_0000_0000_7000_8000_ac71_0000_0000 + u128::from(position),
            )),
            position,
            what: what.to_owned(),
            kind,
            days,
            agency: None,
            retired: false,
        })
        .collect()
}

/// Returns the hub's list in its order: what it stored, and what was shipped and never changed.
pub fn listed(stored: Vec<ActionTemplate>) -> Vec<ActionTemplate> {
    let untouched = shipped().into_iter().filter(|each| stored.iter().all(|other| other.id != each.id));
    let mut list: Vec<ActionTemplate> = untouched.collect();
    list.extend(stored);
    list.sort_by(|one, other| {
        (one.position, &one.what, one.id).cmp(&(other.position, &other.what, other.id))
    });
    list
}

/// Returns the rows whose place changes when `id` moves by one towards the top or the end; none at either end of the list.
pub fn moved(list: &[ActionTemplate], id: ActionTemplateId, up: bool) -> Vec<ActionTemplate> {
    let offered: Vec<&ActionTemplate> = list.iter().filter(|each| !each.retired).collect();
    let Some(at) = offered.iter().position(|each| each.id == id) else { return Vec::new() };
    let beside = if up { at.checked_sub(1) } else { Some(at + 1) };
    let Some(other) = beside.and_then(|beside| offered.get(beside)) else { return Vec::new() };
    // Numbered anew, because two rows that were added at the same time may have one place.
    let mut order: Vec<&ActionTemplate> = list.iter().collect();
    let place = |id: ActionTemplateId| order.iter().position(|each| each.id == id);
    let (Some(mine), Some(theirs)) = (place(id), place(other.id)) else { return Vec::new() };
    order.swap(mine, theirs);
    let placed = (1..).zip(order).filter(|(position, each)| each.position != *position);
    placed.map(|(position, each)| ActionTemplate { position, ..each.clone() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(what: &str) -> ActionTemplate {
        ActionTemplate {
            id: ActionTemplateId(Uuid::from_u128(5)),
            position: 14,
            what: what.into(),
            kind: ActionType::Other,
            days: None,
            agency: None,
            retired: false,
        }
    }

    fn words(list: &[ActionTemplate]) -> Vec<&str> {
        list.iter().map(|each| each.what.as_str()).collect()
    }

    #[test]
    fn what_was_shipped_passes_its_own_checks_and_says_that_it_is_shipped() {
        let list = shipped();
        for each in &list {
            assert_eq!(each.clone().checked(&list).as_ref(), Ok(each));
            assert!(each.is_shipped());
        }
        let amended = ActionTemplate { days: Some(10), ..list[0].clone() };
        assert!(!amended.is_shipped(), "what a hub changed is its own");
    }

    #[test]
    fn an_amended_row_takes_the_place_of_the_shipped_one() {
        let amended = ActionTemplate { what: "Joint visit at home".into(), ..shipped()[0].clone() };
        let list = listed(vec![amended, own("Letter to the landlord")]);
        assert_eq!(list.len(), shipped().len() + 1);
        assert_eq!(list[0].what, "Joint visit at home");
        assert_eq!(list.last().map(|each| each.what.as_str()), Some("Letter to the landlord"));
    }

    #[test]
    fn the_words_are_one_line_and_stand_in_the_list_once() {
        let tidy = own("  letter \n to   the landlord ").checked(&[]).unwrap();
        assert_eq!(tidy.what, "letter to the landlord");
        assert_eq!(own(" ").checked(&[]), Err(TemplateError::NothingToDo));
        assert_eq!(own(&"x".repeat(201)).checked(&[]), Err(TemplateError::TooLong));
        let same = own("JOINT home visit").checked(&shipped());
        assert_eq!(same, Err(TemplateError::InListAlready("Joint home visit".into())));
        let mut retired = shipped();
        retired[0].retired = true;
        assert!(own("joint home visit").checked(&retired).is_ok(), "what was retired is in nobody's way");
    }

    #[test]
    fn days_to_go_are_days_that_somebody_can_plan() {
        let with = |days| ActionTemplate { days: Some(days), ..own("Letter") }.checked(&[]).is_ok();
        assert_eq!([0, 1, 730, 731].map(with), [false, true, true, false]);
        let week = ActionTemplate { days: Some(7), ..own("Letter") };
        assert_eq!(week.due("2026-11-24".parse().unwrap()), "2026-12-01".parse().ok());
        assert_eq!(own("Letter").due("2026-11-24".parse().unwrap()), None);
    }

    #[test]
    fn a_row_moves_past_the_next_one_that_is_offered() {
        let mut list = shipped();
        list[1].retired = true;
        let third = list[2].id;
        let changed = moved(&list, third, true);
        let after = listed([changed, vec![list[1].clone()]].concat().into_iter().fold(
            Vec::new(),
            |mut kept: Vec<ActionTemplate>, each| {
                if kept.iter().all(|other| other.id != each.id) {
                    kept.push(each);
                }
                kept
            },
        ));
        assert_eq!(words(&after)[0], list[2].what);
        assert!(moved(&list, list[0].id, true).is_empty(), "the first goes no further");
        assert!(moved(&list, list[12].id, false).is_empty(), "nor does the last");
    }
}
