//! The referral form, blank or filled with a referral of the record.

use ::papers::model as paper;
use domain::guide::{AnswerKind, GuidePart, GuideQuestion};
use domain::referral::form::{self, ORDINARY, OwnField, PersonField, ROLES, Target, label};
use domain::referral::{Referral, ReferralStatus, not_adopted_words};
use domain::subject::{Subject, SubjectRole};
use domain::words::{capital, full_date, long_date};
use store::Reader;

use super::{abbreviations, parts};
use crate::failure::Failure;
use crate::names::Names;

const TITLE: &str = "Referral to the hub";
const HOW: &str = "Ten minutes are enough. Fill in what you know, and only the guides that matter.";
/// How many people a blank form has room for.
const BLANK_PEOPLE: usize = 2;

/// Questions that a name or two answer, although a sentence may.
const IN_A_LINE: [&str; 6] = [
    "offender.housing",
    "victim.agencies_not_involved",
    "victim.referrals_made",
    "location.victim",
    "location.who",
    "location.involved",
];

/// What the record holds on a referral, for its form.
struct Filled {
    referral: Referral,
    agency: String,
    area: String,
    people: Vec<(Subject, SubjectRole)>,
}

/// Gathers the form: blank without a referral.
pub fn gathered(reader: &Reader<'_>, referral: Option<&Referral>) -> Result<paper::ReferralForm, Failure> {
    let settings = reader.settings()?;
    let filled = referral.map(|referral| filled(reader, referral)).transpose()?;
    let under = match &filled {
        Some(filled) => standing(&filled.referral),
        None => HOW.to_owned(),
    };
    Ok(paper::ReferralForm {
        hub: settings.hub.clone(),
        marking: parts::marking(&settings),
        title: TITLE.to_owned(),
        under,
        reference: referral.map(|referral| referral.number.to_string()),
        remarks: filled.as_ref().map(remarks).unwrap_or_default(),
        parts: form_parts(filled.as_ref()),
        abbreviations: abbreviations::all(reader)?,
    })
}

fn filled(reader: &Reader<'_>, referral: &Referral) -> Result<Filled, Failure> {
    let names = Names::load(reader)?;
    let mut people = Vec::new();
    for part in &referral.subjects {
        people.extend(reader.get_subject(part.subject)?.map(|subject| (subject, part.role)));
    }
    Ok(Filled {
        agency: names.agency(referral.referrer_agency).to_owned(),
        area: names.area(referral.area).to_owned(),
        people,
        referral: referral.clone(),
    })
}

/// Returns which referral it is and where it stands.
fn standing(referral: &Referral) -> String {
    let status = match referral.status {
        ReferralStatus::NotAdopted => not_adopted_words(&referral.outcomes),
        status => capital(status.words()),
    };
    let day = referral.decided_on.map(|day| format!(", {}", long_date(day))).unwrap_or_default();
    format!(
        "{} · received {} · {}\n{status}{day}",
        referral.number,
        full_date(referral.received_on),
        referral.source.words()
    )
}

fn remarks(filled: &Filled) -> Vec<String> {
    let referral = &filled.referral;
    let mut remarks = Vec::new();
    remarks.extend(
        referral.gate_override.iter().map(|reason| format!("Tabled by the chair all the same: {reason}")),
    );
    let settled = matches!(referral.status, ReferralStatus::Returned | ReferralStatus::Signposted);
    if settled && !referral.note.is_empty() {
        remarks.push(format!("{}:\n{}", capital(referral.status.words()), referral.note));
    }
    remarks
}

fn form_parts(filled: Option<&Filled>) -> Vec<paper::FormPart> {
    use OwnField::{
        Area, Offenders, Place, Problem, ReceivedOn, ReferrerAddress, ReferrerAgency, ReferrerEmail,
        ReferrerName, ReferrerTelephone, Safeguarding, Title, Tried, Victims,
    };
    let own =
        |fields: &[OwnField]| fields.iter().map(|field| own_question(*field, filled)).collect::<Vec<_>>();
    let asked = |part: GuidePart| part.questions().map(move |question| guide_question(question, filled));
    let part = |title: &str, lead: &str, questions: Vec<paper::FormQuestion>| paper::FormPart {
        title: title.to_owned(),
        lead: lead.to_owned(),
        own_page: false,
        half: false,
        questions,
    };
    let who = [ReceivedOn, ReferrerAgency, ReferrerName, ReferrerTelephone, ReferrerEmail, ReferrerAddress];
    let mut who = own(&who);
    who.extend(filled.and_then(earlier_contact));
    let mut parts = vec![
        part("Who refers", "", who),
        part("The problem in short", "", own(&[Title, Problem, Place, Area])),
        part("What was done so far", if filled.is_none() { form::TRIED_LEAD } else { "" }, own(&[Tried])),
        part(
            "The victims in detail",
            "",
            own(&[Victims]).into_iter().chain(asked(GuidePart::AboutVictims)).collect(),
        ),
        part(
            "The offenders in detail",
            "",
            own(&[Offenders]).into_iter().chain(asked(GuidePart::AboutOffenders)).collect(),
        ),
        part("Safeguarding", "", own(&[Safeguarding])),
    ];
    match filled {
        Some(filled) => {
            for (at, (subject, role)) in filled.people.iter().enumerate() {
                parts.push(part(&format!("Person {}", at + 1), "", person(Some((subject, *role)))));
            }
        }
        None => {
            for at in 1..=BLANK_PEOPLE {
                let lead = if at == 1 { form::PERSON_LEAD } else { "" };
                let person = part(&format!("Person {at}"), lead, person(None));
                parts.push(paper::FormPart { half: true, ..person });
            }
        }
    }
    let shown = filled.map_or(GuidePart::GUIDES.to_vec(), |filled| filled.referral.shown_guides());
    for guide in shown {
        let lead = if filled.is_none() { form::lead(guide) } else { "" };
        parts.push(paper::FormPart {
            // The guides begin a page together, so that whoever needs none leaves them out.
            own_page: filled.is_none() && guide == GuidePart::Offender,
            ..part(guide.words(), lead, asked(guide).collect())
        });
    }
    parts
}

/// Returns what was written before the form asked for each way to reach the referrer by itself.
fn earlier_contact(filled: &Filled) -> Option<paper::FormQuestion> {
    let answer = filled.referral.referrer_contact.trim();
    (!answer.is_empty()).then(|| paper::FormQuestion {
        words: "Other ways to reach the referrer".to_owned(),
        answer: answer.to_owned(),
        ..paper::FormQuestion::default()
    })
}

fn own_question(field: OwnField, filled: Option<&Filled>) -> paper::FormQuestion {
    let asked = ORDINARY.iter().find(|asked| asked.target == Target::Own(field));
    let (lines, sixths) = match field {
        OwnField::Problem | OwnField::Tried => (6, 0),
        OwnField::Victims | OwnField::Offenders | OwnField::Safeguarding => (2, 0),
        OwnField::Title => (1, 0),
        OwnField::ReceivedOn => (1, 2),
        OwnField::ReferrerAgency => (1, 4),
        _ => (1, 3),
    };
    paper::FormQuestion {
        words: label(Target::Own(field)).to_owned(),
        hint: asked.map(|asked| asked.hint).unwrap_or_default().to_owned(),
        options: Vec::new(),
        lines,
        sixths,
        answer: filled.map(|filled| own_answer(field, filled)).unwrap_or_default(),
    }
}

fn own_answer(field: OwnField, filled: &Filled) -> String {
    let referral = &filled.referral;
    match field {
        OwnField::ReceivedOn => long_date(referral.received_on),
        OwnField::ReferrerName => referral.referrer_name.clone(),
        OwnField::ReferrerAgency => filled.agency.clone(),
        OwnField::ReferrerAddress => referral.referrer_address.clone(),
        OwnField::ReferrerTelephone => referral.referrer_telephone.clone(),
        OwnField::ReferrerEmail => referral.referrer_email.clone(),
        OwnField::Title => referral.title.clone(),
        OwnField::Problem => referral.problem.clone(),
        OwnField::Place => referral.place.clone(),
        OwnField::Area => filled.area.clone(),
        OwnField::Victims => referral.victims.clone(),
        OwnField::Offenders => referral.offenders.clone(),
        OwnField::Safeguarding => referral.safeguarding.clone(),
        OwnField::Tried => referral.tried.clone(),
    }
}

fn guide_question(question: &GuideQuestion, filled: Option<&Filled>) -> paper::FormQuestion {
    let answer = filled.and_then(|filled| filled.referral.answers.get(question.key));
    let lines = match question.kind {
        AnswerKind::Text if IN_A_LINE.contains(&question.key) => 1,
        AnswerKind::Text => 2,
        AnswerKind::Line | AnswerKind::Date => 1,
        AnswerKind::One | AnswerKind::Many => u8::from(!question.hint.is_empty()),
    };
    paper::FormQuestion {
        words: question.words.to_owned(),
        hint: question.hint.to_owned(),
        options: question.options.iter().map(|option| (*option).to_owned()).collect(),
        lines,
        sixths: 0,
        answer: answer.map(|answer| question.answered(answer)).unwrap_or_default(),
    }
}

fn person(known: Option<(&Subject, SubjectRole)>) -> Vec<paper::FormQuestion> {
    use PersonField::{Address, Age, Aliases, DateOfBirth, Name, Role, Telephone};
    let question = |field: PersonField| paper::FormQuestion {
        words: label(Target::Person(field)).to_owned(),
        options: if field == Role { ROLES.map(str::to_owned).into() } else { Vec::new() },
        lines: u8::from(field != Role),
        sixths: match field {
            Role => 0,
            DateOfBirth | Age => 3,
            Name | Aliases | Address | Telephone => 6,
        },
        answer: known.map(|(subject, role)| person_answer(field, subject, role)).unwrap_or_default(),
        ..paper::FormQuestion::default()
    };
    let all = [Name, Aliases, DateOfBirth, Age, Address, Telephone, Role].map(question);
    all.into_iter().filter(|question| known.is_none() || !question.answer.is_empty()).collect()
}

fn person_answer(field: PersonField, subject: &Subject, role: SubjectRole) -> String {
    match field {
        PersonField::Name => subject.name.clone(),
        PersonField::Aliases => subject.aliases.join(", "),
        PersonField::DateOfBirth => subject.date_of_birth.map(long_date).unwrap_or_default(),
        PersonField::Age => match (subject.date_of_birth, subject.age_as_told) {
            (None, Some(told)) => format!("{}, as told on {}", told.years, long_date(told.on)),
            _ => String::new(),
        },
        PersonField::Address => subject.addresses.join("\n"),
        PersonField::Telephone => subject.telephones.join(", "),
        PersonField::Role => capital(role.words()),
    }
}
