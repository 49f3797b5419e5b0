//! Search and history.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::*;
use domain::agency::Agency;
use domain::case::{Case, CaseKind, ReviewRule};
use domain::ids::*;
use domain::subject::Subject;

fn case(number: u128, reference: &str, title: &str) -> Case {
    Case {
        id: CaseId(id(number)),
        reference: reference.parse().unwrap(),
        kind: CaseKind::Person,
        title: title.into(),
        outline: String::new(),
        key_issues: Vec::new(),
        factors: Vec::new(),
        place: String::new(),
        area: None,
        source: None,
        lead_agency: None,
        lead_officer: None,
        legal_lead: String::new(),
        involved: Vec::new(),
        subjects: Vec::new(),
        review_rule: ReviewRule::Monthly,
        outside_facts: Vec::new(),
        referral: None,
    }
}

fn titles(made: &Hub, text: &str) -> Vec<String> {
    made.read(|reader| reader.search(text, 10)).into_iter().map(|hit| hit.title).collect()
}

fn filled() -> Hub {
    let mut made = hub();
    made.write(|writer| {
        writer.put_case(&Case {
            key_issues: vec!["Fly-tipping".into()],
            ..case(12, "CSH.12", "Canal Street")
        })?;
        writer.put_case(&Case { outline: "Noise at the canal".into(), ..case(120, "CSH.120", "") })?;
        writer.put_case(&case(21, "CSH.21a", "Market"))?;
        let known = Subject {
            name: "Łucja d’Arcy O'Neill".into(),
            aliases: vec!["Lucy".into()],
            telephones: vec!["07700 900123".into()],
            ..Subject::unknown(SubjectId(id(31)))
        };
        writer.put_subject(&known)?;
        writer.put_agency(&Agency {
            id: AgencyId(id(41)),
            name: "Northbridge Housing".into(),
            short_name: "NBH".into(),
            field: domain::agency::Field::Housing,
            presence: domain::agency::Presence::OwnItems,
            pack_rule: domain::agency::PackRule::OwnItems,
            active: true,
        })
    });
    made
}

#[test]
fn a_case_is_found_by_reference_title_issue_and_outline_the_title_first() {
    let made = filled();
    assert_eq!(titles(&made, "csh.12")[0], "CSH.12 Canal Street");
    assert_eq!(titles(&made, "CSH.21a"), ["CSH.21a Market"]);
    assert_eq!(titles(&made, "canal"), ["CSH.12 Canal Street", "CSH.120"]);
    assert_eq!(titles(&made, "fly-tip"), ["CSH.12 Canal Street"]);
    assert_eq!(titles(&made, "canal noise"), ["CSH.120"], "every word counts");
}

#[test]
fn a_person_is_found_by_name_alias_and_number_without_case_and_accents() {
    let made = filled();
    for text in ["o'neill", "DARCY O", "lucy", "07700", "d'arcy"] {
        let found = titles(&made, text);
        assert_eq!(found.len(), usize::from(text != "DARCY O"), "{text}: {found:?}");
    }
    assert_eq!(titles(&made, "nbh"), ["Northbridge Housing"]);
}

#[test]
fn no_sign_in_a_search_is_an_operator() {
    let made = filled();
    for text in
        ["", "  ", "\"", "*", "canal OR", "NEAR(", "title:canal", "a\0b", "-canal", "^canal", "💥", "((("]
    {
        let found = made.store.read(|reader| reader.search(text, 10));
        assert!(found.is_ok(), "{text:?}: {found:?}");
    }
    assert!(titles(&made, "* \" (").is_empty());
}

#[test]
fn new_words_take_the_place_of_the_old_and_what_was_taken_back_is_not_found() {
    let mut made = filled();
    made.write(|writer| writer.put_case(&case(12, "CSH.12", "Harbour Road")));
    assert_eq!(titles(&made, "harbour"), ["CSH.12 Harbour Road"]);
    assert_eq!(titles(&made, "canal"), ["CSH.120"]);
    made.write(|writer| writer.remove_case(CaseId(id(120))));
    assert!(titles(&made, "canal").is_empty());
    let hits = made.read(|reader| reader.search("harbour", 10));
    assert_eq!((hits[0].kind.as_str(), hits[0].id), ("case_record", id(12)));
    assert_eq!(made.read(|reader| reader.search("csh", 2)).len(), 2, "no more than asked for");
}

#[test]
fn the_history_of_a_record_tells_every_value_who_wrote_it_and_in_whose_name() {
    let mut made = filled();
    made.write(|writer| writer.put_case(&case(12, "CSH.12", "Harbour Road")));
    let author = store::Author { user: UserId(id(8)), in_name_of: Some("Wren Alder".into()) };
    made.store
        .write(&author, domain::moment::Moment(NOW.0 - 1), |writer| -> Result<(), store::StoreError> {
            writer.note("view", Some(id(12)), &["case"])?;
            writer.remove_case(CaseId(id(12)))?;
            Ok(())
        })
        .unwrap();
    let history = made.read(|reader| reader.history_of("case_record", id(12)));
    let titles: Vec<_> = history
        .iter()
        .map(|entry| entry.value.as_ref().and_then(|value| value["title"].as_str()).unwrap_or("-"))
        .collect();
    assert_eq!(titles, ["Canal Street", "Harbour Road", "-"]);
    assert!(
        history.is_sorted_by_key(|entry| entry.serial),
        "in the order of writing, whatever the clock said"
    );
    assert_eq!(history[2].value, Some(serde_json::json!({ "removed": true })));
    assert_eq!((history[2].user, history[2].in_name_of.as_deref()), (UserId(id(8)), Some("Wren Alder")));
    assert_eq!((history[0].user, history[0].in_name_of.clone(), history[0].at), (CHAIR, None, NOW));
    let about = made.read(|reader| reader.history_about(id(12)));
    assert_eq!(
        about.iter().filter(|entry| entry.kind == "view").count(),
        1,
        "views stand beside the changes"
    );
}
