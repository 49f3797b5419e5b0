//! The sample's meetings: two that were held, with what was said and decided, and the one to come.

use domain::agenda::group_of;
use domain::clock_time::ClockTime;
use domain::ids::{CaseId, MeetingId, WrittenUpdateId};
use domain::meeting::{About, Group, Meeting, MeetingKind, MeetingStatus, WrittenUpdate};
use domain::moment::Moment;
use domain::settings::Settings;

use super::calendar::{When, moved};
use super::maker::Maker;
use super::words::{ItemWords, MeetingWords, meetings, written_updates};
use super::{CHAIR, MINUTE_MS};
use crate::failure::Failure;

impl Maker<'_, '_> {
    /// Chooses the keys of the meetings that were held, because actions name them before they are made.
    pub fn reserve_meetings(&mut self) {
        for words in meetings() {
            self.made.meetings.insert(words.back, MeetingId::new(&mut **self.ids));
        }
    }

    /// Makes the meetings that were held, the oldest first.
    pub fn make_meetings(&mut self, settings: &Settings) -> Result<(), Failure> {
        for words in meetings() {
            self.make_meeting(&words, settings)?;
        }
        Ok(())
    }

    fn planned(&self, id: MeetingId, back: Option<u32>, room: &str, settings: &Settings) -> Meeting {
        let calendar = &self.made.calendar;
        Meeting {
            id,
            number: back.map_or(calendar.number(1) + 1, |back| calendar.number(back)),
            kind: MeetingKind::Tasking,
            date: back.map_or(calendar.next, |back| calendar.day(When::Meeting(back))),
            starts: settings.meeting_starts,
            minutes: settings.meeting_minutes,
            room: room.to_owned(),
            chair: CHAIR.to_owned(),
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
        }
    }

    /// Plans the meeting to come, with what agencies sent in writing for it, and returns its key.
    pub fn plan_next_meeting(&mut self, settings: &Settings) -> Result<MeetingId, Failure> {
        let id = MeetingId::new(&mut **self.ids);
        let room = settings.rooms.first().cloned().unwrap_or_default();
        self.writer.put_meeting(&self.planned(id, None, &room, settings))?;
        for (case, agency, text) in written_updates() {
            let (Some(case), Some(agency)) =
                (self.made.cases.get(case).map(|case| case.id), self.made.agency(agency))
            else {
                continue;
            };
            let calendar = &self.made.calendar;
            let at = calendar.at(moved(calendar.last, 1), ClockTime::from_minutes(16 * 60 + 10));
            let (id_of, meeting, text) = (WrittenUpdateId::new(&mut **self.ids), id, text.to_owned());
            let update = WrittenUpdate { id: id_of, meeting, case, agency, text, shown: false, at };
            self.writer.add_written_update(&update)?;
        }
        Ok(id)
    }

    fn make_meeting(&mut self, words: &MeetingWords, settings: &Settings) -> Result<(), Failure> {
        let Some(id) = self.made.meetings.get(&words.back).copied() else { return Ok(()) };
        let planned = self.planned(id, Some(words.back), words.room, settings);
        let calendar = self.made.calendar.clone();
        let starts = calendar.at(planned.date, planned.starts);
        let began = Moment(starts.0 + 2 * MINUTE_MS);
        let issued = domain::calendar::agenda_day(planned.date);
        let approved_day = moved(planned.date, 1);
        let confirmed = words.back > 1;
        let meeting = Meeting {
            status: if confirmed { MeetingStatus::Confirmed } else { MeetingStatus::Approved },
            issued_at: Some(calendar.at(issued, settings.agenda_freezes)),
            began_at: Some(began),
            declaration_read_at: Some(Moment(began.0 + MINUTE_MS)),
            approved_by: Some(CHAIR.to_owned()),
            approved_at: Some(calendar.at(approved_day, ClockTime::from_minutes(9 * 60 + 40))),
            confirmed_by: confirmed.then(|| CHAIR.to_owned()),
            confirmed_at: confirmed.then(|| Moment(began.0 + 7 * 24 * 60 * MINUTE_MS + 6 * MINUTE_MS)),
            confirmed_in: self.made.meetings.get(&(words.back - 1)).copied().filter(|_| confirmed),
            ..planned
        };
        self.writer.put_meeting(&meeting)?;
        let mut at = began;
        let items = self.in_their_parts(words)?;
        for (position, (about, group, item)) in (1..).zip(&items) {
            at = self.make_item(&meeting, position, (*about, *group), item, at, settings)?;
        }
        self.writer.put_meeting(&Meeting { concluded_at: Some(at), ..meeting.clone() })?;
        self.make_attendance(&meeting, words.back, items.len() as u32)
    }

    /// Returns the items of a meeting that this sample holds, in the order of the parts.
    fn in_their_parts<'a>(
        &self,
        words: &'a MeetingWords,
    ) -> Result<Vec<(About, Group, &'a ItemWords)>, Failure> {
        let mut items = Vec::with_capacity(words.items.len());
        for item in &words.items {
            items.extend(self.about(item)?.map(|(about, group)| (about, group, item)));
        }
        items.sort_by_key(|(_, group, _)| *group);
        Ok(items)
    }

    /// Returns what an item is about, and its part; absent when the sample does not hold it.
    fn about(&self, item: &ItemWords) -> Result<Option<(About, Group)>, Failure> {
        Ok(match item.about {
            "welcome" => Some((About::Welcome, Group::Opening)),
            "arising" => Some((About::MattersArising, Group::Opening)),
            "orders" => Some((About::OrdersDue, Group::Others)),
            other => match other.strip_prefix("R.") {
                Some(number) => {
                    let known = number.parse().ok().and_then(|number: u32| self.made.referrals.get(&number));
                    known.map(|referral| (About::Referral { referral: *referral }, Group::Referrals))
                }
                None => match self.made.cases.get(other) {
                    Some(case) => Some((About::Case { case: case.id }, self.group(case.id)?)),
                    None => None,
                },
            },
        })
    }

    /// Returns the part of the agenda that a case stands in.
    fn group(&self, case: CaseId) -> Result<Group, Failure> {
        let Some(case) = self.writer.get_case(case)? else { return Ok(Group::Others) };
        let agencies = self.writer.list_agencies()?;
        let field = |id| agencies.iter().find(|agency| agency.id == id).map(|agency| agency.field);
        let involved: Vec<_> = case.involved.iter().filter_map(|id| field(*id)).collect();
        let mut child = false;
        for part in &case.subjects {
            let subject = self.writer.get_subject(part.subject)?;
            child |= subject.is_some_and(|subject| subject.is_child_on(self.made.calendar.today));
        }
        Ok(group_of(case.lead_agency.and_then(field), &involved, child))
    }
}
