//! A hub with somebody of every role, and a clock that goes on.

use chrono::NaiveDate;
use desk::commands;
use desk::failure::Failure;
use desk::wire::everything::*;
use domain::ids::UserId;
use domain::moment::Moment;
use domain::rights::Role;
use domain::settings::Settings;
use secrecy::SecretString;
use serde_json::Value;
use store::{Digests, KeyCost, NewHub, NewUser, Reader, Store};
use uuid::Uuid;

use crate::inventing::Dice;
use crate::support::{MEETING_BEGINS, Place};

pub struct Hub {
    pub place: Place,
}

fn passphrase(role: Role) -> String {
    format!("four quiet horses of {role:?}")
}

impl Hub {
    pub fn new() -> Self {
        let place = Place::empty();
        let user = |(number, role): (usize, Role)| NewUser {
            id: UserId(Uuid::from_u128(number as u128 + 1)),
            name: format!("{role:?} Marsh"),
            role,
            passphrase: SecretString::from(passphrase(role)),
        };
        let hub = NewHub {
            settings: Settings::of_new_hub("Northbridge"),
            hub_id: Uuid::from_u128(100),
            device_id: Uuid::from_u128(101),
            users: crate::ROLES.into_iter().enumerate().map(user).collect(),
            cost: KeyCost::for_tests(),
            now: Moment(MEETING_BEGINS),
        };
        drop(Store::create(place.desk.folder(), hub).unwrap());
        let area = |name: &str| AddArea { name: name.into() };
        let mut hub = Self { place };
        hub.sign_in(Role::Chair);
        for name in ["Harbour", "Northgate"] {
            commands::add_area(&mut hub.place.desk, area(name)).unwrap();
        }
        hub
    }

    pub fn sign_in(&mut self, role: Role) {
        commands::unlock(&mut self.place.desk, Unlock { passphrase: passphrase(role), user: None }).unwrap();
    }

    pub fn call(&mut self, command: &str, request: Value) -> Result<Value, Failure> {
        commands::dispatch(&mut self.place.desk, command, request)
    }

    pub fn move_clock(&mut self, dice: &mut Dice) {
        // Mostly minutes, as in a meeting; every now and then some days.
        let minutes = if dice.chance(3) { 1440 * (1 + dice.below(6)) } else { dice.below(4) };
        self.place.after_minutes(i64::try_from(minutes).unwrap());
    }

    pub fn today(&self) -> NaiveDate {
        self.place.desk.today()
    }

    pub fn read<T>(&self, work: impl FnOnce(&Reader<'_>) -> Result<T, Failure>) -> T {
        self.place.desk.read(work).unwrap()
    }

    pub fn store(&self) -> &Store {
        &self.place.desk.opened().unwrap().store
    }

    pub fn audit_rows(&self) -> u64 {
        self.read(|reader| Ok(reader.audit_head()?.serial))
    }

    /// Returns how many rows of the audit were written after `head`, without the notes that somebody looked.
    pub fn written_since(&self, head: u64) -> u64 {
        let rows = self.read(|reader| Ok(reader.written_since(head)?));
        rows.iter().filter(|(kind, _)| kind != "view").count() as u64
    }

    pub fn digests(&self) -> Digests {
        self.store().digests().unwrap()
    }
}
