//! Do we need to meet? What a meeting would have to settle, and whether its day is one on which meetings are held.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::reason::{CaseFacts, Reason};
use crate::calendar;
use crate::clock_time::ClockTime;
use crate::meeting::Meeting;
use crate::settings::Weekday;
use crate::words::{count, full_date, listed};

/// What waits for a meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Referrals that are tabled.
    pub referrals: u32,
    /// Cases that were deferred or left undecided, or on which a separate meeting reports back.
    pub left_open: u32,
    /// Cases that were opened since the last meeting.
    pub new_cases: u32,
    /// Actions that were declined and have nobody yet.
    pub declined: u32,
    /// Actions that show Red.
    pub red: u32,
    /// Cases on which an action falls due.
    pub actions_due: u32,
    /// Orders and reviews of orders that fall due.
    pub orders_due: u32,
    /// Cases on which an order is considered since they were spoken of.
    pub considered: u32,
    /// Cases that their review rule brings back.
    pub reviews: u32,
    /// Cases that were never spoken of.
    pub never_discussed: u32,
    /// Items that were put on the agenda by hand.
    pub by_hand: u32,
}

impl Waiting {
    /// Counts what waits on cases; referrals, orders and items put there by hand are counted by who asks.
    pub fn on_cases<'a>(cases: impl Iterator<Item = CaseFacts<'a>>) -> Self {
        let mut waiting = Self::default();
        for reason in cases.flat_map(|facts| facts.reasons()) {
            match reason {
                Reason::ReportsBack | Reason::Deferred(_) | Reason::LeftUndecided(_) => {
                    waiting.left_open += 1
                }
                Reason::DeclinedActions(declined) => waiting.declined += declined,
                Reason::RedActions(red) => waiting.red += red,
                Reason::NewCase => waiting.new_cases += 1,
                Reason::ActionDue(_) => waiting.actions_due += 1,
                // Because orders are counted as such, also those that hang on no case.
                Reason::Order(_) => {}
                Reason::OrderConsidered(_) => waiting.considered += 1,
                Reason::Review(_) => waiting.reviews += 1,
                Reason::NeverDiscussed => waiting.never_discussed += 1,
            }
        }
        waiting
    }

    /// Returns what waits, the weightiest first: `3 reviews`, `2 late actions`; none when there is no need to meet.
    pub fn matters(&self) -> Vec<String> {
        let all = [
            (self.referrals, "referral tabled", "referrals tabled"),
            (self.left_open, "case left open by the last meeting", "cases left open by the last meeting"),
            (self.declined, "action declined", "actions declined"),
            (self.red, "late or blocked action", "late or blocked actions"),
            (self.new_cases, "new case", "new cases"),
            (self.actions_due, "case with an action due", "cases with an action due"),
            (self.orders_due, "order due", "orders due"),
            (self.considered, "order newly considered", "orders newly considered"),
            (self.reviews, "review", "reviews"),
            (self.never_discussed, "case not discussed yet", "cases not discussed yet"),
            (self.by_hand, "item put on the agenda by hand", "items put on the agenda by hand"),
        ];
        let waiting = all.into_iter().filter(|(number, ..)| *number > 0);
        waiting.map(|(number, one, many)| count(number as usize, one, many)).collect()
    }

    /// Tells whether there is need to meet.
    pub fn needs_meeting(&self) -> bool {
        *self != Self::default()
    }

    /// Says in a sentence whether there is need to meet, and for what.
    pub fn words(&self) -> String {
        match self.matters().as_slice() {
            [] => "Nothing is due, no referral is tabled and no review falls: there is no need to meet"
                .to_owned(),
            matters => format!("There is need to meet: {}", listed(matters)),
        }
    }
}

/// What to do with a meeting that is planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "advice", rename_all = "snake_case")]
pub enum Advice {
    /// Hold it.
    Hold,
    /// Call it off.
    Cancel {
        /// Why, as the notice gives it: `nothing is due`.
        because: String,
    },
    /// Hold it on another day, or skip it.
    Move {
        /// Why not on its day.
        because: String,
        /// The next day on which it may be held.
        to: NaiveDate,
    },
}

/// Returns what to do with a meeting on `date`: not after a bank holiday (published rule), and not for nothing.
pub fn advice(date: NaiveDate, waiting: &Waiting, weekday: Weekday) -> Advice {
    if !waiting.needs_meeting() {
        let because = "nothing is due, no referral is tabled and no case is to be reviewed".to_owned();
        return Advice::Cancel { because };
    }
    match calendar::not_held_because(date) {
        Some(because) => Advice::Move { because, to: calendar::next_meeting_day(date, weekday) },
        None => Advice::Hold,
    }
}

/// A notice that a meeting is not held, as plain text to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What it is about, for the subject of a mail.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// The meeting that follows one that is called off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Following {
    /// Its day.
    pub date: NaiveDate,
    /// When it begins.
    pub starts: ClockTime,
    /// True when it stands in the record; false when the rules propose it.
    pub planned: bool,
}

/// Drafts the notice that `meeting` is not held: to whom it is sent stands beside it. `because` ends without a full stop.
pub fn notice(hub: &str, meeting: &Meeting, because: &str, next: Following) -> Notice {
    let (day, at) = (full_date(meeting.date), meeting.starts.words());
    let place = if meeting.room.is_empty() { String::new() } else { format!(", {},", meeting.room) };
    let because = because.trim().trim_end_matches('.');
    let why = if because.is_empty() { String::new() } else { format!(": {because}") };
    let (then, then_at) = (full_date(next.date), next.starts.words());
    let next = match next.planned {
        true => format!("The next meeting is on {then} at {then_at}."),
        false => format!("The next meeting would be on {then} at {then_at}; its agenda goes out before it."),
    };
    let signed =
        if meeting.chair.is_empty() { hub.to_owned() } else { format!("{}, chair\n{hub}", meeting.chair) };
    Notice {
        subject: format!("No Hub Tasking meeting on {day}"),
        text: format!(
            "The Hub Tasking meeting on {day} at {at}{place} is not held{why}.\n\n{next}\n\nActions stay with those who \
             have them and keep their dates. What is urgent goes to the hub at once and does not wait.\n\n{signed}\n"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::super::proposal::tests::{action, case, day, facts};
    use super::*;
    use crate::case::ReviewRule;
    use crate::ids::MeetingId;
    use crate::meeting::{MeetingKind, MeetingStatus};

    #[test]
    fn nothing_due_no_referral_and_no_review_is_no_need_to_meet() {
        let quiet = case(1, ReviewRule::OnRequest);
        let later = [action(1, "2026-12-20")];
        let waiting = Waiting::on_cases([facts(&quiet, &later)].into_iter());
        assert!(!waiting.needs_meeting());
        assert!(waiting.words().ends_with("there is no need to meet"), "{}", waiting.words());
        let advice = advice(day("2026-11-24"), &waiting, Weekday::Tuesday);
        assert!(matches!(advice, Advice::Cancel { because } if because.starts_with("nothing is due")));
    }

    #[test]
    fn each_matter_by_itself_is_a_need_to_meet_and_is_named() {
        let quiet = case(1, ReviewRule::OnRequest);
        let fortnightly = [case(2, ReviewRule::Fortnightly), case(3, ReviewRule::Fortnightly)];
        let late = [action(1, "2026-11-01"), action(2, "2026-11-02")];
        let reviews = Waiting::on_cases(fortnightly.iter().map(|case| facts(case, &[])));
        assert_eq!(reviews.words(), "There is need to meet: 2 reviews");
        let both = Waiting::on_cases([facts(&quiet, &late), facts(&fortnightly[0], &[])].into_iter());
        assert_eq!(both.words(), "There is need to meet: 2 late or blocked actions and 1 review");
        let none = Waiting::default();
        assert_eq!(Waiting { referrals: 1, ..none.clone() }.matters(), ["1 referral tabled"]);
        assert_eq!(Waiting { orders_due: 2, ..none.clone() }.matters(), ["2 orders due"]);
        assert_eq!(Waiting { by_hand: 1, ..none }.matters(), ["1 item put on the agenda by hand"]);
    }

    #[test]
    fn a_meeting_after_a_bank_holiday_is_moved_and_one_for_nothing_is_called_off_first() {
        let waiting = Waiting { reviews: 1, ..Waiting::default() };
        let Advice::Move { because, to } = advice(day("2026-09-01"), &waiting, Weekday::Tuesday) else {
            panic!()
        };
        assert!(because.contains("the day before is"), "{because}");
        assert_eq!(to, day("2026-09-08"));
        assert_eq!(advice(day("2026-11-24"), &waiting, Weekday::Tuesday), Advice::Hold);
        let nothing = advice(day("2026-09-01"), &Waiting::default(), Weekday::Tuesday);
        assert!(matches!(nothing, Advice::Cancel { .. }), "there is nothing to move");
    }

    #[test]
    fn the_notice_says_which_day_why_and_when_the_next_one_is() {
        let meeting = Meeting {
            id: MeetingId(uuid::Uuid::nil()),
            number: 45,
            kind: MeetingKind::Tasking,
            date: day("2026-11-24"),
            starts: "14:00".parse().unwrap(),
            minutes: 120,
            room: "Town hall".into(),
            chair: "R Hale".into(),
            status: MeetingStatus::Planned,
            cancelled_because: String::new(),
            issued_at: None,
            began_at: None,
            concluded_at: None,
            declaration_read_at: None,
            approved_by: None,
            approved_at: None,
            confirmed_by: None,
            confirmed_at: None,
            confirmed_in: None,
            presences: Vec::new(),
            order_before: Vec::new(),
        };
        let next = Following { date: day("2026-12-01"), starts: meeting.starts, planned: true };
        let told = notice("Northbridge", &meeting, " nothing is due. ", next);
        assert_eq!(told.subject, "No Hub Tasking meeting on Tuesday 24 November 2026");
        let said = "on Tuesday 24 November 2026 at 2.00 pm, Town hall, is not held: nothing is due.\n";
        assert!(told.text.contains(said), "{}", told.text);
        assert!(
            told.text.contains("The next meeting is on Tuesday 1 December 2026 at 2.00 pm."),
            "{}",
            told.text
        );
        assert!(told.text.ends_with("R Hale, chair\nNorthbridge\n"), "{}", told.text);
        let unplanned = notice("Northbridge", &meeting, "", Following { planned: false, ..next });
        assert!(
            unplanned.text.contains("is not held.\n\nThe next meeting would be on"),
            "{}",
            unplanned.text
        );
    }
}
