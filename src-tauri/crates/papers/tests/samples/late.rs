//! The late sheet after the pack: two changes, an added case and referral, a dropped item.

use papers::model::*;

use super::{abbreviations, at, day, demo_45, pack, stamped};

/// Returns the first late sheet.
pub fn late_sheet() -> LateSheet {
    let change = |reference: &str, what: &str, page, was: &str, now: &str| LateChange {
        reference: reference.into(),
        what: what.into(),
        page,
        was: was.into(),
        now: now.into(),
    };
    let item = |starts: &str, minutes, reference: &str, needed: &str, section| RunningItem {
        starts: at(starts),
        minutes,
        reference: Some(reference.into()),
        title: String::new(),
        needed: needed.into(),
        section: Some(section),
    };
    let case = CasePage { reference: "DEMO.53".into(), cross_references: Vec::new(), ..demo_45() };
    let referral = ReferralPage { reference: "R.64".into(), ..pack().referrals.remove(0) };
    LateSheet {
        hub: "Northbridge Community Safety Hub".into(),
        marking: stamped("5c7d11e0", None),
        title: "Hub Tasking meeting".into(),
        date: day(2026, 11, 24),
        number: 1,
        status: "issued Monday 23 November 2026".into(),
        after: "version 1, issued Friday 20 November 2026".into(),
        copy: Some(Copy { number: Some(4), of: Some(14), recipient: "Youth Justice".into() }),
        changed: vec![
            change("", "Room", Some(1), "Fire station community room", "Town hall, room 2"),
            change("DEMO.45", "Time", Some(5), "2.25 pm", "2.37 pm"),
            change("DEMO.45", "Action 45/2, due", Some(5), "1 Dec 2026", "8 Dec 2026"),
            change("DEMO.17", "Written update", Some(4), "", "Mental Health: appointment kept."),
        ],
        added: vec![
            item("15:10", 12, "DEMO.53", "Full: new case", Section::Case("DEMO.53".into())),
            item("15:22", 10, "R.64", "Adopt? Housing", Section::Referral("R.64".into())),
        ],
        dropped: vec![DroppedItem {
            reference: "DEMO.37".into(),
            starts: Some(at("14:37")),
            page: Some(6),
            why: "Probation cannot come; taken on 1 December".into(),
        }],
        cases: vec![case],
        referrals: vec![referral],
        abbreviations: abbreviations(),
    }
}
