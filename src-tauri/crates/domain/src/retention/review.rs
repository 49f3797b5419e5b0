//! Whether a record has reached its review date, and what stands against its disposal.

use chrono::NaiveDate;

use super::{ChoiceKind, RecordType, RetentionChoice, RetentionError, RetentionRules};
use crate::words::{count, listed, table_date};

/// What lives on a record still: as long as anything does, it is neither disposed of nor thinned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// References of cases with an open episode: the case itself, one that was combined with it, one that minutes speak of.
    pub open_cases: Vec<String>,
    /// The numbers of open actions.
    pub open_actions: Vec<String>,
    /// The types of orders in place or on the way.
    pub live_orders: Vec<String>,
    /// The next meeting whose agenda it stands on.
    pub on_agenda_of: Option<NaiveDate>,
    /// Minutes that nobody has approved yet.
    pub unapproved: bool,
}

/// Where a record stands under its rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// From which day it is kept.
    pub since: NaiveDate,
    /// The day on which it is looked at: the rule's, or a later one that somebody chose.
    pub review_on: NaiveDate,
    /// Whether that day has come.
    pub due: bool,
    /// What stands against its disposal, in words; empty when nothing does.
    pub obstacles: Vec<String>,
}

impl Standing {
    fn words(&self) -> Vec<String> {
        let mut words = Vec::new();
        if !self.open_cases.is_empty() {
            words.push(format!("{} open", verb(&self.open_cases)));
        }
        if !self.open_actions.is_empty() {
            let actions = count(self.open_actions.len(), "open action", "open actions");
            words.push(format!("{actions} ({})", listed(&self.open_actions)));
        }
        if !self.live_orders.is_empty() {
            let orders = count(self.live_orders.len(), "live order", "live orders");
            words.push(format!("{orders} ({})", listed(&self.live_orders)));
        }
        words.extend(
            self.on_agenda_of.map(|date| format!("on the agenda of the meeting on {}", table_date(date))),
        );
        if self.unapproved {
            words.push("the minutes are not approved yet".to_owned());
        }
        words
    }
}

fn verb(names: &[String]) -> String {
    format!("{} {}", listed(names), if names.len() == 1 { "is" } else { "are" })
}

/// Returns where a record of type `of` stands on `today`, kept from `since`.
///
/// `choices` are those made for the record, and the holds on whatever would go with it, such as its people.
pub fn review<'a>(
    rules: &RetentionRules,
    of: RecordType,
    since: NaiveDate,
    standing: &Standing,
    choices: impl IntoIterator<Item = &'a RetentionChoice>,
    today: NaiveDate,
) -> Review {
    let mut review_on = rules.of(of).from(since);
    let mut obstacles = standing.words();
    for choice in choices {
        if choice.kind == ChoiceKind::KeepUntil {
            review_on = choice.until.map_or(review_on, |until| until.max(review_on));
        }
        if choice.holds_on(today) {
            obstacles.push(choice.words());
        }
    }
    Review { since, review_on, due: review_on <= today, obstacles }
}

impl Review {
    /// Lets through what may be disposed of; says of anything else why not.
    pub fn may_go(&self, reference: &str) -> Result<(), RetentionError> {
        let reference = reference.to_owned();
        if !self.obstacles.is_empty() {
            return Err(RetentionError::Blocked { reference, because: self.obstacles.join("; ") });
        }
        match self.due {
            true => Ok(()),
            false => Err(RetentionError::NotDue { reference, until: table_date(self.review_on) }),
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::{KeepFor, RecordRef};
    use super::*;
    use crate::ids::RetentionChoiceId;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    const CASE: RecordRef = RecordRef { of: RecordType::ClosedCase, record: Uuid::nil() };
    const ID: RetentionChoiceId = RetentionChoiceId(Uuid::nil());

    fn closed(since: &str, standing: &Standing, choices: &[RetentionChoice]) -> Review {
        let rules = RetentionRules::default();
        review(&rules, CASE.of, day(since), standing, choices, day("2026-11-24"))
    }

    #[test]
    fn a_case_is_due_on_the_day_its_years_are_over() {
        let quiet = Standing::default();
        assert!(closed("2020-11-24", &quiet, &[]).due);
        let tomorrow = closed("2020-11-25", &quiet, &[]);
        assert!(!tomorrow.due);
        let refused = tomorrow.may_go("CSH.12").unwrap_err().to_string();
        assert_eq!(refused, "CSH.12 is kept until 25 Nov 2026 and cannot be disposed of before that");
    }

    #[test]
    fn each_type_goes_by_its_own_period() {
        let rules = RetentionRules { minutes: KeepFor::months(3), ..RetentionRules::default() };
        let quiet = Standing::default();
        let due = |of| review(&rules, of, day("2026-08-24"), &quiet, &[], day("2026-11-24")).due;
        assert_eq!(RecordType::ALL.map(due), [false, false, false, false, false, true, false]);
    }

    #[test]
    fn whatever_lives_on_it_blocks_and_is_named() {
        let all = Standing {
            open_cases: vec!["CSH.12".into()],
            open_actions: vec!["45/3".into(), "45/4".into()],
            live_orders: vec!["CBO".into()],
            on_agenda_of: Some(day("2026-12-01")),
            unapproved: true,
        };
        let review = closed("2010-01-01", &all, &[]);
        assert!(review.due, "due all the same");
        assert_eq!(
            review.obstacles,
            [
                "CSH.12 is open",
                "2 open actions (45/3 and 45/4)",
                "1 live order (CBO)",
                "on the agenda of the meeting on 1 Dec 2026",
                "the minutes are not approved yet",
            ]
        );
        let refused = review.may_go("CSH.12").unwrap_err().to_string();
        assert!(refused.starts_with("CSH.12 cannot be disposed of: CSH.12 is open; 2 open"), "{refused}");
    }

    #[test]
    fn a_hold_blocks_and_a_later_day_puts_the_review_off() {
        let chair = ("Alex Marsh", day("2026-11-20"));
        let hold = RetentionChoice::hold(ID, CASE, None, "complaint", chair).unwrap();
        let quiet = Standing::default();
        let held = closed("2010-01-01", &quiet, std::slice::from_ref(&hold));
        assert_eq!(held.obstacles, ["held by Alex Marsh: complaint"]);
        let (until, kept) = (day("2027-01-01"), day("2016-01-01"));
        let keep = RetentionChoice::keep(ID, CASE, (until, kept), "appeal", chair).unwrap();
        let kept = closed("2010-01-01", &quiet, std::slice::from_ref(&keep));
        assert_eq!((kept.review_on, kept.due), (until, false));
        let mut lifted = hold;
        lifted.lift("settled", chair).unwrap();
        assert!(closed("2010-01-01", &quiet, &[lifted]).may_go("CSH.12").is_ok());
    }
}
