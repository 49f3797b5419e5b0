//! Everything held on one person: every field of every table that concerns the person is told, in the file and on paper.

#![allow(clippy::unwrap_used, reason = "a step of a journey that fails ends the test where it failed")]

mod fields;
mod planted;
mod planting;
#[path = "../support/mod.rs"]
mod support;

use desk::commands;
use desk::wire::everything::*;
use planted::Planted;
use planting::PERSON;
use support::Place;

fn hub() -> (Place, Planted) {
    let mut place = Place::with_hub();
    let mut planted = Planted::default();
    planting::plant(&mut place, &mut planted);
    (place, planted)
}

fn export(place: &mut Place, form: PersonFile, full: bool) -> String {
    let path = place.folder.path().join("held");
    let request = ExportPerson {
        person: PERSON,
        form,
        full,
        save_as: Some(path.display().to_string()),
        boxes_agreed: true,
    };
    commands::export_person(&mut place.desk, request).unwrap();
    let text = match form {
        PersonFile::Json => {
            let held: HeldOnPerson = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
            let lines = held.parts.iter().flat_map(|part| &part.lines);
            let lines = lines.map(|line| format!("{} {}\n", line.label, line.text));
            held.parts.iter().map(|part| format!("{}\n", part.heading)).chain(lines).collect()
        }
        PersonFile::Paper => support::text_of(&path),
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[test]
fn every_column_of_the_record_is_told_or_left_out_for_a_reason() {
    let (_, planted) = hub();
    let problems = fields::unaccounted(&planted);
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn every_field_stands_in_the_file_and_on_the_paper() {
    let (mut place, planted) = hub();
    for form in [PersonFile::Json, PersonFile::Paper] {
        let told = export(&mut place, form, true);
        let missing: Vec<String> = planted.missing_in(&told);
        assert!(missing.is_empty(), "{form:?} does not tell {}\n{told}", missing.join(", "));
    }
}

#[test]
fn what_is_handed_over_withholds_the_referrer_and_what_is_another_persons_alone() {
    let (mut place, planted) = hub();
    let told = export(&mut place, PersonFile::Json, false);
    let missing = planted.missing_in(&told);
    let referrer =
        ["name", "address", "telephone", "email", "contact"].map(|each| format!("referral.referrer_{each}"));
    assert_eq!(missing, referrer, "nothing else is withheld");
    assert_eq!(told.matches("withheld: data of the referrer").count(), 5);
    assert!(told.contains("on another person"), "that there is one is told");
    assert!(
        told.contains("withheld: data of another person") && !told.contains(planting::OF_ANOTHER),
        "{told}"
    );
    assert!(export(&mut place, PersonFile::Json, true).contains(planting::OF_ANOTHER));
}
