//! Referrals: received by where they stand, decided, not adopted by outcome, and the time that meetings spent on them.

use std::collections::HashMap;

use crate::ids::{MeetingId, ReferralId};
use crate::meeting::{About, Item, Meeting};
use crate::referral::{Referral, ReferralOutcome, ReferralStatus};
use crate::words::count;

use super::figure::{Figure, Line, Named, Parts, Row, Section, Table};
use super::{Period, Records};

fn row(referral: &Referral) -> Row {
    Row::Referral(referral.id)
}

fn line<'a>(key: &str, words: impl Into<String>, referrals: impl IntoIterator<Item = &'a Referral>) -> Line {
    Line { named: Named::new(key, words), figures: vec![Figure::count(referrals.into_iter().map(row))] }
}

/// Returns the section about referrals.
pub(super) fn section(records: &Records<'_>, period: Period) -> Section {
    let received: Vec<&Referral> =
        records.referrals.iter().filter(|referral| period.holds(referral.received_on)).collect();
    let decided: Vec<&Referral> = records
        .referrals
        .iter()
        .filter(|referral| {
            matches!(referral.status, ReferralStatus::Adopted | ReferralStatus::NotAdopted)
                && referral.decided_on.is_some_and(|day| period.holds(day))
        })
        .collect();
    let not_adopted: Vec<&Referral> =
        decided.iter().copied().filter(|each| each.status == ReferralStatus::NotAdopted).collect();
    Section {
        named: Named::new("referrals", "Referrals"),
        tables: vec![
            received_table(&received),
            decided_table(&decided),
            main_outcomes(&not_adopted),
            all_outcomes(&not_adopted),
            time_spent(records, period),
        ],
        notes: notes(&not_adopted),
    }
}

fn received_table(received: &[&Referral]) -> Table {
    let standing = |statuses: &[ReferralStatus]| -> Vec<&Referral> {
        received.iter().copied().filter(|each| statuses.contains(&each.status)).collect()
    };
    use ReferralStatus::{Adopted, InTriage, NotAdopted, Returned, Signposted, Tabled};
    Table {
        named: Named::new("received", "Received in the period, by where they stand now"),
        columns: vec![Named::new("referrals", "Referrals")],
        lines: vec![
            line("in_triage", "In triage", standing(&[InTriage])),
            line("returned", "Returned to the referrer", standing(&[Returned])),
            line("signposted", "Signposted", standing(&[Signposted])),
            line("tabled_undecided", "Tabled, not decided yet", standing(&[Tabled])),
            line("tabled_adopted", "Tabled and adopted", standing(&[Adopted])),
            line("tabled_not_adopted", "Tabled and not adopted", standing(&[NotAdopted])),
        ],
        whole: Some(line("all", "All received", received.iter().copied())),
        parts: Parts::AddUp,
    }
}

fn decided_table(decided: &[&Referral]) -> Table {
    let of = |status: ReferralStatus| decided.iter().copied().filter(move |each| each.status == status);
    Table {
        named: Named::new("decided", "Decided in the period"),
        columns: vec![Named::new("referrals", "Referrals")],
        lines: vec![
            line("adopted", "Adopted", of(ReferralStatus::Adopted)),
            line("not_adopted", "Not adopted", of(ReferralStatus::NotAdopted)),
        ],
        whole: Some(line("all", "All decided", decided.iter().copied())),
        parts: Parts::AddUp,
    }
}

fn main_outcomes(not_adopted: &[&Referral]) -> Table {
    let with = |outcome: ReferralOutcome| {
        let here = not_adopted.iter().copied().filter(move |each| each.main_outcome() == Some(outcome));
        line(key_of(outcome), crate::words::capital(outcome.words()), here)
    };
    Table {
        named: Named::new("main_outcomes", "Not adopted, by main outcome"),
        columns: vec![Named::new("referrals", "Referrals")],
        lines: ReferralOutcome::ALL.into_iter().map(with).collect(),
        whole: Some(line("all", "All not adopted", not_adopted.iter().copied())),
        parts: Parts::AddUp,
    }
}

fn all_outcomes(not_adopted: &[&Referral]) -> Table {
    let with = |outcome: ReferralOutcome| {
        let here = not_adopted.iter().copied().filter(move |each| each.outcomes.contains(&outcome));
        line(key_of(outcome), crate::words::capital(outcome.words()), here)
    };
    Table {
        named: Named::new("all_outcomes", "Not adopted, by main and further outcomes"),
        columns: vec![Named::new("referrals", "Referrals")],
        lines: ReferralOutcome::ALL.into_iter().map(with).collect(),
        whole: Some(line("all", "All not adopted", not_adopted.iter().copied())),
        parts: Parts::Overlap,
    }
}

fn key_of(outcome: ReferralOutcome) -> &'static str {
    match outcome {
        ReferralOutcome::AbcIssued => "abc_issued",
        ReferralOutcome::Mediation => "mediation",
        ReferralOutcome::MoreWorkByReferrer => "more_work_by_referrer",
        ReferralOutcome::NoFurtherAction => "no_further_action",
        ReferralOutcome::Signposted => "signposted",
    }
}

/// Explains why outcomes may outnumber referrals, as they do in the published figures (45 against 44).
fn notes(not_adopted: &[&Referral]) -> Vec<String> {
    let outcomes: usize = ReferralOutcome::ALL
        .into_iter()
        .map(|outcome| not_adopted.iter().filter(|each| each.outcomes.contains(&outcome)).count())
        .sum();
    let several = not_adopted.iter().filter(|each| each.outcomes.len() > 1).count();
    let mut notes = vec![
        "Received = in triage + returned + signposted + tabled. A referral decided in the period may have been received before it."
            .to_owned(),
    ];
    if outcomes > not_adopted.len() {
        notes.push(format!(
            "{} with {}: {} more than one outcome, and the main one is counted once.",
            count(not_adopted.len(), "referral was not adopted", "referrals were not adopted"),
            count(outcomes, "outcome", "outcomes"),
            count(several, "referral has", "referrals have"),
        ));
    }
    notes
}

/// Returns the whole minutes that a meeting spent on an item, rounded, so that lines add up as they are printed.
pub fn minutes_spent(item: &Item) -> i64 {
    (item.spent_ms.max(0) + 30_000) / 60_000
}

fn time_spent(records: &Records<'_>, period: Period) -> Table {
    let meetings: HashMap<MeetingId, &Meeting> =
        records.meetings.iter().filter(|each| period.holds(each.date)).map(|each| (each.id, each)).collect();
    let statuses: HashMap<ReferralId, ReferralStatus> =
        records.referrals.iter().map(|each| (each.id, each.status)).collect();
    let discussed: Vec<(&Item, Option<ReferralStatus>)> = records
        .items
        .iter()
        .filter(|item| item.began_at.is_some() && meetings.contains_key(&item.meeting))
        .filter_map(|item| match item.about {
            About::Referral { referral } => Some((item, statuses.get(&referral).copied())),
            _ => None,
        })
        .collect();
    let with = |key: &str, words: &str, wanted: &dyn Fn(Option<ReferralStatus>) -> bool| {
        let here: Vec<&Item> =
            discussed.iter().filter(|(_, status)| wanted(*status)).map(|(item, _)| *item).collect();
        let rows = || here.iter().map(|item| Row::Item(item.id));
        let minutes = here.iter().map(|item| minutes_spent(item)).sum::<i64>() * 100;
        Line {
            named: Named::new(key, words),
            figures: vec![Figure::count(rows()), Figure::measured(rows(), Some(minutes), false)],
        }
    };
    let settled = [Some(ReferralStatus::Adopted), Some(ReferralStatus::NotAdopted)];
    Table {
        named: Named::new("time_spent", "Time that meetings spent on referrals, by what became of them"),
        columns: vec![Named::new("items", "Items"), Named::new("minutes", "Minutes")],
        lines: vec![
            with("adopted", "Later adopted", &|status| status == settled[0]),
            with("not_adopted", "Later not adopted", &|status| status == settled[1]),
            with("others", "Not decided, returned or signposted", &|status| !settled.contains(&status)),
        ],
        whole: Some(with("all", "All referrals discussed", &|_| true)),
        parts: Parts::AddUp,
    }
}
