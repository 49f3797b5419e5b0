//! Opening dates that are possible and yet look wrong.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::super::fields::SheetField;
use super::case::Grouping;
use super::row::{Hub, RegisterRow};
use crate::words::table_date;

/// How many days before all cases with a lower number an opening is named.
const FAR_BEFORE: i64 = 365;

const OPENED: Option<SheetField> = Some(SheetField::Opened);

impl Grouping<'_, '_> {
    /// Names openings before the hub began, after today, and far before every case with a lower number.
    pub fn name_odd_openings(&mut self, rows: &[RegisterRow], hub: &Hub) {
        let mut by_number: BTreeMap<u32, NaiveDate> = BTreeMap::new();
        for row in rows {
            let earliest = by_number.entry(row.reference.number).or_insert(row.opened);
            *earliest = row.opened.min(*earliest);
        }
        let earliest_below = running_minimum(&by_number);
        for row in rows {
            let opened = table_date(row.opened);
            if let Some(began) = hub.began.filter(|began| row.opened < *began) {
                let message = format!(
                    "Opened on {opened}, before the hub began on {}; kept as written.",
                    table_date(began)
                );
                self.name(row, OPENED, message);
            }
            if hub.today.is_some_and(|today| row.opened > today) {
                self.name(row, OPENED, format!("Opened on {opened}, after today; kept as written."));
            }
            let below = earliest_below.get(&row.reference.number).copied().flatten();
            if below.is_some_and(|below| (below - row.opened).num_days() > FAR_BEFORE) {
                let message = format!(
                    "Opened on {opened}, over a year before every case with a lower number and perhaps before the hub existed; \
                     kept as written."
                );
                self.name(row, OPENED, message);
            }
        }
    }
}

/// Returns for every number the earliest opening among lower numbers; nothing for the lowest.
fn running_minimum(by_number: &BTreeMap<u32, NaiveDate>) -> BTreeMap<u32, Option<NaiveDate>> {
    let mut earliest: Option<NaiveDate> = None;
    let mut minima = BTreeMap::new();
    for (number, opened) in by_number {
        minima.insert(*number, earliest);
        earliest = Some(earliest.map_or(*opened, |before| before.min(*opened)));
    }
    minima
}
