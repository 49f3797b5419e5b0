//! Who owes an action: acceptance by an agency that was not there, reassigning, escalating, and the log of it all.

use desk::commands;
use desk::failure::Failure;
use desk::wire::everything::*;
use domain::acceptance::Acceptance;
use domain::action::{ActionStatus, ActionType};
use domain::action_log::LogKind;
use domain::ids::ActionId;
use domain::meeting::AttendanceMode;

use crate::scene::{Scene, day};
use crate::support::Place;

/// An action that the meeting gave to Housing, which sent nobody.
fn given_to_absent(scene: &mut Scene) -> (domain::ids::MeetingId, ActionId) {
    let meeting = scene.begun();
    scene.attend(meeting, "A Field", AttendanceMode::InRoom);
    let request = AddAction {
        case: scene.flat,
        meeting: Some(meeting),
        what: "Letter to the owner".into(),
        kind: None,
        agency: scene.housing,
        officer: None,
        new_officer: None,
        due: Some(day("2026-12-15")),
    };
    let added = commands::add_action(&mut scene.place.desk, request).unwrap();
    (meeting, added.row.id)
}

fn answer(id: ActionId, accepts: bool, reason: &str) -> AnswerAction {
    AnswerAction { id, accepts, on: None, told_by: "J Bell".into(), reason: reason.into() }
}

fn view(scene: &mut Scene, id: ActionId) -> ActionView {
    commands::get_action(&mut scene.place.desk, GetAction { id }).unwrap()
}

fn log(view: &ActionView) -> Vec<(LogKind, &str)> {
    view.log.iter().map(|line| (line.kind, line.text.as_str())).collect()
}

#[test]
fn an_absent_agency_is_asked_in_words_everywhere_and_its_yes_settles_it() {
    let mut scene = Scene::new();
    let (meeting, id) = given_to_absent(&mut scene);
    let asked = view(&mut scene, id);
    assert_eq!(log(&asked), [(LogKind::Acceptance, "asked of Housing, which was not there")]);
    assert_eq!(asked.log[0].meeting.as_ref().map(|at| at.name.as_str()), Some("meeting 1, 24 Nov 2026"));
    let flat = scene.case_item(meeting, scene.flat);
    let room = scene.go_to(meeting, flat);
    let tagged = |rows: &[ActionRow]| rows.iter().any(|row| row.tags == ["awaits acceptance"]);
    assert!(tagged(&room.current.unwrap().new_actions));
    assert!(tagged(&scene.case(2).actions));
    let housing = GetAgency { id: scene.housing };
    assert!(tagged(&commands::get_agency(&mut scene.place.desk, housing).unwrap().actions));
    let list = commands::list_actions(&mut scene.place.desk, Nothing {}).unwrap();
    assert_eq!((list.awaiting, list.declined), (1, 0));
    let today = commands::get_today(&mut scene.place.desk, Nothing {}).unwrap();
    assert_eq!(today.acceptance[0].words, "Housing has not accepted 1/1 on CSH.2");
    scene.show(meeting, flat);
    let shown = scene.projector().shown.unwrap().case.unwrap();
    assert!(shown.actions.iter().any(|action| action.tags == ["awaits acceptance"]));

    let accepted = commands::answer_action(&mut scene.place.desk, answer(id, true, "")).unwrap();
    assert!(accepted.row.tags.is_empty());
    assert_eq!(accepted.log[0].text, "Housing accepted on 24 Nov 2026, told by J Bell");
    assert_eq!(accepted.log[0].by, "Alex Marsh");
    assert!(commands::get_today(&mut scene.place.desk, Nothing {}).unwrap().acceptance.is_empty());
}

#[test]
fn a_declined_action_comes_before_the_chair_and_back_on_the_next_agenda() {
    let mut scene = Scene::new();
    let (meeting, id) = given_to_absent(&mut scene);
    let refusal = |failure: Failure| failure.field;
    let silent = commands::answer_action(&mut scene.place.desk, answer(id, false, " "));
    assert_eq!(refusal(silent.unwrap_err()).as_deref(), Some("reason"));
    let nobody = AnswerAction { told_by: " ".into(), ..answer(id, true, "") };
    let nobody = commands::answer_action(&mut scene.place.desk, nobody);
    assert_eq!(refusal(nobody.unwrap_err()).as_deref(), Some("told_by"));
    commands::answer_action(&mut scene.place.desk, answer(id, false, "not our tenant")).unwrap();
    let today = commands::get_today(&mut scene.place.desk, Nothing {}).unwrap();
    assert_eq!(today.acceptance[0].words, "Housing declined 1/1 on CSH.2: not our tenant");
    scene.conclude(meeting);

    scene.place.after_minutes(7 * 24 * 60);
    let next = scene.meeting_on("2026-12-01");
    let agenda = commands::propose_agenda(&mut scene.place.desk, OfMeeting { meeting: next }).unwrap();
    let items: Vec<_> = agenda.groups.into_iter().flat_map(|group| group.items).collect();
    let flat = items.iter().find(|item| item.reference.as_deref() == Some("CSH.2")).unwrap();
    assert!(flat.why.contains("1 action declined"), "{}", flat.why);
}

#[test]
fn an_action_handed_on_keeps_its_history_and_asks_whoever_was_not_there() {
    let mut scene = Scene::new();
    let late = scene.late_action();
    let police = scene.case(1).case.lead_agency.unwrap();
    let to = |reason: &str| ReassignAction {
        id: late.id,
        agency: police,
        officer: None,
        new_officer: Some("PC 1204".into()),
        reason: reason.into(),
    };
    let silent = commands::reassign_action(&mut scene.place.desk, to(" ")).unwrap_err();
    assert_eq!(silent.field.as_deref(), Some("reason"));
    let people = commands::get_agency(&mut scene.place.desk, GetAgency { id: police }).unwrap().officers;
    assert!(people.iter().all(|officer| officer.name != "PC 1204"), "a refusal adds nobody");

    let taken = commands::reassign_action(&mut scene.place.desk, to("the tenancy ended")).unwrap();
    assert!(taken.row.awaits_acceptance, "between meetings nobody is there");
    assert_eq!((taken.row.number, taken.row.due), (late.number, late.due), "number and date stay");
    assert_eq!(
        log(&taken),
        [
            (LogKind::Acceptance, "asked of Police, which was not there"),
            (LogKind::Owner, "Housing, J Bell → Police, PC 1204: the tenancy ended"),
        ]
    );
    let same =
        ReassignAction { officer: taken.row.officer.map(|each| each.id), new_officer: None, ..to("x") };
    let same = commands::reassign_action(&mut scene.place.desk, same).unwrap_err();
    assert_eq!(same.field.as_deref(), Some("agency"));
}

#[test]
fn an_escalation_shows_as_a_tag_with_its_history() {
    let mut scene = Scene::new();
    let late = scene.late_action();
    let to = |to: &str, on: &str| EscalateAction {
        id: late.id,
        to: to.into(),
        reason: "late, and no word".into(),
        on: Some(day(on)),
    };
    let early = commands::escalate_action(&mut scene.place.desk, to("the area manager", "2026-01-01"));
    assert_eq!(early.unwrap_err().field.as_deref(), Some("on"));
    let nobody = commands::escalate_action(&mut scene.place.desk, to("", "2026-11-24"));
    assert_eq!(nobody.unwrap_err().field.as_deref(), Some("to"));
    let taken =
        commands::escalate_action(&mut scene.place.desk, to("the area manager", "2026-11-24")).unwrap();
    assert_eq!(taken.row.tags, ["escalated"]);
    let higher = commands::escalate_action(&mut scene.place.desk, to("the chief executive", "2026-11-24"));
    let higher = higher.unwrap();
    assert_eq!(higher.row.escalated.map(|each| each.to).as_deref(), Some("the chief executive"));
    assert_eq!(higher.log.iter().filter(|line| line.kind == LogKind::Escalation).count(), 2);
    let list = commands::list_actions(&mut scene.place.desk, Nothing {}).unwrap();
    assert_eq!(list.escalated, 1);
}

#[test]
fn every_change_of_an_action_leaves_its_own_entry_beside_what_was_said() {
    let mut scene = Scene::new();
    let late = scene.late_action();
    let desk = &mut scene.place.desk;
    let amend = |due: &str, blocked: Option<&str>| AmendAction {
        id: late.id,
        what: late.what.clone(),
        kind: ActionType::Repair,
        officer: None,
        due: Some(day(due)),
        blocked: blocked.map(str::to_owned),
    };
    commands::amend_action(desk, amend("2026-12-01", Some("no ladder"))).unwrap();
    commands::amend_action(desk, amend("2026-12-01", None)).unwrap();
    let status =
        |status, reason: &str| SetActionStatus { id: late.id, status, on: None, reason: reason.into() };
    let silent = commands::set_action_status(desk, status(ActionStatus::NotUndertaken, " ")).unwrap_err();
    assert_eq!(silent.field.as_deref(), Some("reason"));
    let said = AddActionUpdate { id: late.id, text: "Nobody at home".into(), on: None };
    commands::add_action_update(desk, said).unwrap();
    let over = commands::set_action_status(desk, status(ActionStatus::NotUndertaken, "no staff")).unwrap();
    let mut entries = log(&over);
    entries.reverse();
    for entry in [
        (LogKind::Due, "24 Nov 2026 → 1 Dec 2026"),
        (LogKind::Owner, "Housing, J Bell → Housing"),
        (LogKind::Blocked, "set: no ladder"),
        (LogKind::Blocked, "cleared: no ladder"),
        (LogKind::Said, "Nobody at home"),
        (LogKind::StatusWithReason, "not started → not undertaken: no staff"),
    ] {
        assert_eq!(entries.iter().filter(|each| **each == entry).count(), 1, "{entry:?} in {entries:?}");
    }
    let told = over.row.last_update.unwrap().text;
    assert_eq!(told, "not started → not undertaken: no staff", "the reason is what papers tell last");
    assert_eq!(over.row.acceptance, Acceptance::NotAsked);
}

#[test]
fn usual_actions_complete_the_line_as_the_hub_lists_them() {
    let mut place = Place::with_hub();
    let list = commands::list_action_templates(&mut place.desk, Nothing {}).unwrap().rows;
    assert!(list.iter().all(|row| row.shipped), "a new hub has the shipped list");
    let fields = ActionTemplateFields {
        what: "Ask the landlord about cameras".into(),
        kind: ActionType::Check,
        days: Some(10),
        agency: None,
    };
    let added = commands::add_action_template(&mut place.desk, fields.clone()).unwrap().rows;
    let own = added.last().unwrap();
    assert!(!own.shipped);
    let line = |place: &mut Place, text: &str| {
        let request = UnderstandActionLine { text: text.into(), cursor: text.len() as u32 };
        commands::understand_action_line(&mut place.desk, request).unwrap()
    };
    let offered = line(&mut place, "ask the l").completions;
    assert_eq!(offered[0].text, "Ask the landlord about cameras in 10 days ");
    let read = line(&mut place, &offered[0].text);
    assert_eq!((read.kind, read.due), (ActionType::Check, Some(day("2026-12-04"))));

    let up = MoveActionTemplate { id: own.template.id, up: true };
    let moved = commands::move_action_template(&mut place.desk, up).unwrap().rows;
    assert_eq!(moved[moved.len() - 2].template.id, own.template.id);
    let retire = AmendActionTemplate { id: own.template.id, fields, retired: true };
    commands::amend_action_template(&mut place.desk, retire).unwrap();
    assert!(line(&mut place, "ask the l").completions.is_empty());
    let nothing =
        ActionTemplateFields { what: " ".into(), kind: ActionType::Other, days: Some(0), agency: None };
    let refused = commands::add_action_template(&mut place.desk, nothing).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("what"));
}

#[test]
fn an_action_raised_by_mistake_is_taken_back_and_stays_in_its_case() {
    let mut scene = Scene::new();
    let (meeting, id) = given_to_absent(&mut scene);
    let flat = scene.case_item(meeting, scene.flat);
    scene.go_to(meeting, flat);
    let back = commands::withdraw_action(&mut scene.place.desk, WithdrawAction { id }).unwrap();
    assert_eq!((back.row.status, back.row.awaits_acceptance), (ActionStatus::Superseded, false));
    assert!(log(&back).iter().any(|(_, text)| text.contains("raised by mistake")), "{:?}", log(&back));
    let room = commands::get_room(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let current = room.current.unwrap();
    assert!(current.new_actions.is_empty(), "the meeting did not raise it");
    assert!(scene.case(2).actions.iter().any(|row| row.id == id), "its case still knows it");
    let again = commands::withdraw_action(&mut scene.place.desk, WithdrawAction { id }).unwrap_err();
    assert!(again.message.contains("set its status"), "{again:?}");
}
