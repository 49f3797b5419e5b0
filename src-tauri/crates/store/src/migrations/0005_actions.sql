-- The whole life of an action: what each log entry tells, acceptance by an agency that was not there, escalation; the
-- hub's usual actions; and what was settled when a case was closed.

ALTER TABLE action_update ADD COLUMN kind TEXT NOT NULL DEFAULT 'said';
ALTER TABLE action_update ADD COLUMN meeting BLOB REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED;

DROP TRIGGER action_update_never_changes;
CREATE TRIGGER action_update_never_changes
BEFORE UPDATE ON action_update
WHEN (OLD.id, OLD.action, OLD.serial, OLD.day, OLD.text, OLD.said_by, OLD.kind, OLD.meeting) IS NOT (NEW.id, NEW.action, NEW.serial, NEW.day, NEW.text, NEW.said_by, NEW.kind, NEW.meeting)
BEGIN SELECT RAISE(ABORT, 'updates are append-only'); END;

-- `awaits_acceptance` of schema 1 says that an answer is awaited; an answer stands here.
ALTER TABLE action ADD COLUMN answer TEXT CHECK (answer IN ('accepted', 'declined'));
ALTER TABLE action ADD COLUMN answered_on TEXT;
ALTER TABLE action ADD COLUMN answered_by TEXT;
ALTER TABLE action ADD COLUMN declined_because TEXT;
ALTER TABLE action ADD COLUMN escalated_to TEXT;
ALTER TABLE action ADD COLUMN escalated_because TEXT;
ALTER TABLE action ADD COLUMN escalated_on TEXT;

-- A shipped usual action is stored only once a hub changes it.
CREATE TABLE action_template (
    id BLOB PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    what TEXT NOT NULL,
    kind TEXT NOT NULL,
    days INTEGER,
    agency BLOB REFERENCES agency (id) DEFERRABLE INITIALLY DEFERRED,
    retired INTEGER NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- JSON: the actions and orders that were settled, and who is told; absent while open and for imported rows.
ALTER TABLE episode ADD COLUMN closure_check TEXT;
