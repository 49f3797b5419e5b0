//! Copies of the record: made, listed, and put in the place of a damaged one.

use domain::moment::Moment;

use super::hub::HubStatus;

wire! {
    /// A copy of the record that was made and verified.
    pub struct BackupMade {
        /// Where it lies.
        pub path: String,
        /// When it was made.
        pub at: Moment,
        /// Its size in KiB.
        pub kib: u64,
        /// The cases in it.
        pub cases: u64,
        /// The actions in it.
        pub actions: u64,
        /// The meetings in it.
        pub meetings: u64,
    }

    /// Asks for a copy in another place, such as a memory stick.
    pub struct BackUpElsewhere {
        /// The folder.
        pub folder: String,
    }

    /// Asks which copies can be restored.
    pub struct ListBackups {
        /// The folder to look in; absent for the hub's own.
        pub folder: Option<String>,
    }

    /// The copies that can be restored.
    pub struct BackupsView {
        /// The folder that was looked in.
        pub folder: String,
        /// The copies, the newest first.
        pub backups: Vec<BackupMade>,
    }

    /// Asks to put a copy in the place of the record.
    pub struct RestoreBackup {
        /// Where the copy lies.
        pub path: String,
        /// The passphrase of a chair, a deputy chair or a coordinator.
        pub passphrase: String,
    }

    /// What restoring a copy did.
    pub struct HubRestored {
        /// The hub, open by now.
        pub status: HubStatus,
        /// When the copy was made.
        pub made_at: Moment,
        /// Where the files that it replaced are kept.
        pub aside: String,
        /// How many disposals were carried out again.
        pub disposals: u32,
        /// Whether it is known which disposals there were; if not, what was disposed of since the copy is back.
        pub disposals_known: bool,
    }
}
