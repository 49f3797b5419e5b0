//! Decisions, with what follows from them in the same transaction.

use domain::deciding::{self, DecisionError};
use domain::episode::Episode;
use domain::ids::{CaseId, DecisionId, EpisodeId, ReferralId};
use domain::meeting::{Decision, Item, Outcome};
use domain::reference::CaseReference;
use domain::referral::Referral;
use domain::score::ScoreStage;

use super::{Room, change, meeting_of};
use crate::cases::{close_episode, editable, latest_episode};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn decide(desk: &mut Desk, request: Decide) -> Result<RoomView, Failure> {
    let (at, by) = (desk.now(), desk.hub()?.user.name.clone());
    let meeting = meeting_of(desk, request.item)?;
    change(desk, meeting, |room| {
        let item = room.item(request.item)?;
        let text = request.text.trim().to_owned();
        room.take_back(&item)?;
        let outcome = room.carry_out(&item, request.choice, &text, &by)?;
        let serial = room.writer.decisions_of_item(item.id)?.len() + 1;
        let decision = Decision {
            id: DecisionId::new(&mut **room.ids),
            item: item.id,
            serial: u32::try_from(serial).unwrap_or(u32::MAX),
            outcome,
            text,
            withdrawn: false,
            at,
        };
        room.writer.add_decision(&decision)?;
        Ok(())
    })
}

pub fn withdraw_decision(desk: &mut Desk, request: OfItem) -> Result<RoomView, Failure> {
    let meeting = meeting_of(desk, request.item)?;
    change(desk, meeting, |room| {
        let item = room.item(request.item)?;
        room.take_back(&item)?;
        // Those that were replaced must not stand again: what followed from them was taken back long ago.
        for decision in room.writer.decisions_of_item(item.id)? {
            room.writer.withdraw_decision(decision.id)?;
        }
        Ok(())
    })
}

impl Room<'_, '_> {
    /// Does what a decision says, and returns it as it is recorded.
    fn carry_out(
        &mut self,
        item: &Item,
        choice: DecisionChoice,
        text: &str,
        by: &str,
    ) -> Result<Outcome, Failure> {
        let day = self.meeting.date;
        let outcome = recorded(&choice);
        deciding::fits(item.about, &outcome, text)?;
        match (choice, item.about.case(), item.about.referral()) {
            (DecisionChoice::Close { score, no_score_because }, Some(case), _) => {
                self.close(case, score, no_score_because, None, text, by)?;
            }
            (DecisionChoice::HandOver { scheme }, Some(case), _) => {
                let because = format!("handed over to {}", scheme.trim());
                self.close(case, None, Some(because), Some(scheme), text, by)?;
            }
            (DecisionChoice::Adopt { kind, lead_agency }, _, Some(id)) => {
                let case = self.adopt(id, kind, lead_agency)?;
                return Ok(Outcome::Adopt { case });
            }
            (DecisionChoice::NotAdopt { outcomes }, _, Some(id)) => {
                self.with_referral(id, |referral| Ok(referral.not_adopt(outcomes, day)?))?;
            }
            (DecisionChoice::MoreInformation { by }, _, Some(id)) => {
                let note = deciding::more_information(by, text);
                self.with_referral(id, |referral| Ok(referral.return_to_referrer(&note, day)?))?;
            }
            _ => {}
        }
        Ok(outcome)
    }

    fn close(
        &mut self,
        case: CaseId,
        score: Option<domain::score::Points>,
        no_score_because: Option<String>,
        hand_over_to: Option<String>,
        summary: &str,
        by: &str,
    ) -> Result<(), Failure> {
        editable(self.writer, case)?;
        let (on, summary) = (self.meeting.date, summary.to_owned());
        let request = CloseCase { case, on, score, no_score_because, summary, hand_over_to };
        close_episode(self.writer, self.ids, request, by)?;
        Ok(())
    }

    fn adopt(
        &mut self,
        id: ReferralId,
        kind: domain::case::CaseKind,
        lead_agency: Option<domain::ids::AgencyId>,
    ) -> Result<CaseId, Failure> {
        let day = self.meeting.date;
        let mut referral = crate::referrals::kept(self.writer, id)?;
        let reference = CaseReference::new(&self.writer.settings()?.prefix, self.writer.next_case_number()?);
        let case = CaseId::new(&mut **self.ids);
        let adopted = deciding::adopted(&referral, case, reference, kind, lead_agency).checked(false)?;
        referral.adopt(case, day)?;
        self.writer.put_case(&adopted)?;
        self.writer.put_episode(&Episode::first(EpisodeId::new(&mut **self.ids), case, day))?;
        self.writer.put_referral(&referral)?;
        Ok(case)
    }

    fn with_referral(
        &mut self,
        id: ReferralId,
        work: impl FnOnce(&mut Referral) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let mut referral = crate::referrals::kept(self.writer, id)?;
        work(&mut referral)?;
        self.writer.put_referral(&referral)?;
        Ok(())
    }

    /// Takes back what followed from the decision that stands; nothing happens when none does.
    fn take_back(&mut self, item: &Item) -> Result<(), Failure> {
        let decisions = self.writer.decisions_of_item(item.id)?;
        let Some(decision) = deciding::standing(&decisions) else { return Ok(()) };
        match (&decision.outcome, item.about.case(), item.about.referral()) {
            (Outcome::Close { .. } | Outcome::HandOver { .. }, Some(case), _) => self.reopen(case),
            (Outcome::Adopt { case }, _, Some(referral)) => {
                self.take_back_adoption(*case)?;
                self.with_referral(referral, |referral| Ok(deciding::back_on_the_table(referral)?))
            }
            (Outcome::NotAdopt { .. } | Outcome::MoreInformation { .. }, _, Some(referral)) => {
                self.with_referral(referral, |referral| Ok(deciding::back_on_the_table(referral)?))
            }
            _ => Ok(()),
        }
    }

    fn reopen(&mut self, case: CaseId) -> Result<(), Failure> {
        let reference = crate::cases::kept(self.writer, case)?.reference;
        let mut episode = latest_episode(self.writer, case)?;
        deciding::reopen(&mut episode, self.meeting.date, &reference)?;
        self.writer.put_episode(&episode)?;
        let closing = |score: &domain::score::Score| {
            score.episode == episode.id
                && score.stage == ScoreStage::Closure
                && score.on == Some(self.meeting.date)
                // What was scored factor by factor was an act of its own and outlives the decision.
                && score.answers.is_none()
        };
        for score in self.writer.scores_of(case)?.iter().filter(|score| closing(score)) {
            self.writer.remove_score(score.id)?;
        }
        Ok(())
    }

    /// Takes an adopted case back, as long as nobody worked on it.
    fn take_back_adoption(&mut self, id: CaseId) -> Result<(), Failure> {
        let case = crate::cases::kept(self.writer, id)?;
        let reference = case.reference;
        let episodes = self.writer.episodes_of(id)?;
        let what = match () {
            () if !self.writer.actions_of(id)?.is_empty() => Some("it has actions"),
            () if !self.writer.scores_of(id)?.is_empty() => Some("it was scored"),
            () if !self.writer.orders_of(id)?.is_empty() => Some("it has orders"),
            () if !self.writer.items_about_case(id)?.is_empty() => Some("it is on an agenda"),
            () if !matches!(episodes.as_slice(), [only] if only.is_open()) => Some("it was closed"),
            () => None,
        };
        if let Some(what) = what {
            return Err(DecisionError::CaseWorkedOn { reference, what }.into());
        }
        for episode in episodes {
            self.writer.remove_episode(episode.id)?;
        }
        self.writer.remove_case(id)?;
        Ok(())
    }
}

/// Returns the decision as it is recorded; an adoption gets its case once it is made.
fn recorded(choice: &DecisionChoice) -> Outcome {
    match choice {
        DecisionChoice::Continue => Outcome::Continue,
        DecisionChoice::Close { score, no_score_because } => {
            Outcome::Close { no_score_because: no_score_because.clone().filter(|_| score.is_none()) }
        }
        DecisionChoice::HandOver { scheme } => Outcome::HandOver { scheme: scheme.trim().to_owned() },
        DecisionChoice::SeparateMeeting { reports_back } => {
            Outcome::SeparateMeeting { reports_back: *reports_back }
        }
        DecisionChoice::Adopt { .. } => Outcome::Adopt { case: CaseId(uuid::Uuid::nil()) },
        DecisionChoice::NotAdopt { outcomes } => Outcome::NotAdopt { outcomes: outcomes.clone() },
        DecisionChoice::MoreInformation { by } => Outcome::MoreInformation { by: *by },
        DecisionChoice::Noted => Outcome::Noted,
        DecisionChoice::Other => Outcome::Other,
    }
}
