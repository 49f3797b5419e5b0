//! Undoing a splitting or combining: everything goes back to where it was, by records that are added, not erased.

use chrono::NaiveDate;

use crate::action::Action;
use crate::case::{Case, CaseLink, survivor_of};
use crate::case_file::CaseFile;
use crate::case_move::{CaseMove, MoveKind, Moved};
use crate::combining::MoveError;
use crate::ids::MeetingId;
use crate::order::{Order, OrderOn};
use crate::splitting::Plan;
use crate::words::table_date;

/// What was done to the case that was split off besides what went there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WorkedOn {
    /// It was scored.
    pub scored: bool,
    /// It is on an agenda, or something was written about it for one.
    pub on_agenda: bool,
    /// Calls were counted on it, or it was linked to a forum.
    pub noted: bool,
}

impl CaseMove {
    /// Checks that it can still be undone: in the meeting that did it while that runs, or outside a meeting on the same
    /// day.
    ///
    /// `running` is the meeting that runs now; absent when none does.
    pub fn may_be_undone(&self, running: Option<MeetingId>, today: NaiveDate) -> Result<(), MoveError> {
        match self.meeting {
            _ if self.undone => Err(MoveError::AlreadyUndone),
            Some(meeting) if running == Some(meeting) => Ok(()),
            None if self.on == today => Ok(()),
            _ => Err(MoveError::TooLate(table_date(self.on))),
        }
    }
}

/// Returns the changes that undo `made`: what went comes back, the link falls, and the signpost opens again as it was,
/// or the case that was split off is taken back.
///
/// `from` and `to` are its two cases as they are now; `links` are all links of the hub.
pub fn undo(
    made: &CaseMove,
    from: &CaseFile,
    to: &CaseFile,
    links: &[CaseLink],
    worked_on: WorkedOn,
) -> Result<Plan, MoveError> {
    if made.undone {
        return Err(MoveError::AlreadyUndone);
    }
    if survivor_of(to.case.id, links) != to.case.id {
        return Err(MoveError::WentOn(to.case.reference.clone()));
    }
    if made.kind == MoveKind::Split && survivor_of(from.case.id, links) != from.case.id {
        return Err(MoveError::WentOn(from.case.reference.clone()));
    }
    let mut plan = Plan { undone: Some(made.id), removed_links: vec![made.link], ..Plan::default() };
    let (mut back, mut left) = (from.case.clone(), to.case.clone());
    for moved in &made.moved {
        match *moved {
            Moved::Action { action } => plan.actions.push(action_back(made, to, action)?),
            Moved::Order { order, episode } => {
                let order = to.orders.iter().find(|each| each.id == order).ok_or_else(|| gone("An order"))?;
                plan.orders.push(Order { on: OrderOn::Case { case: made.from, episode }, ..order.clone() });
            }
            Moved::Link { link } => {
                let link = links.iter().find(|each| each.id == link && each.is_cross_reference_of(made.to));
                plan.links.extend(link.map(|each| each.clone().with_end(made.to, made.from)));
            }
            Moved::Person { part, at } => {
                let now = left.subjects.iter().find(|each| each.subject == part.subject).copied();
                left.subjects.retain(|each| each.subject != part.subject);
                if made.kind == MoveKind::Split && !from.knows(part.subject) {
                    let at = usize::try_from(at).unwrap_or(usize::MAX).min(back.subjects.len());
                    back.subjects.insert(at, now.unwrap_or(part));
                }
            }
        }
    }
    match made.kind {
        MoveKind::Combined => {
            let closed = from.episodes.iter().filter(|episode| Some(episode.id) == made.closed);
            plan.episodes
                .extend(closed.map(|episode| crate::episode::Episode { closed: None, ..episode.clone() }));
            changed(&mut plan, left, &to.case);
        }
        MoveKind::Split => {
            if let Some(what) = worked(made, to, links, worked_on) {
                return Err(MoveError::WorkedOn { reference: to.case.reference.clone(), what });
            }
            plan.removed_episodes.extend(to.episodes.iter().map(|episode| episode.id));
            plan.removed_cases.push(made.to);
            // Because the people of a case that is taken back must not keep it among the cases about them.
            changed(&mut plan, Case { subjects: Vec::new(), ..left }, &to.case);
        }
    }
    changed(&mut plan, back, &from.case);
    Ok(plan)
}

fn changed(plan: &mut Plan, after: Case, before: &Case) {
    if after != *before {
        plan.cases.push(after);
    }
}

fn gone(what: &str) -> MoveError {
    MoveError::MovedSince { what: what.to_owned() }
}

fn action_back(made: &CaseMove, to: &CaseFile, id: crate::ids::ActionId) -> Result<Action, MoveError> {
    let action = to.actions.iter().find(|each| each.id == id).ok_or_else(|| gone("An action"))?;
    Ok(Action { case: made.from, ..action.clone() })
}

/// Returns what was done to a case since it was split off; absent when it is as it began.
fn worked(made: &CaseMove, to: &CaseFile, links: &[CaseLink], worked_on: WorkedOn) -> Option<&'static str> {
    let came = |piece| made.moved.iter().any(|moved| moved.piece() == piece);
    let new_action = |action: &Action| !came(crate::case_move::Piece::Action { action: action.id });
    let new_order = |order: &Order| !came(crate::case_move::Piece::Order { order: order.id });
    let new_link = |link: &CaseLink| link.id != made.link && (link.from == made.to || link.to == made.to);
    match () {
        () if to.actions.iter().any(new_action) => Some("it has new actions"),
        () if to.orders.iter().any(new_order) => Some("it has new orders"),
        () if worked_on.scored => Some("it was scored"),
        () if worked_on.on_agenda => Some("it is on an agenda"),
        () if worked_on.noted => Some("calls were counted or a forum was named"),
        () if links.iter().any(new_link) => Some("it is linked"),
        () if !matches!(to.episodes.as_slice(), [only] if only.is_open()) => Some("it was closed"),
        () => None,
    }
}
