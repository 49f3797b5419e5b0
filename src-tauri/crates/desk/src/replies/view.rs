//! The replies as the screen shows them.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::agency::Agency;
use domain::agenda::{Slot, Visit};
use domain::attendance::{standing, substitute_of};
use domain::ids::CaseId;
use domain::meeting::{About, Attendance, Meeting, WrittenUpdate};
use domain::minutes::previous_of;
use domain::reference::CaseReference;
use domain::referral::AgencyCheck;
use domain::reply::{Asked, OwedCase, Owing, replied_words};
use store::Reader;

use crate::action_rows::RowMaker;
use crate::agenda::Visiting;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::item_facts::{self, ItemFacts};
use crate::meetings;
use crate::names::Names;
use crate::room::{entry_of, usual_people};
use crate::wire::everything::*;

pub fn get_replies(desk: &mut Desk, request: OfMeeting) -> Result<RepliesView, Failure> {
    let today = desk.today();
    desk.read(|reader| {
        let meeting = meetings::kept(reader, request.meeting)?;
        let sheet = Sheet::load(reader, meeting, today)?;
        let agencies = sheet.agencies(reader)?;
        let replied = agencies.iter().filter(|agency| agency.replied).count();
        Ok(RepliesView {
            open: sheet.meeting.status.is_ahead(),
            replied: replied as u32,
            asked: agencies.len() as u32,
            words: replied_words(replied, agencies.len()),
            agencies,
            cases: sheet.cases().collect(),
            meeting: meetings::row(reader, &sheet.meeting)?,
        })
    })
}

/// Returns how many agencies replied to a meeting, in words; absent while none is asked.
pub fn count(reader: &Reader<'_>, meeting: &Meeting, today: NaiveDate) -> Result<Option<String>, Failure> {
    let agencies = Sheet::load(reader, meeting.clone(), today)?.agencies(reader)?;
    let replied = agencies.iter().filter(|agency| agency.replied).count();
    Ok(Some(replied_words(replied, agencies.len())).filter(|_| !agencies.is_empty()))
}

/// Everything that the rows are made of.
struct Sheet {
    meeting: Meeting,
    rows: RowMaker,
    open: Vec<ActionRow>,
    items: Vec<ItemFacts>,
    slots: Vec<Slot>,
    entries: Vec<Attendance>,
    updates: Vec<WrittenUpdate>,
    checks: Vec<AgencyCheck>,
    references: HashMap<CaseId, CaseReference>,
    /// The day of the meeting before this one; absent before the first.
    previous: Option<NaiveDate>,
}

impl Sheet {
    fn load(reader: &Reader<'_>, meeting: Meeting, today: NaiveDate) -> Result<Self, Failure> {
        let rows = RowMaker::load(reader, today)?;
        let open = rows.all(reader, |action| action.status.is_open())?;
        let items = item_facts::all(reader, reader.items_of(meeting.id)?)?;
        let mut checks = Vec::new();
        for referral in items.iter().filter_map(|facts| facts.item.about.referral()) {
            checks.extend(reader.checks_of(referral)?);
        }
        let meetings = reader.list_meetings()?;
        Ok(Self {
            slots: item_facts::slots(&meeting, &items),
            entries: reader.attendance_of(meeting.id)?,
            updates: reader.written_updates_of(meeting.id)?,
            references: reader.list_references()?.into_iter().collect(),
            previous: previous_of(&meeting, &meetings).map(|previous| previous.date),
            meeting,
            rows,
            open,
            items,
            checks,
        })
    }

    fn names(&self) -> &Names {
        self.rows.names()
    }

    fn cases(&self) -> impl Iterator<Item = ReplyCase> {
        self.items.iter().filter_map(|facts| {
            let case = &facts.case.as_ref()?.case;
            let (reference, position) = (case.reference.clone(), facts.item.position);
            Some(ReplyCase { case: case.id, reference, position })
        })
    }

    /// Returns the agencies that owe the meeting something or said something about it.
    fn agencies(&self, reader: &Reader<'_>) -> Result<Vec<AgencyReplies>, Failure> {
        let standing = standing(&self.entries);
        let visits = crate::agenda::visits(reader, self.names(), &self.meeting, &self.items)?;
        let row = |Visiting { agency, visit, .. }| {
            let entries: Vec<&Attendance> =
                standing.iter().copied().filter(|entry| entry.agency == Some(agency.id)).collect();
            let checks: Vec<&AgencyCheck> =
                self.checks.iter().filter(|check| check.agency == agency.id).collect();
            let silent = entries.is_empty() && checks.is_empty();
            (visit != Visit::NoItem || !silent).then(|| self.agency(&agency, visit, entries, &checks))
        };
        Ok(visits.into_iter().filter_map(row).collect())
    }

    fn agency(
        &self,
        agency: &Agency,
        visit: Visit,
        entries: Vec<&Attendance>,
        checks: &[&AgencyCheck],
    ) -> AgencyReplies {
        let people = self.people(agency, &entries);
        let updates: Vec<ReplyUpdate> = self
            .updates
            .iter()
            .filter(|each| each.agency == agency.id)
            .map(|each| self.update(each))
            .collect();
        let own = |row: &&ActionRow| row.agency.id == agency.id;
        let actions: Vec<ActionRow> = self.open.iter().filter(own).cloned().collect();
        let concerned: Vec<(&ItemFacts, &Slot)> = self
            .items
            .iter()
            .zip(&self.slots)
            .filter(|(facts, _)| facts.agencies().contains(&agency.id))
            .collect();
        let cases = concerned.iter().filter_map(|(facts, _)| self.owed(facts, &actions, &updates));
        let checks: Vec<ReplyCheck> = checks.iter().filter_map(|check| self.check(check)).collect();
        let asked = checks.iter().map(|check| Asked { heading: check.number.clone(), answer: check.answer });
        let owing = Owing {
            expected: visit != Visit::NoItem,
            entries,
            updates: updates.len(),
            cases: cases.collect(),
            checks: asked.collect(),
        };
        AgencyReplies {
            agency: agency.id,
            name: agency.name.clone(),
            short_name: agency.short_name.clone(),
            words: visit.words(),
            replied: owing.has_replied(),
            missing: owing.missing(),
            people,
            items: concerned.into_iter().map(|(facts, slot)| item(facts, slot)).collect(),
            actions,
            checks,
            updates,
        }
    }

    fn owed(&self, facts: &ItemFacts, actions: &[ActionRow], updates: &[ReplyUpdate]) -> Option<OwedCase> {
        let case = facts.case.as_ref()?.case.id;
        let owed: Vec<&ActionRow> = actions.iter().filter(|row| row.case == case).collect();
        let since = |on: NaiveDate| self.previous.is_none_or(|previous| on > previous);
        let told = |row: &&ActionRow| row.last_update.as_ref().is_some_and(|update| since(update.on));
        let wrote = updates.iter().any(|update| update.case == case);
        let told = wrote || (!owed.is_empty() && owed.iter().all(told));
        Some(OwedCase { heading: facts.heading(), owes: !owed.is_empty(), told })
    }

    /// Returns the people who usually come, then whoever else was entered; the agency as a whole where nobody is listed.
    fn people(&self, agency: &Agency, entries: &[&Attendance]) -> Vec<PersonReply> {
        let usual = usual_people(self.names(), agency.id);
        let mut people: Vec<PersonReply> = usual
            .iter()
            .map(|officer| {
                let own = entry_of(entries, officer);
                let entry = own.or_else(|| substitute_of(entries, agency.id, &officer.name));
                person(Some(officer.id), &officer.name, entry)
            })
            .collect();
        let told: Vec<_> = people.iter().filter_map(|person| Some(person.entry.as_ref()?.id)).collect();
        let others = entries.iter().filter(|entry| !told.contains(&entry.id));
        people.extend(others.map(|entry| {
            let whole = entry.officer.is_none() && entry.name == agency.name;
            person(entry.officer, if whole { "" } else { &entry.name }, Some(entry))
        }));
        if people.is_empty() {
            people.push(person(None, "", None));
        }
        people
    }

    fn update(&self, update: &WrittenUpdate) -> ReplyUpdate {
        let reference = self.references.get(&update.case).cloned();
        ReplyUpdate {
            id: update.id,
            case: update.case,
            reference: reference.unwrap_or_else(|| CaseReference::new("", 0)),
            text: update.text.clone(),
            shown: update.shown,
            at: update.at,
        }
    }

    fn check(&self, check: &AgencyCheck) -> Option<ReplyCheck> {
        let of = |facts: &&ItemFacts| facts.item.about == About::Referral { referral: check.referral };
        let referral = self.items.iter().find(of)?.referral.as_ref()?;
        Some(ReplyCheck {
            id: check.id,
            referral: check.referral,
            number: referral.number.to_string(),
            title: referral.title.clone(),
            answer: check.answer,
            note: check.note.clone(),
            replied_on: check.replied_on,
        })
    }
}

fn item(facts: &ItemFacts, slot: &Slot) -> ReplyItem {
    ReplyItem {
        id: facts.item.id,
        position: facts.item.position,
        about: facts.item.about,
        heading: facts.heading(),
        starts: slot.starts,
        minutes: facts.item.minutes,
    }
}

fn person(officer: Option<domain::ids::OfficerId>, name: &str, entry: Option<&Attendance>) -> PersonReply {
    let words = entry.map_or_else(String::new, |entry| entry.reply_words(name));
    PersonReply { officer, name: name.to_owned(), entry: entry.cloned(), words }
}
