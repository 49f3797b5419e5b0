//! Writing a case register: every row an episode, its case around it.

use std::collections::HashMap;

use domain::case::Case;
use domain::closing::ClosureCheck;
use domain::episode::{Closure, ClosureReason, Episode};
use domain::factor::factors_of;
use domain::ids::{CaseId, EpisodeId, OrderId};
use domain::import::{
    Change, RegisterCase, RegisterEpisode, RegisterImport, Remark, RowKey, RowValues, SheetField,
};
use domain::order::{Order, OrderOn, OrderStage};
use domain::reference::CaseReference;
use domain::score::{Score, summarise};
use store::Reader;
use uuid::Uuid;

use super::register_cases;
use super::remembered::Current;
use super::understood::Pen;
use crate::failure::Failure;

/// Who writes a register.
pub struct RegisterScribe<'work, 'store> {
    /// What writing takes.
    pub pen: Pen<'work, 'store>,
    sheet: &'work RegisterImport,
    cases: HashMap<CaseReference, Case>,
    touched: Vec<CaseReference>,
}

/// Returns what stands in the record of every episode, as a register would write it.
pub fn current(reader: &Reader<'_>) -> Result<Vec<Current>, Failure> {
    let cases: HashMap<CaseId, Case> = reader.list_cases()?.into_iter().map(|case| (case.id, case)).collect();
    let mut scores: HashMap<EpisodeId, Vec<Score>> = HashMap::new();
    for score in reader.list_scores()? {
        scores.entry(score.episode).or_default().push(score);
    }
    let mut orders: HashMap<EpisodeId, Vec<Order>> = HashMap::new();
    for order in reader.list_orders()? {
        if let OrderOn::Case { episode, .. } = order.on {
            orders.entry(episode).or_default().push(order);
        }
    }
    let row = |episode: Episode| {
        let case = cases.get(&episode.case)?;
        let scores = scores.get(&episode.id).map(Vec::as_slice).unwrap_or_default();
        let orders = orders.get(&episode.id).map(Vec::as_slice).unwrap_or_default();
        let key = RowKey { group: case.reference.to_string(), part: episode.opened.to_string() };
        Some(Current { record: episode.id.0, key, values: values(case, &episode, scores, orders) })
    };
    Ok(reader.list_episodes()?.into_iter().filter_map(row).collect())
}

fn values(case: &Case, episode: &Episode, scores: &[Score], orders: &[Order]) -> RowValues {
    let summary = summarise(scores, episode.equal_scores_as_published);
    let points =
        |points: Option<domain::score::Points>| points.map(|each| each.to_string()).unwrap_or_default();
    let named = |in_place: bool| {
        let wanted = orders.iter().filter(|order| order.was_in_place() == in_place);
        wanted.map(|order| order.kind.as_str()).collect::<Vec<_>>().join(", ")
    };
    let mut values = RowValues::from([
        (SheetField::Opened, episode.opened.to_string()),
        (SheetField::Closed, episode.closed.as_ref().map(|each| each.on.to_string()).unwrap_or_default()),
        (SheetField::InitialScore, points(summary.initial)),
        (SheetField::CurrentScore, points(summary.current)),
        (SheetField::Age, episode.age_as_published.map(|age| age.to_string()).unwrap_or_default()),
        (SheetField::OrdersInPlace, named(true)),
        (SheetField::OrdersConsidered, named(false)),
    ]);
    // Kind and key issues stand in the row of the first episode only.
    if episode.serial == 1 {
        values.insert(SheetField::Kind, case.kind.words().to_owned());
        values.insert(SheetField::KeyIssues, case.key_issues.join(", "));
    }
    values
}

impl<'work, 'store> RegisterScribe<'work, 'store> {
    /// Sets out to write `sheet`.
    pub fn new(pen: Pen<'work, 'store>, sheet: &'work RegisterImport) -> Result<Self, Failure> {
        let cases = pen.writer.list_cases()?.into_iter().map(|case| (case.reference.clone(), case)).collect();
        Ok(Self { pen, sheet, cases, touched: Vec::new() })
    }

    fn found(&self, row: u32) -> Result<(&'work RegisterCase, &'work RegisterEpisode), Failure> {
        let here = |case: &'work RegisterCase| {
            case.episodes.iter().find(|episode| episode.row == row).map(|episode| (case, episode))
        };
        let found = self.sheet.cases.iter().find_map(here);
        found.ok_or_else(|| Failure::refused(format!("Row {row} is not in the sheet any more")))
    }

    /// Adds the episode of a row, and its case where the hub has none.
    pub fn add(&mut self, row: u32) -> Result<Uuid, Failure> {
        let (from, source) = self.found(row)?;
        self.touched.push(from.reference.clone());
        let case = match self.cases.get(&from.reference) {
            Some(case) => case.clone(),
            None => register_cases::add_case(&mut self.pen, from)?,
        };
        self.cases.insert(from.reference.clone(), case.clone());
        let earlier = self.pen.writer.episodes_of(case.id)?;
        let mut episode = Episode {
            serial: earlier.iter().map(|each| each.serial).max().unwrap_or(0) + 1,
            age_as_published: source.age,
            equal_scores_as_published: are_equal(source),
            notes: source.notes.clone(),
            ..Episode::first(EpisodeId::new(&mut **self.pen.ids), case.id, source.opened)
        };
        close(&mut episode, from, source)?;
        if episode.is_open() && earlier.iter().any(Episode::is_open) {
            let words =
                format!("Row {row}: {} is open already in the hub; close it there first", from.reference);
            return Err(Failure::refused(words));
        }
        self.pen.writer.put_episode(&episode)?;
        register_cases::add_scores(&mut self.pen, &episode, source)?;
        self.add_orders(&episode, source, |_| true)?;
        Ok(episode.id.0)
    }

    fn add_orders(
        &mut self,
        episode: &Episode,
        source: &RegisterEpisode,
        wanted: impl Fn(&str) -> bool,
    ) -> Result<(), Failure> {
        let named = [
            (OrderStage::InPlace, &source.orders_in_place),
            (OrderStage::Considered, &source.orders_considered),
        ];
        let types = self.pen.writer.list_order_types()?;
        for (stage, kinds) in named {
            for kind in kinds.iter().filter(|kind| wanted(kind)) {
                let id = OrderId::new(&mut **self.pen.ids);
                let order = register_cases::order_of(id, episode, kind, stage, source, &types);
                register_cases::add_order(&mut self.pen, &order)?;
            }
        }
        Ok(())
    }

    /// Writes the changed values of a row into its episode and case.
    pub fn amend(&mut self, row: u32, record: Uuid, changes: &[Change]) -> Result<(), Failure> {
        let (from, source) = self.found(row)?;
        self.touched.push(from.reference.clone());
        let gone = || Failure::refused(format!("Row {row}: its episode is not in the record any more"));
        let mut episode = self.pen.writer.get_episode(EpisodeId(record))?.ok_or_else(gone)?;
        let mut case = self.pen.writer.get_case(episode.case)?.ok_or_else(gone)?;
        let changed = |field: SheetField| changes.iter().any(|change| change.field == field);
        for change in changes {
            match change.field {
                SheetField::Kind => case.kind = from.kind,
                SheetField::KeyIssues => {
                    case.key_issues = from.key_issues.clone();
                    case.factors = factors_of(&case.key_issues);
                }
                SheetField::Opened => episode.opened = source.opened,
                SheetField::Age => episode.age_as_published = source.age,
                SheetField::Remarks => episode.notes = source.notes.clone(),
                _ => {}
            }
        }
        if changed(SheetField::Closed) {
            episode.closed = None;
            close(&mut episode, from, source)?;
        }
        if changed(SheetField::InitialScore) || changed(SheetField::CurrentScore) {
            episode.equal_scores_as_published = are_equal(source);
            register_cases::correct_scores(&mut self.pen, &episode, source)?;
        }
        self.pen.writer.put_case(&case)?;
        self.pen.writer.put_episode(&episode)?;
        if changed(SheetField::OrdersInPlace) || changed(SheetField::OrdersConsidered) {
            self.replace_orders(&episode, source)?;
        }
        Ok(())
    }

    /// Makes the orders of an episode those of its row: what the row no longer names is taken back, what stays is kept.
    fn replace_orders(&mut self, episode: &Episode, source: &RegisterEpisode) -> Result<(), Failure> {
        let here = |order: &Order| matches!(order.on, OrderOn::Case { episode: on, .. } if on == episode.id);
        let mut kept: Vec<String> = Vec::new();
        for order in self.pen.writer.orders_of(episode.case)?.into_iter().filter(here) {
            let list = if order.was_in_place() { &source.orders_in_place } else { &source.orders_considered };
            if list.contains(&order.kind) {
                kept.push(order.kind);
            } else {
                self.pen.writer.remove_order(order.id)?;
            }
        }
        self.add_orders(episode, source, |kind| !kept.iter().any(|each| each == kind))
    }

    /// Joins the cases by their links, once all are there.
    pub fn finish(mut self) -> Result<(), Failure> {
        let touched = std::mem::take(&mut self.touched);
        let cases = self.sheet.cases.iter().filter(|case| touched.contains(&case.reference));
        register_cases::link(&mut self.pen, cases)
    }
}

/// Tells whether a row gives the same number twice: nobody can tell unchanged from not re-scored.
fn are_equal(source: &RegisterEpisode) -> bool {
    source.initial_score.is_some() && source.initial_score == source.current_score
}

fn close(episode: &mut Episode, from: &RegisterCase, source: &RegisterEpisode) -> Result<(), Failure> {
    // The hand-over is of the case as it stands now, so it belongs to its last episode.
    let is_last = from.episodes.last().is_some_and(|last| last.row == source.row);
    episode.handed_to = from.handed_to.clone().filter(|_| is_last);
    if let Some(on) = source.closed {
        let reason = source.closed_by.unwrap_or(ClosureReason::Closed);
        let closure = Closure {
            on,
            reason,
            no_score_because: None,
            summary: String::new(),
            check: ClosureCheck::default(),
        };
        episode.close(closure)?;
    }
    Ok(())
}

/// Returns the facts beside a case that its rows tell.
pub fn outside_facts(from: &RegisterCase) -> Vec<String> {
    let remarks = from.episodes.iter().flat_map(|episode| &episode.remarks);
    let fact = |remark: &Remark| match remark {
        Remark::OutsideFact { text } => Some(text.clone()),
        _ => None,
    };
    remarks.filter_map(fact).collect()
}
