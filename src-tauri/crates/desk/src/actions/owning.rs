//! Who owes an action: acceptance, reassigning, escalating.

use domain::acceptance::{Answer, Escalation, NewOwner};

use super::change;
use super::raising::{is_absent, owner};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn answer_action(desk: &mut Desk, request: AnswerAction) -> Result<ActionView, Failure> {
    let today = desk.today();
    let AnswerAction { id, accepts, on, told_by, reason } = request;
    let answer = Answer { accepts, on: on.unwrap_or(today), told_by, reason };
    change(desk, id, today, "", |action, _, _| Ok(action.answer(answer, today)?))
}

pub fn reassign_action(desk: &mut Desk, request: ReassignAction) -> Result<ActionView, Failure> {
    let today = desk.today();
    let ReassignAction { id, agency, officer, new_officer, reason } = request;
    let why = reason.clone();
    change(desk, id, today, &why, |action, writer, ids| {
        // Between meetings nobody is there, so that another agency is always asked.
        let absent = match crate::meetings::running(writer)? {
            Some(meeting) => is_absent(writer, &meeting, agency)?,
            None => true,
        };
        let officer = owner(writer, ids, agency, officer, new_officer.as_deref())?;
        Ok(action.reassign(&NewOwner { agency, officer, reason, absent })?)
    })
}

pub fn escalate_action(desk: &mut Desk, request: EscalateAction) -> Result<ActionView, Failure> {
    let today = desk.today();
    let EscalateAction { id, to, reason, on } = request;
    let escalation = Escalation { to, reason, on: on.unwrap_or(today) };
    change(desk, id, today, "", |action, _, _| Ok(action.escalate(escalation, today)?))
}
