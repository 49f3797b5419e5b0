//! What can be said on the command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use desk::wire::papers::PageRange;

/// Chairs the weekly tasking meeting of a Community Safety Hub. Without a command it opens the application.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true)]
pub struct Arguments {
    /// The folder that holds the hub
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// The day to take for today
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub today: Option<NaiveDate>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Create, check and back up hubs
    #[command(subcommand)]
    Hub(HubCommand),
    /// Bring a sheet in: first what was understood, then all or nothing
    Import(ImportArguments),
    /// The case register
    #[command(subcommand)]
    Register(ListCommand),
    /// One case
    #[command(subcommand)]
    Case(CaseCommand),
    /// Meetings
    #[command(subcommand)]
    Meeting(ListCommand),
    /// Actions
    #[command(subcommand)]
    Action(ListCommand),
    /// Orders and interventions
    #[command(subcommand)]
    Order(ListCommand),
    /// Referrals
    #[command(subcommand)]
    Referral(ListCommand),
    /// Figures of a period, each opening to its rows
    #[command(subcommand)]
    Report(super::report::ReportCommand),
    /// Make a paper as PDF
    #[command(subcommand)]
    Paper(PaperCommand),
    /// People whom the hub knows
    #[command(subcommand)]
    Person(PersonCommand),
    /// What has reached its review date
    #[command(subcommand)]
    Retention(ListCommand),
}

#[derive(Debug, Subcommand)]
pub enum PersonCommand {
    /// Write everything held on one person, for a request to see it
    Export {
        /// A case with one person, the person's whole name, or key
        #[arg(value_name = "REF|NAME|ID")]
        person: String,
        /// Where to write it: a paper, or JSON
        #[arg(long, value_name = "FILE.pdf|FILE.json")]
        out: PathBuf,
        /// For the data protection officer: other people's data in full, and marked
        #[arg(long)]
        full: bool,
        #[command(flatten)]
        key: Key,
    },
}

/// Where the passphrase comes from.
#[derive(Args, Clone, Debug)]
pub struct Key {
    /// A file whose first line is the passphrase; otherwise HUB_TASKING_PASSPHRASE holds it
    #[arg(long, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// Whose passphrase it is, where several people have one
    #[arg(long, value_name = "NAME")]
    pub user: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum HubCommand {
    /// Create a hub and print its recovery key, this once
    Create {
        /// The hub's name
        #[arg(long, default_value = "Community Safety Hub")]
        hub: String,
        /// What that person is
        #[arg(long, default_value = "chair")]
        role: Role,
        #[command(flatten)]
        key: Key,
    },
    /// Create a sample hub with invented people; its passphrase is “sample”
    Sample {
        /// How many cases
        #[arg(long, default_value_t = 52, value_parser = clap::value_parser!(u32).range(1..=200_000))]
        cases: u32,
        /// What everything invented comes from
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Say whether the record holds together
    Check {
        #[command(flatten)]
        key: Key,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Make a verified backup
    Backup {
        #[command(flatten)]
        key: Key,
    },
    /// List the copies that can be restored
    Backups {
        /// A folder or memory stick to look on; the hub's own backups otherwise
        #[arg(long)]
        folder: Option<String>,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Put a copy in the place of the record, which is kept aside
    Restore {
        /// The folder of the copy, as the list names it
        copy: String,
        #[command(flatten)]
        key: Key,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Role {
    Chair,
    Deputy,
    Coordinator,
    Reader,
}

impl From<Role> for domain::rights::Role {
    fn from(role: Role) -> Self {
        match role {
            Role::Chair => Self::Chair,
            Role::Deputy => Self::Deputy,
            Role::Coordinator => Self::Coordinator,
            Role::Reader => Self::Reader,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Sheet {
    Register,
    Agencies,
    Actions,
}

impl From<Sheet> for desk::wire::imports::SheetKind {
    fn from(sheet: Sheet) -> Self {
        match sheet {
            Sheet::Register => Self::Register,
            Sheet::Agencies => Self::Agencies,
            Sheet::Actions => Self::Actions,
        }
    }
}

#[derive(Args, Debug)]
pub struct ImportArguments {
    /// Which kind of sheet
    pub sheet: Sheet,
    /// TSV, CSV or XLSX
    pub file: PathBuf,
    /// Say what was understood and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Write changed rows too, except what was edited in the application since
    #[arg(long)]
    pub update: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub key: Key,
}

#[derive(Debug, Subcommand)]
pub enum ListCommand {
    /// Print them all
    List {
        /// Print JSON
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        key: Key,
    },
}

#[derive(Debug, Subcommand)]
pub enum CaseCommand {
    /// Print the whole of it; a case that was combined with another says where it went on
    Show {
        /// The reference, such as CSH.12
        #[arg(value_name = "REF")]
        reference: String,
        /// Print JSON
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        key: Key,
    },
}

#[derive(Debug, Subcommand)]
pub enum PaperCommand {
    /// The open actions, agency by agency
    Actions {
        /// Only those of one agency, by its short name
        #[arg(long, value_name = "NAME")]
        agency: Option<String>,
        #[command(flatten)]
        target: PaperTarget,
    },
    /// The agenda pack of a meeting
    Agenda {
        #[command(flatten)]
        meeting: MeetingArgument,
        /// Part 1, for publication: no page of any case
        #[arg(long)]
        part_1: bool,
        #[command(flatten)]
        target: PaperTarget,
    },
    /// The summary of a case
    Case {
        /// The reference, such as CSH.12
        #[arg(value_name = "REF")]
        reference: String,
        #[command(flatten)]
        target: PaperTarget,
    },
    /// Who is meant by the initials in the papers of a meeting
    NameKey {
        #[command(flatten)]
        meeting: MeetingArgument,
        #[command(flatten)]
        target: PaperTarget,
    },
    /// The minutes of a meeting
    Minutes {
        #[command(flatten)]
        meeting: MeetingArgument,
        /// In numbered paragraphs, which run on through the municipal year
        #[arg(long)]
        formal: bool,
        #[command(flatten)]
        target: PaperTarget,
    },
    /// The case register: open cases, an episode a line
    Register {
        /// Closed cases too
        #[arg(long)]
        closed: bool,
        #[command(flatten)]
        target: PaperTarget,
    },
    /// The report of a period, beside the same days a year before
    Report {
        /// The first day
        #[arg(long, value_name = "YYYY-MM-DD")]
        from: NaiveDate,
        /// The last day, counted too
        #[arg(long, value_name = "YYYY-MM-DD")]
        to: NaiveDate,
        /// For publication: counts from 1 to 4 are not told
        #[arg(long)]
        published: bool,
        #[command(flatten)]
        target: PaperTarget,
    },
    /// The disclosure log of a period
    Disclosures {
        /// The first day
        #[arg(long, value_name = "YYYY-MM-DD")]
        from: NaiveDate,
        /// The last day, counted too
        #[arg(long, value_name = "YYYY-MM-DD")]
        to: NaiveDate,
        #[command(flatten)]
        target: PaperTarget,
    },
    /// Who saw what of a person
    Access {
        /// A case with one person, the whole name, or the key of the person
        #[arg(value_name = "PERSON")]
        person: String,
        #[command(flatten)]
        target: PaperTarget,
    },
    /// The case study of a closed case, in which nobody is to be recognised
    Study {
        /// The reference, such as CSH.12
        #[arg(value_name = "REF")]
        reference: String,
        #[command(flatten)]
        target: PaperTarget,
    },
    /// Draw a paper from a file of its own, {"version": 1, "paper": …, "model": …}; needs no hub
    Render {
        /// The file
        #[arg(value_name = "MODEL.json")]
        model: PathBuf,
        /// Where to save the PDF
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        #[command(flatten)]
        choices: PrintArguments,
    },
    /// The referral form, filled with a referral or blank
    Referral {
        /// The number of the referral, such as R.61; without it the form is blank
        #[arg(value_name = "NUMBER")]
        number: Option<String>,
        #[command(flatten)]
        target: PaperTarget,
    },
}

#[derive(Args, Debug)]
pub struct MeetingArgument {
    /// The day of the meeting, or its id
    #[arg(long, value_name = "DATE|ID")]
    pub meeting: String,
}

/// Where a paper goes, and how the hub is opened for it.
#[derive(Args, Debug)]
pub struct PaperTarget {
    /// Where to write it
    #[arg(long, value_name = "FILE.pdf")]
    pub out: PathBuf,
    #[command(flatten)]
    pub choices: PrintArguments,
    #[command(flatten)]
    pub key: Key,
}

/// How a paper is to be printed; without any of these it is the ordinary file.
#[derive(Args, Debug)]
pub struct PrintArguments {
    /// Only these pages, such as 3-6 or 4
    #[arg(long, value_name = "FIRST-LAST", value_parser = page_range)]
    pub pages: Option<PageRange>,
    /// Two pages beside each other on each side, which is not tagged for screen readers
    #[arg(long)]
    pub two_up: bool,
    /// For both sides of a sheet: each part, such as a case, begins on a front
    #[arg(long)]
    pub double_sided: bool,
}

/// Reads `3-6`, or `4` for one page; dashes of any length part them.
fn page_range(text: &str) -> Result<PageRange, String> {
    let (first, last) = text.split_once(['-', '–']).unwrap_or((text, text));
    let number =
        |part: &str| part.trim().parse::<u32>().map_err(|_| "give pages as 3-6, or one page as 4".to_owned());
    let range = PageRange { first: number(first)?, last: number(last)? };
    match range.first >= 1 && range.first <= range.last {
        true => Ok(range),
        false => Err("the first page is at least 1 and does not come after the last".to_owned()),
    }
}
