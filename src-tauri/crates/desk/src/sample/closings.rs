//! What was settled when a case of the sample was closed, and its closing summary.

use domain::case::Case;
use domain::closing::{ActionEnding, ClosingAnswers, ClosingFacts, EndedAction, WatchedOrder};
use domain::episode::{ClosureReason, Episode};
use domain::ids::CaseId;

use super::maker::Maker;
use crate::failure::Failure;

impl Maker<'_, '_> {
    /// Fills the checklists of the cases that a meeting closed or handed over; made last, because an order may stay.
    pub fn make_closings(&mut self) -> Result<(), Failure> {
        let cases: Vec<CaseId> = self.made.cases.values().map(|case| case.id).collect();
        for id in cases {
            let Some(case) = self.writer.get_case(id)? else { continue };
            let episodes = self.writer.episodes_of(id)?;
            let settled = |episode: &&Episode| {
                let reason = episode.closed.as_ref().map(|closure| closure.reason);
                matches!(reason, Some(ClosureReason::Closed | ClosureReason::HandedOver))
            };
            // Earlier episodes were closed in the days of the register, which tells nothing of it.
            if let Some(episode) = episodes.last().filter(settled) {
                self.make_closing(&case, episode.clone())?;
            }
        }
        Ok(())
    }

    fn make_closing(&mut self, case: &Case, mut episode: Episode) -> Result<(), Failure> {
        let (actions, orders) = (self.writer.actions_of(case.id)?, self.writer.orders_of(case.id)?);
        let mut scores = self.writer.scores_of(case.id)?;
        scores.retain(|score| score.episode == episode.id);
        scores.sort_by_key(|score| score.serial);
        let names = crate::names::Names::load(self.writer)?;
        let lead = names.agency(case.lead_agency).to_owned();
        let scheme = episode.handed_to.clone();
        let Some(closure) = &mut episode.closed else { return Ok(()) };
        let facts = ClosingFacts {
            case,
            opened: episode.opened,
            on: closure.on,
            actions: &actions,
            orders: &orders,
            scores: &scores,
        };
        let stays = facts.open_actions().map(|action| EndedAction {
            action: action.id,
            ending: ActionEnding::StaysOpen,
            reason: "It was begun and is finished without the meeting".to_owned(),
        });
        let watched =
            facts.staying_orders().map(|order| WatchedOrder { order: order.id, watched_by: lead.clone() });
        let involved = case.involved.iter().map(|id| names.agency(Some(*id)).to_owned());
        let answers = ClosingAnswers {
            actions: stays.collect(),
            orders: watched.collect(),
            told: std::iter::once(lead.clone()).chain(involved).collect(),
            told_besides: String::new(),
            summary: String::new(),
        };
        closure.summary = facts.summary(&answers.actions, None, scheme.as_deref());
        closure.check = facts.settled(&answers)?;
        self.writer.put_episode(&episode)?;
        Ok(())
    }
}
