-- Work on cases: demand, other forums, splitting and combining, and why a case came back.

CREATE TABLE demand_count (
    id BLOB PRIMARY KEY NOT NULL,
    case_id BLOB NOT NULL REFERENCES case_record (id) DEFERRABLE INITIALLY DEFERRED,
    counted TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    number INTEGER NOT NULL,
    source TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0,
    CHECK (first_day <= last_day)
) STRICT, WITHOUT ROWID;
CREATE INDEX demand_count_case ON demand_count (case_id);

-- That a case is known to another forum, and when; what is said there has no column on purpose.
CREATE TABLE forum_link (
    id BLOB PRIMARY KEY NOT NULL,
    case_id BLOB NOT NULL REFERENCES case_record (id) DEFERRABLE INITIALLY DEFERRED,
    forum TEXT NOT NULL,
    since TEXT,
    until TEXT,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX forum_link_case ON forum_link (case_id);

-- `moved` lists what went from one case to the other with what brings it back.
CREATE TABLE case_move (
    id BLOB PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    link BLOB NOT NULL REFERENCES case_link (id) DEFERRABLE INITIALLY DEFERRED,
    from_case BLOB NOT NULL REFERENCES case_record (id) DEFERRABLE INITIALLY DEFERRED,
    to_case BLOB NOT NULL REFERENCES case_record (id) DEFERRABLE INITIALLY DEFERRED,
    day TEXT NOT NULL,
    meeting BLOB REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    closed BLOB REFERENCES episode (id) DEFERRABLE INITIALLY DEFERRED,
    moved TEXT NOT NULL,
    undone INTEGER NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX case_move_from ON case_move (from_case);
CREATE INDEX case_move_to ON case_move (to_case);

ALTER TABLE episode ADD COLUMN reopened_because TEXT;
ALTER TABLE decision ADD COLUMN reference TEXT;
ALTER TABLE decision ADD COLUMN case_move BLOB REFERENCES case_move (id) DEFERRABLE INITIALLY DEFERRED;
