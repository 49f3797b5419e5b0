//! Writing agencies and contacts: every row a person, or an agency alone.

use std::collections::HashMap;

use domain::agency::{Agency, Field, Officer, PackRule, Presence};
use domain::ids::{AgencyId, OfficerId};
use domain::import::{AgenciesImport, AgencyRow, Change, RowKey, RowValues, SheetField, word_for};
use store::Reader;
use uuid::Uuid;

use super::remembered::Current;
use super::understood::Pen;
use crate::failure::Failure;

/// Who writes a sheet of agencies.
pub struct AgencyScribe<'work, 'store> {
    /// What writing takes.
    pub pen: Pen<'work, 'store>,
    /// The sheet.
    pub sheet: &'work AgenciesImport,
}

/// Returns what stands in the record of every agency and officer, as a sheet would write it.
pub fn current(reader: &Reader<'_>) -> Result<Vec<Current>, Failure> {
    let agencies: HashMap<AgencyId, Agency> =
        reader.list_agencies()?.into_iter().map(|agency| (agency.id, agency)).collect();
    let alone = agencies.values().map(|agency| Current {
        record: agency.id.0,
        key: RowKey { group: agency.name.to_lowercase(), part: String::new() },
        values: RowValues::from([
            (SheetField::Agency, agency.name.clone()),
            (SheetField::AgencyType, word_for(agency.field).to_owned()),
        ]),
    });
    let person = |officer: Officer| {
        let agency = agencies.get(&officer.agency)?;
        Some(Current {
            record: officer.id.0,
            key: RowKey { group: agency.name.to_lowercase(), part: officer.name.to_lowercase() },
            values: RowValues::from([
                (SheetField::Agency, agency.name.clone()),
                (SheetField::AgencyType, word_for(agency.field).to_owned()),
                (SheetField::Person, officer.name),
                (SheetField::Role, officer.post),
                (SheetField::Email, officer.email),
                (SheetField::Telephone, officer.telephone),
            ]),
        })
    };
    let people = reader.list_officers()?.into_iter().filter_map(person).collect::<Vec<_>>();
    Ok(alone.chain(people).collect())
}

/// Returns the agency of a name or short name, kept anew where the hub has none.
pub fn agency_named(pen: &mut Pen<'_, '_>, name: &str, field: Option<Field>) -> Result<Agency, Failure> {
    let wanted = name.to_lowercase();
    let known = pen.writer.list_agencies()?.into_iter();
    let is_it =
        |agency: &Agency| agency.name.to_lowercase() == wanted || agency.short_name.to_lowercase() == wanted;
    if let Some(agency) = known.into_iter().find(is_it) {
        return Ok(agency);
    }
    let field = field.unwrap_or(Field::Other);
    // Police and the council's own services are there throughout; the others come for their items (a default).
    let throughout = matches!(field, Field::Police | Field::Council);
    let agency = Agency {
        id: AgencyId::new(&mut **pen.ids),
        name: name.to_owned(),
        short_name: name.to_owned(),
        field,
        presence: if throughout { Presence::Throughout } else { Presence::OwnItems },
        pack_rule: if throughout { PackRule::All } else { PackRule::OwnItems },
        active: true,
    };
    pen.writer.put_agency(&agency)?;
    Ok(agency)
}

/// Returns the officer of a name at an agency, kept anew where the agency has none; absent for an empty name.
pub fn officer_named(
    pen: &mut Pen<'_, '_>,
    agency: AgencyId,
    name: &str,
) -> Result<Option<Officer>, Failure> {
    if name.is_empty() {
        return Ok(None);
    }
    let wanted = name.to_lowercase();
    let known = pen.writer.officers_of(agency)?.into_iter();
    if let Some(officer) = known.into_iter().find(|officer| officer.name.to_lowercase() == wanted) {
        return Ok(Some(officer));
    }
    let officer = Officer {
        id: OfficerId::new(&mut **pen.ids),
        agency,
        name: name.to_owned(),
        post: String::new(),
        email: String::new(),
        telephone: String::new(),
        attends: false,
        active: true,
    };
    pen.writer.put_officer(&officer)?;
    Ok(Some(officer))
}

impl AgencyScribe<'_, '_> {
    fn row(&self, row: u32) -> Result<AgencyRow, Failure> {
        let found = self.sheet.rows.iter().find(|each| each.row == row).cloned();
        found.ok_or_else(|| Failure::refused(format!("Row {row} is not in the sheet any more")))
    }

    /// Adds the person of a row, and the agency where the hub has none.
    pub fn add(&mut self, row: u32) -> Result<Uuid, Failure> {
        let row = self.row(row)?;
        let agency = agency_named(&mut self.pen, &row.agency, row.field)?;
        let Some(officer) = officer_named(&mut self.pen, agency.id, &row.person)? else {
            return Ok(agency.id.0);
        };
        // A contact list names those whom the hub writes to, so they are expected at the meeting until somebody says otherwise.
        self.pen.writer.put_officer(&Officer {
            post: row.role,
            email: row.email,
            telephone: row.telephone,
            attends: true,
            ..officer
        })?;
        Ok(officer.id.0)
    }

    /// Writes the changed values of a row.
    pub fn amend(&mut self, row: u32, record: Uuid, changes: &[Change]) -> Result<(), Failure> {
        let row = self.row(row)?;
        let changed = |field: SheetField| changes.iter().any(|change| change.field == field);
        let officer = self.pen.writer.list_officers()?.into_iter().find(|each| each.id.0 == record);
        let agency = officer.as_ref().map_or(AgencyId(record), |officer| officer.agency);
        if let Some(agency) = self.pen.writer.get_agency(agency)? {
            let name = if changed(SheetField::Agency) { row.agency } else { agency.name.clone() };
            let field = row.field.filter(|_| changed(SheetField::AgencyType)).unwrap_or(agency.field);
            self.pen.writer.put_agency(&Agency { name, field, ..agency })?;
        }
        if let Some(mut officer) = officer {
            for change in changes {
                match change.field {
                    SheetField::Person => officer.name = row.person.clone(),
                    SheetField::Role => officer.post = row.role.clone(),
                    SheetField::Email => officer.email = row.email.clone(),
                    SheetField::Telephone => officer.telephone = row.telephone.clone(),
                    _ => {}
                }
            }
            self.pen.writer.put_officer(&officer)?;
        }
        Ok(())
    }
}
