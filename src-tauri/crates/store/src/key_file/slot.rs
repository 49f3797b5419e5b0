//! Slots: the data key, wrapped under a passphrase or the recovery key.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use domain::ids::UserId;
use domain::rights::Role;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::cost::KeyCost;
use super::data_key::DataKey;
use crate::error::StoreError;

/// What opens a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SlotKind {
    /// A user's passphrase.
    Passphrase,
    /// The recovery key.
    Recovery,
}

/// Whose passphrase opens a slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SlotUser {
    pub id: UserId,
    pub name: String,
    pub role: Role,
}

/// One slot of the key file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Slot {
    pub id: Uuid,
    pub kind: SlotKind,
    /// Whose it is; absent for the recovery key.
    pub user: Option<SlotUser>,
    /// Which of the hub's data keys it holds: each that takes the place of another has the next number.
    #[serde(default)]
    pub generation: u32,
    pub argon2: KeyCost,
    #[serde(with = "super::file::hexadecimal")]
    pub salt: Vec<u8>,
    #[serde(with = "super::file::hexadecimal")]
    pub nonce: Vec<u8>,
    #[serde(with = "super::file::hexadecimal")]
    pub wrapped_key: Vec<u8>,
}

const SALT: usize = 16;
const NONCE: usize = 24;

/// Returns a random key for something outside the record.
pub fn random_key() -> Result<[u8; 32], StoreError> {
    random()
}

/// Returns random bytes.
fn random<const LENGTH: usize>() -> Result<[u8; LENGTH], StoreError> {
    let mut bytes = [0; LENGTH];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::NoRandomness)?;
    Ok(bytes)
}

impl Slot {
    /// Wraps `key` under `secret`.
    pub fn wrap(
        hub: Uuid,
        kind: SlotKind,
        user: Option<SlotUser>,
        secret: &[u8],
        cost: KeyCost,
        key: &DataKey,
    ) -> Result<Self, StoreError> {
        let id = uuid::Builder::from_random_bytes(random()?).into_uuid();
        let mut slot = Self {
            id,
            kind,
            user,
            generation: 0,
            argon2: cost,
            salt: random::<SALT>()?.to_vec(),
            nonce: random::<NONCE>()?.to_vec(),
            wrapped_key: Vec::new(),
        };
        let (cipher, nonce) = slot.cipher(secret)?;
        let payload = Payload { msg: key.bytes(), aad: &slot.bound_to(hub) };
        slot.wrapped_key = cipher.encrypt(&nonce, payload).map_err(|_| unfit())?;
        Ok(slot)
    }

    /// Returns the key when `secret` opens the slot; nothing when it does not.
    pub fn unwrap_with(&self, hub: Uuid, secret: &[u8]) -> Result<Option<DataKey>, StoreError> {
        let (cipher, nonce) = self.cipher(secret)?;
        let payload = Payload { msg: &self.wrapped_key, aad: &self.bound_to(hub) };
        let Ok(bytes) = cipher.decrypt(&nonce, payload) else { return Ok(None) };
        DataKey::of(&Zeroizing::new(bytes)).map(Some).ok_or_else(unfit)
    }

    fn cipher(&self, secret: &[u8]) -> Result<(XChaCha20Poly1305, XNonce), StoreError> {
        let KeyCost { m_kib, t, p } = self.argon2;
        let params = Params::new(m_kib, t, p, Some(32)).map_err(|_| unfit())?;
        let mut derived = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(secret, &self.salt, derived.as_mut())
            .map_err(|_| unfit())?;
        let nonce: [u8; NONCE] = self.nonce.as_slice().try_into().map_err(|_| unfit())?;
        Ok((XChaCha20Poly1305::new(&Key::from(*derived)), XNonce::from(nonce)))
    }

    /// Returns what the wrapped key is bound to: hub, slot, kind and whose it is, so that a slot moved to another hub or
    /// to another user does not open. What the user may do stands in the encrypted record, not here.
    fn bound_to(&self, hub: Uuid) -> Vec<u8> {
        let user = self.user.as_ref().map(|user| user.id);
        let bound = serde_json::json!([hub, self.id, self.kind, user]);
        bound.to_string().into_bytes()
    }
}

fn unfit() -> StoreError {
    StoreError::damaged("a slot of the key file is not whole")
}
