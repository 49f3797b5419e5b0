//! The agenda pack of Tuesday 24 November 2026, as the design shows it, and packs that differ from it.

use domain::score::Points;
use papers::model::*;

use super::{at, day};

/// Returns a pack with nothing on it.
pub fn empty_pack() -> AgendaPack {
    AgendaPack {
        hub: "Northbridge Community Safety Hub".into(),
        marking: super::marking(),
        title: "Hub Tasking meeting".into(),
        date: day(2026, 11, 24),
        starts: at("14:00"),
        ends: at("16:00"),
        place: "Fire station community room".into(),
        status: "DRAFT".into(),
        foot_note: None,
        copy: None,
        figures: Figures::default(),
        running_order: Vec::new(),
        visitors: Vec::new(),
        notice: String::new(),
        before_you_come: Vec::new(),
        previous_minutes: None,
        matters_arising: Vec::new(),
        cases: Vec::new(),
        referrals: Vec::new(),
        reviews_due: Vec::new(),
        abbreviations: abbreviations(),
    }
}

/// Returns the abbreviations that the pack spells out.
pub fn abbreviations() -> Vec<Abbreviation> {
    let known = [
        ("ABC", "acceptable behaviour contract"),
        ("ASB", "anti-social behaviour"),
        ("CBO", "criminal behaviour order"),
        ("PSPO", "public spaces protection order"),
        ("VRA", "vulnerability risk assessment"),
        ("YJS", "youth justice service"),
    ];
    known.map(|(short, long)| Abbreviation { short: short.into(), long: long.into() }).to_vec()
}

fn item(starts: &str, minutes: u16, title: &str, needed: &str, section: Option<Section>) -> RunningItem {
    let reference = match &section {
        Some(Section::Case(reference) | Section::Referral(reference)) => Some(reference.clone()),
        _ => None,
    };
    RunningItem {
        starts: at(starts),
        minutes,
        reference,
        title: title.into(),
        needed: needed.into(),
        section,
    }
}

fn case_item(starts: &str, minutes: u16, reference: &str, needed: &str) -> RunningItem {
    item(starts, minutes, "", needed, Some(Section::Case(reference.into())))
}

fn group(label: Option<&str>, items: Vec<RunningItem>) -> RunningGroup {
    RunningGroup { label: label.map(Into::into), items }
}

fn visitor(agency: &str, arrive: &str, leave: &str) -> Visitor {
    Visitor { agency: agency.into(), attending: Attending::Between { arrive: at(arrive), leave: at(leave) } }
}

/// Returns an action with its light.
pub fn action(number: &str, light: Light, what: &str, update: &str, agency: &str, due: &str) -> ActionRow {
    ActionRow {
        number: number.into(),
        light: Some(ShownLight { light, reason: None, suggested: None }),
        what: what.into(),
        last_update: (!update.is_empty()).then(|| update.into()),
        agency: agency.into(),
        person: None,
        due: due.into(),
        late: None,
        is_new: false,
        tags: Vec::new(),
    }
}

/// Returns a case with nothing but its reference and headline.
pub fn case(reference: &str, headline: &str) -> CasePage {
    CasePage { reference: reference.into(), headline: headline.into(), ..CasePage::default() }
}

/// Returns the case that the design shows.
pub fn demo_45() -> CasePage {
    let late = ActionRow {
        late: Some("7 days late".into()),
        person: Some("R. Okafor".into()),
        ..action(
            "45/1",
            Light::Red,
            "Joint visit with school about attendance",
            "17 Nov: school asked for a date after half term",
            "Prevention",
            "17 Nov 2026",
        )
    };
    let set = ActionRow {
        light: Some(ShownLight {
            light: Light::Amber,
            reason: Some("statements promised".into()),
            suggested: Some(Light::Red),
        }),
        is_new: true,
        ..action(
            "45/2",
            Light::Amber,
            "CBO file to legal, with schedule of arrests",
            "17 Nov: 4 of 6 statements in",
            "Police",
            "1 Dec 2026",
        )
    };
    CasePage {
        key_issues: vec!["Missing".into(), "ASB".into(), "Alcohol".into()],
        cross_references: vec!["DEMO.21".into()],
        orders_considered: vec!["CBO".into()],
        scores: ScoreLine {
            points: vec![
                ScorePoint { date: Some(day(2026, 10, 6)), value: Points::whole(80) },
                ScorePoint { date: Some(day(2026, 11, 10)), value: Points::whole(62) },
            ],
            state: None,
        },
        outline: "Missing five times since September, each time found in the town centre with older youths; ASB and \
                  alcohol. In the hub since 6 October 2026, led by Police."
            .into(),
        why_here: "One action is late, and the file to legal is due by 1 December.".into(),
        actions: vec![
            late,
            set,
            action("45/3", Light::Green, "Referral to youth worker", "", "Children’s", "done 10 Nov 2026"),
            action("45/4", Light::Grey, "Letter to landlord", "10 Nov: family moved", "Housing", ""),
            action("45/5", Light::Blue, "Curfew check, first week", "", "Police", "done 3 Nov 2026"),
        ],
        last_decided: Some(
            "17 November: continue. Police to complete the file; Prevention to arrange the school visit."
                .into(),
        ),
        note_lines: 4,
        ..case("DEMO.45", "Person, 16–17, at risk · opened 6 October 2026 · lead Police")
    }
}

/// Returns the pack of the design's pictures.
pub fn pack() -> AgendaPack {
    let referral = Section::Referral("R.61".into());
    AgendaPack {
        status: "version 1 · issued Friday 20 November 2026".into(),
        foot_note: Some("Version 1, as issued; later papers come on a late sheet".into()),
        copy: Some(Copy { number: Some(4), of: Some(14), recipient: "Youth Justice".into() }),
        figures: Figures { items: 11, minutes: 96, red: 6, amber: 11, new_referrals: 1, reviews_due: 3 },
        running_order: vec![
            group(
                None,
                vec![
                    item("14:00", 4, "Opening", "Declaration, apologies", None),
                    item("14:04", 4, "Matters arising", "2 from 17 November", Some(Section::MattersArising)),
                ],
            ),
            group(
                Some("Housing"),
                vec![
                    case_item("14:08", 12, "DEMO.31", "Full: action due 27 November"),
                    case_item("14:20", 5, "DEMO.17", "Update: order ends 15 December"),
                ],
            ),
            group(
                Some("Young people"),
                vec![
                    case_item("14:25", 12, "DEMO.45", "Full: one red action"),
                    case_item("14:37", 12, "DEMO.37", "Full: fortnightly review"),
                ],
            ),
            group(
                Some("Referrals"),
                vec![item("14:57", 10, "", "Adopt? Environmental Protection", Some(referral))],
            ),
            group(
                Some("Others"),
                vec![item("15:31", 5, "Orders", "Three due, noted", Some(Section::ReviewsDue))],
            ),
        ],
        visitors: vec![
            visitor("Housing", "14:08", "14:25"),
            visitor("Youth Justice", "14:25", "14:57"),
            visitor("Prevention", "14:25", "14:57"),
            visitor("Environmental Protection and Cleansing", "14:57", "15:07"),
            Visitor { agency: "Mental Health".into(), attending: Attending::WrittenUpdate },
            Visitor { agency: "Police, Community Safety".into(), attending: Attending::Throughout },
        ],
        notice: String::new(),
        before_you_come: vec![
            "Cannot attend? A written update counts. Dial-in is on request. Your own actions are on your agency \
             sheet."
                .into(),
        ],
        previous_minutes: Some(PreviousMinutes {
            date: day(2026, 11, 17),
            status: "approved by the chair, to be confirmed".into(),
            decisions: vec![
                ("DEMO.45".into(), "Continue. Police to complete the file.".into()),
                ("R.60".into(), "Not adopted: mediation, more work by the referrer.".into()),
            ],
        }),
        matters_arising: vec![
            ArisingRow {
                reference: Some("DEMO.17".into()),
                matter: "CCTV at the underpass".into(),
                outcome: Some("Camera back since 19 November.".into()),
            },
            ArisingRow { reference: None, matter: "Room for December".into(), outcome: None },
        ],
        cases: vec![
            CasePage {
                orders: vec![OrderRow {
                    name: "Acceptable behaviour contract".into(),
                    stage: "in place".into(),
                    from: Some(day(2026, 6, 15)),
                    to: Some(day(2026, 12, 15)),
                    next: "ends 15 December 2026".into(),
                    conditions: vec![
                        "Not to enter the Market Place between 8 pm and 6 am".into(),
                        "To keep the weekly appointment with the drug and alcohol service".into(),
                    ],
                    breached: "breached on 3 Nov 2026 and 10 Nov 2026".into(),
                }],
                orders_in_place: vec!["ABC".into()],
                scores: ScoreLine {
                    points: vec![ScorePoint { date: Some(day(2026, 6, 1)), value: Points::whole(45) }],
                    state: Some("not re-scored".into()),
                },
                written_updates: vec![WrittenUpdate {
                    agency: "Mental Health".into(),
                    date: Some(day(2026, 11, 19)),
                    text: "Engages with the team; next appointment on 3 December.".into(),
                }],
                note_lines: 3,
                ..case("DEMO.17", "Property · opened 1 June 2026 · lead Housing")
            },
            demo_45(),
            case("DEMO.31", "Topic · opened 2 February 2026 · lead Environmental Protection"),
            case("DEMO.37", "Person, 18–24, perpetrator · opened 1 September 2026 · lead Probation"),
        ],
        referrals: vec![ReferralPage {
            reference: "R.61".into(),
            referrer: "Environmental Protection, 12 November 2026".into(),
            headline: "Fly-tipping behind Weaver Court".into(),
            problem: "Waste is left every weekend; three residents no longer use the yard.".into(),
            tried: "Two clearances and a letter to all tenants: it came back within a week.".into(),
            override_reason: None,
            checks: Some("5 of 8 replied".into()),
            checks_missing: vec!["Housing".into(), "Probation".into(), "Fire".into()],
            note_lines: 3,
        }],
        reviews_due: vec![ReviewDue {
            reference: "DEMO.17".into(),
            order: "ABC".into(),
            what: "ends, in place since 15 Jun 2026".into(),
            date: Some(day(2026, 12, 15)),
            lead: "Housing".into(),
        }],
        ..empty_pack()
    }
}

/// Returns a pack of many cases, all in one group.
pub fn long_pack(cases: usize) -> AgendaPack {
    let reference = |at: usize| format!("DEMO.{at}");
    let items = (1..=cases).map(|at| case_item("14:00", 2, &reference(at), "Update: monthly review"));
    AgendaPack {
        running_order: vec![group(Some("Others"), items.collect())],
        cases: (1..=cases).map(|at| CasePage { reference: reference(at), ..demo_45() }).collect(),
        figures: Figures { items: cases as u32, minutes: 2 * cases as u32, ..Figures::default() },
        ..empty_pack()
    }
}

/// Names that papers get wrong, as they must be found again in the file.
pub const HARD_NAMES: [&str; 22] = [
    "Siân Ŵyn Llŷr",
    "Sia\u{302}n decomposed",
    "Zofia Żółć",
    "Łukasz Gęślą-Jaźń",
    "Seán Ó Súilleabháin",
    "Nguyễn Thị Hồng Ánh",
    "İbrahim Şahin",
    "Ольга Кузнецова",
    "Оксана Ґалаґан-Їжак",
    "Ελένη Παπαϊωάννου",
    "محمد العربي",
    "مُحَمَّد مشكّل",
    "Ahmed أحمد Hassan",
    "Jürgen Groß",
    "Þórunn Æsgeirsdóttir",
    "Đorđe Ćirić",
    "Ñuñez de la Peña",
    "Keola Kahoʻolawe-ʻŌpūnui",
    "office affluent fjord waffle",
    "NBSP\u{A0}joined",
    "李小龍",
    "Smiley 🙂 person",
];
