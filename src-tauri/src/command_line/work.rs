//! The commands of the command line, each a call of the desk.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;
use desk::commands;
use desk::desk::{Desk, NoListener};
use desk::failure::{Code, Failure};
use desk::wire::everything::*;
use domain::words;

use super::arguments::{Command, HubCommand, ImportArguments, Key, ListCommand};
use super::report::ReportCommand;
use super::{case, paper, printing};

const PASSPHRASE_VARIABLE: &str = "HUB_TASKING_PASSPHRASE";
/// How long the command line waits for another program to leave the hub.
const PATIENCE: Duration = Duration::from_secs(2);
const LOOK_AGAIN: Duration = Duration::from_millis(100);

/// Runs a command on the hub in `folder`.
pub fn run(command: Command, folder: PathBuf, today: Option<NaiveDate>) -> Result<(), Failure> {
    let mut desk = crate::desk_on(folder, today, Arc::new(NoListener));
    let desk = &mut desk;
    match command {
        Command::Hub(command) => hub(desk, command),
        Command::Import(arguments) => import(desk, arguments),
        Command::Register(ListCommand::List { json, key }) => {
            open(desk, &key)?;
            register(desk, json)
        }
        Command::Case(command) => case::run(desk, command),
        Command::Meeting(ListCommand::List { json, key }) => {
            open(desk, &key)?;
            meetings(desk, json)
        }
        Command::Action(ListCommand::List { json, key }) => {
            open(desk, &key)?;
            actions(desk, json)
        }
        Command::Order(ListCommand::List { json, key }) => {
            open(desk, &key)?;
            super::orders::list(desk, json)
        }
        Command::Referral(ListCommand::List { json, key }) => {
            open(desk, &key)?;
            super::referrals::list(desk, json)
        }
        Command::Report(ReportCommand::Year { from, to, json, key }) => {
            open(desk, &key)?;
            super::report::year(desk, from, to, json)
        }
        Command::Paper(command) => paper::run(desk, command),
        Command::Person(command) => super::people::person(desk, command),
        Command::Retention(ListCommand::List { json, key }) => {
            open(desk, &key)?;
            super::people::retention(desk, json)
        }
    }
}

fn passphrase(key: &Key) -> Result<String, Failure> {
    let missing = || {
        Failure::of(Code::Locked, "The hub is locked and no passphrase was given")
            .with_hint(format!("Set {PASSPHRASE_VARIABLE} or name a file with --passphrase-file"))
    };
    match &key.passphrase_file {
        Some(file) => {
            let text = std::fs::read_to_string(file).map_err(|error| {
                Failure::of(
                    Code::Locked,
                    format!("The passphrase file {} cannot be read ({error})", file.display()),
                )
            })?;
            text.lines().next().map(str::to_owned).ok_or_else(missing)
        }
        None => std::env::var(PASSPHRASE_VARIABLE).map_err(|_| missing()),
    }
}

/// Opens the hub, waiting a little while another program holds it.
pub fn open(desk: &mut Desk, key: &Key) -> Result<(), Failure> {
    let passphrase = passphrase(key)?;
    let mut waited = Duration::ZERO;
    loop {
        match commands::unlock(desk, Unlock { passphrase: passphrase.clone(), user: key.user.clone() }) {
            Ok(_) => return Ok(()),
            Err(failure) if failure.code == Code::HeldElsewhere && waited < PATIENCE => {
                std::thread::sleep(LOOK_AGAIN);
                waited += LOOK_AGAIN;
            }
            Err(failure) => return Err(failure),
        }
    }
}

fn hub(desk: &mut Desk, command: HubCommand) -> Result<(), Failure> {
    match command {
        HubCommand::Create { hub, role, key } => {
            let passphrase = passphrase(&key)?;
            let person = key.user.unwrap_or_else(|| "Chair".to_owned());
            let request = CreateHub { hub, person, role: role.into(), passphrase, second: None };
            let created = commands::create_hub(desk, request)?;
            printing::line(&format!("Recovery key, shown this once: {}", created.recovery_key))
        }
        HubCommand::Sample { cases, seed } => {
            desk::sample::create(desk, desk::sample::Shape { cases, seed })?;
            printing::line(&format!("A sample hub lies in {}", desk.folder().display()))
        }
        HubCommand::Check { key, json } => {
            open(desk, &key)?;
            let report = commands::check_hub(desk, Nothing {})?;
            if json {
                printing::json(&report)?;
            } else {
                let rows = words::count(report.rows as usize, "row", "rows");
                let audit = words::count(report.audit_rows as usize, "audit row", "audit rows");
                printing::line(&format!("{rows}, {audit}"))?;
            }
            match report.problems.is_empty() {
                true => Ok(()),
                false => Err(Failure::of(Code::Damaged, report.problems.join("; "))),
            }
        }
        HubCommand::Backup { key } => {
            open(desk, &key)?;
            let made = commands::back_up_now(desk, Nothing {})?;
            printing::line(&format!("Backed up and verified: {}", made.path))
        }
        HubCommand::Backups { folder, json } => {
            let view = commands::list_backups(desk, ListBackups { folder })?;
            if json {
                return printing::json(&view);
            }
            for each in view.backups {
                let (day, time) = (desk::london::date(each.at), desk::london::time(each.at));
                let cases = words::count(each.cases as usize, "case", "cases");
                printing::line(&format!(
                    "{} {}, {cases}: {}",
                    words::table_date(day),
                    time.words(),
                    each.path
                ))?;
            }
            Ok(())
        }
        HubCommand::Restore { copy, key } => {
            let passphrase = passphrase(&key)?;
            let restored = commands::restore_backup(desk, RestoreBackup { path: copy, passphrase })?;
            let day = words::long_date(desk::london::date(restored.made_at));
            printing::line(&format!(
                "Restored the copy of {day}; what it replaced lies in {}",
                restored.aside
            ))
        }
    }
}

fn import(desk: &mut Desk, arguments: ImportArguments) -> Result<(), Failure> {
    open(desk, &arguments.key)?;
    let path = arguments.file.display().to_string();
    let asked = PreviewImport {
        kind: arguments.sheet.into(),
        source: SheetSource::File { path },
        mapping: Vec::new(),
    };
    let preview = commands::preview_import(desk, asked.clone())?;
    if let Some(refusal) = preview.refusals.first() {
        return Err(refused(refusal, preview.refusals.len()));
    }
    if arguments.dry_run {
        return if arguments.json { printing::json(&desk::dry_run(&preview)) } else { tell(&preview) };
    }
    let changed = preview.lines.iter().filter(|line| line.verdict == ImportVerdict::Changed);
    let untouched = |line: &&ImportLine| line.changes.iter().all(|change| !change.edited_here);
    let update_rows: Vec<u32> =
        changed.filter(|_| arguments.update).filter(untouched).map(|line| line.row).collect();
    let done = commands::confirm_import(desk, ConfirmImport { preview: asked, update_rows })?;
    if arguments.json { printing::json(&done) } else { printing::line(&done.words) }
}

fn refused(refusal: &ImportAnomaly, all: usize) -> Failure {
    let place = match (refusal.row, &refusal.column) {
        (Some(row), Some(column)) => format!("Row {row}, {column}: "),
        (Some(row), None) => format!("Row {row}: "),
        _ => String::new(),
    };
    let more = if all > 1 { format!(" (and {} more)", all - 1) } else { String::new() };
    Failure::refused(format!("{place}{}{more}. Nothing was written", refusal.message.trim_end_matches('.')))
}

fn tell(preview: &ImportPreview) -> Result<(), Failure> {
    printing::line(&format!(
        "{} rows, {} records, {} parts; {} new, {} the same, {} changed. Nothing was written.",
        preview.rows,
        preview.records,
        preview.parts,
        preview.new_rows,
        preview.same_rows,
        preview.changed_rows
    ))?;
    for anomaly in &preview.anomalies {
        let row = anomaly.row.map(|row| format!("row {row}")).unwrap_or_default();
        let reference = anomaly.reference.as_ref().map(ToString::to_string).unwrap_or_default();
        printing::line(&format!("{row}\t{reference}\t{}", anomaly.message))?;
    }
    Ok(())
}

fn register(desk: &mut Desk, json: bool) -> Result<(), Failure> {
    if json {
        return printing::json(&desk::register_entries(desk)?);
    }
    let view = commands::list_cases(desk, Nothing {})?;
    let mut rows = vec![headings(&["Case", "Kind", "Opened", "Closed", "Key issues"])];
    rows.extend(view.rows.into_iter().map(|row| {
        vec![
            row.reference.to_string(),
            row.kind.words().to_owned(),
            words::table_date(row.opened),
            row.closed.map(words::table_date).unwrap_or_default(),
            row.key_issues.join(", "),
        ]
    }));
    printing::table(&rows)
}

pub(super) fn headings(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn meetings(desk: &mut Desk, json: bool) -> Result<(), Failure> {
    let entries = desk::meeting_entries(desk)?;
    if json {
        return printing::json(&entries);
    }
    let mut rows = vec![headings(&["Date", "Starts", "Status", "Items", "Id"])];
    rows.extend(entries.into_iter().map(|meeting| {
        let (date, starts) = (words::table_date(meeting.date), meeting.starts.words());
        let status = meeting.status.words().to_owned();
        vec![date, starts, status, meeting.items.len().to_string(), meeting.id.to_string()]
    }));
    printing::table(&rows)
}

fn actions(desk: &mut Desk, json: bool) -> Result<(), Failure> {
    let view = commands::list_actions(desk, Nothing {})?;
    if json {
        return printing::json(&view.rows);
    }
    let mut rows = vec![headings(&["Number", "Case", "Light", "Agency", "Due", "Action"])];
    rows.extend(view.rows.into_iter().map(|row| {
        vec![
            row.number.to_string(),
            row.reference.to_string(),
            row.light.light.word().to_owned(),
            row.agency.name,
            row.due.map(words::table_date).unwrap_or_default(),
            row.what,
        ]
    }));
    printing::table(&rows)
}
