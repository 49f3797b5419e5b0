//! The random key of the database.

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::error::StoreError;

/// The bytes of a data key.
pub(crate) const LENGTH: usize = 32;

/// The key with which the database is encrypted; erased from memory when dropped, and never printed.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub(crate) struct DataKey([u8; LENGTH]);

impl DataKey {
    /// Returns a new random key.
    pub fn random() -> Result<Self, StoreError> {
        let mut key = Self([0; LENGTH]);
        getrandom::fill(&mut key.0).map_err(|_| StoreError::NoRandomness)?;
        Ok(key)
    }

    /// Returns the key of `bytes`; nothing when they are not as many as a key has.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// Returns the key's bytes.
    pub fn bytes(&self) -> &[u8; LENGTH] {
        &self.0
    }

    /// Returns the key in hexadecimal, in a text that is erased when dropped.
    pub fn hexadecimal(&self) -> Zeroizing<String> {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        // Room for all of it at once, because a text that grows leaves copies behind.
        let mut text = Zeroizing::new(String::with_capacity(2 * LENGTH));
        for byte in self.0 {
            text.push(char::from(DIGITS[usize::from(byte >> 4)]));
            text.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
        text
    }
}

impl std::fmt::Debug for DataKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("DataKey")
    }
}
