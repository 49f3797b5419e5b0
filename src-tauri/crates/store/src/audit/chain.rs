//! The chain: what an audit row's hash covers.

use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A hash of the chain.
pub(crate) type Hash = [u8; 32];

/// What comes before the first row.
pub(crate) const BEGINNING: Hash = [0; 32];

/// An audit row without its own hash.
pub(crate) struct Link<'a> {
    pub device: Uuid,
    pub serial: i64,
    pub at: i64,
    pub user: Uuid,
    pub in_name_of: Option<&'a str>,
    pub kind: &'a str,
    pub row_id: &'a [u8],
    pub value_hash: Hash,
    pub previous: Hash,
}

impl Link<'_> {
    /// Returns the row's hash. Lengths stand before texts, so that nothing can move from one column to the next.
    pub fn hash(&self) -> Hash {
        let mut hasher = Sha256::new();
        hasher.update(b"hub audit 1");
        hasher.update(self.device.as_bytes());
        hasher.update(self.serial.to_be_bytes());
        hasher.update(self.at.to_be_bytes());
        hasher.update(self.user.as_bytes());
        hasher.update([u8::from(self.in_name_of.is_some())]);
        for part in [self.in_name_of.unwrap_or_default().as_bytes(), self.kind.as_bytes(), self.row_id] {
            hasher.update((part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
        hasher.update(self.value_hash);
        hasher.update(self.previous);
        hasher.finalize().into()
    }
}

/// Returns the hash of a value under its salt.
pub(crate) fn value_hash(salt: &[u8], value: &str) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update(salt);
    hasher.update(value.as_bytes());
    hasher.finalize().into()
}
