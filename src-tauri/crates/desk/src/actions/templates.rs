//! The hub's usual actions.

use domain::action_template::{ActionTemplate, moved};
use domain::ids::ActionTemplateId;
use store::Reader;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::names::Names;
use crate::wire::everything::*;

/// What changes with the list: the room's action line completes by it.
const CHANGED: &[&str] = &["action_template"];

pub fn list_action_templates(desk: &mut Desk, _request: Nothing) -> Result<ActionTemplatesView, Failure> {
    let today = desk.today();
    desk.read(|reader| {
        let names = Names::load(reader)?;
        let row = |template: ActionTemplate| ActionTemplateRow {
            agency: names.short(template.agency).to_owned(),
            shipped: template.is_shipped(),
            due: template.due(today),
            template,
        };
        Ok(ActionTemplatesView { rows: reader.list_action_templates()?.into_iter().map(row).collect() })
    })
}

pub fn add_action_template(
    desk: &mut Desk,
    request: ActionTemplateFields,
) -> Result<ActionTemplatesView, Failure> {
    desk.write(CHANGED, |writer, ids| {
        let list = writer.list_action_templates()?;
        let last = list.iter().map(|each| each.position).max().unwrap_or(0);
        let template = filled(ActionTemplateId::new(&mut **ids), last.saturating_add(1), false, request);
        writer.put_action_template(&template.checked(&list)?)?;
        Ok(())
    })?;
    list_action_templates(desk, Nothing {})
}

pub fn amend_action_template(
    desk: &mut Desk,
    request: AmendActionTemplate,
) -> Result<ActionTemplatesView, Failure> {
    desk.write(CHANGED, |writer, _| {
        let list = writer.list_action_templates()?;
        let kept = found(writer, request.id)?;
        let template = filled(kept.id, kept.position, request.retired, request.fields);
        writer.put_action_template(&template.checked(&list)?)?;
        Ok(())
    })?;
    list_action_templates(desk, Nothing {})
}

pub fn move_action_template(
    desk: &mut Desk,
    request: MoveActionTemplate,
) -> Result<ActionTemplatesView, Failure> {
    desk.write(CHANGED, |writer, _| {
        found(writer, request.id)?;
        for template in moved(&writer.list_action_templates()?, request.id, request.up) {
            writer.put_action_template(&template)?;
        }
        Ok(())
    })?;
    list_action_templates(desk, Nothing {})
}

fn found(reader: &Reader<'_>, id: ActionTemplateId) -> Result<ActionTemplate, Failure> {
    let found = reader.list_action_templates()?.into_iter().find(|each| each.id == id);
    found.ok_or_else(|| Failure::refused("That usual action is not in the list any more"))
}

fn filled(
    id: ActionTemplateId,
    position: u32,
    retired: bool,
    fields: ActionTemplateFields,
) -> ActionTemplate {
    let ActionTemplateFields { what, kind, days, agency } = fields;
    ActionTemplate { id, position, what, kind, days, agency, retired }
}
