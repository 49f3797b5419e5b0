//! What went from case to case when they were split or combined: added, undone, never rewritten.

use domain::case_move::CaseMove;
use domain::ids::{CaseId, CaseMoveId};

use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;
use crate::writer::Writer;

record! {
    #[append_only = true]
    CaseMove in "case_move", found by |_| None, key id,
    { id, kind, link, from as from_case, to as to_case, on as day, meeting, closed, moved, undone }
}

impl Reader<'_> {
    /// Returns what went from or to a case, undone moves among them, in the order in which it went.
    pub fn moves_of(&self, case: CaseId) -> Result<Vec<CaseMove>, StoreError> {
        self.list("WHERE (from_case = ?1 OR to_case = ?1) AND removed = 0 ORDER BY id", [case.to_value()])
    }

    /// Returns a move; absent when there is none.
    pub fn get_move(&self, id: CaseMoveId) -> Result<Option<CaseMove>, StoreError> {
        self.get(id.0)
    }
}

impl Writer<'_> {
    /// Adds a move; returns whether it is new. The same move with other values is refused.
    pub fn add_move(&mut self, made: &CaseMove) -> Result<bool, StoreError> {
        self.put(made)
    }

    /// Says that a move was undone; returns whether anything changed.
    pub fn undo_move(&mut self, id: CaseMoveId) -> Result<bool, StoreError> {
        self.amend::<CaseMove>(id.0, "splitting or combining", |made| made.undone = true)
    }
}
