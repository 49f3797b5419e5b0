//! Draws the invented sample papers into a folder, so that people can look at every page.

#[path = "../tests/samples/mod.rs"]
mod samples;

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
    let packs = [
        ("agenda", samples::pack()),
        ("empty", samples::empty_pack()),
        ("hard", hard),
        ("giant", giant),
        ("long", samples::long_pack(250)),
    ];
    for (name, pack) in packs {
        std::fs::write(format!("{folder}/{name}.pdf"), papers::agenda(&pack, &style)?)?;
    }
    std::fs::write(format!("{folder}/minutes.pdf"), papers::minutes(&samples::record(), &style)?)?;
    Ok(())
}
