//! Versions of papers that went out, and their parts; neither is ever reworded.

use domain::ids::{IssueId, MeetingId};
use domain::issue::{Issue, IssuePart, IssuedPaper};

use crate::column::Column;
use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;
use crate::writer::Writer;

record! {
    #[append_only = true]
    Issue in "issue", found by |_| None, key id,
    { id, meeting, paper, version, digest, audit_serial, audit_hash, at, by as issued_by, frame }
}

record! {
    #[append_only = true]
    IssuePart in "issue_part", found by |_| None, key id,
    { id, issue, position, reference, case as case_id, referral, agencies, model }
}

impl Reader<'_> {
    /// Returns the versions of a meeting's paper, the first one first.
    pub fn issues_of(&self, meeting: MeetingId, paper: IssuedPaper) -> Result<Vec<Issue>, StoreError> {
        self.list(
            "WHERE meeting = ?1 AND paper = ?2 AND removed = 0 ORDER BY version",
            [meeting.to_value(), paper.to_value()],
        )
    }

    /// Returns a version; absent when there is none.
    pub fn get_issue(&self, id: IssueId) -> Result<Option<Issue>, StoreError> {
        self.get(id.0)
    }

    /// Returns the parts of a version in the order of the paper; those that were disposed of are not among them.
    pub fn parts_of(&self, issue: IssueId) -> Result<Vec<IssuePart>, StoreError> {
        self.list("WHERE issue = ?1 AND removed = 0 ORDER BY position", [issue.to_value()])
    }
}

impl Writer<'_> {
    /// Adds a version; returns whether it is new. The same version with other values is refused.
    pub fn add_issue(&mut self, issue: &Issue) -> Result<bool, StoreError> {
        self.put(issue)
    }

    /// Adds a part of a version; returns whether it is new. The same part with other values is refused.
    pub fn add_issue_part(&mut self, part: &IssuePart) -> Result<bool, StoreError> {
        self.put(part)
    }
}
