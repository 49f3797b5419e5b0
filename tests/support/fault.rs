//! What went wrong in a step of a test, as a sentence.

use std::fmt;

/// A fault with its sentence; made from any error or text by `?` and `into`.
pub struct Fault(String);

/// What a step of a test hands back: a value, or a sentence that says what went wrong.
pub type Outcome<T> = Result<T, Fault>;

impl<E: fmt::Display> From<E> for Fault {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

// Because a test that returns a fault shows it by `Debug`, and quoted line ends are hard to read.
impl fmt::Debug for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}
