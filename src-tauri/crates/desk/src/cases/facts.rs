//! Opening a case and changing its facts.

use domain::case::Case;
use domain::episode::Episode;
use domain::factor::factors_of;
use domain::ids::{CaseId, EpisodeId};
use domain::reference::CaseReference;
use domain::score::ScoreStage;

use super::{editable, get_case, people};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::scoring::record_score;
use crate::wire::everything::*;

pub fn add_case(desk: &mut Desk, request: AddCase) -> Result<CaseView, Failure> {
    let by = desk.hub()?.user.name.clone();
    let today = desk.today();
    if request.opened > today {
        return Err(Failure::refused("A case is not opened in the future").at("opened"));
    }
    let reference = desk.write(&["case"], |writer, ids| {
        let reference = CaseReference::new(&writer.settings()?.prefix, writer.next_case_number()?);
        let mut case = with_fields(
            Case::new(CaseId::new(&mut **ids), reference.clone(), request.fields.kind),
            request.fields,
        );
        for subject in &request.subjects {
            case.subjects.push(people::with_new_subject(writer, ids, subject, today)?);
        }
        let case = case.checked(false)?;
        writer.put_case(&case)?;
        let episode = Episode::first(EpisodeId::new(&mut **ids), case.id, request.opened);
        writer.put_episode(&episode)?;
        if let Some(total) = request.initial_score {
            let score = AddScore {
                case: case.id,
                stage: ScoreStage::Start,
                on: request.opened,
                total,
                route: None,
                reason: String::new(),
            };
            record_score(writer, ids, &episode, score, &by)?;
        }
        Ok(reference)
    })?;
    get_case(desk, GetCase { reference })
}

pub fn amend_case(desk: &mut Desk, request: AmendCase) -> Result<CaseView, Failure> {
    let reference = desk.write(&["case"], |writer, _| {
        let case = editable(writer, request.id)?;
        // A property that came without its place from a register may stay so; one that has it may not lose it.
        let placeless = case.place.is_empty();
        let case = with_fields(case, request.fields).checked(placeless)?;
        writer.put_case(&case)?;
        Ok(case.reference)
    })?;
    get_case(desk, GetCase { reference })
}

fn with_fields(case: Case, fields: CaseFields) -> Case {
    let trimmed = |texts: Vec<String>| -> Vec<String> {
        texts.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
    };
    let key_issues = trimmed(fields.key_issues);
    let involved = fields.involved.into_iter().filter(|agency| Some(*agency) != fields.lead_agency).collect();
    Case {
        kind: fields.kind,
        title: fields.title.trim().to_owned(),
        outline: fields.outline.trim().to_owned(),
        factors: fields.factors.unwrap_or_else(|| factors_of(&key_issues)),
        key_issues,
        place: fields.place.trim().to_owned(),
        area: fields.area,
        source: fields.source,
        lead_agency: fields.lead_agency,
        lead_officer: fields.lead_officer,
        legal_lead: fields.legal_lead.trim().to_owned(),
        involved,
        review_rule: fields.review_rule,
        outside_facts: trimmed(fields.outside_facts),
        ..case
    }
}
