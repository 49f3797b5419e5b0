//! Records with chance values: every field of every table, from a seed that a failing test prints.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use chrono::{Days, NaiveDate};
use domain::action::*;
use domain::agency::*;
use domain::case::*;
use domain::clock_time::ClockTime;
use domain::disclosure::Level;
use domain::episode::*;
use domain::factor::Factor;
use domain::ids::*;
use domain::light::Light;
use domain::meeting::*;
use domain::moment::Moment;
use domain::order::*;
use domain::reference::*;
use domain::referral::*;
use domain::score::*;
use domain::subject::*;
use uuid::Uuid;

/// Chance from a seed: the same seed, the same records.
pub struct Dice(pub u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        // SplitMix64: small, and good enough to fill fields.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        self.roll() % limit
    }

    pub fn uuid(&mut self) -> Uuid {
        Uuid::from_u64_pair(self.roll(), self.roll())
    }

    pub fn coin(&mut self) -> bool {
        self.below(2) == 0
    }

    pub fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len() as u64) as usize]
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.coin().then(|| make(self))
    }

    fn some<T>(&mut self, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(4)).map(|_| make(self)).collect()
    }

    pub fn text(&mut self) -> String {
        const TEXTS: [&str; 9] = [
            "",
            "Noise at night",
            "O'Neill; DROP TABLE case_record --",
            "“Łucja” d’Arcy",
            "two\nlines\tand a tab",
            "🏚️ boarded up",
            "<img onerror=alert(1)>",
            "%_\"*",
            "a\0nought",
        ];
        format!("{}{}", self.of(&TEXTS), self.below(1000))
    }

    fn day(&mut self) -> NaiveDate {
        NaiveDate::from_ymd_opt(1899, 12, 31).unwrap() + Days::new(self.below(60_000))
    }

    fn moment(&mut self) -> Moment {
        Moment(self.below(4_000_000_000_000) as i64 - 1_000_000_000)
    }

    fn number(&mut self) -> u32 {
        self.below(u64::from(u32::MAX) + 1) as u32
    }
}

const LEVELS: [Level; 4] = [Level::Blank, Level::Reference, Level::Initials, Level::Full];

pub fn agency(dice: &mut Dice, id: AgencyId) -> Agency {
    Agency {
        id,
        name: dice.text(),
        short_name: dice.text(),
        field: dice.of(&[Field::Housing, Field::YoungPeople, Field::Police, Field::Fire, Field::Other]),
        presence: dice.of(&[Presence::Throughout, Presence::OwnItems]),
        pack_rule: dice.of(&[PackRule::All, PackRule::OwnItems, PackRule::SheetOnly]),
        active: dice.coin(),
    }
}

pub fn officer(dice: &mut Dice, id: OfficerId, agency: AgencyId) -> Officer {
    Officer {
        id,
        agency,
        name: dice.text(),
        post: dice.text(),
        email: dice.text(),
        telephone: dice.text(),
        attends: dice.coin(),
        active: dice.coin(),
    }
}

pub fn area(dice: &mut Dice, id: AreaId) -> Area {
    Area { id, name: dice.text() }
}

pub fn subject(dice: &mut Dice, id: SubjectId, agency: AgencyId) -> Subject {
    Subject {
        id,
        name: dice.text(),
        aliases: dice.some(Dice::text),
        date_of_birth: dice.maybe(Dice::day),
        age_as_told: dice.maybe(|dice| AgeAsTold { years: dice.below(256) as u8, on: dice.day() }),
        addresses: dice.some(Dice::text),
        telephones: dice.some(Dice::text),
        agency_references: dice.some(|dice| AgencyReference { agency, reference: dice.text() }),
    }
}

/// What a record may name.
pub struct Known {
    pub agency: AgencyId,
    pub officer: OfficerId,
    pub area: AreaId,
    pub subject: SubjectId,
    pub case: CaseId,
    pub episode: EpisodeId,
    pub meeting: MeetingId,
    pub referral: ReferralId,
    pub item: ItemId,
    pub action: ActionId,
}

fn part(dice: &mut Dice, known: &Known) -> SubjectPart {
    const ROLES: [SubjectRole; 4] =
        [SubjectRole::Victim, SubjectRole::Perpetrator, SubjectRole::Both, SubjectRole::AtRisk];
    SubjectPart { subject: known.subject, role: dice.of(&ROLES) }
}

pub fn case(dice: &mut Dice, id: CaseId, number: u32, known: &Known) -> Case {
    let suffix = dice.maybe(|dice| dice.of(&['a', 'b', 'z']));
    Case {
        id,
        reference: CaseReference { prefix: dice.of(&["CSH", "DEMO"]).into(), number, suffix },
        kind: dice.of(&[CaseKind::Person, CaseKind::Property, CaseKind::Topic]),
        title: dice.text(),
        outline: dice.text(),
        key_issues: dice.some(Dice::text),
        factors: dice
            .some(|dice| dice.of(&[Factor::Alcohol, Factor::FlyTipping, Factor::AntiSocialBehaviour])),
        place: dice.text(),
        area: dice.maybe(|_| known.area),
        source: dice
            .maybe(|dice| dice.of(&[Source::Partner, Source::OwnReview, Source::DailyManagementMeeting])),
        lead_agency: dice.maybe(|_| known.agency),
        lead_officer: dice.maybe(|_| known.officer),
        legal_lead: dice.text(),
        involved: dice.some(|_| known.agency),
        subjects: dice.some(|dice| part(dice, known)),
        review_rule: dice.of(&[ReviewRule::EveryMeeting, ReviewRule::Monthly, ReviewRule::WhenActionDue]),
        outside_facts: dice.some(Dice::text),
        referral: dice.maybe(|dice| ReferralNumber(dice.number())),
    }
}

pub fn episode(dice: &mut Dice, id: EpisodeId, serial: u32, known: &Known) -> Episode {
    const REASONS: [ClosureReason; 3] =
        [ClosureReason::Closed, ClosureReason::Combined, ClosureReason::HandedOver];
    Episode {
        id,
        case: known.case,
        serial,
        opened: dice.day(),
        closed: dice.maybe(|dice| Closure {
            on: dice.day(),
            reason: dice.of(&REASONS),
            no_score_because: dice.maybe(Dice::text),
            summary: dice.text(),
        }),
        age_as_published: dice.maybe(|dice| dice.below(120) as u8),
        equal_scores_as_published: dice.coin(),
        handed_to: dice.maybe(Dice::text),
        notes: dice.some(Dice::text),
    }
}

pub fn score(dice: &mut Dice, id: ScoreId, serial: u32, known: &Known) -> Score {
    const STAGES: [ScoreStage; 4] =
        [ScoreStage::Start, ScoreStage::MidPoint, ScoreStage::Closure, ScoreStage::AsPublished];
    Score {
        id,
        episode: known.episode,
        serial,
        stage: dice.of(&STAGES),
        on: dice.maybe(Dice::day),
        total: Points::hundredths(dice.below(2_000_000) as i32 - 1_000_000),
        matrix: dice.text(),
        route: dice.maybe(|dice| dice.of(&[ScoreRoute::OverThreshold, ScoreRoute::ProfessionalJudgement])),
        reason: dice.text(),
        scorer: dice.text(),
    }
}

pub fn link(dice: &mut Dice, id: CaseLinkId, to: CaseId, known: &Known) -> CaseLink {
    let kind = dice.of(&[LinkKind::CrossReference, LinkKind::SplitFrom, LinkKind::CombinedInto]);
    CaseLink { id, kind, from: known.case, to, on: dice.maybe(Dice::day) }
}

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

pub fn order(dice: &mut Dice, id: OrderId, known: &Known) -> Order {
    let on = match dice.below(4) {
        0 => OrderOn::Case { case: known.case, episode: known.episode },
        1 => OrderOn::Referral { referral: known.referral },
        2 => OrderOn::Place { place: dice.text() },
        _ => OrderOn::Alone,
    };
    Order {
        id,
        kind: dice.text(),
        on,
        subject: dice.maybe(|_| known.subject),
        stage: dice.of(&[
            OrderStage::Considered,
            OrderStage::InPlace,
            OrderStage::NotProgressed,
            OrderStage::Ended,
        ]),
        considered_on: dice.maybe(Dice::day),
        in_place_on: dice.maybe(Dice::day),
        expires_on: dice.maybe(Dice::day),
        review_on: dice.maybe(Dice::day),
        ended_on: dice.maybe(Dice::day),
        outcome: dice.maybe(|dice| dice.of(&[OrderOutcome::SomeGoodEffect, OrderOutcome::Abandoned])),
        note: dice.text(),
    }
}

pub fn referral(dice: &mut Dice, id: ReferralId, number: u32, known: &Known) -> Referral {
    const STATUSES: [ReferralStatus; 4] = [
        ReferralStatus::InTriage,
        ReferralStatus::Signposted,
        ReferralStatus::Adopted,
        ReferralStatus::NotAdopted,
    ];
    Referral {
        id,
        number: ReferralNumber(number),
        source: dice.of(&[Source::Partner, Source::OtherForum]),
        received_on: dice.day(),
        referrer_name: dice.text(),
        referrer_agency: dice.maybe(|_| known.agency),
        referrer_contact: dice.text(),
        title: dice.text(),
        problem: dice.text(),
        victims: dice.text(),
        offenders: dice.text(),
        safeguarding: dice.text(),
        tried: dice.text(),
        place: dice.text(),
        area: dice.maybe(|_| known.area),
        subjects: dice.some(|dice| part(dice, known)),
        status: dice.of(&STATUSES),
        gate_override: dice.maybe(Dice::text),
        decided_on: dice.maybe(Dice::day),
        outcomes: dice.some(|dice| dice.of(&[ReferralOutcome::AbcIssued, ReferralOutcome::NoFurtherAction])),
        note: dice.text(),
        case: dice.maybe(|_| known.case),
    }
}

pub fn check(dice: &mut Dice, id: AgencyCheckId, known: &Known) -> AgencyCheck {
    let answer = dice.of(&[CheckAnswer::NoReply, CheckAnswer::Known, CheckAnswer::NotKnown]);
    AgencyCheck { id, referral: known.referral, agency: known.agency, answer, note: dice.text() }
}

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
    }
}

pub fn item(dice: &mut Dice, id: ItemId, position: u32, known: &Known) -> Item {
    let about = match dice.below(6) {
        0 => About::Welcome,
        1 => About::MattersArising,
        2 => About::Case { case: known.case },
        3 => About::Referral { referral: known.referral },
        4 => About::OrdersDue,
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
    let outcome = match dice.below(9) {
        0 => Outcome::Continue,
        1 => Outcome::Close { no_score_because: dice.maybe(Dice::text) },
        2 => Outcome::HandOver { scheme: dice.text() },
        3 => Outcome::SeparateMeeting { reports_back: dice.maybe(Dice::day) },
        4 => Outcome::Adopt { case: known.case },
        5 => Outcome::NotAdopt { outcomes: vec![ReferralOutcome::Mediation, ReferralOutcome::Signposted] },
        6 => Outcome::MoreInformation { by: dice.maybe(Dice::day) },
        7 => Outcome::Noted,
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
    }
}
