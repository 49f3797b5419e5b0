//! Referrals from the command line: the list with its sums, and the form blank and filled.

use std::path::Path;
use std::process::Command;

use acceptance::{Outcome, hub_tasking, sample_hub};

const TODAY: &str = "2026-11-18";

fn listed(data: &Path) -> Outcome<Vec<serde_json::Value>> {
    let list = hub_tasking(data, "sample", &["referral", "list", "--json", "--today", TODAY])?.json()?;
    Ok(list.as_array().cloned().unwrap_or_default())
}

fn form(data: &Path, number: Option<&str>) -> Outcome<String> {
    let file = data.join("form.pdf");
    let out = file.display().to_string();
    let mut arguments = vec!["paper", "referral"];
    arguments.extend(number);
    arguments.extend(["--out", &out, "--today", TODAY]);
    hub_tasking(data, "sample", &arguments)?.well()?;
    let checked = Command::new("qpdf").arg("--check").arg(&file).output()?;
    assert!(checked.status.success(), "it is a sound PDF: {}", String::from_utf8_lossy(&checked.stdout));
    let text = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output()?;
    Ok(String::from_utf8(text.stdout)?)
}

#[test]
fn the_list_is_by_number_and_tells_main_from_further_outcomes() -> Outcome<()> {
    let data = sample_hub(TODAY)?;
    let list = listed(data.path())?;
    let numbers: Vec<u32> = list
        .iter()
        .filter_map(|entry| entry["number"].as_str()?.trim_start_matches("R.").parse().ok())
        .collect();
    assert!(numbers.is_sorted() && numbers.len() == list.len(), "{numbers:?}");
    let decided = list.iter().filter(|entry| entry["status"] == "not_adopted");
    for entry in decided.clone() {
        assert!(entry["main_outcome"].is_string(), "one outcome is the main one: {entry}");
    }
    let further = decided.filter(|entry| !entry["further_outcomes"].as_array().is_none_or(Vec::is_empty));
    assert_eq!(further.count(), 1, "the sample has one with a further outcome");
    for entry in &list {
        let checks = &entry["checks"];
        let sum =
            ["known", "not_known", "no_reply"].iter().filter_map(|each| checks[*each].as_u64()).sum::<u64>();
        assert_eq!(checks["asked"].as_u64(), Some(sum), "{entry}");
    }
    Ok(())
}

#[test]
fn the_form_is_printed_blank_and_filled_and_an_unknown_number_is_refused() -> Outcome<()> {
    let data = sample_hub(TODAY)?;
    let blank = form(data.path(), None)?;
    for words in
        ["Referral to the hub", "What has been tried, did it work, and why", "Guide: location", "SAMPLE"]
    {
        assert!(blank.contains(words), "the blank form asks {words}");
    }
    let list = listed(data.path())?;
    let tabled = list.iter().find(|entry| entry["status"] == "tabled").ok_or("the sample has one tabled")?;
    let number = tabled["number"].as_str().unwrap_or_default();
    let filled = form(data.path(), Some(number))?;
    let title = tabled["title"].as_str().unwrap_or_default();
    assert!(filled.contains(number) && filled.contains(title), "{number} and {title} stand on its form");
    let out = data.path().join("none.pdf").display().to_string();
    let refused =
        hub_tasking(data.path(), "sample", &["paper", "referral", "R.999", "--out", &out, "--today", TODAY])?;
    assert!(refused.well().is_err(), "there is no R.999");
    Ok(())
}
