//! Meetings: items, attendance, what was noted, the room.

use domain::agency::Presence;
use domain::agenda::Told;
use domain::clock_time::ClockTime;
use domain::ids::*;
use domain::meeting::*;
use domain::referral::*;

use super::*;

pub fn meeting(dice: &mut Dice, id: MeetingId, number: u32) -> Meeting {
    const STATUSES: [MeetingStatus; 4] =
        [MeetingStatus::Planned, MeetingStatus::Running, MeetingStatus::Confirmed, MeetingStatus::Cancelled];
    Meeting {
        id,
        number,
        kind: MeetingKind::Tasking,
        date: dice.day(),
        starts: ClockTime::from_minutes(dice.below(1440) as u32),
        minutes: dice.number(),
        room: dice.text(),
        chair: dice.text(),
        status: dice.of(&STATUSES),
        cancelled_because: dice.text(),
        issued_at: dice.maybe(Dice::moment),
        began_at: dice.maybe(Dice::moment),
        concluded_at: dice.maybe(Dice::moment),
        declaration_read_at: dice.maybe(Dice::moment),
        approved_by: dice.maybe(Dice::text),
        approved_at: dice.maybe(Dice::moment),
        confirmed_by: dice.maybe(Dice::text),
        confirmed_at: dice.maybe(Dice::moment),
        confirmed_in: None,
        presences: vec![PresenceHere { agency: AgencyId(dice.uuid()), presence: Presence::Throughout }],
        order_before: vec![ItemId(dice.uuid()); dice.below(3) as usize],
    }
}

pub fn item(dice: &mut Dice, id: ItemId, position: u32, known: &Known) -> Item {
    let about = match dice.below(7) {
        0 => About::Welcome,
        1 => About::MattersArising,
        2 => About::Case { case: known.case },
        3 => About::Referral { referral: known.referral },
        4 => About::OrdersDue,
        5 => About::Break,
        _ => About::Other,
    };
    Item {
        id,
        meeting: known.meeting,
        position,
        about,
        group: dice.of(&[
            Group::Opening,
            Group::Housing,
            Group::YoungPeople,
            Group::Referrals,
            Group::Others,
        ]),
        title: dice.text(),
        depth: dice.of(&[Depth::Full, Depth::Quick, Depth::Noted]),
        minutes: dice.number(),
        why: dice.text(),
        began_at: dice.maybe(Dice::moment),
        left_at: dice.maybe(Dice::moment),
        spent_ms: dice.moment().0,
        level: dice.maybe(|dice| dice.of(&LEVELS)),
        fixed_at: dice.maybe(|dice| ClockTime::from_minutes(dice.below(1440) as u32)),
        pinned: dice.below(2) == 0,
        needs: vec![Need { agency: known.agency, needed: dice.below(2) == 0 }],
    }
}

pub fn attendance(dice: &mut Dice, id: AttendanceId, serial: u32, known: &Known) -> Attendance {
    const MODES: [AttendanceMode; 4] = [
        AttendanceMode::InRoom,
        AttendanceMode::DialledIn,
        AttendanceMode::Observer,
        AttendanceMode::NoContact,
    ];
    Attendance {
        id,
        meeting: known.meeting,
        serial,
        agency: dice.maybe(|_| known.agency),
        officer: dice.maybe(|_| known.officer),
        name: dice.text(),
        mode: dice.of(&MODES),
        substitute_for: dice.text(),
        from_item: dice.maybe(Dice::number),
        to_item: dice.maybe(Dice::number),
        heard_declaration: dice.coin(),
        at: dice.moment(),
        withdrawn: dice.coin(),
    }
}

pub fn key_point(dice: &mut Dice, id: KeyPointId, serial: u32, known: &Known) -> KeyPoint {
    let (shown, withdrawn) = (dice.coin(), dice.coin());
    KeyPoint { id, item: known.item, serial, text: dice.text(), shown, withdrawn, at: dice.moment() }
}

pub fn decision(dice: &mut Dice, id: DecisionId, serial: u32, known: &Known) -> Decision {
    let outcome = match dice.below(10) {
        0 => Outcome::Continue,
        1 => Outcome::Close { no_score_because: dice.maybe(Dice::text) },
        2 => Outcome::HandOver { scheme: dice.text() },
        3 => Outcome::SeparateMeeting { reports_back: dice.maybe(Dice::day) },
        4 => Outcome::Adopt { case: known.case },
        5 => Outcome::NotAdopt { outcomes: vec![ReferralOutcome::Mediation, ReferralOutcome::Signposted] },
        6 => Outcome::MoreInformation { by: dice.maybe(Dice::day) },
        7 => Outcome::Noted,
        8 => Outcome::Defer,
        _ => Outcome::Other,
    };
    let withdrawn = dice.coin();
    Decision { id, item: known.item, serial, outcome, text: dice.text(), withdrawn, at: dice.moment() }
}

pub fn written_update(dice: &mut Dice, id: WrittenUpdateId, known: &Known) -> WrittenUpdate {
    WrittenUpdate {
        id,
        meeting: known.meeting,
        case: known.case,
        agency: known.agency,
        text: dice.text(),
        shown: dice.coin(),
        at: dice.moment(),
    }
}

pub fn revision(dice: &mut Dice, id: MinutesRevisionId, serial: u32, known: &Known) -> MinutesRevision {
    MinutesRevision {
        id,
        meeting: known.meeting,
        item: dice.maybe(|_| known.item),
        serial,
        before: dice.text(),
        after: dice.text(),
        by: dice.text(),
        at: dice.moment(),
        after_approval: dice.coin(),
    }
}

pub fn room_state(dice: &mut Dice, known: &Known) -> RoomState {
    RoomState {
        meeting: known.meeting,
        item: dice.maybe(|_| known.item),
        running_since: dice.maybe(Dice::moment),
        projected: dice.maybe(|_| known.item),
        blank: dice.coin(),
        level: dice.of(&LEVELS),
        raised: dice.some(|_| known.case),
        observer_override: dice.maybe(Dice::text),
        told: dice.some(|dice| Told {
            agency: known.agency,
            comes: ClockTime::from_minutes(dice.below(1440) as u32),
        }),
        scoring: dice.maybe(|dice| SharedScoring {
            item: known.item,
            version: known.matrix,
            answers: answers(dice),
        }),
    }
}
