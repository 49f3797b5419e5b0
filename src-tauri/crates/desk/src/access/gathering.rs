//! What the audit and the disclosure log know of a person.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::ids::{ItemId, SubjectId};
use domain::issue::{Disclosure, IssuedPaper};
use domain::words::{capital, table_date};
use serde::Deserialize;
use store::{HistoryEntry, Reader};
use uuid::Uuid;

use super::{TABLE_COPY, VIEW};
use crate::failure::Failure;
use crate::wire::everything::*;

/// What a row is of that is about the person as such.
const THE_PERSON: &str = "The person";
/// What a row is of that is about a list in which the person stands among others.
const A_LIST: &str = "A list of many";

/// The records that hold a person, with what they are called.
pub struct Held {
    person: SubjectId,
    /// The person, the cases, referrals and orders, by key.
    records: BTreeMap<Uuid, String>,
    /// The items of meetings about them, each with the name of the record.
    items: BTreeMap<ItemId, String>,
    /// The meetings of these items, each with the names of the records.
    meetings: BTreeMap<Uuid, BTreeSet<String>>,
}

impl Held {
    /// Finds the records that hold `person`.
    pub fn of(reader: &Reader<'_>, person: SubjectId) -> Result<Self, Failure> {
        let mut records = BTreeMap::from([(person.0, THE_PERSON.to_owned())]);
        let (mut items, mut orders) = (Vec::new(), reader.list_orders()?);
        orders.retain(|order| order.subject == Some(person));
        for case in reader.cases_about(person)? {
            let name = case.reference.to_string();
            items.extend(reader.items_about_case(case.id)?.into_iter().map(|item| (item, name.clone())));
            records.insert(case.id.0, name);
        }
        for referral in reader.referrals_about(person)? {
            let name = format!("referral {}", referral.number);
            items.extend(
                reader.items_about_referral(referral.id)?.into_iter().map(|item| (item, name.clone())),
            );
            records.insert(referral.id.0, name);
        }
        records.extend(orders.into_iter().map(|order| (order.id.0, order.kind)));
        let mut meetings: BTreeMap<Uuid, BTreeSet<String>> = BTreeMap::new();
        for (item, name) in &items {
            meetings.entry(item.meeting.0).or_default().insert(name.clone());
        }
        let items = items.into_iter().map(|(item, name)| (item.id, name)).collect();
        Ok(Self { person, records, items, meetings })
    }

    /// Returns what the records are called.
    pub fn names(&self) -> Vec<String> {
        self.named().cloned().collect()
    }

    fn named(&self) -> impl Iterator<Item = &String> {
        self.records.iter().filter(|(id, _)| **id != self.person.0).map(|(_, name)| name)
    }

    fn is_named(&self, references: &[String]) -> bool {
        references.iter().any(|reference| {
            self.named().any(|name| name == reference || name.ends_with(&format!(" {reference}")))
        })
    }
}

/// Returns everything that happened with the records that hold a person, each with its running number in the audit.
pub fn rows(reader: &Reader<'_>, held: &Held) -> Result<Vec<(u64, AccessRow)>, Failure> {
    let users: HashMap<_, _> = reader.list_users()?.into_iter().map(|user| (user.id, user.name)).collect();
    let mut rows = Vec::new();
    let mut take = |entry: HistoryEntry, of: &str, told: Option<(AccessKind, String)>| {
        let Some((kind, what)) = told else { return };
        let by = users.get(&entry.user).cloned().unwrap_or_default();
        let who = match entry.in_name_of {
            Some(chair) if chair != by => format!("{by}, for {chair}"),
            _ => by,
        };
        rows.push((entry.serial, AccessRow { at: entry.at, who, kind, what, of: of.to_owned() }));
    };
    for (id, name) in &held.records {
        for entry in reader.history_about(*id)? {
            let told = of_record(&entry);
            take(entry, name, told);
        }
    }
    for (id, name) in &held.items {
        for entry in reader.history_about(id.0)? {
            let told = of_item(&entry);
            take(entry, name, told);
        }
    }
    for (id, names) in &held.meetings {
        for entry in reader.history_about(*id)? {
            let told = of_meeting(&entry, held);
            take(entry, &names.iter().cloned().collect::<Vec<_>>().join(", "), told);
        }
    }
    // A register and a list of actions are about no record, and hold all.
    for entry in reader.history_about(Uuid::nil())? {
        let told = of_paper(&entry).filter(|_| !held.names().is_empty()).or_else(|| copied(&entry, held));
        take(entry, A_LIST, told);
    }
    for entry in reader.list_disclosures()?.into_iter().filter(|each| held.is_named(&each.references)) {
        let serial = reader.history_about(entry.id.0)?.first().map_or(0, |written| written.serial);
        rows.push((serial, disclosed(entry)));
    }
    Ok(rows)
}

fn of_record(entry: &HistoryEntry) -> Option<(AccessKind, String)> {
    match entry.kind.as_str() {
        VIEW => of_paper(entry).or_else(|| Some((AccessKind::Looked, "Looked at".to_owned()))),
        "paper" => of_paper(entry),
        "export" => Some((AccessKind::Exported, "Everything held was taken out".to_owned())),
        "case_record" | "referral" | "subject" | "order_record" => {
            Some((AccessKind::Changed, "Changed".to_owned()))
        }
        _ => None,
    }
}

fn of_item(entry: &HistoryEntry) -> Option<(AccessKind, String)> {
    let text = |field: &str| entry.value.as_ref()?.get(field)?.as_str().map(str::to_owned);
    match entry.kind.as_str() {
        VIEW => Some((AccessKind::Looked, "Came to it in the meeting".to_owned())),
        "projection" => {
            let level = text("level").map(|level| level.replace('_', " ")).unwrap_or_default();
            let observed = entry.value.as_ref().is_some_and(|value| value["observer_present"] == true);
            let observed = if observed { ", an observer in the room" } else { "" };
            Some((AccessKind::Shown, format!("On the projector: {level}{observed}")))
        }
        "copy" => {
            let agency = text("agency").unwrap_or_default();
            Some((AccessKind::Copied, format!("Copied for {agency}’s own system")))
        }
        _ => None,
    }
}

/// What the audit holds of a paper, as far as it matters here.
#[derive(Deserialize)]
struct NotedPaper {
    #[serde(default)]
    recipient: Option<String>,
    #[serde(default)]
    references: Option<Vec<String>>,
    #[serde(default)]
    copy: Option<u32>,
}

fn of_meeting(entry: &HistoryEntry, held: &Held) -> Option<(AccessKind, String)> {
    if entry.kind == "print" {
        return Some((AccessKind::Printed, "Part 1 of the minutes made, without names".to_owned()));
    }
    let noted: NotedPaper = serde_json::from_value(entry.value.clone()?).ok()?;
    match noted {
        NotedPaper { references: Some(references), .. } if !held.is_named(&references) => None,
        NotedPaper { recipient: Some(recipient), copy: Some(copy), .. } => {
            let paper: Option<IssuedPaper> =
                serde_json::from_value(entry.value.as_ref()?["paper"].clone()).ok();
            let paper = paper.map(IssuedPaper::words).unwrap_or_default();
            Some((AccessKind::Printed, format!("Copy {copy} of the {paper} made for {recipient}")))
        }
        NotedPaper { .. } => of_paper(entry),
    }
}

/// Returns what a paper was that somebody made or looked at; absent for what is none.
fn of_paper(entry: &HistoryEntry) -> Option<(AccessKind, String)> {
    let wanted: WantedPaper = serde_json::from_value(entry.value.clone()?).ok()?;
    let name = capital(&wanted.words());
    match entry.kind.as_str() {
        VIEW => Some((AccessKind::Looked, format!("{name} looked at"))),
        "paper" => Some((AccessKind::Printed, format!("{name} made"))),
        _ => None,
    }
}

/// Returns the copying of rows of a table, where one of them was about the person.
fn copied(entry: &HistoryEntry, held: &Held) -> Option<(AccessKind, String)> {
    if entry.kind != TABLE_COPY {
        return None;
    }
    let copied: TableCopied = serde_json::from_value(entry.value.clone()?).ok()?;
    held.is_named(&copied.references).then(|| {
        (AccessKind::Copied, format!("Copied among {} of the table of {}", copied.rows, copied.table))
    })
}

fn disclosed(entry: Disclosure) -> AccessRow {
    AccessRow {
        at: entry.at,
        who: entry.by,
        kind: AccessKind::Disclosed,
        what: format!("Disclosed to {}: {}", entry.to, entry.what),
        of: entry.references.join(", "),
    }
}

impl WantedPaper {
    /// Returns what the paper is called in the middle of a sentence.
    fn words(&self) -> String {
        match self {
            Self::Agenda { .. } => "agenda pack".into(),
            Self::Minutes { .. } => "minutes".into(),
            Self::Referral { .. } => "referral form".into(),
            Self::Certificate { .. } => "certificate of disposal".into(),
            Self::CaseSummary { .. } => "case summary".into(),
            Self::FormalMinutes { .. } => "formal minutes".into(),
            Self::PublicAgenda { .. } => "Part 1 of the agenda, without names,".into(),
            Self::NameKey { .. } => "key to names".into(),
            Self::ActionList { .. } => "action list".into(),
            Self::Register { .. } => "case register".into(),
            Self::YearReport { from, to, .. } => {
                format!("report from {} to {}", table_date(*from), table_date(*to))
            }
            Self::CaseStudy { .. } => "case study, without names,".into(),
            Self::DisclosureLog { .. } => "disclosure log".into(),
            Self::AccessLog { .. } => "list of who saw what".into(),
        }
    }
}
