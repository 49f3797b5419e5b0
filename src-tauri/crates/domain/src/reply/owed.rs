//! Who has replied to the agenda, and what an agency still owes the meeting.

use crate::meeting::{Attendance, AttendanceMode};
use crate::referral::CheckAnswer;

/// A case of an agency on the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwedCase {
    /// Its reference.
    pub heading: String,
    /// Whether the agency owes it an open action.
    pub owes: bool,
    /// Whether something was heard of it since the last meeting: a written update, or a word on every open action.
    pub told: bool,
}

/// A check that an agency was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The referral's number, as written.
    pub heading: String,
    /// What the agency answered.
    pub answer: CheckAnswer,
}

/// What an agency owes a meeting, and what it has answered so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owing<'a> {
    /// Whether it is to come: it has items, or is there throughout.
    pub expected: bool,
    /// Its attendance entries that stand.
    pub entries: Vec<&'a Attendance>,
    /// How many written updates it sent for the meeting.
    pub updates: usize,
    /// Its cases on the agenda.
    pub cases: Vec<OwedCase>,
    /// The checks that it was asked for.
    pub checks: Vec<Asked>,
}

impl Owing<'_> {
    /// Tells whether the agency answered: it said how it takes part, or wrote. Where it is asked for checks only, all of
    /// them are answered. That nobody was reached is no answer.
    pub fn has_replied(&self) -> bool {
        let said = self.entries.iter().any(|entry| entry.mode != AttendanceMode::NoContact);
        let checks_only = !self.expected && !self.checks.is_empty();
        said || self.updates > 0 || (checks_only && self.unanswered().next().is_none())
    }

    fn unanswered(&self) -> impl Iterator<Item = &Asked> {
        self.checks.iter().filter(|check| check.answer == CheckAnswer::NoReply)
    }

    /// Tells whether somebody of the agency takes part, by what was said.
    fn takes_part(&self) -> bool {
        self.entries.iter().any(|entry| entry.mode.hears() || entry.mode.is_announced())
    }

    /// Returns what is still missing, a few words each; nothing when everything was answered. Who comes tells the rest
    /// there; who does not come owes a word on each case with an open action.
    pub fn missing(&self) -> Vec<String> {
        let mut missing = Vec::new();
        let silent = self.entries.is_empty() && self.updates == 0;
        let unreached = !self.entries.is_empty() && !self.has_replied();
        if self.expected && silent {
            missing.push("whether they come".to_owned());
        } else if unreached {
            missing.push("no contact so far".to_owned());
        }
        if self.has_replied() && !self.takes_part() {
            let untold = self.cases.iter().filter(|case| case.owes && !case.told);
            missing.extend(untold.map(|case| format!("a word on {}", case.heading)));
        }
        missing.extend(self.unanswered().map(|check| format!("the check on {}", check.heading)));
        missing
    }
}

/// Returns how many replied, in words: `5 of 9 agencies replied`.
pub fn replied_words(replied: usize, asked: usize) -> String {
    match asked {
        0 => "No agency is asked for a reply yet".to_owned(),
        1 => format!("{replied} of 1 agency replied"),
        _ => format!("{replied} of {asked} agencies replied"),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::{AttendanceId, MeetingId};
    use crate::moment::Moment;

    fn entry(mode: AttendanceMode) -> Attendance {
        Attendance {
            id: AttendanceId(Uuid::nil()),
            meeting: MeetingId(Uuid::nil()),
            serial: 1,
            agency: None,
            officer: None,
            name: "J Bell".into(),
            mode,
            substitute_for: String::new(),
            from_item: None,
            to_item: None,
            heard_declaration: false,
            at: Moment(0),
            withdrawn: false,
        }
    }

    fn case(heading: &str, owes: bool, told: bool) -> OwedCase {
        OwedCase { heading: heading.into(), owes, told }
    }

    fn asked(answer: CheckAnswer) -> Vec<Asked> {
        vec![Asked { heading: "R.61".into(), answer }]
    }

    #[test]
    fn an_agency_that_said_nothing_has_not_replied() {
        let owing = Owing { expected: true, cases: vec![case("DEMO.45", true, false)], ..Owing::default() };
        assert!(!owing.has_replied());
        assert_eq!(owing.missing(), ["whether they come"], "what it owes is told by whoever comes");
    }

    #[test]
    fn who_comes_tells_the_rest_in_the_room() {
        for mode in [AttendanceMode::Coming, AttendanceMode::DiallingIn, AttendanceMode::InRoom] {
            let comes = entry(mode);
            let cases = vec![case("DEMO.45", true, false)];
            let owing = Owing { expected: true, entries: vec![&comes], cases, ..Owing::default() };
            assert!(owing.has_replied() && owing.missing().is_empty(), "{mode:?}");
        }
    }

    #[test]
    fn who_does_not_come_owes_a_word_on_each_case_with_an_open_action() {
        let apologies = entry(AttendanceMode::Apologies);
        let cases =
            vec![case("DEMO.2", true, false), case("DEMO.3", true, true), case("DEMO.4", false, false)];
        let owing = Owing { expected: true, entries: vec![&apologies], cases, ..Owing::default() };
        assert!(owing.has_replied());
        assert_eq!(owing.missing(), ["a word on DEMO.2"]);
    }

    #[test]
    fn an_update_in_writing_is_a_reply_and_no_contact_is_none() {
        let written = Owing { expected: true, updates: 1, ..Owing::default() };
        assert!(written.has_replied() && written.missing().is_empty());
        let none = entry(AttendanceMode::NoContact);
        let cases = vec![case("DEMO.2", true, false)];
        let unreached = Owing { expected: true, entries: vec![&none], cases, ..Owing::default() };
        assert!(!unreached.has_replied());
        assert_eq!(unreached.missing(), ["no contact so far"]);
    }

    #[test]
    fn an_agency_asked_for_a_check_only_replies_by_answering_it() {
        for (answer, replied) in
            [(CheckAnswer::NoReply, false), (CheckAnswer::Known, true), (CheckAnswer::NotKnown, true)]
        {
            let owing = Owing { checks: asked(answer), ..Owing::default() };
            assert_eq!(owing.has_replied(), replied, "{answer:?}");
        }
        let open = Owing { checks: asked(CheckAnswer::NoReply), ..Owing::default() };
        assert_eq!(open.missing(), ["the check on R.61"]);
        let expected = Owing { expected: true, checks: asked(CheckAnswer::Known), ..Owing::default() };
        assert!(!expected.has_replied(), "it still has to say whether it comes");
    }

    #[test]
    fn the_count_reads_as_people_say_it() {
        assert_eq!(replied_words(5, 9), "5 of 9 agencies replied");
        assert_eq!(replied_words(0, 1), "0 of 1 agency replied");
    }
}
