//! The late sheet: what a later version says otherwise than the one before, on pages of its own.

use std::collections::{BTreeMap, BTreeSet};

use ::papers::model::{
    ActionRow, AgendaPack, CasePage, DroppedItem, LateChange, LateSheet, ReferralPage, RunningItem,
    ShownLight,
};
use domain::words::full_date;

use super::Frozen;
use crate::london;

/// Puts the late sheet together from what the version before and the later one say, each as far as the recipient has it.
/// `pages` says where each reference stands in the pack that went out first, whose pages never change.
pub fn late_sheet(
    (before, was): (&Frozen, AgendaPack),
    (later, now): (&Frozen, AgendaPack),
    pages: &BTreeMap<String, u32>,
) -> LateSheet {
    let lines = |pack: &AgendaPack| -> Vec<RunningItem> {
        pack.running_order.iter().flat_map(|group| group.items.clone()).collect()
    };
    let (old, new) = (lines(&was), lines(&now));
    let known: BTreeSet<&str> = old.iter().map(name).collect();
    let staying: BTreeSet<&str> = new.iter().map(name).collect();
    let mut changed = frame_changes(&was, &now);
    for item in new.iter().filter(|item| known.contains(name(item))) {
        if let Some(old) = old.iter().find(|old| name(old) == name(item)) {
            changed.extend(item_changes(&was, old, &now, item));
        }
    }
    for change in &mut changed {
        change.page = pages.get(&change.reference).copied();
    }
    let dropped = |item: &RunningItem| DroppedItem { page: pages.get(name(item)).copied(), ..dropped(item) };
    let is_new = |reference: &str| !known.contains(reference);
    let day = |frozen: &Frozen| full_date(london::date(frozen.issue.at));
    LateSheet {
        number: later.issue.version - 1,
        status: format!("issued {}", day(later)),
        after: format!("version {}, issued {}", before.issue.version, day(before)),
        changed,
        added: new.iter().filter(|item| is_new(name(item))).cloned().collect(),
        dropped: old.iter().filter(|item| !staying.contains(name(item))).map(dropped).collect(),
        cases: now.cases.iter().filter(|page| is_new(&page.reference)).cloned().collect(),
        referrals: now.referrals.iter().filter(|page| is_new(&page.reference)).cloned().collect(),
        hub: now.hub,
        marking: now.marking,
        title: now.title,
        date: now.date,
        copy: now.copy,
        abbreviations: now.abbreviations,
    }
}

/// Returns by what an item is known in both versions.
fn name(item: &RunningItem) -> &str {
    item.reference.as_deref().unwrap_or(&item.title)
}

fn dropped(item: &RunningItem) -> DroppedItem {
    DroppedItem {
        reference: name(item).to_owned(),
        starts: Some(item.starts),
        page: None,
        why: String::new(),
    }
}

/// Notes what differs under one reference.
struct Differences<'a> {
    reference: &'a str,
    found: Vec<LateChange>,
}

impl Differences<'_> {
    fn note(&mut self, what: impl Into<String>, was: impl Into<String>, now: impl Into<String>) {
        let (was, now) = (was.into(), now.into());
        if was != now {
            let reference = self.reference.to_owned();
            self.found.push(LateChange { reference, what: what.into(), page: None, was, now });
        }
    }
}

fn frame_changes(was: &AgendaPack, now: &AgendaPack) -> Vec<LateChange> {
    let mut differences = Differences { reference: "", found: Vec::new() };
    let hours = |pack: &AgendaPack| format!("{} to {}", pack.starts.words(), pack.ends.words());
    differences.note("Time", hours(was), hours(now));
    differences.note("Room", was.place.as_str(), now.place.as_str());
    differences.found
}

fn item_changes(was: &AgendaPack, old: &RunningItem, now: &AgendaPack, new: &RunningItem) -> Vec<LateChange> {
    let mut differences = Differences { reference: name(new), found: Vec::new() };
    differences.note("Time", old.starts.words(), new.starts.words());
    differences.note("Minutes", old.minutes.to_string(), new.minutes.to_string());
    differences.note("Needed", old.needed.as_str(), new.needed.as_str());
    let case = |pack: &AgendaPack| pack.cases.iter().find(|page| page.reference == name(new)).cloned();
    if let (Some(old), Some(new)) = (case(was), case(now)) {
        case_changes(&mut differences, &old, &new);
    }
    let referral =
        |pack: &AgendaPack| pack.referrals.iter().find(|page| page.reference == name(new)).cloned();
    if let (Some(old), Some(new)) = (referral(was), referral(now)) {
        referral_changes(&mut differences, &old, &new);
    }
    differences.found
}

fn case_changes(differences: &mut Differences<'_>, old: &CasePage, new: &CasePage) {
    differences.note("What it is", old.headline.as_str(), new.headline.as_str());
    differences.note("Outline", old.outline.as_str(), new.outline.as_str());
    differences.note("Key issues", old.key_issues.join(", "), new.key_issues.join(", "));
    let score =
        |page: &CasePage| page.scores.points.last().map(|point| point.value.to_string()).unwrap_or_default();
    differences.note("Score", score(old), score(new));
    for action in &new.actions {
        let before = old.actions.iter().find(|each| each.number == action.number);
        action_changes(differences, before, action);
    }
    for action in
        old.actions.iter().filter(|each| new.actions.iter().all(|other| other.number != each.number))
    {
        differences.note(format!("Action {}", action.number), action.what.as_str(), "");
    }
    for order in &new.orders {
        let told = |order: &::papers::model::OrderRow| {
            let parts = [order.stage.as_str(), order.next.as_str(), order.breached.as_str()];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
        };
        let before = old.orders.iter().find(|each| each.name == order.name).map(told).unwrap_or_default();
        differences.note(order.name.as_str(), before, told(order));
    }
    for update in new.written_updates.iter().filter(|update| !old.written_updates.contains(update)) {
        differences.note(format!("Written update, {}", update.agency), "", update.text.as_str());
    }
}

fn action_changes(differences: &mut Differences<'_>, before: Option<&ActionRow>, action: &ActionRow) {
    let number = &action.number;
    let Some(before) = before else {
        let due = if action.due.is_empty() { String::new() } else { format!(", {}", action.due) };
        return differences.note(
            format!("Action {number}"),
            "",
            format!("{} ({}{due})", action.what, action.agency),
        );
    };
    differences.note(format!("Action {number}"), before.what.as_str(), action.what.as_str());
    let light = |row: &ActionRow| row.light.as_ref().map(light_words).unwrap_or_default();
    differences.note(format!("Action {number}, light"), light(before), light(action));
    differences.note(format!("Action {number}, due"), before.due.as_str(), action.due.as_str());
    let update = |row: &ActionRow| row.last_update.clone().unwrap_or_default();
    differences.note(format!("Action {number}, update"), update(before), update(action));
}

fn light_words(shown: &ShownLight) -> String {
    match &shown.reason {
        Some(reason) => format!("{}: {reason}", shown.light.word()),
        None => shown.light.word().to_owned(),
    }
}

fn referral_changes(differences: &mut Differences<'_>, old: &ReferralPage, new: &ReferralPage) {
    differences.note("Problem", old.problem.as_str(), new.problem.as_str());
    differences.note("What was tried", old.tried.as_str(), new.tried.as_str());
    let checks = |page: &ReferralPage| page.checks.clone().unwrap_or_default();
    differences.note("Checks", checks(old), checks(new));
}
