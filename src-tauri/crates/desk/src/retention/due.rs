//! Which records stand under a rule, from which day, and what stands against their disposal.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::ids::SubjectId;
use domain::order::{Order, OrderOn};
use domain::referral::ReferralStatus;
use domain::retention::{RecordRef, RecordType, RetentionRules, Review, Standing, review};
use domain::words::{count, table_date};
use store::Reader;
use uuid::Uuid;

use super::standing::Record;
use crate::failure::Failure;
use crate::london;

/// The kinds of audit rows that tell of something shown or taken out.
pub const NOTES: [&str; 6] = ["view", "projection", "paper", "print", "export", "copy"];

/// A record under its rule.
pub struct Found {
    pub record: RecordRef,
    pub reference: String,
    pub title: String,
    /// What happened on the day from which it is kept: `closed`.
    pub happened: &'static str,
    pub review: Review,
    pub address: Option<String>,
    /// The cases that go with it, itself among them.
    pub with: Vec<Uuid>,
}

struct Finder<'a> {
    record: &'a Record,
    rules: RetentionRules,
    today: NaiveDate,
    spent: HashSet<Uuid>,
    found: Vec<Found>,
}

/// Returns every record that stands under a rule: closed, decided, ended, held, or on no record any more.
pub fn all(reader: &Reader<'_>, today: NaiveDate) -> Result<Vec<Found>, Failure> {
    let record = Record::load(reader)?;
    let rules = reader.settings()?.retention;
    let spent = reader.list_disposals()?.into_iter().flat_map(|each| each.records).map(|each| each.record);
    let mut finder = Finder { record: &record, rules, today, spent: spent.collect(), found: Vec::new() };
    finder.cases();
    finder.referrals();
    finder.minutes();
    finder.orders(reader)?;
    finder.people(reader)?;
    finder.disclosures(reader)?;
    Ok(finder.found)
}

/// Returns one record under its rule, or says that no rule asks about it.
pub fn found(reader: &Reader<'_>, today: NaiveDate, wanted: RecordRef) -> Result<Found, Failure> {
    all(reader, today)?.into_iter().find(|each| each.record == wanted).ok_or_else(|| {
        Failure::refused("That record is not under a retention rule")
            .with_hint("A case is looked at once it is closed, a referral once it is decided")
    })
}

impl Finder<'_> {
    /// Looks at a record, with the keys of whatever goes with it.
    fn look(
        &mut self,
        of: RecordType,
        (record, reference, title): (Uuid, String, &str),
        (since, happened): (NaiveDate, &'static str),
        standing: &Standing,
        goes_with: &HashSet<Uuid>,
        address: Option<String>,
    ) {
        let choices = self.record.choices.iter();
        let choices = choices.filter(|choice| choice.record == record || goes_with.contains(&choice.record));
        // Only the own choice to keep longer puts the review off; holds count wherever they stand.
        let choices = choices.filter(|choice| choice.record == record || choice.holds_on(self.today));
        let review = review(&self.rules, of, since, standing, choices, self.today);
        let title = title.to_owned();
        let record = RecordRef { of, record };
        self.found.push(Found { record, reference, title, happened, review, address, with: Vec::new() });
    }

    fn cases(&mut self) {
        let record = self.record;
        for (case, family) in record.families() {
            let Some(closed_on) = record.closed_on(&family) else { continue };
            let title = if case.title.is_empty() { case.key_issues.join(", ") } else { case.title.clone() };
            let standing = record.of_case(&family);
            let address = Some(format!("/cases/{}", case.reference));
            let what = (case.id.0, case.reference.to_string(), title.as_str());
            let goes_with = record.with_case(&family);
            self.look(RecordType::ClosedCase, what, (closed_on, "closed"), &standing, &goes_with, address);
            if let Some(found) = self.found.last_mut() {
                found.with = family.iter().map(|case| case.id.0).collect();
            }
        }
    }

    fn referrals(&mut self) {
        let record = self.record;
        for referral in &record.referrals {
            let (of, happened) = match referral.status {
                ReferralStatus::NotAdopted => (RecordType::NotAdoptedReferral, "not adopted"),
                ReferralStatus::Returned => (RecordType::SettledReferral, "returned"),
                ReferralStatus::Signposted => (RecordType::SettledReferral, "signposted"),
                _ => continue,
            };
            if self.spent.contains(&referral.id.0) {
                continue;
            }
            let what = (referral.id.0, referral.number.to_string(), referral.title.as_str());
            let since = referral.decided_on.unwrap_or(referral.received_on);
            let standing = record.of_referral(referral);
            let address = Some(format!("/referrals/{}", referral.id));
            let goes_with = record.with_referral(referral);
            self.look(of, what, (since, happened), &standing, &goes_with, address);
        }
    }

    fn minutes(&mut self) {
        let record = self.record;
        let held = record.meetings.iter().filter(|meeting| meeting.began_at.is_some());
        for meeting in held.filter(|meeting| !meeting.status.is_ahead()) {
            if self.spent.contains(&meeting.id.0) {
                continue;
            }
            let what = (meeting.id.0, format!("Meeting {}", meeting.number), "");
            let standing = record.of_minutes(meeting);
            let address = Some(format!("/meetings/{}/minutes", meeting.id));
            let since = (meeting.date, "held");
            self.look(RecordType::Minutes, what, since, &standing, &HashSet::new(), address);
        }
    }

    fn orders(&mut self, reader: &Reader<'_>) -> Result<(), Failure> {
        let record = self.record;
        let over = |order: &&Order| !order.stage.is_in_place() && !order.stage.is_pending();
        for order in record.orders.iter().filter(over) {
            let title = match &order.on {
                OrderOn::Place { place } => place.as_str(),
                OrderOn::Alone => "",
                _ => continue,
            };
            let since = match order.ended_on.or(order.expires_on) {
                Some(day) => day,
                None => last_written(reader, order.id.0)?,
            };
            let what = (order.id.0, order.kind.clone(), title);
            let goes_with: HashSet<Uuid> = order.subject.iter().map(|subject| subject.0).collect();
            let address = Some("/orders".to_owned());
            let since = (since, "over");
            self.look(RecordType::StandaloneOrder, what, since, &Standing::default(), &goes_with, address);
        }
        Ok(())
    }

    fn people(&mut self, reader: &Reader<'_>) -> Result<(), Failure> {
        let named: HashSet<SubjectId> = self.record.named();
        for person in reader.list_subjects()?.into_iter().filter(|person| !named.contains(&person.id)) {
            let since = (last_written(reader, person.id.0)?, "last changed");
            let initials = person.initials();
            let reference = if initials.is_empty() { "Unnamed".to_owned() } else { initials };
            let what = (person.id.0, reference, "");
            let address = Some(format!("/people/{}", person.id));
            self.look(RecordType::Person, what, since, &Standing::default(), &HashSet::new(), address);
        }
        Ok(())
    }

    fn disclosures(&mut self, reader: &Reader<'_>) -> Result<(), Failure> {
        let of = RecordType::Disclosures;
        let days = reader.noted_at(&NOTES)?.into_iter().map(london::date);
        let due: Vec<NaiveDate> = days.filter(|day| self.rules.of(of).from(*day) <= self.today).collect();
        if let (Some(first), Some(last)) = (due.iter().min(), due.iter().max()) {
            let title = format!(
                "{}, {} to {}",
                count(due.len(), "entry", "entries"),
                table_date(*first),
                table_date(*last)
            );
            let what = (Uuid::nil(), "Audit".to_owned(), title.as_str());
            self.look(of, what, (*last, "noted"), &Standing::default(), &HashSet::new(), None);
        }
        Ok(())
    }
}

/// Returns the day on which a record, or one that named it, was written last.
fn last_written(reader: &Reader<'_>, id: Uuid) -> Result<NaiveDate, Failure> {
    Ok(london::date(reader.last_mention_of(id)?))
}
