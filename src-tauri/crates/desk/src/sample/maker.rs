//! What every part of the sample is made with: the open transaction, chance, the days, the words, who was made already.

use std::collections::BTreeMap;

use domain::ids::{AgencyId, AreaId, CaseId, EpisodeId, MeetingId, OfficerId, ReferralId, SubjectId};
use domain::reference::CaseReference;
use domain::subject::SubjectPart;
use store::Writer;

use super::calendar::Calendar;
use super::chance::Chance;
use super::words::{CasePlan, Names, Slots, Theme, themes};
use crate::desk::Identifiers;

/// What is remembered from one transaction to the next.
pub struct Made {
    /// Where all choices come from.
    pub chance: Chance,
    /// The days.
    pub calendar: Calendar,
    /// Names to choose from.
    pub names: Names,
    /// Themes to choose from.
    pub themes: Vec<Theme>,
    /// The prefix of references.
    pub prefix: String,
    /// Added to the number of every case of the cast: the register's older cases come before them.
    pub numbers_before: u32,
    /// Agencies by what the words call them.
    pub agencies: BTreeMap<&'static str, Partner>,
    /// Areas.
    pub areas: Vec<AreaId>,
    /// Cases of the cast by number and letter.
    pub cases: BTreeMap<String, MadeCase>,
    /// Referrals by number.
    pub referrals: BTreeMap<u32, ReferralId>,
    /// Meetings that were held, by how many meetings ago.
    pub meetings: BTreeMap<u32, MeetingId>,
    /// How many actions each meeting has raised so far.
    pub serials: BTreeMap<u32, u32>,
    /// How many people were made.
    pub people: usize,
}

/// An agency that was made, with those who work for it: the one who usually comes first.
#[derive(Clone, Debug)]
pub struct Partner {
    /// Its key.
    pub id: AgencyId,
    /// Its people: key, name, whether the person usually comes.
    pub officers: Vec<(OfficerId, String, bool)>,
}

/// A case that was made, as later parts need it.
#[derive(Clone, Debug)]
pub struct MadeCase {
    /// Its key.
    pub id: CaseId,
    /// Its episodes in their order.
    pub episodes: Vec<EpisodeId>,
    /// Its theme.
    pub theme: usize,
    /// What fills the marks of its texts.
    pub slots: Slots,
    /// Its people.
    pub subjects: Vec<SubjectPart>,
}

impl Made {
    /// Returns what a sample begins with.
    pub fn new(seed: u64, calendar: Calendar, prefix: &str, numbers_before: u32) -> Self {
        Self {
            chance: Chance::of(seed),
            calendar,
            names: Names::read(),
            themes: themes(),
            prefix: prefix.to_owned(),
            numbers_before,
            agencies: BTreeMap::new(),
            areas: Vec::new(),
            cases: BTreeMap::new(),
            referrals: BTreeMap::new(),
            meetings: BTreeMap::new(),
            serials: BTreeMap::new(),
            people: 0,
        }
    }

    /// Returns the reference of a case to be, without its letter: the cast follows the older cases.
    pub fn reference(&self, plan: &CasePlan) -> CaseReference {
        let before = if plan.of_cast { self.numbers_before } else { 0 };
        CaseReference::new(&self.prefix, plan.number + before)
    }

    /// Returns the key of the agency that the words call `key`; absent when they know no such agency.
    pub fn agency(&self, key: &str) -> Option<AgencyId> {
        self.agencies.get(key).map(|partner| partner.id)
    }

    /// Returns somebody of an agency: mostly the one who usually comes.
    pub fn officer(&mut self, key: &str) -> Option<(OfficerId, String)> {
        let officers = &self.agencies.get(key)?.officers;
        let at = if self.chance.one_in(4) { self.chance.below(officers.len()) } else { 0 };
        officers.get(at).map(|(id, name, _)| (*id, name.clone()))
    }

    /// Returns the person of the cast whom a substitute or a minute-taker names: the one who usually comes.
    pub fn regular(&self, key: &str) -> Option<(OfficerId, String)> {
        self.agencies.get(key)?.officers.first().map(|(id, name, _)| (*id, name.clone()))
    }

    /// Returns an area.
    pub fn area(&mut self) -> Option<AreaId> {
        let at = self.chance.below(self.areas.len());
        self.areas.get(at).copied()
    }

    /// Returns the next running number of an action of a meeting.
    pub fn next_serial(&mut self, meeting: u32) -> u32 {
        let serial = self.serials.entry(meeting).or_default();
        *serial += 1;
        *serial
    }
}

/// Makes records within one transaction.
pub struct Maker<'a, 's> {
    /// Where the records go.
    pub writer: &'a mut Writer<'s>,
    /// Where their keys come from.
    pub ids: &'a mut Identifiers,
    /// What is known so far.
    pub made: &'a mut Made,
}

/// Takes the first of the subject's keys.
pub fn first_subject(subjects: &[SubjectPart]) -> Option<SubjectId> {
    subjects.first().map(|part| part.subject)
}
