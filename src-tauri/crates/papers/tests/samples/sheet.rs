//! An invented certificate of disposal.

use papers::model::{Sheet, SheetLine, SheetPart};

use super::day;

fn line(label: &str, text: &str) -> SheetLine {
    SheetLine { label: label.into(), text: text.into(), remark: String::new() }
}

/// Returns a certificate with two parts and a remark.
pub fn certificate() -> Sheet {
    Sheet {
        hub: "Northbridge Community Safety Hub".into(),
        marking: super::marking(),
        title: "Certificate of disposal 3".into(),
        subtitle: "Northbridge Community Safety Hub · 24 November 2026".into(),
        date: day(2026, 11, 24),
        opening: vec![
            "The records named here reached the end of the time for which this hub keeps them.".into(),
        ],
        columns: None,
        parts: vec![
            SheetPart {
                heading: "What was disposed of".into(),
                lines: vec![
                    line("Disposed of", "2 closed cases"),
                    line("Approved by", "Alex Marsh"),
                    SheetLine {
                        remark: "Agreed with the data protection officer".into(),
                        ..line("Reason", "Six years are over")
                    },
                ],
            },
            SheetPart { heading: "Closed case".into(), lines: Vec::new() },
        ],
        closing: vec!["No national period applies: the rules are this hub’s own.".into()],
        signed: vec!["Signed".into(), "Date".into()],
    }
}

/// Returns a sheet that runs over several pages, with texts longer than a page.
pub fn long_sheet() -> Sheet {
    let lines = (1..60).map(|at| {
        line(
            &format!("Action 45/{at}"),
            &"Visit the family and write down what was agreed. ".repeat(at % 7 + 1),
        )
    });
    let giant = line("Outline", &"Neighbours tell of noise and visitors at night. ".repeat(220));
    let lines: Vec<SheetLine> = std::iter::once(giant).chain(lines).collect();
    Sheet {
        columns: None,
        parts: vec![SheetPart { heading: "Case CSH.12".into(), lines }],
        signed: Vec::new(),
        ..certificate()
    }
}
