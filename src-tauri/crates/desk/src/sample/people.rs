//! The sample's people: invented names, addresses that do not exist, telephone numbers that nobody has.

use chrono::{Datelike, NaiveDate};
use domain::ids::SubjectId;
use domain::subject::{AgeAsTold, AgencyReference, Subject};

use super::calendar::moved;
use super::maker::Maker;
use crate::failure::Failure;

/// In the cast every so many people have a name that programs tend to get wrong; in a long register far fewer.
const HARD_NAME_EVERY: usize = 3;
const CAST: usize = 60;

impl Maker<'_, '_> {
    /// Makes a person who is `age` years old today.
    pub fn make_person(&mut self, age: u8) -> Result<Subject, Failure> {
        let made = &mut *self.made;
        let (chance, names) = (&mut made.chance, &made.names);
        let hard = match made.people {
            people if people < CAST && people % HARD_NAME_EVERY == 1 => {
                names.hard.get(people / HARD_NAME_EVERY)
            }
            people if people >= CAST && chance.one_in(50) => names.hard.get(people % names.hard.len().max(1)),
            _ => None,
        };
        made.people += 1;
        let mut subject = Subject {
            name: hard.cloned().unwrap_or_else(|| names.person(chance)),
            addresses: vec![format!("{}, Northbridge", names.address(chance))],
            ..Subject::unknown(SubjectId::new(&mut **self.ids))
        };
        if chance.one_in(4) {
            subject.aliases.push(names.alias(chance));
        }
        if chance.one_in(5) {
            subject.addresses.push(format!("{}, Northbridge", names.address(chance)));
        }
        for _ in 0..chance.below(3) {
            subject.telephones.push(names.telephone(chance));
        }
        match chance.below(8) {
            0 => subject.age_as_told = Some(AgeAsTold { years: age, on: made.calendar.before }),
            _ => subject.date_of_birth = born(made.calendar.today, age, chance.between(1, 360)),
        }
        for (key, prefix) in [("police", "NB"), ("housing", "T")] {
            let known = chance.one_in(3).then(|| made.agencies.get(key)).flatten();
            let reference = format!("{prefix}-{:05}", chance.below(100_000));
            subject
                .agency_references
                .extend(known.map(|partner| AgencyReference { agency: partner.id, reference }));
        }
        self.writer.put_subject(&subject)?;
        Ok(subject)
    }
}

/// Returns the date of birth of somebody who turned `age` years old so many days ago.
fn born(today: NaiveDate, age: u8, days_ago: i64) -> Option<NaiveDate> {
    let birthday = moved(today, -days_ago);
    // The 28th stands for the days after it, which not every month has.
    NaiveDate::from_ymd_opt(birthday.year() - i32::from(age), birthday.month(), birthday.day().min(28))
}

#[cfg(test)]
mod tests {
    use domain::subject::years_between;

    use super::*;

    #[test]
    fn a_person_has_the_age_that_was_asked_for() {
        for today in ["2026-11-22", "2028-02-29", "2027-01-01", "2026-03-31"] {
            let today: NaiveDate = today.parse().unwrap();
            for days in 1..=360 {
                let born = born(today, 16, days).unwrap();
                assert_eq!(years_between(born, today), Some(16), "{today}, {days} days ago");
            }
        }
    }
}
