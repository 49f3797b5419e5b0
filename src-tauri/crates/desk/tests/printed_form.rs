//! Our own printed form, read back from its text.

#![allow(clippy::unwrap_used, reason = "a step of a journey that fails ends the test where it failed")]

mod support;

use std::collections::BTreeMap;
use std::process::Command;

use desk::commands;
use desk::wire::everything::*;
use domain::agency::{Agency, Area, Field, PackRule, Presence};
use domain::guide::{AnswerKind, GuideAnswer, GuideAnswers, GuidePart, QUESTIONS};
use domain::ids::{AgencyId, AreaId, ReferralId, SubjectId};
use domain::reference::ReferralNumber;
use domain::referral::Referral;
use domain::referral::form::{FormField, OwnField, PersonField};
use domain::subject::{Subject, SubjectPart, SubjectRole};
use support::Place;
use uuid::Uuid;

const REFERRAL: ReferralId = ReferralId(Uuid::from_u128(1));

fn full() -> Referral {
    let answers = QUESTIONS.iter().enumerate().filter(|(at, _)| at % 5 != 3).map(|(at, question)| {
        let chosen = question.options.iter().take(if question.kind == AnswerKind::Many { 2 } else { 1 });
        let text = match question.kind {
            AnswerKind::Date => "2026-10-06".to_owned(),
            AnswerKind::One | AnswerKind::Many if at % 2 == 0 => String::new(),
            _ => format!("said under number {at}"),
        };
        let chosen = chosen.map(|each| (*each).to_owned()).collect();
        (question.key.to_owned(), GuideAnswer { chosen, text })
    });
    Referral {
        referrer_name: "A Field".into(),
        referrer_agency: Some(AgencyId(Uuid::from_u128(3))),
        referrer_address: "2 Depot Road, Northbridge".into(),
        referrer_telephone: "01632 960200".into(),
        referrer_email: "a.field@homes.example".into(),
        title: "Fly-tipping, Canal Street".into(),
        problem: "Mattresses are left along the street from Sunday night on. ".repeat(90),
        victims: "Thirty households and the boat yard".into(),
        offenders: "A hired van seen twice".into(),
        safeguarding: "Children climb on the heaps".into(),
        tried: "Nine clearances and two signs; no lasting change".into(),
        place: "Canal Street bridge".into(),
        area: Some(AreaId(Uuid::from_u128(4))),
        subjects: vec![SubjectPart {
            subject: SubjectId(Uuid::from_u128(2)),
            role: SubjectRole::Perpetrator,
        }],
        guides: GuidePart::GUIDES.to_vec(),
        answers: GuideAnswers(answers.collect::<BTreeMap<_, _>>()),
        ..Referral::received(REFERRAL, ReferralNumber(61), "2026-11-12".parse().unwrap())
    }
}

fn place() -> Place {
    let mut place = Place::with_hub();
    let agency = Agency {
        id: AgencyId(Uuid::from_u128(3)),
        name: "Northbridge Homes".into(),
        short_name: "Homes".into(),
        field: Field::Housing,
        presence: Presence::OwnItems,
        pack_rule: PackRule::OwnItems,
        active: true,
    };
    let person = Subject {
        name: "Tomos Rhys".into(),
        aliases: vec!["Taff".into()],
        date_of_birth: "1990-03-04".parse().ok(),
        addresses: vec!["7 Mill Lane".into()],
        telephones: vec!["07700 900123".into()],
        ..Subject::unknown(SubjectId(Uuid::from_u128(2)))
    };
    place
        .desk
        .write(&[], |writer, _| {
            writer.put_agency(&agency)?;
            writer.put_area(&Area { id: AreaId(Uuid::from_u128(4)), name: "Market Ward".into() })?;
            writer.put_subject(&person)?;
            writer.put_referral(&full())?;
            Ok(())
        })
        .unwrap();
    place
}

/// Prints the form, and reads its text as `how` takes it out of the file.
fn read_back(place: &mut Place, referral: Option<ReferralId>, how: &[&str]) -> ReferralFormRead {
    let path = place.folder.path().join("form.pdf");
    let save_as = Some(path.display().to_string());
    commands::make_paper(&mut place.desk, MakePaper { wanted: WantedPaper::Referral { referral }, save_as })
        .unwrap();
    let text = Command::new("pdftotext").args(how).arg(&path).arg("-").output().unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    commands::read_referral_form(&mut place.desk, ReadReferralForm::Text { text }).unwrap()
}

#[test]
fn a_filled_form_is_read_back_field_by_field() {
    let mut place = place();
    let referral = full();
    let own = |field, text: &str| (FormField::Own { field }, text.trim().to_owned(), Vec::new());
    let person = |field, text: &str| (FormField::Person { person: 0, field }, text.to_owned(), Vec::new());
    let mut expected = vec![
        own(OwnField::ReceivedOn, "2026-11-12"),
        own(OwnField::ReferrerName, &referral.referrer_name),
        own(OwnField::ReferrerAgency, "Northbridge Homes"),
        own(OwnField::ReferrerAddress, &referral.referrer_address),
        own(OwnField::ReferrerTelephone, &referral.referrer_telephone),
        own(OwnField::ReferrerEmail, &referral.referrer_email),
        own(OwnField::Title, &referral.title),
        own(OwnField::Problem, &referral.problem),
        own(OwnField::Victims, &referral.victims),
        own(OwnField::Offenders, &referral.offenders),
        own(OwnField::Safeguarding, &referral.safeguarding),
        own(OwnField::Tried, &referral.tried),
        own(OwnField::Place, &referral.place),
        own(OwnField::Area, "Market Ward"),
        person(PersonField::Name, "Tomos Rhys"),
        person(PersonField::Aliases, "Taff"),
        person(PersonField::DateOfBirth, "1990-03-04"),
        person(PersonField::Address, "7 Mill Lane"),
        person(PersonField::Telephone, "07700 900123"),
        person(PersonField::Role, "perpetrator"),
    ];
    for (key, answer) in &referral.answers.0 {
        expected.push((FormField::Answer { key: key.clone() }, answer.text.clone(), answer.chosen.clone()));
    }
    // The order in which it was written, as a viewer copies it.
    for how in [["-raw"]] {
        let read = read_back(&mut place, Some(REFERRAL), &how);
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let found: Vec<_> = read
            .proposals
            .iter()
            .map(|each| (each.field.clone(), one_line(&each.text), each.chosen.clone()))
            .collect();
        for each in &expected {
            assert!(found.contains(each), "{how:?}: {each:?} in {found:#?}\nleft over {:?}", read.left_over);
        }
        assert_eq!(found.len(), expected.len(), "{how:?}: nothing else is proposed: {found:#?}");
        assert!(
            read.left_over.iter().all(|line| line.starts_with("R") || line == "In triage"),
            "{how:?}: {:?}",
            read.left_over
        );
    }
}

#[test]
fn the_blank_form_is_four_pages_and_proposes_nothing() {
    let mut place = place();
    let read = read_back(&mut place, None, &["-raw"]);
    assert!(read.proposals.is_empty(), "{:#?}", read.proposals);
    let wanted = WantedPaper::Referral { referral: None };
    let made = commands::make_paper(&mut place.desk, MakePaper { wanted, save_as: None }).unwrap();
    assert_eq!(made.pages, 4, "one person fills it in within ten minutes");
}
