//! Who saw what of a person.

use desk::commands;
use desk::wire::everything::*;
use domain::ids::SubjectId;
use domain::rights::Role;

use crate::scene::Scene;
use crate::support::PASSPHRASE;
use crate::{lock, unlock};

const KIM: &str = "a long one for Kim";

fn access(scene: &mut Scene, person: SubjectId) -> AccessView {
    commands::get_access(&mut scene.place.desk, GetAccess { person }).unwrap()
}

/// What happened, the earliest first: who, what, of which record.
fn told(view: &AccessView) -> Vec<(String, String, String)> {
    view.rows.iter().rev().map(|row| (row.who.clone(), row.what.clone(), row.of.clone())).collect()
}

fn holds(view: &AccessView, who: &str, what: &str, of: &str) -> usize {
    told(view).into_iter().filter(|row| *row == (who.to_owned(), what.to_owned(), of.to_owned())).count()
}

/// The child of CSH.1.
fn child(scene: &mut Scene) -> SubjectId {
    scene.case(1).subjects[0].subject.id
}

#[test]
fn whoever_looks_at_a_childs_record_stands_in_the_list_once_a_session() {
    let mut scene = Scene::new();
    let request = AddUser { name: "Kim Birch".into(), role: Role::Reader, passphrase: KIM.into() };
    commands::add_user(&mut scene.place.desk, request).unwrap();
    let child = child(&mut scene);
    for _ in 0..2 {
        lock(&mut scene.place);
        unlock(&mut scene.place, KIM).unwrap();
        for _ in 0..3 {
            scene.case(1);
            scene.case(2);
        }
        commands::get_person(&mut scene.place.desk, GetPerson { id: child }).unwrap();
    }
    let view = access(&mut scene, child);
    assert_eq!(view.person, "Tomos Rhys");
    assert_eq!(view.records, ["CSH.1"]);
    assert_eq!(holds(&view, "Kim Birch", "Looked at", "CSH.1"), 2, "{:#?}", told(&view));
    assert_eq!(holds(&view, "Kim Birch", "Looked at", "The person"), 2, "the page of the person");
    assert!(view.rows.iter().all(|row| row.of != "CSH.2"), "another case is nobody’s business here");
    assert!(view.source.starts_with("From the audit, whose "), "{}", view.source);
}

#[test]
fn what_the_room_showed_printed_and_copied_stands_in_the_list() {
    let mut scene = Scene::new();
    let child = child(&mut scene);
    let meeting = scene.begun();
    let item = scene.case_item(meeting, scene.child);
    scene.go_to(meeting, item);
    scene.show(meeting, item);
    let agency = scene.housing;
    commands::copy_out(&mut scene.place.desk, GetCopyOut { item, agency }).unwrap();
    let folder = scene.place.folder.path().join("summary.pdf");
    let reference = domain::reference::CaseReference::new("CSH", 1);
    let request = MakePaper {
        wanted: WantedPaper::CaseSummary { reference },
        save_as: Some(folder.display().to_string()),
    };
    commands::make_paper(&mut scene.place.desk, request).unwrap();
    let request = MakePaper {
        wanted: WantedPaper::Agenda { meeting },
        save_as: Some(scene.place.folder.path().join("pack.pdf").display().to_string()),
    };
    commands::make_paper(&mut scene.place.desk, request).unwrap();
    let log = AddDisclosure {
        agency: Some(agency),
        to: String::new(),
        what: "Told by telephone of the school’s concern".into(),
        why: String::new(),
        references: vec!["CSH.1".into()],
    };
    commands::add_disclosure(&mut scene.place.desk, log).unwrap();
    let copied =
        TableCopied { table: "cases".into(), rows: 2, references: vec!["CSH.1".into(), "CSH.2".into()] };
    commands::note_table_copy(&mut scene.place.desk, copied.clone()).unwrap();
    let other = TableCopied { references: vec!["CSH.2".into()], ..copied };
    commands::note_table_copy(&mut scene.place.desk, other).unwrap();
    let view = access(&mut scene, child);
    assert_eq!(holds(&view, "Alex Marsh", "Copied among 2 of the table of cases", "A list of many"), 1);
    for (who, what) in [
        ("Alex Marsh, for R Hale", "Came to it in the meeting"),
        ("Alex Marsh, for R Hale", "On the projector: reference"),
        ("Alex Marsh", "Copied for Northbridge Housing’s own system"),
        ("Alex Marsh", "Case summary made"),
        ("Alex Marsh", "Agenda pack made"),
        ("Alex Marsh", "Disclosed to Northbridge Housing: Told by telephone of the school’s concern"),
    ] {
        assert_eq!(holds(&view, who, what, "CSH.1"), 1, "{what}: {:#?}", told(&view));
    }
    let seen = view.rows.iter().map(|row| row.kind).collect::<Vec<_>>();
    assert!(seen.contains(&AccessKind::Shown) && seen.contains(&AccessKind::Disclosed));
}

#[test]
fn the_list_and_the_log_are_printed() {
    let mut scene = Scene::new();
    let child = child(&mut scene);
    scene.case(1);
    let agency = Some(scene.housing);
    let log = AddDisclosure {
        agency,
        to: String::new(),
        what: "Told by telephone".into(),
        why: String::new(),
        references: vec!["CSH.1".into()],
    };
    commands::add_disclosure(&mut scene.place.desk, log).unwrap();
    let day = |text: &str| text.parse().unwrap();
    let (from, to) = (day("2026-11-01"), day("2026-11-30"));
    for (wanted, words) in [
        (WantedPaper::AccessLog { person: child }, ["CSH.1: Looked at", "Disclosed to Northbridge Housing"]),
        (WantedPaper::DisclosureLog { from, to }, ["Told by telephone", "Section 115"]),
    ] {
        let path = scene.place.folder.path().join("paper.pdf");
        let request = MakePaper { wanted, save_as: Some(path.display().to_string()) };
        commands::make_paper(&mut scene.place.desk, request).unwrap();
        let text = crate::support::text_of(&path).split_whitespace().collect::<Vec<_>>().join(" ");
        for word in words {
            assert!(text.contains(word), "{word}: {text}");
        }
    }
    let wanted = WantedPaper::DisclosureLog { from: to, to: from };
    assert!(commands::make_paper(&mut scene.place.desk, MakePaper { wanted, save_as: None }).is_err());
}

#[test]
fn a_clock_that_was_set_back_does_not_change_the_order() {
    let mut scene = Scene::new();
    let child = child(&mut scene);
    commands::get_person(&mut scene.place.desk, GetPerson { id: child }).unwrap();
    scene.place.after_minutes(-90);
    lock(&mut scene.place);
    unlock(&mut scene.place, PASSPHRASE).unwrap();
    scene.case(1);
    let view = access(&mut scene, child);
    assert_eq!(view.rows[0].of, "CSH.1", "what was recorded last stands first: {:#?}", told(&view));
    assert!(view.rows[0].at < view.rows[1].at, "although its clock says otherwise");
}

#[test]
fn a_lock_forgets_whom_it_noted() {
    let mut scene = Scene::new();
    let child = child(&mut scene);
    lock(&mut scene.place);
    unlock(&mut scene.place, PASSPHRASE).unwrap();
    scene.case(1);
    let view = access(&mut scene, child);
    assert_eq!(holds(&view, "Alex Marsh", "Looked at", "CSH.1"), 2);
}

#[test]
fn a_preview_opened_again_holds_the_look_taken_meanwhile() {
    let mut scene = Scene::new();
    let person = child(&mut scene);
    let open = |scene: &mut Scene| {
        let request = PreviewPaper {
            wanted: WantedPaper::AccessLog { person },
            pages: vec![1],
            known: Vec::new(),
            outlined: Vec::new(),
            choices: PrintChoices::default(),
            opening: true,
        };
        let seen = commands::preview_paper(&mut scene.place.desk, request).unwrap();
        let marks = seen.pictures[0].marks.iter().flatten();
        marks.filter(|mark| matches!(mark, PageMark::Line { .. })).count()
    };
    let (first, second) = (open(&mut scene), open(&mut scene));
    commands::get_person(&mut scene.place.desk, GetPerson { id: person }).unwrap();
    let third = open(&mut scene);
    let (by_opening, by_look) = (second - first, third - second);
    assert!(by_opening > 0, "the first opening is a look too");
    assert!(by_look > by_opening, "the look at the person stands there beside the second opening");
}
