//! What goes to one agency: its sheet, and the actions of all agencies.

use papers::model::*;

use super::{abbreviations, action, at, day, demo_45, marking};

/// Returns the sheet of an agency with items, actions and checks.
pub fn agency_sheet() -> AgencySheet {
    let item = |starts: &str, minutes, reference: &str, headline: &str, needed: &str, role: &str| SheetItem {
        starts: at(starts),
        minutes,
        reference: Some(reference.into()),
        headline: headline.into(),
        needed: needed.into(),
        role: role.into(),
    };
    AgencySheet {
        hub: "Northbridge Community Safety Hub".into(),
        marking: marking(),
        agency: "Youth Justice".into(),
        title: "Hub Tasking meeting".into(),
        date: day(2026, 11, 24),
        starts: at("14:00"),
        ends: at("16:00"),
        place: "Fire station community room".into(),
        status: "version 1 · issued Friday 20 November 2026".into(),
        copy: Some(Copy { number: Some(4), of: Some(14), recipient: "Youth Justice".into() }),
        attending: Some(Attending::Between { arrive: at("14:25"), leave: at("14:57") }),
        items: vec![
            item(
                "14:25",
                12,
                "DEMO.45",
                "Person, 16–17, at risk",
                "Full: one red action",
                "two open actions",
            ),
            item("14:37", 20, "DEMO.37", "Person, 18–24, perpetrator", "Full: fortnightly review", "lead"),
        ],
        actions: own_actions(),
        checks: vec![
            CheckAsked {
                reference: "R.61".into(),
                headline: "Fly-tipping behind Weaver Court".into(),
                about: "Weaver Court, flats 1 to 12".into(),
                asked: Some(day(2026, 11, 13)),
            },
            CheckAsked {
                reference: "R.62".into(),
                headline: "Noise and visitors at night".into(),
                about: "One person, known to the hub".into(),
                asked: None,
            },
        ],
        slip: Some(ReturnSlip {
            to: "hub@northbridge.example".into(),
            until: "Monday 23 November, noon".into(),
        }),
        abbreviations: abbreviations(),
    }
}

fn own_actions() -> Vec<ActionRow> {
    let late = ActionRow {
        late: Some("7 days late".into()),
        person: Some("M. Quill".into()),
        ..action(
            "37/2",
            Light::Red,
            "Offer a place on the weapons awareness course",
            "10 Nov: letter sent, no answer",
            "",
            "17 Nov 2026",
        )
    };
    vec![
        late,
        ActionRow {
            is_new: true,
            ..action("45/6", Light::Amber, "Tell the school when the order is decided", "", "", "1 Dec 2026")
        },
        action("45/7", Light::Amber, "ASB letter with the curfew hours", "17 Nov: drafted", "", "8 Dec 2026"),
    ]
}

/// Returns the sheet of an agency without an item: actions only.
pub fn actions_only_sheet() -> AgencySheet {
    AgencySheet {
        agency: "Environmental Protection and Cleansing".into(),
        copy: Some(Copy { number: Some(9), of: Some(14), recipient: "Environmental Protection".into() }),
        attending: None,
        items: Vec::new(),
        actions: own_actions(),
        checks: Vec::new(),
        ..agency_sheet()
    }
}

/// Returns the list of all actions, one agency without any.
pub fn action_list() -> ActionList {
    let of = |agency: &str, actions: Vec<ActionRow>| AgencyActions { agency: agency.into(), actions };
    let numbered = |prefix: &str, times: usize| -> Vec<ActionRow> {
        let actions = own_actions().into_iter().chain(demo_45().actions).cycle().take(times);
        actions.zip(1..).map(|(row, at)| ActionRow { number: format!("{prefix}/{at}"), ..row }).collect()
    };
    ActionList {
        hub: "Northbridge Community Safety Hub".into(),
        marking: marking(),
        title: "Actions by agency".into(),
        scope: "All open actions".into(),
        printed_on: day(2026, 11, 24),
        copy: None,
        agencies: vec![
            of("Youth Justice", own_actions()),
            of("Housing", numbered("17", 9)),
            of("Mental Health", Vec::new()),
            of("Police, Community Safety", numbered("45", 14)),
        ],
        abbreviations: abbreviations(),
    }
}
