//! The sample's referrals in every status, with the answers of the agencies that were asked.

use chrono::Days;
use domain::ids::{AgencyCheckId, ReferralId, SubjectId};
use domain::reference::ReferralNumber;
use domain::referral::{AgencyCheck, CheckAnswer, Referral, ReferralStatus, Source};
use domain::subject::{Subject, SubjectPart, SubjectRole};

use super::maker::Maker;
use super::words::{ReferralWords, referrals, word};
use crate::failure::Failure;

/// What an agency writes beside its answer, by turns.
const REMARKS: [&str; 4] = [
    "Two calls this year",
    "Open to us since the summer",
    "Known as a tenant, no complaint",
    "Closed to us in spring; willing to look again",
];

impl Maker<'_, '_> {
    /// Makes the referrals; one that was adopted is left out where its case is not in this sample.
    pub fn make_referrals(&mut self) -> Result<(), Failure> {
        for words in referrals() {
            self.make_referral(&words)?;
        }
        Ok(())
    }

    fn make_referral(&mut self, words: &ReferralWords) -> Result<(), Failure> {
        let text = |field: &str| words.texts.get(field).map(|text| (*text).to_owned()).unwrap_or_default();
        let case = self.made.cases.get(&text("case")).cloned();
        if words.status == ReferralStatus::Adopted && case.is_none() {
            return Ok(());
        }
        let subjects = match &case {
            Some(case) => case.subjects.clone(),
            None if !text("like").is_empty() => self.nearly_known(&text("like"))?,
            None if text("offenders").is_empty() => Vec::new(),
            None => {
                let age = self.made.chance.between(19, 64) as u8;
                let subject = self.make_person(age)?.id;
                vec![SubjectPart { subject, role: SubjectRole::Perpetrator }]
            }
        };
        let calendar = &self.made.calendar;
        let received_on = calendar.by_today(calendar.day(words.received));
        let decided_on = words.decided.map(|when| calendar.by_today(calendar.day(when)));
        let calendar_today = calendar.today;
        let referrer = self.made.regular(words.referrer).map(|(_, name)| name).unwrap_or_default();
        let number = ReferralNumber(words.number);
        let referral = Referral {
            source: word(&text("source")).unwrap_or(Source::Partner),
            referrer_agency: self.made.agency(words.referrer),
            referrer_address: text("referrer_address"),
            referrer_telephone: self.made.names.telephone(&mut self.made.chance),
            referrer_email: email_of(&referrer),
            referrer_name: referrer,
            title: words.title.to_owned(),
            problem: text("problem"),
            victims: text("victims"),
            offenders: text("offenders"),
            safeguarding: text("safeguarding"),
            tried: text("tried"),
            place: text("place"),
            area: self.made.area(),
            subjects,
            guides: words.guides.clone(),
            answers: words.answers.clone().checked(calendar_today)?,
            status: words.status,
            decided_on,
            outcomes: words.outcomes.clone(),
            note: text("note"),
            case: case.as_ref().map(|case| case.id),
            ..Referral::received(ReferralId::new(&mut **self.ids), number, received_on)
        }
        .checked_form(calendar_today)?;
        self.writer.put_referral(&referral)?;
        self.made.referrals.insert(words.number, referral.id);
        if let Some(case) = case {
            self.began_as(case.id, number)?;
        }
        self.make_checks(&referral)
    }

    /// Makes a person who is nearly the one of an earlier referral: a letter apart, at the same address.
    fn nearly_known(&mut self, number: &str) -> Result<Vec<SubjectPart>, Failure> {
        let id = number.parse().ok().and_then(|number: u32| self.made.referrals.get(&number)).copied();
        let earlier = id.map(|id| self.writer.get_referral(id)).transpose()?.flatten();
        let part = earlier.and_then(|earlier| earlier.subjects.first().copied());
        let Some(known) = part.map(|part| self.writer.get_subject(part.subject)).transpose()?.flatten()
        else {
            return Ok(Vec::new());
        };
        let name = match known.name.char_indices().nth_back(1) {
            Some((at, letter)) => format!("{}{letter}{}", &known.name[..at], &known.name[at..]),
            None => known.name.clone(),
        };
        let subject = Subject {
            name,
            addresses: known.addresses.clone(),
            ..Subject::unknown(SubjectId::new(&mut **self.ids))
        };
        self.writer.put_subject(&subject)?;
        Ok(vec![SubjectPart { subject: subject.id, role: SubjectRole::Perpetrator }])
    }

    /// Asks every agency; those asked lately have replied in part.
    fn make_checks(&mut self, referral: &Referral) -> Result<(), Failure> {
        let open = matches!(referral.status, ReferralStatus::InTriage | ReferralStatus::Tabled);
        let asked: Vec<_> = self.made.agencies.values().map(|partner| partner.id).collect();
        let active: Vec<_> =
            self.writer.list_agencies()?.into_iter().filter(|each| each.active).map(|each| each.id).collect();
        for agency in asked.into_iter().filter(|agency| active.contains(agency)) {
            let answer = match self.made.chance.below(6) {
                0..=1 if open => CheckAnswer::NoReply,
                2..=3 => CheckAnswer::Known,
                _ => CheckAnswer::NotKnown,
            };
            let remark = REMARKS[self.made.chance.below(REMARKS.len())];
            let note = if answer == CheckAnswer::Known { remark } else { "" }.to_owned();
            let id = AgencyCheckId::new(&mut **self.ids);
            let replied = answer != CheckAnswer::NoReply;
            let replied_on =
                replied.then(|| self.made.calendar.by_today(referral.received_on + Days::new(3)));
            self.writer.put_check(&AgencyCheck {
                id,
                referral: referral.id,
                agency,
                answer,
                note,
                replied_on,
            })?;
        }
        Ok(())
    }
}

/// Returns an e-mail address that cannot be anybody's: `.example` is kept for that.
fn email_of(name: &str) -> String {
    let local: Vec<String> = domain::likeness::plain(name);
    if local.is_empty() { String::new() } else { format!("{}@partners.example", local.join(".")) }
}
