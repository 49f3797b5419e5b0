//! A paper is looked at before it leaves the program, and printed as somebody chooses.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

use desk::commands;
use desk::wire::everything::*;
use domain::ids::MeetingId;
use store::Writer;

use crate::scene::Scene;

fn preview(meeting: MeetingId, pages: &[u32], opening: bool) -> PreviewPaper {
    let wanted = WantedPaper::Agenda { meeting };
    let (pages, choices) = (pages.to_vec(), PrintChoices::default());
    PreviewPaper { wanted, pages, known: Vec::new(), outlined: Vec::new(), choices, opening }
}

fn seen(scene: &mut Scene, request: PreviewPaper) -> PaperPreview {
    commands::preview_paper(&mut scene.place.desk, request).unwrap()
}

/// Returns how often the audit holds that somebody looked at a paper of the meeting.
fn views(scene: &Scene, meeting: MeetingId) -> usize {
    let hub = scene.place.desk.hub().unwrap();
    hub.store.read(|reader| reader.history_of("view", meeting.0)).unwrap().len()
}

fn telling(scene: &mut Scene, outline: &str) {
    let case = scene.case(2);
    let mut fields = case.case.clone();
    fields.outline = outline.into();
    let hub = &mut scene.place.desk;
    hub.write(&["case"], |writer, _| Ok(writer.put_case(&fields)?)).unwrap();
}

#[test]
fn looking_is_noted_once_for_each_opening_and_never_forgotten() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let first = seen(&mut scene, preview(meeting, &[1, 2], true));
    assert_eq!(first.pictures.iter().map(|picture| picture.page).collect::<Vec<_>>(), [1, 2]);
    assert!(!glyphs(&first.pictures[0]).is_empty(), "something is written on it");
    seen(&mut scene, preview(meeting, &[3], false));
    assert_eq!(views(&scene, meeting), 1, "going on to look is no second opening");
    seen(&mut scene, preview(meeting, &[1], true));
    assert_eq!(views(&scene, meeting), 2);
    scene.place.restart();
    seen(&mut scene, preview(meeting, &[1], false));
    assert_eq!(views(&scene, meeting), 3, "whoever says nothing of an opening is noted all the same");
}

#[test]
fn a_preview_says_what_the_record_says_now_and_names_its_parts() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let before = seen(&mut scene, preview(meeting, &[1, 2, 3, 999, 0], true));
    assert_eq!(before.pictures.len() as u32, before.pages.min(3), "pages that are not there are left out");
    let parts: Vec<&str> = before.parts.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(parts[0], "front sheet");
    let of_case = before.parts.iter().find(|part| part.name == "CSH.2").unwrap().page;
    let pictured =
        |scene: &mut Scene| seen(scene, preview(meeting, &[of_case], false)).pictures[0].marks.clone();
    let (first, again) = (pictured(&mut scene), pictured(&mut scene));
    assert_eq!(first, again);
    telling(&mut scene, "The door was forced three times.");
    assert_ne!(pictured(&mut scene), first, "a change of a case is seen");
}

#[test]
fn a_picture_that_the_window_has_is_not_sent_again_until_it_changed() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let before = seen(&mut scene, preview(meeting, &[1], true));
    let of_case = before.parts.iter().find(|part| part.name == "CSH.2").unwrap().page;
    let asked = |known: Vec<String>| PreviewPaper { known, ..preview(meeting, &[1, of_case], false) };
    let first = seen(&mut scene, asked(Vec::new()));
    let keys: Vec<String> = first.pictures.iter().map(|picture| picture.key.clone()).collect();
    assert_ne!(keys[0], keys[1]);
    let again = seen(&mut scene, asked(keys.clone()));
    assert!(again.pictures.iter().all(|picture| picture.marks.is_none()));
    assert!(again.pictures.iter().map(|picture| &picture.key).eq(&keys), "it says which it is");
    telling(&mut scene, "The door was forced three times.");
    let changed = seen(&mut scene, asked(keys.clone()));
    assert_eq!((&changed.pictures[0].key, &changed.pictures[0].marks), (&keys[0], &None));
    assert!(changed.pictures[1].key != keys[1] && changed.pictures[1].marks.is_some());
}

/// Returns the keys of the glyphs that stand in a picture.
fn glyphs(picture: &PagePicture) -> BTreeSet<u32> {
    let marks = picture.marks.iter().flatten();
    let lines = marks.filter_map(|mark| match mark {
        PageMark::Line { glyphs, .. } => Some(glyphs),
        _ => None,
    });
    lines.flat_map(|glyphs| glyphs.chunks(2).map(|glyph| glyph[0].cast_unsigned())).collect()
}

#[test]
fn the_outline_of_every_glyph_in_sight_is_sent_once() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    telling(&mut scene, "The door.");
    let first = seen(&mut scene, preview(meeting, &[1, 2], true));
    let sent: Vec<u32> = first.outlines.iter().map(|outline| outline.glyph).collect();
    let shown: BTreeSet<u32> = first.pictures.iter().flat_map(glyphs).collect();
    assert_eq!(BTreeSet::from_iter(sent.iter().copied()), shown);
    assert_eq!(sent.len(), shown.len(), "none twice");
    assert!(first.outlines.iter().any(|outline| outline.steps.starts_with('M')));
    let of_case = first.parts.iter().find(|part| part.name == "CSH.2").unwrap().page;
    let again = |scene: &mut Scene, outlined: &[u32]| {
        let request = preview(meeting, &[of_case], false);
        seen(scene, PreviewPaper { outlined: outlined.to_vec(), ..request })
    };
    let known: Vec<u32> =
        again(&mut scene, &sent).outlines.iter().map(|outline| outline.glyph).chain(sent).collect();
    assert_eq!(again(&mut scene, &known).outlines, []);
    telling(&mut scene, "The door: ‰.");
    let changed = again(&mut scene, &known);
    assert_eq!(changed.outlines.len(), 1, "only the sign that stood nowhere before");
    assert!(glyphs(&changed.pictures[0]).contains(&changed.outlines[0].glyph));
}

#[test]
fn what_no_typeface_has_is_named_with_page_and_item_before_anything_is_made() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    assert_eq!(seen(&mut scene, preview(meeting, &[], true)).missing, []);
    telling(&mut scene, "Seen with 李 at noon.");
    let named = seen(&mut scene, preview(meeting, &[], false));
    let page = named.parts.iter().find(|part| part.name == "CSH.2").unwrap().page;
    let wanted = MissingInPaper { page, place: "CSH.2".into(), character: "李".into(), word: "李".into() };
    assert!(named.missing.contains(&wanted), "{:?}", named.missing);
    let told =
        |choices| desk::missing_in(&scene.place.desk, &WantedPaper::Agenda { meeting }, &choices).unwrap();
    let all = told(PrintChoices::default());
    assert!(all.iter().any(|each| each == &format!("“李” in “李”, page {page}, CSH.2")), "{all:?}");
    let pages = Some(PageRange { first: page + 1, last: named.pages });
    let rest = told(PrintChoices { pages, ..PrintChoices::default() });
    assert!(rest.len() < all.len(), "only pages that are printed are told of: {rest:?}");
}

fn print(scene: &mut Scene, meeting: MeetingId, choices: PrintChoices) -> PaperMade {
    let request = PrintPaper { wanted: WantedPaper::Agenda { meeting }, choices, save_as: None };
    commands::print_paper(&mut scene.place.desk, request).unwrap()
}

#[test]
fn a_copy_for_the_printer_takes_what_the_preview_said_and_lies_in_the_private_folder_until_the_lock() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let choices = PrintChoices { pages: None, sides: PrintSides::DoublePartsInFront, two_up: true };
    let said = seen(&mut scene, PreviewPaper { choices: choices.clone(), ..preview(meeting, &[], true) });
    let made = print(&mut scene, meeting, choices);
    assert_eq!(
        (made.pages, made.file_name.as_str()),
        (said.sides, "Hub Tasking 1 agenda 2026-11-24 to print.pdf")
    );
    let path = PathBuf::from(&made.path);
    assert!(path.starts_with(scene.place.desk.folder()));
    let told = Command::new("pdfinfo").arg(&path).output().unwrap();
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(told.contains(&format!("Pages:           {}", said.sides)), "{told}");
    let hub = scene.place.desk.hub().unwrap();
    let noted = hub.store.read(|reader| reader.history_of("paper", meeting.0)).unwrap();
    let value = noted[0].value.clone().unwrap();
    assert_eq!(value["choices"]["two_up"], true, "the audit tells how: {value}");
    let status = commands::lock(&mut scene.place.desk, Nothing {}).unwrap();
    assert!(!path.exists() && status.papers_left.is_empty());
}

#[test]
fn some_pages_are_printed_and_pages_that_are_not_there_are_refused() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let some =
        |first, last| PrintChoices { pages: Some(PageRange { first, last }), ..PrintChoices::default() };
    assert_eq!(print(&mut scene, meeting, some(2, 3)).pages, 2);
    let wanted = WantedPaper::Agenda { meeting };
    let request = PrintPaper { wanted, choices: some(2, 99), save_as: None };
    let refused = commands::print_paper(&mut scene.place.desk, request).unwrap_err();
    assert!(refused.message.starts_with("The paper has "), "{}", refused.message);
    let request = PreviewPaper { choices: some(0, 1), ..preview(meeting, &[1], true) };
    let refused = commands::preview_paper(&mut scene.place.desk, request).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("pages"));
    assert_eq!(views(&scene, meeting), 0, "what was not seen is not noted");
}

/// Writes rows past the commands, as any of them might.
fn write(scene: &mut Scene, work: impl Fn(&mut Writer<'_>)) {
    let written = scene.place.desk.write(&["case"], |writer, _| {
        work(writer);
        Ok(())
    });
    written.unwrap();
}

#[test]
fn a_pack_of_which_pages_are_kept_says_what_one_says_that_is_gathered_anew() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let (late, flat, quiet) = (scene.late_action(), scene.flat, scene.quiet);
    let item = scene.case_item(meeting, quiet);
    let pages: Vec<u32> = (1..=12).collect();
    let shown = |scene: &mut Scene| {
        let pictures = seen(scene, preview(meeting, &pages, false)).pictures;
        pictures.into_iter().map(|picture| picture.key).collect::<Vec<_>>()
    };
    type Change<'a> = (&'a str, Box<dyn Fn(&mut Scene) + 'a>);
    let changes: Vec<Change<'_>> = vec![
        ("an outline", Box::new(|scene| telling(scene, "The door was forced three times."))),
        (
            "an update of an action",
            Box::new(|scene| {
                let request = AddActionUpdate { id: late.id, text: "wrote again".into(), on: None };
                commands::add_action_update(&mut scene.place.desk, request).unwrap();
            }),
        ),
        (
            "an action that went to another case",
            Box::new(|scene| {
                write(scene, |writer| {
                    let mut action = writer.get_action(late.id).unwrap().unwrap();
                    action.case = quiet;
                    writer.put_action(&action).unwrap();
                });
            }),
        ),
        (
            "an action taken back",
            Box::new(|scene| write(scene, |writer| assert!(writer.remove_action(late.id).unwrap()))),
        ),
        (
            "a written update",
            Box::new(|scene| {
                let agency = late.agency.id;
                let request =
                    AddWrittenUpdate { meeting, case: flat, agency, text: "No calls since.".into() };
                commands::add_written_update(&mut scene.place.desk, request).unwrap();
            }),
        ),
        (
            "the name of an agency",
            Box::new(|scene| {
                write(scene, |writer| {
                    let mut agency = writer.get_agency(late.agency.id).unwrap().unwrap();
                    agency.name = "Northbridge Homes".into();
                    agency.short_name = "Homes".into();
                    writer.put_agency(&agency).unwrap();
                });
            }),
        ),
        (
            "why an item is there",
            Box::new(|scene| {
                write(scene, |writer| {
                    let mut item = writer.get_item(item).unwrap().unwrap();
                    item.why = "asked for by the school".into();
                    writer.put_item(&item).unwrap();
                });
            }),
        ),
    ];
    for (what, change) in changes {
        let before = shown(&mut scene);
        change(&mut scene);
        let kept = shown(&mut scene);
        assert_ne!(kept, before, "{what} is seen");
        // Because another paper takes the place of what was kept.
        let other =
            PreviewPaper { wanted: WantedPaper::Register { closed: false }, ..preview(meeting, &[], false) };
        seen(&mut scene, other);
        assert_eq!(shown(&mut scene), kept, "{what} is all that changed");
    }
}
