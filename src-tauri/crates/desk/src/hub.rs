//! The hub as a whole: creating, opening, locking, backing up.

use std::path::Path;

use domain::ids::UserId;
use domain::moment::Moment;
use domain::rights::{Right, Role};
use domain::settings::Settings;
use domain::users::told_apart;
use secrecy::SecretString;
use store::key_file::{self, HubState as Found};
use store::{NewHub, NewUser, RecoveryKey, SignedIn, Store, StoreError};

use crate::desk::Desk;
use crate::failure::{Code, Failure};
use crate::wire::everything::*;

/// The passphrase of every sample hub, shown on its unlock screen.
pub const SAMPLE_PASSPHRASE: &str = "sample";

/// The file that tells a sample hub from a real one before it is unlocked.
const SAMPLE_NOTE: &str = "sample.txt";

const RIGHTS: [Right; 11] = [
    Right::View,
    Right::Record,
    Right::Export,
    Right::Import,
    Right::BackUp,
    Right::Settings,
    Right::ApproveMinutes,
    Right::OverrideGate,
    Right::OverrideProjector,
    Right::Dispose,
    Right::ManageUsers,
];

pub fn hub_status(desk: &mut Desk, _request: Nothing) -> Result<HubStatus, Failure> {
    let mut status = HubStatus {
        state: HubState::Absent,
        refusal: None,
        folder: desk.folder().display().to_string(),
        hub: None,
        sample: is_sample(desk.folder()),
        own_hub: own_hub(desk),
        sample_passphrase: None,
        wait_seconds: 0,
        user: None,
        rights: Vec::new(),
        marking: None,
        papers_left: desk.papers_left().to_vec(),
        recovered: false,
        lock: None,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        today: desk.today(),
    };
    if let Some(open) = desk.opened() {
        let settings = desk.read(|reader| Ok(reader.settings()?))?;
        status.state = HubState::Open;
        status.sample = settings.sample;
        status.marking = Some(settings.shown_marking());
        status.hub = Some(settings.hub);
        status.recovered = open.recovered;
        status.lock = Some(settings.lock);
        status.rights = RIGHTS.into_iter().filter(|right| open.user.role.holds(*right)).collect();
        status.user = Some(UserView { name: open.user.name.clone(), role: open.user.role });
        return Ok(status);
    }
    status.sample_passphrase = status.sample.then(|| SAMPLE_PASSPHRASE.to_owned());
    match found_in(desk.folder(), desk.now()) {
        Ok(Found::Absent) => {}
        Ok(Found::Present { wait_ms, .. }) => {
            status.state = HubState::Locked;
            status.wait_seconds = u32::try_from((wait_ms + 999) / 1000).unwrap_or(u32::MAX);
        }
        Err(refusal) => {
            status.state = HubState::Refused;
            status.refusal = Some(refusal.to_string());
        }
    }
    Ok(status)
}

fn found_in(folder: &Path, now: Moment) -> Result<Found, StoreError> {
    store::place::examine(folder)?;
    key_file::peek(folder, now)
}

/// Returns how one's own hub stands while another one is at hand; absent when it is at hand itself.
fn own_hub(desk: &Desk) -> Option<HubState> {
    (desk.folder() != desk.own_folder()).then(|| match found_in(desk.own_folder(), desk.now()) {
        Ok(Found::Absent) => HubState::Absent,
        Ok(Found::Present { .. }) => HubState::Locked,
        Err(_) => HubState::Refused,
    })
}

fn is_sample(folder: &Path) -> bool {
    folder.join(SAMPLE_NOTE).exists()
}

pub fn create_hub(desk: &mut Desk, request: CreateHub) -> Result<CreatedHub, Failure> {
    let settings = Settings::of_new_hub(request.hub.trim()).checked()?;
    let mut holders = vec![("person", "passphrase", request.person, request.role, request.passphrase)];
    if let Some(second) = request.second {
        holders.push(("second_person", "second_passphrase", second.person, second.role, second.passphrase));
    }
    let mut users = Vec::with_capacity(holders.len());
    for (name_field, passphrase_field, person, role, passphrase) in holders {
        let user = new_user(desk, (name_field, passphrase_field), &person, role, passphrase)?;
        told_apart(&user.name, users.iter().map(|other: &NewUser| other.name.as_str()))
            .map_err(|taken| Failure::from(taken).at(name_field))?;
        users.push(user);
    }
    let recovery_key = create(desk, settings, users)?;
    Ok(CreatedHub { recovery_key })
}

fn new_user(
    desk: &mut Desk,
    (name_field, passphrase_field): (&str, &str),
    person: &str,
    role: Role,
    passphrase: String,
) -> Result<NewUser, Failure> {
    let name = person.trim().to_owned();
    if name.is_empty() {
        return Err(Failure::refused("Give the person’s name").at(name_field));
    }
    let passphrase = crate::users::chosen(&passphrase, &name, passphrase_field)?;
    Ok(NewUser { id: UserId::new(&mut **desk.ids()), name, role, passphrase })
}

/// Creates the hub of `settings` in the desk's folder, opens it for the first of `users`, and returns its recovery key.
fn create(desk: &mut Desk, settings: Settings, users: Vec<NewUser>) -> Result<String, Failure> {
    let signed_in =
        users.first().map(|user| SignedIn { id: user.id, name: user.name.clone(), role: user.role });
    let now = desk.now();
    let cost = desk.keys().cost();
    let (hub_id, device_id) = (desk.ids().next_id(), desk.ids().next_id());
    let hub = NewHub { settings, hub_id, device_id, users, cost, now };
    desk.close();
    let (store, recovery) = Store::create(desk.folder(), hub)?;
    if let Some(user) = signed_in {
        desk.put(store, user);
    }
    desk.tell(&["hub"]);
    Ok(recovery.shown().to_owned())
}

pub fn unlock(desk: &mut Desk, request: Unlock) -> Result<HubStatus, Failure> {
    desk.close();
    let (now, keys) = (desk.now(), desk.keys());
    let recovery = RecoveryKey::read(&request.passphrase).ok();
    let (store, user, with) = match &recovery {
        Some(recovery) => {
            let store = Store::open_by_recovery(desk.folder(), recovery, now, keys)?;
            let user = first_user(&store)?;
            (store, user, "recovery key")
        }
        None => {
            let typed = SecretString::from(request.passphrase);
            let (store, user) = Store::open_as(desk.folder(), request.user.as_deref(), &typed, now, keys)?;
            (store, user, "passphrase")
        }
    };
    let last_written = store.read(|reader| reader.last_written())?;
    desk.put(store, user);
    desk.hub_mut()?.recovered = recovery.is_some();
    desk.remove_papers();
    // Before the note of the opening, which alone is no news.
    if crate::backups::has_news(desk)? {
        desk.ask_for_copy();
    }
    if let Some(last_written) = last_written {
        desk.compare_clock(last_written);
    }
    desk.write(&["hub"], |writer, _| Ok(writer.note("unlock", None, &with)?))?;
    hub_status(desk, Nothing {})
}

/// Returns whom the recovery key opens the hub for: the first who can give people passphrases, because that is what it is for.
fn first_user(store: &Store) -> Result<SignedIn, Failure> {
    let users = store.read(|reader| reader.list_users())?;
    let active = users.into_iter().filter(|user| user.active);
    let first = active.min_by_key(|user| (!user.role.holds(Right::ManageUsers), user.id));
    let user = first.ok_or_else(|| Failure::of(Code::Damaged, "The hub knows no user any more"))?;
    Ok(SignedIn { id: user.id, name: user.name, role: user.role })
}

pub fn lock(desk: &mut Desk, _request: Nothing) -> Result<HubStatus, Failure> {
    desk.remove_papers();
    desk.close();
    desk.tell(&["hub", "locked"]);
    hub_status(desk, Nothing {})
}

/// Locks the hub when nobody has touched the window for as long as the settings say; a running meeting keeps it open unless
/// they say otherwise.
pub fn lock_when_idle(desk: &mut Desk, _request: Nothing) -> Result<HubStatus, Failure> {
    let asked_for = |settings: &Settings| settings.lock.idle_minutes > 0;
    let locks = desk.opened().is_some()
        && desk.read(|reader| Ok(asked_for(&reader.settings()?)))?
        && desk.may_lock_itself()?;
    match locks {
        true => lock(desk, Nothing {}),
        false => hub_status(desk, Nothing {}),
    }
}

impl Desk {
    /// Tells whether the hub may lock of itself: not under a meeting that is running, unless the settings say so.
    fn may_lock_itself(&self) -> Result<bool, Failure> {
        self.read(|reader| Ok(reader.settings()?.lock.in_room || crate::meetings::running(reader)?.is_none()))
    }

    /// Locks the hub when the computer slept, as it does when nobody has touched the window.
    pub(crate) fn lock_after_sleep(&mut self) {
        // A record that cannot be read is not left open.
        if self.opened().is_some() && self.may_lock_itself().unwrap_or(true) {
            // Nothing in it can be refused but the status, which nobody reads here.
            let _ = lock(self, Nothing {});
        }
    }
}

pub fn open_sample(desk: &mut Desk, _request: Nothing) -> Result<HubStatus, Failure> {
    let folder = desk.sample_folder().to_owned();
    desk.move_to(folder);
    if hub_status(desk, Nothing {})?.state == HubState::Absent {
        if let Err(failure) = crate::sample::create(desk, crate::sample::Shape::default()) {
            // Or the next hub to be created would lie where the sample belongs.
            desk.move_to(desk.own_folder().to_owned());
            return Err(failure);
        }
        desk.close();
    }
    desk.tell(&["hub"]);
    hub_status(desk, Nothing {})
}

pub fn leave_sample(desk: &mut Desk, _request: Nothing) -> Result<HubStatus, Failure> {
    desk.remove_papers();
    desk.move_to(desk.own_folder().to_owned());
    desk.tell(&["hub", "locked"]);
    hub_status(desk, Nothing {})
}

/// Creates a sample hub in the desk's folder and marks it as one; it stays open for the first of its users.
pub(crate) fn create_sample(desk: &mut Desk, settings: Settings, person: &str) -> Result<(), Failure> {
    let passphrase = SecretString::from(SAMPLE_PASSPHRASE.to_owned());
    let id = UserId::new(&mut **desk.ids());
    let user = NewUser { id, name: person.to_owned(), role: Role::Chair, passphrase };
    create(desk, Settings { sample: true, ..settings }, vec![user])?;
    let note = format!(
        "This folder holds a sample hub with invented people. Its passphrase is “{SAMPLE_PASSPHRASE}”.\n"
    );
    std::fs::write(desk.folder().join(SAMPLE_NOTE), note).map_err(Failure::disk)
}

pub fn check_hub(desk: &mut Desk, _request: Nothing) -> Result<CheckView, Failure> {
    let report = desk.hub()?.store.check()?;
    Ok(CheckView {
        sound: report.ok,
        rows: report.rows,
        audit_rows: report.audit_rows,
        problems: report.problems,
    })
}
