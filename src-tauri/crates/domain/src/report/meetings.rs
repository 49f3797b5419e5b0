//! Separate meetings: cases too long for their slot, on which a meeting of their own was decided.

use std::collections::{HashMap, HashSet};

use crate::deciding::standing;
use crate::ids::{ItemId, MeetingId};
use crate::meeting::{About, Decision, Item, Outcome};

use super::figure::{Figure, Line, Named, Parts, Row, Section, Table};
use super::{Period, Records};

/// Returns the section about separate meetings.
pub(super) fn section(records: &Records<'_>, period: Period) -> Section {
    let held: HashSet<MeetingId> = records
        .meetings
        .iter()
        .filter(|meeting| period.holds(meeting.date))
        .map(|meeting| meeting.id)
        .collect();
    let mut decisions: HashMap<ItemId, Vec<&Decision>> = HashMap::new();
    for decision in records.decisions {
        decisions.entry(decision.item).or_default().push(decision);
    }
    let decided = |item: &&Item| {
        let of_item = decisions.get(&item.id).into_iter().flatten().copied();
        let standing = standing(of_item);
        standing.is_some_and(|decision| matches!(decision.outcome, Outcome::SeparateMeeting { .. }))
    };
    let mut items: Vec<&Item> =
        records.items.iter().filter(|item| held.contains(&item.meeting)).filter(decided).collect();
    items.sort_by_key(|item| item.id);
    let mut seen = HashSet::new();
    let cases = items.iter().filter(|item| match item.about {
        About::Case { case } => seen.insert(case),
        _ => false,
    });
    let line = |key: &str, words: &str, rows: Vec<Row>| Line {
        named: Named::new(key, words),
        figures: vec![Figure::count(rows)],
    };
    let cases: Vec<Row> = cases.map(|item| Row::Item(item.id)).collect();
    Section {
        named: Named::new("separate_meetings", "Separate meetings"),
        tables: vec![Table {
            named: Named::new("decided", "Decided in the period"),
            columns: vec![Named::new("number", "Number")],
            lines: vec![
                line("meetings", "Separate meetings", items.iter().map(|item| Row::Item(item.id)).collect()),
                line("cases", "Cases they are about", cases),
            ],
            whole: None,
            parts: Parts::Apart,
        }],
        notes: Vec::new(),
    }
}
