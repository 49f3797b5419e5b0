//! Papers from the command line.

use desk::commands;
use desk::desk::Desk;
use desk::failure::Failure;
use desk::wire::everything::*;

use super::arguments::{MeetingArgument, PaperCommand, PaperTarget, PrintArguments};
use super::{case, printing, work};

/// Makes the paper that was asked for.
pub fn run(desk: &mut Desk, command: PaperCommand) -> Result<(), Failure> {
    match command {
        PaperCommand::Actions { agency, target } => make(desk, target, |desk| {
            let agency = agency.map(|name| desk::find_agency(desk, &name)).transpose()?;
            Ok(WantedPaper::ActionList { agency })
        }),
        PaperCommand::Agenda { meeting, part_1, target } => make(desk, target, |desk| {
            let meeting = found(desk, &meeting)?;
            Ok(if part_1 { WantedPaper::PublicAgenda { meeting } } else { WantedPaper::Agenda { meeting } })
        }),
        PaperCommand::Case { reference, target } => make(desk, target, |_| {
            let reference = case::reference(&reference)?;
            Ok(WantedPaper::CaseSummary { reference })
        }),
        PaperCommand::NameKey { meeting, target } => make(desk, target, |desk| {
            let meeting = found(desk, &meeting)?;
            Ok(WantedPaper::NameKey { meeting })
        }),
        PaperCommand::Minutes { meeting, formal, target } => make(desk, target, |desk| {
            let meeting = found(desk, &meeting)?;
            Ok(if formal { WantedPaper::FormalMinutes { meeting } } else { WantedPaper::Minutes { meeting } })
        }),
        PaperCommand::Register { closed, target } => {
            make(desk, target, |_| Ok(WantedPaper::Register { closed }))
        }
        PaperCommand::Report { from, to, published, target } => {
            make(desk, target, |_| Ok(WantedPaper::YearReport { from, to, published }))
        }
        PaperCommand::Disclosures { from, to, target } => {
            make(desk, target, |_| Ok(WantedPaper::DisclosureLog { from, to }))
        }
        PaperCommand::Access { person, target } => make(desk, target, |desk| {
            Ok(WantedPaper::AccessLog { person: desk::find_person(desk, &person)? })
        }),
        PaperCommand::Study { reference, target } => make(desk, target, |_| {
            let reference = case::reference(&reference)?;
            Ok(WantedPaper::CaseStudy { reference })
        }),
        PaperCommand::Render { model, out, choices } => {
            let drawn = desk::draw_file(&model, &choices.into())?;
            tell_missing(&drawn.missing_characters());
            drawn.save(&out)?;
            printing::line(&format!("{} pages in {}", drawn.pages(), out.display()))
        }
        PaperCommand::Referral { number, target } => make(desk, target, |desk| {
            let referral = number.map(|number| desk::find_referral(desk, &number)).transpose()?;
            Ok(WantedPaper::Referral { referral })
        }),
    }
}

fn found(desk: &Desk, argument: &MeetingArgument) -> Result<domain::ids::MeetingId, Failure> {
    desk::find_meeting(desk, &argument.meeting)
}

fn make(
    desk: &mut Desk,
    target: PaperTarget,
    wanted: impl FnOnce(&Desk) -> Result<WantedPaper, Failure>,
) -> Result<(), Failure> {
    work::open(desk, &target.key)?;
    let wanted = wanted(desk)?;
    let choices = PrintChoices::from(target.choices);
    tell_missing(&desk::missing_in(desk, &wanted, &choices)?);
    let save_as = Some(target.out.display().to_string());
    let made = match choices == PrintChoices::default() {
        true => commands::make_paper(desk, MakePaper { wanted, save_as })?,
        false => commands::print_paper(desk, PrintPaper { wanted, choices, save_as })?,
    };
    printing::line(&format!("{} pages in {}", made.pages, made.path))
}

/// Says what no typeface has, before anything is written.
fn tell_missing(missing: &[String]) {
    for each in missing {
        printing::remark(&format!("No typeface has {each}; it prints as a box"));
    }
}

impl From<PrintArguments> for PrintChoices {
    fn from(arguments: PrintArguments) -> Self {
        let sides = match arguments.double_sided {
            true => PrintSides::DoublePartsInFront,
            false => PrintSides::Single,
        };
        Self { pages: arguments.pages, sides, two_up: arguments.two_up }
    }
}
