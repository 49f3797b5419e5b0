//! Who is there: which of the attendance entries stand, and what follows from them.

use crate::action_line::folded;
use crate::ids::{AgencyId, OfficerId};
use crate::meeting::{Attendance, AttendanceMode};

/// What tells one person from another in the entries of a meeting.
#[derive(PartialEq, Eq)]
enum Who {
    Officer(OfficerId),
    Named(Option<AgencyId>, String),
}

fn who(entry: &Attendance) -> Who {
    match entry.officer {
        Some(officer) => Who::Officer(officer),
        None => Who::Named(entry.agency, folded(&entry.name)),
    }
}

/// Tells whether two entries are about the same person.
pub fn same_person(one: &Attendance, other: &Attendance) -> bool {
    who(one) == who(other)
}

/// Returns the entries that stand, in the order in which they were made: the last one of each person that was not taken
/// back.
pub fn standing(entries: &[Attendance]) -> Vec<&Attendance> {
    let mut counted: Vec<&Attendance> = entries.iter().filter(|entry| !entry.withdrawn).collect();
    counted.sort_by_key(|entry| entry.serial);
    let replaced = |at: usize| counted[at + 1..].iter().any(|later| same_person(later, counted[at]));
    (0..counted.len()).filter(|at| !replaced(*at)).map(|at| counted[at]).collect()
}

/// How many take part, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Headcount {
    /// In the room.
    pub in_room: u32,
    /// On the line.
    pub dialled_in: u32,
    /// Sent a written update instead.
    pub written: u32,
    /// Watch.
    pub observers: u32,
    /// Sent apologies.
    pub apologies: u32,
}

/// Counts the entries that stand.
pub fn headcount(standing: &[&Attendance]) -> Headcount {
    let mut count = Headcount::default();
    for entry in standing {
        match entry.mode {
            AttendanceMode::InRoom => count.in_room += 1,
            AttendanceMode::DialledIn => count.dialled_in += 1,
            AttendanceMode::Written => count.written += 1,
            AttendanceMode::Observer => count.observers += 1,
            AttendanceMode::Apologies => count.apologies += 1,
            AttendanceMode::NoContact | AttendanceMode::Coming | AttendanceMode::DiallingIn => {}
        }
    }
    count
}

impl AttendanceMode {
    /// Tells whether the person hears what is said.
    pub fn hears(self) -> bool {
        matches!(self, Self::InRoom | Self::DialledIn | Self::Observer)
    }

    /// Tells whether it was only said before the meeting: the person is expected, and minutes know nothing of it.
    pub fn is_announced(self) -> bool {
        matches!(self, Self::Coming | Self::DiallingIn)
    }
}

impl Attendance {
    /// Tells whether the person is there for the item at `position`, from 1; before the first item, at the beginning.
    pub fn is_there_at(&self, position: Option<u32>) -> bool {
        let at = position.unwrap_or(1);
        self.mode.hears()
            && self.from_item.is_none_or(|from| from <= at)
            && self.to_item.is_none_or(|to| at <= to)
    }

    /// Returns what was said of how `name` takes part: `coming`, `S Poole instead, coming`, `dialling in, items 5 to 6`.
    pub fn reply_words(&self, name: &str) -> String {
        let mode = match self.mode {
            AttendanceMode::Written => "written update",
            mode => mode.words(),
        };
        let instead = !self.substitute_for.is_empty() && folded(&self.substitute_for) == folded(name);
        let who = if instead { format!("{} instead, {mode}", self.name) } else { mode.to_owned() };
        self.items_words().map_or(who.clone(), |items| format!("{who}, {items}"))
    }

    /// Returns for which items the person is there, in words; absent when for all.
    pub fn items_words(&self) -> Option<String> {
        match (self.from_item, self.to_item) {
            (None, None) => None,
            (Some(from), Some(to)) if from == to => Some(format!("item {from} only")),
            (Some(from), Some(to)) => Some(format!("items {from} to {to}")),
            (Some(from), None) => Some(format!("from item {from}")),
            (None, Some(to)) => Some(format!("until item {to}")),
        }
    }
}

/// Returns who comes in place of `name` of `agency`, as far as the entries say it.
pub fn substitute_of<'a>(
    standing: &[&'a Attendance],
    agency: AgencyId,
    name: &str,
) -> Option<&'a Attendance> {
    let instead = |entry: &&Attendance| {
        let substitute = folded(&entry.substitute_for);
        entry.agency == Some(agency) && !substitute.is_empty() && substitute == folded(name)
    };
    standing.iter().copied().find(instead)
}

/// Tells whether `agency` sent nobody, so that what it is given awaits its acceptance. While nobody's presence was
/// entered, nobody is absent.
pub fn is_absent(standing: &[&Attendance], agency: AgencyId) -> bool {
    let takes_part = |mode| matches!(mode, AttendanceMode::InRoom | AttendanceMode::DialledIn);
    let mut there = standing.iter().filter(|entry| takes_part(entry.mode)).peekable();
    there.peek().is_some() && !there.any(|entry| entry.agency == Some(agency))
}

/// Tells whether an observer watches the item at `position`; the projector then shows references only.
pub fn observed(standing: &[&Attendance], position: Option<u32>) -> bool {
    standing.iter().any(|entry| entry.mode == AttendanceMode::Observer && entry.is_there_at(position))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::{AttendanceId, MeetingId};
    use crate::moment::Moment;

    fn entry(serial: u32, name: &str, mode: AttendanceMode) -> Attendance {
        Attendance {
            id: AttendanceId(Uuid::from_u128(serial.into())),
            meeting: MeetingId(Uuid::nil()),
            serial,
            agency: None,
            officer: None,
            name: name.into(),
            mode,
            substitute_for: String::new(),
            from_item: None,
            to_item: None,
            heard_declaration: false,
            at: Moment(0),
            withdrawn: false,
        }
    }

    fn serials(entries: &[Attendance]) -> Vec<u32> {
        standing(entries).iter().map(|entry| entry.serial).collect()
    }

    #[test]
    fn a_later_entry_takes_the_place_of_the_same_persons_earlier_one() {
        use AttendanceMode::*;
        let entries =
            [entry(1, "A Field", Apologies), entry(2, "J Bell", InRoom), entry(3, "a field", DialledIn)];
        assert_eq!(serials(&entries), [2, 3]);
        let count = headcount(&standing(&entries));
        assert_eq!((count.in_room, count.dialled_in, count.apologies), (1, 1, 0));
    }

    #[test]
    fn an_entry_taken_back_lets_the_earlier_one_stand_again() {
        let mistaken = Attendance { withdrawn: true, ..entry(2, "A Field", AttendanceMode::NoContact) };
        assert_eq!(serials(&[entry(1, "A Field", AttendanceMode::InRoom), mistaken]), [1]);
    }

    #[test]
    fn an_officer_of_the_list_is_known_by_the_list_and_not_by_the_spelling() {
        let officer = Some(OfficerId(Uuid::from_u128(7)));
        let first = Attendance { officer, ..entry(1, "J Bell", AttendanceMode::InRoom) };
        let second = Attendance { officer, ..entry(2, "Jo Bell", AttendanceMode::Apologies) };
        assert_eq!(serials(&[first, second]), [2]);
    }

    #[test]
    fn an_observer_watches_only_the_items_he_is_there_for() {
        let observer = Attendance {
            from_item: Some(3),
            to_item: Some(4),
            ..entry(1, "Visitor", AttendanceMode::Observer)
        };
        let entries = [observer];
        let standing = standing(&entries);
        let seen: Vec<bool> =
            [None, Some(2), Some(3), Some(4), Some(5)].map(|at| observed(&standing, at)).into();
        assert_eq!(seen, [false, false, true, true, false]);
    }

    #[test]
    fn an_agency_is_absent_once_others_were_entered_and_it_was_not() {
        let agency = |number| AgencyId(Uuid::from_u128(number));
        let of =
            |number, mode| Attendance { agency: Some(agency(number)), ..entry(number as u32, "A", mode) };
        let written = [of(1, AttendanceMode::Written)];
        assert!(!is_absent(&standing(&written), agency(1)), "nobody's presence was entered yet");
        let entries = [of(1, AttendanceMode::Written), of(2, AttendanceMode::DialledIn)];
        let standing = standing(&entries);
        assert!(is_absent(&standing, agency(1)) && is_absent(&standing, agency(3)));
        assert!(!is_absent(&standing, agency(2)));
    }

    #[test]
    fn who_only_said_that_they_come_is_not_there_yet() {
        let said =
            [entry(1, "A Field", AttendanceMode::Coming), entry(2, "J Bell", AttendanceMode::DiallingIn)];
        let standing = standing(&said);
        assert_eq!(headcount(&standing), Headcount::default());
        assert!(standing.iter().all(|entry| entry.mode.is_announced() && !entry.is_there_at(None)));
    }

    #[test]
    fn a_substitute_is_found_by_the_name_of_whom_they_stand_in_for() {
        let agency = Some(AgencyId(Uuid::from_u128(1)));
        let comes = Attendance {
            agency,
            substitute_for: "J. Bell".into(),
            ..entry(1, "S Poole", AttendanceMode::Coming)
        };
        let entries = [comes, Attendance { agency, ..entry(2, "A Field", AttendanceMode::Coming) }];
        let standing = standing(&entries);
        let found =
            |name| substitute_of(&standing, AgencyId(Uuid::from_u128(1)), name).map(|it| it.name.as_str());
        assert_eq!((found("J Bell"), found("A Field"), found("")), (Some("S Poole"), None, None));
    }

    #[test]
    fn who_sent_apologies_heard_nothing() {
        assert!(!entry(1, "A Field", AttendanceMode::Apologies).is_there_at(Some(1)));
        assert!(!AttendanceMode::Written.hears());
    }
}
