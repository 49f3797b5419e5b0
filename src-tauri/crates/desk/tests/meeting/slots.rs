//! Planning the slots: what is proposed, taken over and taken back, and what the user fixed.

use desk::commands;
use desk::wire::everything::*;
use domain::agency::Presence;
use domain::case::{CaseKind, ReviewRule};
use domain::ids::{ItemId, MeetingId};
use domain::meeting::{About, Group, Need};

use crate::scene::{Scene, case};

fn view(scene: &mut Scene, meeting: MeetingId) -> AgendaView {
    commands::get_agenda(&mut scene.place.desk, OfMeeting { meeting }).unwrap()
}

fn items(view: &AgendaView) -> Vec<&AgendaItem> {
    view.groups.iter().flat_map(|group| &group.items).collect()
}

fn headings(view: &AgendaView) -> Vec<String> {
    items(view).iter().map(|item| item.reference.clone().unwrap_or_else(|| item.title.clone())).collect()
}

/// The item as it is, to be amended in one point.
fn as_is(view: &AgendaView, id: ItemId) -> AmendItem {
    let (group, item) = view
        .groups
        .iter()
        .flat_map(|group| group.items.iter().map(|item| (group.group, item)))
        .find(|(_, item)| item.id == id)
        .unwrap();
    let (depth, minutes, fixed_at, pinned) = (item.depth, item.minutes, item.fixed_at, item.pinned);
    AmendItem { item: id, title: None, depth, minutes, group, fixed_at, pinned, needs: Vec::new() }
}

fn add_break(
    scene: &mut Scene,
    meeting: MeetingId,
    at: Option<&str>,
) -> Result<AgendaView, desk::failure::Failure> {
    let request = AddItem {
        meeting,
        about: About::Break,
        group: None,
        title: String::new(),
        depth: None,
        minutes: None,
        fixed_at: at.map(|at| at.parse().unwrap()),
    };
    commands::add_item(&mut scene.place.desk, request)
}

#[test]
fn an_item_moved_by_hand_stays_until_it_is_let_go_and_the_plan_is_taken_over_and_back() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let referral = scene.referral_item(meeting);
    let moved = commands::move_item(&mut scene.place.desk, MoveItem { item: referral, to: 5 }).unwrap();
    assert_eq!(headings(&moved)[1..], ["CSH.2", "CSH.1", "CSH.3", "R.1"]);
    assert!(items(&moved)[4].pinned && moved.waiting_minutes > 0, "{}", moved.waiting_minutes);
    let kept = commands::plan_slots(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    assert_eq!(
        kept.items.last().map(|item| item.heading.as_str()),
        Some("R.1"),
        "the planner works around it"
    );
    let let_go = AmendItem { pinned: false, ..as_is(&moved, referral) };
    let free = commands::amend_item(&mut scene.place.desk, let_go).unwrap();
    let part = free.groups.iter().find(|group| group.items.iter().any(|item| item.id == referral)).unwrap();
    assert_eq!(part.group, Group::Referrals, "it goes back to the part that it belongs to");

    let plan = commands::plan_slots(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    assert_eq!((plan.waiting_before, plan.waiting_after, plan.exact), (free.waiting_minutes, 0, true));
    let housing = plan.agencies.iter().find(|each| each.agency == "Housing").unwrap();
    assert!(housing.waiting_before > housing.waiting_after && housing.before != housing.after);
    assert_eq!(headings(&view(&mut scene, meeting)), headings(&free), "a preview changes nothing");
    let order: Vec<ItemId> = plan.items.iter().map(|item| item.item).collect();
    let planned = commands::apply_slots(&mut scene.place.desk, ApplySlots { meeting, order }).unwrap();
    assert_eq!((planned.waiting_minutes, planned.can_take_back), (0, true));
    assert_eq!(headings(&planned)[1..3], ["CSH.2", "R.1"]);
    let back = commands::take_back_slots(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    assert_eq!((headings(&back), back.can_take_back), (headings(&free), false));
    assert!(commands::take_back_slots(&mut scene.place.desk, OfMeeting { meeting }).is_err());
}

#[test]
fn a_plan_of_another_agenda_is_refused() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let plan = commands::plan_slots(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    assert!(plan.unchanged, "a proposed agenda is planned already");
    let mut order: Vec<ItemId> = plan.items.iter().map(|item| item.item).collect();
    order.pop();
    let refused = commands::apply_slots(&mut scene.place.desk, ApplySlots { meeting, order: order.clone() });
    assert!(refused.unwrap_err().message.starts_with("The agenda was changed since"));
    order.push(order[0]);
    assert!(
        commands::apply_slots(&mut scene.place.desk, ApplySlots { meeting, order }).is_err(),
        "one twice"
    );
}

#[test]
fn a_break_and_a_fixed_time_hold_and_the_room_waits_for_them() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    assert_eq!(add_break(&mut scene, meeting, None).unwrap_err().field.as_deref(), Some("fixed_at"));
    assert_eq!(add_break(&mut scene, meeting, Some("13:00")).unwrap_err().field.as_deref(), Some("fixed_at"));
    let with_break = add_break(&mut scene, meeting, Some("14:30")).unwrap();
    let rest = items(&with_break).into_iter().find(|item| item.about == About::Break).unwrap();
    assert_eq!((rest.title.as_str(), rest.starts.to_string().as_str(), rest.minutes), ("Break", "14:30", 10));
    let quiet = scene.case_item(meeting, scene.quiet);
    let fixed = AmendItem { fixed_at: "15:00".parse().ok(), ..as_is(&with_break, quiet) };
    let fixed = commands::amend_item(&mut scene.place.desk, fixed).unwrap();
    let item = items(&fixed).into_iter().find(|item| item.id == quiet).unwrap();
    assert_eq!(item.starts.to_string(), "15:00");
    assert!(item.idle > 0 && fixed.not_kept.is_empty());
    let ends = item.starts.plus(item.minutes);
    assert_eq!(fixed.ends, ends, "what the room waits counts");
    let room = scene.room(meeting);
    assert_eq!(room.forecasts.last().map(ToString::to_string).as_deref(), Some("15:00"));
    let plan = commands::plan_slots(&mut scene.place.desk, OfMeeting { meeting }).unwrap();
    let starts = |heading: &str| {
        plan.items.iter().find(|item| item.heading == heading).map(|item| item.starts.to_string()).unwrap()
    };
    assert_eq!((starts("CSH.3").as_str(), starts("Break").as_str()), ("15:00", "14:30"));
    let missed = AmendItem { fixed_at: "14:01".parse().ok(), ..as_is(&fixed, quiet) };
    let missed = commands::amend_item(&mut scene.place.desk, missed).unwrap();
    assert!(
        missed.not_kept[0].starts_with("CSH.3 is fixed for 2.01 pm and comes at"),
        "{:?}",
        missed.not_kept
    );
    let cleared = AmendItem { fixed_at: None, ..as_is(&missed, quiet) };
    assert!(commands::amend_item(&mut scene.place.desk, cleared).unwrap().not_kept.is_empty());
}

#[test]
fn the_user_says_who_has_to_come_and_who_is_there_throughout() {
    let mut scene = Scene::new();
    let meeting = scene.proposed();
    let (housing, referral) = (scene.housing, scene.referral_item(meeting));
    let words =
        |view: &AgendaView| view.who_comes.iter().find(|row| row.id == housing).unwrap().words.clone();
    let before = view(&mut scene, meeting);
    let needs = vec![Need { agency: housing, needed: false }];
    let spared =
        commands::amend_item(&mut scene.place.desk, AmendItem { needs, ..as_is(&before, referral) }).unwrap();
    assert_eq!((words(&before).as_str(), words(&spared).as_str()), ("2.04 – 2.26", "2.04 – 2.16"));
    let need = &items(&spared).into_iter().find(|item| item.id == referral).unwrap().needs[0];
    assert!(need.by_record && !need.needed);
    let here = |presence| SetPresence { meeting, agency: housing, presence };
    let stays = commands::set_presence(&mut scene.place.desk, here(Some(Presence::Throughout))).unwrap();
    assert_eq!(words(&stays), "throughout");
    let again = commands::set_presence(&mut scene.place.desk, here(None)).unwrap();
    assert_eq!(words(&again), "2.04 – 2.16", "its rule holds again");
}

#[test]
fn everything_that_is_due_is_on_the_agenda_and_fits_for_25_and_for_85_open_cases() {
    for open in [25, 85] {
        let mut scene = Scene::new();
        for _ in 3..open {
            let kind = (CaseKind::Property, scene.housing, ReviewRule::EveryMeeting);
            case(&mut scene.place, kind, Vec::new());
        }
        let meeting = scene.proposed();
        let view = view(&mut scene, meeting);
        let cases = items(&view).iter().filter(|item| item.about.case().is_some()).count();
        assert_eq!(cases, open, "nothing that is due is left out");
        assert!(view.not_on_it.iter().all(|each| !each.due));
        assert!(view.spare_minutes >= 0 && view.overflow.is_none(), "{open}: {:?}", view.overflow);
        assert!(items(&view).iter().all(|item| item.about.case().is_none() || !item.why.is_empty()));
    }
}
