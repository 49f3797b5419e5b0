//! The certificate of a disposal as a paper.

use ::papers::model::{Sheet, SheetLine, SheetPart};
use domain::ids::DisposalId;
use domain::retention::{DisposedRecord, RecordType};
use domain::words::{capital, count, long_date, table_date};
use store::Reader;

use crate::failure::Failure;
use crate::papers::marking;
use crate::wire::everything::*;

/// Returns the certificate of a disposal.
pub fn certificate(reader: &Reader<'_>, disposal: DisposalId) -> Result<Sheet, Failure> {
    let found = reader.get_disposal(disposal)?;
    sheet(reader, &found.ok_or_else(|| Failure::refused("That disposal is not in the record"))?)
}

fn line(label: &str, text: impl Into<String>) -> SheetLine {
    SheetLine { label: label.to_owned(), text: text.into(), remark: String::new() }
}

fn sheet(reader: &Reader<'_>, disposal: &Disposal) -> Result<Sheet, Failure> {
    let settings = reader.settings()?;
    let mut what = vec![line("Disposed of", capital(&disposal.counted()))];
    what.push(line("Approved by", &disposal.approved_by));
    what.push(line("Reason", &disposal.reason));
    let erased: u32 = disposal.rows.iter().map(|row| row.erased).sum();
    let thinned: u32 = disposal.rows.iter().map(|row| row.thinned).sum();
    let rows = [
        format!("{} erased for good", count(erased as usize, "row", "rows")),
        format!("{} left with nothing but what is counted", count(thinned as usize, "row", "rows")),
        format!(
            "{} of the history erased with {} salt",
            count(disposal.values as usize, "value", "values"),
            if disposal.values == 1 { "its" } else { "their" }
        ),
    ];
    what.push(line("Rows", rows.join("; ")));
    what.push(line("Verified by", format!("SHA-256 over the keys of these rows: {}", disposal.digest)));
    let mut parts = vec![SheetPart { heading: "What was disposed of".into(), lines: what }];
    for of in RecordType::ALL {
        let records: Vec<&DisposedRecord> = disposal.records.iter().filter(|each| each.of == of).collect();
        let Some(first) = records.first() else { continue };
        let mut lines = vec![line("Rule", format!("{}. {}", capital(&first.rule), of.effect()))];
        lines.extend(records.iter().map(|record| record_line(record)));
        parts.push(SheetPart { heading: capital(of.words()), lines });
    }
    parts.push(SheetPart { heading: "Copies".into(), lines: copies(disposal) });
    Ok(Sheet {
        hub: settings.hub.clone(),
        marking: marking(&settings),
        title: format!("Certificate of disposal {}", disposal.number),
        subtitle: format!("{} · {}", settings.hub, long_date(disposal.on)),
        date: disposal.on,
        opening: vec![
            "The records named here reached the end of the time for which this hub keeps them, nothing stood against \
             their disposal, and they were erased from the record, its search, its history and its drafts. The numbers \
             stay spent and are never given again."
                .to_owned(),
        ],
        parts,
        closing: vec![
            "No national period applies: the rules are this hub’s own. “Check the record” in the settings verifies this \
             disposal: that what it names is gone, and that nothing else is."
                .to_owned(),
        ],
        signed: vec!["Signed".to_owned(), "Date".to_owned()],
        columns: Some(["What".to_owned(), "As recorded".to_owned()]),
    })
}

fn record_line(record: &DisposedRecord) -> SheetLine {
    let since = table_date(record.since);
    line(
        &capital(&record.reference),
        format!("kept from {since}, to be reviewed on {}", table_date(record.review_on)),
    )
}

fn copies(disposal: &Disposal) -> Vec<SheetLine> {
    let own = match disposal.copies {
        0 => "The hub’s own folder held no backup on that day.".to_owned(),
        number => format!(
            "{} in the hub’s own folder still held it on that day. The last of them is gone by {}: the first backup made on \
             or after that day removes it.",
            count(number as usize, "backup", "backups"),
            long_date(disposal.copies_gone_by)
        ),
    };
    vec![
        line("In the hub’s folder", own),
        line(
            "Elsewhere",
            "Backups that somebody carried to another disk or stick, and papers that were printed or saved, are not known \
             to the program: destroy them by hand.",
        ),
    ]
}
