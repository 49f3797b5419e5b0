//! Saving a paper: whole or not at all.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The folder inside the hub's folder where papers lie for viewing.
const PRIVATE_FOLDER: &str = "papers";

/// Returns the private folder for papers, made when it is missing, for the person who is signed in and nobody else.
pub fn private_folder(hub: &Path) -> Result<PathBuf, Failure> {
    let folder = hub.join(PRIVATE_FOLDER);
    let mut making = fs::DirBuilder::new();
    making.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut making, 0o700);
    making.create(&folder).map_err(Failure::disk)?;
    Ok(folder)
}

/// Deletes the papers in the private folder: they were laid there for viewing, are not encrypted, and can be made again.
/// Returns the names of those that stay, because another program holds them open.
pub fn clear_private_folder(hub: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(hub.join(PRIVATE_FOLDER)) else { return Vec::new() };
    let files = entries.filter_map(Result::ok).filter(|entry| entry.path().is_file());
    let held = files.filter(|entry| fs::remove_file(entry.path()).is_err());
    held.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

/// A file that has a place and nothing in it yet: that it can be written is known before what it holds is let out.
#[derive(Debug)]
pub struct Begun {
    path: PathBuf,
    /// Under which name it is written, so that a paper is never half a paper; gone when it is not finished.
    beginning: PathBuf,
    file: Option<File>,
}

/// Begins a file.
pub fn begin(path: &Path) -> Result<Begun, Failure> {
    let name = path
        .file_name()
        .ok_or_else(|| Failure::refused("Name the file to save the paper as").at("save_as"))?;
    let mut beginning = std::ffi::OsString::from(".");
    beginning.push(name);
    beginning.push(".beginning");
    let beginning = path.with_file_name(beginning);
    let file = File::create(&beginning).map_err(Failure::disk)?;
    Ok(Begun { path: path.to_owned(), beginning, file: Some(file) })
}

impl Begun {
    /// Writes what it holds, whole or not at all.
    pub fn finish(mut self, bytes: &[u8]) -> Result<(), Failure> {
        if let Some(mut file) = self.file.take() {
            file.write_all(bytes).and_then(|()| file.sync_all()).map_err(Failure::disk)?;
        }
        fs::rename(&self.beginning, &self.path).map_err(Failure::disk)
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        // Nothing stands under this name any more once the file is finished.
        let _ = fs::remove_file(&self.beginning);
    }
}

/// Writes `bytes` to `path`, whole or not at all.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    begin(path)?.finish(bytes)
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
    fn papers_laid_out_for_viewing_are_removed_and_what_stays_is_named() {
        let hub = tempfile::tempdir().unwrap();
        assert_eq!(clear_private_folder(hub.path()), Vec::<String>::new(), "there is no folder yet");
        let folder = private_folder(hub.path()).unwrap();
        save(&folder.join("agenda.pdf"), b"paper").unwrap();
        assert_eq!(clear_private_folder(hub.path()), Vec::<String>::new());
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
    }

    #[test]
    fn a_file_that_is_begun_and_not_finished_leaves_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("agenda.pdf");
        save(&path, b"first").unwrap();
        drop(begin(&path).unwrap());
        assert_eq!(fs::read(&path).unwrap(), b"first");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing lies beside it");
    }

    #[test]
    fn a_folder_that_is_not_there_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let refused = save(&folder.path().join("nowhere/agenda.pdf"), b"paper").unwrap_err();
        assert!(refused.message.starts_with("The file could not be written"), "{}", refused.message);
    }
}
