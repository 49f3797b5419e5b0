//! One case as the command line prints it.

use domain::reference::CaseReference;
use domain::rights::Right;

use super::get_case;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::everything::*;

/// Returns a case as `case show --json` prints it.
pub fn case_entry(desk: &mut Desk, reference: CaseReference) -> Result<CaseEntry, Failure> {
    desk.allow(Right::View)?;
    let view = get_case(desk, GetCase { reference })?;
    let actions = view.actions.into_iter().map(|row| {
        let log = desk.read(|reader| Ok(reader.updates_of(row.id)?))?;
        Ok(CaseEntryAction { row, log })
    });
    let actions = actions.collect::<Result<Vec<_>, Failure>>()?;
    let mut episodes = view.episodes;
    episodes.reverse();
    let case = view.case;
    Ok(CaseEntry {
        reference: case.reference,
        kind: case.kind,
        title: case.title,
        open: view.open,
        signpost_to: view.signpost_to,
        outline: case.outline,
        key_issues: case.key_issues,
        factors: case.factors,
        place: case.place,
        area: view.area,
        source: case.source,
        referral: case.referral,
        lead_agency: view.lead_agency,
        lead_officer: view.lead_officer,
        involved: view.involved,
        legal_lead: case.legal_lead,
        subjects: view.subjects.into_iter().map(subject).collect(),
        outside_facts: case.outside_facts,
        review_rule: case.review_rule,
        episodes,
        actions,
        orders: view.orders,
        links: view
            .links
            .into_iter()
            .map(|link| CaseEntryLink { words: link.words, reference: link.reference })
            .collect(),
        moves: view.moves,
        forums: view.forums,
        demand: view.demand,
        decisions: view.decisions,
        history: view.events,
    })
}

fn subject(view: SubjectView) -> CaseEntrySubject {
    CaseEntrySubject {
        name: view.subject.name,
        aliases: view.subject.aliases,
        role: view.role,
        age_band: view.age_band,
        // Because the day of a child's birth leaves the program on no screen, paper or file.
        date_of_birth: view.subject.date_of_birth.filter(|_| !view.child),
        child: view.child,
    }
}
