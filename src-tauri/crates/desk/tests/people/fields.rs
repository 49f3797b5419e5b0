//! The columns of the record that no export tells, each with its reason.

use std::collections::BTreeSet;

use crate::planted::Planted;

/// Every column of the record, as the store's own test keeps them.
const SCHEMA: &str = include_str!("../../../store/src/tests/schema.txt");

/// Columns of any table that hold nothing on anybody.
const OF_ANY_TABLE: [(&str, &str); 4] = [
    ("id", "a key"),
    ("removed", "what was removed is not held"),
    ("serial", "gives the order"),
    ("position", "gives the order"),
];

/// Tables that hold nothing on a person that is not told from another one.
const TABLES: &[(&str, &str)] = &[
    ("action_template", "usual actions, no record of anybody"),
    ("agency", "partners, told by name where they stand"),
    ("area", "wards, told by name where they stand"),
    ("attendance", "who was at a meeting, whatever it spoke of"),
    ("audit", "keys, instants and hashes; the paper says that it is no part of the copy"),
    ("case_move", "what went stands with the case it went to; the decision and the link tell that it did"),
    ("disposal", "what was disposed of is held no more"),
    ("disposed_row", "keys of what is held no more"),
    ("draft", "typed and not saved yet: nobody's record"),
    ("heading_map", "headings of sheets"),
    ("history", "earlier wordings; the paper says that they are no part of the copy"),
    ("hub", "which hub it is"),
    ("import_row", "the same values as in the record, to find them again"),
    ("issue", "a paper as it went out, told where it was written"),
    ("issue_part", "a page as it went out, told where it was written"),
    ("issued_copy", "copies by number and partner; what was sent stands in the disclosure log"),
    ("disclosure", "told by reference and partner; listed on its own paper"),
    ("matrix_version", "factors and weights, told where they were answered"),
    ("meeting", "when it was stands with each item; room and chair concern nobody"),
    ("officer", "partners' staff, told by name where they stand"),
    ("order_type", "types and periods"),
    ("room_state", "what the room shows at this moment"),
    ("search_entry", "made from the record"),
    ("settings", "the hub's own choices"),
    ("user", "those who hold a passphrase"),
];

/// Single columns.
const COLUMNS: &[(&str, &str)] = &[
    ("action.case_id", "the part of the paper"),
    ("action.raised_at", "the meeting's day is the day it was raised"),
    ("action.light_set", "the light itself is told"),
    ("action.awaits_acceptance", "told by the answer"),
    ("action_update.action", "stands under its action"),
    ("action_update.meeting", "the day is told"),
    ("agency_check.referral", "the part of the paper"),
    ("case_link.from_case", "the part of the paper"),
    ("case_subject.case_id", "the part of the paper"),
    ("case_subject.subject", "the person, or another one"),
    ("decision.item", "stands under its meeting"),
    ("decision.withdrawn", "said beside it"),
    ("decision.at", "the meeting's day is told"),
    ("decision.case_id", "the referral tells which case it became"),
    ("decision.case_move", "the decision names the case"),
    ("demand_count.case_id", "the part of the paper"),
    ("episode.case_id", "the part of the paper"),
    ("forum_link.case_id", "the part of the paper"),
    ("item.case_id", "the part of the paper"),
    ("item.referral", "the part of the paper"),
    ("item.about", "the part of the paper"),
    ("item.minutes", "how long was planned for it"),
    ("item.began_at", "the clock of the meeting"),
    ("item.left_at", "the clock of the meeting"),
    ("item.spent_ms", "the clock of the meeting"),
    ("item.level", "how much the projector showed"),
    ("item.fixed_at", "the plan of the meeting"),
    ("item.pinned", "the plan of the meeting"),
    ("item.needs", "which agencies have to come"),
    ("key_point.item", "stands under its meeting"),
    ("key_point.shown", "what the projector showed"),
    ("key_point.withdrawn", "said beside it"),
    ("key_point.at", "the meeting's day is told"),
    ("light_setting.action", "stands under its action"),
    ("minutes_revision.meeting", "the meeting's day is told"),
    ("minutes_revision.item", "stands under its item"),
    ("minutes_revision.after_approval", "how the minutes print it"),
    ("order_breach.order_id", "stands under its order"),
    ("order_event.order_id", "stands under its order"),
    ("order_event.meeting", "the day is told"),
    ("order_event.takes_back", "the step says so"),
    ("order_event.before", "the step before it tells the same"),
    ("order_offer.order_id", "stands under its order"),
    ("order_record.attached_to", "where it stands tells it"),
    ("order_record.case_id", "the part of the paper"),
    ("order_record.episode", "its days tell it"),
    ("order_record.referral", "the part of the paper"),
    ("order_record.subject", "this person, or said to be another one"),
    ("order_record.order_type", "its name is told"),
    ("order_review.order_id", "stands under its order"),
    ("referral_subject.referral", "the part of the paper"),
    ("referral_subject.subject", "the person, or another one"),
    ("retention_choice.of", "where it stands tells it"),
    ("retention_choice.record", "the part of the paper"),
    ("score.episode", "its day and stage tell it"),
    ("score.matrix_version", "named by the matrix"),
    ("written_update.meeting", "the day is told"),
    ("written_update.case_id", "the part of the paper"),
    ("written_update.shown", "what the projector showed"),
];

/// Returns what is wrong: columns neither told nor excepted, and exceptions for what is told or not there.
pub fn unaccounted(planted: &Planted) -> Vec<String> {
    let told: BTreeSet<&str> = planted.columns().collect();
    let excepted: BTreeSet<&str> = COLUMNS.iter().map(|(column, _)| *column).collect();
    let left_out = |table: &str| TABLES.iter().any(|(each, _)| *each == table);
    let mut held = BTreeSet::new();
    let mut problems = Vec::new();
    for column in SCHEMA.lines().filter_map(|line| line.split(' ').next()) {
        let (table, name) = column.split_once('.').unwrap();
        if left_out(table) || OF_ANY_TABLE.iter().any(|(each, _)| *each == name) {
            continue;
        }
        held.insert(column);
        if told.contains(column) == excepted.contains(column) {
            problems.push(format!("{column} is either told or left out for a reason"));
        }
    }
    let unknown = told.iter().chain(&excepted).filter(|column| !held.contains(**column));
    problems.extend(
        unknown.filter(|column| !told.contains(**column)).map(|column| format!("{column} is no column")),
    );
    problems
}
