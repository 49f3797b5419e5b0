//! The states that the rules forbid.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt::Debug;
use std::hash::Hash;

use chrono::{Datelike, NaiveDate};
use desk::commands;
use desk::commands::COMMANDS;
use desk::wire::everything::*;
use domain::action::ActionStatus;
use domain::case::{LinkKind, survivor_of};
use domain::episode::{ClosureReason, Episode};
use domain::ids::CaseId;
use domain::meeting::About;
use domain::order::{OrderOn, OrderStage};
use domain::referral::ReferralStatus;
use domain::report::Parts;
use domain::rights::Right;
use store::Digests;
use uuid::Uuid;

use crate::hub::Hub;

/// Tables whose rows are parts of another record, which leaves the audit row for them.
const PARTS_OF_RECORDS: [&str; 3] = ["case_subject", "light_setting", "referral_subject"];

/// Every change of a row left its audit row, and what changed nothing left none.
pub fn audit(hub: &Hub, before: &Digests, head: u64, written: u64, command: &str) {
    let after = hub.digests();
    let tables: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let mut changed = BTreeSet::new();
    for table in tables {
        let (empty_before, empty_after) = (BTreeMap::new(), BTreeMap::new());
        let was = before.get(table).unwrap_or(&empty_before);
        let is = after.get(table).unwrap_or(&empty_after);
        let keys: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
        let differing = keys.into_iter().filter(|key| was.get(*key) != is.get(*key));
        changed.extend(differing.map(|key| (table.clone(), key.clone())));
    }
    let of_records = changed.iter().filter(|(table, _)| !PARTS_OF_RECORDS.contains(&table.as_str()));
    let keyed: BTreeSet<Uuid> = of_records.filter_map(|(_, key)| key.parse().ok()).collect();
    let told: usize = hub.read(|reader| {
        let mut told = 0;
        for key in &keyed {
            let since = reader.history_about(*key)?.into_iter();
            let since = since.filter(|entry| entry.serial > head && entry.kind != "view").count();
            assert!(since > 0, "{command} changed {key} without an audit row");
            told += since;
        }
        Ok(told)
    });
    assert!(written >= told as u64, "{command} left {written} audit rows, of which {told} tell of changes");
    if changed.is_empty() {
        let may_note = COMMANDS.iter().any(|each| each.name == command && each.right != Right::View);
        assert!(written == 0 || may_note, "{command} changed nothing and left {written} audit rows");
    }
}

fn unique<T: Eq + Hash + Debug>(what: &str, all: impl IntoIterator<Item = T>) {
    let mut seen = HashSet::new();
    for each in all {
        let told = format!("{each:?}");
        assert!(seen.insert(each), "two {what} are called {told}");
    }
}

/// Looks at the whole record.
pub fn state(hub: &mut Hub) {
    let report = hub.store().check().unwrap();
    assert!(report.ok, "the record does not hold together: {:?}", report.problems);
    episodes(hub);
    work_on_cases(hub);
    referrals(hub);
    links(hub);
    meetings(hub);
    screens(hub);
}

fn episodes(hub: &Hub) {
    let (cases, episodes) = hub.read(|reader| Ok((reader.list_cases()?, reader.list_episodes()?)));
    unique("cases", cases.iter().map(|case| case.reference.to_string()));
    let mut of: HashMap<CaseId, Vec<&Episode>> = HashMap::new();
    for episode in &episodes {
        of.entry(episode.case).or_default().push(episode);
    }
    for case in &cases {
        let mut own = of.remove(&case.id).unwrap_or_default();
        own.sort_by_key(|episode| episode.serial);
        assert!(!own.is_empty(), "{} has no episode", case.reference);
        let open = own.iter().filter(|episode| episode.is_open()).count();
        assert!(open <= 1, "{} has {open} open episodes", case.reference);
        for (number, episode) in own.iter().enumerate() {
            assert_eq!(episode.serial as usize, number + 1, "{} counts its episodes", case.reference);
            if let Some(closure) = &episode.closed {
                assert!(closure.on >= episode.opened, "{} was closed before it was opened", case.reference);
            }
            let last = number + 1 == own.len();
            assert!(last || !episode.is_open(), "{}: only the last episode is open", case.reference);
        }
        for pair in own.windows(2) {
            let closed = pair[0].closed.as_ref().map(|closure| closure.on);
            assert!(closed.is_some_and(|day| day <= pair[1].opened), "{} overlaps itself", case.reference);
        }
    }
    assert!(of.is_empty(), "episodes of no case: {of:?}");
}

fn work_on_cases(hub: &Hub) {
    hub.read(|reader| {
        let cases: HashSet<_> = reader.list_cases()?.into_iter().map(|case| case.id).collect();
        let episodes: HashMap<_, _> =
            reader.list_episodes()?.into_iter().map(|each| (each.id, each.case)).collect();
        let referrals: HashSet<_> = reader.list_referrals()?.into_iter().map(|each| each.id).collect();
        for score in reader.list_scores()? {
            assert!(episodes.contains_key(&score.episode), "a score of no episode");
        }
        let actions = reader.list_actions()?;
        unique("actions", actions.iter().map(|action| action.number));
        for action in actions {
            assert!(cases.contains(&action.case), "{} is on no case", action.number);
            let done = action.status == ActionStatus::Done;
            assert_eq!(
                action.done_on.is_some(),
                done,
                "{} has a day of completion exactly when done",
                action.number
            );
            assert!(!action.what.trim().is_empty(), "{} says nothing", action.number);
            assert!(
                action.due.is_none_or(|due| due >= action.raised_on),
                "{} was due before it was raised",
                action.number
            );
        }
        for order in reader.list_orders()? {
            match order.on {
                OrderOn::Case { case, episode } => {
                    assert_eq!(
                        episodes.get(&episode),
                        Some(&case),
                        "{} is on another case’s episode",
                        order.kind
                    );
                }
                OrderOn::Referral { referral } => {
                    assert!(referrals.contains(&referral), "an order on no referral")
                }
                OrderOn::Place { .. } | OrderOn::Alone => {}
            }
            let ended = order.stage == OrderStage::Ended;
            assert_eq!(order.outcome.is_some(), ended, "{} has an outcome exactly when ended", order.kind);
        }
        for item in reader.list_items()? {
            match item.about {
                About::Case { case } => assert!(cases.contains(&case), "an item about no case"),
                About::Referral { referral } => {
                    assert!(referrals.contains(&referral), "an item about no referral")
                }
                _ => {}
            }
        }
        Ok(())
    });
}

fn referrals(hub: &Hub) {
    let (referrals, cases) = hub.read(|reader| Ok((reader.list_referrals()?, reader.list_cases()?)));
    unique("referrals", referrals.iter().map(|referral| referral.number));
    for each in &referrals {
        let number = each.number;
        let not_adopted = each.status == ReferralStatus::NotAdopted;
        assert_eq!(!each.outcomes.is_empty(), not_adopted, "{number} has outcomes exactly when not adopted");
        let adopted = each.status == ReferralStatus::Adopted;
        assert_eq!(each.case.is_some(), adopted, "{number} has a case exactly when adopted");
        if let Some(id) = each.case {
            let case = cases.iter().find(|case| case.id == id);
            assert_eq!(
                case.and_then(|case| case.referral),
                Some(number),
                "{number} and its case know each other"
            );
        }
        let came_to_table = matches!(
            each.status,
            ReferralStatus::Tabled | ReferralStatus::Adopted | ReferralStatus::NotAdopted
        );
        let let_through = each.passes_gate() || each.gate_override.is_some();
        assert!(!came_to_table || let_through, "{number} came past the gate");
        let waits = matches!(each.status, ReferralStatus::InTriage | ReferralStatus::Tabled);
        assert_eq!(each.decided_on.is_none(), waits, "{number} has a day of decision exactly when settled");
    }
}

fn links(hub: &Hub) {
    let (cases, links, episodes) =
        hub.read(|reader| Ok((reader.list_cases()?, reader.list_links()?, reader.list_episodes()?)));
    let known: HashSet<CaseId> = cases.iter().map(|case| case.id).collect();
    for link in &links {
        assert!(known.contains(&link.from) && known.contains(&link.to), "a link to no case");
        assert_ne!(link.from, link.to, "a case is linked with itself");
    }
    let combined =
        |case: CaseId| links.iter().any(|link| link.kind == LinkKind::CombinedInto && link.from == case);
    for case in cases.iter().filter(|case| combined(case.id)) {
        let survivor = survivor_of(case.id, &links);
        assert!(survivor != case.id && !combined(survivor), "{} leads in a circle", case.reference);
        let own = episodes.iter().filter(|episode| episode.case == case.id);
        let last = own.max_by_key(|episode| episode.serial).and_then(|episode| episode.closed.as_ref());
        assert!(last.is_some(), "{} is a signpost and open", case.reference);
        assert!(
            links.iter().filter(|link| link.kind == LinkKind::CombinedInto && link.from == case.id).count()
                == 1,
            "{} leads two ways",
            case.reference
        );
    }
}

fn meetings(hub: &Hub) {
    hub.read(|reader| {
        let meetings = reader.list_meetings()?;
        unique("meetings", meetings.iter().map(|meeting| meeting.number));
        for meeting in meetings {
            let items = reader.items_of(meeting.id)?;
            let known: HashSet<_> = items.iter().map(|item| item.id).collect();
            for decision in reader.decisions_of(meeting.id)? {
                assert!(known.contains(&decision.item), "a decision under no item");
            }
            let mut positions: Vec<u32> = items.iter().map(|item| item.position).collect();
            positions.sort_unstable();
            positions.dedup();
            assert_eq!(
                positions.len(),
                items.len(),
                "two items of meeting {} stand in one place",
                meeting.number
            );
        }
        Ok(())
    });
}

/// Every list and the report can be shown, and the parts of the report add up.
fn screens(hub: &mut Hub) {
    for command in COMMANDS.iter().filter(|each| each.name.starts_with("list_") || each.name == "get_today") {
        // Those that ask for nothing; what a list of something needs, the random commands ask for.
        if let Err(failure) = hub.call(command.name, serde_json::json!({})) {
            let asks_for_more =
                failure.message.contains("missing field") || failure.message.contains("may not");
            assert!(asks_for_more, "{}: {failure}", command.name);
        }
    }
    let today = hub.today();
    let from = NaiveDate::from_ymd_opt(today.year() - 1, 4, 1).unwrap();
    let view = commands::get_report(&mut hub.place.desk, GetReport { from, to: today }).unwrap();
    let rows: HashSet<&str> = view.rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(rows.len(), view.rows.len(), "each row of the report has a name of its own");
    for table in view.sections.iter().flat_map(|section| &section.tables) {
        for figure in table.lines.iter().chain(&table.whole).flat_map(|line| &line.figures) {
            assert!(
                figure.rows.iter().all(|id| rows.contains(id.as_str())),
                "{} opens to its rows",
                table.key
            );
        }
        let Some(whole) = table.whole.as_ref().filter(|_| table.parts == Parts::AddUp) else { continue };
        for (column, figure) in whole.figures.iter().enumerate().take(1) {
            let parts: usize = table.lines.iter().map(|line| line.figures[column].rows.len()).sum();
            assert_eq!(parts, figure.rows.len(), "{} adds up", table.key);
        }
    }
}

/// Counts what the commands led to, because a test that never gets anywhere proves nothing.
pub fn reached(hub: &Hub) -> Vec<(&'static str, usize)> {
    hub.read(|reader| {
        let referrals = reader.list_referrals()?;
        let with = |status: ReferralStatus| referrals.iter().filter(|each| each.status == status).count();
        let episodes = reader.list_episodes()?;
        let closed = |reason: ClosureReason| {
            episodes
                .iter()
                .filter(|each| each.closed.as_ref().is_some_and(|closure| closure.reason == reason))
                .count()
        };
        let orders = reader.list_orders()?;
        Ok(vec![
            ("signposted", with(ReferralStatus::Signposted)),
            ("returned", with(ReferralStatus::Returned)),
            ("adopted", with(ReferralStatus::Adopted)),
            ("not adopted", with(ReferralStatus::NotAdopted)),
            ("closed", closed(ClosureReason::Closed)),
            ("handed over", closed(ClosureReason::HandedOver)),
            ("re-opened", episodes.iter().filter(|episode| episode.serial > 1).count()),
            ("scored", reader.list_scores()?.len()),
            ("actions", reader.list_actions()?.len()),
            ("orders", orders.len()),
            ("linked", reader.list_links()?.len()),
        ])
    })
}
