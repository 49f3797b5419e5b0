//! Actions with their logs.

use domain::action::*;
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
        awaits_acceptance: dice.coin(),
        light_set: dice.maybe(|dice| LightSetting {
            id: LightSettingId(dice.uuid()),
            light: dice.of(&LIGHTS),
            reason: dice.text(),
            at: dice.moment(),
        }),
    }
}

pub fn action_update(dice: &mut Dice, id: ActionUpdateId, known: &Known) -> ActionUpdate {
    ActionUpdate { id, action: known.action, on: dice.day(), text: dice.text(), by: dice.text() }
}
