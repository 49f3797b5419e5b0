//! Papers from the command line.

use desk::commands;
use desk::desk::Desk;
use desk::failure::Failure;
use desk::wire::everything::*;

use super::arguments::{MeetingArgument, PaperCommand, PaperTarget};
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
        PaperCommand::Key { meeting, target } => make(desk, target, |desk| {
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
        PaperCommand::Study { reference, target } => make(desk, target, |_| {
            let reference = case::reference(&reference)?;
            Ok(WantedPaper::CaseStudy { reference })
        }),
        PaperCommand::Render { model, out } => {
            let made = desk::render_paper(&model, &out)?;
            for missing in &made.missing_characters {
                printing::remark(&format!("No typeface has {missing}; it prints as a box"));
            }
            printing::line(&format!("{} pages in {}", made.pages, out.display()))
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
    let save_as = Some(target.out.display().to_string());
    let made = commands::make_paper(desk, MakePaper { wanted, save_as })?;
    printing::line(&format!("{} pages in {}", made.pages, made.path))
}
