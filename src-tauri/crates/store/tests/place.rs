//! Where a hub may lie.

use std::path::Path;

use store::place::{PlaceError, examine, judge};

const MOUNTS: &str = r"22 1 259:2 / / rw,relatime shared:1 - ext4 /dev/root rw
30 22 0:26 / /proc rw,nosuid - proc proc rw
90 22 0:60 / /mnt/team rw,relatime shared:50 - cifs //fileserver/team rw,vers=3.1
91 22 0:61 / /mnt/old\040share rw,relatime - nfs4 fileserver:/export rw
92 22 0:62 / /home/wren/far rw,nosuid - fuse.sshfs wren@far:/ rw
93 90 259:3 / /mnt/team/local rw - ext4 /dev/sdb1 rw
94 22 0:63 / /mnt/usb rw - vfat /dev/sdc1 rw
";

fn refused(path: &str) -> Option<String> {
    judge(Path::new(path), MOUNTS).err().map(|refusal| refusal.to_string())
}

#[test]
fn folders_of_this_computer_are_fit() {
    for path in
        ["/home/wren/hub", "/mnt/usb/hub", "/mnt/team/local/hub", "/mnt/teamwork/hub", r"C:\Users\wren\hub"]
    {
        assert_eq!(refused(path), None, "{path}");
    }
}

#[test]
fn network_shares_are_refused_by_their_kind() {
    for (path, kind) in [
        ("/mnt/team/hub", "cifs"),
        ("/mnt/old share/hub", "nfs4"),
        ("/home/wren/far/deep/hub", "sshfs"),
        (r"\\fileserver\team\hub", r"\\fileserver\team"),
        (r"\\?\UNC\fileserver\team\hub", r"\\fileserver\team"),
    ] {
        let words = refused(path).unwrap_or_else(|| panic!("{path} was let through"));
        assert!(words.contains(&format!("lies on a network share ({kind})")), "{words}");
    }
    assert_eq!(refused(r"\\?\C:\hub"), None, "a long path of this computer is no share");
}

#[test]
fn synchronised_folders_are_refused_by_their_program() {
    for (path, program) in [
        ("/home/wren/OneDrive/hub", "OneDrive"),
        (r"C:\Users\wren\OneDrive - Northbridge Council\hub", "OneDrive"),
        ("/home/wren/Dropbox/hub", "Dropbox"),
        ("/home/wren/Dropbox (Personal)/hub", "Dropbox"),
        ("/home/wren/Google Drive/hub", "Google Drive"),
        ("/Users/wren/Library/Mobile Documents/com~apple~CloudDocs/hub", "iCloud"),
        ("/home/wren/Nextcloud/hub", "Nextcloud"),
    ] {
        let words = refused(path).unwrap_or_else(|| panic!("{path} was let through"));
        assert!(words.contains(&format!("is synchronised by {program}")), "{words}");
    }
    assert_eq!(refused("/home/wren/dropboxes/hub"), None, "a name that only begins so is let through");
}

#[test]
fn a_folder_below_a_synchronising_programs_marker_is_refused_and_stays_empty() {
    let top = tempfile::tempdir().unwrap();
    std::fs::write(top.path().join(".sync_journal.db"), "").unwrap();
    let hub = top.path().join("work").join("hub");
    let refusal = examine(&hub).unwrap_err();
    assert!(matches!(refusal, PlaceError::Synchronised { program: "Nextcloud", .. }), "{refusal}");
    assert!(!hub.exists());
}

#[test]
fn a_link_into_a_synchronised_folder_is_followed() {
    let top = tempfile::tempdir().unwrap();
    let real = top.path().join("OneDrive");
    std::fs::create_dir(&real).unwrap();
    #[cfg(unix)]
    {
        let link = top.path().join("innocent");
        std::os::unix::fs::symlink(&real, &link).unwrap();
        assert!(matches!(
            examine(&link.join("hub")),
            Err(PlaceError::Synchronised { program: "OneDrive", .. })
        ));
    }
}

#[test]
fn a_folder_that_does_not_exist_yet_is_judged_by_where_it_would_lie() {
    let top = tempfile::tempdir().unwrap();
    assert_eq!(examine(&top.path().join("not").join("yet")), Ok(()));
}
