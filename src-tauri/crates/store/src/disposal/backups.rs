//! Backups that still hold what was disposed of.

use domain::moment::Moment;

use crate::backup::{let_go, list_backups};
use crate::disk;
use crate::error::StoreError;
use crate::restore::remove_aside_before;
use crate::store::Store;

impl Store {
    /// Removes the backups in the hub's own folder that were made before `moment`, with the records that were put aside as
    /// damaged before it, and returns how many backups there were.
    ///
    /// Whoever asks has made a newer one first.
    pub fn remove_backups_before(&self, moment: Moment) -> Result<u32, StoreError> {
        let folder = self.backup_folder();
        let mut removed = 0;
        for backup in list_backups(&folder)?.into_iter().filter(|backup| backup.made_at < moment) {
            let_go(&backup.path)?;
            removed += 1;
        }
        remove_aside_before(&self.folder, moment)?;
        if removed > 0 {
            disk::flush_folder(&folder)?;
        }
        Ok(removed)
    }
}
