//! What an e-mail said of an action, written with who sent it, and taken back.

use domain::action::{Action, ActionError, ActionUpdate};
use domain::action_log::LogKind;
use domain::ids::{ActionId, ActionUpdateId};
use domain::reply::told_by_email;

use super::{Log, no_such_action, save_action, view};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

/// What is kept as the reason when an entry was a mistake.
const MISTAKEN: &str = "entered by mistake from an e-mail";

pub fn take_action_reply(desk: &mut Desk, request: TakeActionReply) -> Result<ActionReplyTaken, Failure> {
    let today = desk.today();
    let TakeActionReply { id, status, on, text, blocked, told_by } = request;
    let (on, text) = (on.unwrap_or(today), text.trim().to_owned());
    if told_by.trim().is_empty() {
        return Err(Failure::refused("Say who sent the e-mail").at("told_by"));
    }
    if on > today {
        return Err(ActionError::InFuture.into());
    }
    let asks = status.is_some_and(|status| status.asks_reason());
    if text.is_empty() && (status.is_none() || asks) {
        let words = if asks {
            "Say why, in the words of the e-mail"
        } else {
            "Say what happened, or choose a status"
        };
        return Err(Failure::refused(words).at("text"));
    }
    let by = told_by_email(&desk.hub()?.user.name, &told_by);
    let before = change(desk, id, on, &by, |action| {
        if let Some(status) = status {
            action.set_status(status, on, &text)?;
        }
        if let Some(reason) = blocked.map(|reason| reason.trim().to_owned()).filter(|it| !it.is_empty()) {
            action.blocked = Some(reason);
        }
        // Because a status that asks why keeps the words as its reason, they do not stand in the log twice.
        Ok(if asks { (text.clone(), String::new()) } else { (String::new(), text.clone()) })
    })?;
    let standing = ActionStanding { status: before.status, done_on: before.done_on, blocked: before.blocked };
    Ok(ActionReplyTaken { row: view(desk, id)?.row, before: standing })
}

pub fn take_back_action_reply(desk: &mut Desk, request: TakeBackActionReply) -> Result<ActionView, Failure> {
    let today = desk.today();
    let by = desk.hub()?.user.name.clone();
    let ActionStanding { status, done_on, blocked } = request.before;
    change(desk, request.id, today, &by, |action| {
        action.set_status(status, done_on.unwrap_or(today), MISTAKEN)?;
        action.blocked = blocked;
        Ok((MISTAKEN.to_owned(), format!("Taken back: {MISTAKEN}")))
    })?;
    view(desk, request.id)
}

/// Changes an action in the name of the running meeting's chair, if one runs; the entries of its log bear `by`. `work`
/// gives back the reason of the change and what was said, both may be empty. Returns the action as it was.
fn change(
    desk: &mut Desk,
    id: ActionId,
    on: chrono::NaiveDate,
    by: &str,
    work: impl FnOnce(&mut Action) -> Result<(String, String), Failure>,
) -> Result<Action, Failure> {
    let chair = crate::meetings::running_chair(desk)?;
    desk.write_in_name_of(chair.as_deref(), &["action", "case", "room"], |writer, ids| {
        let before = writer.get_action(id)?.ok_or_else(no_such_action)?;
        let mut after = before.clone();
        let (reason, said) = work(&mut after)?;
        let log = Log::begin(writer, on, by)?;
        save_action(writer, ids, &before, after.checked()?, &reason, &log)?;
        if !said.is_empty() {
            let id = ActionUpdateId::new(&mut **ids);
            let meeting = crate::meetings::running(writer)?.map(|meeting| meeting.id);
            let (action, by, kind) = (before.id, by.to_owned(), LogKind::Said);
            writer.add_action_update(&ActionUpdate { id, action, on, text: said, by, kind, meeting })?;
        }
        Ok(before)
    })
}
