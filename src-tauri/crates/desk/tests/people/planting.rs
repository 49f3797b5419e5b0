//! A hub in which every field that concerns one person holds something of its own.

mod beside;

use domain::acceptance::{Acceptance, Escalation};
use domain::action::{Action, ActionStatus, ActionType, ActionUpdate, LightSetting};
use domain::action_log::LogKind;
use domain::agency::{Agency, Area, Field, Officer, PackRule, Presence};
use domain::case::{Case, CaseKind, CaseLink, LinkKind, ReviewRule};
use domain::case_move::{CaseMove, MoveKind};
use domain::closing::{ActionEnding, ClosureCheck, OrderLeft, SettledAction};
use domain::demand::{Counted, DemandCount};
use domain::episode::{Closure, ClosureReason, Episode};
use domain::factor::Factor;
use domain::forum::ForumLink;
use domain::guide::{GuideAnswer, GuideAnswers, GuidePart};
use domain::ids::*;
use domain::light::Light;
use domain::matrix::{FactorAnswer, MatrixKind, MatrixVersion};
use domain::meeting::{
    About, Decision, Depth, Group, Item, KeyPoint, Meeting, MeetingKind, MeetingStatus, MinutesRevision,
    Outcome, WrittenUpdate,
};
use domain::moment::Moment;
use domain::order::{
    OfferAnswer, Order, OrderBreach, OrderEvent, OrderEventKind, OrderOffer, OrderOn, OrderOutcome,
    OrderReview, OrderStage,
};
use domain::reference::{ActionNumber, ReferralNumber};
use domain::referral::{AgencyCheck, CheckAnswer, Referral, ReferralOutcome, ReferralStatus, Source};
use domain::retention::{ChoiceKind, RecordType, RetentionChoice};
use domain::score::{Points, Score, ScoreAnswers, ScoreRoute, ScoreStage};
use domain::subject::{AgeAsTold, AgencyReference, Subject, SubjectPart, SubjectRole};
use store::Writer;
use uuid::Uuid;

use self::beside::{choices, orders, referral};
use crate::planted::Planted;
use crate::support::Place;

const fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// The person whose records they are.
pub const PERSON: SubjectId = SubjectId(id(1));
const OTHER: SubjectId = SubjectId(id(2));
const CASE: CaseId = CaseId(id(10));
const OTHER_CASE: CaseId = CaseId(id(11));
const EPISODE: EpisodeId = EpisodeId(id(20));
const REFERRAL: ReferralId = ReferralId(id(30));
const AGENCY: AgencyId = AgencyId(id(40));
const OFFICER: OfficerId = OfficerId(id(41));
const AREA: AreaId = AreaId(id(42));
const ACTION: ActionId = ActionId(id(50));
const MEETING: MeetingId = MeetingId(id(60));
const ORDER: OrderId = OrderId(id(70));
/// A condition of another person's order on the same case.
pub const OF_ANOTHER: &str = "wordofanother";

type Done = Result<(), desk::failure::Failure>;

/// Plants it all.
pub fn plant(place: &mut Place, p: &mut Planted) {
    place
        .desk
        .write(&[], |writer, _| {
            partners(writer, p)?;
            person(writer, p)?;
            case(writer, p)?;
            episode(writer, p)?;
            beside_the_case(writer, p)?;
            meeting(writer, p)?;
            action(writer, p)?;
            referral(writer, p)?;
            orders(writer, p)?;
            choices(writer, p)
        })
        .unwrap();
}

fn partners(writer: &mut Writer<'_>, p: &mut Planted) -> Done {
    let agency = p.text("case_record.lead_agency");
    for column in [
        "case_record.involved",
        "action.agency",
        "agency_check.agency",
        "written_update.agency",
        "referral.referrer_agency",
    ] {
        p.says(column, &agency);
    }
    let officer = p.text("case_record.lead_officer");
    p.says("action.officer", &officer);
    let area = p.text("case_record.area");
    p.says("referral.area", &area);
    writer.put_agency(&Agency {
        id: AGENCY,
        name: agency,
        short_name: "NH".into(),
        field: Field::Housing,
        presence: Presence::OwnItems,
        pack_rule: PackRule::OwnItems,
        active: true,
    })?;
    writer.put_officer(&Officer {
        id: OFFICER,
        agency: AGENCY,
        name: officer,
        post: String::new(),
        email: String::new(),
        telephone: String::new(),
        attends: true,
        active: true,
    })?;
    writer.put_area(&Area { id: AREA, name: area })?;
    Ok(())
}

fn person(writer: &mut Writer<'_>, p: &mut Planted) -> Done {
    p.says("subject.age_years", "47 on");
    writer.put_subject(&Subject {
        id: PERSON,
        name: p.text("subject.name"),
        aliases: p.texts("subject.aliases"),
        date_of_birth: Some(p.day("subject.date_of_birth")),
        age_as_told: Some(AgeAsTold { years: 47, on: p.day("subject.age_told_on") }),
        addresses: p.texts("subject.addresses"),
        telephones: p.texts("subject.telephones"),
        agency_references: vec![AgencyReference {
            agency: AGENCY,
            reference: p.text("subject.agency_references"),
        }],
    })?;
    writer.put_subject(&Subject { name: "Ada Quill".into(), ..Subject::unknown(OTHER) })?;
    Ok(())
}

fn case(writer: &mut Writer<'_>, p: &mut Planted) -> Done {
    for column in ["case_record.prefix", "case_record.number", "case_record.suffix"] {
        p.says(column, "Case CSH.4021b");
    }
    p.says("case_record.kind", "Person");
    p.says("case_record.factors", "Fly-tipping");
    p.says("case_record.source", "daily management meeting");
    p.says("case_record.review_rule", "fortnightly");
    p.says("case_record.referral_number", "R.8123");
    p.says("case_subject.role", "perpetrator this person");
    writer.put_case(&Case {
        title: p.text("case_record.title"),
        outline: p.text("case_record.outline"),
        key_issues: p.texts("case_record.key_issues"),
        factors: vec![Factor::FlyTipping],
        place: p.text("case_record.place"),
        area: Some(AREA),
        source: Some(Source::DailyManagementMeeting),
        lead_agency: Some(AGENCY),
        lead_officer: Some(OFFICER),
        legal_lead: p.text("case_record.legal_lead"),
        involved: vec![AGENCY],
        subjects: vec![
            SubjectPart { subject: PERSON, role: SubjectRole::Perpetrator },
            SubjectPart { subject: OTHER, role: SubjectRole::Victim },
        ],
        review_rule: ReviewRule::Fortnightly,
        outside_facts: p.texts("case_record.outside_facts"),
        referral: Some(ReferralNumber(8123)),
        ..Case::new(CASE, "CSH.4021b".parse().unwrap(), CaseKind::Person)
    })?;
    writer.put_case(&Case::new(OTHER_CASE, "CSH.4022".parse().unwrap(), CaseKind::Person))?;
    Ok(())
}

fn episode(writer: &mut Writer<'_>, p: &mut Planted) -> Done {
    p.says("episode.closed_by", "handed over");
    p.says("episode.age_as_published", "register 53");
    p.says("episode.equal_scores_as_published", "the same number at the start and since");
    let settled = SettledAction {
        action: ACTION,
        number: ActionNumber { meeting: 45, serial: 3 },
        what: p.text("episode.closure_check"),
        ending: ActionEnding::StaysOpen,
        reason: p.text("episode.closure_check"),
        was: ActionStatus::UnderWay,
        light_was: None,
    };
    let left = OrderLeft {
        order: ORDER,
        words: p.text("episode.closure_check"),
        watched_by: p.text("episode.closure_check"),
    };
    let check = ClosureCheck {
        actions: vec![settled],
        orders: vec![left],
        told: p.texts("episode.closure_check"),
        told_besides: p.text("episode.closure_check"),
        score: None,
    };
    writer.put_episode(&Episode {
        closed: Some(Closure {
            on: p.day("episode.closed_on"),
            reason: ClosureReason::HandedOver,
            no_score_because: Some(p.text("episode.no_score_because")),
            summary: p.text("episode.summary"),
            check,
        }),
        age_as_published: Some(53),
        equal_scores_as_published: true,
        reopened_because: Some(p.text("episode.reopened_because")),
        handed_to: Some(p.text("episode.handed_to")),
        notes: p.texts("episode.notes"),
        ..Episode::first(EPISODE, CASE, p.day("episode.opened"))
    })?;
    let version = MatrixVersion::shipped(MatrixKind::Person);
    writer.add_matrix_version(&version)?;
    let factor = &version.matrix.factors[0];
    let option = &factor.options[1];
    p.says("score.answers", &format!("{}: {}", factor.title, option.words));
    p.says("score.stage", "score: mid-point");
    p.says("score.route", "potential escalation");
    writer.add_score(&Score {
        id: ScoreId(id(21)),
        episode: EPISODE,
        serial: 1,
        stage: ScoreStage::MidPoint,
        on: Some(p.day("score.day")),
        total: Points::whole(p.number("score.total") as i32),
        matrix: p.text("score.matrix"),
        answers: Some(ScoreAnswers {
            version: version.id,
            chosen: vec![FactorAnswer { factor: factor.key.clone(), option: option.key.clone() }],
        }),
        route: Some(ScoreRoute::PotentialEscalation),
        reason: p.text("score.reason"),
        scorer: p.text("score.scorer"),
    })?;
    Ok(())
}

fn beside_the_case(writer: &mut Writer<'_>, p: &mut Planted) -> Done {
    p.says("case_link.kind", "split from");
    p.says("case_link.to_case", "CSH.4022");
    let on = Some(p.day("case_link.day"));
    let id_of_link = CaseLinkId(id(12));
    writer.put_link(&CaseLink {
        id: id_of_link,
        kind: LinkKind::SplitFrom,
        from: CASE,
        to: OTHER_CASE,
        on,
    })?;
    p.says("demand_count.counted", "incidents");
    writer.put_demand(&DemandCount {
        id: DemandCountId(id(13)),
        case: CASE,
        counted: Counted::Incidents,
        first_day: p.day("demand_count.first_day"),
        last_day: p.day("demand_count.last_day"),
        number: p.number("demand_count.number"),
        source: p.text("demand_count.source"),
    })?;
    writer.put_forum(&ForumLink {
        id: ForumLinkId(id(14)),
        case: CASE,
        forum: p.text("forum_link.forum"),
        since: Some(p.day("forum_link.since")),
        until: Some(p.day("forum_link.until")),
    })?;
    Ok(())
}

fn moment(day: chrono::NaiveDate) -> Moment {
    Moment(day.and_hms_opt(12, 0, 0).unwrap().and_utc().timestamp_millis())
}

fn meeting(writer: &mut Writer<'_>, p: &mut Planted) -> Done {
    writer.put_meeting(&Meeting {
        id: MEETING,
        number: 45,
        kind: MeetingKind::Tasking,
        date: p.day("item.meeting"),
        starts: "14:00".parse().unwrap(),
        minutes: 120,
        room: String::new(),
        chair: String::new(),
        status: MeetingStatus::Concluded,
        cancelled_because: String::new(),
        issued_at: None,
        began_at: None,
        concluded_at: None,
        declaration_read_at: None,
        approved_by: None,
        approved_at: None,
        confirmed_by: None,
        confirmed_at: None,
        confirmed_in: None,
        presences: Vec::new(),
        order_before: Vec::new(),
    })?;
    p.says("item.part", "young people");
    p.says("item.depth", "quick update");
    let item = Item {
        id: ItemId(id(61)),
        meeting: MEETING,
        position: 1,
        about: About::Case { case: CASE },
        group: Group::YoungPeople,
        title: p.text("item.title"),
        depth: Depth::Quick,
        minutes: 5,
        why: p.text("item.why"),
        began_at: None,
        left_at: None,
        spent_ms: 0,
        level: None,
        fixed_at: None,
        pinned: false,
        needs: Vec::new(),
    };
    writer.put_item(&item)?;
    for (serial, withdrawn) in [(1, false), (2, true)] {
        writer.add_key_point(&KeyPoint {
            id: KeyPointId(id(620 + u128::from(serial))),
            item: item.id,
            serial,
            text: p.text("key_point.text"),
            shown: false,
            withdrawn,
            at: Moment(0),
        })?;
    }
    decisions(writer, p, item.id)?;
    writer.add_revision(&MinutesRevision {
        id: MinutesRevisionId(id(64)),
        meeting: MEETING,
        item: Some(item.id),
        serial: 1,
        before: p.text("minutes_revision.before"),
        after: p.text("minutes_revision.after"),
        by: p.text("minutes_revision.corrected_by"),
        at: moment(p.day("minutes_revision.at")),
        after_approval: false,
    })?;
    writer.add_written_update(&WrittenUpdate {
        id: WrittenUpdateId(id(65)),
        meeting: MEETING,
        case: CASE,
        agency: AGENCY,
        text: p.text("written_update.text"),
        shown: false,
        at: moment(p.day("written_update.at")),
    })?;
    Ok(())
}

fn decisions(writer: &mut Writer<'_>, p: &mut Planted, item: ItemId) -> Done {
    p.says("decision.decided", "separate meeting, reports back");
    p.says("decision.outcomes", "mediation");
    p.says("decision.reference", "CSH.4022 opened");
    let made = CaseMove {
        id: CaseMoveId(id(66)),
        kind: MoveKind::Split,
        link: CaseLinkId(id(12)),
        from: CASE,
        to: OTHER_CASE,
        on: "2001-01-01".parse().unwrap(),
        meeting: Some(MEETING),
        closed: None,
        moved: Vec::new(),
        undone: false,
    };
    writer.add_move(&made)?;
    let outcomes = [
        Outcome::Close { no_score_because: Some(p.text("decision.no_score_because")) },
        Outcome::HandOver { scheme: p.text("decision.scheme") },
        Outcome::SeparateMeeting { reports_back: Some(p.day("decision.day")) },
        Outcome::NotAdopt { outcomes: vec![ReferralOutcome::Mediation] },
        Outcome::Split { off: "CSH.4022".parse().unwrap(), made: made.id },
    ];
    for (serial, outcome) in (1..).zip(outcomes) {
        writer.add_decision(&Decision {
            id: DecisionId(id(630 + u128::from(serial))),
            item,
            serial,
            outcome,
            text: p.text("decision.text"),
            withdrawn: serial == 1,
            at: Moment(0),
        })?;
    }
    Ok(())
}

fn action(writer: &mut Writer<'_>, p: &mut Planted) -> Done {
    p.says("action.meeting_number", "45/3");
    p.says("action.kind", "file to legal");
    p.says("action.status", "done");
    p.says("action.answer", "declined");
    p.says("light_setting.light", "amber");
    let setting = LightSetting {
        id: LightSettingId(id(51)),
        light: Light::Amber,
        reason: p.text("light_setting.reason"),
        at: moment(p.day("light_setting.at")),
    };
    writer.put_action(&Action {
        id: ACTION,
        number: ActionNumber { meeting: 45, serial: 3 },
        case: CASE,
        raised_at: Some(MEETING),
        raised_on: p.day("action.raised_on"),
        what: p.text("action.what"),
        kind: ActionType::FileToLegal,
        agency: AGENCY,
        officer: Some(OFFICER),
        due: Some(p.day("action.due")),
        status: ActionStatus::Done,
        done_on: Some(p.day("action.done_on")),
        blocked: Some(p.text("action.blocked")),
        acceptance: Acceptance::Declined {
            on: p.day("action.answered_on"),
            told_by: p.text("action.answered_by"),
            reason: p.text("action.declined_because"),
        },
        escalated: Some(Escalation {
            to: p.text("action.escalated_to"),
            reason: p.text("action.escalated_because"),
            on: p.day("action.escalated_on"),
        }),
        light_set: Some(setting),
    })?;
    p.says("action_update.kind", "wording, ");
    writer.add_action_update(&ActionUpdate {
        id: ActionUpdateId(id(52)),
        action: ACTION,
        on: p.day("action_update.day"),
        text: p.text("action_update.text"),
        by: p.text("action_update.said_by"),
        kind: LogKind::Wording,
        meeting: Some(MEETING),
    })?;
    Ok(())
}
