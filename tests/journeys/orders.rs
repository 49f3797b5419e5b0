//! Orders on the command line: what they are on, where they stand, and what became of them.

use std::collections::BTreeSet;

use acceptance::{Outcome, hub_tasking, sample_hub};
use serde_json::Value;

#[test]
fn the_sample_hub_lists_orders_in_every_stage_and_on_everything() -> Outcome<()> {
    let data = sample_hub("2026-11-22")?;
    let orders = hub_tasking(data.path(), "sample", &["order", "list", "--json"])?.json()?;
    let orders = orders.as_array().cloned().unwrap_or_default();
    let words =
        |field: &str| orders.iter().filter_map(|order| order[field].as_str()).collect::<BTreeSet<_>>();
    assert_eq!(words("stage").len(), 9, "each stage occurs");
    assert_eq!(words("on"), BTreeSet::from(["alone", "case", "place", "referral"]));
    assert_eq!(words("category").len(), 4, "enforcement, support, mediation and restorative justice");
    assert!(orders.iter().all(|order| (order["stage"] == "ended") == order["outcome"].is_string()));
    assert!(orders.iter().all(|order| order["history"].as_array().is_some_and(|steps| !steps.is_empty())));
    let closure = orders.iter().find(|order| order["type"] == "Closure Order");
    assert_eq!(closure.map(|order| &order["reference"]), Some(&Value::from("DEMO.17")));
    assert_eq!(closure.and_then(|order| order["breaches"].as_array()).map(Vec::len), Some(1));
    Ok(())
}

#[test]
fn an_imported_register_keeps_its_orders_without_days() -> Outcome<()> {
    let data = tempfile::tempdir()?;
    hub_tasking(data.path(), "marmalade on a tuesday", &["hub", "create"])?.well()?;
    let file = acceptance::places::fixture("harrogate-case-register.tsv").display().to_string();
    hub_tasking(data.path(), "marmalade on a tuesday", &["import", "register", &file])?.well()?;
    let orders = hub_tasking(data.path(), "marmalade on a tuesday", &["order", "list", "--json"])?.json()?;
    let orders = orders.as_array().cloned().unwrap_or_default();
    assert!(!orders.is_empty());
    assert!(
        orders.iter().all(|order| order["on"] == "case" && order["in_place"].is_null()),
        "no register tells since when"
    );
    assert!(orders.iter().any(|order| order["outcome"] == "expired"), "a remark tells what became of one");
    Ok(())
}
