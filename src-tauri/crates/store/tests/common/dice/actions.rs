//! Actions with their logs.

use domain::acceptance::*;
use domain::action::*;
use domain::action_log::LogKind;
use domain::action_template::ActionTemplate;
use domain::ids::*;
use domain::light::Light;
use domain::reference::*;

use super::*;

pub fn action(dice: &mut Dice, id: ActionId, number: ActionNumber, known: &Known) -> Action {
    const LIGHTS: [Light; 5] = [Light::Red, Light::Amber, Light::Green, Light::Blue, Light::Grey];
    Action {
        id,
        number,
        case: known.case,
        raised_at: dice.maybe(|_| known.meeting),
        raised_on: dice.day(),
        what: dice.text(),
        kind: dice.of(&[ActionType::Visit, ActionType::FileToLegal, ActionType::Other]),
        agency: known.agency,
        officer: dice.maybe(|_| known.officer),
        due: dice.maybe(Dice::day),
        status: dice.of(&ActionStatus::ALL),
        done_on: dice.maybe(Dice::day),
        blocked: dice.maybe(Dice::text),
        acceptance: acceptance(dice),
        escalated: dice.maybe(|dice| Escalation { to: dice.text(), reason: dice.text(), on: dice.day() }),
        light_set: dice.maybe(|dice| LightSetting {
            id: LightSettingId(dice.uuid()),
            light: dice.of(&LIGHTS),
            reason: dice.text(),
            at: dice.moment(),
        }),
    }
}

fn acceptance(dice: &mut Dice) -> Acceptance {
    let (on, told_by, reason) = (dice.day(), dice.text(), dice.text());
    match dice.below(4) {
        0 => Acceptance::NotAsked,
        1 => Acceptance::Awaited,
        2 => Acceptance::Accepted { on, told_by },
        _ => Acceptance::Declined { on, told_by, reason },
    }
}

pub fn action_template(dice: &mut Dice, id: ActionTemplateId, known: &Known) -> ActionTemplate {
    ActionTemplate {
        id,
        position: dice.number(),
        what: dice.text(),
        kind: dice.of(&[ActionType::Letter, ActionType::Patrol]),
        days: dice.maybe(|dice| dice.below(700) as u16),
        agency: dice.maybe(|_| known.agency),
        retired: dice.coin(),
    }
}

pub fn action_update(dice: &mut Dice, id: ActionUpdateId, known: &Known) -> ActionUpdate {
    let kind = dice.of(&[LogKind::Said, LogKind::Status, LogKind::StatusWithReason, LogKind::Acceptance]);
    ActionUpdate {
        id,
        action: known.action,
        on: dice.day(),
        text: dice.text(),
        by: dice.text(),
        kind,
        meeting: dice.maybe(|_| known.meeting),
    }
}
