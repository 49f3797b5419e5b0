//! The sample's meetings: two that were held, with what was said and decided, and the one to come.

use domain::agenda::{group_of, usual_minutes};
use domain::clock_time::ClockTime;
use domain::ids::{CaseId, DecisionId, ItemId, KeyPointId, MeetingId, ReferralId, WrittenUpdateId};
use domain::meeting::{
    About, Decision, Depth, Group, Item, KeyPoint, Meeting, MeetingKind, MeetingStatus, Outcome,
    WrittenUpdate,
};
use domain::moment::Moment;
use domain::reference::CaseReference;
use domain::referral::ReferralOutcome;
use domain::settings::Settings;

use super::calendar::{When, moved};
use super::maker::Maker;
use super::words::{ItemWords, MeetingWords, meetings, referrals, written_updates};
use super::{CHAIR, SCHEME};
use crate::failure::Failure;

const MINUTE_MS: i64 = 60_000;
/// The case of the cast that was combined with another at the meeting before the last.
const COMBINED: u32 = 44;
/// Beyond so many agenda minutes a discussion of the sample does not go.
const LONGEST_OVERRUN: i64 = 3;

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
        let meeting = Meeting {
            status: if words.back > 1 { MeetingStatus::Confirmed } else { MeetingStatus::Approved },
            issued_at: Some(calendar.at(issued, settings.agenda_freezes)),
            began_at: Some(began),
            declaration_read_at: Some(Moment(began.0 + MINUTE_MS)),
            approved_by: Some(CHAIR.to_owned()),
            approved_at: Some(calendar.at(approved_day, ClockTime::from_minutes(9 * 60 + 40))),
            ..planned
        };
        self.writer.put_meeting(&meeting)?;
        let mut at = began;
        let mut position = 0;
        for item in &words.items {
            let Some((about, group)) = self.about(item)? else { continue };
            position += 1;
            at = self.make_item(&meeting, position, (about, group), item, at, settings)?;
        }
        self.writer.put_meeting(&Meeting { concluded_at: Some(at), ..meeting.clone() })?;
        self.make_attendance(&meeting, words.back, position)
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

    /// Makes an item with what was said and decided, and returns when the room left it.
    fn make_item(
        &mut self,
        meeting: &Meeting,
        position: u32,
        (about, group): (About, Group),
        words: &ItemWords,
        began: Moment,
        settings: &Settings,
    ) -> Result<Moment, Failure> {
        let minutes = usual_minutes(about, words.depth, &settings.slots);
        let planned = i64::from(minutes) * MINUTE_MS;
        let drift = self.made.chance.between(-3, LONGEST_OVERRUN) * MINUTE_MS;
        let spent_ms = if words.depth == Depth::Noted { 20_000 } else { (planned + drift).max(MINUTE_MS) };
        let left = Moment(began.0 + spent_ms);
        let item = Item {
            id: ItemId::new(&mut **self.ids),
            meeting: meeting.id,
            position,
            about,
            group,
            title: String::new(),
            depth: words.depth,
            minutes,
            why: String::new(),
            began_at: Some(began),
            left_at: Some(left),
            spent_ms,
            level: None,
        };
        self.writer.put_item(&item)?;
        self.make_points(&item, words, began)?;
        self.make_decision(&item, words, Moment(left.0 - 15_000))?;
        Ok(left)
    }

    fn make_points(&mut self, item: &Item, words: &ItemWords, began: Moment) -> Result<(), Failure> {
        let mut texts: Vec<String> = words.points.iter().map(|text| (*text).to_owned()).collect();
        let theme = self.made.cases.get(words.about).map(|case| (case.theme, case.slots.clone()));
        if let Some((theme, slots)) = theme.filter(|_| words.depth != Depth::Noted) {
            let points = &self.made.themes[theme].points;
            let wanted = if words.depth == Depth::Full { 2 } else { 1 };
            let first = self.made.chance.below(points.len());
            let chosen = points.iter().cycle().skip(first).take(wanted.min(points.len()));
            texts.extend(chosen.map(|text| slots.fill(text)));
        }
        for (serial, text) in (1..).zip(texts) {
            let id = KeyPointId::new(&mut **self.ids);
            let at = Moment(began.0 + i64::from(serial) * 40_000);
            self.writer.add_key_point(&KeyPoint {
                id,
                item: item.id,
                serial,
                text,
                shown: false,
                withdrawn: false,
                at,
            })?;
        }
        Ok(())
    }

    fn make_decision(&mut self, item: &Item, words: &ItemWords, at: Moment) -> Result<(), Failure> {
        let Some(outcome) = self.outcome(words)? else { return Ok(()) };
        let theme = self.made.cases.get(words.about).map(|case| (case.theme, case.slots.clone()));
        let text = match theme.filter(|_| words.words.is_empty()) {
            Some((theme, slots)) => slots.fill(self.made.chance.text(&self.made.themes[theme].decisions)),
            None => words.words.to_owned(),
        };
        // The outcome is printed before the words, which therefore do not say it again.
        let text = text.strip_prefix("Continue. ").map(str::to_owned).unwrap_or(text);
        let signpost = CaseReference::new(&self.made.prefix, COMBINED + self.made.numbers_before);
        let text = text.replace("{signpost}", &signpost.to_string());
        let id = DecisionId::new(&mut **self.ids);
        self.writer.add_decision(&Decision {
            id,
            item: item.id,
            serial: 1,
            outcome,
            text,
            withdrawn: false,
            at,
        })?;
        Ok(())
    }

    fn outcome(&self, words: &ItemWords) -> Result<Option<Outcome>, Failure> {
        let calendar = &self.made.calendar;
        Ok(Some(match words.decision.split_once(' ').unwrap_or((words.decision, "")) {
            ("continue", _) => Outcome::Continue,
            ("noted", _) => Outcome::Noted,
            ("close", _) => Outcome::Close { no_score_because: None },
            ("hand_over", _) => Outcome::HandOver { scheme: SCHEME.to_owned() },
            ("separate", days) => {
                let days = days.parse().unwrap_or(7);
                Outcome::SeparateMeeting { reports_back: Some(moved(calendar.next, days)) }
            }
            ("more_information", _) => Outcome::MoreInformation { by: Some(calendar.next) },
            ("adopt", _) => match self.referral(words)?.and_then(|(_, case)| case) {
                Some(case) => Outcome::Adopt { case },
                None => return Ok(None),
            },
            ("not_adopt", _) => {
                let number = words.about.trim_start_matches("R.");
                let found = referrals().into_iter().find(|each| each.number.to_string() == number);
                let outcomes = found.map(|each| each.outcomes);
                Outcome::NotAdopt { outcomes: outcomes.unwrap_or(vec![ReferralOutcome::NoFurtherAction]) }
            }
            _ => return Ok(None),
        }))
    }

    fn referral(&self, words: &ItemWords) -> Result<Option<(ReferralId, Option<CaseId>)>, Failure> {
        let number = words.about.trim_start_matches("R.").parse().unwrap_or(0);
        let Some(id) = self.made.referrals.get(&number) else { return Ok(None) };
        Ok(self.writer.get_referral(*id)?.map(|referral| (referral.id, referral.case)))
    }
}
