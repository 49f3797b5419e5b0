//! The text that an agency takes into its own system; copied is disclosed, so the audit holds it.

use domain::action::Action;
use domain::copy_out::CopyOut;
use domain::ids::AgencyId;
use serde::Serialize;

use super::{Loaded, meeting_of};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::item_facts::ItemFacts;
use crate::names::Names;
use crate::wire::everything::*;

/// What the audit holds of a copied text.
#[derive(Serialize)]
struct Copied<'a> {
    item: &'a str,
    agency: &'a str,
}

pub fn copy_out(desk: &mut Desk, request: GetCopyOut) -> Result<CopyOutText, Failure> {
    let meeting = meeting_of(desk, request.item)?;
    desk.write(&["history"], |writer, _| {
        let loaded = Loaded::load(writer, crate::meetings::kept(writer, meeting)?)?;
        let facts = loaded
            .facts(request.item)
            .ok_or_else(|| Failure::refused("That item is not on the agenda any more"))?;
        let names = Names::load(writer)?;
        let reference = facts
            .reference()
            .ok_or_else(|| Failure::refused("This item is about neither a case nor a referral"))?;
        let case = facts.item.about.case().or(facts.referral.as_ref().and_then(|referral| referral.case));
        let actions = case.map(|case| writer.actions_of(case)).transpose()?.unwrap_or_default();
        let owed = actions.iter().filter(|each| each.agency == request.agency && each.status.is_open());
        let text = CopyOut {
            reference: &reference,
            own_references: own_references(facts, request.agency),
            met_on: loaded.meeting.date,
            decision: loaded.decided(facts),
            actions: owed.map(|action: &Action| (action, names.officer(action.officer))).collect(),
        }
        .text();
        let agency = names.agency(Some(request.agency));
        writer.note("copy", Some(request.item.0), &Copied { item: &reference, agency })?;
        Ok(CopyOutText { text })
    })
}

/// Returns what the agency calls the people of an item.
fn own_references(facts: &ItemFacts, agency: AgencyId) -> Vec<&str> {
    let all = facts.subjects.iter().flat_map(|(subject, _)| &subject.agency_references);
    all.filter(|each| each.agency == agency).map(|each| each.reference.as_str()).collect()
}

/// Returns the agencies that an item concerns, by name: those of the item, and those that owe actions on its case.
pub(super) fn concerned(facts: &ItemFacts, case: Option<&RoomCase>, names: &Names) -> Vec<ConcernedAgency> {
    let mut agencies = facts.agencies();
    agencies.extend(case.iter().flat_map(|case| &case.actions).map(|row| row.agency.id));
    let mut concerned: Vec<ConcernedAgency> = Vec::new();
    for agency in agencies {
        if concerned.iter().all(|each| each.agency != agency) {
            concerned.push(ConcernedAgency { agency, name: names.agency(Some(agency)).to_owned() });
        }
    }
    concerned.sort_by_key(|each| each.name.to_lowercase());
    concerned
}
