-- Retention: choices to keep or hold a record, and disposals with every row that went by its key. A row with `removed` 2
-- is what is left of a disposed record for the counts: it is found by nobody and its number is never given again.

CREATE TABLE retention_choice (
    id BLOB PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    of TEXT NOT NULL,
    record BLOB NOT NULL,
    until TEXT,
    why TEXT NOT NULL,
    chosen_by TEXT NOT NULL,
    chosen_on TEXT NOT NULL,
    lifted_on TEXT,
    lifted_by TEXT NOT NULL,
    lifted_because TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX retention_choice_record ON retention_choice (record);

CREATE TABLE disposal (
    id BLOB PRIMARY KEY NOT NULL,
    number INTEGER NOT NULL,
    day TEXT NOT NULL,
    approved_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    records TEXT NOT NULL,
    rows_gone TEXT NOT NULL,
    values_gone INTEGER NOT NULL,
    digest TEXT NOT NULL,
    copies INTEGER NOT NULL,
    copies_gone_by TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX disposal_number ON disposal (number) WHERE removed = 0;

-- `row_key` is a row's key, or for an erased value of the history the device and running number of its audit row.
CREATE TABLE disposed_row (
    disposal BLOB NOT NULL REFERENCES disposal (id) DEFERRABLE INITIALLY DEFERRED,
    of_table TEXT NOT NULL,
    row_key BLOB NOT NULL,
    fate TEXT NOT NULL CHECK (fate IN ('erased', 'thinned')),
    PRIMARY KEY (disposal, of_table, row_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX disposed_row_key ON disposed_row (row_key);

CREATE TRIGGER disposal_never_changes
BEFORE UPDATE ON disposal
BEGIN SELECT RAISE(ABORT, 'disposals are append-only'); END;
CREATE TRIGGER disposed_row_never_changes
BEFORE UPDATE ON disposed_row
BEGIN SELECT RAISE(ABORT, 'disposals are append-only'); END;
