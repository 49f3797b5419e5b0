//! Tests that reach behind the store: a record that somebody altered, a schema that somebody changed.

mod alterations;
mod chain;
mod disposal;
mod matrices;
mod migrations;
mod orders;
mod schema;

use domain::agency::Area;
use domain::ids::{AreaId, UserId};
use domain::moment::Moment;
use domain::rights::Role;
use domain::settings::Settings;
use tempfile::TempDir;
use uuid::Uuid;

use crate::{Author, KeyCost, NewHub, NewUser, Store, StoreError};

const NOW: Moment = Moment(1_795_000_000_000);
const CHAIR: UserId = UserId(Uuid::from_u128(7));

fn hub() -> (Store, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let hub = NewHub {
        settings: Settings::of_new_hub("Northbridge"),
        hub_id: Uuid::from_u128(1),
        device_id: Uuid::from_u128(2),
        users: vec![NewUser {
            id: CHAIR,
            name: "Wren Alder".into(),
            role: Role::Chair,
            passphrase: "a quiet lane".to_owned().into(),
        }],
        cost: KeyCost::for_tests(),
        now: NOW,
    };
    let (store, _) = Store::create(folder.path(), hub).unwrap();
    (store, folder)
}

/// Returns a hub in which areas were added and renamed, so that the chain has some rows.
fn hub_with_areas(areas: u128) -> (Store, TempDir) {
    let (mut store, folder) = hub();
    for round in ["", " (renamed)"] {
        store
            .write(&Author::of(CHAIR), NOW, |writer| -> Result<(), StoreError> {
                for number in 0..areas {
                    let name = format!("Ward {number}{round}");
                    writer.put_area(&Area { id: AreaId(Uuid::from_u128(100 + number)), name })?;
                }
                Ok(())
            })
            .unwrap();
    }
    (store, folder)
}
