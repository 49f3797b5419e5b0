use proptest::prelude::*;

use super::*;

fn own(read: &FormRead, field: OwnField) -> Option<&str> {
    let wanted = FormField::Own { field };
    read.proposals.iter().find(|proposal| proposal.field == wanted).map(|proposal| proposal.text.as_str())
}

fn answer<'read>(read: &'read FormRead, key: &str) -> Option<(Vec<&'read str>, &'read str)> {
    let wanted = FormField::Answer { key: key.to_owned() };
    let found = read.proposals.iter().find(|proposal| proposal.field == wanted)?;
    Some((found.chosen.iter().map(String::as_str).collect(), found.text.as_str()))
}

fn person(read: &FormRead, person: u32, field: PersonField) -> Option<&str> {
    let wanted = FormField::Person { person, field };
    read.proposals.iter().find(|proposal| proposal.field == wanted).map(|proposal| proposal.text.as_str())
}

const OURS: &str = "OFFICIAL-SENSITIVE
Referral to the hub
Who refers
Date of the referral: 12 November 2026
Name of the referrer: A Field
Agency: Northbridge Homes
Telephone of the referrer: 01632 960200
E-mail of the referrer
a.field@homes.example
The problem in short
The problem and its effect on people or the neighbourhood
What is happening, how long, how often
Visitors between midnight and four.

Two neighbours no longer go out.
____________________________
Page 1 of 4
What has been tried, did it work, and why?
Two letters; no change.
People it is about
Name of the person: Tomos Rhys
Date of birth: 4.3.1990
In this matter: ☐ Victim ☒ Perpetrator ☐ At risk
Guide: victim and safeguarding
Vulnerability risk assessment (VRA) done?  ☒ Yes ☐ No ☐ Not known
by the ward
Date of the VRA: 06/10/2026
Guide: location
Who or what is the victim
The whole stair
Impact on the place ☒ graffiti ☐ damage ☒ intimidation ☐ no-go area
CCTV? no
Any PSPs in place? unknown
";

#[test]
fn our_own_form_is_known_by_its_labels() {
    let read = read(OURS);
    assert_eq!(own(&read, OwnField::ReceivedOn), Some("2026-11-12"));
    assert_eq!(own(&read, OwnField::ReferrerName), Some("A Field"));
    assert_eq!(own(&read, OwnField::ReferrerAgency), Some("Northbridge Homes"));
    assert_eq!(own(&read, OwnField::ReferrerTelephone), Some("01632 960200"));
    assert_eq!(own(&read, OwnField::ReferrerEmail), Some("a.field@homes.example"));
    assert_eq!(
        own(&read, OwnField::Problem),
        Some("Visitors between midnight and four.\n\nTwo neighbours no longer go out."),
        "the hint, the writing line and the foot of the page are no answer"
    );
    assert_eq!(own(&read, OwnField::Tried), Some("Two letters; no change."));
    assert_eq!(person(&read, 0, PersonField::Name), Some("Tomos Rhys"));
    assert_eq!(person(&read, 0, PersonField::DateOfBirth), Some("1990-03-04"));
    assert_eq!(person(&read, 0, PersonField::Role), Some("perpetrator"));
    assert_eq!(answer(&read, "victim.vra_done"), Some((vec!["yes"], "by the ward")));
    assert_eq!(answer(&read, "victim.vra_date"), Some((vec![], "2026-10-06")));
    assert_eq!(answer(&read, "location.victim"), Some((vec![], "The whole stair")));
    assert_eq!(answer(&read, "location.impact"), Some((vec!["graffiti", "intimidation"], "")));
    assert_eq!(answer(&read, "location.cctv"), Some((vec!["no"], "")));
    assert_eq!(answer(&read, "location.psps"), Some((vec!["not known"], "")));
    assert_eq!(read.left_over, ["Referral to the hub"]);
}

#[test]
fn every_proposal_names_the_line_it_comes_from() {
    let read = read(OURS);
    let problem = read.proposals.iter().find(|each| each.text.starts_with("Visitors")).unwrap();
    assert_eq!(problem.line, 11);
    assert!(problem.source.contains("Visitors between midnight"), "{}", problem.source);
}

#[test]
fn a_form_nobody_filled_in_proposes_nothing() {
    let blank: String = crate::guide::QUESTIONS
        .iter()
        .map(|question| {
            let boxes: String = question.options.iter().map(|option| format!("☐ {option} ")).collect();
            format!("{}\n{}\n{boxes}\n________\n", question.words, question.hint)
        })
        .chain(ORDINARY.iter().map(|asked| format!("{}\n{}\n__________\n", asked.label, asked.hint)))
        .collect();
    assert_eq!(read(&blank).proposals, []);
}

#[test]
fn boxes_that_were_drawn_and_do_not_come_with_the_text_choose_nothing() {
    let read = read(
        "Repeat victim?\nyes no not known\nImpact on the place\ngraffiti damage intimidation no-go area\nIn this matter\nvictim perpetrator both at risk",
    );
    assert_eq!(read.proposals, []);
}

#[test]
fn every_label_of_ours_is_found_again() {
    for asked in ORDINARY {
        let role = asked.target == Target::Person(PersonField::Role);
        let date = matches!(
            asked.target,
            Target::Own(OwnField::ReceivedOn) | Target::Person(PersonField::DateOfBirth)
        );
        let said = if role {
            "victim"
        } else if date {
            "2026-11-12"
        } else {
            "17"
        };
        let read = read(&format!("{}: {said}", asked.label));
        let [only] = read.proposals.as_slice() else { panic!("{} is proposed: {read:?}", asked.label) };
        assert_eq!((only.label.as_str(), only.text.as_str()), (asked.label, said));
    }
    for question in crate::guide::QUESTIONS {
        let said = if question.kind == AnswerKind::Date { "2026-11-12" } else { "said so" };
        let heading = question.part.words();
        let read = read(&format!("{heading}\n{}\n{said}", question.words));
        let found = answer(&read, question.key);
        assert_eq!(found, Some((vec![], said)), "{}: {read:?}", question.words);
    }
}

#[test]
fn another_order_of_words_and_another_form_are_understood() {
    let read = read(
        "REFERRER DETAILS\nReferrer's name: B Vale\nReferring agency:\tFire and Rescue\nPhone number - 01632 960111\nReferral date: 3rd Nov 2026\n\
         Reason for referral:\nBins burn.\n\
         What have you done so far, did it work and why?\nTalks at the youth club. No.\n\
         VICTIM DETAILS\nName: Ann Field\nAddress: 7 Mill Lane\nAge: about 71\n\
         OFFENDER DETAILS\nFull name: Not known\n\
         Any safeguarding concerns: none\nIs the CCTV on?",
    );
    assert_eq!(own(&read, OwnField::ReferrerName), Some("B Vale"));
    assert_eq!(own(&read, OwnField::ReferrerAgency), Some("Fire and Rescue"));
    assert_eq!(own(&read, OwnField::ReferrerTelephone), Some("01632 960111"));
    assert_eq!(own(&read, OwnField::ReceivedOn), Some("2026-11-03"));
    assert_eq!(own(&read, OwnField::Problem), Some("Bins burn."));
    assert_eq!(own(&read, OwnField::Tried), Some("Talks at the youth club. No."));
    assert_eq!(own(&read, OwnField::Safeguarding), Some("none"));
    assert_eq!(person(&read, 0, PersonField::Name), Some("Ann Field"));
    assert_eq!(person(&read, 0, PersonField::Address), Some("7 Mill Lane"));
    assert_eq!(person(&read, 0, PersonField::Age), Some("71"));
    assert_eq!(person(&read, 0, PersonField::Role), Some("victim"));
    assert_eq!(person(&read, 1, PersonField::Role), Some("perpetrator"));
}

#[test]
fn a_text_without_labels_is_proposed_as_the_problem() {
    let read = read("Dear all,\nthe noise goes on every night.");
    assert_eq!(own(&read, OwnField::Problem), Some("Dear all,\nthe noise goes on every night."));
    assert_eq!(super::read(" \n\t").proposals, []);
}

#[test]
fn sentences_of_an_answer_are_not_taken_for_labels() {
    let read = read(
        "The problem: noise.\nThe victims are three households.\nName calling in the street, any time.\nplace unknown",
    );
    assert_eq!(read.proposals.len(), 1, "{:?}", read.proposals);
}

#[test]
fn a_date_that_is_none_is_left_over_and_not_lost() {
    let read = read("Name of the person: Ann\nDate of birth: sometime in May");
    assert_eq!(person(&read, 0, PersonField::DateOfBirth), None);
    assert_eq!(read.left_over, ["Date of birth sometime in May"]);
}

proptest! {
    #[test]
    fn junk_of_any_kind_is_read_without_harm(text in "(\\PC|\n|\t|☒|☐|\\[x\\]|:|\\?|Name|Date|Repeat victim| yes| – ){0,200}") {
        let read = read(&text);
        prop_assert!(read.proposals.iter().all(|proposal| !proposal.label.is_empty()));
    }
}
