//! The checklist of a closure: what it shows, settling open actions, and putting them back.

use chrono::NaiveDate;
use domain::action::Action;
use domain::case::Case;
use domain::closing::{ClosingFacts, ClosureCheck, Concerned, order_words};
use domain::episode::Episode;
use domain::ids::CaseId;
use domain::order::Order;
use domain::score::Score;
use domain::subject::SubjectRole;
use store::{Reader, Writer};

use super::{kept, latest_episode, subject_view};
use crate::action_rows::RowMaker;
use crate::actions::{Log, save_action};
use crate::desk::{Desk, Identifiers};
use crate::failure::Failure;
use crate::names::Names;
use crate::wire::everything::*;

/// What the record holds of a case that is to be closed.
pub(super) struct ClosingRecord {
    case: Case,
    pub(super) episode: Episode,
    actions: Vec<Action>,
    orders: Vec<Order>,
    scores: Vec<Score>,
}

impl ClosingRecord {
    /// Loads a case with everything that its closure asks about.
    pub(super) fn load(reader: &Reader<'_>, id: CaseId) -> Result<Self, Failure> {
        let episode = latest_episode(reader, id)?;
        let mut scores: Vec<Score> =
            reader.scores_of(id)?.into_iter().filter(|score| score.episode == episode.id).collect();
        scores.sort_by_key(|score| score.serial);
        Ok(Self {
            case: kept(reader, id)?,
            actions: reader.actions_of(id)?,
            orders: reader.orders_of(id)?,
            episode,
            scores,
        })
    }

    /// Returns the facts as the domain asks for them, for a closure on `on`.
    pub(super) fn facts(&self, on: NaiveDate) -> ClosingFacts<'_> {
        ClosingFacts {
            case: &self.case,
            opened: self.episode.opened,
            on,
            actions: &self.actions,
            orders: &self.orders,
            scores: &self.scores,
        }
    }
}

pub fn get_closure_checklist(
    desk: &mut Desk,
    request: GetClosureChecklist,
) -> Result<ClosureChecklist, Failure> {
    let today = desk.today();
    desk.read(|reader| {
        let record = ClosingRecord::load(reader, request.case)?;
        let facts = record.facts(request.on);
        let rows = RowMaker::load(reader, today)?;
        let open = rows.rows_of(reader, &record.case.reference, reader.actions_of(request.case)?)?;
        let watched_by = rows.names().agency(record.case.lead_agency);
        let staying = |order: &Order| StayingOrder {
            order: order.id,
            words: order_words(order),
            watched_by: watched_by.to_owned(),
        };
        Ok(ClosureChecklist {
            actions: open.into_iter().filter(|row| row.status.is_open()).collect(),
            orders: facts.staying_orders().map(staying).collect(),
            score_already: facts.score_already(),
            last_score: record.scores.last().map(|score| score.total),
            to_tell: to_tell(reader, rows.names(), &record, today)?,
            summary: facts.summary(&request.actions, request.score, request.hand_over_to.as_deref()),
        })
    })
}

fn to_tell(
    reader: &Reader<'_>,
    names: &Names,
    record: &ClosingRecord,
    today: NaiveDate,
) -> Result<Vec<domain::closing::Tell>, Failure> {
    let case = &record.case;
    let referral = match case.referral {
        Some(number) => reader.find_referral(number)?,
        None => None,
    };
    let by_agency = |referral: &domain::referral::Referral| names.agency(referral.referrer_agency).to_owned();
    let referrer = referral.map(|referral| match by_agency(&referral) {
        agency if agency.is_empty() => referral.referrer_name,
        agency => agency,
    });
    let mut victims = Vec::new();
    for part in case.subjects.iter().filter(|part| part.role != SubjectRole::Perpetrator) {
        let subject = reader.get_subject(part.subject)?;
        victims.extend(subject.map(|subject| subject_view(subject, part.role, today).initials));
    }
    let concerned = Concerned {
        lead_agency: names.agency(case.lead_agency),
        lead_officer: names.officer(case.lead_officer),
        involved: case.involved.iter().map(|id| names.agency(Some(*id))).collect(),
        owners: record
            .actions
            .iter()
            .map(|action| (names.agency(Some(action.agency)), names.officer(action.officer)))
            .collect(),
        referrer: referrer.as_deref().unwrap_or_default(),
        victims,
    };
    Ok(concerned.to_tell())
}

/// Gives the actions that were open when a case was closed the status that was settled.
pub(super) fn settle(
    writer: &mut Writer<'_>,
    ids: &mut Identifiers,
    check: &ClosureCheck,
    on: NaiveDate,
    by: &str,
) -> Result<(), Failure> {
    let log = Log::begin(writer, on, by)?;
    for settled in &check.actions {
        let (Some(before), Some(status)) = (writer.get_action(settled.action)?, settled.ending.status())
        else {
            continue;
        };
        let mut after = before.clone();
        after.set_status(status, on, &settled.reason)?;
        let reason = match settled.reason.as_str() {
            "" => "the case was closed".to_owned(),
            reason => format!("the case was closed; {reason}"),
        };
        save_action(writer, ids, &before, after, &reason, &log)?;
    }
    Ok(())
}

/// Puts the actions that a closure settled back to where they stood; the log keeps both.
pub(crate) fn unsettle(
    writer: &mut Writer<'_>,
    ids: &mut Identifiers,
    check: &ClosureCheck,
    on: NaiveDate,
    by: &str,
) -> Result<(), Failure> {
    let log = Log::begin(writer, on, by)?;
    for settled in &check.actions {
        let Some(before) = writer.get_action(settled.action)? else { continue };
        let mut after = before.clone();
        if settled.put_back(&mut after) {
            save_action(writer, ids, &before, after, "the closure was taken back", &log)?;
        }
    }
    Ok(())
}
