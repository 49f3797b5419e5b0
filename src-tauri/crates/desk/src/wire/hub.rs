//! The hub as a whole: whether there is one, who opened it, and its first run.

use domain::rights::{Right, Role};
use domain::settings::LockRules;

wire! {
    /// What the folder holds.
    #[derive(Copy)]
    pub enum HubState {
        /// Nothing yet: the first run begins.
        Absent,
        /// A hub, locked.
        Locked,
        /// A hub, open.
        Open,
        /// A hub that cannot be opened; `refusal` says why.
        Refused,
    }

    /// The state of the hub, for the frame and the first screens.
    pub struct HubStatus {
        /// What the folder holds.
        pub state: HubState,
        /// Why it cannot be opened; absent otherwise.
        pub refusal: Option<String>,
        /// The folder that holds the data.
        pub folder: String,
        /// The hub's name; absent until unlocked.
        pub hub: Option<String>,
        /// Whether it is a sample hub.
        pub sample: bool,
        /// How one's own hub stands while the sample hub is at hand; absent when one's own is at hand itself.
        pub own_hub: Option<HubState>,
        /// The sample's passphrase, shown on its unlock screen; absent for a real hub.
        pub sample_passphrase: Option<String>,
        /// Seconds to wait before the next passphrase is tried; 0 when none.
        pub wait_seconds: u32,
        /// Who opened it; absent until unlocked.
        pub user: Option<UserView>,
        /// What that user may do; empty until unlocked.
        pub rights: Vec<Right>,
        /// The marking, with SAMPLE where it is one; absent until unlocked.
        pub marking: Option<String>,
        /// Papers laid out for viewing that could not be removed, because another program holds them open.
        pub papers_left: Vec<String>,
        /// Whether the recovery key opened it: whoever holds that has no passphrase they know.
        pub recovered: bool,
        /// When it locks of itself; absent until unlocked.
        pub lock: Option<LockRules>,
        /// The program's version.
        pub version: String,
        /// Today as the program takes it, `YYYY-MM-DD`.
        pub today: chrono::NaiveDate,
    }

    /// A user, as the frame shows them.
    pub struct UserView {
        /// The person's name.
        pub name: String,
        /// The role.
        pub role: Role,
    }

    /// Asks for a new hub.
    pub struct CreateHub {
        /// The hub's name.
        pub hub: String,
        /// The person's name.
        pub person: String,
        /// The person's role.
        pub role: Role,
        /// The person's passphrase.
        pub passphrase: String,
        /// A second holder, so that the hub opens when the first is away; absent when declined.
        pub second: Option<SecondHolder>,
    }

    /// A second person with a passphrase.
    pub struct SecondHolder {
        /// The person's name.
        pub person: String,
        /// The person's role.
        pub role: Role,
        /// The person's passphrase.
        pub passphrase: String,
    }

    /// A hub that was created.
    pub struct CreatedHub {
        /// The recovery key, shown this once.
        pub recovery_key: String,
    }

    /// Asks to open the hub.
    pub struct Unlock {
        /// The passphrase, or the recovery key.
        pub passphrase: String,
        /// Whose passphrase it is; absent to try everybody's.
        pub user: Option<String>,
    }

    /// Whether the record holds together.
    pub struct CheckView {
        /// True when nothing is wrong.
        pub sound: bool,
        /// Rows in the record.
        pub rows: u64,
        /// Rows in the audit.
        pub audit_rows: u64,
        /// What is wrong, in sentences.
        pub problems: Vec<String>,
    }
}
