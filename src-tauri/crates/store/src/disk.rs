//! Writing small files so that after a crash either the old or the new one is there, whole.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use crate::error::StoreError;

/// Replaces the file at `path` by `bytes`: written beside it, flushed to the disk, then renamed over it.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let beside = path.with_extension("new");
    let written = write_through(&beside, bytes).and_then(|()| {
        fs::rename(&beside, path).map_err(StoreError::disk("Replacing a file of the hub"))?;
        flush_folder(path.parent().unwrap_or(Path::new(".")))
    });
    if written.is_err() {
        // The half-written file is of no use, and the refusal that matters is the one already in hand.
        let _ = fs::remove_file(&beside);
    }
    written
}

fn write_through(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let mut file = File::create(path).map_err(StoreError::disk("Writing a file of the hub"))?;
    file.write_all(bytes).map_err(StoreError::disk("Writing a file of the hub"))?;
    file.sync_all().map_err(StoreError::disk("Flushing a file of the hub to the disk"))
}

/// Flushes the names in a folder to the disk, where the system knows such a thing.
pub(crate) fn flush_folder(folder: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(StoreError::disk("Flushing the hub's folder to the disk"))?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

/// Flushes a file that was written by others to the disk.
pub(crate) fn flush_file(path: &Path) -> Result<(), StoreError> {
    File::options()
        .read(true)
        .write(true)
        .open(path)
        .and_then(|file| file.sync_all())
        .map_err(StoreError::disk("Flushing a file of the hub to the disk"))
}

/// Makes the folder of a hub, for the person who is signed in and nobody else where the system knows such rights; one that
/// is there keeps its own.
pub(crate) fn make_private(folder: &Path) -> Result<(), StoreError> {
    let making = "Making the hub's folder";
    if folder.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(folder).map_err(StoreError::disk(making))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(StoreError::disk(making))?;
    }
    Ok(())
}

/// Makes sure that the disk has room for as much again as the file at `path` holds, and a little more.
pub(crate) fn make_sure_of_room(path: &Path) -> Result<(), StoreError> {
    const CHUNK: usize = 64 * 1024;
    let making = "Making room beside the record";
    let length = fs::metadata(path).map_err(StoreError::disk(making))?.len();
    let beside = path.with_extension("room");
    let filled = File::create(&beside).and_then(|mut file| {
        for _ in 0..=(length + length / 64) / CHUNK as u64 + 1 {
            file.write_all(&[0; CHUNK])?;
        }
        file.sync_all()
    });
    // What was taken is given back, whether it was enough or not.
    let _ = fs::remove_file(&beside);
    filled.map_err(StoreError::disk(making))
}
