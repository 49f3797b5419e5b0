//! Where a hub may lie: on a disk of this computer, and not in a folder that another program synchronises.

use std::path::{Component, Path, PathBuf};

/// Says why a folder is not fit for a hub. Nothing in it was touched.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlaceError {
    /// The folder lies on a network share.
    #[error(
        "{} lies on a network share ({share}). A hub kept there loses data when the network stumbles; \
         choose a folder on this computer", .folder.display()
    )]
    NetworkShare {
        /// The folder.
        folder: PathBuf,
        /// What kind of share.
        share: String,
    },
    /// The folder is synchronised by another program.
    #[error(
        "{} is synchronised by {program}. A hub kept there is damaged by half-copied files and leaves this computer; \
         choose a folder outside it", .folder.display()
    )]
    Synchronised {
        /// The folder.
        folder: PathBuf,
        /// The program's name.
        program: &'static str,
    },
}

/// Looks whether a hub may lie in `folder`, which need not exist yet.
pub fn examine(folder: &Path) -> Result<(), PlaceError> {
    let whole = whole_path(folder);
    let mounts = if cfg!(target_os = "linux") {
        std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default()
    } else {
        String::new()
    };
    judge(&whole, &mounts)?;
    match marked(&whole) {
        Some(program) => Err(PlaceError::Synchronised { folder: whole, program }),
        None => Ok(()),
    }
}

/// Judges a whole path by its words and by the system's table of mounts (the text of `/proc/self/mountinfo`).
pub fn judge(folder: &Path, mounts: &str) -> Result<(), PlaceError> {
    if let Some(share) = network_path(folder).or_else(|| network_mount(folder, mounts)) {
        return Err(PlaceError::NetworkShare { folder: folder.to_owned(), share });
    }
    match synchronised_by_name(folder) {
        Some(program) => Err(PlaceError::Synchronised { folder: folder.to_owned(), program }),
        None => Ok(()),
    }
}

/// Returns the path with its links followed, as far as it exists.
fn whole_path(folder: &Path) -> PathBuf {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let mut missing = Vec::new();
    let mut existing = absolute.as_path();
    loop {
        if let Ok(real) = existing.canonicalize() {
            return missing.iter().rev().fold(real, |path, name| path.join(name));
        }
        match (existing.parent(), existing.file_name()) {
            (Some(parent), Some(name)) => {
                missing.push(name.to_owned());
                existing = parent;
            }
            _ => return absolute,
        }
    }
}

/// Returns the share of a Windows network path, `\\server\share`.
fn network_path(folder: &Path) -> Option<String> {
    let text = folder.to_string_lossy();
    let text = text.strip_prefix(r"\\?\UNC\").map(|rest| format!(r"\\{rest}")).unwrap_or(text.into_owned());
    let rest = text.strip_prefix(r"\\")?;
    let is_device = rest.starts_with(['?', '.']);
    (!is_device).then(|| text.split('\\').take(4).collect::<Vec<_>>().join(r"\"))
}

const NETWORK_FILE_SYSTEMS: [&str; 19] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb",
    "smb2",
    "smb3",
    "smbfs",
    "ncpfs",
    "afs",
    "coda",
    "ceph",
    "glusterfs",
    "lustre",
    "davfs",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.davfs2",
    "fuse.gvfsd-fuse",
    "fuse.glusterfs",
];

/// Returns the file system of the mount on which `folder` lies, when that is a network's.
fn network_mount(folder: &Path, mounts: &str) -> Option<String> {
    let deepest = mounts.lines().filter_map(mount).filter(|(point, _)| folder.starts_with(point));
    // Of two mounts at one point the later one covers the earlier, which `max_by_key` returns too.
    let (_, kind) = deepest.max_by_key(|(point, _)| point.components().count())?;
    NETWORK_FILE_SYSTEMS.contains(&kind).then(|| kind.trim_start_matches("fuse.").to_owned())
}

/// Reads a line of the table of mounts: the mount point and the kind of file system.
fn mount(line: &str) -> Option<(PathBuf, &str)> {
    let (before, after) = line.split_once(" - ")?;
    let point = before.split(' ').nth(4)?;
    Some((PathBuf::from(unescaped(point)), after.split(' ').next()?))
}

/// Replaces the octal escapes with which the system writes blanks in a mount point.
fn unescaped(point: &str) -> String {
    [(r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", r"\")]
        .into_iter()
        .fold(point.to_owned(), |text, (escape, sign)| text.replace(escape, sign))
}

/// Folder names by which synchronising programs are known, in lower case; a name that goes on after them counts too.
const SYNCHRONISED: [(&str, &str); 11] = [
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("icloud", "iCloud"),
    ("com~apple~clouddocs", "iCloud"),
    ("mobile documents", "iCloud"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("syncthing", "Syncthing"),
];

fn synchronised_by_name(folder: &Path) -> Option<&'static str> {
    let names = folder.components().filter_map(|component| match component {
        Component::Normal(name) => Some(name.to_string_lossy().to_lowercase()),
        _ => None,
    });
    // A path of another system is one component here, so its own separators count as well.
    let names: Vec<String> =
        names.flat_map(|name| name.split('\\').map(str::to_owned).collect::<Vec<_>>()).collect();
    SYNCHRONISED
        .iter()
        .find(|(word, _)| names.iter().any(|name| is_named(name, word)))
        .map(|(_, program)| *program)
}

/// Tells whether a folder is named by `word`: the word itself, or the word and then something that is no letter.
fn is_named(name: &str, word: &str) -> bool {
    name.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        || (word.contains("drive") && name.starts_with(word))
}

/// Files that synchronising programs leave at the top of what they synchronise.
const MARKERS: [(&str, &str); 7] = [
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".sync_journal.db", "Nextcloud"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".stfolder", "Syncthing"),
    (".tmp.driveupload", "Google Drive"),
];

/// Returns the program whose marker lies in `folder` or above it.
fn marked(folder: &Path) -> Option<&'static str> {
    // A home folder holds `.dropbox` as the program's own settings, so there it must be a file.
    folder
        .ancestors()
        .find_map(|above| {
            MARKERS.iter().find(|(marker, _)| {
                let path = above.join(marker);
                if *marker == ".dropbox" { path.is_file() } else { path.exists() }
            })
        })
        .map(|(_, program)| *program)
}
