use uuid::Uuid;

use super::*;
use crate::action::testing::{action, day};
use crate::case::CaseKind;
use crate::ids::{CaseId, EpisodeId, LightSettingId, ScoreId};
use crate::light::Light;
use crate::moment::Moment;
use crate::order::{OrderOn, OrderOutcome, OrderStage};
use crate::reference::CaseReference;

fn case() -> Case {
    let mut case = Case::new(CaseId(Uuid::nil()), CaseReference::new("DEMO", 45), CaseKind::Person);
    case.key_issues = vec!["ASB".into(), "alcohol".into()];
    case
}

fn numbered(serial: u32, status: ActionStatus) -> Action {
    let number = ActionNumber { meeting: 45, serial };
    Action { id: ActionId(Uuid::from_u128(serial.into())), number, status, ..action() }
}

fn order(stage: OrderStage) -> Order {
    Order {
        expires_on: (stage == OrderStage::InPlace).then(|| day("2027-03-03")),
        outcome: (stage == OrderStage::Ended).then_some(OrderOutcome::Positive),
        ..Order::as_published(OrderId(Uuid::from_u128(7)), "CBO", OrderOn::Alone, stage)
    }
}

fn score(serial: u32, stage: ScoreStage, total: i32) -> Score {
    Score {
        id: ScoreId(Uuid::from_u128(serial.into())),
        episode: EpisodeId(Uuid::nil()),
        serial,
        stage,
        on: Some(day("2026-11-03")),
        total: Points::whole(total),
        matrix: "total only".into(),
        route: None,
        reason: String::new(),
        scorer: String::new(),
        answers: None,
    }
}

fn facts<'a>(
    case: &'a Case,
    actions: &'a [Action],
    orders: &'a [Order],
    scores: &'a [Score],
) -> ClosingFacts<'a> {
    ClosingFacts { case, opened: day("2026-03-03"), on: day("2026-11-24"), actions, orders, scores }
}

fn says(serial: u32, ending: ActionEnding, reason: &str) -> EndedAction {
    EndedAction { action: ActionId(Uuid::from_u128(serial.into())), ending, reason: reason.into() }
}

fn answers(actions: Vec<EndedAction>) -> ClosingAnswers {
    ClosingAnswers { actions, ..ClosingAnswers::default() }
}

#[test]
fn every_open_action_has_to_be_settled_and_no_other() {
    let case = case();
    let actions = ActionStatus::ALL.map(|status| numbered(status as u32 + 1, status));
    let facts = facts(&case, &actions, &[], &[]);
    let refused = facts.settled(&answers(vec![says(1, ActionEnding::Done, "")]));
    assert_eq!(refused, Err(ClosingError::OpenActions("45/2 and 45/4".into())));
    let all = [1, 2, 3, 4, 5].map(|serial| says(serial, ActionEnding::Superseded, "")).to_vec();
    let check = facts.settled(&answers(all)).unwrap();
    let settled: Vec<u32> = check.actions.iter().map(|each| each.number.serial).collect();
    assert_eq!(settled, [1, 2, 4], "what was over already is none of the closure's business");
}

#[test]
fn an_action_that_stays_open_says_why() {
    let case = case();
    let actions = [numbered(1, ActionStatus::UnderWay)];
    let facts = facts(&case, &actions, &[], &[]);
    let stays = |reason: &str| facts.settled(&answers(vec![says(1, ActionEnding::StaysOpen, reason)]));
    assert_eq!(stays(" "), Err(ClosingError::OpenWithoutReason(actions[0].number)));
    assert_eq!(stays("the repair is booked").unwrap().actions[0].reason, "the repair is booked");
}

#[test]
fn a_case_closed_in_the_past_cannot_have_done_what_was_raised_later() {
    let case = case();
    let actions = [numbered(1, ActionStatus::UnderWay)];
    let early = ClosingFacts { on: day("2026-11-02"), ..facts(&case, &actions, &[], &[]) };
    let refused = early.settled(&answers(vec![says(1, ActionEnding::Done, "")]));
    assert!(matches!(refused, Err(ClosingError::DoneBeforeRaised { .. })));
}

#[test]
fn the_closing_score_is_given_now_or_was_given_or_has_a_reason() {
    let case = case();
    let scores = [score(1, ScoreStage::Start, 80), score(2, ScoreStage::Closure, 35)];
    let (without, with) = (facts(&case, &[], &[], &scores[..1]), facts(&case, &[], &[], &scores));
    assert_eq!(without.score(None, Some(" ")), Err(ClosingError::NoScore));
    assert_eq!(without.score(None, Some("moved away")), Ok(ClosingScore::None("moved away")));
    assert_eq!(with.score(None, None), Ok(ClosingScore::Already(Points::whole(35))));
    assert_eq!(with.score(Some(Points::whole(30)), None), Ok(ClosingScore::Given(Points::whole(30))));
}

#[test]
fn orders_in_force_or_on_their_way_stay_and_block_nothing() {
    let case = case();
    let orders = [
        OrderStage::Considered,
        OrderStage::BeingPrepared,
        OrderStage::AppliedFor,
        OrderStage::InPlace,
        OrderStage::Continued,
        OrderStage::OnHold,
        OrderStage::Refused,
        OrderStage::NotProgressed,
        OrderStage::Ended,
    ]
    .map(order);
    let check = facts(&case, &[], &orders, &[]).settled(&ClosingAnswers::default()).unwrap();
    assert_eq!(check.orders.len(), 6);
    assert!(check.orders.iter().any(|left| left.words == "CBO in place until 3 March 2027"));
}

#[test]
fn what_was_settled_reads_as_lines() {
    let case = case();
    let (actions, orders) = ([numbered(1, ActionStatus::UnderWay)], [order(OrderStage::InPlace)]);
    let check = facts(&case, &actions, &orders, &[])
        .settled(&ClosingAnswers {
            actions: vec![says(1, ActionEnding::StaysOpen, "the repair is booked")],
            orders: vec![WatchedOrder { order: orders[0].id, watched_by: "Police".into() }],
            told: vec!["Housing".into(), " ".into()],
            told_besides: " the school ".into(),
            summary: String::new(),
        })
        .unwrap();
    assert_eq!(
        check.lines(),
        [
            "Action 45/1 (Joint visit with school about attendance) stays open: the repair is booked",
            "CBO in place until 3 March 2027 stays, watched by Police",
            "To be told: Housing, the school",
        ]
    );
    assert!(ClosureCheck::default().lines().is_empty());
}

#[test]
fn the_summary_tells_the_case_from_its_opening_to_its_end() {
    let case = case();
    let actions = [
        numbered(1, ActionStatus::Done),
        numbered(2, ActionStatus::UnderWay),
        numbered(3, ActionStatus::NotUndertaken),
    ];
    let orders = [order(OrderStage::Ended)];
    let scores = [score(1, ScoreStage::Start, 80)];
    let facts = facts(&case, &actions, &orders, &scores);
    assert_eq!(
        facts.summary(&[says(2, ActionEnding::Done, "")], Some(Points::whole(35)), None),
        "Opened on 3 March 2026 for ASB and alcohol. 3 actions were agreed: 2 done and 1 not undertaken. Orders and \
         interventions: CBO ended (positive). Score 80 at the start, 35 at closure. Closed on 24 November 2026."
    );
    let handed = facts.summary(&[], None, Some("SAFE"));
    assert!(
        handed.ends_with(
            "Score 80 at the start, not scored at closure. Handed over to SAFE on 24 November 2026."
        )
    );
}

#[test]
fn taking_a_closure_back_puts_every_action_where_it_stood() {
    let light = LightSetting {
        id: LightSettingId(Uuid::nil()),
        light: Light::Green,
        reason: "promised".into(),
        at: Moment(0),
    };
    let before = Action { light_set: Some(light), ..numbered(1, ActionStatus::UnderWay) };
    let case = case();
    for ending in [ActionEnding::Done, ActionEnding::Superseded] {
        let actions = [before.clone()];
        let check = facts(&case, &actions, &[], &[]).settled(&answers(vec![says(1, ending, "")])).unwrap();
        let mut after = before.clone();
        after.set_status(ending.status().unwrap(), day("2026-11-24"), "").unwrap();
        assert!(check.actions[0].put_back(&mut after));
        assert_eq!(after, before);
    }
}

#[test]
fn an_action_changed_since_the_closure_stays_as_it_is_now() {
    let case = case();
    let actions = [numbered(1, ActionStatus::UnderWay)];
    let check = facts(&case, &actions, &[], &[])
        .settled(&answers(vec![says(1, ActionEnding::Superseded, "")]))
        .unwrap();
    let mut since = numbered(1, ActionStatus::InAbeyance);
    assert!(!check.actions[0].put_back(&mut since));
    assert_eq!(since.status, ActionStatus::InAbeyance);
}

#[test]
fn everybody_who_may_have_to_be_told_is_on_the_list_once() {
    let concerned = Concerned {
        lead_agency: "Police",
        lead_officer: "A Khan",
        involved: vec!["Housing", "Police"],
        owners: vec![("Housing", "J Bell"), ("Probation", ""), ("Police", "A Khan")],
        referrer: "Housing",
        victims: vec!["T.R.".into(), String::new()],
    };
    let told: Vec<String> = concerned.to_tell().into_iter().map(|each| each.who).collect();
    let expected =
        ["Police", "A Khan", "Housing", "Probation", "J Bell", "Victim contact (T.R.)", "Victim contact"];
    assert_eq!(told, expected);
    assert!(Concerned::default().to_tell().is_empty());
}
