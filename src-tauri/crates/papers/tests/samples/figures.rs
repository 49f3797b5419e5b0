//! The register and the year report.

use domain::score::Points;
use papers::model::*;

use super::{abbreviations, day, marking};

/// Returns a register with open and closed cases.
pub fn register() -> Register {
    let row = |reference: &str, kind: &str, issues: &[&str]| RegisterRow {
        reference: reference.into(),
        kind: kind.into(),
        key_issues: issues.iter().map(|issue| (*issue).to_owned()).collect(),
        opened: day(2026, 6, 1),
        ..RegisterRow::default()
    };
    let open = vec![
        RegisterRow {
            initial: Some(Points::whole(80)),
            current: Some(Points::whole(62)),
            orders_considered: vec!["CBO".into()],
            cross_references: vec!["DEMO.21".into(), "DEMO.53".into()],
            lead: "Police".into(),
            ..row("DEMO.45", "Person, 16–17", &["Missing", "ASB", "Alcohol"])
        },
        RegisterRow {
            initial: Some(Points::whole(45)),
            score_state: "not re-scored".into(),
            orders_in_place: vec!["ABC".into()],
            lead: "Housing".into(),
            ..row("DEMO.17", "Property", &["Noise", "Visitors at night"])
        },
        RegisterRow {
            remark: "split from DEMO.45".into(),
            lead: "Environmental Protection".into(),
            ..row("DEMO.53", "Topic", &["Fly-tipping"])
        },
    ];
    let closed = (1..=34).map(|at| RegisterRow {
        closed: Some(day(2026, 10, 1 + at % 28)),
        initial: Some(Points::whole(30 + i32::try_from(at).unwrap())),
        current: Some(Points::whole(20)),
        orders_in_place: vec!["PSPO, Market Place".into()],
        lead: "Police".into(),
        ..row(&format!("DEMO.{}", 100 + at), "Person, 25–34", &["Begging", "Drugs"])
    });
    Register {
        hub: "Northbridge Community Safety Hub".into(),
        marking: marking(),
        title: "Case register".into(),
        scope: "Open cases, and cases closed since 1 April 2026".into(),
        printed_on: day(2026, 11, 24),
        copy: None,
        groups: vec![
            RegisterGroup { label: "Open".into(), rows: open },
            RegisterGroup { label: "Closed".into(), rows: closed.collect() },
        ],
        notes: vec!["Lower scores are better. A case that was opened again has a line for each time.".into()],
        abbreviations: abbreviations(),
    }
}

/// Returns the report of a year, compared with the one before.
pub fn year_report() -> YearReport {
    let headline = |figure: &str, words: &str, before: &str, section: &str| Headline {
        figure: figure.into(),
        words: words.into(),
        before: (!before.is_empty()).then(|| before.into()),
        section: (!section.is_empty()).then(|| section.into()),
    };
    let line = |words: &str, figures: &[&str], bar: u16| YearLine {
        words: words.into(),
        figures: figures.iter().map(|figure| (*figure).to_owned()).collect(),
        bar: Some(bar),
    };
    let whole = |figures: &[&str]| Some(YearLine { bar: None, ..line("All", figures, 0) });
    let table = |title: &str, lines: Vec<YearLine>, all: &[&str]| YearTable {
        title: title.into(),
        columns: vec!["This year".into(), "Year before".into(), "Difference".into()],
        lines,
        whole: whole(all),
    };
    YearReport {
        hub: "Northbridge Community Safety Hub".into(),
        marking: marking(),
        title: "Year report".into(),
        period: "1 April 2026 to 31 March 2027".into(),
        compared_with: "the year before".into(),
        copy: None,
        headlines: vec![
            headline("44", "referrals decided", "38", "Referrals"),
            headline("14", "adopted", "12", "Referrals"),
            headline("23", "cases open at the end", "21", "Cases"),
            headline("11", "cases closed with a lower score", "9 of 16", "Cases"),
            headline("212", "actions done", "190", "Actions"),
            headline("9 days", "from referral to decision, as a median", "", ""),
        ],
        opening: vec![
            "The hub met 47 times. Each figure stands again in the tables below, with what it is made of."
                .into(),
        ],
        sections: vec![
            YearSection {
                title: "Referrals".into(),
                notes: vec!["A referral not adopted has one main outcome and may have further ones.".into()],
                tables: vec![
                    table(
                        "Referrals by outcome",
                        vec![
                            line("Adopted", &["14", "12", "+2"], 824),
                            line("ABC issued", &["3", "2", "+1"], 176),
                            line("Mediation", &["11", "10", "+1"], 647),
                            line("More work by the referrer", &["17", "14", "+3"], 1000),
                        ],
                        &["44", "38", "+6"],
                    ),
                    table(
                        "Referrals by agency",
                        vec![
                            line("Police", &["21", "20", "+1"], 1000),
                            line("Housing", &["14", "11", "+3"], 667),
                            line("Environmental Protection", &["9", "7", "+2"], 429),
                        ],
                        &["44", "38", "+6"],
                    ),
                ],
            },
            YearSection {
                title: "Cases".into(),
                notes: Vec::new(),
                tables: vec![table(
                    "Cases by kind",
                    vec![
                        line("Person", &["16", "15", "+1"], 1000),
                        line("Property", &["5", "4", "+1"], 313),
                        line("Topic", &["2", "2", "0"], 125),
                    ],
                    &["23", "21", "+2"],
                )],
            },
            YearSection {
                title: "Orders and interventions".into(),
                notes: vec!["In place at start + issued − ended = in place at end.".into()],
                tables: vec![YearTable {
                    title: "By type".into(),
                    columns: [
                        "In place at start",
                        "Issued",
                        "Continued or varied",
                        "Ended",
                        "In place at end",
                        "Refused",
                        "Not progressed",
                        "On hold at end",
                        "Day not known",
                    ]
                    .map(str::to_owned)
                    .into(),
                    lines: vec![
                        line(
                            "Acceptable Behaviour Contract",
                            &["1", "2", "0", "1", "2", "0", "1", "0", "0"],
                            500,
                        ),
                        line("Closure Order", &["0", "1", "0", "0", "1", "1", "0", "0", "0"], 0),
                        line("PSPO", &["2", "0", "1", "0", "2", "0", "0", "1", "0"], 1000),
                    ],
                    whole: whole(&["3", "3", "1", "1", "5", "1", "1", "1", "0"]),
                }],
            },
            YearSection {
                title: "Actions".into(),
                notes: vec!["Late means: done after the day on which it was due.".into()],
                tables: vec![YearTable {
                    title: "Actions by agency".into(),
                    columns: vec!["Done".into(), "Late".into()],
                    lines: vec![
                        YearLine { bar: None, ..line("Police", &["120", "14"], 0) },
                        YearLine { bar: None, ..line("Housing", &["92", "21"], 0) },
                    ],
                    whole: None,
                }],
            },
        ],
        abbreviations: abbreviations(),
    }
}
