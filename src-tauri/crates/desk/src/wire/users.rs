//! Who can open the hub: its users, their passphrases, and the keys of older copies.

use domain::ids::UserId;
use domain::rights::Role;

wire! {
    /// Everybody who can open the hub, or could.
    pub struct UsersView {
        /// The users, by name; those who were removed stand last.
        pub users: Vec<UserRow>,
        /// Keys that open older copies of the record and not the hub any more.
        pub old_keys: Vec<OldKeyRow>,
        /// What a user of each role may do, in a sentence.
        pub roles: Vec<RoleWords>,
    }

    /// A user of the hub.
    pub struct UserRow {
        /// The key.
        pub id: UserId,
        /// The name, as papers and the audit write it.
        pub name: String,
        /// The role.
        pub role: Role,
        /// Whether it is the person at the desk.
        pub own: bool,
        /// False once the user was removed; the audit still names the person.
        pub active: bool,
        /// Whether the user holds a passphrase; after another data key was made, some have none until they are given one.
        pub passphrase: bool,
    }

    /// What the users of a role may do.
    pub struct RoleWords {
        /// The role.
        pub role: Role,
        /// Its name, such as `Deputy chair`.
        pub name: String,
        /// What its users may do, in a sentence.
        pub words: String,
    }

    /// A key that opens older copies and not the hub any more.
    pub struct OldKeyRow {
        /// Whose it is, in words: `Kim Reader’s former passphrase`, `a former recovery key`.
        pub words: String,
        /// How many copies in the hub's own folder it opens.
        pub copies: u32,
    }

    /// Asks for a new user.
    pub struct AddUser {
        /// The person's name.
        pub name: String,
        /// The person's role.
        pub role: Role,
        /// The passphrase that the person chose.
        pub passphrase: String,
    }

    /// Asks to change a user's name or role.
    pub struct AmendUser {
        /// Whose.
        pub user: UserId,
        /// The name.
        pub name: String,
        /// The role.
        pub role: Role,
    }

    /// Names a user.
    pub struct OfUser {
        /// The user.
        pub user: UserId,
    }

    /// Asks for a new passphrase for a user, in place of one that was forgotten.
    pub struct SetPassphrase {
        /// Whose.
        pub user: UserId,
        /// The passphrase that the person chose.
        pub passphrase: String,
    }

    /// Asks to change one's own passphrase.
    pub struct ChangePassphrase {
        /// The present one.
        pub passphrase: String,
        /// The one that takes its place.
        pub new_passphrase: String,
    }

    /// Asks to encrypt the record under another key.
    pub struct RenewKey {
        /// One's own passphrase.
        pub passphrase: String,
        /// The passphrases of others who are there to type them; who is not named has none until given one.
        pub others: Vec<SetPassphrase>,
    }

    /// A new recovery key.
    pub struct NewRecoveryKey {
        /// The key, shown this once.
        pub recovery_key: String,
        /// The users as they stand now.
        pub view: UsersView,
    }
}
