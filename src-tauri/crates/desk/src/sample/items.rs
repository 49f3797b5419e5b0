//! The items of the sample's meetings: how long they took, what was said, what was decided.

use domain::agenda::usual_minutes;
use domain::clock_time::ClockTime;
use domain::ids::{CaseId, DecisionId, ItemId, KeyPointId, MinutesRevisionId, ReferralId};
use domain::meeting::{About, Decision, Depth, Group, Item, KeyPoint, Meeting, MinutesRevision, Outcome};
use domain::moment::Moment;
use domain::reference::CaseReference;
use domain::referral::ReferralOutcome;
use domain::settings::Settings;

use super::calendar::moved;
use super::maker::Maker;
use super::words::{ItemWords, referrals};
use super::{COORDINATOR, MINUTE_MS, SCHEME};
use crate::failure::Failure;

/// The case of the cast that was combined with another at the meeting before the last.
const COMBINED: u32 = 44;
/// Beyond so many agenda minutes a discussion of the sample does not go.
const LONGEST_OVERRUN: i64 = 3;

impl Maker<'_, '_> {
    /// Makes an item with what was said and decided, and returns when the room left it.
    pub fn make_item(
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
            fixed_at: None,
            pinned: false,
            needs: Vec::new(),
        };
        self.writer.put_item(&item)?;
        self.make_points(&item, words, began)?;
        self.correct(meeting, &item, words)?;
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

    /// Corrects the text of an item three days after the meeting, when its minutes were approved already.
    fn correct(&mut self, meeting: &Meeting, item: &Item, words: &ItemWords) -> Result<(), Failure> {
        let Some(after) = words.corrected else { return Ok(()) };
        let at = self.made.calendar.at(moved(meeting.date, 3), ClockTime::from_minutes(11 * 60 + 5));
        self.writer.add_revision(&MinutesRevision {
            id: MinutesRevisionId::new(&mut **self.ids),
            meeting: meeting.id,
            item: Some(item.id),
            serial: self.writer.revisions_of(meeting.id)?.len() as u32 + 1,
            before: words.points.join("\n"),
            after: after.to_owned(),
            by: COORDINATOR.to_owned(),
            at,
            after_approval: true,
        })?;
        Ok(())
    }

    fn make_decision(&mut self, item: &Item, words: &ItemWords, at: Moment) -> Result<(), Failure> {
        let Some(outcome) = self.outcome(words)? else { return Ok(()) };
        let theme = self.made.cases.get(words.about).map(|case| (case.theme, case.slots.clone()));
        let text = match theme.filter(|_| words.words.is_empty()) {
            Some((theme, slots)) => slots.fill(self.made.chance.text(&self.made.themes[theme].decisions)),
            None => words.words.to_owned(),
        };
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
