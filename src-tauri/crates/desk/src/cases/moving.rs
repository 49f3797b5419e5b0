//! Splitting and combining cases, and undoing it: the domain plans, here the plan is written in one transaction.

use chrono::NaiveDate;
use domain::case::Case;
use domain::case_file::CaseFile;
use domain::case_move::{CaseMove, MoveKind, NOT_UNDONE, Piece};
use domain::combining::{Going, MoveError, combine};
use domain::deciding;
use domain::episode::ClosureReason;
use domain::ids::{CaseId, CaseLinkId, CaseMoveId, EpisodeId, MeetingId};
use domain::meeting::{Meeting, MeetingStatus, Outcome};
use domain::reference::CaseReference;
use domain::splitting::{Plan, SplitOff, reference_of, split};
use domain::undoing::{WorkedOn, undo};
use domain::words::table_date;
use store::{Reader, Writer};

use super::{editable, found, get_case, kept, latest_episode, unsettle};
use crate::desk::{Desk, Identifiers};
use crate::failure::Failure;
use crate::wire::everything::*;

/// When cases are split or combined.
#[derive(Clone, Copy)]
pub(crate) struct Occasion {
    /// The meeting's date, or today.
    pub on: NaiveDate,
    /// The meeting; absent outside one.
    pub meeting: Option<MeetingId>,
}

impl Occasion {
    /// Returns the meeting that runs, or else today.
    fn of(reader: &Reader<'_>, today: NaiveDate) -> Result<Self, Failure> {
        let running = running(reader)?;
        let on = running.as_ref().map_or(today, |meeting| meeting.date);
        Ok(Self { on, meeting: running.map(|meeting| meeting.id) })
    }
}

fn running(reader: &Reader<'_>) -> Result<Option<Meeting>, Failure> {
    let running = |meeting: &Meeting| meeting.status == MeetingStatus::Running;
    Ok(reader.list_meetings()?.into_iter().find(running))
}

/// Loads a case with what can go from it to another.
pub(crate) fn file(reader: &Reader<'_>, case: Case) -> Result<CaseFile, Failure> {
    Ok(CaseFile {
        episodes: reader.episodes_of(case.id)?,
        actions: reader.actions_of(case.id)?,
        orders: reader.orders_of(case.id)?,
        case,
    })
}

/// Returns the case of a reference as somebody typed it; refuses at the field `into`.
pub(crate) fn typed(reader: &Reader<'_>, reference: &str) -> Result<Case, Failure> {
    let parsed: CaseReference = reference
        .parse()
        .map_err(|error: domain::reference::NotAReference| Failure::refused(error.to_string()).at("into"))?;
    found(reader, &parsed).map_err(|failure| failure.at("into"))
}

/// Writes what a plan says.
pub(crate) fn apply(writer: &mut Writer<'_>, plan: &Plan) -> Result<(), Failure> {
    for case in &plan.cases {
        writer.put_case(case)?;
    }
    for episode in &plan.episodes {
        writer.put_episode(episode)?;
    }
    for action in &plan.actions {
        writer.put_action(action)?;
    }
    for order in &plan.orders {
        writer.put_order(order)?;
    }
    for link in &plan.links {
        writer.put_link(link)?;
    }
    if let Some(made) = &plan.made {
        writer.add_move(made)?;
    }
    if let Some(undone) = plan.undone {
        writer.undo_move(undone)?;
    }
    for link in &plan.removed_links {
        writer.remove_link(*link)?;
    }
    for episode in &plan.removed_episodes {
        writer.remove_episode(*episode)?;
    }
    for case in &plan.removed_cases {
        writer.remove_case(*case)?;
    }
    Ok(())
}

/// Splits a case, and returns the reference of the new one with the record of what moved.
pub(crate) fn split_off(
    writer: &mut Writer<'_>,
    ids: &mut Identifiers,
    case: CaseId,
    fields: &SplitFields,
    occasion: Occasion,
) -> Result<(CaseReference, CaseMoveId), Failure> {
    let from = editable(writer, case)?;
    let taken = writer.list_references()?.into_iter().map(|(_, reference)| reference).collect();
    let reference = reference_of(&from.reference, &fields.letter, writer.next_case_number()?, &taken)?;
    let from = file(writer, from)?;
    let off = SplitOff {
        id: CaseId::new(&mut **ids),
        episode: EpisodeId::new(&mut **ids),
        reference: reference.clone(),
        kind: fields.kind,
        title: &fields.title,
        place: &fields.place,
        outline: &fields.outline,
    };
    let going = going(ids, occasion, &fields.goes);
    apply(writer, &split(&from, &off, &going)?)?;
    Ok((reference, going.id))
}

/// Lets a case go on in another one, and returns that one's reference with the record of what moved.
pub(crate) fn combine_into(
    writer: &mut Writer<'_>,
    ids: &mut Identifiers,
    case: CaseId,
    into: &str,
    goes: &[Piece],
    occasion: Occasion,
) -> Result<(CaseReference, CaseMoveId), Failure> {
    let from = file(writer, kept(writer, case)?)?;
    let into = file(writer, typed(writer, into)?)?;
    let references = writer.list_references()?;
    let named = |id: CaseId| references.iter().find(|(case, _)| *case == id).map(|(_, name)| name.clone());
    let going = going(ids, occasion, goes);
    let plan = combine(&from, &into, &writer.list_links()?, &named, &going)?;
    apply(writer, &plan)?;
    Ok((into.case.reference, going.id))
}

fn going<'a>(ids: &mut Identifiers, occasion: Occasion, goes: &'a [Piece]) -> Going<'a> {
    let (id, link) = (CaseMoveId::new(&mut **ids), CaseLinkId::new(&mut **ids));
    Going { id, link, on: occasion.on, meeting: occasion.meeting, goes }
}

/// Undoes a splitting or combining, and returns the reference of the case that things come back to.
pub(crate) fn bring_back(writer: &mut Writer<'_>, id: CaseMoveId) -> Result<CaseReference, Failure> {
    let made = made(writer, id)?;
    let (from, to) = (kept(writer, made.from)?, kept(writer, made.to)?);
    let (from, to) = (file(writer, from)?, file(writer, to)?);
    let worked_on = WorkedOn {
        scored: !writer.scores_of(made.to)?.is_empty(),
        on_agenda: !writer.items_about_case(made.to)?.is_empty(),
        noted: !writer.demand_of(made.to)?.is_empty() || !writer.forums_of(made.to)?.is_empty(),
    };
    let plan = undo(&made, &from, &to, &writer.list_links()?, worked_on)?;
    apply(writer, &plan)?;
    Ok(from.case.reference)
}

fn made(reader: &Reader<'_>, id: CaseMoveId) -> Result<CaseMove, Failure> {
    reader.get_move(id)?.ok_or_else(|| Failure::refused("That is not in the record"))
}

/// Takes a closure of `day` back with its closing score; an episode that is closed otherwise by now is refused.
pub(crate) fn take_back_closure(
    writer: &mut Writer<'_>,
    ids: &mut Identifiers,
    case: CaseId,
    day: NaiveDate,
    by: &str,
) -> Result<(), Failure> {
    // Not of a signpost: a case that was combined since re-opens only by undoing that.
    let reference = editable(writer, case)?.reference;
    let mut episode = latest_episode(writer, case)?;
    let closure = episode.closed.clone();
    deciding::reopen(&mut episode, day, &reference)?;
    writer.put_episode(&episode)?;
    if let Some(closure) = closure {
        unsettle(writer, ids, &closure.check, day, by)?;
        if let Some(score) = closure.check.score {
            writer.remove_score(score)?;
        }
    }
    Ok(())
}

const TOUCHED: [&str; 6] = ["case", "action", "order", "meeting", "room", "subject"];

pub fn preview_move(desk: &mut Desk, request: PreviewMove) -> Result<MovePreview, Failure> {
    let today = desk.today();
    desk.read(|reader| {
        let from = file(reader, kept(reader, request.case)?)?;
        let into = match request.into.as_deref() {
            Some(reference) => Some(file(reader, typed(reader, reference)?)?),
            None => None,
        };
        let kind = if into.is_some() { MoveKind::Combined } else { MoveKind::Split };
        let movable = from.movable(kind, into.as_ref(), &reader.list_links()?);
        let describing = super::pieces::Describing::load(reader, today)?;
        let mut rows = Vec::with_capacity(movable.len());
        for each in movable {
            let (words, detail) = describing.piece(&from.case, each.piece)?;
            let stays_because = each.stays_because.map(str::to_owned);
            rows.push(MovableRow { piece: each.piece, words, detail, goes: each.goes, stays_because });
        }
        let number = reader.next_case_number()?;
        let next_reference = CaseReference { number, suffix: None, ..from.case.reference };
        Ok(MovePreview { on: Occasion::of(reader, today)?.on, next_reference, rows })
    })
}

pub fn split_case(desk: &mut Desk, request: SplitCase) -> Result<CaseView, Failure> {
    let (today, chair) = (desk.today(), crate::meetings::running_chair(desk)?);
    let reference = desk.write_in_name_of(chair.as_deref(), &TOUCHED, |writer, ids| {
        let occasion = Occasion::of(writer, today)?;
        Ok(split_off(writer, ids, request.case, &request.split, occasion)?.0)
    })?;
    get_case(desk, GetCase { reference })
}

pub fn combine_cases(desk: &mut Desk, request: CombineCases) -> Result<CaseView, Failure> {
    let (today, chair) = (desk.today(), crate::meetings::running_chair(desk)?);
    let reference = desk.write_in_name_of(chair.as_deref(), &TOUCHED, |writer, ids| {
        let occasion = Occasion::of(writer, today)?;
        Ok(combine_into(writer, ids, request.case, &request.into, &request.goes, occasion)?.0)
    })?;
    get_case(desk, GetCase { reference })
}

pub fn undo_case_move(desk: &mut Desk, request: UndoCaseMove) -> Result<UndoneMove, Failure> {
    let (today, chair) = (desk.today(), crate::meetings::running_chair(desk)?);
    let reference = desk.write_in_name_of(chair.as_deref(), &TOUCHED, |writer, _| {
        let made = made(writer, request.id)?;
        made.may_be_undone(running(writer)?.map(|meeting| meeting.id), today)?;
        if decided(writer, made.from, |outcome| moves(outcome) == Some(request.id))? {
            return Err(take_it_back_in_the_room());
        }
        bring_back(writer, request.id)
    })?;
    Ok(UndoneMove { reference, not_undone: format!("{NOT_UNDONE}.") })
}

pub fn undo_hand_over(desk: &mut Desk, request: UndoHandOver) -> Result<CaseView, Failure> {
    let (today, chair) = (desk.today(), crate::meetings::running_chair(desk)?);
    let by = desk.hub()?.user.name.clone();
    let reference = desk.write_in_name_of(chair.as_deref(), &TOUCHED, |writer, ids| {
        let case = editable(writer, request.case)?;
        let Some(day) = handed_over_on(writer, case.id)? else {
            return Err(Failure::refused(format!("{} is not handed over", case.reference)));
        };
        if day != Occasion::of(writer, today)?.on {
            return Err(MoveError::TooLate(table_date(day)).into());
        }
        if decided(writer, case.id, |outcome| matches!(outcome, Outcome::HandOver { .. }))? {
            return Err(take_it_back_in_the_room());
        }
        take_back_closure(writer, ids, case.id, day, &by)?;
        Ok(case.reference)
    })?;
    get_case(desk, GetCase { reference })
}

/// Returns the day on which the case was handed over; absent while its latest episode is open or ended otherwise.
pub(crate) fn handed_over_on(reader: &Reader<'_>, case: CaseId) -> Result<Option<NaiveDate>, Failure> {
    let closure = latest_episode(reader, case)?.closed;
    Ok(closure.filter(|closure| closure.reason == ClosureReason::HandedOver).map(|closure| closure.on))
}

/// Tells whether a handing over can be undone on the case's own page now.
pub(crate) fn may_undo_hand_over(
    reader: &Reader<'_>,
    case: CaseId,
    today: NaiveDate,
) -> Result<bool, Failure> {
    let Some(day) = handed_over_on(reader, case)? else { return Ok(false) };
    Ok(day == Occasion::of(reader, today)?.on
        && !decided(reader, case, |outcome| matches!(outcome, Outcome::HandOver { .. }))?)
}

/// Tells whether a decision about the case stands of which `wanted` is true.
fn decided(reader: &Reader<'_>, case: CaseId, wanted: impl Fn(&Outcome) -> bool) -> Result<bool, Failure> {
    for item in reader.items_about_case(case)? {
        let decisions = reader.decisions_of_item(item.id)?;
        if deciding::standing(&decisions).is_some_and(|decision| wanted(&decision.outcome)) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn moves(outcome: &Outcome) -> Option<CaseMoveId> {
    match outcome {
        Outcome::Split { made, .. } | Outcome::Combine { made, .. } => Some(*made),
        _ => None,
    }
}

fn take_it_back_in_the_room() -> Failure {
    Failure::refused("A meeting decided this; take the decision back there, while it runs")
}

/// Returns what was moved from and to a case, the latest first.
pub(crate) fn move_views(
    reader: &Reader<'_>,
    case: &Case,
    today: NaiveDate,
) -> Result<Vec<MoveView>, Failure> {
    let made = reader.moves_of(case.id)?;
    if made.is_empty() {
        return Ok(Vec::new());
    }
    let running = running(reader)?.map(|meeting| meeting.id);
    let describing = super::pieces::Describing::load(reader, today)?;
    let mut views = Vec::with_capacity(made.len());
    for made in made {
        let (other, words) = match (made.kind, made.from == case.id) {
            (MoveKind::Split, true) => (made.to, "Split off"),
            (MoveKind::Split, false) => (made.from, "Split from"),
            (MoveKind::Combined, true) => (made.to, "Combined with"),
            (MoveKind::Combined, false) => (made.from, "Combined here"),
        };
        let mut went = Vec::with_capacity(made.moved.len());
        for moved in &made.moved {
            went.push(describing.piece(case, moved.piece())?.0);
        }
        let by_meeting = decided(reader, made.from, |outcome| moves(outcome) == Some(made.id))?;
        views.push(MoveView {
            id: made.id,
            kind: made.kind,
            on: made.on,
            words: words.to_owned(),
            other: reader.get_case(other)?.map(|other| other.reference),
            went,
            undone: made.undone,
            may_undo: !by_meeting && made.may_be_undone(running, today).is_ok(),
        });
    }
    views.reverse();
    Ok(views)
}
