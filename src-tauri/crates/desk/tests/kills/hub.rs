//! The hub of the meeting, opened in any folder, with a clock and identifiers that depend on the step alone.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use desk::commands;
use desk::desk::{Desk, NoListener, Surroundings};
use desk::wire::everything::*;
use domain::case::{CaseKind, ReviewRule};
use domain::ids::IdSource;
use domain::moment::Moment;
use store::Digests;
use tempfile::TempDir;
use uuid::Uuid;

use crate::scene::{self, Scene};
use crate::script::Script;
use crate::support::{MEETING_BEGINS, PASSPHRASE};

/// So many identifiers a step may take.
const IDS_OF_A_STEP: u64 = 10_000;

/// Makes the hub with its meeting proposed for today, closed.
pub fn prepared() -> TempDir {
    let mut scene = Scene::new();
    let police = scene.case(1).case.lead_agency.unwrap();
    for (name, born) in
        [("Una Hartley", "1979-01-02"), ("Ossian Lee", "2011-05-06"), ("Mabel Croft", "1950-07-08")]
    {
        let of = (CaseKind::Person, police, ReviewRule::EveryMeeting);
        scene::case(&mut scene.place, of, vec![scene::subject(name, born)]);
    }
    let housing = scene.housing;
    scene::case(&mut scene.place, (CaseKind::Property, housing, ReviewRule::EveryMeeting), Vec::new());
    scene::tabled(&mut scene.place, housing);
    scene.proposed();
    commands::lock(&mut scene.place.desk, Nothing {}).unwrap();
    let folder = tempfile::tempdir().unwrap();
    copy(scene.place.desk.folder(), folder.path());
    folder
}

/// Copies what lies in a folder; a closed hub has no folders in it that matter.
pub fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_file() {
            std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

struct OfTheStep(Arc<AtomicU64>);

impl IdSource for OfTheStep {
    fn next_id(&mut self) -> Uuid {
        let number = self.0.fetch_add(1, Ordering::Relaxed);
        Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0000 + u128::from(number))
    }
}

/// A desk on the hub in a folder.
pub struct Opened {
    pub desk: Desk,
    clock: Arc<AtomicI64>,
    ids: Arc<AtomicU64>,
}

impl Opened {
    pub fn at(folder: &Path) -> Self {
        let (clock, ids) = (Arc::new(AtomicI64::new(MEETING_BEGINS)), Arc::new(AtomicU64::new(0)));
        let told = Arc::clone(&clock);
        let desk = Desk::new(Surroundings {
            now: Box::new(move || Moment(told.load(Ordering::Relaxed))),
            today: None,
            ids: Box::new(OfTheStep(Arc::clone(&ids))),
            listener: Arc::new(NoListener),
            folder: folder.to_owned(),
            sample_folder: folder.join("sample"),
            keys: desk::KeyPolicy::for_tests(),
        });
        Self { desk, clock, ids }
    }

    pub fn unlock(&mut self) {
        commands::unlock(&mut self.desk, Unlock { passphrase: PASSPHRASE.into(), user: None })
            .expect("the hub opens");
    }

    /// Moves clock and identifiers to those of a step: a minute each.
    pub fn come_to(&self, step: usize) {
        let step = u64::try_from(step).unwrap();
        self.clock.store(MEETING_BEGINS + i64::try_from(step).unwrap() * 60_000, Ordering::Relaxed);
        self.ids.store(step * IDS_OF_A_STEP, Ordering::Relaxed);
    }

    /// Takes a step, the first being 1.
    pub fn take(&mut self, script: &Script, number: usize) {
        self.come_to(number);
        let step = &script.steps[number - 1];
        if let Err(failure) = step.take(&mut self.desk, script.meeting) {
            panic!("step {number}, {step:?}: {failure}");
        }
    }

    pub fn minutes(&mut self, script: &Script) -> String {
        let minutes = commands::get_minutes(&mut self.desk, OfMeeting { meeting: script.meeting }).unwrap();
        serde_json::to_string_pretty(&minutes).unwrap()
    }

    /// The program's own check finds nothing: pages, indexes, references, the audit chain.
    pub fn assert_sound(&mut self) {
        let check = commands::check_hub(&mut self.desk, Nothing {}).unwrap();
        assert!(check.sound, "{:?}", check.problems);
    }

    /// The audit holds what the steps wrote and that the hub was unlocked, and nothing else.
    pub fn assert_chained(&self, state: &State, unlocked_before: usize, perhaps_one_more: bool) {
        let serial = self.desk.read(|reader| Ok(reader.audit_head()?.serial)).unwrap();
        let expected = state.audit + u64::try_from(unlocked_before).unwrap();
        let one_more = perhaps_one_more && serial == expected + 1;
        assert!(serial == expected || one_more, "{serial} rows in the audit instead of {expected}");
    }
}

/// How the record stands.
pub struct State {
    digests: Digests,
    drafts: String,
    /// The room as the console shows it; empty before the meeting begins.
    room: String,
    /// Rows in the audit.
    audit: u64,
}

impl State {
    pub fn of(opened: &mut Opened, script: &Script) -> Self {
        let desk = &mut opened.desk;
        let drafts = commands::list_drafts(desk, DraftsUnder { prefix: String::new() }).unwrap();
        // What interrupted the program is no part of the record, nor how often its windows were told of a change.
        let room = commands::get_room(desk, OfMeeting { meeting: script.meeting }).map(|room| RoomView {
            interruptions: Vec::new(),
            changes: 0,
            ..room
        });
        Self {
            digests: desk.opened().unwrap().store.digests().unwrap(),
            drafts: serde_json::to_string_pretty(&drafts).unwrap(),
            room: room.map(|room| serde_json::to_string_pretty(&room).unwrap()).unwrap_or_default(),
            audit: desk.read(|reader| Ok(reader.audit_head()?.serial)).unwrap(),
        }
    }

    /// Tells whether the record is the same in every row, every draft and in the room; if not, where it differs.
    pub fn same_record(&self, other: &Self) -> Result<(), String> {
        for (table, rows) in &other.digests {
            if self.digests.get(table) != Some(rows) {
                return Err(format!("{table} differs"));
            }
        }
        let texts = [("drafts", &self.drafts, &other.drafts), ("the room", &self.room, &other.room)];
        for (what, this, that) in texts {
            if let Some((this, that)) = this.lines().zip(that.lines()).find(|(this, that)| this != that) {
                return Err(format!("{what}:{this} instead of{that}"));
            }
            if this.len() != that.len() {
                return Err(format!("{what} differ in length"));
            }
        }
        Ok(())
    }
}
