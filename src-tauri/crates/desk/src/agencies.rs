//! Agencies and their people.

use std::collections::HashMap;

use domain::agency::{Agency, Officer};
use domain::ids::{AgencyId, OfficerId};
use store::Writer;

use crate::action_rows::RowMaker;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn list_agencies(desk: &mut Desk, _request: Nothing) -> Result<AgenciesView, Failure> {
    let today = desk.today();
    desk.read(|reader| {
        let mut open: HashMap<AgencyId, (u32, u32)> = HashMap::new();
        for row in RowMaker::load(reader, today)?.all(reader, |action| action.status.is_open())? {
            let (all, late) = open.entry(row.agency.id).or_default();
            *all += 1;
            *late += u32::from(row.days_late > 0);
        }
        let mut leads: HashMap<AgencyId, u32> = HashMap::new();
        let open_cases: std::collections::HashSet<_> =
            reader.list_episodes()?.into_iter().filter(|each| each.is_open()).map(|each| each.case).collect();
        for case in reader.list_cases()?.iter().filter(|case| open_cases.contains(&case.id)) {
            if let Some(agency) = case.lead_agency {
                *leads.entry(agency).or_default() += 1;
            }
        }
        let officers = reader.list_officers()?;
        let people = |agency: AgencyId| {
            let here = |officer: &&Officer| officer.agency == agency && officer.active && officer.attends;
            officers.iter().filter(here).map(|officer| officer.name.clone()).collect()
        };
        let mut agencies = reader.list_agencies()?;
        sort(&mut agencies);
        let row = |agency: Agency| {
            let (open_actions, late_actions) = open.get(&agency.id).copied().unwrap_or_default();
            let leads = leads.get(&agency.id).copied().unwrap_or_default();
            AgencyRow { people: people(agency.id), open_actions, late_actions, leads, agency }
        };
        Ok(AgenciesView { rows: agencies.into_iter().map(row).collect() })
    })
}

/// Sorts agencies that take part first, then by name.
pub fn sort(agencies: &mut [Agency]) {
    agencies.sort_by_key(|agency| (!agency.active, agency.name.to_lowercase()));
}

pub fn get_agency(desk: &mut Desk, request: GetAgency) -> Result<AgencyView, Failure> {
    let today = desk.today();
    desk.read(|reader| {
        let agency = reader.get_agency(request.id)?.ok_or_else(no_such_agency)?;
        let mut officers = reader.officers_of(request.id)?;
        officers.sort_by_key(|officer| (!officer.active, officer.name.to_lowercase()));
        let actions = RowMaker::load(reader, today)?.all(reader, |action| action.agency == request.id)?;
        Ok(AgencyView { agency, officers, actions })
    })
}

/// Returns the refusal of an agency that is not in the record.
pub fn no_such_agency() -> Failure {
    Failure::refused("That agency is not in the record")
}

pub fn add_agency(desk: &mut Desk, request: AddAgency) -> Result<AgencyView, Failure> {
    let id = desk.write(&["agency"], |writer, ids| {
        let id = AgencyId::new(&mut **ids);
        put(
            writer,
            Agency {
                id,
                name: request.name,
                short_name: request.short_name,
                field: request.field,
                presence: request.presence,
                pack_rule: request.pack_rule,
                active: true,
            },
        )?;
        Ok(id)
    })?;
    get_agency(desk, GetAgency { id })
}

pub fn amend_agency(desk: &mut Desk, request: AmendAgency) -> Result<AgencyView, Failure> {
    let id = request.agency.id;
    desk.write(&["agency"], |writer, _| {
        writer.get_agency(id)?.ok_or_else(no_such_agency)?;
        put(writer, request.agency)
    })?;
    get_agency(desk, GetAgency { id })
}

fn put(writer: &mut Writer<'_>, agency: Agency) -> Result<(), Failure> {
    let name = agency.name.trim().to_owned();
    if name.is_empty() {
        return Err(Failure::refused("Give the agency a name").at("name"));
    }
    let same = |other: &Agency| other.id != agency.id && other.name.to_lowercase() == name.to_lowercase();
    if writer.list_agencies()?.iter().any(same) {
        return Err(Failure::refused(format!("There is an agency “{name}” already")).at("name"));
    }
    let short_name = match agency.short_name.trim() {
        "" => name.clone(),
        short => short.to_owned(),
    };
    writer.put_agency(&Agency { name, short_name, ..agency })?;
    Ok(())
}

pub fn add_officer(desk: &mut Desk, request: AddOfficer) -> Result<AgencyView, Failure> {
    let agency = request.agency;
    desk.write(&["agency"], |writer, ids| {
        writer.get_agency(agency)?.ok_or_else(no_such_agency)?;
        let officer = Officer {
            id: OfficerId::new(&mut **ids),
            agency,
            name: request.name,
            post: request.post,
            email: request.email,
            telephone: request.telephone,
            attends: request.attends,
            active: true,
        };
        put_officer(writer, officer)
    })?;
    get_agency(desk, GetAgency { id: agency })
}

pub fn amend_officer(desk: &mut Desk, request: AmendOfficer) -> Result<AgencyView, Failure> {
    let agency = request.officer.agency;
    desk.write(&["agency"], |writer, _| put_officer(writer, request.officer))?;
    get_agency(desk, GetAgency { id: agency })
}

fn put_officer(writer: &mut Writer<'_>, officer: Officer) -> Result<(), Failure> {
    let name = officer.name.trim().to_owned();
    if name.is_empty() {
        return Err(Failure::refused("Give the person’s name").at("name"));
    }
    let email = officer.email.trim().to_owned();
    if !email.is_empty() && !email.contains('@') {
        return Err(Failure::refused("An e-mail address holds an @").at("email"));
    }
    writer.put_officer(&Officer { name, email, ..officer })?;
    Ok(())
}

/// Returns the agency that a person names: by its short name or its name, in any case.
pub fn find_agency(desk: &Desk, named: &str) -> Result<AgencyId, Failure> {
    let named = named.trim().to_lowercase();
    let is_meant =
        |agency: &Agency| agency.short_name.to_lowercase() == named || agency.name.to_lowercase() == named;
    desk.read(|reader| {
        let found = reader.list_agencies()?.into_iter().find(is_meant);
        found.map(|agency| agency.id).ok_or_else(|| Failure::refused(format!("There is no agency “{named}”")))
    })
}
