//! Draws the invented sample papers into a folder, so that people can look at every page.

#[path = "../tests/samples/mod.rs"]
mod samples;

use std::ops::ControlFlow;

use papers::Paper;
use papers::model::{AgendaPack, CasePage};
use papers::style::Style;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let style = Style::default();
    let hard = AgendaPack {
        cases: samples::HARD_NAMES
            .iter()
            .map(|name| CasePage { why_here: (*name).to_owned(), ..samples::case(name, name) })
            .collect(),
        ..samples::empty_pack()
    };
    let mut giant = samples::demo_45();
    giant.actions[0].what = "Visit the family, then write down what was agreed. ".repeat(60);
    let giant = AgendaPack { cases: vec![giant], ..samples::empty_pack() };
    let papers = [
        ("agenda", Paper::Agenda(samples::pack())),
        ("empty", Paper::Agenda(samples::empty_pack())),
        ("hard", Paper::Agenda(hard)),
        ("giant", Paper::Agenda(giant)),
        ("long", Paper::Agenda(samples::long_pack(250))),
        ("minutes", Paper::Minutes(samples::record())),
        ("blank-form", Paper::ReferralForm(samples::blank_form())),
        ("filled-form", Paper::ReferralForm(samples::filled_form())),
        ("certificate", Paper::Sheet(samples::certificate())),
        ("sheet", Paper::Sheet(samples::long_sheet())),
        ("case", Paper::CaseSummary(samples::summary())),
        ("bare", Paper::CaseSummary(samples::bare_summary())),
    ];
    for (name, paper) in papers {
        let made = papers::make(&paper, &style, &mut |_| ControlFlow::Continue(()))?;
        std::fs::write(format!("{folder}/{name}.pdf"), made.bytes)?;
    }
    Ok(())
}
