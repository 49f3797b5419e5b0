//! Unlocking: finding the slot that a passphrase opens.

use std::path::Path;

use domain::ids::UserId;
use domain::moment::Moment;
use domain::rights::Role;
use secrecy::{ExposeSecret, SecretString};

use super::attempts::Attempts;
use super::cost::KeyPolicy;
use super::data_key::DataKey;
use super::file::KeyFile;
use super::recovery::RecoveryKey;
use super::slot::{Slot, SlotKind};
use crate::error::StoreError;

/// Who opened the hub.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The user's key.
    pub id: UserId,
    /// The name.
    pub name: String,
    /// What the person may do.
    pub role: Role,
}

/// A data key that a secret opened, and whose slot held it.
#[derive(Clone)]
pub(crate) struct OpenedSlot {
    pub key: DataKey,
    /// Whose passphrase it was; absent for the recovery key.
    pub user: Option<UserId>,
    /// Which of the hub's data keys it is.
    pub generation: u32,
}

/// What somebody opens the hub with.
pub(crate) enum Secret<'a> {
    /// A passphrase, of the user of that name where one is named.
    Passphrase(&'a SecretString, Option<&'a str>),
    /// The recovery key.
    Recovery(&'a RecoveryKey),
}

impl KeyFile {
    /// Opens the slots that `secret` fits, counting wrong attempts in `folder`. The newest data key stands first: there is
    /// another one only where the power failed while it was being renewed.
    pub fn unlock(
        &self,
        folder: &Path,
        secret: &Secret<'_>,
        now: Moment,
        policy: KeyPolicy,
    ) -> Result<Vec<OpenedSlot>, StoreError> {
        let attempts = Attempts::ready(folder, now)?;
        let opened = self.opened_by(secret, policy)?;
        if opened.is_empty() {
            attempts.count_wrong(folder, now)?;
            return Err(match secret {
                Secret::Passphrase(..) => StoreError::WrongPassphrase,
                Secret::Recovery(_) => StoreError::WrongRecoveryKey,
            });
        }
        attempts.forget(folder)?;
        Ok(opened)
    }

    fn opened_by(&self, secret: &Secret<'_>, policy: KeyPolicy) -> Result<Vec<OpenedSlot>, StoreError> {
        let (kind, name, bytes) = match secret {
            Secret::Passphrase(passphrase, name) => {
                (SlotKind::Passphrase, *name, passphrase.expose_secret().as_bytes())
            }
            Secret::Recovery(recovery) => (SlotKind::Recovery, None, recovery.shown().as_bytes()),
        };
        let slots = || self.slots.iter().filter(|slot| slot.kind == kind);
        // All before any, because a weak slot anywhere means that the key file was tampered with.
        if let Some(weak) = slots().find(|slot| !policy.accepts(slot.argon2)) {
            let whose = weak.user.as_ref().map_or("the recovery key", |user| user.name.as_str());
            return Err(StoreError::WeakKey(whose.to_owned()));
        }
        let named = |slot: &&Slot| {
            name.is_none_or(|name| {
                slot.user.as_ref().is_some_and(|user| user.name.eq_ignore_ascii_case(name))
            })
        };
        let mut opened: Vec<OpenedSlot> = Vec::new();
        for slot in slots().filter(named) {
            // One of each data key is enough, and each further one costs the person a wait.
            if opened.iter().any(|found| found.generation == slot.generation) {
                continue;
            }
            if let Some(key) = slot.unwrap_with(self.hub_id, bytes)? {
                opened.push(OpenedSlot { key, user: slot.holder()?, generation: slot.generation });
            }
        }
        opened.sort_by_key(|found| std::cmp::Reverse(found.generation));
        Ok(opened)
    }
}

impl Slot {
    fn holder(&self) -> Result<Option<UserId>, StoreError> {
        match (self.kind, &self.user) {
            (SlotKind::Recovery, _) => Ok(None),
            (SlotKind::Passphrase, Some(user)) => Ok(Some(user.id)),
            (SlotKind::Passphrase, None) => Err(StoreError::damaged("a slot of the key file names nobody")),
        }
    }
}
