//! The meeting, step by step: what a coordinator does in two hours.

use desk::commands;
use desk::desk::Desk;
use desk::failure::Failure;
use desk::wire::everything::*;
use domain::action::ActionStatus;
use domain::case::CaseKind;
use domain::closing::{ActionEnding, ClosingAnswers, EndedAction};
use domain::disclosure::Level;
use domain::ids::{AgencyId, CaseId, ItemId, MeetingId};
use domain::light::Light;
use domain::meeting::{About, AttendanceMode, Group};
use domain::referral::ReferralOutcome;
use domain::score::Points;

use crate::scene::day;

/// What is decided of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Continue,
    Close,
    Separate,
    Defer,
    Adopt,
    NotAdopt,
    Noted,
}

/// One thing that somebody does in the room. Points, actions and updates are those of the current item.
#[derive(Clone, Debug)]
pub enum Step {
    Begin,
    Attend { name: String, mode: AttendanceMode },
    Declare,
    GoTo(ItemId),
    Show(Option<ItemId>),
    Level(Level),
    Raise(CaseId),
    Pause(bool),
    Draft { key: String, text: String },
    Point(String),
    ShowPoint,
    TakeBackPoint,
    Action { what: String, agency: AgencyId },
    SetLight(Light),
    UnderWay,
    Update { case: CaseId, agency: AgencyId, text: String },
    ShowUpdate,
    Decide { item: ItemId, outcome: Outcome, text: String },
    TakeBack(ItemId),
    Conclude,
}

/// The meeting of a hub and the steps through it.
pub struct Script {
    pub meeting: MeetingId,
    pub steps: Vec<Step>,
}

impl Script {
    /// Writes the script for the one meeting of a hub, which has not begun.
    pub fn read(desk: &mut Desk) -> Self {
        let meeting = commands::list_meetings(desk, Nothing {}).unwrap().rows.remove(0).id;
        let agenda = commands::get_agenda(desk, OfMeeting { meeting }).unwrap();
        let agencies = commands::list_agencies(desk, Nothing {}).unwrap();
        let agencies: Vec<AgencyId> = agencies.rows.iter().map(|row| row.agency.id).collect();
        let groups = agenda.groups.into_iter();
        let items: Vec<_> = groups
            .flat_map(|part| part.items.into_iter().map(move |item| (part.group == Group::YoungPeople, item)))
            .collect();
        let attend = |name: &str, mode| Step::Attend { name: name.into(), mode };
        let mut steps = vec![Step::Begin, attend("A Field", AttendanceMode::InRoom)];
        steps.push(attend("Z Okafor", AttendanceMode::Apologies));
        steps.extend([Step::Declare, Step::Level(Level::Initials)]);
        let mut cases = 0;
        let mut referrals = 0;
        for (number, (young, item)) in items.iter().enumerate().skip(1) {
            let outcomes: &[Outcome] = match item.about {
                About::Case { .. } => {
                    cases += 1;
                    match cases % 4 {
                        1 => &[Outcome::Continue],
                        2 => &[Outcome::Close],
                        3 => &[Outcome::Separate],
                        _ => &[Outcome::Defer, Outcome::Continue],
                    }
                }
                About::Referral { .. } => {
                    referrals += 1;
                    if referrals % 2 == 1 { &[Outcome::Adopt] } else { &[Outcome::NotAdopt] }
                }
                _ => &[Outcome::Noted],
            };
            let agency = agencies[number % agencies.len()];
            steps.extend(of_item(number, item.id, item.about, *young, agency, outcomes));
            if number == 4 {
                steps.push(attend("J Bell", AttendanceMode::DialledIn));
            }
        }
        steps.push(attend("Visitor", AttendanceMode::Observer));
        steps.push(Step::Conclude);
        Self { meeting, steps }
    }
}

fn of_item(
    number: usize,
    item: ItemId,
    about: About,
    young: bool,
    agency: AgencyId,
    outcomes: &[Outcome],
) -> Vec<Step> {
    let draft = |text: &str| Step::Draft { key: format!("room/{}/key_points", item.0), text: text.into() };
    let mut steps = vec![Step::GoTo(item), draft("Door f"), Step::Show(Some(item))];
    if let About::Case { case } = about {
        if young {
            steps.push(Step::Raise(case));
        }
        if number.is_multiple_of(2) {
            let text = format!("Written update {number}");
            steps.extend([Step::Update { case, agency, text }, Step::ShowUpdate]);
        }
    }
    steps.extend([draft("Door forced twice"), Step::Point(format!("Point {number}: door forced twice"))]);
    steps.extend([Step::ShowPoint, draft("")]);
    if number.is_multiple_of(3) {
        steps.extend([Step::Point(format!("Typing error {number}")), Step::TakeBackPoint]);
        steps.extend([Step::Pause(true), Step::Pause(false)]);
    }
    let act = |what: &str| Step::Action { what: format!("Action {number} {what}"), agency };
    let adopted = outcomes.contains(&Outcome::Adopt);
    let settled = |steps: &mut Vec<Step>| {
        for (turn, outcome) in outcomes.iter().enumerate() {
            if turn > 0 {
                steps.push(Step::TakeBack(item));
            }
            let text = format!("Words {number} on {outcome:?}");
            steps.push(Step::Decide { item, outcome: *outcome, text });
        }
    };
    // An action needs a case, so a referral is adopted first.
    if adopted {
        settled(&mut steps);
    }
    if adopted || matches!(about, About::Case { .. }) {
        steps.extend([act("letter to the owner"), Step::SetLight(Light::Red), act("visit"), Step::UnderWay]);
    }
    if !adopted {
        settled(&mut steps);
    }
    // Left where it was being typed, as when the meeting went on before it was finished.
    steps.push(Step::Draft {
        key: format!("room/{}/action", item.0),
        text: format!("Half an action {number}"),
    });
    if number % 4 == 1 {
        steps.push(Step::Show(None));
    }
    steps
}

impl Step {
    /// Takes the step.
    pub fn take(&self, desk: &mut Desk, meeting: MeetingId) -> Result<(), Failure> {
        match self {
            Self::Begin => commands::begin_meeting(desk, OfMeeting { meeting }).map(drop),
            Self::Attend { name, mode } => {
                commands::add_attendance(desk, attendance(meeting, name, *mode)).map(drop)
            }
            Self::Declare => commands::read_declaration(desk, OfMeeting { meeting }).map(drop),
            Self::GoTo(item) => commands::go_to_item(desk, GoToItem { meeting, item: Some(*item) }).map(drop),
            Self::Show(item) => {
                commands::show_on_projector(desk, ShowOnProjector { meeting, item: *item }).map(drop)
            }
            Self::Level(level) => {
                let request = SetProjectorLevel { meeting, level: *level, item: None };
                commands::set_projector_level(desk, request).map(drop)
            }
            Self::Raise(case) => commands::raise_child(desk, RaiseChild { meeting, case: *case }).map(drop),
            Self::Pause(paused) => {
                commands::pause_clock(desk, PauseClock { meeting, paused: *paused }).map(drop)
            }
            Self::Draft { key, text } => {
                commands::save_draft(desk, SaveDraft { key: key.clone(), text: text.clone() }).map(drop)
            }
            Self::Point(text) => {
                let item = current(desk, meeting).id;
                commands::add_key_point(desk, AddKeyPoint { item, text: text.clone() }).map(drop)
            }
            Self::ShowPoint => {
                let id = last_point(desk, meeting);
                commands::show_key_point(desk, ShowKeyPoint { id, shown: true }).map(drop)
            }
            Self::TakeBackPoint => {
                let id = last_point(desk, meeting);
                commands::withdraw_key_point(desk, OfKeyPoint { id }).map(drop)
            }
            Self::Action { what, agency } => {
                let case = current(desk, meeting).case.expect("an action needs a case").id;
                commands::add_action(desk, action(meeting, case, what, *agency)).map(drop)
            }
            Self::SetLight(light) => {
                let request =
                    SetLight { id: last_action(desk, meeting), light: *light, reason: "No word".into() };
                commands::set_light(desk, request).map(drop)
            }
            Self::UnderWay => {
                let id = last_action(desk, meeting);
                let status = ActionStatus::UnderWay;
                let request = SetActionStatus { id, status, on: None, reason: String::new() };
                commands::set_action_status(desk, request).map(drop)
            }
            Self::Update { case, agency, text } => {
                let request = AddWrittenUpdate { meeting, case: *case, agency: *agency, text: text.clone() };
                commands::add_written_update(desk, request).map(drop)
            }
            Self::ShowUpdate => {
                let id = current(desk, meeting).case.unwrap().updates.last().expect("an update").id;
                commands::show_written_update(desk, ShowWrittenUpdate { id, shown: true }).map(drop)
            }
            Self::Decide { item, outcome, text } => {
                let choice = choice(desk, meeting, *outcome);
                commands::decide(desk, Decide { item: *item, choice, text: text.clone() }).map(drop)
            }
            Self::TakeBack(item) => commands::withdraw_decision(desk, OfItem { item: *item }).map(drop),
            Self::Conclude => {
                commands::conclude_meeting(desk, ConcludeMeeting { meeting, with_open_ends: true }).map(drop)
            }
        }
    }
}

fn current(desk: &mut Desk, meeting: MeetingId) -> CurrentItem {
    commands::get_room(desk, OfMeeting { meeting }).unwrap().current.expect("the room is at an item")
}

fn last_point(desk: &mut Desk, meeting: MeetingId) -> domain::ids::KeyPointId {
    current(desk, meeting).key_points.last().expect("a point").id
}

fn last_action(desk: &mut Desk, meeting: MeetingId) -> domain::ids::ActionId {
    current(desk, meeting).new_actions.last().expect("an action").id
}

fn attendance(meeting: MeetingId, name: &str, mode: AttendanceMode) -> AddAttendance {
    AddAttendance {
        meeting,
        agency: None,
        officer: None,
        name: name.into(),
        mode,
        substitute_for: String::new(),
        from_item: None,
        to_item: None,
    }
}

fn action(meeting: MeetingId, case: CaseId, what: &str, agency: AgencyId) -> AddAction {
    AddAction {
        case,
        meeting: Some(meeting),
        what: what.into(),
        kind: None,
        agency,
        officer: None,
        new_officer: None,
        due: Some(day("2026-12-08")),
    }
}

fn choice(desk: &mut Desk, meeting: MeetingId, outcome: Outcome) -> DecisionChoice {
    match outcome {
        Outcome::Continue => DecisionChoice::Continue,
        Outcome::Separate => DecisionChoice::SeparateMeeting { reports_back: Some(day("2026-12-01")) },
        Outcome::Defer => DecisionChoice::Defer,
        Outcome::Noted => DecisionChoice::Noted,
        Outcome::Adopt => DecisionChoice::Adopt { kind: CaseKind::Topic, lead_agency: None },
        Outcome::NotAdopt => DecisionChoice::NotAdopt {
            main_outcome: ReferralOutcome::Mediation,
            further_outcomes: Vec::new(),
        },
        Outcome::Close => {
            let open = current(desk, meeting).case.unwrap().actions.into_iter();
            let ended = |row: ActionRow| EndedAction {
                action: row.id,
                ending: ActionEnding::Superseded,
                reason: String::new(),
            };
            let actions = open.filter(|row| row.status.is_open()).map(ended).collect();
            let answers = ClosingAnswers { actions, ..ClosingAnswers::default() };
            DecisionChoice::Close { score: Some(Points::whole(20)), no_score_because: None, answers }
        }
    }
}
