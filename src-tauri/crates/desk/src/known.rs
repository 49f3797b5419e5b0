//! Everybody whom the hub knows, kept ready: their names are replaced in what the audience sees, and thousands of names
//! take longer than a key may.

use std::cell::RefCell;
use std::sync::Arc;

use domain::redaction::Known;

use crate::desk::Desk;
use crate::failure::Failure;

/// The kinds of records that say whom the hub knows, as the audit names them; a disposal forgets people.
const KINDS: &[&str] = &["subject", "officer", "disposal"];

/// Whom the hub knew when somebody asked last, and how often that had changed by then.
#[derive(Default)]
pub struct KnownPeople(RefCell<Option<(u64, Arc<Known>)>>);

impl Desk {
    /// Returns everybody whom the hub knows, ready to be looked for in texts.
    pub fn known(&self) -> Result<Arc<Known>, Failure> {
        let hub = self.hub()?;
        let changes = hub.store.changes_of(KINDS);
        let kept = hub.known.0.borrow().clone();
        if let Some((_, known)) = kept.filter(|(then, _)| *then == changes) {
            return Ok(known);
        }
        let known = self.read(|reader| {
            let officers = reader.list_officers()?.into_iter().map(|officer| officer.name).collect();
            Ok(Arc::new(Known::new(reader.list_subjects()?, officers)))
        })?;
        known.below_full();
        *hub.known.0.borrow_mut() = Some((changes, Arc::clone(&known)));
        Ok(known)
    }
}
