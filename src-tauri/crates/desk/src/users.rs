//! The users of the hub: who can open it, as what, with which passphrase.

use domain::ids::UserId;
use domain::rights::Role;
use domain::users::{long_enough, still_managed, told_apart};
use secrecy::SecretString;
use store::{Author, User, Writer};

use crate::desk::Desk;
use crate::failure::{Code, Failure};
use crate::wire::everything::*;

const CHANGED: &[&str] = &["user", "hub"];
const ROLES: [Role; 4] = [Role::Chair, Role::Deputy, Role::Coordinator, Role::Reader];

pub fn list_users(desk: &mut Desk, _request: Nothing) -> Result<UsersView, Failure> {
    let open = desk.hub()?;
    let (own, holders) = (open.user.id, open.store.holders()?);
    let old_key = |key: store::OldKey| OldKeyRow {
        words: match key.whose {
            Some(name) => format!("{name}’s former passphrase"),
            None => "a former recovery key".to_owned(),
        },
        copies: key.copies,
    };
    let old_keys = open.store.old_keys()?.into_iter().map(old_key).collect();
    let mut users: Vec<UserRow> = desk
        .read(|reader| Ok(reader.list_users()?))?
        .into_iter()
        .map(|user| UserRow {
            own: user.id == own,
            passphrase: holders.contains(&user.id),
            id: user.id,
            name: user.name,
            role: user.role,
            active: user.active,
        })
        .collect();
    users.sort_by_key(|user| !user.active);
    let words =
        |role: Role| RoleWords { role, name: role.name().to_owned(), words: role.may_words().to_owned() };
    Ok(UsersView { users, old_keys, roles: ROLES.map(words).to_vec() })
}

pub fn add_user(desk: &mut Desk, request: AddUser) -> Result<UsersView, Failure> {
    let id = UserId::new(&mut **desk.ids());
    let user = User { id, name: request.name.trim().to_owned(), role: request.role, active: true };
    let passphrase = chosen(&request.passphrase, &user.name, "passphrase")?;
    put(desk, &user)?;
    let given = set(desk, &user, &passphrase);
    if given.is_err() {
        // Nobody stands in the list who cannot come in; the refusal that matters is the one already in hand.
        let _ = put(desk, &User { active: false, ..user });
    }
    given?;
    list_users(desk, Nothing {})
}

pub fn amend_user(desk: &mut Desk, request: AmendUser) -> Result<UsersView, Failure> {
    let user = known(desk, request.user)?;
    let user = User { name: request.name.trim().to_owned(), role: request.role, ..user };
    put(desk, &user)?;
    let own = &mut desk.hub_mut()?.user;
    if own.id == user.id {
        (own.name, own.role) = (user.name, user.role);
    }
    list_users(desk, Nothing {})
}

pub fn remove_user(desk: &mut Desk, request: OfUser) -> Result<UsersView, Failure> {
    let user = known(desk, request.user)?;
    if user.id == desk.hub()?.user.id {
        return Err(Failure::refused("You cannot remove yourself; another chair or deputy chair can"));
    }
    put(desk, &User { active: false, ..user })?;
    // After the record, because a user who is not active there comes in with no passphrase.
    desk.hub()?.store.remove_passphrase(request.user)?;
    list_users(desk, Nothing {})
}

pub fn set_passphrase(desk: &mut Desk, request: SetPassphrase) -> Result<UsersView, Failure> {
    let user = known(desk, request.user)?;
    let passphrase = chosen(&request.passphrase, &user.name, "passphrase")?;
    set(desk, &user, &passphrase)?;
    desk.settle_recovery();
    desk.tell(CHANGED);
    list_users(desk, Nothing {})
}

pub fn change_passphrase(desk: &mut Desk, request: ChangePassphrase) -> Result<UsersView, Failure> {
    let user = known(desk, desk.hub()?.user.id)?;
    prove(desk, &request.passphrase)?;
    let passphrase = chosen(&request.new_passphrase, &user.name, "new_passphrase")?;
    set(desk, &user, &passphrase)?;
    desk.tell(CHANGED);
    list_users(desk, Nothing {})
}

pub fn renew_recovery_key(desk: &mut Desk, _request: Nothing) -> Result<NewRecoveryKey, Failure> {
    let recovery = desk.hub()?.store.renew_recovery(desk.keys().cost())?;
    desk.write(CHANGED, |writer, _| Ok(writer.note("recovery key", None, &"renewed")?))?;
    Ok(NewRecoveryKey { recovery_key: recovery.shown().to_owned(), view: list_users(desk, Nothing {})? })
}

pub fn renew_key(desk: &mut Desk, request: RenewKey) -> Result<NewRecoveryKey, Failure> {
    let own = known(desk, desk.hub()?.user.id)?;
    prove(desk, &request.passphrase)?;
    let mut holders = vec![(own, SecretString::from(request.passphrase))];
    for other in request.others {
        let user = known(desk, other.user)?;
        if holders.iter().any(|(holder, _)| holder.id == user.id) {
            return Err(Failure::refused(format!("{} is named twice", user.name)));
        }
        let passphrase = chosen(&other.passphrase, &user.name, "others")?;
        holders.push((user, passphrase));
    }
    crate::backups::back_up(desk)?;
    let (now, cost) = (desk.now(), desk.keys().cost());
    let open = desk.hub_mut()?;
    let author = Author::of(open.user.id);
    let renewed = open.store.renew_key(&author, &holders, cost, now);
    if renewed.is_err() && open.store.read(|reader| reader.settings()).is_err() {
        // What cannot be read any more is opened anew from the disk.
        desk.close();
    }
    let recovery = renewed?;
    desk.tell(CHANGED);
    Ok(NewRecoveryKey { recovery_key: recovery.shown().to_owned(), view: list_users(desk, Nothing {})? })
}

pub fn renew_copies(desk: &mut Desk, _request: Nothing) -> Result<UsersView, Failure> {
    crate::backups::back_up(desk)?;
    let removed = desk.hub()?.store.remove_copies_under_old_keys()?;
    if removed > 0 {
        desk.write(&["settings", "user"], |writer, _| Ok(writer.note("backups removed", None, &removed)?))?;
    }
    list_users(desk, Nothing {})
}

/// Returns a user who can come in.
fn known(desk: &Desk, id: UserId) -> Result<User, Failure> {
    let user = desk.read(|reader| Ok(reader.get_user(id)?))?.filter(|user| user.active);
    user.ok_or_else(|| Failure::refused("That user is not one of this hub any more"))
}

/// Writes a user, if somebody can still manage the users afterwards and no two are called the same.
fn put(desk: &mut Desk, user: &User) -> Result<(), Failure> {
    if user.name.is_empty() {
        return Err(Failure::refused("Give the person’s name").at("name"));
    }
    desk.write(CHANGED, |writer, _| {
        let others = others(writer, user.id)?;
        if user.active {
            told_apart(&user.name, others.iter().map(|other| other.name.as_str()))?;
        }
        let own = user.active.then_some(user.role);
        still_managed(others.iter().map(|other| other.role).chain(own))?;
        writer.put_user(user)?;
        Ok(())
    })
}

fn others(writer: &Writer<'_>, id: UserId) -> Result<Vec<User>, Failure> {
    Ok(writer.list_users()?.into_iter().filter(|user| user.active && user.id != id).collect())
}

/// Returns a passphrase that somebody chose for the user `name`; a refusal is told at `field`.
pub(crate) fn chosen(passphrase: &str, name: &str, field: &str) -> Result<SecretString, Failure> {
    long_enough(passphrase, name).map_err(|short| Failure::from(short).at(field))?;
    Ok(SecretString::from(passphrase))
}

fn set(desk: &mut Desk, user: &User, passphrase: &SecretString) -> Result<(), Failure> {
    desk.hub()?.store.set_passphrase(user, passphrase, desk.keys().cost())?;
    desk.write(&["history"], |writer, _| Ok(writer.note("passphrase", Some(user.id.0), &"set")?))
}

/// Lets through who knows the passphrase of the person at the desk, because a laptop may have been left open.
pub(crate) fn prove(desk: &Desk, passphrase: &str) -> Result<(), Failure> {
    let open = desk.hub()?;
    let typed = SecretString::from(passphrase);
    let proved = open.store.prove_passphrase(open.user.id, &typed, desk.now(), desk.keys());
    proved.map_err(|refusal| match Failure::from(refusal) {
        // No unlock screen comes up for it: the hub is open.
        failure if failure.code == Code::WrongPassphrase => Failure { code: Code::Refused, ..failure },
        failure => failure,
    })
}
