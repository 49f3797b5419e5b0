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

impl KeyFile {
    /// Opens the slot that `passphrase` fits, counting wrong attempts in `folder`.
    pub fn unlock(
        &self,
        folder: &Path,
        passphrase: &SecretString,
        now: Moment,
        policy: KeyPolicy,
    ) -> Result<(DataKey, UserId), StoreError> {
        let attempts = Attempts::ready(folder, now)?;
        let secret = passphrase.expose_secret().as_bytes();
        let opened = self.opened_by(SlotKind::Passphrase, secret, policy)?;
        let Some((key, slot)) = opened else {
            attempts.count_wrong(folder, now)?;
            return Err(StoreError::WrongPassphrase);
        };
        attempts.forget(folder)?;
        Ok((key, slot.holder()?))
    }

    /// Opens the slot of the recovery key, counting wrong attempts in `folder` as for a passphrase.
    pub fn recover(
        &self,
        folder: &Path,
        recovery: &RecoveryKey,
        now: Moment,
        policy: KeyPolicy,
    ) -> Result<DataKey, StoreError> {
        let attempts = Attempts::ready(folder, now)?;
        let opened = self.opened_by(SlotKind::Recovery, recovery.shown().as_bytes(), policy)?;
        let Some((key, _)) = opened else {
            attempts.count_wrong(folder, now)?;
            return Err(StoreError::WrongRecoveryKey);
        };
        attempts.forget(folder)?;
        Ok(key)
    }

    /// Returns the key and the slot of a kind that `secret` opens; nothing when there is none.
    fn opened_by(
        &self,
        kind: SlotKind,
        secret: &[u8],
        policy: KeyPolicy,
    ) -> Result<Option<(DataKey, &Slot)>, StoreError> {
        let slots = || self.slots.iter().filter(|slot| slot.kind == kind);
        // All before any, because a weak slot anywhere means that the key file was tampered with.
        if let Some(weak) = slots().find(|slot| !policy.accepts(slot.argon2)) {
            let whose = weak.user.as_ref().map_or("the recovery key", |user| user.name.as_str());
            return Err(StoreError::WeakKey(whose.to_owned()));
        }
        for slot in slots() {
            if let Some(key) = slot.unwrap_with(self.hub_id, secret)? {
                return Ok(Some((key, slot)));
            }
        }
        Ok(None)
    }
}

impl Slot {
    fn holder(&self) -> Result<UserId, StoreError> {
        let user = self.user.as_ref();
        user.map(|user| user.id).ok_or_else(|| StoreError::damaged("a slot of the key file names nobody"))
    }
}
