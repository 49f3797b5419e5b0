use uuid::Uuid;

use super::*;
use crate::agenda::Reason;
use crate::ids::SubjectId;

fn named(name: &str) -> Subject {
    Subject { name: name.into(), ..Subject::unknown(SubjectId(Uuid::nil())) }
}

fn replaced(person: &Subject, text: &str) -> String {
    Redaction::of([person]).applied(text)
}

#[test]
fn names_are_found_without_case_and_accents() {
    let person = named("Siân Llŷr");
    assert_eq!(replaced(&person, "sian  llyr and SIÂN"), "S.L. and S.L.");
    let decomposed = "Sia\u{302}n called";
    assert_eq!(replaced(&person, decomposed), "S.L. called");
}

#[test]
fn only_whole_words_are_names() {
    assert_eq!(replaced(&named("Rob Hart"), "The robbery at Hartwell"), "The robbery at Hartwell");
    assert_eq!(replaced(&named("Rob Hart"), "Rob's flat"), "R.H.'s flat");
}

#[test]
fn telephones_are_found_by_their_digits() {
    let person = Subject { telephones: vec!["07700 900123".into()], ..named("A B") };
    assert_eq!(replaced(&person, "ring 07700-900 123 now"), "ring [telephone] now");
    assert_eq!(replaced(&person, "ring 07700 900124 now"), "ring 07700 900124 now");
}

#[test]
fn a_date_of_birth_is_found_in_every_way_people_write_it() {
    let person = Subject { date_of_birth: "2010-03-04".parse().ok(), ..named("A B") };
    for written in [
        "4/3/2010",
        "04.03.10",
        "4 March 2010",
        "2010-03-04",
        "04/3/2010",
        "4th March 2010",
        "4th of Mar '10",
        "March 4, 2010",
        "4-Mar-2010",
        "04 / 03 / 2010",
        "20100304",
        "04032010",
        "2010/3/4",
    ] {
        assert_eq!(replaced(&person, &format!("born {written}.")), "born [date of birth].", "{written}");
    }
}

#[test]
fn another_day_is_no_date_of_birth() {
    let person = Subject { date_of_birth: "2010-03-04".parse().ok(), ..named("A B") };
    for written in ["5/3/2010", "14/3/2010", "4/3/2011", "4 May 2010", "104/3/2010"] {
        assert_eq!(replaced(&person, written), written);
    }
}

#[test]
fn a_name_is_found_with_and_without_its_marks_and_in_halves() {
    let person = named("Anna Reed-O’Neill");
    for written in ["ANNA REED O'NEILL", "reedoneill", "Reed", "annareedoneill99", "Re\u{ad}ed", "Re-\ned"] {
        assert!(replaced(&person, written).starts_with("A.R."), "{written}: {}", replaced(&person, written));
    }
    assert_eq!(replaced(&person, "Reedham"), "Reedham");
}

#[test]
fn a_telephone_is_found_as_dialled_from_abroad_and_a_postcode_without_its_space() {
    let person = Subject {
        telephones: vec!["07700 900123 / 01642 960001 ext 22".into()],
        addresses: vec!["7 Mill Lane NB1 2CD".into()],
        ..named("A B")
    };
    assert_eq!(replaced(&person, "ring +44 (0)7700 900123"), "ring [telephone]");
    assert_eq!(replaced(&person, "ring 01642-960-001 now"), "ring [telephone] now");
    assert_eq!(replaced(&person, "near nb12cd"), "near [address]");
}

#[test]
fn an_alias_is_replaced_as_a_whole_and_leaves_common_words_alone() {
    let person = Subject { aliases: vec!["Fire Bug".into()], ..named("Zed Jory") };
    assert_eq!(replaced(&person, "the fire bug and a fire engine"), "the Z.J. and a fire engine");
}

#[test]
fn a_line_of_an_address_is_enough() {
    let person = Subject { addresses: vec!["7 Mill Lane, Northbridge".into()], ..named("A B") };
    assert_eq!(replaced(&person, "visit 7 MILL LANE first"), "visit [address] first");
}

#[test]
fn what_a_spared_person_shares_with_others_stays() {
    let home = vec!["7 Mill Lane, Northbridge".to_owned()];
    let person = Subject { addresses: home.clone(), ..named("Tomos Rhys") };
    let mother = Subject { addresses: home, ..named("Carys Rhys") };
    let redaction = Redaction::of([&mother]).sparing(&person);
    assert_eq!(redaction.applied("Carys and Tomos Rhys, 7 Mill Lane"), "C.R. and Tomos Rhys, 7 Mill Lane");
}

#[test]
fn an_address_in_another_script_is_replaced_like_any() {
    let person = Subject { addresses: vec!["שלום רחוב 7, Straße ü12".into()], ..named("A B") };
    assert_eq!(replaced(&person, "visit שלום רחוב 7 first"), "visit [address] first");
}

#[test]
fn a_month_of_a_date_is_nobody_who_is_called_so() {
    let may = named("May Roe");
    for date in [
        "seen on 12 May",
        "12 May: no answer",
        "12-May-26",
        "(3 May)",
        "Tuesday, 12 May",
        "the 3rd of May",
        "opened 20 May 2026",
        "from May 2026",
        "1st May.",
    ] {
        assert_eq!(replaced(&may, date), date);
    }
}

#[test]
fn in_doubt_a_month_is_a_name() {
    let may = named("May Roe");
    for name in [
        "May was seen at 12",
        "call 12 times: May",
        "May, 2 pm",
        "with May 12 times",
        "12 May Roe",
        "Flat 45 May",
        "Flat 12 May",
        "No. 12 May",
        "aged 16 May left",
        "aged 16 - May left",
        "At 14:30 May rang",
        "at 10.15 May came",
        "12/11/26 - May refused",
        "03/11 – May not in",
        "owes £20 May",
        "action 45/3 May",
        "Item 3\nMay: to call",
        "room 3 May",
        "May 12345",
    ] {
        assert!(!replaced(&may, name).contains("May"), "{name}: {}", replaced(&may, name));
    }
    assert_eq!(replaced(&named("Marc Roe"), "12 Marc hit him"), "12 M.R. hit him");
    assert_eq!(replaced(&named("Spring Roe"), "12 Spring"), "12 S.R.");
}

#[test]
fn what_the_program_says_names_nobody() {
    let person = Subject { aliases: vec!["Red".into(), "New".into()], ..named("Ada Case") };
    for reason in [Reason::RedActions(1), Reason::RedActions(12), Reason::NewCase] {
        let words = format!("Full: {}, fortnightly review", reason.words());
        assert_eq!(replaced(&person, &words), words);
    }
    assert_eq!(replaced(&person, "Red acts; inferred actions"), "A.C. acts; inferred actions");
    assert_eq!(replaced(&person, "Case, a new caseworker for Red"), "A.C., a A.C. caseworker for A.C.");
}
