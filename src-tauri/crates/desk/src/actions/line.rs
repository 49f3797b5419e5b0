//! The action line: what is understood of it while it is typed.

use domain::action_line::{Surroundings, understand};
use domain::meeting::Meeting;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

pub fn understand_action_line(
    desk: &mut Desk,
    request: UnderstandActionLine,
) -> Result<UnderstoodActionLine, Failure> {
    let today = desk.today();
    desk.read(|reader| {
        let (agencies, officers) = (reader.list_agencies()?, reader.list_officers()?);
        let ahead = |meeting: &Meeting| meeting.status.is_ahead() && meeting.date > today;
        let next_meeting =
            reader.list_meetings()?.into_iter().filter(ahead).map(|meeting| meeting.date).min();
        let templates = reader.list_action_templates()?;
        let around = Surroundings {
            agencies: &agencies,
            officers: &officers,
            templates: &templates,
            today,
            next_meeting,
        };
        let understood = understand(&request.text, request.cursor, around);
        let names = crate::names::Names::load(reader)?;
        Ok(UnderstoodActionLine {
            what: understood.what,
            kind: understood.kind,
            agency: understood.agency.map(|id| names.named_agency(id)),
            officer: names.named_officer(understood.officer),
            new_officer: understood.new_officer,
            due: understood.due,
            missing: understood.missing,
            completions: understood
                .completions
                .into_iter()
                .map(|each| Completion { from: each.from, to: each.to, text: each.text, label: each.label })
                .collect(),
        })
    })
}
