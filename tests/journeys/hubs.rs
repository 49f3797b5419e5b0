//! Hubs are created, sampled, checked and backed up, and a wrong word is answered in one line.

use std::fs;

use acceptance::{Outcome, hub_tasking, sample_hub};

const PASSPHRASE: &str = "marmalade on a tuesday";
const TODAY: &str = "2026-11-18";

#[test]
fn a_new_hub_is_empty_whole_and_backed_up() -> Outcome<()> {
    let data = tempfile::tempdir()?;
    let created = hub_tasking(data.path(), PASSPHRASE, &["hub", "create", "--hub", "Westmarch"])?.well()?;
    assert!(created.lines().any(|line| line.contains('-')), "the recovery key is printed once: {created}");
    assert!(data.path().join("hub.json").is_file(), "the key file lies beside the database");
    hub_tasking(data.path(), PASSPHRASE, &["hub", "check"])?.well()?;
    hub_tasking(data.path(), PASSPHRASE, &["hub", "backup"])?.well()?;
    hub_tasking(data.path(), PASSPHRASE, &["hub", "check"])?.well()?;
    Ok(())
}

#[test]
fn a_wrong_passphrase_is_exit_3_and_one_line() -> Outcome<()> {
    let data = tempfile::tempdir()?;
    hub_tasking(data.path(), PASSPHRASE, &["hub", "create"])?.well()?;
    let refused = hub_tasking(data.path(), "not this one", &["register", "list"])?;
    assert_eq!(refused.code, Some(3), "locked or wrong passphrase: {}", refused.complained);
    assert_eq!(refused.complained.trim().lines().count(), 1, "one clear line: {}", refused.complained);
    assert_eq!(refused.printed, "", "and nothing of the record");
    Ok(())
}

#[test]
fn an_unknown_command_is_exit_2() -> Outcome<()> {
    let data = tempfile::tempdir()?;
    assert_eq!(hub_tasking(data.path(), PASSPHRASE, &["hub", "sell"])?.code, Some(2), "a wrong usage");
    Ok(())
}

#[test]
fn a_second_hub_is_not_created_over_the_first() -> Outcome<()> {
    let data = tempfile::tempdir()?;
    hub_tasking(data.path(), PASSPHRASE, &["hub", "create"])?.well()?;
    let key_file = fs::read(data.path().join("hub.json"))?;
    assert_eq!(hub_tasking(data.path(), PASSPHRASE, &["hub", "create"])?.code, Some(1), "it is refused");
    assert_eq!(fs::read(data.path().join("hub.json"))?, key_file, "and the first is untouched");
    Ok(())
}

#[test]
fn the_database_shows_nothing_to_who_has_no_key() -> Outcome<()> {
    let data = sample_hub(TODAY)?;
    for entry in fs::read_dir(data.path())?.flatten().filter(|entry| entry.path().is_file()) {
        let bytes = fs::read(entry.path())?;
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("DEMO."), "{} holds a reference in the clear", entry.path().display());
        assert!(!bytes.starts_with(b"SQLite format 3"), "{} is encrypted", entry.path().display());
    }
    Ok(())
}

#[test]
fn the_same_arguments_make_the_same_sample_hub() -> Outcome<()> {
    let listed = |command: &str| -> Outcome<[String; 2]> {
        let list = |folder: &tempfile::TempDir| {
            hub_tasking(folder.path(), "sample", &[command, "list", "--json", "--today", TODAY])?.well()
        };
        Ok([list(&sample_hub(TODAY)?)?, list(&sample_hub(TODAY)?)?])
    };
    for command in ["register", "meeting", "action"] {
        let [first, second] = listed(command)?;
        assert!(first.len() > 100, "{command} list has something to compare");
        assert_eq!(first, second, "{command} list, byte for byte");
    }
    Ok(())
}

#[test]
fn a_damaged_hub_is_restored_from_a_copy_that_the_list_names() -> Outcome<()> {
    let data = sample_hub(TODAY)?;
    hub_tasking(data.path(), "sample", &["hub", "backup"])?.well()?;
    let before = hub_tasking(data.path(), "sample", &["register", "list", "--json"])?.json()?;
    std::fs::write(data.path().join("hub.db"), "not a record any more")?;
    let refused = hub_tasking(data.path(), "sample", &["register", "list"])?;
    assert!(refused.complained.contains("The hub is damaged"), "{}", refused.complained);
    let listed = hub_tasking(data.path(), "", &["hub", "backups", "--json"])?.json()?;
    let copy = listed["backups"][0]["path"].as_str().unwrap_or_default().to_owned();
    let restored = hub_tasking(data.path(), "sample", &["hub", "restore", &copy])?.well()?;
    assert!(restored.starts_with("Restored the copy of"), "{restored}");
    assert_eq!(hub_tasking(data.path(), "sample", &["register", "list", "--json"])?.json()?, before);
    Ok(())
}

#[test]
fn a_passphrase_opens_for_the_user_who_is_named() -> Outcome<()> {
    let data = tempfile::tempdir()?;
    let create = ["hub", "create", "--hub", "Northbridge", "--user", "Alex Marsh"];
    hub_tasking(data.path(), PASSPHRASE, &create)?.well()?;
    let check = |user: &str| {
        hub_tasking(data.path(), PASSPHRASE, &["hub", "check", "--user", user]).map(|ran| ran.code)
    };
    assert_eq!(check("Alex Marsh")?, Some(0));
    assert_ne!(check("Kim Birch")?, Some(0));
    Ok(())
}

#[cfg(target_os = "linux")]
#[test]
fn the_command_line_alone_loads_no_web_view() -> Outcome<()> {
    let libraries = acceptance::libraries_of_command_line()?;
    assert!(libraries.contains("libc.so"), "{libraries}");
    assert!(!libraries.contains("webkit") && !libraries.contains("gtk"), "{libraries}");
    Ok(())
}
