//! Versions of the scoring matrices, never changed once written.

use domain::ids::MatrixVersionId;
use domain::matrix::MatrixVersion;

use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;
use crate::writer::Writer;

record! {
    #[append_only = true]
    MatrixVersion in "matrix_version", found by |_| None, key id,
    { id, kind, number, matrix as definition, made_on, made_by }
}

impl Reader<'_> {
    /// Returns the versions of both matrices that were saved or used, in their order.
    pub fn list_matrix_versions(&self) -> Result<Vec<MatrixVersion>, StoreError> {
        self.list("WHERE removed = 0 ORDER BY kind, number", [])
    }

    /// Returns a version; absent when none was written.
    pub fn get_matrix_version(&self, id: MatrixVersionId) -> Result<Option<MatrixVersion>, StoreError> {
        self.get(id.0)
    }

    /// Returns how many scores were made with a version, factor by factor.
    pub fn scores_made_with(&self, version: MatrixVersionId) -> Result<u32, StoreError> {
        let sql = "SELECT count(*) FROM score WHERE matrix_version = ?1 AND removed = 0";
        Ok(u32::try_from(self.number(sql, [version.to_value()])?).unwrap_or(u32::MAX))
    }

    /// Returns how many cases have scores made with a version.
    pub fn cases_scored_with(&self, version: MatrixVersionId) -> Result<u32, StoreError> {
        let sql = "SELECT count(DISTINCT episode.case_id) FROM score JOIN episode ON episode.id = score.episode \
                   WHERE score.matrix_version = ?1 AND score.removed = 0 AND episode.removed = 0";
        Ok(u32::try_from(self.number(sql, [version.to_value()])?).unwrap_or(u32::MAX))
    }
}

impl Writer<'_> {
    /// Adds a version; returns whether it is new. The same version with another definition is refused.
    pub fn add_matrix_version(&mut self, version: &MatrixVersion) -> Result<bool, StoreError> {
        self.put(version)
    }
}
