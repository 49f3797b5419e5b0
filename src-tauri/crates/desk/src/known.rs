//! Everybody whom the hub knows, kept ready: their names are replaced in what the audience sees, and thousands of names
//! take longer than a key may.

use std::sync::Arc;

use domain::redaction::Known;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::kept_while::KeptWhile;

/// Whom the hub knew when somebody asked last.
pub type KnownPeople = KeptWhile<Known>;

/// The kinds of records that say whom the hub knows, as the audit names them; a disposal forgets people.
const KINDS: &[&str] = &["subject", "officer", "disposal"];

/// Returns the place where it is kept.
pub const fn nobody_yet() -> KnownPeople {
    KeptWhile::of(KINDS)
}

impl Desk {
    /// Returns everybody whom the hub knows, ready to be looked for in texts.
    pub fn known(&self) -> Result<Arc<Known>, Failure> {
        let hub = self.hub()?;
        hub.known.or(&hub.store, || {
            let known = self.read(|reader| {
                let officers = reader.list_officers()?.into_iter().map(|officer| officer.name).collect();
                Ok(Known::new(reader.list_subjects()?, officers))
            })?;
            known.below_full();
            Ok(known)
        })
    }
}
