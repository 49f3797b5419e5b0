-- Papers that went out: each version frozen part by part, so that what is disposed of leaves the rest as it was; the copy of
-- each recipient; and the disclosure log. Lists are JSON, and so are the frozen parts, in the form of the paper's model.

CREATE TABLE issue (
    id BLOB PRIMARY KEY NOT NULL,
    meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    paper TEXT NOT NULL,
    version INTEGER NOT NULL,
    digest TEXT NOT NULL,
    audit_serial INTEGER NOT NULL,
    audit_hash TEXT NOT NULL,
    at INTEGER NOT NULL,
    issued_by TEXT NOT NULL,
    frame TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX issue_version ON issue (meeting, paper, version) WHERE removed = 0;

CREATE TABLE issue_part (
    id BLOB PRIMARY KEY NOT NULL,
    issue BLOB NOT NULL REFERENCES issue (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    reference TEXT NOT NULL,
    case_id BLOB REFERENCES case_record (id) DEFERRABLE INITIALLY DEFERRED,
    referral BLOB REFERENCES referral (id) DEFERRABLE INITIALLY DEFERRED,
    agencies TEXT NOT NULL,
    model TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX issue_part_issue ON issue_part (issue);
CREATE INDEX issue_part_case ON issue_part (case_id);
CREATE INDEX issue_part_referral ON issue_part (referral);

CREATE TABLE issued_copy (
    id BLOB PRIMARY KEY NOT NULL,
    issue BLOB NOT NULL REFERENCES issue (id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL,
    agency BLOB NOT NULL REFERENCES agency (id) DEFERRABLE INITIALLY DEFERRED,
    rule TEXT NOT NULL,
    contents TEXT NOT NULL,
    file_name TEXT NOT NULL,
    locked INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    sent_at INTEGER,
    sent_by TEXT,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX issued_copy_number ON issued_copy (issue, number) WHERE removed = 0;
CREATE UNIQUE INDEX issued_copy_agency ON issued_copy (issue, agency) WHERE removed = 0;

CREATE TABLE disclosure (
    id BLOB PRIMARY KEY NOT NULL,
    serial INTEGER NOT NULL,
    at INTEGER NOT NULL,
    disclosed_by TEXT NOT NULL,
    agency BLOB REFERENCES agency (id) DEFERRABLE INITIALLY DEFERRED,
    told_to TEXT NOT NULL,
    what TEXT NOT NULL,
    refs TEXT NOT NULL,
    why TEXT NOT NULL,
    copy BLOB REFERENCES issued_copy (id) DEFERRABLE INITIALLY DEFERRED,
    withdrawn INTEGER NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX disclosure_serial ON disclosure (serial) WHERE removed = 0;

CREATE TRIGGER issue_never_changes
BEFORE UPDATE ON issue
WHEN (OLD.id, OLD.meeting, OLD.paper, OLD.version, OLD.digest, OLD.audit_serial, OLD.audit_hash, OLD.at, OLD.issued_by) IS NOT (NEW.id, NEW.meeting, NEW.paper, NEW.version, NEW.digest, NEW.audit_serial, NEW.audit_hash, NEW.at, NEW.issued_by)
BEGIN SELECT RAISE(ABORT, 'issues are append-only'); END;
CREATE TRIGGER disclosure_never_changes
BEFORE UPDATE ON disclosure
WHEN (OLD.id, OLD.serial, OLD.at, OLD.disclosed_by, OLD.told_to, OLD.copy) IS NOT (NEW.id, NEW.serial, NEW.at, NEW.disclosed_by, NEW.told_to, NEW.copy)
BEGIN SELECT RAISE(ABORT, 'the disclosure log is append-only'); END;
