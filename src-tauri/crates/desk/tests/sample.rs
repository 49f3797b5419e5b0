//! The sample hub: the same every time, in the shape of a published register, and a copy of nothing.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use desk::commands::dispatch;
use desk::desk::{Desk, NoListener, Surroundings};
use desk::sample::{Shape, create};
use desk::{KeyPolicy, meeting_entries, register_entries};
use domain::ids::IdSource;
use domain::moment::Moment;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

struct Ids;

impl IdSource for Ids {
    fn next_id(&mut self) -> Uuid {
        Uuid::now_v7()
    }
}

/// A desk with a sample hub of its own; the folder goes with it.
struct Sample {
    desk: Desk,
    _folder: TempDir,
}

fn sample(today: &str, shape: Shape) -> Sample {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::new(Surroundings {
        now: Box::new(|| Moment(1_795_000_000_000)),
        today: Some(today.parse().unwrap()),
        ids: Box::new(Ids),
        listener: Arc::new(NoListener),
        folder: folder.path().join("hub"),
        sample_folder: folder.path().join("sample"),
        keys: KeyPolicy::for_tests(),
    });
    create(&mut desk, shape).unwrap();
    Sample { desk, _folder: folder }
}

fn usual() -> Sample {
    sample("2026-11-22", Shape::default())
}

impl Sample {
    fn call(&mut self, command: &str, request: Value) -> Value {
        dispatch(&mut self.desk, command, request).unwrap()
    }

    fn register(&self) -> Vec<Value> {
        let entries = register_entries(&self.desk).unwrap();
        entries.iter().map(|entry| serde_json::to_value(entry).unwrap()).collect()
    }

    fn meetings(&self) -> Value {
        serde_json::to_value(meeting_entries(&self.desk).unwrap()).unwrap()
    }

    /// Everything that the command line lists, as text.
    fn listed(&mut self) -> String {
        let actions = self.call("list_actions", json!({}));
        let orders = self.call("list_orders", json!({}));
        let referrals = self.call("list_referrals", json!({}));
        format!("{}\n{}\n{actions}\n{orders}\n{referrals}", json!(self.register()), self.meetings())
    }
}

fn episodes(register: &[Value]) -> Vec<&Value> {
    register.iter().flat_map(|case| case["episodes"].as_array().unwrap()).collect()
}

fn count<'a>(values: impl IntoIterator<Item = &'a Value>, field: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for value in values {
        *counts.entry(value[field].as_str().unwrap_or("").to_owned()).or_default() += 1;
    }
    counts
}

#[test]
fn the_same_arguments_give_the_same_hub_and_another_seed_gives_another() {
    let listed = usual().listed();
    assert_eq!(listed, usual().listed(), "same day, cases and seed");
    let other = sample("2026-11-22", Shape { seed: 2, ..Shape::default() }).listed();
    assert_ne!(listed, other, "the seed decides");
}

#[test]
fn the_register_has_the_shape_of_a_published_one() {
    let register = usual().register();
    assert_eq!(register.len(), 52);
    assert_eq!(episodes(&register).len(), 56, "four cases were opened again");
    let kinds = count(&register, "kind");
    assert_eq!((kinds["person"], kinds["property"], kinds["topic"]), (34, 3, 15));
    let open =
        |case: &&Value| case["episodes"].as_array().unwrap().iter().any(|each| each["closed"].is_null());
    assert_eq!(register.iter().filter(open).count(), 23);
    let with = |field: &str| register.iter().filter(|case| !case[field].is_null()).count();
    assert_eq!((with("handed_to"), with("combined_into"), with("split_from")), (1, 1, 1));
    let lettered = register.iter().filter(|case| case["reference"].as_str().unwrap().ends_with('a'));
    assert_eq!(lettered.count(), 1);
}

#[test]
fn every_state_of_scores_occurs_and_two_scores_rose() {
    let register = usual().register();
    let episodes = episodes(&register);
    let states = count(episodes.iter().copied(), "score_state");
    for state in ["scored", "unchanged", "not_rescored", "unknown", "unscored"] {
        assert!(states.contains_key(state), "{state} is missing among {states:?}");
    }
    let rose = |each: &&&Value| each["current_score"].as_f64() > each["initial_score"].as_f64();
    let scored = episodes.iter().filter(|each| each["score_state"] == "scored");
    assert_eq!(scored.filter(rose).count(), 2);
}

#[test]
fn actions_occur_in_every_light_and_every_status() {
    let mut sample = usual();
    let view = sample.call("list_actions", json!({}));
    let rows = view["rows"].as_array().unwrap();
    let lights: BTreeSet<&str> = rows.iter().filter_map(|row| row["light"]["light"].as_str()).collect();
    assert_eq!(lights, BTreeSet::from(["red", "amber", "green", "grey"]));
    assert_eq!(count(rows, "status").len(), 7, "each status occurs");
    let has = |wanted: &dyn Fn(&Value) -> bool| rows.iter().any(wanted);
    assert!(has(&|row| row["light"]["light"] != row["light"]["suggested"]), "a light was set otherwise");
    assert!(has(&|row| !row["blocked"].is_null()), "one is blocked");
    assert!(has(&|row| row["awaits_acceptance"] == true), "one awaits acceptance");
    assert_eq!((view["open"].as_u64(), view["late"].as_u64()), (Some(41), Some(6)));
}

#[test]
fn referrals_occur_in_every_status_and_orders_in_every_stage() {
    let mut sample = usual();
    let referrals = sample.call("list_referrals", json!({}));
    assert_eq!(count(referrals["rows"].as_array().unwrap(), "status").len(), 6, "{referrals}");
    let orders = sample.call("list_orders", json!({}));
    let rows: Vec<&Value> = orders["rows"].as_array().unwrap().iter().map(|row| &row["order"]).collect();
    assert_eq!(count(rows.iter().copied(), "stage").len(), 9, "each stage occurs");
    let on: BTreeSet<&str> = rows.iter().filter_map(|order| order["on"]["on"].as_str()).collect();
    assert_eq!(on, BTreeSet::from(["alone", "case", "place", "referral"]));
    let broken = orders["rows"].as_array().unwrap().iter().filter(|row| row["breaches"] != 0).count();
    assert!(broken >= 5, "breaches occur: {broken}");
    let whats: BTreeSet<&str> =
        orders["coming"].as_array().unwrap().iter().filter_map(|line| line["what"].as_str()).collect();
    assert_eq!(
        whats,
        BTreeSet::from(["ends", "review", "appeal_ends", "look_again"]),
        "everything falls due"
    );
    let entries = json!(desk::order_entries(&sample.desk).unwrap());
    let entries = entries.as_array().unwrap();
    let with = |field: &str| entries.iter().filter(|entry| entry[field] != json!([])).count();
    assert!(with("conditions") >= 5 && with("reviews") >= 4 && with("offers") >= 3);
    assert!(entries.iter().all(|entry| entry["history"] != json!([])), "each has its steps");
}

#[test]
fn the_next_meeting_obeys_the_holiday_rule_and_has_an_agenda() {
    for (today, next) in [
        ("2026-11-22", "2026-11-24"),
        ("2026-11-24", "2026-11-24"),
        ("2026-05-01", "2026-05-12"),
        ("2026-12-26", "2027-01-05"),
    ] {
        let meetings = sample(today, Shape::default()).meetings();
        let statuses: Vec<&str> =
            meetings.as_array().unwrap().iter().filter_map(|each| each["status"].as_str()).collect();
        assert_eq!(statuses, ["confirmed", "approved", "planned"], "{today}");
        assert_eq!(meetings[2]["date"], next, "{today}");
        let items = meetings[2]["items"].as_array().unwrap().len();
        assert!((10..=24).contains(&items), "{today}: {items} items");
    }
}

#[test]
fn an_ordinary_week_has_an_agenda_that_fits_the_room() {
    let meetings = usual().meetings();
    let items = meetings[2]["items"].as_array().unwrap();
    let references: Vec<&str> = items.iter().filter_map(|item| item["reference"].as_str()).collect();
    for wanted in ["DEMO.17", "DEMO.31", "DEMO.45", "DEMO.37", "DEMO.21", "R.61", "DEMO.48", "DEMO.51"] {
        assert!(references.contains(&wanted), "{wanted} is missing among {references:?}");
    }
    let minutes: u64 = items.iter().filter_map(|item| item["minutes"].as_u64()).sum();
    assert!(minutes <= 120, "{minutes} minutes");
    assert!((11..=13).contains(&items.len()), "{} items", items.len());
}

#[test]
fn other_sizes_hold_exactly_as_many_cases_as_were_asked_for() {
    for cases in [1, 9, 53, 500] {
        let mut sample = sample("2026-11-22", Shape { cases, seed: 7 });
        let register = sample.register();
        assert_eq!(register.len(), cases as usize);
        let references: BTreeSet<&str> =
            register.iter().filter_map(|case| case["reference"].as_str()).collect();
        assert_eq!(references.len(), cases as usize, "each reference once");
        let report = sample.call("check_hub", json!({}));
        assert_eq!(report["problems"], json!([]), "{cases} cases");
    }
}

#[test]
fn no_case_repeats_a_row_of_the_published_register() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/harrogate-case-register.tsv");
    let published = std::fs::read_to_string(path).unwrap();
    let rows: Vec<Vec<&str>> = published.lines().map(|line| line.split('\t').collect()).collect();
    let issues_of = |text: &str| -> BTreeSet<String> {
        let parts = text.split([',', '/']).map(|part| part.trim().to_lowercase());
        parts.filter(|part| !part.is_empty()).collect()
    };
    let published_issues: Vec<BTreeSet<String>> =
        rows.iter().map(|row| issues_of(row[5])).filter(|issues| !issues.is_empty()).collect();
    let published_scores: BTreeSet<&str> = rows.iter().flat_map(|row| [row[2], row[3]]).collect();
    for seed in [1, 2] {
        let sample = sample("2026-11-22", Shape { cases: 200, seed });
        for case in sample.register() {
            let issues: Vec<&str> =
                case["key_issues"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
            let issues = issues_of(&issues.join(","));
            assert!(!published_issues.contains(&issues), "{case}: issues of a published row");
            for episode in case["episodes"].as_array().unwrap() {
                let opened: NaiveDate = episode["opened"].as_str().unwrap().parse().unwrap();
                let written = opened.format("%d-%b-%y").to_string();
                assert!(!rows.iter().any(|row| row[4] == written), "{case}: opened on a published day");
                for score in ["initial_score", "current_score"] {
                    let score = episode[score].to_string();
                    assert!(!published_scores.contains(score.as_str()), "{case}: a published score");
                }
            }
        }
    }
}

#[test]
fn something_is_due_one_case_is_held_and_another_is_kept_longer() {
    let mut sample = usual();
    let view = sample.call("get_retention", json!({}));
    let rows = view["rows"].as_array().unwrap();
    assert!(view["due"].as_u64().unwrap() >= 4, "{view}");
    assert_eq!(view["held"], 1);
    assert!(rows.iter().any(|row| !row["kept_longer"].as_str().unwrap().is_empty()));
    let blocked = rows.iter().find(|row| row["reference"] == "R.53").unwrap();
    assert_eq!(
        blocked["obstacles"][0], "1 live order (ABC)",
        "a referral is not thinned while its order lives"
    );
}

#[test]
fn it_shows_demand_forums_a_split_and_a_combined_case() {
    let mut sample = usual();
    assert_eq!(sample.register().len(), 52);
    let case =
        |sample: &mut Sample, reference: &str| sample.call("get_case", json!({ "reference": reference }));
    let survivor = case(&mut sample, "DEMO.21");
    assert!(survivor["demand"].as_array().unwrap().len() >= 3, "{}", survivor["demand"]);
    assert_eq!(survivor["demand"][0]["phase"], "before");
    assert_eq!(survivor["moves"][0]["words"], "Combined here");
    let signpost = case(&mut sample, "DEMO.44");
    assert_eq!(signpost["signpost_to"], "DEMO.21");
    assert_eq!(signpost["moves"][0]["may_undo"], false);
    let split = case(&mut sample, "DEMO.26a");
    assert_eq!(split["moves"][0]["words"], "Split from");
    assert_eq!(case(&mut sample, "DEMO.45")["forums"][0]["link"]["forum"], "Missing and exploited group");
}
