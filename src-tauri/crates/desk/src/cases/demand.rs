//! Counts of calls and incidents on a case.

use domain::demand::DemandCount;
use domain::episode::Episode;
use domain::ids::{CaseId, DemandCountId};
use store::Reader;

use super::{editable, get_case};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

/// Returns the counts of a case with what they tell.
pub(crate) fn demand_lines(
    reader: &Reader<'_>,
    case: CaseId,
    episodes: &[Episode],
) -> Result<Vec<DemandLine>, Failure> {
    let line = |count: DemandCount| DemandLine {
        phase: count.phase(episodes),
        words: format!("{} {}, {}", count.number, count.counted.words(count.number), count.days_words()),
        per_four_weeks_in_tenths: count.per_four_weeks_in_tenths(),
        count,
    };
    Ok(reader.demand_of(case)?.into_iter().map(line).collect())
}

fn filled(id: DemandCountId, case: CaseId, fields: DemandFields) -> DemandCount {
    let DemandFields { counted, first_day, last_day, number, source } = fields;
    DemandCount { id, case, counted, first_day, last_day, number, source }
}

fn kept(reader: &Reader<'_>, id: DemandCountId) -> Result<DemandCount, Failure> {
    reader.get_demand(id)?.ok_or_else(|| Failure::refused("That count is not in the record any more"))
}

pub fn add_demand_count(desk: &mut Desk, request: AddDemandCount) -> Result<CaseView, Failure> {
    let today = desk.today();
    let reference = desk.write(&["case"], |writer, ids| {
        let case = editable(writer, request.case)?;
        let count = filled(DemandCountId::new(&mut **ids), case.id, request.fields);
        writer.put_demand(&count.checked(&writer.demand_of(case.id)?, today)?)?;
        Ok(case.reference)
    })?;
    get_case(desk, GetCase { reference })
}

pub fn amend_demand_count(desk: &mut Desk, request: AmendDemandCount) -> Result<CaseView, Failure> {
    let today = desk.today();
    let reference = desk.write(&["case"], |writer, _| {
        let case = editable(writer, kept(writer, request.id)?.case)?;
        let count = filled(request.id, case.id, request.fields);
        writer.put_demand(&count.checked(&writer.demand_of(case.id)?, today)?)?;
        Ok(case.reference)
    })?;
    get_case(desk, GetCase { reference })
}

pub fn remove_demand_count(desk: &mut Desk, request: RemoveDemandCount) -> Result<CaseView, Failure> {
    let reference = desk.write(&["case"], |writer, _| {
        let case = editable(writer, kept(writer, request.id)?.case)?;
        writer.remove_demand(request.id)?;
        Ok(case.reference)
    })?;
    get_case(desk, GetCase { reference })
}
