//! Minutes: what they say of an item, what is left open when a meeting ends, and what carries over.

use chrono::NaiveDate;

use crate::action::Action;
use crate::ids::ItemId;
use crate::meeting::{
    About, Decision, Depth, Item, KeyPoint, Meeting, MeetingError, MeetingStatus, MinutesRevision,
};

/// Something that is not settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenEnd {
    /// The item.
    pub item: ItemId,
    /// What is not settled, in words.
    pub words: String,
}

/// Returns the text of an item: its key points a line each, or what the last correction says.
pub fn text_of(item: ItemId, key_points: &[KeyPoint], revisions: &[MinutesRevision]) -> String {
    let corrected = revisions.iter().filter(|each| each.item == Some(item)).max_by_key(|each| each.serial);
    match corrected {
        Some(revision) => revision.after.clone(),
        None => {
            standing_points(item, key_points).map(|point| point.text.as_str()).collect::<Vec<_>>().join("\n")
        }
    }
}

/// Returns the key points of an item that were not taken back, in their order.
pub fn standing_points(item: ItemId, key_points: &[KeyPoint]) -> impl Iterator<Item = &KeyPoint> {
    key_points.iter().filter(move |point| point.item == item && !point.withdrawn)
}

impl Item {
    /// Tells whether the meeting has to decide about the item; one that is only noted needs nothing.
    pub fn asks_decision(&self) -> bool {
        self.about.asks_decision() && self.depth != Depth::Noted
    }
}

/// Returns what is not settled about an item: no decision, and actions without a person or date.
///
/// `heading` names the item; `raised` are the actions that this meeting raised under it, with their agency's name.
pub fn open_ends_of(
    item: &Item,
    heading: &str,
    decision: Option<&Decision>,
    raised: &[(&Action, &str)],
) -> Vec<OpenEnd> {
    let end = |words| OpenEnd { item: item.id, words };
    let undecided = item.asks_decision() && decision.is_none();
    let actions = raised.iter().filter_map(|(action, agency)| {
        let lacks = match (action.officer, action.due) {
            (Some(_), Some(_)) => return None,
            (None, Some(_)) => "has nobody named",
            (Some(_), None) => "has no date",
            (None, None) => "has nobody named and no date",
        };
        Some(end(format!("{heading}: action {} of {agency} {lacks}", action.number)))
    });
    undecided.then(|| end(format!("{heading}: not decided"))).into_iter().chain(actions).collect()
}

impl Meeting {
    /// Tells whether the minutes can be corrected: from the conclusion until they are confirmed.
    pub fn minutes_are_correctable(&self) -> Result<(), MeetingError> {
        match self.status {
            MeetingStatus::Concluded | MeetingStatus::Approved => Ok(()),
            MeetingStatus::Confirmed => Err(MeetingError::Locked),
            status => Err(MeetingError::WrongStep { from: status.words(), to: "corrected in its minutes" }),
        }
    }

    /// Tells whether the meeting was held and is over.
    pub fn is_over(&self) -> bool {
        matches!(self.status, MeetingStatus::Concluded | MeetingStatus::Approved | MeetingStatus::Confirmed)
    }
}

/// Returns the last meeting held before `meeting`; absent before the first.
pub fn previous_of<'a>(meeting: &Meeting, all: &'a [Meeting]) -> Option<&'a Meeting> {
    let earlier =
        |each: &&Meeting| (each.date, each.number) < (meeting.date, meeting.number) && each.id != meeting.id;
    all.iter().filter(|each| each.is_over()).filter(earlier).max_by_key(|each| (each.date, each.number))
}

/// Returns the actions of `previous` that were still owed on `day`, the day of the next meeting: its matters arising.
///
/// What is done since stays among them, because minutes that are printed again must say the same.
pub fn arising<'a>(previous: &Meeting, actions: &'a [Action], day: NaiveDate) -> Vec<&'a Action> {
    let owed = |action: &Action| action.status.is_open() || action.done_on.is_some_and(|done| done >= day);
    let mut owed: Vec<&Action> =
        actions.iter().filter(|action| action.raised_at == Some(previous.id) && owed(action)).collect();
    owed.sort_by_key(|action| action.number);
    owed
}

/// Returns the heading of an item: its reference, or else its title.
pub fn heading(reference: Option<&str>, title: &str, about: About) -> String {
    match (reference, title.trim()) {
        (Some(reference), _) => reference.to_owned(),
        (None, "") => about.words().to_owned(),
        (None, title) => title.to_owned(),
    }
}

/// Returns the meeting that confirms the minutes of `meeting`: the latest one after it that has begun, because minutes are
/// agreed at the next meeting (published practice); absent while none has.
pub fn confirming<'a>(meeting: &Meeting, all: &'a [Meeting]) -> Option<&'a Meeting> {
    let later = |other: &&Meeting| (other.date, other.number) > (meeting.date, meeting.number);
    let begun = all.iter().filter(later).filter(|other| other.began_at.is_some());
    begun.max_by_key(|other| (other.date, other.number))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::agenda::tests::action;
    use crate::clock_time::ClockTime;
    use crate::ids::{CaseId, KeyPointId, MeetingId, MinutesRevisionId, OfficerId};
    use crate::meeting::{Group, MeetingKind};
    use crate::moment::Moment;

    fn item() -> Item {
        Item {
            id: ItemId(Uuid::from_u128(5)),
            meeting: MeetingId(Uuid::nil()),
            position: 5,
            about: About::Case { case: CaseId(Uuid::nil()) },
            group: Group::Others,
            title: String::new(),
            depth: Depth::Full,
            minutes: 12,
            why: String::new(),
            began_at: None,
            left_at: None,
            spent_ms: 0,
            level: None,
            fixed_at: None,
            pinned: false,
            needs: Vec::new(),
        }
    }

    fn point(serial: u32, text: &str, withdrawn: bool) -> KeyPoint {
        let id = KeyPointId(Uuid::from_u128(serial.into()));
        KeyPoint { id, item: item().id, serial, text: text.into(), shown: false, withdrawn, at: Moment(0) }
    }

    fn meeting(number: u32, date: &str, status: MeetingStatus) -> Meeting {
        Meeting {
            id: MeetingId(Uuid::from_u128(number.into())),
            number,
            kind: MeetingKind::Tasking,
            date: date.parse().unwrap(),
            starts: ClockTime::from_minutes(840),
            minutes: 120,
            room: String::new(),
            chair: String::new(),
            status,
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
        }
    }

    #[test]
    fn minutes_are_drafted_from_the_key_points_that_stand() {
        let points =
            [point(1, "Attendance better.", false), point(2, "Typo", true), point(3, "No reports.", false)];
        assert_eq!(text_of(item().id, &points, &[]), "Attendance better.\nNo reports.");
    }

    #[test]
    fn the_last_correction_is_what_the_minutes_say() {
        let revision = |serial, after: &str| MinutesRevision {
            id: MinutesRevisionId(Uuid::nil()),
            meeting: MeetingId(Uuid::nil()),
            item: Some(item().id),
            serial,
            before: String::new(),
            after: after.into(),
            by: "R Hale".into(),
            at: Moment(0),
            after_approval: false,
        };
        let revisions = [revision(2, "Second"), revision(1, "First")];
        assert_eq!(text_of(item().id, &[point(1, "Draft", false)], &revisions), "Second");
    }

    #[test]
    fn an_item_that_is_only_noted_needs_no_decision() {
        assert_eq!(open_ends_of(&item(), "DEMO.45", None, &[])[0].words, "DEMO.45: not decided");
        let noted = Item { depth: Depth::Noted, ..item() };
        assert!(open_ends_of(&noted, "DEMO.45", None, &[]).is_empty());
        let welcome = Item { about: About::Welcome, ..item() };
        assert!(open_ends_of(&welcome, "Welcome", None, &[]).is_empty());
    }

    #[test]
    fn every_action_needs_a_person_and_a_date() {
        let noted = Item { depth: Depth::Noted, ..item() };
        let named = Action { officer: Some(OfficerId(Uuid::nil())), ..action(3, "2026-12-01") };
        let nobody = action(4, "2026-12-01");
        let bare = Action { due: None, ..action(5, "2026-12-01") };
        let raised = [(&named, "Police"), (&nobody, "Housing"), (&bare, "Fire")];
        let words: Vec<String> =
            open_ends_of(&noted, "DEMO.45", None, &raised).into_iter().map(|end| end.words).collect();
        assert_eq!(
            words,
            [
                "DEMO.45: action 45/4 of Housing has nobody named",
                "DEMO.45: action 45/5 of Fire has nobody named and no date"
            ]
        );
    }

    #[test]
    fn a_cancelled_meeting_is_nobodys_previous_one() {
        let all = [
            meeting(44, "2026-11-10", MeetingStatus::Approved),
            meeting(45, "2026-11-17", MeetingStatus::Cancelled),
            meeting(46, "2026-11-24", MeetingStatus::Planned),
        ];
        assert_eq!(previous_of(&all[2], &all).map(|each| each.number), Some(44));
        assert_eq!(previous_of(&all[0], &all), None);
    }

    #[test]
    fn the_latest_meeting_that_has_begun_confirms_the_minutes_of_those_before() {
        let begun = |number, date| Meeting {
            began_at: Some(Moment(0)),
            ..meeting(number, date, MeetingStatus::Concluded)
        };
        let all = [
            begun(44, "2026-11-10"),
            begun(45, "2026-11-17"),
            begun(46, "2026-11-24"),
            meeting(47, "2026-12-01", MeetingStatus::Planned),
        ];
        assert_eq!(confirming(&all[0], &all).map(|each| each.number), Some(46));
        assert_eq!(confirming(&all[2], &all), None, "the next one has not begun");
    }

    #[test]
    fn what_was_done_before_the_meeting_does_not_arise_there() {
        let previous = meeting(45, "2026-11-17", MeetingStatus::Approved);
        let raised = |serial| Action { raised_at: Some(previous.id), ..action(serial, "2026-12-01") };
        let done = |serial, on: &str| {
            let mut done = raised(serial);
            done.set_status(crate::action::ActionStatus::Done, on.parse().unwrap(), "").unwrap();
            done
        };
        let actions = [done(1, "2026-11-20"), done(2, "2026-11-24"), raised(3), action(4, "2026-12-01")];
        let numbers: Vec<u32> = arising(&previous, &actions, "2026-11-24".parse().unwrap())
            .iter()
            .map(|action| action.number.serial)
            .collect();
        assert_eq!(numbers, [2, 3], "done since, and still open; not one of another meeting");
    }

    #[test]
    fn confirmed_minutes_are_locked() {
        let confirmed = meeting(44, "2026-11-10", MeetingStatus::Confirmed);
        assert_eq!(confirmed.minutes_are_correctable(), Err(MeetingError::Locked));
        assert!(meeting(44, "2026-11-10", MeetingStatus::Running).minutes_are_correctable().is_err());
        assert!(meeting(44, "2026-11-10", MeetingStatus::Approved).minutes_are_correctable().is_ok());
    }
}
