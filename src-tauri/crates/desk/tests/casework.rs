//! Journeys: demand, forums, splitting, combining and handing over outside a meeting, with what the case tells of it.

#![allow(clippy::unwrap_used, reason = "a step of a journey that fails ends the test where it failed")]

#[path = "meeting/scene.rs"]
#[allow(dead_code, reason = "this journey uses its part")]
mod scene;
mod support;

use desk::commands;
use desk::failure::Failure;
use desk::wire::everything::*;
use domain::case::{CaseKind, LinkKind};
use domain::case_history::CaseEventKind;
use domain::case_move::Piece;
use domain::closing::ClosingAnswers;
use domain::demand::{Counted, DemandPhase};
use domain::ids::CaseId;
use domain::reference::CaseReference;
use scene::{Scene, day};

fn demand(first: &str, last: &str, number: u32, source: &str) -> DemandFields {
    let (first_day, last_day) = (day(first), day(last));
    DemandFields { counted: Counted::Calls, first_day, last_day, number, source: source.into() }
}

fn forum(name: &str, since: &str, until: &str) -> ForumFields {
    ForumFields { forum: name.into(), since: since.parse().ok(), until: until.parse().ok() }
}

fn field(failure: &Failure) -> Option<&str> {
    failure.field.as_deref()
}

impl Scene {
    fn combine(&mut self, case: CaseId, into: &str) -> Result<CaseView, Failure> {
        let preview = PreviewMove { case, into: Some(into.into()) };
        let goes = commands::preview_move(&mut self.place.desk, preview)
            .map(|preview| preview.rows.into_iter().filter(|row| row.goes).map(|row| row.piece).collect())
            .unwrap_or_default();
        commands::combine_cases(&mut self.place.desk, CombineCases { case, into: into.into(), goes })
    }

    fn split(&mut self, case: CaseId, letter: &str, goes: Vec<Piece>) -> Result<CaseView, Failure> {
        let (title, place, outline) = ("the brother".into(), String::new(), String::new());
        let split =
            SplitFields { letter: letter.into(), kind: CaseKind::Person, title, place, outline, goes };
        commands::split_case(&mut self.place.desk, SplitCase { case, split })
    }

    fn undo(&mut self, view: &CaseView) -> Result<UndoneMove, Failure> {
        commands::undo_case_move(&mut self.place.desk, UndoCaseMove { id: view.moves[0].id })
    }
}

#[test]
fn demand_is_entered_amended_and_taken_back_with_its_source() {
    let mut scene = Scene::new();
    let case = scene.flat;
    let add = |fields| AddDemandCount { case, fields };
    let before = demand("2026-09-01", "2026-09-28", 12, "Police");
    commands::add_demand_count(&mut scene.place.desk, add(before)).unwrap();
    let view = commands::add_demand_count(
        &mut scene.place.desk,
        add(demand("2026-10-05", "2026-11-01", 3, "Police")),
    )
    .unwrap();
    let told: Vec<_> = view.demand.iter().map(|line| (line.phase, line.per_four_weeks_in_tenths)).collect();
    assert_eq!(told, [(DemandPhase::Before, 120), (DemandPhase::During, 30)]);
    let refused = commands::add_demand_count(
        &mut scene.place.desk,
        add(demand("2026-10-09", "2026-10-01", 1, "Police")),
    );
    assert_eq!(field(&refused.unwrap_err()), Some("last_day"));
    let refused = commands::add_demand_count(
        &mut scene.place.desk,
        add(demand("2026-11-02", "2026-11-03", 1, &"x".repeat(10_000))),
    );
    assert_eq!(field(&refused.unwrap_err()), Some("source"));
    let id = view.demand[0].count.id;
    let fields = demand("2026-09-01", "2026-09-28", 14, "Police");
    let view = commands::amend_demand_count(&mut scene.place.desk, AmendDemandCount { id, fields }).unwrap();
    assert_eq!(view.demand[0].count.number, 14);
    let view = commands::remove_demand_count(&mut scene.place.desk, RemoveDemandCount { id }).unwrap();
    assert_eq!(view.demand.len(), 1);
    let again = commands::remove_demand_count(&mut scene.place.desk, RemoveDemandCount { id });
    assert!(again.is_err(), "it is not there any more");
}

#[test]
fn another_forum_is_a_name_and_its_days() {
    let mut scene = Scene::new();
    let case = scene.child;
    let add = |fields| AddForumLink { case, fields };
    let view =
        commands::add_forum_link(&mut scene.place.desk, add(forum(" MARAC ", "2026-11-03", ""))).unwrap();
    assert_eq!(
        (view.forums[0].link.forum.as_str(), view.forums[0].when_words.as_str()),
        ("MARAC", "since 3 Nov 2026")
    );
    let content = "MARAC heard on the third of November that he was seen with older boys again";
    let refused = commands::add_forum_link(&mut scene.place.desk, add(forum(content, "", ""))).unwrap_err();
    assert_eq!(field(&refused), Some("forum"));
    let refused = commands::add_forum_link(&mut scene.place.desk, add(forum("marac", "", ""))).unwrap_err();
    assert_eq!(field(&refused), Some("forum"), "{refused}");
    let id = view.forums[0].link.id;
    let fields = forum("MARAC", "2026-11-03", "2026-11-01");
    let refused =
        commands::amend_forum_link(&mut scene.place.desk, AmendForumLink { id, fields }).unwrap_err();
    assert_eq!(field(&refused), Some("until"));
    let fields = forum("MARAC", "2026-11-03", "2026-11-20");
    let view = commands::amend_forum_link(&mut scene.place.desk, AmendForumLink { id, fields }).unwrap();
    assert_eq!(view.forums[0].when_words, "3 Nov 2026 to 20 Nov 2026");
    let view = commands::remove_forum_link(&mut scene.place.desk, RemoveForumLink { id }).unwrap();
    assert!(view.forums.is_empty());
}

#[test]
fn a_combined_case_is_a_signpost_that_takes_nothing_until_it_is_undone() {
    let mut scene = Scene::new();
    let (flat, quiet, before) = (scene.flat, scene.quiet, scene.case(2));
    let survivor = scene.combine(flat, "csh 3").unwrap();
    assert_eq!(survivor.case.reference.to_string(), "CSH.3");
    assert_eq!(survivor.actions[0].number, before.actions[0].number, "the action keeps its number");
    let signpost = scene.case(2);
    assert_eq!(signpost.signpost_to, Some(CaseReference::new("CSH", 3)));
    assert!(!signpost.open && signpost.actions.is_empty());
    assert_eq!(signpost.moves[0].words, "Combined with");
    assert_eq!(signpost.moves[0].went, ["0/1 Board up the back door at 7 Mill Lane"]);
    let reopen = ReopenCase { case: flat, on: day("2026-11-24"), reason: "calls again".into() };
    let refused = commands::reopen_case(&mut scene.place.desk, reopen).unwrap_err();
    assert_eq!(refused.message, "CSH.2 was combined with CSH.3; work goes on there");
    let count = AddDemandCount { case: flat, fields: demand("2026-09-01", "2026-09-28", 12, "Police") };
    assert!(commands::add_demand_count(&mut scene.place.desk, count).is_err());
    let undone = scene.undo(&signpost).unwrap();
    assert_eq!(undone.reference.to_string(), "CSH.2");
    assert!(undone.not_undone.contains("printed"), "{}", undone.not_undone);
    let after = scene.case(2);
    assert_eq!((after.open, &after.actions, &after.links), (true, &before.actions, &before.links));
    assert!(after.moves[0].undone, "the record still tells of it");
    assert!(scene.undo(&after).is_err(), "once is enough");
    assert!(scene.combine(quiet, "CSH.2").is_ok(), "and the other way round is free again");
}

#[test]
fn bad_input_is_told_at_its_field_and_writes_nothing() {
    let mut scene = Scene::new();
    let (child, flat, quiet) = (scene.child, scene.flat, scene.quiet);
    for (into, why) in [
        ("CSH.2", "itself"),
        ("CSH.99", "unknown"),
        ("nonsense", "no reference"),
        ("\u{202E}CSH.1\u{0}", "control characters"),
    ] {
        assert_eq!(field(&scene.combine(flat, into).unwrap_err()), Some("into"), "{why}");
    }
    scene.combine(flat, "CSH.3").unwrap();
    assert_eq!(field(&scene.combine(quiet, "CSH.2").unwrap_err()), Some("into"), "in a circle");
    assert_eq!(field(&scene.combine(child, "CSH.2").unwrap_err()), Some("into"), "into a signpost");
    for (letter, why) in [("ab", "two letters"), ("1", "no letter"), ("é", "not in the alphabet")] {
        assert_eq!(field(&scene.split(child, letter, Vec::new()).unwrap_err()), Some("letter"), "{why}");
    }
    scene.split(child, "a", Vec::new()).unwrap();
    let taken = scene.split(child, "A", Vec::new()).unwrap_err();
    assert_eq!(
        (field(&taken), taken.message.as_str()),
        (Some("letter"), "CSH.1a is taken; choose another letter")
    );
    let stranger = vec![Piece::Person { subject: scene.case(3).subjects[0].subject.id }];
    assert_eq!(field(&scene.split(child, "b", stranger).unwrap_err()), Some("goes"));
    let kept = SplitFields {
        letter: String::new(),
        kind: CaseKind::Property,
        title: "x".repeat(10_000),
        place: " ".into(),
        outline: "🏚 ".repeat(5_000),
        goes: Vec::new(),
    };
    let split = |split| SplitCase { case: child, split };
    let refused = commands::split_case(&mut scene.place.desk, split(kept.clone())).unwrap_err();
    assert_eq!(field(&refused), Some("title"));
    let titled = SplitFields { title: "the yard".into(), ..kept };
    let refused = commands::split_case(&mut scene.place.desk, split(titled.clone())).unwrap_err();
    assert_eq!(field(&refused), Some("place"));
    assert_eq!(commands::list_cases(&mut scene.place.desk, Nothing {}).unwrap().rows.len(), 4);
    let placed = SplitFields { place: "7 Mill Lane".into(), ..titled };
    let view = commands::split_case(&mut scene.place.desk, split(placed)).unwrap();
    assert_eq!(view.case.outline.chars().count(), 9_999, "a long outline is kept whole");
    let report = commands::check_hub(&mut scene.place.desk, Nothing {}).unwrap();
    assert!(report.problems.is_empty(), "{:?}", report.problems);
}

#[test]
fn a_split_takes_people_along_and_undoing_brings_them_back() {
    let mut scene = Scene::new();
    let child = scene.child;
    let before = scene.case(1);
    let person = before.subjects[0].subject.id;
    let preview = PreviewMove { case: child, into: None };
    let preview = commands::preview_move(&mut scene.place.desk, preview).unwrap();
    assert_eq!(preview.next_reference.to_string(), "CSH.4");
    assert_eq!((preview.rows[0].words.as_str(), preview.rows[0].goes), ("T.R.", false));
    let off = scene.split(child, "", vec![Piece::Person { subject: person }]).unwrap();
    assert_eq!((off.case.reference.to_string().as_str(), off.subjects.len()), ("CSH.4", 1));
    assert_eq!(off.episodes[0].episode.opened, day("2026-11-24"));
    assert_eq!(off.links[0].kind, LinkKind::SplitFrom);
    assert_eq!(off.case.key_issues, before.case.key_issues);
    let left = scene.case(1);
    assert!(left.subjects.is_empty());
    assert_eq!((left.moves[0].words.as_str(), left.moves[0].may_undo), ("Split off", true));
    let add = AddForumLink { case: off.case.id, fields: forum("TAI", "", "") };
    let forum = commands::add_forum_link(&mut scene.place.desk, add).unwrap().forums[0].link.id;
    let refused = scene.undo(&left).unwrap_err();
    assert!(refused.message.contains("was worked on since"), "{refused}");
    commands::remove_forum_link(&mut scene.place.desk, RemoveForumLink { id: forum }).unwrap();
    scene.undo(&left).unwrap();
    let after = scene.case(1);
    assert_eq!((after.case, after.links), (before.case, before.links));
    let gone = GetCase { reference: CaseReference::new("CSH", 4) };
    assert!(commands::get_case(&mut scene.place.desk, gone).is_err());
    assert_eq!(
        scene.split(child, "", Vec::new()).unwrap().case.reference.to_string(),
        "CSH.5",
        "no number twice"
    );
}

#[test]
fn the_next_day_it_is_too_late_to_undo() {
    let mut scene = Scene::new();
    let flat = scene.flat;
    scene.combine(flat, "CSH.3").unwrap();
    let hand = CloseCase {
        case: scene.child,
        on: day("2026-11-24"),
        score: None,
        no_score_because: Some("goes on elsewhere".into()),
        answers: ClosingAnswers::default(),
        hand_over_to: Some("SAFE".into()),
    };
    let handed = commands::close_case(&mut scene.place.desk, hand).unwrap();
    assert!(handed.may_undo_hand_over);
    scene.place.after_minutes(24 * 60);
    let signpost = scene.case(2);
    assert!(!signpost.moves[0].may_undo);
    let refused = scene.undo(&signpost).unwrap_err();
    assert!(refused.message.contains("on the same day (24 Nov 2026)"), "{refused}");
    let request = UndoHandOver { case: scene.child };
    assert!(!scene.case(1).may_undo_hand_over);
    assert!(commands::undo_hand_over(&mut scene.place.desk, request).is_err());
}

#[test]
fn handing_over_is_undone_the_same_day_with_its_closing_score() {
    let mut scene = Scene::new();
    let child = scene.child;
    let hand = CloseCase {
        case: child,
        on: day("2026-11-24"),
        score: Some(domain::score::Points::whole(30)),
        no_score_because: None,
        answers: ClosingAnswers::default(),
        hand_over_to: Some("SAFE".into()),
    };
    commands::close_case(&mut scene.place.desk, hand).unwrap();
    let view = commands::undo_hand_over(&mut scene.place.desk, UndoHandOver { case: child }).unwrap();
    assert!(view.open);
    assert_eq!(view.episodes[0].episode.handed_to, None);
    assert_eq!(view.episodes[0].scores.len(), 1, "the closing score went with it");
    let again = commands::undo_hand_over(&mut scene.place.desk, UndoHandOver { case: child });
    assert!(again.is_err());
}

#[test]
fn reopening_asks_why_and_not_while_an_episode_is_open() {
    let mut scene = Scene::new();
    let child = scene.child;
    let reopen = |on: &str, reason: &str| ReopenCase { case: child, on: day(on), reason: reason.into() };
    let refused = commands::reopen_case(&mut scene.place.desk, reopen("2026-11-24", "again")).unwrap_err();
    assert_eq!(
        (field(&refused), refused.message.as_str()),
        (Some("on"), "The case is already open, since 1 Oct 2026")
    );
    let close = CloseCase {
        case: child,
        on: day("2026-11-20"),
        score: None,
        no_score_because: Some("moved away".into()),
        answers: ClosingAnswers::default(),
        hand_over_to: None,
    };
    commands::close_case(&mut scene.place.desk, close).unwrap();
    let mut ask = |on, reason| commands::reopen_case(&mut scene.place.desk, reopen(on, reason));
    assert_eq!(field(&ask("2026-11-19", "again").unwrap_err()), Some("on"), "before it was closed");
    assert_eq!(field(&ask("2026-11-25", "again").unwrap_err()), Some("on"), "in the future");
    assert_eq!(field(&ask("2026-11-24", " ").unwrap_err()), Some("reason"));
    let long = "calls began again ".repeat(600);
    let view = ask("2026-11-24", &long).unwrap();
    assert_eq!(view.episodes[0].episode.reopened_because.as_deref(), Some(long.trim()));
}

#[test]
fn the_history_tells_what_happened_and_what_was_printed() {
    let mut scene = Scene::new();
    let flat = scene.flat;
    scene.combine(flat, "CSH.3").unwrap();
    let reference = CaseReference::new("CSH", 3);
    let save_as = Some(scene.place.folder.path().join("case.pdf").display().to_string());
    let request = MakePaper { wanted: WantedPaper::CaseSummary { reference: reference.clone() }, save_as };
    let made = commands::make_paper(&mut scene.place.desk, request).unwrap();
    assert!(made.pages >= 1 && std::path::Path::new(&made.path).exists());
    let events = scene.case(3).events;
    let told: Vec<(CaseEventKind, &str)> =
        events.iter().map(|event| (event.kind, event.words.as_str())).collect();
    assert_eq!(told[0], (CaseEventKind::Opened, "Opened"));
    assert_eq!(told[1], (CaseEventKind::Scored, "Scored 80 at the start"));
    assert!(
        told.contains(&(
            CaseEventKind::Moved,
            "Combined here CSH.2: 0/1 Board up the back door at 7 Mill Lane"
        )),
        "{told:?}"
    );
    let last = told.last().unwrap();
    assert_eq!(last.0, CaseEventKind::Printed);
    assert!(last.1.starts_with("Printed: case.pdf, 1 page, by Alex Marsh"), "{}", last.1);
    let entry = desk::case_entry(&mut scene.place.desk, CaseReference::new("CSH", 2)).unwrap();
    assert_eq!(entry.signpost_to, Some(reference), "a signpost shows where it leads");
    let json = serde_json::to_value(&entry).unwrap();
    for key in
        ["reference", "episodes", "actions", "orders", "links", "forums", "demand", "decisions", "history"]
    {
        assert!(json.get(key).is_some(), "{key}");
    }
}

#[test]
fn a_childs_date_of_birth_is_in_no_file() {
    let mut scene = Scene::new();
    let entry = desk::case_entry(&mut scene.place.desk, CaseReference::new("CSH", 1)).unwrap();
    assert_eq!((entry.subjects[0].child, entry.subjects[0].date_of_birth), (true, None));
    assert!(!serde_json::to_string(&entry).unwrap().contains("2010-03-04"));
    let adult = desk::case_entry(&mut scene.place.desk, CaseReference::new("CSH", 3)).unwrap();
    assert_eq!(adult.subjects[0].date_of_birth, Some(day("1980-01-02")));
}

#[test]
fn an_area_gets_another_name_and_its_cases_with_it() {
    let mut scene = Scene::new();
    let desk = &mut scene.place.desk;
    let add = |name: &str| AddArea { name: name.into() };
    commands::add_area(desk, add("Old Town")).unwrap();
    let areas = commands::add_area(desk, add("Harbour")).unwrap().areas;
    let old = areas.iter().find(|area| area.name == "Old Town").unwrap().id;
    let amend = |name: &str| AmendArea { id: old, name: name.into() };
    assert_eq!(field(&commands::amend_area(desk, amend("harbour ")).unwrap_err()), Some("name"));
    assert_eq!(field(&commands::amend_area(desk, amend(" ")).unwrap_err()), Some("name"));
    let areas = commands::amend_area(desk, amend("Old Town and Quay")).unwrap().areas;
    assert!(areas.iter().any(|area| area.id == old && area.name == "Old Town and Quay"));
}
