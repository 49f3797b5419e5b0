//! Saving a paper: whole or not at all.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The folder inside the hub's folder where papers lie for viewing.
const PRIVATE_FOLDER: &str = "papers";

/// Returns the private folder for papers, made when it is missing.
pub fn private_folder(hub: &Path) -> Result<PathBuf, Failure> {
    let folder = hub.join(PRIVATE_FOLDER);
    fs::create_dir_all(&folder).map_err(Failure::disk)?;
    Ok(folder)
}

/// Deletes the papers in the private folder: they were laid there for viewing, are not encrypted, and can be made again.
pub fn clear_private_folder(hub: &Path) -> Result<(), Failure> {
    let folder = hub.join(PRIVATE_FOLDER);
    if !folder.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(&folder).map_err(Failure::disk)? {
        let path = entry.map_err(Failure::disk)?.path();
        if path.is_file() {
            fs::remove_file(path).map_err(Failure::disk)?;
        }
    }
    Ok(())
}

/// Writes `bytes` to `path` under another name first, so that a paper is never half a paper.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let name = path
        .file_name()
        .ok_or_else(|| Failure::refused("Name the file to save the paper as").at("save_as"))?;
    let mut beginning = std::ffi::OsString::from(".");
    beginning.push(name);
    beginning.push(".beginning");
    let beginning = path.with_file_name(beginning);
    let written = File::create(&beginning)
        .and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        })
        .and_then(|()| fs::rename(&beginning, path));
    written.map_err(|error| {
        // What was begun is of no use; when it cannot be removed either, the first error is the one to tell.
        let _ = fs::remove_file(&beginning);
        Failure::disk(error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_replaces_the_one_before_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("agenda.pdf");
        save(&path, b"first").unwrap();
        save(&path, b"second").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"second");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_that_is_not_there_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let refused = save(&folder.path().join("nowhere/agenda.pdf"), b"paper").unwrap_err();
        assert!(refused.message.starts_with("The file could not be written"), "{}", refused.message);
    }
}
