//! What lives on a record still, gathered once for the whole due list.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use domain::case::{Case, survivor_of};
use domain::episode::Episode;
use domain::ids::{CaseId, MeetingId, OrderId, ReferralId, SubjectId};
use domain::meeting::{About, Meeting, MeetingStatus};
use domain::order::{Order, OrderOn};
use domain::referral::Referral;
use domain::retention::{RecordRef, RecordType, RetentionChoice, Standing};
use store::Reader;
use uuid::Uuid;

use crate::failure::Failure;

/// Everything that a due list is made from, looked up by key because a long register is walked whole.
pub struct Record {
    /// The cases.
    pub cases: Vec<Case>,
    /// The referrals.
    pub referrals: Vec<Referral>,
    /// The orders.
    pub orders: Vec<Order>,
    /// The meetings.
    pub meetings: Vec<Meeting>,
    /// The choices to keep or hold.
    pub choices: Vec<RetentionChoice>,
    episodes: HashMap<CaseId, Vec<Episode>>,
    /// The cases that go together, by the one that the others were combined with.
    families: HashMap<CaseId, Vec<usize>>,
    open_actions: HashMap<CaseId, Vec<String>>,
    began_as: HashMap<CaseId, Vec<usize>>,
    orders_on: HashMap<Uuid, Vec<usize>>,
    /// Cases and referrals that stand on the agenda of a meeting ahead, with its date.
    on_agenda: HashMap<Uuid, NaiveDate>,
    spoken_of: HashMap<MeetingId, HashSet<CaseId>>,
}

fn grouped<T, K: std::hash::Hash + Eq>(all: &[T], key: impl Fn(&T) -> Option<K>) -> HashMap<K, Vec<usize>> {
    let mut groups: HashMap<K, Vec<usize>> = HashMap::new();
    for (at, each) in all.iter().enumerate() {
        if let Some(key) = key(each) {
            groups.entry(key).or_default().push(at);
        }
    }
    groups
}

impl Record {
    /// Loads it.
    pub fn load(reader: &Reader<'_>) -> Result<Self, Failure> {
        let (cases, referrals, orders) =
            (reader.list_cases()?, reader.list_referrals()?, reader.list_orders()?);
        let links = reader.list_links()?;
        let mut episodes: HashMap<CaseId, Vec<Episode>> = HashMap::new();
        for episode in reader.list_episodes()? {
            episodes.entry(episode.case).or_default().push(episode);
        }
        let mut open_actions: HashMap<CaseId, Vec<String>> = HashMap::new();
        for action in reader.list_actions()?.into_iter().filter(|action| action.status.is_open()) {
            open_actions.entry(action.case).or_default().push(action.number.to_string());
        }
        let mut record = Self {
            families: grouped(&cases, |case| Some(survivor_of(case.id, &links))),
            began_as: grouped(&referrals, |referral| referral.case),
            orders_on: grouped(&orders, |order| match order.on {
                OrderOn::Case { case, .. } => Some(case.0),
                OrderOn::Referral { referral } => Some(referral.0),
                _ => None,
            }),
            cases,
            referrals,
            orders,
            meetings: reader.list_meetings()?,
            choices: reader.list_retention_choices()?,
            episodes,
            open_actions,
            on_agenda: HashMap::new(),
            spoken_of: HashMap::new(),
        };
        record.walk_agendas(reader)?;
        Ok(record)
    }

    fn walk_agendas(&mut self, reader: &Reader<'_>) -> Result<(), Failure> {
        let meetings: HashMap<MeetingId, &Meeting> =
            self.meetings.iter().map(|meeting| (meeting.id, meeting)).collect();
        for item in reader.list_items()? {
            let Some(meeting) = meetings.get(&item.meeting) else { continue };
            let (about, case) = match item.about {
                About::Case { case } => (case.0, Some(case)),
                About::Referral { referral } => (referral.0, None),
                _ => continue,
            };
            if meeting.status.is_ahead() {
                self.on_agenda.insert(about, meeting.date);
            } else if let Some(case) = case {
                self.spoken_of.entry(meeting.id).or_default().insert(case);
            }
        }
        Ok(())
    }

    /// Returns the cases that go together, each family with the one that the others were combined with.
    pub fn families(&self) -> impl Iterator<Item = (&Case, Vec<&Case>)> {
        self.cases.iter().filter_map(|case| {
            let family = self.families.get(&case.id)?;
            Some((case, family.iter().map(|at| &self.cases[*at]).collect()))
        })
    }

    fn is_open(&self, case: CaseId) -> bool {
        self.episodes.get(&case).is_some_and(|episodes| episodes.iter().any(Episode::is_open))
    }

    /// Returns the day on which the last episode of a family was closed; absent while one is open.
    pub fn closed_on(&self, family: &[&Case]) -> Option<NaiveDate> {
        let mut last = None;
        for episode in family.iter().flat_map(|case| self.episodes.get(&case.id).into_iter().flatten()) {
            last = last.max(Some(episode.closed.as_ref()?.on));
        }
        last
    }

    fn referrals_of(&self, family: &[&Case]) -> impl Iterator<Item = &Referral> {
        let places = family.iter().flat_map(|case| self.began_as.get(&case.id).into_iter().flatten());
        places.map(|at| &self.referrals[*at]).collect::<Vec<_>>().into_iter()
    }

    fn orders_on(&self, record: Uuid) -> impl Iterator<Item = &Order> {
        self.orders_on.get(&record).into_iter().flatten().map(|at| &self.orders[*at])
    }

    /// Returns what lives on a family of cases, and on the referrals that they began as.
    pub fn of_case(&self, family: &[&Case]) -> Standing {
        let open = family.iter().filter(|case| self.is_open(case.id));
        let actions = family.iter().flat_map(|case| self.open_actions.get(&case.id).into_iter().flatten());
        let on_cases = family.iter().flat_map(|case| self.orders_on(case.id.0));
        let on_referrals = self.referrals_of(family).flat_map(|referral| self.orders_on(referral.id.0));
        Standing {
            open_cases: open.map(|case| case.reference.to_string()).collect(),
            open_actions: actions.cloned().collect(),
            live_orders: live(on_cases.chain(on_referrals)),
            on_agenda_of: family.iter().filter_map(|case| self.on_agenda.get(&case.id.0)).min().copied(),
            unapproved: false,
        }
    }

    /// Returns what lives on a referral that is no case.
    pub fn of_referral(&self, referral: &Referral) -> Standing {
        Standing {
            live_orders: live(self.orders_on(referral.id.0)),
            on_agenda_of: self.on_agenda.get(&referral.id.0).copied(),
            ..Standing::default()
        }
    }

    /// Returns what lives on minutes: the open cases that they speak of.
    pub fn of_minutes(&self, meeting: &Meeting) -> Standing {
        let spoken_of = self.spoken_of.get(&meeting.id);
        let is_open =
            |case: &&Case| spoken_of.is_some_and(|cases| cases.contains(&case.id)) && self.is_open(case.id);
        let open = self.cases.iter().filter(is_open);
        Standing {
            open_cases: open.map(|case| case.reference.to_string()).collect(),
            unapproved: meeting.status == MeetingStatus::Concluded,
            ..Standing::default()
        }
    }

    /// Returns the keys of whatever goes with a family of cases, for the holds on them: people, referrals, orders.
    pub fn with_case(&self, family: &[&Case]) -> HashSet<Uuid> {
        let mut keys: HashSet<Uuid> = family.iter().map(|case| case.id.0).collect();
        keys.extend(family.iter().flat_map(|case| &case.subjects).map(|part| part.subject.0));
        keys.extend(family.iter().flat_map(|case| self.orders_on(case.id.0)).map(|order| order.id.0));
        for referral in self.referrals_of(family) {
            keys.insert(referral.id.0);
            keys.extend(self.with_referral(referral));
        }
        keys
    }

    /// Returns the keys of whatever goes with a referral: its people and orders.
    pub fn with_referral(&self, referral: &Referral) -> HashSet<Uuid> {
        let people = referral.subjects.iter().map(|part| part.subject.0);
        people.chain(self.orders_on(referral.id.0).map(|order| order.id.0)).collect()
    }

    /// Returns the people who stand on a case, a referral or an order.
    pub fn named(&self) -> HashSet<SubjectId> {
        let parts = self.cases.iter().flat_map(|case| &case.subjects);
        let parts = parts.chain(self.referrals.iter().flat_map(|referral| &referral.subjects));
        parts.map(|part| part.subject).chain(self.orders.iter().filter_map(|order| order.subject)).collect()
    }
}

fn live<'a>(orders: impl Iterator<Item = &'a Order>) -> Vec<String> {
    let live = orders.filter(|order| order.stage.is_in_place() || order.stage.is_pending());
    live.map(|order| order.kind.clone()).collect()
}

/// Tells whether a record is there to be held.
pub fn is_there(reader: &Reader<'_>, RecordRef { of, record }: RecordRef) -> Result<bool, Failure> {
    Ok(match of {
        RecordType::ClosedCase => reader.get_case(CaseId(record))?.is_some(),
        RecordType::NotAdoptedReferral | RecordType::SettledReferral => {
            reader.get_referral(ReferralId(record))?.is_some() && !reader.is_spent(record)?
        }
        RecordType::Person => reader.get_subject(SubjectId(record))?.is_some(),
        RecordType::StandaloneOrder => reader.get_order(OrderId(record))?.is_some(),
        RecordType::Minutes => {
            reader.get_meeting(MeetingId(record))?.is_some() && !reader.is_spent(record)?
        }
        RecordType::Disclosures => record.is_nil(),
    })
}
