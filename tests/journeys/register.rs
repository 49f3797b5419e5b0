//! A published register of 56 rows becomes 52 cases, and its figures come out again.

use std::path::Path;

use acceptance::{Outcome, hub_tasking, places};
use serde_json::{Value, json};
use tempfile::TempDir;

const PASSPHRASE: &str = "marmalade on a tuesday";

fn import(data: &Path, more: &[&str]) -> Outcome<Value> {
    let file = places::fixture("harrogate-case-register.tsv").display().to_string();
    let arguments = [&["import", "register", &file, "--json"], more].concat();
    hub_tasking(data, PASSPHRASE, &arguments)?.json()
}

fn empty_hub() -> Outcome<TempDir> {
    let data = tempfile::tempdir()?;
    hub_tasking(data.path(), PASSPHRASE, &["hub", "create"])?.well()?;
    Ok(data)
}

fn imported_register() -> Outcome<Vec<Value>> {
    let data = empty_hub()?;
    import(data.path(), &[])?;
    register_of(data.path())
}

fn register_of(data: &Path) -> Outcome<Vec<Value>> {
    let register = hub_tasking(data, PASSPHRASE, &["register", "list", "--json"])?.json()?;
    Ok(register.as_array().cloned().unwrap_or_default())
}

#[expect(clippy::expect_used, reason = "a missing case has to fail the test that asks for it")]
fn case<'a>(register: &'a [Value], reference: &str) -> &'a Value {
    register.iter().find(|case| case["reference"] == reference).expect("the case is in the register")
}

fn episodes(register: &[Value]) -> Vec<&Value> {
    register.iter().flat_map(|case| case["episodes"].as_array().into_iter().flatten()).collect()
}

#[test]
fn a_dry_run_counts_and_writes_nothing() -> Outcome<()> {
    let data = empty_hub()?;
    let understood = import(data.path(), &["--dry-run"])?;
    assert_eq!(understood["rows"], 56, "the heading in the middle is no row");
    assert_eq!(understood["cases"], 52, "CSH.1 to CSH.51, and CSH.21a");
    assert_eq!(understood["episodes"], 56, "four cases were re-opened");
    assert!(register_of(data.path())?.is_empty(), "a dry run writes nothing");
    Ok(())
}

#[test]
fn a_missing_second_row_is_an_anomaly_and_no_episode_is_invented() -> Outcome<()> {
    let data = empty_hub()?;
    let understood = import(data.path(), &["--dry-run"])?;
    let anomalies = understood["anomalies"].as_array().cloned().unwrap_or_default();
    let told = anomalies.iter().any(|it| it["reference"] == "CSH.20" && it["column"] == "remarks");
    assert!(told, "CSH.20 says that it was re-opened, and has one row: {anomalies:#?}");
    import(data.path(), &[])?;
    let register = register_of(data.path())?;
    assert_eq!(case(&register, "CSH.20")["episodes"].as_array().map(Vec::len), Some(1));
    Ok(())
}

#[test]
fn the_register_comes_out_in_the_order_of_its_numbers() -> Outcome<()> {
    let register = imported_register()?;
    assert_eq!(register.len(), 52);
    let at = |reference: &str| register.iter().position(|case| case["reference"] == reference);
    assert_eq!(at("CSH.1"), Some(0), "number 1 comes first");
    assert_eq!(at("CSH.21a"), at("CSH.21").map(|place| place + 1), "a letter comes after its number");
    assert_eq!(at("CSH.51"), Some(51), "51 comes last: by number, not by letters");
    Ok(())
}

#[test]
fn unchanged_and_risen_scores_are_counted_as_published() -> Outcome<()> {
    let register = imported_register()?;
    let all = episodes(&register);
    assert_eq!(all.len(), 56);
    let scored_and_closed: Vec<(i64, i64, &Value)> = all
        .iter()
        .filter(|episode| episode["closed"].is_string())
        .filter_map(|it| Some((it["initial_score"].as_i64()?, it["current_score"].as_i64()?, *it)))
        .collect();
    let count = |holds: &dyn Fn(i64, i64) -> bool| {
        scored_and_closed.iter().filter(|(initial, current, _)| holds(*initial, *current)).count()
    };
    assert_eq!(scored_and_closed.len(), 41, "episodes that are scored and closed");
    assert_eq!(count(&|initial, current| initial == current), 16, "of them show no change");
    assert_eq!(count(&|initial, current| initial < current), 2, "went up");
    for (initial, current, episode) in scored_and_closed {
        let expected = if initial == current { "unknown" } else { "scored" };
        assert_eq!(episode["score_state"], expected, "an equal score tells nothing: {episode}");
    }
    Ok(())
}

#[test]
fn nought_and_a_word_are_no_scores() -> Outcome<()> {
    let register = imported_register()?;
    for reference in ["CSH.14", "CSH.30"] {
        let episode = &case(&register, reference)["episodes"][0];
        assert_eq!(episode["initial_score"], Value::Null, "0 is read as not scored ({reference})");
        assert_eq!(episode["score_state"], "unscored", "{reference}");
    }
    let second = &case(&register, "CSH.12")["episodes"][1];
    assert_eq!(second["initial_score"], 47);
    assert_eq!(second["current_score"], Value::Null, "SAFE is a word");
    Ok(())
}

#[test]
fn remarks_go_where_they_belong() -> Outcome<()> {
    let register = imported_register()?;
    for reference in ["CSH.12", "CSH.18"] {
        assert_eq!(case(&register, reference)["handed_to"], "SAFE", "{reference} is under SAFE");
    }
    assert_eq!(case(&register, "CSH.38")["split_from"], "CSH.21");
    assert_eq!(case(&register, "CSH.42")["combined_into"], "CSH.21");
    let partners = json!(["CSH.29", "CSH.30", "CSH.31", "CSH.38", "CSH.42"]);
    assert_eq!(case(&register, "CSH.21")["cross_references"], partners, "references count both ways");
    assert_eq!(case(&register, "CSH.1")["cross_references"], json!(["CSH.13", "CSH.14"]));
    Ok(())
}

#[test]
fn a_re_opened_case_keeps_its_kind_and_its_key_issues() -> Outcome<()> {
    let register = imported_register()?;
    for reference in ["CSH.5", "CSH.12", "CSH.19", "CSH.23"] {
        let case = case(&register, reference);
        assert_eq!(case["episodes"].as_array().map(Vec::len), Some(2), "{reference} was re-opened once");
        assert!(case["kind"].is_string(), "{reference} has its first row's kind");
        assert!(case["key_issues"].as_array().is_some_and(|it| !it.is_empty()), "{reference} has key issues");
    }
    Ok(())
}

#[test]
fn the_same_file_again_changes_nothing() -> Outcome<()> {
    let data = empty_hub()?;
    import(data.path(), &[])?;
    let before = register_of(data.path())?;
    import(data.path(), &["--update"])?;
    assert_eq!(register_of(data.path())?, before, "a known row with the same values is skipped");
    Ok(())
}
