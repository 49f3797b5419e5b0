//! Everything held on one person, and what is due, by the command line.

use acceptance::{Outcome, hub_tasking, sample_hub};

const TODAY: &str = "2026-11-18";

#[test]
fn everything_held_on_a_person_is_written_as_json_with_others_replaced() -> Outcome<()> {
    let data = sample_hub(TODAY)?;
    let out = data.path().join("held.json").display().to_string();
    let arguments = ["person", "export", "DEMO.28", "--out", &out, "--today", TODAY];
    hub_tasking(data.path(), "sample", &arguments)?.well()?;
    let held: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&out)?)?;
    assert_eq!(held["full"], false, "others are replaced unless asked for in full");
    let parts = held["parts"].as_array().cloned().unwrap_or_default();
    assert_eq!(parts.first().map(|part| &part["heading"]), Some(&"The person".into()));
    assert!(parts.iter().any(|part| part["heading"] == "Case DEMO.28"), "{held}");
    let nobody = hub_tasking(data.path(), "sample", &["person", "export", "Nobody Atall", "--out", &out])?;
    assert_eq!(nobody.code, Some(1), "{}", nobody.complained);
    Ok(())
}

#[test]
fn the_sample_has_records_that_are_due_and_one_that_is_held() -> Outcome<()> {
    let data = sample_hub(TODAY)?;
    let view =
        hub_tasking(data.path(), "sample", &["retention", "list", "--json", "--today", TODAY])?.json()?;
    assert!(view["due"].as_u64().unwrap_or_default() >= 4, "{view}");
    assert_eq!(view["held"], 1);
    Ok(())
}
