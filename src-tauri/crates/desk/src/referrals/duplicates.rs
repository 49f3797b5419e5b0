//! Possible duplicates: people and places the hub knows already, with what it holds on them.

use std::collections::HashSet;

use domain::ids::SubjectId;
use domain::likeness::{Alike, Seeker, Sought, same_address, strength};
use domain::referral::{Referral, ReferralStatus};
use domain::subject::SubjectRole;
use store::Reader;

use crate::cases::subject_view;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

/// More people than anybody compares.
const MOST_PEOPLE: usize = 8;

pub fn find_duplicates(desk: &mut Desk, request: FindDuplicates) -> Result<DuplicatesView, Failure> {
    let today = desk.today();
    let seeker = Seeker::of(&Sought {
        name: request.name,
        aliases: request.aliases,
        date_of_birth: request.date_of_birth,
        addresses: request.addresses,
        telephones: request.telephones,
    });
    desk.read(|reader| {
        let others = |id: &SubjectId| !request.except.contains(id);
        let mut alike: Vec<(Vec<Alike>, domain::subject::Subject)> = reader
            .list_subjects()?
            .into_iter()
            .filter(|subject| others(&subject.id))
            .map(|subject| (seeker.likeness(&subject), subject))
            .filter(|(alike, _)| !alike.is_empty())
            .collect();
        alike.sort_by_key(|(alike, _)| std::cmp::Reverse(strength(alike)));
        let more = alike.len().saturating_sub(MOST_PEOPLE) as u32;
        alike.truncate(MOST_PEOPLE);
        if alike.is_empty() && request.place.trim().is_empty() {
            return Ok(DuplicatesView { people: Vec::new(), more, places: Vec::new() });
        }
        let held = Held::load(reader)?;
        let people = alike.into_iter().map(|(alike, subject)| KnownPerson {
            reasons: alike.iter().map(Alike::words).collect(),
            records: held.of_person(subject.id),
            person: subject_view(subject, SubjectRole::NotTold, today),
        });
        let except = request.except_referral;
        Ok(DuplicatesView { people: people.collect(), more, places: held.at_place(&request.place, except) })
    })
}

/// What the hub holds, to be looked through for people and places.
struct Held {
    cases: Vec<(domain::case::Case, bool)>,
    referrals: Vec<Referral>,
}

impl Held {
    fn load(reader: &Reader<'_>) -> Result<Self, Failure> {
        let episodes = reader.list_episodes()?.into_iter();
        let open: HashSet<_> = episodes.filter(|each| each.is_open()).map(|each| each.case).collect();
        let cases = reader.list_cases()?.into_iter();
        Ok(Self {
            cases: cases
                .map(|case| {
                    let is_open = open.contains(&case.id);
                    (case, is_open)
                })
                .collect(),
            referrals: reader.list_referrals()?,
        })
    }

    fn of_person(&self, id: SubjectId) -> Vec<KnownRecord> {
        let cases = self.cases.iter().filter(|(case, _)| case.subjects.iter().any(|part| part.subject == id));
        let referrals =
            self.referrals.iter().filter(|one| one.subjects.iter().any(|part| part.subject == id));
        cases.map(case_record).chain(referrals.map(referral_record)).collect()
    }

    fn at_place(&self, place: &str, except: Option<domain::ids::ReferralId>) -> Vec<KnownRecord> {
        if place.trim().is_empty() {
            return Vec::new();
        }
        let cases = self.cases.iter().filter(|(case, _)| same_address(&case.place, place));
        let others = self.referrals.iter().filter(|one| Some(one.id) != except);
        let referrals = others.filter(|one| same_address(&one.place, place));
        cases.map(case_record).chain(referrals.map(referral_record)).collect()
    }
}

fn case_record((case, open): &(domain::case::Case, bool)) -> KnownRecord {
    let words = if *open { "open" } else { "closed" };
    KnownRecord {
        case: Some(case.reference.clone()),
        referral: None,
        words: format!("{}, {words}", case.reference),
        title: case.title.clone(),
        not_adopted: false,
    }
}

fn referral_record(referral: &Referral) -> KnownRecord {
    KnownRecord {
        case: None,
        referral: Some(referral.id),
        words: referral.mention(),
        title: referral.title.clone(),
        not_adopted: referral.status == ReferralStatus::NotAdopted,
    }
}
