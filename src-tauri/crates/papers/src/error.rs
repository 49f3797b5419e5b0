//! What can stop a paper from being made.

/// Says why a paper could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// The caller asked to stop.
    #[error("The paper was stopped before it was finished; nothing was written.")]
    Stopped,
    /// A bundled face cannot be read: the program's own files are damaged.
    #[error("The typeface {0} inside the program cannot be read. Please install Hub Tasking again.")]
    Face(&'static str),
    /// A face could not be cut down to the characters that the paper uses.
    #[error("The typeface {face} could not be prepared for the paper: {reason}.")]
    Subset {
        /// The face's file name.
        face: &'static str,
        /// The subsetter's own words.
        reason: String,
    },
    /// The writer complained: a paper with a warning is not handed out.
    #[error("The paper could not be written without a fault: {0}.")]
    Writer(String),
    /// The password of a copy is empty, or longer than what readers look at.
    #[error("A password needs at least one character and at most {longest} bytes.")]
    Password {
        /// The most bytes that count.
        longest: usize,
    },
    /// A copy could not be locked.
    #[error("The copy could not be locked with a password: {0}.")]
    Locking(String),
    /// Pages were asked for that the paper does not have.
    #[error("The paper has {}; ask for the first and the last one of them.", pages_in_words(*.pages))]
    NoSuchPages {
        /// How many it has.
        pages: usize,
    },
    /// The finished document could not be put into bytes.
    #[error("The paper could not be put together: {0}.")]
    Finishing(String),
}

fn pages_in_words(pages: usize) -> String {
    domain::words::count(pages, "page", "pages")
}
