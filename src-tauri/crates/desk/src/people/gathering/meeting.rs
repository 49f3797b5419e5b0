//! What is held of one item of a meeting.

use domain::meeting::Item;
use domain::words::{listed, table_date};

use super::Gatherer;
use super::lines::{Lines, joined};
use crate::failure::Failure;

/// What is said of a text that was taken back: it is held all the same.
const TAKEN_BACK: &str = " (taken back)";

impl Gatherer<'_> {
    pub(super) fn meeting(&self, lines: &mut Lines, item: &Item) -> Result<(), Failure> {
        let Some(meeting) = self.reader.get_meeting(item.meeting)? else { return Ok(()) };
        let on = table_date(meeting.date);
        let depth = item.depth.words();
        lines.put(
            format!("Agenda of {on}"),
            self.access.text(&joined(&[item.group.words(), depth, &item.title, &item.why], "; ")),
        );
        for point in self.reader.key_points_of_item(item.id)? {
            let taken_back = if point.withdrawn { TAKEN_BACK } else { "" };
            lines.put(format!("Key point, {on}{taken_back}"), self.access.text(&point.text));
        }
        for decision in self.reader.decisions_of_item(item.id)? {
            let taken_back = if decision.withdrawn { TAKEN_BACK } else { "" };
            let words = decision.outcome.words(&decision.text);
            lines.put(format!("Decision, {on}{taken_back}"), self.access.text(&words));
            lines.put(
                format!("No closing score, {on}{taken_back}"),
                self.access.text(decision.outcome.no_score_because().unwrap_or("")),
            );
        }
        for revision in
            self.reader.revisions_of(item.meeting)?.iter().filter(|each| each.item == Some(item.id))
        {
            let what = [("before", &revision.before), ("now", &revision.after)];
            let what: Vec<String> = what
                .into_iter()
                .filter(|(_, text)| !text.trim().is_empty())
                .map(|(when, text)| format!("{when}: {text}"))
                .collect();
            let at = table_date(crate::london::date(revision.at));
            let text = format!("{} (by {}, {at})", listed(&what), revision.by);
            lines.put(format!("Correction of the minutes, {on}"), self.access.text(&text));
        }
        Ok(())
    }
}
