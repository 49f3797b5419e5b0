//! What can go wrong with the store, in sentences for the person at the screen.

use std::io;
use std::path::PathBuf;

use crate::lock::Holder;
use crate::place::PlaceError;

/// Says why the store could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The role of whoever asked does not hold the right.
    #[error(transparent)]
    NotAllowed(#[from] domain::rights::NotAllowed),
    /// The folder is not fit for a hub.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// There is no hub in the folder.
    #[error("There is no hub in {}", .0.display())]
    NoHub(PathBuf),
    /// There is a hub in the folder already.
    #[error("There is a hub in {} already; it was left as it is", .0.display())]
    HubExists(PathBuf),
    /// No user was named for a new hub.
    #[error("A hub needs at least one person with a passphrase")]
    NoUser,
    /// The passphrase is empty.
    #[error("Choose a passphrase for {0}")]
    NoPassphrase(String),
    /// The hub was written by a newer version of the program.
    #[error(
        "This hub was written by a newer version of the program (record {found}, this program knows up to {known}). \
         It was not opened and nothing was changed; install the newer version"
    )]
    Newer {
        /// The hub's schema version or key file format.
        found: u32,
        /// The highest this program knows.
        known: u32,
    },
    /// The key file or the database is damaged.
    #[error("The hub is damaged: {what}. It was not opened and nothing was changed; restore the last backup")]
    Damaged {
        /// What was found.
        what: String,
    },
    /// A slot of the key file is easier to guess than this program allows.
    #[error("The key of {0} is protected too weakly for this program, so the hub was not opened")]
    WeakKey(String),
    /// No slot opened with the passphrase.
    #[error("That is not the passphrase of this hub")]
    WrongPassphrase,
    /// No slot opened with the recovery key.
    #[error("That is not the recovery key of this hub")]
    WrongRecoveryKey,
    /// After too many wrong attempts, a wait.
    #[error("After {failed} wrong attempts, wait {} before the next one", seconds(*.wait_ms))]
    Wait {
        /// Wrong attempts in a row.
        failed: u32,
        /// Milliseconds to wait.
        wait_ms: i64,
    },
    /// Another program holds the hub.
    #[error("This hub is open already: {0}")]
    HeldBy(Holder),
    /// A row that never changes was to be changed.
    #[error("What stands in “{table}” is never changed; add a new entry instead")]
    AppendOnly {
        /// The table.
        table: &'static str,
    },
    /// A record that was disposed of.
    #[error("{0} was disposed of: its number is never given again, and what is left of it is only counted")]
    Spent(String),
    /// A column of which nobody said what a disposal leaves in it.
    #[error("What a disposal leaves in “{table}.{column}” is not declared, so nothing was disposed of")]
    NotDeclared {
        /// The table.
        table: String,
        /// The column.
        column: String,
    },
    /// A row that another row needs is not there.
    #[error("There is no such {0}")]
    NotThere(&'static str),
    /// A record names another that is not there; it holds what the database said.
    #[error("Something that was chosen is not in the record any more, so nothing was written; choose again")]
    NamesNothing(String),
    /// Two records claim the same number or place, or a history would change; it holds what the database said.
    #[error("The record already holds something in that place, so nothing was written")]
    Conflict(String),
    /// A column holds something that the program did not write.
    #[error("A row of the record cannot be read (column {column})")]
    Unreadable {
        /// Which column, from 1.
        column: usize,
    },
    /// A value could not be put into words.
    #[error("A value cannot be written down ({0})")]
    Unwritable(String),
    /// A copy does not agree with what was copied.
    #[error("The copy could not be verified and was not kept: {0}")]
    CopyDiffers(String),
    /// No backup could be restored.
    #[error("There is no backup in {} that is whole and opens with this passphrase; nothing was changed", .0.display())]
    NoGoodBackup(PathBuf),
    /// The disk refused.
    #[error("{doing} failed: {source}")]
    Disk {
        /// What was being done.
        doing: &'static str,
        /// What the system said.
        source: io::Error,
    },
    /// The disk is full.
    #[error("The disk is full; nothing was changed")]
    DiskFull,
    /// The database refused.
    #[error("The record could not be read or written ({0})")]
    Database(rusqlite::Error),
    /// The system gave no randomness.
    #[error("The system gives no random numbers, so no key can be made")]
    NoRandomness,
}

impl StoreError {
    /// Returns the error of a disk operation.
    pub(crate) fn disk(doing: &'static str) -> impl FnOnce(io::Error) -> Self {
        move |source| match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Disk { doing, source },
        }
    }

    /// Returns the error of a value that cannot be written as JSON.
    pub(crate) fn unwritable(error: serde_json::Error) -> Self {
        Self::Unwritable(error.to_string())
    }

    /// Returns the error of a damaged hub.
    pub(crate) fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged { what: what.into() }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let extended = error.sqlite_error().map(|inner| inner.extended_code);
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            // The index of the log could not grow, which SQLite tells as any other refusal of the disk.
            _ if extended == Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE) => Self::DiskFull,
            Some(ErrorCode::ConstraintViolation)
                if extended == Some(rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY) =>
            {
                Self::NamesNothing(error.to_string())
            }
            Some(ErrorCode::ConstraintViolation) => Self::Conflict(error.to_string()),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::damaged("its file cannot be read as a database")
            }
            _ => Self::Database(error),
        }
    }
}

/// Returns a wait in words, rounded up to seconds.
fn seconds(wait_ms: i64) -> String {
    let seconds = (wait_ms.max(0) + 999) / 1000;
    match (seconds / 60, seconds % 60) {
        (0, 1) => "1 second".to_owned(),
        (0, seconds) => format!("{seconds} seconds"),
        (minutes, 0) => format!("{minutes} min"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}
