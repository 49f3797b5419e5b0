//! The minutes of the same meeting.

use papers::model::*;

use super::{abbreviations, action, at, day};

/// Returns the minutes of the meeting of the pack, as a draft.
pub fn record() -> MinutesPaper {
    let attended = |name: &str, agency: &str, presence: Presence| AttendanceRow {
        name: name.into(),
        agency: agency.into(),
        presence,
        note: None,
    };
    let agreed = ActionRow {
        light: None,
        person: Some("L. Marsh".into()),
        is_new: true,
        tags: vec!["awaits acceptance".into()],
        ..action("45/6", Light::Amber, "Letter to the school about the visit", "", "Prevention", "1 Dec 2026")
    };
    MinutesPaper {
        hub: "Northbridge Community Safety Hub".into(),
        marking: super::marking(),
        title: "Hub Tasking meeting".into(),
        date: day(2026, 11, 24),
        commenced: at("14:00"),
        concluded: Some(at("15:31")),
        place: "Fire station community room".into(),
        status: MinutesStatus::Draft,
        copy: None,
        extract_of: None,
        notice: String::new(),
        style: MinutesStyle::Tasking,
        first_paragraph: 0,
        chair: "R. Hale, Northbridge Council".into(),
        declaration: Some(
            "The confidentiality declaration was read at 2.01 pm; nine people heard it.".into(),
        ),
        attendance: vec![
            attended("R. Hale", "Northbridge Council", Presence::InTheChair),
            attended("Insp. D. Firth", "Police", Presence::Present),
            AttendanceRow {
                note: Some("items 3 to 5".into()),
                ..attended("M. Quill", "Youth Justice", Presence::DialIn)
            },
            attended("L. Marsh", "Prevention", Presence::Substitute { instead_of: "R. Okafor".into() }),
            attended("P. Adeyemi", "Housing", Presence::Apologies),
            attended("", "Mental Health", Presence::WrittenUpdate),
        ],
        matters_arising: vec![ArisingRow {
            reference: Some("DEMO.17".into()),
            matter: "CCTV at the underpass".into(),
            outcome: Some("Camera back since 19 November.".into()),
        }],
        items: vec![
            MinuteItem {
                reference: Some("DEMO.45".into()),
                headline: "Person, 16–17, at risk · lead Police".into(),
                taken: Some(at("14:26")),
                key_points: vec![
                    "Missing twice since the last meeting, both times back within the day.".into(),
                    "The school will take part in a visit after half term.".into(),
                ],
                decision: Some("Continue; back in a fortnight.".into()),
                score: Some("62 (person matrix, mid-point), was 80".into()),
                new_actions: vec![agreed],
                reviewed_actions: super::demo_45().actions,
                ..MinuteItem::default()
            },
            MinuteItem {
                reference: Some("R.61".into()),
                headline: "Fly-tipping behind Weaver Court".into(),
                taken: Some(at("14:57")),
                key_points: vec!["The managing agent has not been asked yet.".into()],
                decision: Some("Not adopted: more work by the referrer.".into()),
                outcomes: vec!["mediation".into(), "ABC issued".into()],
                ..MinuteItem::default()
            },
            MinuteItem {
                reference: Some("DEMO.31".into()),
                headline: "Property · lead Housing".into(),
                taken: Some(at("15:08")),
                decision: Some("Close.".into()),
                closing: vec![
                    "Opened on 3 March 2026 for noise. 4 actions were agreed: 3 done and 1 superseded. Score 55 at \
                     the start, 20 at closure. Closed on 24 November 2026."
                        .into(),
                    "Action 44/2 (Repair the rear fence) stays open: the repair is booked for January".into(),
                    "CPN in place until 3 March 2027 stays, watched by Environment".into(),
                    "To be told: Housing, J. Bell, Victim contact (A.R.)".into(),
                ],
                ..MinuteItem::default()
            },
            MinuteItem {
                headline: "Room for December".into(),
                key_points: vec!["The community room is closed from 18 December.".into()],
                ..MinuteItem::default()
            },
        ],
        next_meeting: Some(NextMeeting {
            date: day(2026, 12, 1),
            starts: Some(at("14:00")),
            place: "Town hall, room 2".into(),
        }),
        corrections: Vec::new(),
        abbreviations: abbreviations(),
    }
}

/// Returns the minutes of a formal partnership meeting, the 48th paragraph of the year being their first.
pub fn formal_record() -> MinutesPaper {
    let mut paper = record();
    paper.title = "Community Safety Partnership".into();
    paper.style = MinutesStyle::Formal;
    paper.first_paragraph = 48;
    paper.marking = super::stamped("1f3a9c02", Some("4711 8d2e61f0"));
    paper.status = MinutesStatus::Approved { by: "R. Hale".into(), on: day(2026, 11, 27) };
    paper.matters_arising[0].reference = Some("Minute 41".into());
    paper.items.remove(2);
    paper.items[1].reference = None;
    paper.items[1].headline = "Use of the market place in summer".into();
    paper.items[1].purpose = "To tell the partnership what the order of last year has changed.".into();
    paper.items[0].reviewed_actions.clear();
    paper
}

/// Returns the copy of one partner, with its items only.
pub fn extract() -> MinutesPaper {
    let mut paper = record();
    paper.extract_of = Some("Youth Justice".into());
    paper.copy = Some(Copy { number: Some(4), of: Some(14), recipient: "Youth Justice".into() });
    paper.items.truncate(1);
    paper.matters_arising.clear();
    paper
}
