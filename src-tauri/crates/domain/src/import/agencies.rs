//! Agencies and contacts: every row a person, or an agency alone.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::fields::{SheetField, SheetKind};
use super::findings::Anomaly;
use super::headings::{Headings, Mapping};
use super::reader::Reader;
use super::sheet::Sheet;
use super::table::{Refused, Table};
use crate::agency::Field;

/// One row of the sheet as understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgencyRow {
    /// The line of the file or row of the sheet, from 1.
    pub row: u32,
    /// The agency's name.
    pub agency: String,
    /// What field it works in; absent when not given or not one of the hub's.
    pub field: Option<Field>,
    /// The person's name; empty for an agency alone.
    pub person: String,
    /// The person's post; empty when not given.
    pub role: String,
    /// The person's e-mail address; empty when not given.
    pub email: String,
    /// The person's telephone number; empty when not given.
    pub telephone: String,
}

/// A sheet of agencies and contacts as understood, before anything is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgenciesImport {
    /// What the columns were taken for.
    pub headings: Headings,
    /// The rows in their order, each agency in one spelling.
    pub rows: Vec<AgencyRow>,
    /// What is odd and what is done about it, by row.
    pub anomalies: Vec<Anomaly>,
}

impl AgenciesImport {
    /// Returns the agencies' names, each once, in the order of the sheet.
    pub fn agencies(&self) -> Vec<&str> {
        let mut seen = BTreeSet::new();
        self.rows.iter().map(|row| row.agency.as_str()).filter(|name| seen.insert(*name)).collect()
    }
}

/// Understands `sheet` as agencies and contacts, or refuses it with every fault found.
///
/// Refused are rows without an agency above them, names that are too long for one, and a person who stands twice in one
/// agency with different values.
pub fn read_agencies(sheet: &Sheet, mapping: &Mapping) -> Result<AgenciesImport, Refused> {
    let mut table = Table::lay_out(sheet, SheetKind::Agencies, mapping)?;
    let mut anomalies = std::mem::take(&mut table.anomalies);
    let mut refusals = Vec::new();
    let mut rows: Vec<AgencyRow> = Vec::with_capacity(table.rows.len());
    let mut spellings = Spellings::new();
    let mut people: BTreeMap<(String, String), usize> = BTreeMap::new();
    if let Some(first) = table.rows.first() {
        let mut reader = Reader::new(&table, first);
        for row in &table.rows {
            reader.turn_to(row);
            let Some(read) = read_row(&mut reader, rows.last(), &mut spellings) else { continue };
            let key = (read.agency.clone(), read.person.to_lowercase());
            match people.get(&key).and_then(|place| rows.get(*place)) {
                None => {
                    people.insert(key, rows.len());
                    rows.push(read);
                }
                Some(earlier) if (AgencyRow { row: earlier.row, ..read.clone() }) == *earlier => {
                    let message = format!("The same stands in row {} already; skipped.", earlier.row);
                    reader.name(None, message);
                }
                Some(earlier) if read.person.is_empty() => {
                    let message = format!("{} stands in row {} already; skipped.", read.agency, earlier.row);
                    reader.name(Some(SheetField::Agency), message);
                }
                Some(earlier) => {
                    let message = format!(
                        "{} of {} stands in row {} already, with other values.",
                        read.person, read.agency, earlier.row
                    );
                    reader.refuse(Some(SheetField::Person), message);
                }
            }
        }
        anomalies.append(&mut reader.anomalies);
        refusals.append(&mut reader.refusals);
    }
    if !refusals.is_empty() {
        return Err(Refused { headings: Some(table.headings), refusals });
    }
    anomalies.sort_by_key(|anomaly| anomaly.row);
    Ok(AgenciesImport { headings: table.headings, rows, anomalies })
}

/// The agencies so far by their names in small letters, with the first spelling and its row.
type Spellings = BTreeMap<String, (String, u32)>;

fn read_row(reader: &mut Reader, above: Option<&AgencyRow>, spellings: &mut Spellings) -> Option<AgencyRow> {
    let agency = read_agency(reader, above, spellings)?;
    let text = |field| reader.text(field).unwrap_or_default();
    let (role, email, telephone) =
        (text(SheetField::Role), text(SheetField::Email), text(SheetField::Telephone));
    let mut person = text(SheetField::Person);
    if person.is_empty() && !(role.is_empty() && email.is_empty() && telephone.is_empty()) {
        person = if role.is_empty() { agency.clone() } else { role.clone() };
        reader
            .name(Some(SheetField::Person), format!("The contact has no name and is entered as “{person}”."));
    }
    if !email.is_empty() && !is_address(&email) {
        let message = format!("“{email}” does not look like an e-mail address; kept as written.");
        reader.name(Some(SheetField::Email), message);
    }
    let field = read_field(reader);
    Some(AgencyRow { row: reader.number(), agency, field, person, role, email, telephone })
}

fn read_agency(reader: &mut Reader, above: Option<&AgencyRow>, spellings: &mut Spellings) -> Option<String> {
    match (reader.text(SheetField::Agency), above) {
        (Some(name), _) => {
            let first =
                spellings.entry(name.to_lowercase()).or_insert_with(|| (name.clone(), reader.number()));
            if first.0 != name {
                let message = format!("“{name}” is taken for “{}” of row {}.", first.0, first.1);
                reader.name(Some(SheetField::Agency), message);
            }
            Some(first.0.clone())
        }
        (None, Some(above)) => {
            let message =
                format!("The agency is empty; taken for {} of row {} above.", above.agency, above.row);
            reader.name(Some(SheetField::Agency), message);
            Some(above.agency.clone())
        }
        (None, None) => {
            reader.refuse(Some(SheetField::Agency), "The agency is missing.".to_owned());
            None
        }
    }
}

/// Fields with the words, or beginnings of words, by which a type of agency is known; the first names it.
const FIELDS: [(Field, &[&str]); 9] = [
    (Field::Housing, &["housing", "landlord", "registered provider", "homeless"]),
    (Field::YoungPeople, &["young people", "youth", "child", "school", "education"]),
    (Field::Police, &["police"]),
    (Field::Council, &["council", "local authority", "environment"]),
    (Field::Health, &["health", "nhs", "mental", "drug", "alcohol"]),
    (Field::Probation, &["probation"]),
    (Field::Fire, &["fire"]),
    (Field::Voluntary, &["voluntary", "volunteer", "charity", "third sector"]),
    (Field::Other, &["other"]),
];

/// Returns the word for a type of agency, as it is compared with what the hub has.
pub fn word_for(field: Field) -> &'static str {
    FIELDS
        .iter()
        .find(|(other, _)| *other == field)
        .and_then(|(_, words)| words.first())
        .copied()
        .unwrap_or_default()
}

fn read_field(reader: &mut Reader) -> Option<Field> {
    let text = reader.text(SheetField::AgencyType)?;
    let small = text.to_lowercase();
    let found = FIELDS.iter().find(|(_, words)| words.iter().any(|word| small.contains(word)));
    if found.is_none() {
        let message = format!("“{text}” is not a type of agency that the hub has; it is left open.");
        reader.name(Some(SheetField::AgencyType), message);
    }
    found.map(|(field, _)| *field)
}

fn is_address(text: &str) -> bool {
    let Some((name, place)) = text.split_once('@') else { return false };
    !name.is_empty() && place.contains('.') && !place.contains('@') && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::super::testing::sheet_of;
    use super::*;

    fn read(text: &str) -> Result<AgenciesImport, Refused> {
        read_agencies(&sheet_of(text), &Mapping::default())
    }

    #[test]
    fn a_name_longer_than_any_is_refused_with_its_row_and_column() {
        let long = "Riverbridge ".repeat(20);
        let text = format!("Agency|Contact|Role\nRiverbridge Homes|Ida Marlow|Manager\n{long}|{long}|\n");
        let refused = read(&text).unwrap_err();
        let said = refused.refusals.iter().map(|it| (it.row, it.column.as_deref(), it.message.as_str()));
        let message = "This is longer than 200 letters. Is it the right column?";
        let expected = [(Some(3), Some("Agency"), message), (Some(3), Some("Contact"), message)];
        assert_eq!(said.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn an_agency_named_once_has_all_the_contacts_below_it() {
        let text = "Partners of the hub\nAgency|Contact|Role|E-mail|Telephone|Type\n\
                    Riverbridge Homes|Ida Marlow|Manager|ida@riverbridge.example|01632 960001|Housing\n\
                    |Theo Quill|Officer|theo at riverbridge|\nFire service\nriverbridge homes|||desk@riverbridge.example|\n";
        let import = read(text).unwrap();
        assert_eq!(import.agencies(), ["Riverbridge Homes", "Fire service"]);
        let people: Vec<&str> = import.rows.iter().map(|row| row.person.as_str()).collect();
        assert_eq!(people, ["Ida Marlow", "Theo Quill", "", "Riverbridge Homes"]);
        assert_eq!(import.rows[0].field, Some(Field::Housing));
        let said: Vec<(u32, Option<&str>)> =
            import.anomalies.iter().map(|it| (it.row, it.column.as_deref())).collect();
        let expected = [(4, Some("Agency")), (4, Some("E-mail")), (6, Some("Agency")), (6, Some("Contact"))];
        assert_eq!(said, expected);
    }

    #[test]
    fn a_person_twice_is_skipped_when_equal_and_refused_when_not() {
        let heading = "Agency|Name|Phone";
        let equal = read(&format!("{heading}\nFire|Ann Lee|1\nFIRE|ann lee|1\n"));
        let refused = equal.unwrap_err();
        assert!(refused.refusals[0].to_string().starts_with("Row 3, Name: ann lee of Fire stands in row 2"));
        let import = read(&format!("{heading}\nFire|Ann Lee|1\nFire|Ann Lee|1\n")).unwrap();
        assert_eq!((import.rows.len(), import.anomalies.len()), (1, 1));
    }

    #[test]
    fn a_contact_without_any_agency_is_refused() {
        let refused = read("Agency|Name|Phone\n|Ann Lee|1\n").unwrap_err();
        assert_eq!(refused.refusals[0].to_string(), "Row 2, Agency: The agency is missing.");
    }
}
