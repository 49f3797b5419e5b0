//! The desk: one open hub, with the clock, the identifiers and the listener that the shell hands in.

use std::collections::HashSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use domain::clock_time::ClockTime;
use domain::clock_watch::{ClockWatch, Interruption};
use domain::ids::IdSource;
use domain::moment::Moment;
use domain::rights::Right;
use store::{Author, KeyPolicy, Reader, SignedIn, Store, Writer};
use uuid::Uuid;

use crate::action_rows::{self, KeptRowBasis};
use crate::failure::{Code, Failure};
use crate::kept_facts::KeptFacts;
use crate::known::{self, KnownPeople};
use crate::london;
use crate::papers::KeptPreview;

/// Gives out identifiers for the desk, which may live on a thread of its own.
pub type Identifiers = Box<dyn IdSource + Send>;

/// Hears what happens at the desk; the shell passes it on to every open window.
pub trait Listener: Send + Sync {
    /// Says which kinds of records changed, such as `case` and `action`, and how many changes there were since the program
    /// began: a view that holds as many holds this one.
    fn changed(&self, what: &[&str], changes: u32);

    /// Says how far a long task has come; breaking calls it off where that is still possible.
    fn progress(&self, step: Progress<'_>) -> ControlFlow<()>;
}

/// How far a long task has come.
#[derive(Clone, Copy, Debug)]
pub struct Progress<'a> {
    /// The task: `import`, `paper`, `sample`.
    pub task: &'a str,
    /// Steps done.
    pub done: usize,
    /// Steps in all.
    pub total: usize,
    /// What is being done, in words.
    pub words: &'a str,
}

/// Listens to nothing and calls nothing off.
pub struct NoListener;

impl Listener for NoListener {
    fn changed(&self, _what: &[&str], _changes: u32) {}

    fn progress(&self, _step: Progress<'_>) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// What the desk needs from outside and never asks the system for.
pub struct Surroundings {
    /// Tells the instant.
    pub now: Box<dyn Fn() -> Moment + Send>,
    /// The day to take for today; absent to take London's date of the instant.
    pub today: Option<NaiveDate>,
    /// Gives out identifiers.
    pub ids: Identifiers,
    /// Hears what happens.
    pub listener: Arc<dyn Listener>,
    /// The folder that holds the hub.
    pub folder: PathBuf,
    /// The folder for a sample hub beside it.
    pub sample_folder: PathBuf,
    /// How strong keys must be.
    pub keys: KeyPolicy,
}

/// The desk.
pub struct Desk {
    surroundings: Surroundings,
    /// The folder that the desk was set up on, to which the way from the sample hub leads back.
    own_folder: PathBuf,
    hub: Option<OpenHub>,
    /// How many changes every window was told of.
    changes: u32,
    watch: ClockWatch,
    /// What interrupted the program's time, until the room settles it.
    interruptions: Vec<Interruption>,
    /// Whether the audience sees nothing, whatever the record says is shown.
    projector_withheld: bool,
    papers_left: Vec<String>,
    /// Whether a copy of the record is due.
    pub(crate) copy_due: bool,
    /// Whether such a copy is being made on another thread.
    pub(crate) copying: bool,
    /// Why the last copy that was due could not be made; absent when it could.
    pub(crate) copy_refused: Option<String>,
}

/// An open hub and who opened it.
pub struct OpenHub {
    /// The record.
    pub store: Store,
    /// Who opened it.
    pub user: SignedIn,
    /// Whom it knows.
    pub(crate) known: KnownPeople,
    /// What rows of actions are made with.
    pub(crate) row_basis: KeptRowBasis,
    /// The items of the meeting, and what they are about.
    pub(crate) facts: KeptFacts,
    /// The paper that is being looked at; absent when none is.
    pub(crate) preview: Option<KeptPreview>,
    /// Whether the recovery key opened it, and nobody was given a passphrase since.
    pub(crate) recovered: bool,
    /// What was looked at since it was opened, so that each record is noted once.
    pub(crate) looked_at: HashSet<Uuid>,
}

impl Desk {
    /// Sets up a desk with no hub open.
    pub fn new(surroundings: Surroundings) -> Self {
        let watch = ClockWatch::begin((surroundings.now)());
        let own_folder = surroundings.folder.clone();
        Self {
            own_folder,
            surroundings,
            hub: None,
            changes: 0,
            watch,
            interruptions: Vec::new(),
            projector_withheld: false,
            papers_left: Vec::new(),
            copy_due: false,
            copying: false,
            copy_refused: None,
        }
    }

    /// Returns the instant.
    pub fn now(&self) -> Moment {
        (self.surroundings.now)()
    }

    /// Returns today's date.
    pub fn today(&self) -> NaiveDate {
        self.surroundings.today.unwrap_or_else(|| london::date(self.now()))
    }

    /// Returns the time of day.
    pub fn clock(&self) -> ClockTime {
        london::time(self.now())
    }

    /// Returns the folder that holds the hub.
    pub fn folder(&self) -> &Path {
        &self.surroundings.folder
    }

    /// Returns the folder that the desk was set up on, also while it works on the sample hub.
    pub fn own_folder(&self) -> &Path {
        &self.own_folder
    }

    /// Returns the folder for a sample hub.
    pub fn sample_folder(&self) -> &Path {
        &self.surroundings.sample_folder
    }

    /// Returns how strong keys must be.
    pub fn keys(&self) -> KeyPolicy {
        self.surroundings.keys
    }

    /// Returns where identifiers come from.
    pub fn ids(&mut self) -> &mut Identifiers {
        &mut self.surroundings.ids
    }

    /// Returns how many changes every window was told of.
    pub fn changes(&self) -> u32 {
        self.changes
    }

    /// Tells every window which kinds of records changed.
    pub fn tell(&mut self, what: &[&str]) {
        self.changes += 1;
        self.surroundings.listener.changed(what, self.changes);
    }

    /// Returns who listens.
    pub fn listener(&self) -> Arc<dyn Listener> {
        Arc::clone(&self.surroundings.listener)
    }

    /// Works on the hub in `folder` from now on; closes the one that was open.
    pub fn move_to(&mut self, folder: PathBuf) {
        self.hub = None;
        self.surroundings.folder = folder;
    }

    /// Puts an opened hub on the desk.
    pub fn put(&mut self, store: Store, user: SignedIn) {
        self.hub = Some(OpenHub {
            store,
            user,
            known: known::nobody_yet(),
            row_basis: action_rows::no_basis_yet(),
            facts: KeptFacts::default(),
            preview: None,
            recovered: false,
            looked_at: HashSet::new(),
        });
    }

    /// Looks at the clock, as the shell does several times a minute; tells every window when it did not go on as it should.
    pub fn look_at_clock(&mut self) {
        let found = self.watch.look(self.now());
        self.interrupted(found);
        if matches!(found, Some(Interruption::Slept(_))) {
            self.lock_after_sleep();
        }
    }

    /// Takes the clock as it is, because a meeting that ends now went on until now; one that was set back is told all the same.
    pub(crate) fn take_clock(&mut self) {
        let found = self.watch.look(self.now());
        self.interrupted(found.filter(|found| matches!(found, Interruption::SetBack(_))));
    }

    /// Compares the clock with the last thing that the record holds.
    pub fn compare_clock(&mut self, last_written: Moment) {
        let found = self.watch.open(last_written, self.now());
        self.interrupted(found);
    }

    fn interrupted(&mut self, found: Option<Interruption>) {
        if let Some(found) = found {
            self.interruptions.push(found);
            self.tell(&["clock"]);
        }
    }

    /// Keeps everything from the audience, or no longer, whatever the record says is shown.
    pub fn withhold_projector(&mut self, withheld: bool) {
        self.projector_withheld = withheld;
    }

    /// Returns whether everything is kept from the audience.
    pub fn withholds_projector(&self) -> bool {
        self.projector_withheld
    }

    /// Returns what interrupted the program's time and was not settled yet.
    pub fn interruptions(&self) -> &[Interruption] {
        &self.interruptions
    }

    /// Takes it that somebody was given a passphrase since the recovery key opened the hub.
    pub(crate) fn settle_recovery(&mut self) {
        if let Some(open) = &mut self.hub {
            open.recovered = false;
        }
    }

    /// Forgets what interrupted the program's time.
    pub fn settle_interruptions(&mut self) {
        self.interruptions.clear();
    }

    /// Closes the hub; nothing happens when none is open.
    pub fn close(&mut self) {
        self.hub = None;
    }

    /// Removes the papers that were laid out for viewing, when the hub is open: nobody else may have laid them there.
    pub fn remove_papers(&mut self) {
        if self.hub.is_some() {
            self.papers_left = crate::papers::clear_private_folder(self.folder());
        }
    }

    /// Returns the papers that could not be removed, because another program held them open.
    pub fn papers_left(&self) -> &[String] {
        &self.papers_left
    }

    /// Returns the open hub; absent while locked.
    pub fn opened(&self) -> Option<&OpenHub> {
        self.hub.as_ref()
    }

    /// Returns the open hub, or the failure that brings up the unlock screen.
    pub fn hub(&self) -> Result<&OpenHub, Failure> {
        self.hub.as_ref().ok_or_else(|| Failure::of(Code::Locked, "The hub is locked"))
    }

    /// Returns the open hub to change what is kept beside its record.
    pub(crate) fn hub_mut(&mut self) -> Result<&mut OpenHub, Failure> {
        self.hub.as_mut().ok_or_else(|| Failure::of(Code::Locked, "The hub is locked"))
    }

    /// Lets through whoever holds `right`.
    pub fn allow(&self, right: Right) -> Result<(), Failure> {
        match right {
            Right::Open => Ok(()),
            _ => Ok(self.hub()?.user.role.allow(right)?),
        }
    }

    /// Reads the record.
    pub fn read<T>(&self, work: impl FnOnce(&Reader<'_>) -> Result<T, Failure>) -> Result<T, Failure> {
        self.hub()?.store.read(work)
    }

    /// Writes the record in one transaction and tells every window which kinds of records changed; nobody when `what` is
    /// empty.
    pub fn write<T>(
        &mut self,
        what: &[&str],
        work: impl FnOnce(&mut Writer<'_>, &mut Identifiers) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.write_in_name_of(None, what, work)
    }

    /// Writes the record in the name of a meeting's chair; the audit holds both the chair and who typed.
    pub fn write_in_name_of<T>(
        &mut self,
        chair: Option<&str>,
        what: &[&str],
        work: impl FnOnce(&mut Writer<'_>, &mut Identifiers) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let now = self.now();
        let Self { surroundings, hub, .. } = self;
        let hub = hub.as_mut().ok_or_else(|| Failure::of(Code::Locked, "The hub is locked"))?;
        let author = Author { user: hub.user.id, in_name_of: chair.map(str::to_owned) };
        let ids = &mut surroundings.ids;
        let written = hub.store.write(&author, now, |writer| work(writer, ids))?;
        if !what.is_empty() {
            self.tell(what);
        }
        Ok(written)
    }
}
