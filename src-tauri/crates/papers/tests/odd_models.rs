//! Models as nobody writes them: a field of another kind, a number beyond all measure, a text without end. Each is refused
//! in words or drawn; none stops the program.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(clippy::print_stderr, reason = "the seed and the counts are what a run is told by")]

mod samples;

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use papers::PaperFile;
use papers::style::Style;
use serde_json::{Value, json};

const SEED: u64 = 20_261_124;
/// How many models are tried; `HUB_TASKING_MODELS` says otherwise.
const MODELS: u64 = 300;
/// Papers of very many pages, which say nothing here that a shorter one does not.
const LEFT_OUT: [&str; 2] = ["long", "giant"];

/// Chance that a seed repeats.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }
}

/// Returns the ways to every value below `value`.
fn ways(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match value {
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(at, each)| ways(each, &format!("{here}/{at}"), found));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, each)| ways(each, &format!("{here}/{name}"), found))
        }
        _ => {}
    }
}

/// Returns something that does not belong there.
fn odd(chance: &mut Chance, was: &Value) -> Value {
    let all = [
        Value::Null,
        json!(-1),
        json!(0),
        json!(u64::MAX),
        json!(1e308),
        json!(true),
        json!(""),
        json!([]),
        json!({}),
        json!("x".repeat(5_000)),
        json!("word ".repeat(2_000)),
        json!("\u{202e}\u{200f}\u{0}\u{7}\n\t\r\u{fffd}\u{10ffff}"),
        json!("🙂محمد\u{301}Ň".repeat(60)),
        json!("9999-12-31"),
        json!("-262143-01-01"),
        json!("0000-00-00"),
        json!("24:61"),
        json!("99999999999999999999"),
        Value::Array(vec![was.clone(); 40]),
        was.as_array()
            .and_then(|each| each.first())
            .map_or(json!([[[]]]), |first| Value::Array(vec![first.clone(); 120])),
    ];
    // Mostly of the same kind, because what is of another one is refused before anything is drawn.
    let same = |each: &&Value| std::mem::discriminant(*each) == std::mem::discriminant(was);
    let fitting: Vec<&Value> = all.iter().filter(same).collect();
    match chance.below(5) {
        0 => all[chance.below(all.len())].clone(),
        _ if fitting.is_empty() => all[chance.below(all.len())].clone(),
        _ => fitting[chance.below(fitting.len())].clone(),
    }
}

#[test]
fn no_odd_model_stops_the_program() {
    let models =
        std::env::var("HUB_TASKING_MODELS").ok().and_then(|number| number.parse().ok()).unwrap_or(MODELS);
    let papers: Vec<(&str, Value)> = samples::all()
        .into_iter()
        .filter(|(name, _)| !LEFT_OUT.contains(name))
        .map(|(name, paper)| (name, serde_json::from_str(&PaperFile::of(paper).write().unwrap()).unwrap()))
        .collect();
    let mut chance = Chance(SEED);
    let (mut drawn, mut refused, mut wrong) = (0, 0, Vec::new());
    for _ in 0..models {
        let (name, model) = &papers[chance.below(papers.len())];
        let (mut model, mut found) = (model.clone(), Vec::new());
        ways(&model, "", &mut found);
        let mut at = Vec::new();
        for _ in 0..=chance.below(3) {
            let way = &found[chance.below(found.len())];
            if let Some(place) = model.pointer_mut(way) {
                *place = odd(&mut chance, place);
                at.push(way.clone());
            }
        }
        let text = model.to_string();
        let tried = catch_unwind(AssertUnwindSafe(|| {
            let file = PaperFile::read(&text).map_err(|refusal| refusal.to_string())?;
            let made = papers::make(&file.paper, &Style::default(), &mut |_| ControlFlow::Continue(()));
            made.map(|made| made.pages).map_err(|refusal| refusal.to_string())
        }));
        match tried {
            Ok(Ok(_)) => drawn += 1,
            Ok(Err(sentence)) if sentence.len() > 8 => refused += 1,
            Ok(Err(sentence)) => wrong.push(format!("{name} {at:?}: it says “{sentence}”")),
            Err(_) => wrong.push(format!("{name} {at:?}: it panicked")),
        }
    }
    eprintln!("seed {SEED}: {models} models, {drawn} drawn, {refused} refused, {} wrong", wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(drawn > 0 && refused > 0, "some are drawn, some are refused");
}
