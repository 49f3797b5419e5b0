//! An invented referral form, blank and filled.

use papers::model::{Abbreviation, FormPart, FormQuestion, ReferralForm};

fn question(words: &str, hint: &str, lines: u8, sixths: u8, options: &[&str]) -> FormQuestion {
    FormQuestion {
        words: words.into(),
        hint: hint.into(),
        options: options.iter().map(|option| (*option).to_owned()).collect(),
        lines,
        sixths,
        answer: String::new(),
    }
}

/// Returns a blank form of three parts, the last on a page of its own.
pub fn blank_form() -> ReferralForm {
    let part = |title: &str, own_page, questions| FormPart {
        title: title.into(),
        lead: if own_page { "Otherwise leave the page out.".into() } else { String::new() },
        own_page,
        half: false,
        questions,
    };
    ReferralForm {
        hub: "Northbridge Community Safety Hub".into(),
        marking: super::marking(),
        title: "Referral to the hub".into(),
        under: "Ten minutes are enough.".into(),
        reference: None,
        remarks: Vec::new(),
        parts: vec![
            part(
                "Who refers",
                false,
                vec![
                    question("Date of the referral", "", 1, 3, &[]),
                    question("Name of the referrer", "", 1, 3, &[]),
                    question("Agency", "", 1, 3, &[]),
                ],
            ),
            part(
                "The problem in short",
                false,
                vec![question("The problem", "How long, how often", 7, 0, &[])],
            ),
            part(
                "Guide: location",
                true,
                vec![
                    question("Repeat location?", "", 0, 0, &["yes", "no", "not known"]),
                    question("CCTV?", "What it covers", 1, 0, &["yes", "no", "not known"]),
                ],
            ),
        ],
        abbreviations: vec![Abbreviation { short: "CCTV".into(), long: "closed-circuit television".into() }],
    }
}

/// Returns the same form filled in, but for one question.
pub fn filled_form() -> ReferralForm {
    let mut form = blank_form();
    form.reference = Some("R.61".into());
    form.under = "R.61 · received Thursday 12 November 2026".into();
    form.remarks = vec!["Tabled by the chair all the same: a child is at risk".into()];
    for part in &mut form.parts {
        part.own_page = false;
        part.lead.clear();
    }
    form.parts[0].questions[1].answer = "Łucja d’Arcy O’Neill".into();
    form.parts[1].questions[0].answer = "Mattresses and tyres are left from Sunday on. ".repeat(120);
    form.parts[2].questions[0].answer = "Yes: nine times since August".into();
    form
}
