//! The older cases of a long register, in the proportions of the usual one; nearly all of them are closed.

use domain::action::ActionStatus;
use domain::case::{CaseKind, ReviewRule};

use super::calendar::When;
use super::maker::Made;
use super::words::{ActionPlan, CasePlan, Due, Scoring, Term};

/// A long register reaches so many weeks back at most.
const MOST_WEEKS: u32 = 416;
/// The cast begins so many days before the next meeting; the others are older.
const CAST_DAYS: i64 = 420;
/// Of so many older cases one is still open, but no more than a meeting can look after: 85 with the cast, the most that
/// is known of any hub.
const ONE_OPEN_IN: u32 = 40;
const MOST_OPEN: u32 = 62;

/// Returns how many weeks back a register of so many older cases reaches.
pub fn weeks_of(older: u32) -> u32 {
    if older == 0 { 0 } else { (older / 8).clamp(104, MOST_WEEKS) }
}

/// Plans the `at`th of so many older cases, from 0: the first is the oldest.
pub fn plan(made: &mut Made, at: u32, older: u32) -> CasePlan {
    let span = i64::from(weeks_of(older)) * 7 - CAST_DAYS;
    let opened = CAST_DAYS + span * i64::from(older - at) / i64::from(older.max(1));
    let open = at % ONE_OPEN_IN == ONE_OPEN_IN - 1 && (older - at) / ONE_OPEN_IN < MOST_OPEN;
    let lasts = made.chance.between(4, 30) * 7;
    let closes = on_a_meeting(opened - lasts.min(opened - 35));
    let mut terms = vec![term(made, opened, (!open).then_some(closes))];
    // Of 52 cases in a published register four were opened again.
    if !open && closes > 150 && made.chance.one_in(13) {
        let again = closes - made.chance.between(14, 56);
        let closes = on_a_meeting(again - made.chance.between(28, 60));
        terms.push(term(made, again, Some(closes)));
    }
    CasePlan {
        number: at + 1,
        suffix: None,
        of_cast: false,
        theme: theme(made),
        age: None,
        review: if open { ReviewRule::Monthly } else { ReviewRule::OnRequest },
        place: None,
        terms,
    }
}

/// Returns so many days before the next meeting, or fewer, that are whole weeks: cases are closed at meetings.
fn on_a_meeting(days: i64) -> i64 {
    days - days.rem_euclid(7)
}

/// Chooses a theme in the proportions of the published register: 34 persons, 15 topics, 3 properties.
fn theme(made: &mut Made) -> String {
    let kind = match made.chance.below(52) {
        0..=33 => CaseKind::Person,
        34..=48 => CaseKind::Topic,
        _ => CaseKind::Property,
    };
    let of_kind: Vec<&str> =
        made.themes.iter().filter(|theme| theme.kind == kind).map(|theme| theme.key.as_str()).collect();
    of_kind.get(made.chance.below(of_kind.len())).copied().unwrap_or_default().to_owned()
}

fn term(made: &mut Made, opened: i64, closed: Option<i64>) -> Term {
    let chance = &mut made.chance;
    let first = chance.between(33, 93);
    let last = match chance.below(20) {
        0 => first + chance.between(6, 20),
        _ => first - chance.between(8, 55),
    };
    let scoring = match chance.below(16) {
        0 => Scoring::Never,
        1..=3 => Scoring::PublishedEqual,
        4 => Scoring::PublishedTwo,
        5..=6 => Scoring::Same,
        7..=9 => Scoring::WithMidPoint,
        _ => Scoring::Twice,
    };
    let actions = match closed {
        Some(closed) => (0..chance.below(3)).map(|_| settled(made, opened, closed)).collect(),
        None => (0..1 + chance.below(3)).map(|_| owed(made)).collect(),
    };
    Term {
        opened: When::FromNext(-opened),
        closed: closed.map(|days| When::FromNext(-days)),
        totals: (first, last.max(6)),
        scoring,
        actions,
    }
}

/// Plans an action that was raised and settled while its episode was open.
fn settled(made: &mut Made, opened: i64, closed: i64) -> ActionPlan {
    let status = match made.chance.below(12) {
        0 => ActionStatus::NotPossible,
        1 => ActionStatus::NotUndertaken,
        2 => ActionStatus::Superseded,
        _ => ActionStatus::Done,
    };
    let day = made.calendar.day(When::FromNext(-made.chance.between(closed + 7, opened.max(closed + 7))));
    let due = made.calendar.last - made.calendar.day(When::FromNext(-closed));
    let late = status == ActionStatus::Done && made.chance.one_in(6);
    ActionPlan {
        status,
        // The meeting after that day, because none raises an action before its case is opened.
        raised: made.calendar.back_from(day).saturating_sub(1).max(1),
        due: Due::BeforeLast(due.num_days() + if late { 3 } else { 0 }),
        blocked: false,
        late,
        awaits: false,
        light_set: false,
    }
}

/// Plans an action that is still owed.
fn owed(made: &mut Made) -> ActionPlan {
    let status = if made.chance.one_in(3) { ActionStatus::NotStarted } else { ActionStatus::UnderWay };
    let overdue = made.chance.one_in(7);
    ActionPlan {
        status,
        raised: made.chance.between(2, 5) as u32,
        due: if overdue { Due::BeforeLast(0) } else { Due::AfterNext(made.chance.between(8, 42)) },
        blocked: false,
        late: false,
        awaits: false,
        light_set: false,
    }
}
