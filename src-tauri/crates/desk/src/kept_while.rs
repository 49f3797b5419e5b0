//! Something that is made of the record and kept while nobody changes what it is made of, because the room asks for it at
//! every key.

use std::cell::RefCell;
use std::sync::Arc;

use store::Store;

use crate::failure::Failure;

/// A thing made of records of some kinds.
pub struct KeptWhile<T> {
    /// The kinds, as the audit names them.
    kinds: &'static [&'static str],
    /// What was made last, and how often those records had changed by then.
    kept: RefCell<Option<(u64, Arc<T>)>>,
}

impl<T> KeptWhile<T> {
    /// Returns the place for a thing made of records of these kinds; nothing is kept there yet.
    pub const fn of(kinds: &'static [&'static str]) -> Self {
        Self { kinds, kept: RefCell::new(None) }
    }

    /// Returns what is kept, or what is made now where a record has changed since.
    ///
    /// # Errors
    ///
    /// When it cannot be made.
    pub fn or(&self, store: &Store, make: impl FnOnce() -> Result<T, Failure>) -> Result<Arc<T>, Failure> {
        let changes = store.changes_of(self.kinds);
        let kept = self.kept.borrow().clone();
        if let Some((_, kept)) = kept.filter(|(then, _)| *then == changes) {
            return Ok(kept);
        }
        let made = Arc::new(make()?);
        *self.kept.borrow_mut() = Some((changes, Arc::clone(&made)));
        Ok(made)
    }
}
