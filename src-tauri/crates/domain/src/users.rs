//! The users of a hub: told apart by their names, one of them managing the rest, each with a passphrase of some length.

use crate::rights::{Right, Role};

/// Characters that a passphrase has at least (OWASP ASVS 4.0.3, 2.1.1).
pub const FEWEST_CHARACTERS: usize = 12;

/// Says that a change would leave nobody who can give and take passphrases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("A hub needs at least one chair or deputy chair: nobody else can manage its users")]
pub struct NobodyManages;

/// Says that two users would be called the same.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Another user is called {0} already; tell the two apart by their names")]
pub struct NameTaken(pub String);

/// Says that a passphrase is too short.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("A passphrase has at least {FEWEST_CHARACTERS} characters; choose a longer one for {0}")]
pub struct TooShort(pub String);

/// Lets through users of whom at least one may manage users.
pub fn still_managed(mut roles: impl Iterator<Item = Role>) -> Result<(), NobodyManages> {
    if roles.any(|role| role.holds(Right::ManageUsers)) { Ok(()) } else { Err(NobodyManages) }
}

/// Lets through a name that none of the `others` has, capitals aside: the audit and the papers tell users apart by it.
pub fn told_apart<'a>(name: &str, mut others: impl Iterator<Item = &'a str>) -> Result<(), NameTaken> {
    let folded = name.trim().to_lowercase();
    let taken = others.any(|other| other.trim().to_lowercase() == folded);
    if taken { Err(NameTaken(name.to_owned())) } else { Ok(()) }
}

/// Lets through a passphrase for the user `name` that is long enough; spaces at its ends do not count.
pub fn long_enough(passphrase: &str, name: &str) -> Result<(), TooShort> {
    let enough = passphrase.trim().chars().count() >= FEWEST_CHARACTERS;
    if enough { Ok(()) } else { Err(TooShort(name.to_owned())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_always_manages_the_users() {
        assert_eq!(still_managed([Role::Coordinator, Role::Reader].into_iter()), Err(NobodyManages));
        assert_eq!(still_managed([Role::Reader, Role::Deputy].into_iter()), Ok(()));
    }

    #[test]
    fn no_two_users_have_the_same_name() {
        assert!(told_apart("alex marsh ", ["Sam Field", "Alex Marsh"].into_iter()).is_err());
        assert!(told_apart("Alex Marshall", ["Alex Marsh"].into_iter()).is_ok());
    }

    #[test]
    fn a_passphrase_of_eleven_characters_is_too_short_whatever_bytes_it_has() {
        assert!(long_enough("ŵŷäëïöüâêîô", "Kim").is_err());
        assert!(long_enough("ŵŷäëïöüâêîôx", "Kim").is_ok());
        assert!(long_enough("   eleven char   ", "Kim").is_err());
    }
}
