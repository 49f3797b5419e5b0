//! What an item of an agenda is about, with everything that its rows and the projector tell of it.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::action::Action;
use domain::agenda::{Slot, Timed, running_order};
use domain::case::{Case, CaseKind};
use domain::episode::Episode;
use domain::ids::{ActionId, AgencyId};
use domain::light::{Light, LightRules};
use domain::meeting::{About, Item, Meeting};
use domain::reference::CaseReference;
use domain::referral::Referral;
use domain::subject::{Subject, SubjectRole, age_band, years_between};
use store::Reader;

use crate::failure::Failure;
use crate::names::Names;

/// An item with what it is about. It is cheap to copy, because the room keeps it from one key to the next.
#[derive(Clone)]
pub struct ItemFacts {
    /// The item.
    pub item: Item,
    /// The case; absent for other items.
    pub case: Option<Arc<CaseFacts>>,
    /// The referral; absent for other items.
    pub referral: Option<Arc<Referral>>,
    /// The case that the referral became; absent until it is adopted.
    pub became: Option<CaseReference>,
    /// The people of the case or referral.
    pub subjects: Arc<[(Subject, SubjectRole)]>,
}

impl ItemFacts {
    /// Tells whether an action is among those of the item's case.
    pub fn has_action(&self, id: ActionId) -> bool {
        self.case.iter().flat_map(|of_case| &of_case.actions).any(|action| action.id == id)
    }
}

/// A case with what an item tells of it.
#[derive(Clone)]
pub struct CaseFacts {
    /// The case.
    pub case: Case,
    /// Its open episode, or else its latest one.
    pub episode: Episode,
    /// Its actions.
    pub actions: Vec<Action>,
}

impl CaseFacts {
    /// Loads a case.
    pub fn load(reader: &Reader<'_>, case: Case) -> Result<Self, Failure> {
        let episode = crate::cases::latest_episode(reader, case.id)?;
        let actions = reader.actions_of(case.id)?;
        Ok(Self { case, episode, actions })
    }

    /// Returns the agencies that the case concerns, each once: its lead, those involved, and those that owe it actions.
    pub fn concerned(&self) -> Vec<AgencyId> {
        let owing = self.actions.iter().filter(|each| each.status.is_open()).map(|each| each.agency);
        let all = self.case.lead_agency.into_iter().chain(self.case.involved.iter().copied()).chain(owing);
        all.fold(Vec::new(), |mut each, agency| {
            if !each.contains(&agency) {
                each.push(agency);
            }
            each
        })
    }

    /// Tells whether the case is about somebody who is under 18 on `day`, by what is known of its people or by the age
    /// that a register gives.
    pub fn is_about_child(&self, subjects: &[(Subject, SubjectRole)], day: NaiveDate) -> bool {
        let published = self.episode.age_as_published.filter(|_| subjects.is_empty());
        let by_register = published
            .is_some_and(|age| age.saturating_add(years_between(self.episode.opened, day).unwrap_or(0)) < 18);
        by_register || subjects.iter().any(|(subject, _)| subject.is_child_on(day))
    }
}

/// Loads the people of a case or referral.
pub fn people(
    reader: &Reader<'_>,
    parts: &[domain::subject::SubjectPart],
) -> Result<Vec<(Subject, SubjectRole)>, Failure> {
    let mut people = Vec::with_capacity(parts.len());
    for part in parts {
        people.extend(reader.get_subject(part.subject)?.map(|subject| (subject, part.role)));
    }
    Ok(people)
}

impl ItemFacts {
    /// Loads what an item is about.
    pub fn load(reader: &Reader<'_>, item: Item) -> Result<Self, Failure> {
        let (mut case, mut referral, mut became, mut subjects) = (None, None, None, Vec::new());
        match item.about {
            About::Case { case: id } => {
                let kept = crate::cases::kept(reader, id)?;
                subjects = people(reader, &kept.subjects)?;
                case = Some(Arc::new(CaseFacts::load(reader, kept)?));
            }
            About::Referral { referral: id } => {
                let kept = crate::referrals::kept(reader, id)?;
                subjects = people(reader, &kept.subjects)?;
                if let Some(adopted) = kept.case {
                    became = Some(crate::cases::kept(reader, adopted)?.reference);
                }
                referral = Some(Arc::new(kept));
            }
            About::Welcome | About::MattersArising | About::OrdersDue | About::Break | About::Other => {}
        }
        Ok(Self { item, case, referral, became, subjects: subjects.into() })
    }

    /// Returns the reference as written; absent for items about neither case nor referral.
    pub fn reference(&self) -> Option<String> {
        let of_case = self.case.as_ref().map(|facts| facts.case.reference.to_string());
        of_case.or_else(|| self.referral.as_ref().map(|referral| referral.number.to_string()))
    }

    /// Returns the heading: the reference, or else the title.
    pub fn heading(&self) -> String {
        domain::minutes::heading(self.reference().as_deref(), &self.item.title, self.item.about)
    }

    /// Tells whether somebody in it is under 18 on `day`.
    pub fn is_about_child(&self, day: NaiveDate) -> bool {
        match &self.case {
            Some(facts) => facts.is_about_child(&self.subjects, day),
            None => self.subjects.iter().any(|(subject, _)| subject.is_child_on(day)),
        }
    }

    /// Returns what stands beside the reference: `Person, 16–17`, `Topic · town centre`, `new, Environmental`; the title
    /// where there is no reference.
    pub fn words(&self, names: &Names, day: NaiveDate) -> String {
        if let Some(facts) = &self.case {
            return case_words(facts, &self.subjects, day);
        }
        if let Some(referral) = &self.referral {
            return match names.short(referral.referrer_agency) {
                "" => "new".to_owned(),
                agency => format!("new, {agency}"),
            };
        }
        self.heading()
    }

    /// Returns the agencies that the item needs, each once: those it concerns, unless the user said otherwise.
    pub fn agencies(&self) -> Vec<AgencyId> {
        domain::agenda::needed(self.concerned(), &self.item.needs)
    }

    /// Returns the agencies that the item concerns by the record, each once: those of the case and those that owe it
    /// actions, or the one that refers.
    pub fn concerned(&self) -> Vec<AgencyId> {
        let mut agencies = self.case.as_ref().map(|facts| facts.concerned()).unwrap_or_default();
        let refers = self.referral.as_ref().and_then(|referral| referral.referrer_agency);
        agencies.extend(refers.filter(|agency| !agencies.contains(agency)));
        agencies
    }

    /// Returns the lights of its open actions and of what is red, worst first.
    pub fn lights(&self, today: NaiveDate, rules: LightRules) -> Vec<Light> {
        self.case.as_ref().map(|facts| lights(&facts.actions, today, rules)).unwrap_or_default()
    }
}

/// Returns the time of each item of a meeting.
pub fn slots<'a>(meeting: &Meeting, items: impl IntoIterator<Item = &'a ItemFacts>) -> Vec<Slot> {
    let timed: Vec<Timed> = items.into_iter().map(|facts| Timed::from(&facts.item)).collect();
    running_order(meeting.starts, meeting.minutes, &timed)
}

/// Returns the lights of open actions and of what is red, worst first.
pub fn lights(actions: &[Action], today: NaiveDate, rules: LightRules) -> Vec<Light> {
    let mut lights: Vec<Light> = actions
        .iter()
        .map(|action| (action.status.is_open(), action.shown_light(today, rules).light))
        .filter(|(open, light)| *open || *light == Light::Red)
        .map(|(_, light)| light)
        .collect();
    lights.sort();
    lights
}

/// Returns what a case is in a few words: `Person, 16–17`, `Topic · town centre`.
pub fn case_words(facts: &CaseFacts, subjects: &[(Subject, SubjectRole)], day: NaiveDate) -> String {
    let kind = facts.case.kind.words();
    let label = if facts.case.title.is_empty() { &facts.case.place } else { &facts.case.title };
    match facts.case.kind {
        CaseKind::Person => match age_words(facts, subjects, day) {
            Some(band) => format!("{kind}, {band}"),
            None => kind.to_owned(),
        },
        _ if label.is_empty() => kind.to_owned(),
        _ => format!("{kind} · {label}"),
    }
}

fn age_words(facts: &CaseFacts, subjects: &[(Subject, SubjectRole)], day: NaiveDate) -> Option<&'static str> {
    let known = subjects.iter().find_map(|(subject, _)| subject.age_on(day));
    let published = || {
        let since = years_between(facts.episode.opened, day).unwrap_or(0);
        facts.episode.age_as_published.map(|age| age.saturating_add(since))
    };
    known.or_else(published).map(age_band)
}

/// Loads what every item of `items` is about.
pub fn all(reader: &Reader<'_>, items: Vec<Item>) -> Result<Vec<ItemFacts>, Failure> {
    items.into_iter().map(|item| ItemFacts::load(reader, item)).collect()
}
