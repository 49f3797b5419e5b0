//! Referrals and their checks.

use domain::guide::{GuideAnswer, GuideAnswers, GuidePart, QUESTIONS};
use domain::ids::*;
use domain::reference::*;
use domain::referral::*;

use super::*;

pub fn referral(dice: &mut Dice, id: ReferralId, number: u32, known: &Known) -> Referral {
    const STATUSES: [ReferralStatus; 4] = [
        ReferralStatus::InTriage,
        ReferralStatus::Signposted,
        ReferralStatus::Adopted,
        ReferralStatus::NotAdopted,
    ];
    Referral {
        id,
        number: ReferralNumber(number),
        source: dice.of(&[Source::Partner, Source::OtherForum]),
        received_on: dice.day(),
        referrer_name: dice.text(),
        referrer_agency: dice.maybe(|_| known.agency),
        referrer_address: dice.text(),
        referrer_telephone: dice.text(),
        referrer_email: dice.text(),
        referrer_contact: dice.text(),
        title: dice.text(),
        problem: dice.text(),
        victims: dice.text(),
        offenders: dice.text(),
        safeguarding: dice.text(),
        tried: dice.text(),
        place: dice.text(),
        area: dice.maybe(|_| known.area),
        subjects: dice.some(|dice| part(dice, known)),
        guides: dice.some(|dice| dice.of(&GuidePart::GUIDES)),
        answers: answers(dice),
        status: dice.of(&STATUSES),
        gate_override: dice.maybe(Dice::text),
        decided_on: dice.maybe(Dice::day),
        outcomes: dice.some(|dice| dice.of(&[ReferralOutcome::AbcIssued, ReferralOutcome::NoFurtherAction])),
        note: dice.text(),
        case: dice.maybe(|_| known.case),
    }
}

fn answers(dice: &mut Dice) -> GuideAnswers {
    let answer = |dice: &mut Dice| {
        let question = dice.below(QUESTIONS.len() as u64) as usize;
        let chosen = QUESTIONS[question].options.iter().take(1).map(|option| (*option).to_owned()).collect();
        (QUESTIONS[question].key.to_owned(), GuideAnswer { chosen, text: dice.text() })
    };
    GuideAnswers(dice.some(answer).into_iter().collect())
}

pub fn check(dice: &mut Dice, id: AgencyCheckId, known: &Known) -> AgencyCheck {
    let answer = dice.of(&[CheckAnswer::NoReply, CheckAnswer::Known, CheckAnswer::NotKnown]);
    AgencyCheck {
        id,
        referral: known.referral,
        agency: known.agency,
        answer,
        note: dice.text(),
        replied_on: dice.maybe(Dice::day),
    }
}
