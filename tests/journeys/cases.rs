//! One case by the command line: the whole of it, where a combined one went on, and its printed summary.

use std::process::Command;

use acceptance::{Outcome, hub_tasking, sample_hub};

const TODAY: &str = "2026-11-18";

#[test]
fn a_case_is_printed_whole_and_a_signpost_says_where_it_leads() -> Outcome<()> {
    let data = sample_hub(TODAY)?;
    let show = |reference: &str| -> Outcome<serde_json::Value> {
        hub_tasking(data.path(), "sample", &["case", "show", reference, "--json", "--today", TODAY])?.json()
    };
    let case = show("demo 21")?;
    assert_eq!(case["reference"], "DEMO.21");
    for part in ["episodes", "actions", "orders", "links", "forums", "demand", "decisions", "history"] {
        assert!(case[part].is_array(), "{part} in {case}");
    }
    assert_eq!(show("DEMO.44")?["signpost_to"], "DEMO.21");
    let file = data.path().join("case.pdf");
    let out = file.display().to_string();
    let arguments = ["paper", "case", "DEMO.21", "--out", &out, "--today", TODAY];
    hub_tasking(data.path(), "sample", &arguments)?.well().map(drop)?;
    let text = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output()?;
    let text = String::from_utf8(text.stdout)?;
    for words in ["DEMO.21", "SAMPLE", "History", "Demand"] {
        assert!(text.contains(words), "{words} in {text}");
    }
    let history = show("DEMO.21")?["history"].to_string();
    assert!(history.contains("Printed: case.pdf"), "printing is disclosing: {history}");
    let unknown =
        hub_tasking(data.path(), "sample", &["case", "show", "DEMO.999", "--json", "--today", TODAY])?;
    assert_eq!(unknown.code, Some(1), "an unknown reference is refused");
    Ok(())
}
