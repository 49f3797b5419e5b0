//! Several people with a passphrase of their own.

use desk::commands;
use desk::failure::{Code, Failure};
use desk::wire::everything::*;
use domain::ids::UserId;
use domain::rights::Role;

use crate::support::{PASSPHRASE, Place};
use crate::{lock, unlock};

const SAM: &str = "seven green paper boats";

fn add(place: &mut Place, name: &str, role: Role, passphrase: &str) -> Result<UsersView, Failure> {
    let request = AddUser { name: name.into(), role, passphrase: passphrase.into() };
    commands::add_user(&mut place.desk, request)
}

fn named(view: &UsersView, name: &str) -> UserRow {
    view.users.iter().find(|user| user.name == name).cloned().unwrap()
}

fn with_sam(role: Role) -> (Place, UserId) {
    let mut place = Place::with_hub();
    let view = add(&mut place, "Sam Field", role, SAM).unwrap();
    (place, named(&view, "Sam Field").id)
}

fn amended(place: &mut Place, user: UserId, role: Role) -> Result<UsersView, Failure> {
    commands::amend_user(&mut place.desk, AmendUser { user, name: "Sam Field".into(), role })
}

#[test]
fn a_user_who_was_added_comes_in_and_does_what_the_role_allows() {
    let (mut place, sam) = with_sam(Role::Coordinator);
    lock(&mut place);
    let status = unlock(&mut place, SAM).unwrap();
    assert_eq!(status.user.map(|user| (user.name, user.role)), Some(("Sam Field".into(), Role::Coordinator)));
    let refused = add(&mut place, "Kim Birch", Role::Reader, "another long one").unwrap_err();
    assert_eq!(refused.message, "A coordinator may not manage users");
    lock(&mut place);
    unlock(&mut place, PASSPHRASE).unwrap();
    amended(&mut place, sam, Role::Reader).unwrap();
    lock(&mut place);
    unlock(&mut place, SAM).unwrap();
    let area = AddArea { name: "Riverside".into() };
    assert!(commands::add_area(&mut place.desk, area).is_err(), "a reader changes nothing");
}

#[test]
fn a_user_who_was_removed_stays_out_and_the_list_still_names_them() {
    let (mut place, sam) = with_sam(Role::Deputy);
    commands::back_up_now(&mut place.desk, Nothing {}).unwrap();
    let view = commands::remove_user(&mut place.desk, OfUser { user: sam }).unwrap();
    let row = named(&view, "Sam Field");
    assert!(!row.active && !row.passphrase);
    assert_eq!(view.old_keys, [OldKeyRow { words: "Sam Field’s former passphrase".into(), copies: 1 }]);
    lock(&mut place);
    assert_eq!(unlock(&mut place, SAM).unwrap_err().code, Code::WrongPassphrase);
    unlock(&mut place, PASSPHRASE).unwrap();
    place.after_minutes(1);
    let view = commands::renew_copies(&mut place.desk, Nothing {}).unwrap();
    assert_eq!(view.old_keys, [], "a newer copy took the place of the one that Sam’s passphrase opens");
    assert_eq!(
        commands::list_backups(&mut place.desk, ListBackups { folder: None }).unwrap().backups.len(),
        1
    );
}

#[test]
fn somebody_always_manages_the_users() {
    let (mut place, sam) = with_sam(Role::Coordinator);
    let view = commands::list_users(&mut place.desk, Nothing {}).unwrap();
    let own = view.users.iter().find(|user| user.own).unwrap().clone();
    let request = AmendUser { user: own.id, name: own.name, role: Role::Coordinator };
    let refused = commands::amend_user(&mut place.desk, request.clone()).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("role"));
    assert!(
        commands::remove_user(&mut place.desk, OfUser { user: own.id }).is_err(),
        "nobody removes themselves"
    );
    amended(&mut place, sam, Role::Deputy).unwrap();
    commands::amend_user(&mut place.desk, request).unwrap();
    let refused = add(&mut place, "Kim Birch", Role::Reader, "another long one").unwrap_err();
    assert_eq!(refused.message, "A coordinator may not manage users", "one’s own role counts at once");
}

#[test]
fn a_name_or_a_passphrase_that_is_missing_is_told_at_its_field() {
    let mut place = Place::with_hub();
    let field = |refused: Failure| refused.field.unwrap();
    assert_eq!(field(add(&mut place, " ", Role::Reader, "another long one").unwrap_err()), "name");
    assert_eq!(field(add(&mut place, "alex marsh", Role::Reader, "another long one").unwrap_err()), "name");
    for short in [" ", "eleven char", "  ten chars "] {
        assert_eq!(field(add(&mut place, "Kim Birch", Role::Reader, short).unwrap_err()), "passphrase");
    }
    let view = commands::list_users(&mut place.desk, Nothing {}).unwrap();
    assert_eq!(view.users.len(), 1, "nobody was half added");
}

#[test]
fn ones_own_passphrase_changes_only_for_who_knows_the_present_one() {
    let mut place = Place::with_hub();
    let change = |place: &mut Place, present: &str| {
        let request =
            ChangePassphrase { passphrase: present.into(), new_passphrase: "a new one, quite long".into() };
        commands::change_passphrase(&mut place.desk, request)
    };
    let refused = change(&mut place, "not this one").unwrap_err();
    assert_eq!((refused.code, refused.field.as_deref()), (Code::Refused, Some("passphrase")));
    change(&mut place, PASSPHRASE).unwrap();
    lock(&mut place);
    assert!(unlock(&mut place, PASSPHRASE).is_err());
    unlock(&mut place, "a new one, quite long").unwrap();
}

#[test]
fn the_recovery_key_leads_to_a_new_passphrase() {
    let mut place = Place::empty();
    let request = CreateHub {
        hub: "Northbridge".into(),
        person: "Kim Birch".into(),
        role: Role::Coordinator,
        passphrase: "a long one for Kim".into(),
        second: Some(SecondHolder {
            person: "Alex Marsh".into(),
            role: Role::Chair,
            passphrase: PASSPHRASE.into(),
        }),
    };
    let recovery = commands::create_hub(&mut place.desk, request).unwrap().recovery_key;
    lock(&mut place);
    let status = unlock(&mut place, &recovery).unwrap();
    assert!(status.recovered);
    let user = status.user.unwrap();
    assert_eq!(user.name, "Alex Marsh", "who can give passphrases, whoever created the hub");
    let view = commands::list_users(&mut place.desk, Nothing {}).unwrap();
    let request =
        SetPassphrase { user: named(&view, "Alex Marsh").id, passphrase: "found again, and long".into() };
    commands::set_passphrase(&mut place.desk, request).unwrap();
    assert!(!commands::hub_status(&mut place.desk, Nothing {}).unwrap().recovered);
    lock(&mut place);
    assert!(unlock(&mut place, PASSPHRASE).is_err());
    assert!(!unlock(&mut place, "found again, and long").unwrap().recovered);
    let renewed = commands::renew_recovery_key(&mut place.desk, Nothing {}).unwrap().recovery_key;
    lock(&mut place);
    assert!(unlock(&mut place, &recovery).is_err(), "the former recovery key opens nothing any more");
    unlock(&mut place, &renewed).unwrap();
}

#[test]
fn a_renewed_key_leaves_out_who_was_not_there() {
    let (mut place, sam) = with_sam(Role::Deputy);
    let view = add(&mut place, "Kim Birch", Role::Reader, "a long one for Kim").unwrap();
    let kim = named(&view, "Kim Birch").id;
    let others = vec![SetPassphrase { user: sam, passphrase: SAM.into() }];
    let wrong = RenewKey { passphrase: "not this one".into(), others: others.clone() };
    assert_eq!(commands::renew_key(&mut place.desk, wrong).unwrap_err().field.as_deref(), Some("passphrase"));
    let request = RenewKey { passphrase: PASSPHRASE.into(), others };
    let renewed = commands::renew_key(&mut place.desk, request).unwrap();
    let holds = |name: &str| named(&renewed.view, name).passphrase;
    assert!(holds("Alex Marsh") && holds("Sam Field") && !holds("Kim Birch"));
    lock(&mut place);
    assert!(unlock(&mut place, "a long one for Kim").is_err());
    unlock(&mut place, SAM).unwrap();
    let request = SetPassphrase { user: kim, passphrase: "another one for Kim".into() };
    commands::set_passphrase(&mut place.desk, request).unwrap();
    assert!(commands::check_hub(&mut place.desk, Nothing {}).unwrap().sound);
    lock(&mut place);
    unlock(&mut place, "another one for Kim").unwrap();
    lock(&mut place);
    unlock(&mut place, &renewed.recovery_key).unwrap();
}
