-- Scoring matrices as versioned data, the answers behind a score, and a scoring that is shared with the audience.
-- The versions that ship with the program are written when they are first used or changed.

CREATE TABLE matrix_version (
    id BLOB PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    definition TEXT NOT NULL,
    made_on TEXT,
    made_by TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX matrix_version_number ON matrix_version (kind, number) WHERE removed = 0;

CREATE TRIGGER matrix_version_never_changes
BEFORE UPDATE ON matrix_version
BEGIN SELECT RAISE(ABORT, 'versions of a matrix are append-only'); END;
CREATE TRIGGER matrix_version_never_goes BEFORE DELETE ON matrix_version
BEGIN SELECT RAISE(ABORT, 'versions of a matrix are append-only'); END;

ALTER TABLE score ADD COLUMN matrix_version BLOB REFERENCES matrix_version (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE score ADD COLUMN answers TEXT;
CREATE INDEX score_matrix_version ON score (matrix_version);

DROP TRIGGER score_never_changes;
CREATE TRIGGER score_never_changes
BEFORE UPDATE ON score
WHEN (OLD.id, OLD.episode, OLD.serial, OLD.stage, OLD.day, OLD.total, OLD.matrix, OLD.route, OLD.reason, OLD.scorer, OLD.matrix_version, OLD.answers) IS NOT (NEW.id, NEW.episode, NEW.serial, NEW.stage, NEW.day, NEW.total, NEW.matrix, NEW.route, NEW.reason, NEW.scorer, NEW.matrix_version, NEW.answers)
BEGIN SELECT RAISE(ABORT, 'scores are append-only'); END;

ALTER TABLE room_state ADD COLUMN scoring TEXT;
