//! Journeys: hubs of released schemas, as the program of their day left them, opened by this one.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a step of a journey that fails ends the test where it failed"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use desk::KeyPolicy;
use desk::commands::{self, COMMANDS, dispatch};
use desk::desk::{Desk, NoListener, Surroundings};
use desk::wire::everything::*;
use domain::ids::IdSource;
use domain::moment::Moment;
use serde_json::{Value, json};
use store::SCHEMA;
use tempfile::TempDir;
use uuid::Uuid;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures");
/// Tuesday 24 November 2026, 2.00 pm in London: the meeting that the old hubs have planned.
const NOW: i64 = 1_795_528_800_000;

struct Ids;

impl IdSource for Ids {
    fn next_id(&mut self) -> Uuid {
        Uuid::now_v7()
    }
}

/// The hubs of old schemas, the oldest first.
fn old_hubs() -> Vec<(u32, PathBuf)> {
    let folders = fs::read_dir(FIXTURES).unwrap().flatten().map(|entry| entry.path());
    let schema = |path: PathBuf| {
        let name = path.file_name()?.to_str()?.strip_prefix("schema-")?.parse().ok()?;
        Some((name, path))
    };
    let mut hubs: Vec<(u32, PathBuf)> = folders.filter_map(schema).collect();
    hubs.sort();
    hubs
}

/// Copies a hub's two files into a folder of the test's own.
fn copied(hub: &Path) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["hub.db", "hub.json"] {
        fs::copy(hub.join(name), folder.path().join(name)).unwrap();
    }
    folder
}

fn desk_on(folder: &Path) -> Desk {
    Desk::new(Surroundings {
        now: Box::new(|| Moment(NOW)),
        today: None,
        ids: Box::new(Ids),
        listener: Arc::new(NoListener),
        folder: folder.to_owned(),
        sample_folder: folder.join("sample"),
        keys: KeyPolicy::shipped(),
    })
}

fn opened(folder: &Path) -> Desk {
    let mut desk = desk_on(folder);
    let status = commands::unlock(&mut desk, Unlock { passphrase: "sample".into(), user: None }).unwrap();
    assert_eq!(status.state, HubState::Open);
    desk
}

fn schema_of(folder: &Path) -> u32 {
    let key_file: Value = serde_json::from_slice(&fs::read(folder.join("hub.json")).unwrap()).unwrap();
    key_file["schema_version"].as_u64().unwrap().try_into().unwrap()
}

fn register(desk: &Desk) -> Value {
    json!(desk::register_entries(desk).unwrap())
}

/// Tells whether everything in `old` stands in `new` as it was; what came to it since is no matter.
fn holds(new: &Value, old: &Value) -> bool {
    match (new, old) {
        (Value::Object(new), Value::Object(old)) => {
            old.iter().all(|(name, value)| new.get(name).is_some_and(|new| holds(new, value)))
        }
        (Value::Array(new), Value::Array(old)) => {
            new.len() == old.len() && new.iter().zip(old).all(|(new, old)| holds(new, old))
        }
        _ => new == old,
    }
}

/// Reads everything there is to read, by every command that only looks.
fn read_everything(desk: &mut Desk) {
    let look = |desk: &mut Desk, command: &str, request: Value| {
        dispatch(desk, command, request).unwrap_or_else(|failure| panic!("{command}: {failure:?}"))
    };
    let nothing = json!({});
    let mut asked = 0;
    for command in COMMANDS.iter().filter(|each| each.name.starts_with("list_") || each.name == "get_today") {
        // Some lists want to know of what; each record below is asked for by its own key.
        asked += usize::from(dispatch(desk, command.name, nothing.clone()).is_ok());
    }
    assert!(asked >= 7, "only {asked} lists were read");
    let cases = look(desk, "list_cases", nothing.clone());
    for case in cases["rows"].as_array().unwrap() {
        look(desk, "get_case", json!({ "reference": case["reference"] }));
    }
    let actions = look(desk, "list_actions", nothing.clone());
    for action in actions["rows"].as_array().unwrap() {
        look(desk, "get_action", json!({ "id": action["id"] }));
    }
    let referrals = look(desk, "list_referrals", nothing.clone());
    for referral in referrals["rows"].as_array().unwrap() {
        look(desk, "get_referral", json!({ "id": referral["id"] }));
    }
    let meetings = look(desk, "list_meetings", nothing);
    for meeting in meetings["rows"].as_array().unwrap() {
        let of = json!({ "meeting": meeting["id"] });
        for command in ["get_agenda", "get_room", "get_minutes"] {
            look(desk, command, of.clone());
        }
        let papers =
            if meeting["status"] == "planned" { ["agenda"].as_slice() } else { &["agenda", "minutes"] };
        for paper in papers {
            let wanted = json!({ "paper": paper, "meeting": meeting["id"] });
            look(desk, "make_paper", json!({ "wanted": wanted, "save_as": null }));
        }
    }
}

#[test]
fn an_old_hub_opens_whole_after_a_verified_copy_was_made() {
    let hubs = old_hubs();
    assert_eq!(hubs.first().map(|(schema, _)| *schema), Some(1), "the first schema has its hub");
    for (schema, hub) in hubs {
        assert_eq!(schema_of(&hub), schema);
        let folder = copied(&hub);
        let mut desk = opened(folder.path());
        assert_eq!(schema_of(folder.path()), SCHEMA, "the hub of schema {schema} is of this one now");

        let before: Value = serde_json::from_slice(&fs::read(hub.join("register.json")).unwrap()).unwrap();
        let now = register(&desk);
        assert!(holds(&now, &before), "schema {schema}: {now:#}\nwas\n{before:#}");
        read_everything(&mut desk);
        let check = commands::check_hub(&mut desk, Nothing {}).unwrap();
        assert!(check.sound, "schema {schema}: {:?}", check.problems);
        commands::add_area(&mut desk, AddArea { name: "Ropewalk".into() }).unwrap();

        let backups = commands::get_settings(&mut desk, Nothing {}).unwrap().backups;
        drop(desk);
        assert_eq!(
            backups.len(),
            usize::from(schema < SCHEMA),
            "a copy before a migration, and none without one"
        );
        for backup in backups {
            let copy = PathBuf::from(backup.path);
            assert_eq!(schema_of(&copy), schema, "the copy is of the schema from before");
            let restored = copied(&copy);
            assert!(holds(&register(&opened(restored.path())), &before), "and it opens as a hub of its own");
        }
    }
}

fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
    files.map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

#[test]
fn a_hub_of_a_newer_schema_is_refused_in_words_and_untouched() {
    let (schema, hub) = old_hubs().remove(0);
    let folder = copied(&hub);
    let path = folder.path().join("hub.json");
    let text = fs::read_to_string(&path).unwrap();
    let (present, newer) =
        (format!("\"schema_version\": {schema}"), format!("\"schema_version\": {}", SCHEMA + 1));
    assert!(text.contains(&present));
    fs::write(&path, text.replacen(&present, &newer, 1)).unwrap();
    let before = contents(folder.path());

    let mut desk = desk_on(folder.path());
    let status = commands::hub_status(&mut desk, Nothing {}).unwrap();
    assert_eq!(status.state, HubState::Refused);
    assert!(status.refusal.unwrap().contains("written by a newer version of the program"));
    let refused =
        commands::unlock(&mut desk, Unlock { passphrase: "sample".into(), user: None }).unwrap_err();
    assert!(refused.message.contains("install the newer version"), "{}", refused.message);
    assert_eq!(contents(folder.path()), before, "not a byte was touched");
}
