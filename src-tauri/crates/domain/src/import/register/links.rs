//! What holds cases together: cross references, splits, combinations, hand-overs and re-openings.

use std::collections::{BTreeMap, BTreeSet};

use super::super::fields::SheetField;
use super::case::{Grouping, RegisterCase};
use super::remark::Remark;
use super::row::{RegisterRow, ScoreCell};
use crate::episode::ClosureReason;
use crate::reference::CaseReference;
use crate::words::table_date;

const REMARKS: Option<SheetField> = Some(SheetField::Remarks);

impl Grouping<'_, '_> {
    /// Links `cases` by what `rows` say, and names what the rows say in one place only.
    pub fn link(&mut self, cases: &mut [RegisterCase], rows: &[RegisterRow]) {
        let places: BTreeMap<CaseReference, usize> =
            cases.iter().enumerate().map(|(place, case)| (case.reference.clone(), place)).collect();
        let schemes = schemes_of(rows);
        for row in rows {
            let Some(case) = places.get(&row.reference).and_then(|place| cases.get_mut(*place)) else {
                continue;
            };
            // A row that was skipped as a repetition has said everything already.
            let Some(episode) = case.episodes.iter().position(|episode| episode.row == row.row) else {
                continue;
            };
            self.read_remarks(case, episode, row);
            self.read_words_for_scores(case, episode, row, &schemes);
        }
        self.break_circles(cases, &places, rows);
        self.cross_reference(cases, &places, rows);
    }

    fn read_remarks(&mut self, case: &mut RegisterCase, episode: usize, row: &RegisterRow) {
        let mut under_scheme_from = episode;
        for remark in &row.remarks {
            match remark {
                Remark::ReOpened { on } => {
                    let later = case.episodes.iter().position(|other| match on {
                        Some(on) => other.opened == *on,
                        None => other.opened > row.opened,
                    });
                    match later {
                        Some(later) => under_scheme_from = later,
                        None => self.name_missing_episode(case, episode, row, *on),
                    }
                }
                Remark::SplitFrom { reference } if *reference == case.reference => {
                    self.name(
                        row,
                        REMARKS,
                        format!("{reference} cannot be split from itself; that is left out."),
                    );
                }
                Remark::SplitFrom { reference } => {
                    case.split_from.get_or_insert_with(|| reference.clone());
                }
                Remark::CombinedWith { reference } if *reference == case.reference => {
                    self.name(
                        row,
                        REMARKS,
                        format!("{reference} cannot be combined with itself; that is left out."),
                    );
                }
                Remark::CombinedWith { reference } => self.combine(case, row, reference),
                Remark::UnderScheme { scheme } => {
                    if under_scheme_from != episode {
                        let opened = table_date(case.episodes[under_scheme_from].opened);
                        let message = format!(
                            "The hand-over to {scheme} is taken for the episode re-opened on {opened}."
                        );
                        self.name(row, REMARKS, message);
                    }
                    self.hand_over(case, under_scheme_from, row, scheme);
                }
                Remark::OrderNews { .. } | Remark::OutsideFact { .. } | Remark::Note { .. } => {}
            }
        }
    }

    fn name_missing_episode(
        &mut self,
        case: &mut RegisterCase,
        episode: usize,
        row: &RegisterRow,
        on: Option<chrono::NaiveDate>,
    ) {
        let said =
            on.map(|on| format!("re-opened on {}", table_date(on))).unwrap_or_else(|| "re-opened".to_owned());
        let message = format!(
            "The remark says {said}, but no row has that episode; none is made, the remark stays a note."
        );
        self.name(row, REMARKS, message);
        let on = on.map(|on| format!(" {}", table_date(on))).unwrap_or_default();
        case.episodes[episode].notes.push(format!("Re-opened{on}"));
    }

    fn combine(&mut self, case: &mut RegisterCase, row: &RegisterRow, reference: &CaseReference) {
        if case.episodes.iter().any(|episode| episode.closed.is_none()) {
            let message = format!(
                "Combined with {reference}, but without a closing date; it is linked and stays open."
            );
            self.name(row, REMARKS, message);
            return;
        }
        if case.combined_into.is_none() {
            case.combined_into = Some(reference.clone());
            if let Some(last) = case.episodes.last_mut() {
                last.closed_by = Some(ClosureReason::Combined);
            }
        }
    }

    fn hand_over(&mut self, case: &mut RegisterCase, episode: usize, row: &RegisterRow, scheme: &str) {
        let episode = &mut case.episodes[episode];
        if episode.closed.is_none() {
            let message = format!(
                "Under {scheme}, but without a closing date; the case stays open, the remark a note."
            );
            self.name(row, REMARKS, message);
            episode.notes.push(format!("Case under {scheme}"));
            return;
        }
        episode.closed_by = Some(ClosureReason::HandedOver);
        case.handed_to = Some(scheme.to_owned());
    }

    /// Hands over an episode whose current score is the name of a scheme that remarks speak of; other words become notes.
    fn read_words_for_scores(
        &mut self,
        case: &mut RegisterCase,
        episode: usize,
        row: &RegisterRow,
        schemes: &BTreeSet<String>,
    ) {
        let scores =
            [(SheetField::InitialScore, &row.initial_score), (SheetField::CurrentScore, &row.current_score)];
        for (field, score) in scores {
            let ScoreCell::Word { text } = score else { continue };
            let is_scheme = field == SheetField::CurrentScore && schemes.contains(&text.to_lowercase());
            let episode = &mut case.episodes[episode];
            if is_scheme && episode.closed.is_some() {
                episode.closed_by = Some(ClosureReason::HandedOver);
                case.handed_to = Some(text.clone());
            } else {
                episode
                    .notes
                    .push(format!("{}: {text}", self.table.headings.heading_of(field, self.table.kind)));
            }
        }
    }

    /// Drops combinations that lead back to their own case, because a signpost must lead to a survivor.
    fn break_circles(
        &mut self,
        cases: &mut [RegisterCase],
        places: &BTreeMap<CaseReference, usize>,
        rows: &[RegisterRow],
    ) {
        let mut settled = BTreeSet::new();
        for start in 0..cases.len() {
            let mut path = BTreeSet::new();
            let mut at = start;
            while path.insert(at) && !settled.contains(&at) {
                let next = cases[at].combined_into.as_ref().and_then(|next| places.get(next).copied());
                match next {
                    Some(next) if path.contains(&next) => self.undo_combination(&mut cases[at], rows),
                    Some(next) => at = next,
                    None => break,
                }
            }
            settled.extend(path);
        }
    }

    fn undo_combination(&mut self, case: &mut RegisterCase, rows: &[RegisterRow]) {
        let (Some(into), Some(last)) = (case.combined_into.take(), case.episodes.last_mut()) else { return };
        last.closed_by = Some(ClosureReason::Closed);
        if let Some(row) = rows.iter().find(|row| row.row == last.row) {
            self.name(
                row,
                REMARKS,
                format!("Combined with {into}, which leads back here; the two are only linked."),
            );
        }
    }

    fn cross_reference(
        &mut self,
        cases: &mut [RegisterCase],
        places: &BTreeMap<CaseReference, usize>,
        rows: &[RegisterRow],
    ) {
        let in_column: BTreeSet<(&CaseReference, &CaseReference)> = rows
            .iter()
            .flat_map(|row| row.cross_references.iter().map(move |other| (&row.reference, other)))
            .collect();
        let mut links: BTreeMap<CaseReference, BTreeSet<CaseReference>> = BTreeMap::new();
        for row in rows {
            let own = &row.reference;
            for other in partners_of(row).filter(|other| *other != own) {
                let is_in_column = row.cross_references.contains(other);
                let column = if is_in_column { SheetField::CrossReferences } else { SheetField::Remarks };
                if !places.contains_key(other) {
                    self.name(row, Some(column), format!("{other} is not in this sheet."));
                } else if is_in_column && !in_column.contains(&(other, own)) {
                    let message = format!(
                        "{own} names {other}, which does not name {own}; the link is made both ways."
                    );
                    self.name(row, Some(column), message);
                } else if !is_in_column && !in_column.contains(&(own, other)) {
                    let message =
                        format!("Only the remark names {other}; the cross reference is made, both ways.");
                    self.name(row, Some(column), message);
                }
                links.entry(own.clone()).or_default().insert(other.clone());
                links.entry(other.clone()).or_default().insert(own.clone());
            }
        }
        for case in cases {
            case.cross_references = links.remove(&case.reference).unwrap_or_default().into_iter().collect();
        }
    }
}

/// Returns every case that a row names, each once.
fn partners_of(row: &RegisterRow) -> impl Iterator<Item = &CaseReference> {
    let by_remark = row.remarks.iter().filter_map(|remark| match remark {
        Remark::SplitFrom { reference } | Remark::CombinedWith { reference } => Some(reference),
        _ => None,
    });
    let all: BTreeSet<&CaseReference> =
        row.cross_references.iter().chain(by_remark).chain(&row.named_in_remark).collect();
    all.into_iter()
}

/// Returns the schemes that remarks name, in small letters.
fn schemes_of(rows: &[RegisterRow]) -> BTreeSet<String> {
    let remarks = rows.iter().flat_map(|row| &row.remarks);
    remarks
        .filter_map(|remark| match remark {
            Remark::UnderScheme { scheme } => Some(scheme.to_lowercase()),
            _ => None,
        })
        .collect()
}
