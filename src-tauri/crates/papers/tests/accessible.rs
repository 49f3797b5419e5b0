//! Every sample paper read by two programs that judge PDF for screen readers: no error, and every warning explained.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod samples;

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::Command;

use papers::style::Style;
use serde_json::Value;
use tempfile::TempDir;

/// The warnings that are no fault: the paper, the rule, and why it stands.
const EXPLAINED: &[(&str, &str, &str)] = &[
    (
        "agency-sheet",
        "LNK-010",
        "the hub's e-mail address on the return slip is for a hand and a typed letter; a link in a marked paper would \
         open another program",
    ),
    (
        "agency-sheet-actions",
        "LNK-010",
        "the hub's e-mail address on the return slip is for a hand and a typed letter; a link in a marked paper would \
         open another program",
    ),
    (
        "long",
        "PAG-001",
        "each of the 250 pages is a part of its own that spells out its own abbreviations, which happen to be the same",
    ),
];

/// The paper on which pdfua stumbles over one rule: it reads a heading in two scripts, which is two parts, as no heading.
const STUMBLES: (&str, &str) = ("hard", "UA-14-001");

/// Returns one of the checkers in the folder of tools.
fn checker(name: &str) -> Command {
    let program = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tools/checkers/bin").join(name);
    assert!(
        program.exists(),
        "{name} is not installed. Run: tests/setup/checkers.sh (make test does it too)"
    );
    Command::new(program)
}

/// Draws every sample paper into a folder, and returns it with the files.
fn drawn() -> (TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir().unwrap();
    let draw = |(name, paper): (&str, papers::Paper)| {
        let made = papers::make(&paper, &Style::default(), &mut |_| ControlFlow::Continue(())).unwrap();
        let file = folder.path().join(format!("{name}.pdf"));
        std::fs::write(&file, made.bytes).unwrap();
        file
    };
    let files = samples::all().into_iter().map(draw).collect();
    (folder, files)
}

/// Returns the text of a field.
fn text<'value>(value: &'value Value, field: &str) -> &'value str {
    value[field].as_str().unwrap_or_default()
}

/// Fails with every finding that is not explained, and with every explanation that nothing needs any more.
fn judge(found: &[(String, String, String)], rules: &[&str]) {
    let explains = |(paper, rule, _): &(String, String, String)| {
        EXPLAINED.iter().any(|(of, known, _)| of == paper && known == rule)
    };
    let open: Vec<_> = found.iter().filter(|finding| !explains(finding)).collect();
    assert!(open.is_empty(), "{open:#?}");
    for (paper, rule, _) in EXPLAINED.iter().filter(|(_, rule, _)| rules.contains(rule)) {
        let needed = found.iter().any(|(of, known, _)| of == paper && known == rule);
        assert!(needed, "{paper} no longer warns of {rule}: take the explanation out");
    }
}

#[test]
fn outloud_finds_no_error_and_no_warning_that_is_not_explained() {
    let (folder, files) = drawn();
    let report = folder.path().join("report.json");
    let said = checker("outloud").args(["--quiet", "--json"]).arg(&report).args(&files).output().unwrap();
    let report = std::fs::read_to_string(&report)
        .unwrap_or_else(|_| panic!("outloud wrote no report: {}", String::from_utf8_lossy(&said.stderr)));
    let report: Value = serde_json::from_str(&report).unwrap();
    let results = report["results"].as_array().unwrap();
    assert_eq!(results.len(), files.len(), "every paper was read");
    let mut found = Vec::new();
    for result in results {
        let path = PathBuf::from(text(result, "path"));
        let paper = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(result["error"].is_null(), "{paper}: {}", result["error"]);
        for finding in result["findings"].as_array().unwrap() {
            if text(finding, "severity") != "info" {
                let rule = text(finding, "rule").to_owned();
                let words = format!("{}: {}", text(finding, "severity"), text(finding, "message"));
                found.push((paper.clone(), rule, words));
            }
        }
    }
    judge(&found, &["LNK-010", "PAG-001"]);
}

#[test]
fn pdfua_finds_nothing() {
    let (_folder, files) = drawn();
    let mut found = Vec::new();
    for file in &files {
        let said = checker("pdfua").args(["check", "--format", "json"]).arg(file).output().unwrap();
        let report: Value = serde_json::from_slice(&said.stdout).unwrap();
        let paper = file.file_stem().unwrap().to_string_lossy().into_owned();
        let skipped: Vec<&str> =
            report["skipped"].as_array().unwrap().iter().map(|one| text(one, "rule_id")).collect();
        let known: &[&str] = if paper == STUMBLES.0 { &[STUMBLES.1] } else { &[] };
        assert_eq!(skipped, known, "{paper}: {}", report["skipped"]);
        for finding in report["findings"].as_array().unwrap() {
            found.push((paper.clone(), text(finding, "rule_id").to_owned(), finding.to_string()));
        }
    }
    judge(&found, &[]);
}
