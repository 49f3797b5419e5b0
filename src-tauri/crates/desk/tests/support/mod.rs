//! A desk on a real store in a folder of its own, for journeys through the use cases.

#![allow(dead_code, reason = "each journey uses its part")]
#![allow(clippy::expect_used, reason = "without a place to work in there is no test")]

use std::cell::Cell;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};

use desk::commands;
use desk::desk::{Desk, Listener, Progress, Surroundings};
use desk::wire::everything::*;
use domain::ids::IdSource;
use domain::moment::Moment;
use domain::rights::Role;
use uuid::Uuid;

/// Counts identifiers up, so that every run is the same.
struct Counted(Cell<u128>);

impl IdSource for Counted {
    fn next_id(&mut self) -> Uuid {
        self.0.set(self.0.get() + 1);
        Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0000 + self.0.get())
    }
}

/// Calls a task off after so many steps; it may run to its end while the number is the highest.
struct CallsOff(AtomicUsize);

impl Listener for CallsOff {
    fn changed(&self, _what: &[&str], _changes: u32) {}

    fn progress(&self, _step: Progress<'_>) -> ControlFlow<()> {
        match self.0.load(Ordering::Relaxed) {
            0 => ControlFlow::Break(()),
            usize::MAX => ControlFlow::Continue(()),
            left => {
                self.0.store(left - 1, Ordering::Relaxed);
                ControlFlow::Continue(())
            }
        }
    }
}

/// A desk with the folder it works in and a clock that tests move.
pub struct Place {
    pub desk: Desk,
    pub folder: tempfile::TempDir,
    clock: Arc<AtomicI64>,
    calls_off: Arc<CallsOff>,
}

pub const PASSPHRASE: &str = "four quiet brown horses";
/// Tuesday 24 November 2026, 2.00 pm in London.
pub const MEETING_BEGINS: i64 = 1_795_528_800_000;

fn desk_in(folder: &Path, clock: Arc<AtomicI64>, listener: Arc<CallsOff>, keys: desk::KeyPolicy) -> Desk {
    Desk::new(Surroundings {
        // Because a desk that is set up again must not give out what the one before it gave.
        ids: Box::new(Counted(Cell::new(u128::from(clock.load(Ordering::Relaxed).unsigned_abs()) << 20))),
        now: Box::new(move || Moment(clock.load(Ordering::Relaxed))),
        today: None,
        listener,
        folder: folder.join("hub"),
        sample_folder: folder.join("sample"),
        keys,
    })
}

impl Place {
    /// A desk with no hub yet, on the day of the meeting at two.
    pub fn empty() -> Self {
        Self::under(desk::KeyPolicy::for_tests())
    }

    /// The same, with keys as strong as `keys` demands.
    pub fn under(keys: desk::KeyPolicy) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let clock = Arc::new(AtomicI64::new(MEETING_BEGINS));
        let told = Arc::clone(&clock);
        let calls_off = Arc::new(CallsOff(AtomicUsize::new(usize::MAX)));
        let desk = desk_in(folder.path(), told, Arc::clone(&calls_off), keys);
        Self { desk, folder, clock, calls_off }
    }

    /// A desk with a new hub, opened by its chair.
    pub fn with_hub() -> Self {
        Self::with_hub_of(Role::Chair)
    }

    /// A desk with a new hub, opened by somebody of `role`.
    pub fn with_hub_of(role: Role) -> Self {
        let mut place = Self::empty();
        let request = CreateHub {
            hub: "Northbridge Community Safety Hub".into(),
            person: "Alex Marsh".into(),
            role,
            passphrase: PASSPHRASE.into(),
            second: None,
        };
        commands::create_hub(&mut place.desk, request).expect("a new hub");
        place
    }

    /// Calls every task off after so many of its steps, from now on; absent lets them run to their end.
    pub fn call_off_after(&mut self, steps: Option<usize>) {
        self.calls_off.0.store(steps.unwrap_or(usize::MAX), Ordering::Relaxed);
    }

    /// Closes the program and opens it again, unlocked.
    pub fn restart(&mut self) {
        self.desk.close();
        let (clock, listener) = (Arc::clone(&self.clock), Arc::clone(&self.calls_off));
        self.desk = desk_in(self.folder.path(), clock, listener, desk::KeyPolicy::for_tests());
        commands::unlock(&mut self.desk, Unlock { passphrase: PASSPHRASE.into(), user: None })
            .expect("the hub unlocked");
    }

    /// Moves the clock on, or back.
    pub fn after_minutes(&mut self, minutes: i64) {
        self.clock.fetch_add(minutes * 60_000, Ordering::Relaxed);
    }
}

/// Returns the text of a paper in the order in which it was drawn.
pub fn text_of(pdf: &Path) -> String {
    let read = Command::new("pdftotext").arg("-raw").arg(pdf).arg("-").output().expect("pdftotext");
    assert!(read.status.success(), "{}: {}", pdf.display(), String::from_utf8_lossy(&read.stderr));
    String::from_utf8(read.stdout).expect("the text of a paper")
}
