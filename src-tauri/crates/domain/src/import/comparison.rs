//! Comparing a sheet with what the hub has: what is new, the same, changed, or no longer in the file.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::fields::SheetField;

/// The values of a row as text: dates as `YYYY-MM-DD`, totals as [`crate::score::Points`] writes them, lists joined by `, `,
/// nothing as an empty text. A field that is absent is not compared.
pub type RowValues = BTreeMap<SheetField, String>;

/// By what a row is known from one import to the next.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct RowKey {
    /// What the row belongs to: a case's reference, an agency's name in small letters.
    pub group: String,
    /// Which row of the group: the opening date, a person's name, an action's words.
    pub part: String,
}

/// A row of the sheet, ready to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRow {
    /// The line of the file or row of the sheet, from 1.
    pub row: u32,
    /// By what it is known.
    pub key: RowKey,
    /// Its values, only of columns that the sheet has.
    pub values: RowValues,
}

/// A row that the hub has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRow {
    /// By what it is known.
    pub key: RowKey,
    /// What the last import wrote; absent for what was entered in the application.
    pub imported: Option<RowValues>,
    /// What stands there now; a field that is absent still has the value of the last import.
    pub current: RowValues,
}

/// A value that the sheet has otherwise than the hub.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Change {
    /// Which.
    pub field: SheetField,
    /// What the hub has; empty for nothing.
    pub old: String,
    /// What the sheet has; empty for nothing.
    pub new: String,
    /// Whether it was edited in the application since the last import; then it is overwritten only when it is ticked by name.
    pub edited_in_application: bool,
}

/// What is to be done with one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "plan")]
pub enum RowPlan {
    /// The hub does not have it: it is added.
    New {
        /// The row of the sheet.
        row: u32,
        /// By what it is known.
        key: RowKey,
    },
    /// The hub has it with the same values: it is skipped.
    Same {
        /// The row of the sheet.
        row: u32,
        /// By what it is known.
        key: RowKey,
    },
    /// The hub has it with other values: shown, and written when ticked.
    Changed {
        /// The row of the sheet.
        row: u32,
        /// By what the hub knows it.
        key: RowKey,
        /// At least one.
        changes: Vec<Change>,
    },
    /// The hub has it and the sheet does not: reported, never deleted.
    Missing {
        /// By what the hub knows it.
        key: RowKey,
    },
}

/// Whether a row that is left over in a group, in the hub and in the sheet, is one row whose key was corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOver {
    /// It is: an opening date was corrected, and a second episode would be an invention.
    IsTheSame,
    /// It is not: another person, another action.
    IsAnother,
}

/// Returns what is to be done with every row: those of the sheet in their order, then those missing from it.
///
/// Rows with an import behind them only are ever missing: what was entered in the application never was in the file.
pub fn compare(stored: &[StoredRow], sheet: &[FileRow], left_over: LeftOver) -> Vec<RowPlan> {
    let by_key: BTreeMap<&RowKey, &StoredRow> = stored.iter().map(|row| (&row.key, row)).collect();
    let in_sheet: BTreeSet<&RowKey> = sheet.iter().map(|row| &row.key).collect();
    let imported = stored.iter().filter(|row| row.imported.is_some());
    let mut missing: BTreeMap<&RowKey, &StoredRow> =
        imported.filter(|row| !in_sheet.contains(&row.key)).map(|row| (&row.key, row)).collect();
    let lone_missing = lone_of_each_group(missing.keys().copied());
    let lone_new = lone_of_each_group(in_sheet.iter().copied().filter(|key| !by_key.contains_key(key)));
    let mut plans = Vec::with_capacity(sheet.len());
    for row in sheet {
        let corrected = || {
            let is_lone = left_over == LeftOver::IsTheSame
                && lone_new.get(row.key.group.as_str()) == Some(&Some(&row.key));
            let before = lone_missing.get(row.key.group.as_str()).copied().flatten().filter(|_| is_lone)?;
            by_key.get(before)
        };
        let Some(counterpart) = by_key.get(&row.key).or_else(corrected).copied() else {
            plans.push(RowPlan::New { row: row.row, key: row.key.clone() });
            continue;
        };
        missing.remove(&counterpart.key);
        let changes = changes_between(counterpart, row);
        let key = counterpart.key.clone();
        plans.push(match changes.is_empty() {
            true => RowPlan::Same { row: row.row, key },
            false => RowPlan::Changed { row: row.row, key, changes },
        });
    }
    plans.extend(missing.into_keys().map(|key| RowPlan::Missing { key: key.clone() }));
    plans
}

/// Returns for every group its only key, or nothing when it has more than one.
fn lone_of_each_group<'a>(keys: impl Iterator<Item = &'a RowKey>) -> BTreeMap<&'a str, Option<&'a RowKey>> {
    let mut groups = BTreeMap::new();
    for key in keys {
        groups.entry(key.group.as_str()).and_modify(|only| *only = None).or_insert(Some(key));
    }
    groups
}

fn changes_between(stored: &StoredRow, row: &FileRow) -> Vec<Change> {
    let imported = |field| stored.imported.as_ref().and_then(|values| values.get(field));
    let differing = row.values.iter().filter_map(|(field, new)| {
        let old = stored.current.get(field).or_else(|| imported(field))?;
        let edited_in_application = imported(field) != Some(old);
        let change = Change { field: *field, old: old.clone(), new: new.clone(), edited_in_application };
        (old != new).then_some(change)
    });
    differing.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(group: &str, part: &str) -> RowKey {
        RowKey { group: group.into(), part: part.into() }
    }

    fn values(pairs: &[(SheetField, &str)]) -> RowValues {
        pairs.iter().map(|(field, value)| (*field, (*value).to_owned())).collect()
    }

    fn imported(part: &str, pairs: &[(SheetField, &str)]) -> StoredRow {
        StoredRow { key: key("DEMO.1", part), imported: Some(values(pairs)), current: RowValues::new() }
    }

    fn in_file(row: u32, part: &str, pairs: &[(SheetField, &str)]) -> FileRow {
        FileRow { row, key: key("DEMO.1", part), values: values(pairs) }
    }

    const AGE: SheetField = SheetField::Age;
    const CLOSED: SheetField = SheetField::Closed;
    const OPENED: SheetField = SheetField::Opened;

    #[test]
    fn the_same_file_again_changes_nothing() {
        let stored = [imported("2025-01-07", &[(AGE, "44"), (CLOSED, "")])];
        let sheet = [in_file(2, "2025-01-07", &[(AGE, "44"), (CLOSED, "")])];
        let plans = compare(&stored, &sheet, LeftOver::IsTheSame);
        assert_eq!(plans, [RowPlan::Same { row: 2, key: key("DEMO.1", "2025-01-07") }]);
    }

    #[test]
    fn a_changed_value_is_shown_old_and_new() {
        let stored = [imported("2025-01-07", &[(AGE, "44"), (CLOSED, "")])];
        let sheet = [in_file(2, "2025-01-07", &[(AGE, "44"), (CLOSED, "2025-03-04")])];
        let change = Change {
            field: CLOSED,
            old: String::new(),
            new: "2025-03-04".into(),
            edited_in_application: false,
        };
        let expected = RowPlan::Changed { row: 2, key: key("DEMO.1", "2025-01-07"), changes: vec![change] };
        assert_eq!(compare(&stored, &sheet, LeftOver::IsTheSame), [expected]);
    }

    #[test]
    fn what_was_edited_in_the_application_is_marked_even_when_the_file_is_the_old_one() {
        let mut row = imported("2025-01-07", &[(AGE, "44")]);
        row.current = values(&[(AGE, "45")]);
        for (in_the_file, is_edited) in [("44", true), ("46", true)] {
            let plans = compare(
                &[row.clone()],
                &[in_file(2, "2025-01-07", &[(AGE, in_the_file)])],
                LeftOver::IsTheSame,
            );
            let RowPlan::Changed { changes, .. } = &plans[0] else { panic!("{plans:?}") };
            assert_eq!(changes[0].edited_in_application, is_edited, "file says {in_the_file}");
        }
        let agreed = compare(&[row], &[in_file(2, "2025-01-07", &[(AGE, "45")])], LeftOver::IsTheSame);
        assert!(matches!(agreed[0], RowPlan::Same { .. }), "the file caught up with the application");
    }

    #[test]
    fn what_was_entered_in_the_application_counts_as_edited_and_is_never_missing() {
        let entered =
            StoredRow { key: key("DEMO.1", "2025-01-07"), imported: None, current: values(&[(AGE, "44")]) };
        let plans = compare(
            std::slice::from_ref(&entered),
            &[in_file(2, "2025-01-07", &[(AGE, "45")])],
            LeftOver::IsTheSame,
        );
        assert!(matches!(&plans[0], RowPlan::Changed { changes, .. } if changes[0].edited_in_application));
        assert_eq!(compare(&[entered], &[], LeftOver::IsTheSame), []);
    }

    #[test]
    fn a_row_that_left_the_file_is_reported() {
        let stored = [imported("2025-01-07", &[]), imported("2025-06-03", &[])];
        let plans = compare(&stored, &[in_file(2, "2025-06-03", &[])], LeftOver::IsTheSame);
        assert_eq!(plans[1], RowPlan::Missing { key: key("DEMO.1", "2025-01-07") });
    }

    #[test]
    fn a_corrected_opening_date_is_a_change_and_no_second_episode() {
        let stored = [imported("2025-01-07", &[(OPENED, "2025-01-07")])];
        let sheet = [in_file(2, "2025-01-08", &[(OPENED, "2025-01-08")])];
        let plans = compare(&stored, &sheet, LeftOver::IsTheSame);
        assert_eq!(plans.len(), 1, "neither new nor missing: {plans:?}");
        assert!(matches!(&plans[0], RowPlan::Changed { changes, .. } if changes[0].field == OPENED));
        let another = compare(&stored, &sheet, LeftOver::IsAnother);
        assert!(matches!(another[..], [RowPlan::New { .. }, RowPlan::Missing { .. }]));
    }

    #[test]
    fn a_new_episode_beside_the_old_one_is_new() {
        let stored = [imported("2025-01-07", &[])];
        let sheet = [in_file(2, "2025-01-07", &[]), in_file(3, "2025-06-03", &[])];
        let plans = compare(&stored, &sheet, LeftOver::IsTheSame);
        assert!(matches!(plans[..], [RowPlan::Same { .. }, RowPlan::New { .. }]));
    }

    #[test]
    fn a_column_that_the_file_no_longer_has_empties_nothing() {
        let stored = [imported("2025-01-07", &[(AGE, "44")])];
        let plans = compare(&stored, &[in_file(2, "2025-01-07", &[])], LeftOver::IsTheSame);
        assert!(matches!(plans[0], RowPlan::Same { .. }));
    }
}
