//! The sample hub: invented, generated from a seed, in the shape of a published register.
//!
//! The same day, number of cases and seed give the same record. Everything that is listed or printed is dated from the
//! desk's today; only the audit knows the real clock.

mod actions;
mod attendance;
mod bulk;
mod calendar;
mod cases;
mod casework;
mod chance;
mod closings;
mod items;
mod maker;
mod meetings;
mod orders;
mod owners;
mod partners;
mod people;
mod referrals;
mod retention;
mod scores;
mod seeded_ids;
mod words;

use std::path::Path;

use domain::ids::MeetingId;
use domain::settings::Settings;

use crate::desk::{Desk, Identifiers, Progress};
use crate::failure::{Code, Failure};
use crate::wire::everything::OfMeeting;
use calendar::Calendar;
use maker::{Made, Maker};
use seeded_ids::SeededIds;
use words::{CasePlan, cast};

/// The one who chairs the sample's meetings and opens it.
const CHAIR: &str = "Alex Marsh";
/// The one who types its minutes and scores its cases.
const COORDINATOR: &str = "T Nowicka";
/// The scheme that a case of the sample was handed over to.
const SCHEME: &str = "ANCHOR";
/// Milliseconds of a minute.
const MINUTE_MS: i64 = 60_000;
/// How many older cases go into one transaction.
const BATCH: u32 = 1000;

/// What a sample hub is to be like.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// How many cases; 52 give the shape of the published register.
    pub cases: u32,
    /// The seed that everything invented comes from.
    pub seed: u64,
}

impl Default for Shape {
    fn default() -> Self {
        Self { cases: 52, seed: 1 }
    }
}

/// Creates a sample hub in the desk's folder; it stays open. Nothing is left behind when it does not come to its end.
pub fn create(desk: &mut Desk, shape: Shape) -> Result<(), Failure> {
    let settings = settings();
    crate::hub::create_sample(desk, settings.clone(), CHAIR)?;
    let seeded: Identifiers = Box::new(SeededIds::of(shape.seed, desk.today()));
    let own = std::mem::replace(desk.ids(), seeded);
    let filled = fill(desk, shape, &settings);
    *desk.ids() = own;
    if filled.is_err() {
        desk.close();
        clear(desk.folder());
    }
    filled
}

/// Takes a hub away that was begun here and is not whole.
fn clear(folder: &Path) {
    for name in ["hub.json", "hub.db", "hub.db-wal", "hub.db-shm", "sample.txt"] {
        // What is not there need not go; the reason why the sample failed is what matters.
        let _ = std::fs::remove_file(folder.join(name));
    }
}

/// Returns the settings of every sample hub.
fn settings() -> Settings {
    Settings {
        sample: true,
        prefix: "DEMO".to_owned(),
        retention: retention::rules(),
        rooms: vec![
            "Fire station community room".to_owned(),
            "Town hall, committee room 2".to_owned(),
            "Library, Ropewalk room".to_owned(),
        ],
        ..Settings::of_new_hub("Northbridge Community Safety Hub")
    }
}

fn fill(desk: &mut Desk, shape: Shape, settings: &Settings) -> Result<(), Failure> {
    let mut plans = cast();
    let usual = plans.len() as u32;
    let older = shape.cases.saturating_sub(usual);
    // A smaller sample holds the newest cases, because they are the ones that the next meeting is about.
    plans.drain(..(usual.saturating_sub(shape.cases)) as usize);
    let calendar = Calendar::around(desk.today(), bulk::weeks_of(older));
    let mut made = Made::new(shape.seed, calendar, &settings.prefix, older);
    tell(desk, 0, shape.cases)?;
    let next = desk
        .write(&["hub"], |writer, ids| Maker { writer, ids, made: &mut made }.make_all(&plans, settings))?;
    tell(desk, plans.len() as u32, shape.cases)?;
    for from in (0..older).step_by(BATCH as usize) {
        let to = (from + BATCH).min(older);
        desk.write(&[], |writer, ids| {
            for at in from..to {
                let plan = bulk::plan(&mut made, at, older);
                Maker { writer: &mut *writer, ids: &mut *ids, made: &mut made }.make_case(&plan)?;
            }
            Ok(())
        })?;
        tell(desk, plans.len() as u32 + to, shape.cases)?;
    }
    crate::agenda::propose_agenda(desk, OfMeeting { meeting: next })?;
    Ok(())
}

fn tell(desk: &Desk, done: u32, total: u32) -> Result<(), Failure> {
    let step =
        Progress { task: "sample", done: done as usize, total: total as usize, words: "Inventing cases" };
    match desk.listener().progress(step) {
        std::ops::ControlFlow::Continue(()) => Ok(()),
        std::ops::ControlFlow::Break(()) => {
            Err(Failure::of(Code::Cancelled, "The sample was called off; nothing of it was kept"))
        }
    }
}

impl Maker<'_, '_> {
    /// Makes everything but the older cases, and returns the meeting to come.
    fn make_all(&mut self, plans: &[CasePlan], settings: &Settings) -> Result<MeetingId, Failure> {
        self.make_partners()?;
        self.reserve_meetings();
        for plan in plans {
            self.make_case(plan)?;
        }
        self.link_cases()?;
        self.make_referrals()?;
        self.make_orders()?;
        self.make_choices()?;
        self.make_meetings(settings)?;
        self.make_owners()?;
        self.make_templates()?;
        self.make_closings()?;
        self.make_casework()?;
        self.plan_next_meeting(settings)
    }
}
