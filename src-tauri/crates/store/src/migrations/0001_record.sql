-- The record of a hub. Identifiers are 16 bytes, days are YYYY-MM-DD, instants are milliseconds UTC; short value lists
-- are JSON text. `removed` is the tombstone of a row that was taken back; disposal erases it for good.

CREATE TABLE hub (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    hub_id BLOB NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE settings (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    value TEXT NOT NULL
) STRICT;

CREATE TABLE user (
    id BLOB PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    active INTEGER NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE agency (
    id BLOB PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    field TEXT NOT NULL,
    presence TEXT NOT NULL,
    pack_rule TEXT NOT NULL,
    active INTEGER NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE officer (
    id BLOB PRIMARY KEY NOT NULL,
    agency BLOB NOT NULL REFERENCES agency (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    post TEXT NOT NULL,
    email TEXT NOT NULL,
    telephone TEXT NOT NULL,
    attends INTEGER NOT NULL,
    active INTEGER NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX officer_agency ON officer (agency);

CREATE TABLE area (
    id BLOB PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE subject (
    id BLOB PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,
    date_of_birth TEXT,
    age_years INTEGER,
    age_told_on TEXT,
    addresses TEXT NOT NULL,
    telephones TEXT NOT NULL,
    agency_references TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0,
    CHECK ((age_years IS NULL) = (age_told_on IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE case_record (
    id BLOB PRIMARY KEY NOT NULL,
    prefix TEXT NOT NULL,
    number INTEGER NOT NULL,
    suffix TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    outline TEXT NOT NULL,
    key_issues TEXT NOT NULL,
    factors TEXT NOT NULL,
    place TEXT NOT NULL,
    area BLOB REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED,
    source TEXT,
    lead_agency BLOB REFERENCES agency (id) DEFERRABLE INITIALLY DEFERRED,
    lead_officer BLOB REFERENCES officer (id) DEFERRABLE INITIALLY DEFERRED,
    legal_lead TEXT NOT NULL,
    involved TEXT NOT NULL,
    review_rule TEXT NOT NULL,
    outside_facts TEXT NOT NULL,
    referral_number INTEGER,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX case_record_reference ON case_record (number, suffix, prefix) WHERE removed = 0;

CREATE TABLE case_subject (
    case_id BLOB NOT NULL REFERENCES case_record (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    subject BLOB NOT NULL REFERENCES subject (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL,
    PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_subject_subject ON case_subject (subject);

CREATE TABLE episode (
    id BLOB PRIMARY KEY NOT NULL,
    case_id BLOB NOT NULL REFERENCES case_record (id) DEFERRABLE INITIALLY DEFERRED,
    serial INTEGER NOT NULL,
    opened TEXT NOT NULL,
    closed_on TEXT,
    closed_by TEXT,
    no_score_because TEXT,
    summary TEXT,
    age_as_published INTEGER,
    equal_scores_as_published INTEGER NOT NULL,
    handed_to TEXT,
    notes TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0,
    CHECK ((closed_on IS NULL) = (closed_by IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX episode_serial ON episode (case_id, serial) WHERE removed = 0;
CREATE UNIQUE INDEX episode_open ON episode (case_id) WHERE closed_on IS NULL AND removed = 0;

CREATE TABLE score (
    id BLOB PRIMARY KEY NOT NULL,
    episode BLOB NOT NULL REFERENCES episode (id) DEFERRABLE INITIALLY DEFERRED,
    serial INTEGER NOT NULL,
    stage TEXT NOT NULL,
    day TEXT,
    total INTEGER NOT NULL,
    matrix TEXT NOT NULL,
    route TEXT,
    reason TEXT NOT NULL,
    scorer TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX score_serial ON score (episode, serial) WHERE removed = 0;

CREATE TABLE case_link (
    id BLOB PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    from_case BLOB NOT NULL REFERENCES case_record (id) DEFERRABLE INITIALLY DEFERRED,
    to_case BLOB NOT NULL REFERENCES case_record (id) DEFERRABLE INITIALLY DEFERRED,
    day TEXT,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX case_link_from ON case_link (from_case);
CREATE INDEX case_link_to ON case_link (to_case);

CREATE TABLE meeting (
    id BLOB PRIMARY KEY NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    date TEXT NOT NULL,
    starts INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    room TEXT NOT NULL,
    chair TEXT NOT NULL,
    status TEXT NOT NULL,
    cancelled_because TEXT NOT NULL,
    issued_at INTEGER,
    began_at INTEGER,
    concluded_at INTEGER,
    declaration_read_at INTEGER,
    approved_by TEXT,
    approved_at INTEGER,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX meeting_number ON meeting (number) WHERE removed = 0;
CREATE INDEX meeting_date ON meeting (date);

CREATE TABLE action (
    id BLOB PRIMARY KEY NOT NULL,
    meeting_number INTEGER NOT NULL,
    serial INTEGER NOT NULL,
    case_id BLOB NOT NULL REFERENCES case_record (id) DEFERRABLE INITIALLY DEFERRED,
    raised_at BLOB REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    raised_on TEXT NOT NULL,
    what TEXT NOT NULL,
    kind TEXT NOT NULL,
    agency BLOB NOT NULL REFERENCES agency (id) DEFERRABLE INITIALLY DEFERRED,
    officer BLOB REFERENCES officer (id) DEFERRABLE INITIALLY DEFERRED,
    due TEXT,
    status TEXT NOT NULL,
    done_on TEXT,
    blocked TEXT,
    awaits_acceptance INTEGER NOT NULL,
    light_set BLOB REFERENCES light_setting (id) DEFERRABLE INITIALLY DEFERRED,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX action_number ON action (meeting_number, serial) WHERE removed = 0;
CREATE INDEX action_case ON action (case_id);
CREATE INDEX action_agency ON action (agency);

CREATE TABLE light_setting (
    id BLOB PRIMARY KEY NOT NULL,
    action BLOB NOT NULL REFERENCES action (id) DEFERRABLE INITIALLY DEFERRED,
    light TEXT NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX light_setting_action ON light_setting (action);

-- `serial` is the order of arrival, because days repeat and clocks can be moved back.
CREATE TABLE action_update (
    id BLOB PRIMARY KEY NOT NULL,
    action BLOB NOT NULL REFERENCES action (id) DEFERRABLE INITIALLY DEFERRED,
    serial INTEGER NOT NULL,
    day TEXT NOT NULL,
    text TEXT NOT NULL,
    said_by TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX action_update_serial ON action_update (action, serial);

CREATE TABLE referral (
    id BLOB PRIMARY KEY NOT NULL,
    number INTEGER NOT NULL,
    source TEXT NOT NULL,
    received_on TEXT NOT NULL,
    referrer_name TEXT NOT NULL,
    referrer_agency BLOB REFERENCES agency (id) DEFERRABLE INITIALLY DEFERRED,
    referrer_contact TEXT NOT NULL,
    title TEXT NOT NULL,
    problem TEXT NOT NULL,
    victims TEXT NOT NULL,
    offenders TEXT NOT NULL,
    safeguarding TEXT NOT NULL,
    tried TEXT NOT NULL,
    place TEXT NOT NULL,
    area BLOB REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED,
    status TEXT NOT NULL,
    gate_override TEXT,
    decided_on TEXT,
    outcomes TEXT NOT NULL,
    note TEXT NOT NULL,
    case_id BLOB REFERENCES case_record (id) DEFERRABLE INITIALLY DEFERRED,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX referral_number ON referral (number) WHERE removed = 0;

CREATE TABLE referral_subject (
    referral BLOB NOT NULL REFERENCES referral (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    subject BLOB NOT NULL REFERENCES subject (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL,
    PRIMARY KEY (referral, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX referral_subject_subject ON referral_subject (subject);

CREATE TABLE agency_check (
    id BLOB PRIMARY KEY NOT NULL,
    referral BLOB NOT NULL REFERENCES referral (id) DEFERRABLE INITIALLY DEFERRED,
    agency BLOB NOT NULL REFERENCES agency (id) DEFERRABLE INITIALLY DEFERRED,
    answer TEXT NOT NULL,
    note TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX agency_check_asked ON agency_check (referral, agency) WHERE removed = 0;

CREATE TABLE order_record (
    id BLOB PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    attached_to TEXT NOT NULL CHECK (attached_to IN ('case', 'referral', 'place', 'alone')),
    case_id BLOB REFERENCES case_record (id) DEFERRABLE INITIALLY DEFERRED,
    episode BLOB REFERENCES episode (id) DEFERRABLE INITIALLY DEFERRED,
    referral BLOB REFERENCES referral (id) DEFERRABLE INITIALLY DEFERRED,
    place TEXT,
    subject BLOB REFERENCES subject (id) DEFERRABLE INITIALLY DEFERRED,
    stage TEXT NOT NULL,
    considered_on TEXT,
    in_place_on TEXT,
    expires_on TEXT,
    review_on TEXT,
    ended_on TEXT,
    outcome TEXT,
    note TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX order_record_case ON order_record (case_id);
CREATE INDEX order_record_referral ON order_record (referral);

CREATE TABLE item (
    id BLOB PRIMARY KEY NOT NULL,
    meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    about TEXT NOT NULL,
    case_id BLOB REFERENCES case_record (id) DEFERRABLE INITIALLY DEFERRED,
    referral BLOB REFERENCES referral (id) DEFERRABLE INITIALLY DEFERRED,
    part TEXT NOT NULL,
    title TEXT NOT NULL,
    depth TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    why TEXT NOT NULL,
    began_at INTEGER,
    left_at INTEGER,
    spent_ms INTEGER NOT NULL,
    level TEXT,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX item_meeting ON item (meeting, position);
CREATE INDEX item_case ON item (case_id);
CREATE INDEX item_referral ON item (referral);

CREATE TABLE attendance (
    id BLOB PRIMARY KEY NOT NULL,
    meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    serial INTEGER NOT NULL,
    agency BLOB REFERENCES agency (id) DEFERRABLE INITIALLY DEFERRED,
    officer BLOB REFERENCES officer (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    mode TEXT NOT NULL,
    substitute_for TEXT NOT NULL,
    from_item INTEGER,
    to_item INTEGER,
    heard_declaration INTEGER NOT NULL,
    at INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX attendance_serial ON attendance (meeting, serial) WHERE removed = 0;

CREATE TABLE key_point (
    id BLOB PRIMARY KEY NOT NULL,
    item BLOB NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
    serial INTEGER NOT NULL,
    text TEXT NOT NULL,
    shown INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL,
    at INTEGER NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX key_point_serial ON key_point (item, serial) WHERE removed = 0;

CREATE TABLE decision (
    id BLOB PRIMARY KEY NOT NULL,
    item BLOB NOT NULL REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
    serial INTEGER NOT NULL,
    decided TEXT NOT NULL,
    no_score_because TEXT,
    scheme TEXT,
    day TEXT,
    case_id BLOB REFERENCES case_record (id) DEFERRABLE INITIALLY DEFERRED,
    outcomes TEXT NOT NULL,
    text TEXT NOT NULL,
    withdrawn INTEGER NOT NULL,
    at INTEGER NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX decision_serial ON decision (item, serial) WHERE removed = 0;

CREATE TABLE written_update (
    id BLOB PRIMARY KEY NOT NULL,
    meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    case_id BLOB NOT NULL REFERENCES case_record (id) DEFERRABLE INITIALLY DEFERRED,
    agency BLOB NOT NULL REFERENCES agency (id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    shown INTEGER NOT NULL,
    at INTEGER NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX written_update_meeting ON written_update (meeting);

CREATE TABLE minutes_revision (
    id BLOB PRIMARY KEY NOT NULL,
    meeting BLOB NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    item BLOB REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
    serial INTEGER NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    corrected_by TEXT NOT NULL,
    at INTEGER NOT NULL,
    after_approval INTEGER NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX minutes_revision_serial ON minutes_revision (meeting, serial) WHERE removed = 0;

CREATE TABLE room_state (
    meeting BLOB PRIMARY KEY NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    item BLOB REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
    running_since INTEGER,
    projected BLOB REFERENCES item (id) DEFERRABLE INITIALLY DEFERRED,
    blank INTEGER NOT NULL,
    level TEXT NOT NULL,
    raised TEXT NOT NULL,
    observer_override TEXT,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- What is being typed and not entered yet; a journal, not part of the record, so not audited.
CREATE TABLE draft (
    key TEXT PRIMARY KEY NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A row of a sheet as it was last imported, so that a later file is compared with the file before it. A row is known by
-- the record it belongs to and the part of it: a reference and an opening date, an agency and a person.
CREATE TABLE import_row (
    sheet TEXT NOT NULL,
    belongs_to TEXT NOT NULL,
    part TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (sheet, belongs_to, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE heading_map (
    kind TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was written, chained: each hash covers the row and the hash before it. The values themselves lie in `history`,
-- so that disposal can erase value and salt while the chain still verifies.
CREATE TABLE audit (
    device BLOB NOT NULL,
    serial INTEGER NOT NULL,
    at INTEGER NOT NULL,
    user BLOB NOT NULL,
    in_name_of TEXT,
    kind TEXT NOT NULL,
    row_id BLOB NOT NULL,
    value_hash BLOB NOT NULL,
    previous_hash BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (device, serial)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_row ON audit (row_id);

CREATE TABLE history (
    device BLOB NOT NULL,
    serial INTEGER NOT NULL,
    salt BLOB,
    value TEXT,
    PRIMARY KEY (device, serial)
) STRICT, WITHOUT ROWID;

-- The words by which a record is found.
CREATE TABLE search_entry (
    entry INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id BLOB NOT NULL UNIQUE,
    title TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search_text USING fts5 (
    title, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER audit_never_changes
BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;
CREATE TRIGGER score_never_changes
BEFORE UPDATE ON score
WHEN (OLD.id, OLD.episode, OLD.serial, OLD.stage, OLD.day, OLD.total, OLD.matrix, OLD.route, OLD.reason, OLD.scorer) IS NOT (NEW.id, NEW.episode, NEW.serial, NEW.stage, NEW.day, NEW.total, NEW.matrix, NEW.route, NEW.reason, NEW.scorer)
BEGIN SELECT RAISE(ABORT, 'scores are append-only'); END;
CREATE TRIGGER action_update_never_changes
BEFORE UPDATE ON action_update
WHEN (OLD.id, OLD.action, OLD.serial, OLD.day, OLD.text, OLD.said_by) IS NOT (NEW.id, NEW.action, NEW.serial, NEW.day, NEW.text, NEW.said_by)
BEGIN SELECT RAISE(ABORT, 'updates are append-only'); END;
CREATE TRIGGER light_setting_never_changes
BEFORE UPDATE ON light_setting
BEGIN SELECT RAISE(ABORT, 'light settings are append-only'); END;
CREATE TRIGGER minutes_revision_never_changes
BEFORE UPDATE ON minutes_revision
WHEN (OLD.id, OLD.meeting, OLD.item, OLD.serial, OLD.before, OLD.after, OLD.corrected_by, OLD.at, OLD.after_approval) IS NOT (NEW.id, NEW.meeting, NEW.item, NEW.serial, NEW.before, NEW.after, NEW.corrected_by, NEW.at, NEW.after_approval)
BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
