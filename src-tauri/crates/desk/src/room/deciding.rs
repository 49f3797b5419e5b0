//! Decisions, with what follows from them in the same transaction.

use domain::deciding::{self, DecisionError};
use domain::episode::Episode;
use domain::ids::{CaseId, CaseMoveId, DecisionId, EpisodeId, ReferralId};
use domain::meeting::{Decision, Item, Outcome};
use domain::reference::CaseReference;
use domain::referral::{Referral, ReferralOutcome};

use super::{Room, change, meeting_of};
use crate::cases::{
    Occasion, bring_back, close_episode, combine_into, editable, split_off, take_back_closure,
};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn decide(desk: &mut Desk, request: Decide) -> Result<RoomView, Failure> {
    let (at, by) = (desk.now(), desk.hub()?.user.name.clone());
    let meeting = meeting_of(desk, request.item)?;
    change(desk, meeting, |room| {
        let item = room.item(request.item)?;
        let text = request.text.trim().to_owned();
        room.take_back(&item, &by)?;
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
    let by = desk.hub()?.user.name.clone();
    let meeting = meeting_of(desk, request.item)?;
    change(desk, meeting, |room| {
        let item = room.item(request.item)?;
        room.take_back(&item, &by)?;
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
            (DecisionChoice::Close { score, no_score_because, answers }, Some(case), _) => {
                self.close(
                    CloseCase { case, on: day, score, no_score_because, hand_over_to: None, answers },
                    text,
                    by,
                )?;
            }
            (DecisionChoice::HandOver { scheme, score, answers }, Some(case), _) => {
                let no_score_because = Some(format!("handed over to {}", scheme.trim()));
                let hand_over_to = Some(scheme);
                self.close(
                    CloseCase { case, on: day, score, no_score_because, hand_over_to, answers },
                    text,
                    by,
                )?;
            }
            (DecisionChoice::Adopt { kind, lead_agency }, _, Some(id)) => {
                let case = self.adopt(id, kind, lead_agency)?;
                return Ok(Outcome::Adopt { case });
            }
            (DecisionChoice::NotAdopt { main_outcome, further_outcomes }, _, Some(id)) => {
                let outcomes = main_first(main_outcome, &further_outcomes);
                self.with_referral(id, |referral| Ok(referral.not_adopt(outcomes, day)?))?;
            }
            (DecisionChoice::MoreInformation { by }, _, Some(id)) => {
                let note = deciding::more_information(by, text);
                self.with_referral(id, |referral| Ok(referral.return_to_referrer(&note, day)?))?;
            }
            (DecisionChoice::Split { split }, Some(case), _) => {
                let occasion = self.occasion();
                let (off, made) = split_off(self.writer, self.ids, case, &split, occasion)?;
                return Ok(Outcome::Split { off, made });
            }
            (DecisionChoice::Combine { into, goes }, Some(case), _) => {
                let occasion = self.occasion();
                let (into, made) = combine_into(self.writer, self.ids, case, &into, &goes, occasion)?;
                return Ok(Outcome::Combine { into, made });
            }
            _ => {}
        }
        Ok(outcome)
    }

    fn occasion(&self) -> Occasion {
        Occasion { on: self.meeting.date, meeting: Some(self.meeting.id) }
    }

    /// Closes a case; what the meeting said of it is its summary where none was written.
    fn close(&mut self, mut request: CloseCase, said: &str, by: &str) -> Result<(), Failure> {
        editable(self.writer, request.case)?;
        if request.answers.summary.trim().is_empty() {
            said.clone_into(&mut request.answers.summary);
        }
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
    fn take_back(&mut self, item: &Item, by: &str) -> Result<(), Failure> {
        let decisions = self.writer.decisions_of_item(item.id)?;
        let Some(decision) = deciding::standing(&decisions) else { return Ok(()) };
        match (&decision.outcome, item.about.case(), item.about.referral()) {
            (Outcome::Close { .. } | Outcome::HandOver { .. }, Some(case), _) => {
                take_back_closure(self.writer, self.ids, case, self.meeting.date, by)
            }
            (Outcome::Split { made, .. } | Outcome::Combine { made, .. }, ..) => {
                bring_back(self.writer, *made).map(|_| ())
            }
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
            () if self.writer.list_links()?.iter().any(|link| link.from == id || link.to == id) => {
                Some("it is linked")
            }
            () if !self.writer.demand_of(id)?.is_empty() => Some("calls were counted on it"),
            () if !self.writer.forums_of(id)?.is_empty() => Some("another forum is named on it"),
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

/// Stands for the reference of a case until the decision is carried out.
fn nobody() -> CaseReference {
    CaseReference::new("", 0)
}

/// Returns the decision as it is recorded; adopting, splitting and combining get their case once it is done.
fn recorded(choice: &DecisionChoice) -> Outcome {
    match choice {
        DecisionChoice::Continue => Outcome::Continue,
        DecisionChoice::Close { score, no_score_because, .. } => {
            Outcome::Close { no_score_because: no_score_because.clone().filter(|_| score.is_none()) }
        }
        DecisionChoice::HandOver { scheme, .. } => Outcome::HandOver { scheme: scheme.trim().to_owned() },
        DecisionChoice::Split { .. } => Outcome::Split { off: nobody(), made: CaseMoveId(uuid::Uuid::nil()) },
        DecisionChoice::Combine { .. } => {
            Outcome::Combine { into: nobody(), made: CaseMoveId(uuid::Uuid::nil()) }
        }
        DecisionChoice::SeparateMeeting { reports_back } => {
            Outcome::SeparateMeeting { reports_back: *reports_back }
        }
        DecisionChoice::Adopt { .. } => Outcome::Adopt { case: CaseId(uuid::Uuid::nil()) },
        DecisionChoice::NotAdopt { main_outcome, further_outcomes } => {
            Outcome::NotAdopt { outcomes: main_first(*main_outcome, further_outcomes) }
        }
        DecisionChoice::MoreInformation { by } => Outcome::MoreInformation { by: *by },
        DecisionChoice::Defer => Outcome::Defer,
        DecisionChoice::Noted => Outcome::Noted,
        DecisionChoice::Other => Outcome::Other,
    }
}

fn main_first(main: ReferralOutcome, further: &[ReferralOutcome]) -> Vec<ReferralOutcome> {
    std::iter::once(main).chain(further.iter().copied()).collect()
}
