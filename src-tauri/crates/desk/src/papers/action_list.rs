//! The open actions, agency by agency, gathered from the record.

use ::papers::model as paper;
use chrono::NaiveDate;
use domain::ids::AgencyId;
use store::Reader;

use super::{abbreviations, parts};
use crate::action_rows::RowMaker;
use crate::failure::Failure;

/// Gathers the open actions of one agency, or of all that owe any; lights and lateness are read on `today`.
pub fn gathered(
    reader: &Reader<'_>,
    only: Option<AgencyId>,
    today: NaiveDate,
) -> Result<paper::ActionList, Failure> {
    let rows = RowMaker::load(reader, today)?.all(reader, |action| action.status.is_open())?;
    let mut all = reader.list_agencies()?;
    all.sort_by_key(|agency| agency.name.to_lowercase());
    if let Some(only) = only {
        all.retain(|agency| agency.id == only);
    }
    let scope = match (only, all.first()) {
        (Some(_), Some(agency)) => format!("Open actions of {}", agency.name),
        (Some(_), None) => return Err(Failure::refused("There is no such agency")),
        (None, _) => "All open actions".to_owned(),
    };
    let agencies = all.into_iter().map(|agency| paper::AgencyActions {
        actions: rows.iter().filter(|row| row.agency.id == agency.id).map(parts::action).collect(),
        agency: agency.name,
    });
    let settings = reader.settings()?;
    Ok(paper::ActionList {
        hub: settings.hub.clone(),
        marking: parts::marking(&settings),
        title: "Actions by agency".to_owned(),
        scope,
        printed_on: today,
        copy: None,
        // One that was asked for is printed even where it owes nothing, because that is the answer.
        agencies: agencies.filter(|each| only.is_some() || !each.actions.is_empty()).collect(),
        abbreviations: abbreviations::all(reader)?,
    })
}
