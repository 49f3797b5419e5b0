//! (d) The disk is full in the middle of every story: it is said plainly, what was there is there, and once there is room
//! again all goes on.
//!
//! The binary starts itself again with a mount of its own, where a small file system is the hub's disk.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::places::copy_all;
use crate::story::{Reference, Story};

const DISK: &str = "HUB_TASKING_FAULTS_DISK";
const MEGABYTES: u64 = 48;
/// So much room is left, in KiB.
const ROOM: [usize; 7] = [0, 4, 16, 64, 200, 800, 2048];

#[test]
fn a_full_disk_is_said_and_nothing_that_was_whole_is_cut() {
    if let Some(disk) = std::env::var_os(DISK) {
        return every_story_on(Path::new(&disk));
    }
    let folder = tempfile::tempdir().unwrap();
    let mount = format!(
        "mount -t tmpfs -o size={MEGABYTES}m hub \"${DISK}\" && exec \"$0\" --exact \
         full_disk::a_full_disk_is_said_and_nothing_that_was_whole_is_cut --nocapture"
    );
    let done = Command::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c", &mount])
        .arg(std::env::current_exe().unwrap())
        .env(DISK, folder.path())
        .output()
        .expect("unshare of util-linux");
    let said = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success() && said.contains("1 passed"), "{said}");
    println!("{}", said.lines().find(|line| line.contains("full disks")).unwrap_or_default());
}

/// Fills the disk but for so much room; what is dropped makes room again.
struct Ballast(PathBuf);

impl Ballast {
    fn on(disk: &Path, room: usize) -> Self {
        let (path, kept_free) = (disk.join("ballast"), disk.join("kept-free"));
        std::fs::write(&kept_free, vec![0; room * 1024]).unwrap();
        let mut file = std::fs::File::create(&path).unwrap();
        for size in [65_536, 4_096, 512, 1] {
            while file.write_all(&vec![0; size]).is_ok() {}
        }
        std::fs::remove_file(kept_free).unwrap();
        Self(path)
    }
}

impl Drop for Ballast {
    fn drop(&mut self) {
        std::fs::remove_file(&self.0).unwrap();
    }
}

fn every_story_on(disk: &Path) {
    let (mut full, mut room_enough) = (0, 0);
    for story in Story::ALL {
        let reference = Reference::of(story);
        for room in ROOM {
            let folder = disk.join("hub");
            std::fs::create_dir(&folder).unwrap();
            copy_all(reference.prepared.path(), &folder);
            let ballast = Ballast::on(disk, room);
            let mut acknowledged = 0;
            let told = story.told_on(&folder, &mut |number| {
                acknowledged = number;
                Ok(())
            });
            drop(ballast);
            match told {
                Ok(()) => room_enough += 1,
                Err(refusal) => {
                    full += 1;
                    let words = refusal.to_string();
                    assert_eq!(words, "The disk is full; nothing was changed", "{story:?} with {room} KiB");
                }
            }
            let survived = reference.survived(&folder, acknowledged);
            assert!(survived.is_ok(), "{story:?} with {room} KiB of room: {survived:?}");
            std::fs::remove_dir_all(&folder).unwrap();
        }
    }
    println!("{full} full disks said, {room_enough} with room enough, 0 lost");
    assert!(full > 20, "only {full} disks were full");
}
