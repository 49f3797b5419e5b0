//! The report of a period comes out as text and as JSON, and every figure names its rows.

use std::collections::HashSet;

use acceptance::{Outcome, hub_tasking, sample_hub};
use serde_json::Value;

const TODAY: &str = "2026-11-18";

fn report(json: bool, from: &str, to: &str) -> Outcome<acceptance::Ran> {
    let data = sample_hub(TODAY)?;
    let mut arguments = vec!["report", "year", "--from", from, "--to", to, "--today", TODAY];
    arguments.extend(json.then_some("--json"));
    hub_tasking(data.path(), "sample", &arguments)
}

fn all<'a>(value: &'a Value, name: &str) -> Vec<&'a Value> {
    value[name].as_array().into_iter().flatten().collect()
}

#[test]
fn every_figure_of_the_json_names_rows_that_are_there_and_lines_add_up() -> Outcome<()> {
    let report = report(true, "2026-04-01", "2027-03-31")?.json()?;
    let rows: HashSet<&str> = all(&report, "rows").into_iter().filter_map(|row| row["id"].as_str()).collect();
    assert!(rows.contains("DEMO.45"), "the sample’s cases are among the rows");
    let tables = all(&report, "sections").into_iter().flat_map(|section| all(section, "tables"));
    for table in tables {
        let whole = Some(&table["whole"]).filter(|whole| whole.is_object());
        for figure in all(table, "lines").into_iter().chain(whole).flat_map(|line| all(line, "figures")) {
            assert!(all(figure, "rows").iter().all(|id| id.as_str().is_some_and(|id| rows.contains(id))));
        }
        let Some(whole) = whole.filter(|_| table["parts"] == "add_up") else { continue };
        let count = |line: &Value| line["figures"][0]["rows"].as_array().map_or(0, Vec::len);
        let parts: usize = all(table, "lines").into_iter().map(count).sum();
        assert_eq!(parts, count(whole), "{} adds up", table["title"]);
    }
    Ok(())
}

#[test]
fn the_text_stands_in_columns_and_a_period_backwards_is_refused() -> Outcome<()> {
    let text = report(false, "2026-04-01", "2027-03-31")?.well()?;
    for words in ["1 April 2026 to 31 March 2027", "CASES", "Open at start", "REFERRALS", "TIME TO CLOSE"] {
        assert!(text.contains(words), "{words} in\n{text}");
    }
    let refused = report(false, "2026-04-01", "2026-03-31")?;
    assert_eq!(refused.code, Some(1));
    assert!(refused.complained.contains("cannot end before that"), "{}", refused.complained);
    Ok(())
}
