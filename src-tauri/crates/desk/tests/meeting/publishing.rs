//! Part 1 of the minutes: refused while it says who somebody is, and confirmed word by word where it only might.

use desk::commands;
use desk::failure::Failure;
use desk::wire::everything::*;
use domain::ids::MeetingId;
use domain::publishing::Leak;
use domain::redaction::What;

use crate::scene::Scene;

/// Minutes with one key point on the child’s case, approved.
fn approved(point: &str) -> (Scene, MeetingId) {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let item = scene.case_item(meeting, scene.child);
    scene.go_to(meeting, item);
    let point = AddKeyPoint { item, text: point.into() };
    commands::add_key_point(&mut scene.place.desk, point).unwrap();
    scene.decide(item, DecisionChoice::Continue).unwrap();
    scene.conclude(meeting);
    commands::approve_minutes(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    (scene, meeting)
}

fn check(scene: &mut Scene, meeting: MeetingId) -> PublicationCheck {
    commands::check_publication(&mut scene.place.desk, OfPublication { meeting, paragraph: 1 }).unwrap()
}

fn publish(scene: &mut Scene, meeting: MeetingId, confirmed: Vec<Leak>) -> Result<String, Failure> {
    let path = scene.place.folder.path().join("part-1.pdf");
    let save_as = Some(path.display().to_string());
    let request = PublishMinutes { meeting, paragraph: 1, confirmed, save_as, boxes_agreed: true };
    commands::publish_minutes(&mut scene.place.desk, request)?;
    Ok(crate::support::text_of(&path))
}

#[test]
fn a_name_an_alias_an_address_and_a_birth_refuse_the_paper_and_say_where() {
    let (mut scene, meeting) = approved("TOMOS RHÝS, born 4 March 2010, of 7 Mill Lane");
    let found = check(&mut scene, meeting).refused;
    let told: Vec<_> = found.iter().map(|row| (row.leak.place.as_str(), row.leak.what)).collect();
    assert_eq!(told, [("CSH.1", What::FullName), ("CSH.1", What::DateOfBirth), ("CSH.1", What::Address)]);
    let refused = publish(&mut scene, meeting, Vec::new()).unwrap_err();
    assert_eq!(refused.message, "Part 1 cannot be made: in CSH.1 stands “TOMOS RHÝS”, full name");
    assert!(!scene.place.folder.path().join("part-1.pdf").exists(), "nothing was written");
}

#[test]
fn what_is_marked_is_left_out_of_part_1_and_stands_in_the_whole_minutes() {
    let (mut scene, meeting) = approved("The family of [[Tomos Rhys]] moves away");
    assert!(check(&mut scene, meeting).refused.is_empty());
    let text = publish(&mut scene, meeting, Vec::new()).unwrap();
    assert!(text.contains("The family of [exempt: paragraph 1] moves away"), "{text}");
    assert!(
        text.contains("paragraph 1 of Part 1 of Schedule 12A") && text.contains("Person, 16–17"),
        "{text}"
    );
    assert!(!text.contains("OFFICIAL"), "{text}");
    for hidden in ["Rhys", "Tomos", "7 Mill Lane", "TR", "T R"] {
        let words: Vec<_> = text.split(|letter: char| !letter.is_alphanumeric()).collect();
        assert!(!words.contains(&hidden), "{hidden} in {text}");
    }
    let path = scene.place.folder.path().join("whole.pdf");
    let wanted = WantedPaper::Minutes { meeting };
    let request = MakePaper { wanted, save_as: Some(path.display().to_string()) };
    commands::make_paper(&mut scene.place.desk, request).unwrap();
    let whole = crate::support::text_of(&path);
    assert!(whole.contains("The family of Tomos Rhys moves away"), "{whole}");
}

#[test]
fn a_single_word_that_may_be_a_name_is_confirmed_once_per_occurrence_and_recorded() {
    let (mut scene, meeting) = approved("A tiny flat, and another tiny one");
    let doubtful: Vec<Leak> = check(&mut scene, meeting).doubtful.into_iter().map(|row| row.leak).collect();
    assert_eq!(doubtful.len(), 2);
    let refused = publish(&mut scene, meeting, doubtful[..1].to_vec()).unwrap_err();
    assert_eq!(refused.message, "Somebody has to look at “tiny” in CSH.1 first: it may be a name");
    assert!(publish(&mut scene, meeting, doubtful).unwrap().contains("another tiny one"));
    let hub = scene.place.desk.hub().unwrap();
    let noted = hub.store.read(|reader| reader.history_of("print", meeting.0)).unwrap();
    assert_eq!(noted.len(), 1);
    assert!(format!("{noted:?}").contains("tiny"), "the audit holds what was confirmed");
}

#[test]
fn a_draft_is_not_published() {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    scene.conclude(meeting);
    let refused = publish(&mut scene, meeting, Vec::new()).unwrap_err();
    assert_eq!(refused.message, "Only approved minutes are published");
}
