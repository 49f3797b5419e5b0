//! A disk that is full in the middle of a meeting: it is said plainly, the meeting goes on, and nothing is half-written.
//!
//! The binary starts itself again with a mount of its own, where a small file system is the hub's disk.

#![cfg(target_os = "linux")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "what must not happen ends the test")]

#[path = "meeting/scene.rs"]
#[allow(dead_code, reason = "the journeys through a meeting use all of it")]
mod scene;
mod support;

use std::io::Write;
use std::path::Path;
use std::process::Command;

use desk::commands;
use desk::wire::everything::*;
use scene::Scene;

const DISK: &str = "HUB_TASKING_SMALL_DISK";
const MEGABYTES: u32 = 4;

#[test]
fn a_full_disk_is_said_and_the_meeting_goes_on() {
    if let Some(disk) = std::env::var_os(DISK) {
        return the_meeting_on(Path::new(&disk));
    }
    let folder = tempfile::tempdir().unwrap();
    let mount = format!("mount -t tmpfs -o size={MEGABYTES}m hub \"${DISK}\" && exec \"$0\" --nocapture");
    let done = Command::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c", &mount])
        .arg(std::env::current_exe().unwrap())
        .env(DISK, folder.path())
        // Because the scene makes its hub where temporary folders are made.
        .env("TMPDIR", folder.path())
        .output()
        .expect("unshare of util-linux");
    let said = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success() && said.contains("1 passed"), "{said}");
}

/// Fills the disk to its last byte; what is dropped makes room again.
struct Ballast(std::path::PathBuf);

impl Ballast {
    fn on(disk: &Path) -> Self {
        let path = disk.join("ballast");
        let mut file = std::fs::File::create(&path).unwrap();
        for size in [65_536, 4_096, 512, 1] {
            while file.write_all(&vec![0; size]).is_ok() {}
        }
        Self(path)
    }
}

impl Drop for Ballast {
    fn drop(&mut self) {
        std::fs::remove_file(&self.0).unwrap();
    }
}

fn the_meeting_on(disk: &Path) {
    let mut scene = Scene::new();
    let meeting = scene.begun();
    let item = scene.case_item(meeting, scene.flat);
    scene.go_to(meeting, item);
    let before = scene.show(meeting, item);
    assert!(scene.projector().shown.is_some());
    let point = |text: &str| AddKeyPoint { item, text: text.into() };
    let journal = |text: &str| SaveDraft { key: format!("room/{item}/key"), text: text.into() };

    let ballast = Ballast::on(disk);
    let refused =
        commands::add_key_point(&mut scene.place.desk, point("The door is boarded up")).unwrap_err();
    assert_eq!(refused.message, "The disk is full; nothing was changed");
    let refused =
        commands::save_draft(&mut scene.place.desk, journal(&"half typed ".repeat(4_000))).unwrap_err();
    assert_eq!(
        refused.message, "The disk is full; nothing was changed",
        "so the room says that it is not saved"
    );
    no_paper_without_its_note(&mut scene, disk, meeting);
    let during = scene.room(meeting);
    assert_eq!(during.current, before.current, "what is there is read as before");
    let blank = ShowOnProjector { meeting, item: None };
    let refused = commands::show_on_projector(&mut scene.place.desk, blank).unwrap_err();
    assert_eq!(refused.hint.unwrap(), "The projector is blank all the same, until something is shown again");
    assert!(scene.projector().shown.is_none(), "no name stays on the wall for want of room on a disk");
    assert!(scene.room(meeting).projector.blank);

    drop(ballast);
    let after = commands::add_key_point(&mut scene.place.desk, point("The door is boarded up")).unwrap();
    let points: Vec<_> = after.current.unwrap().key_points.into_iter().map(|point| point.text).collect();
    assert_eq!(points, ["The door is boarded up"], "once, and whole");
    assert!(scene.projector().shown.is_none(), "still blank until the chair shows something");
    scene.show(meeting, item);
    assert!(scene.projector().shown.is_some());
    let check = commands::check_hub(&mut scene.place.desk, Nothing {}).unwrap();
    assert!(check.sound, "{check:?}");
}

/// The hub's disk is full and another one is not: what cannot be noted is neither saved there nor shown.
fn no_paper_without_its_note(scene: &mut Scene, disk: &Path, meeting: domain::ids::MeetingId) {
    let elsewhere = tempfile::tempdir_in(disk.parent().unwrap()).unwrap();
    let save_as = Some(elsewhere.path().join("agenda.pdf").display().to_string());
    let wanted = WantedPaper::Agenda { meeting };
    let request = MakePaper { wanted: wanted.clone(), save_as: save_as.clone() };
    let refused = commands::make_paper(&mut scene.place.desk, request).unwrap_err();
    assert_eq!(refused.message, "The disk is full; nothing was changed");
    let choices = PrintChoices { two_up: true, ..PrintChoices::default() };
    let request = PrintPaper { wanted: wanted.clone(), choices: choices.clone(), save_as };
    commands::print_paper(&mut scene.place.desk, request).unwrap_err();
    let left = std::fs::read_dir(elsewhere.path()).unwrap().count();
    assert_eq!(left, 0, "no paper lies anywhere without its note");
    let (known, outlined) = (Vec::new(), Vec::new());
    let request = PreviewPaper { wanted, pages: vec![1], known, outlined, choices, opening: true };
    let refused = commands::preview_paper(&mut scene.place.desk, request).unwrap_err();
    assert_eq!(refused.message, "The disk is full; nothing was changed", "nor is one seen");
}
