//! The summary of the case that the design shows, with everything that a summary can hold.

use papers::model::*;

use super::{abbreviations, day, demo_45};

/// Returns the summary of DEMO.45 on the day of the meeting.
pub fn summary() -> CaseSummary {
    let page = demo_45();
    let bar = |phase: &str, words: &str, tenths| DemandBar {
        phase: phase.into(),
        words: words.into(),
        source: "Police".into(),
        per_four_weeks_in_tenths: tenths,
    };
    let told = |term: &str, words: &str| (term.to_owned(), words.to_owned());
    let happened = |date, words: &str| HistoryRow { date, words: words.into() };
    CaseSummary {
        hub: "Northbridge Community Safety Hub".into(),
        marking: super::marking(),
        printed_on: day(2026, 11, 24),
        copy: None,
        reference: page.reference.clone(),
        headline: page.headline.clone(),
        signpost: None,
        scores: page.scores.clone(),
        outline: "Reported missing five times since September; found at the bus station with older youths."
            .into(),
        key_issues: page.key_issues.clone(),
        facts: vec![
            told("Lead", "Police, PC 1204"),
            told("Involved", "Children’s, Prevention, Youth Justice, Mental Health"),
            told("Legal lead", ""),
            told("Review", "Every meeting"),
        ],
        people: vec!["Tomos Rhys, 16–17, at risk".into()],
        episodes: vec![
            EpisodeRow {
                serial: 1,
                opened: day(2026, 2, 3),
                closed: Some(day(2026, 5, 12)),
                words: "Closed. Back in school".into(),
                scores: "72 → 40".into(),
            },
            EpisodeRow {
                serial: 2,
                opened: day(2026, 10, 6),
                closed: None,
                words: "Re-opened: reported missing again".into(),
                scores: "80 → 62".into(),
            },
        ],
        actions: page.actions.clone(),
        orders: page.orders,
        demand: vec![
            bar("before", "9 calls, 1 Sep 2026 to 30 Sep 2026", 84),
            bar("during", "5 calls, 6 Oct 2026 to 31 Oct 2026", 54),
            bar("during", "2 calls, 1 Nov 2026 to 23 Nov 2026", 24),
        ],
        links: vec![told("X-Ref", "DEMO.21 town centre"), told("Other forum", "MARAC, since 3 Nov 2026")],
        decisions: vec![
            DecisionRow {
                date: day(2026, 11, 17),
                words: "Continue. Police to complete the file.".into(),
                key_points: vec!["School asked for a date after half term.".into()],
            },
            DecisionRow { date: day(2026, 11, 10), words: String::new(), key_points: Vec::new() },
        ],
        history: vec![
            happened(None, "MARAC known"),
            happened(Some(day(2026, 10, 6)), "Opened"),
            happened(Some(day(2026, 10, 6)), "Scored 80 at the start"),
            happened(Some(day(2026, 11, 24)), "Split off DEMO.53: 45/3 Joint visit with the school"),
        ],
        abbreviations: abbreviations(),
    }
}

/// Returns the summary of a case of which nothing is known but its reference.
pub fn bare_summary() -> CaseSummary {
    CaseSummary {
        headline: String::new(),
        scores: ScoreLine::default(),
        outline: String::new(),
        key_issues: Vec::new(),
        facts: Vec::new(),
        people: Vec::new(),
        episodes: Vec::new(),
        actions: Vec::new(),
        orders: Vec::new(),
        demand: Vec::new(),
        links: Vec::new(),
        decisions: Vec::new(),
        history: Vec::new(),
        ..summary()
    }
}
