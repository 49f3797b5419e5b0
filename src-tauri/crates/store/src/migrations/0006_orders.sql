-- Orders and interventions: their types and periods as rows of data, their steps, and what is recorded beside them.

-- What holds for orders of a name that are made from `valid_from` to `valid_until`. A changed row ends, and a new one begins.
CREATE TABLE order_type (
    id BLOB PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    stands_for TEXT NOT NULL,
    category TEXT NOT NULL CHECK (category IN ('enforcement', 'support', 'mediation', 'restorative_justice')),
    period TEXT,
    counting TEXT NOT NULL,
    appeal TEXT,
    review_after TEXT,
    review_every TEXT,
    review_only_under_18 INTEGER NOT NULL,
    extendable_to TEXT,
    source TEXT NOT NULL,
    valid_from TEXT,
    valid_until TEXT,
    is_default INTEGER NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- The list that hubs publish; periods are defaults that a hub changes, and no legal advice.
INSERT INTO order_type (
    id, name, stands_for, category, period, counting, appeal, review_after, review_every, review_only_under_18,
    extendable_to, source, valid_from, valid_until, is_default
) VALUES
    (X'6F726465722D80008000000000000001', 'ABC', 'acceptable behaviour contract', 'support', '{"amount":6,"unit":"months"}', '{"first_day":false,"without_weekends":false,"without_bank_holidays":false}', NULL, '{"amount":3,"unit":"months"}', NULL, 0, NULL,
        'Voluntary agreement; usual practice of hubs. Default: 6 months, review at 3.', NULL, NULL, 1),
    (X'6F726465722D80008000000000000002', 'CPW', 'community protection warning', 'enforcement', NULL, '{"first_day":false,"without_weekends":false,"without_bank_holidays":false}', NULL, NULL, NULL, 0, NULL,
        'Anti-social Behaviour, Crime and Policing Act 2014, section 43(5): a written warning comes before a notice and has no period of its own.', NULL, NULL, 1),
    (X'6F726465722D80008000000000000003', 'CPN', 'community protection notice', 'enforcement', NULL, '{"first_day":true,"without_weekends":false,"without_bank_holidays":false}', '{"amount":21,"unit":"days"}', NULL, NULL, 0, NULL,
        'Anti-social Behaviour, Crime and Policing Act 2014, section 46: appeal within 21 days, counting the day of issue.', NULL, NULL, 1),
    (X'6F726465722D80008000000000000004', 'CBO', 'criminal behaviour order', 'enforcement', NULL, '{"first_day":false,"without_weekends":false,"without_bank_holidays":false}', NULL, NULL, '{"amount":12,"unit":"months"}', 1, NULL,
        'Anti-social Behaviour, Crime and Policing Act 2014, Part 2: the court fixes the period; reviewed every 12 months while the person is under 18.', NULL, NULL, 1),
    (X'6F726465722D80008000000000000005', 'Civil Injunction', 'civil injunction', 'enforcement', NULL, '{"first_day":false,"without_weekends":false,"without_bank_holidays":false}', NULL, NULL, NULL, 0, NULL,
        'Anti-social Behaviour, Crime and Policing Act 2014, Part 1: the court fixes the period.', NULL, NULL, 1),
    (X'6F726465722D80008000000000000006', 'Gang Injunction', 'gang injunction', 'enforcement', NULL, '{"first_day":false,"without_weekends":false,"without_bank_holidays":false}', NULL, NULL, NULL, 0, NULL,
        'Policing and Crime Act 2009, Part 4: the court fixes the period and any review.', NULL, NULL, 1),
    (X'6F726465722D80008000000000000007', 'Closure Notice', 'closure notice', 'enforcement', NULL, '{"first_day":true,"without_weekends":false,"without_bank_holidays":false}', NULL, NULL, NULL, 0, NULL,
        'Anti-social Behaviour, Crime and Policing Act 2014, Part 4, Chapter 3: counted in hours, so no day is proposed.', NULL, NULL, 1),
    (X'6F726465722D80008000000000000008', 'Closure Order', 'closure order', 'enforcement', '{"amount":3,"unit":"months"}', '{"first_day":true,"without_weekends":false,"without_bank_holidays":false}', NULL, NULL, NULL, 0, '{"amount":6,"unit":"months"}',
        'Anti-social Behaviour, Crime and Policing Act 2014, Part 4, Chapter 3: up to 3 months, extendable to 6 in all.', NULL, NULL, 1),
    (X'6F726465722D80008000000000000009', 'PSPO', 'public spaces protection order', 'enforcement', '{"amount":3,"unit":"years"}', '{"first_day":true,"without_weekends":false,"without_bank_holidays":false}', NULL, '{"amount":12,"unit":"months"}', '{"amount":12,"unit":"months"}', 0, NULL,
        'Anti-social Behaviour, Crime and Policing Act 2014, Part 4, Chapter 2: up to 3 years, may be extended again; reviewed at 12 months by default.', NULL, NULL, 1),
    (X'6F726465722D8000800000000000000A', 'Dispersal', 'dispersal direction', 'enforcement', NULL, '{"first_day":true,"without_weekends":false,"without_bank_holidays":false}', NULL, NULL, NULL, 0, NULL,
        'Anti-social Behaviour, Crime and Policing Act 2014, Part 3: counted in hours, so no day is proposed.', NULL, NULL, 1),
    (X'6F726465722D8000800000000000000B', 'Tenancy Action', 'action on the tenancy', 'enforcement', NULL, '{"first_day":false,"without_weekends":false,"without_bank_holidays":false}', NULL, NULL, NULL, 0, NULL,
        'The landlord’s own procedure; the tenancy and the notice say what holds.', NULL, NULL, 1),
    (X'6F726465722D8000800000000000000C', 'Mediation', 'mediation', 'mediation', NULL, '{"first_day":false,"without_weekends":false,"without_bank_holidays":false}', NULL, NULL, NULL, 0, NULL,
        'Voluntary; the mediator agrees the dates.', NULL, NULL, 1),
    (X'6F726465722D8000800000000000000D', 'RJ', 'restorative justice', 'restorative_justice', NULL, '{"first_day":false,"without_weekends":false,"without_bank_holidays":false}', NULL, NULL, NULL, 0, NULL,
        'Voluntary; the facilitator agrees the dates.', NULL, NULL, 1),
    (X'6F726465722D8000800000000000000E', 'Prosecution', 'prosecution', 'enforcement', NULL, '{"first_day":false,"without_weekends":false,"without_bank_holidays":false}', NULL, NULL, NULL, 0, NULL,
        'The court fixes the dates.', NULL, NULL, 1),
    (X'6F726465722D8000800000000000000F', 'Warning Letter', 'warning letter', 'enforcement', NULL, '{"first_day":false,"without_weekends":false,"without_bank_holidays":false}', NULL, NULL, NULL, 0, NULL,
        'The hub’s or the agency’s own letter; it has no period.', NULL, NULL, 1);

ALTER TABLE order_record ADD COLUMN order_type BLOB REFERENCES order_type (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE order_record ADD COLUMN appeal_ends_on TEXT;
ALTER TABLE order_record ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE order_record ADD COLUMN conditions TEXT NOT NULL DEFAULT '[]';
UPDATE order_record SET order_type = (SELECT id FROM order_type WHERE lower(name) = lower(trim(kind)));

CREATE TABLE order_event (
    id BLOB PRIMARY KEY NOT NULL,
    order_id BLOB NOT NULL REFERENCES order_record (id) DEFERRABLE INITIALLY DEFERRED,
    serial INTEGER NOT NULL,
    kind TEXT NOT NULL,
    stage TEXT NOT NULL,
    day TEXT,
    reason TEXT NOT NULL,
    outcome TEXT,
    expires_on TEXT,
    review_on TEXT,
    said_by TEXT NOT NULL,
    meeting BLOB REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    takes_back BLOB REFERENCES order_event (id) DEFERRABLE INITIALLY DEFERRED,
    before TEXT,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX order_event_serial ON order_event (order_id, serial);
CREATE TRIGGER order_event_never_changes
BEFORE UPDATE ON order_event
WHEN (OLD.id, OLD.order_id, OLD.serial, OLD.kind, OLD.stage, OLD.day, OLD.outcome, OLD.expires_on, OLD.review_on, OLD.meeting, OLD.takes_back)
    IS NOT (NEW.id, NEW.order_id, NEW.serial, NEW.kind, NEW.stage, NEW.day, NEW.outcome, NEW.expires_on, NEW.review_on, NEW.meeting, NEW.takes_back)
BEGIN SELECT RAISE(ABORT, 'the steps of an order are append-only'); END;

-- Orders that were kept without their steps begin with the one they were found at; its key is the order's own.
INSERT INTO order_event (id, order_id, serial, kind, stage, day, reason, outcome, expires_on, review_on, said_by)
SELECT id, id, 1, 'as_found', stage,
    CASE
        WHEN stage IN ('ended', 'refused', 'not_progressed') THEN ended_on
        WHEN stage IN ('in_place', 'continued') THEN in_place_on
        ELSE considered_on
    END,
    '', outcome, expires_on, review_on, ''
FROM order_record WHERE removed = 0;

CREATE TABLE order_breach (
    id BLOB PRIMARY KEY NOT NULL,
    order_id BLOB NOT NULL REFERENCES order_record (id) DEFERRABLE INITIALLY DEFERRED,
    day TEXT NOT NULL,
    what TEXT NOT NULL,
    done TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX order_breach_order ON order_breach (order_id);

CREATE TABLE order_review (
    id BLOB PRIMARY KEY NOT NULL,
    order_id BLOB NOT NULL REFERENCES order_record (id) DEFERRABLE INITIALLY DEFERRED,
    day TEXT NOT NULL,
    what TEXT NOT NULL,
    next_on TEXT,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX order_review_order ON order_review (order_id);

-- Offers of restorative justice and the answers to them; the latest to a person stands.
CREATE TABLE order_offer (
    id BLOB PRIMARY KEY NOT NULL,
    order_id BLOB NOT NULL REFERENCES order_record (id) DEFERRABLE INITIALLY DEFERRED,
    day TEXT NOT NULL,
    to_whom TEXT NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('offered', 'declined', 'taken_up', 'not_suitable')),
    note TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX order_offer_order ON order_offer (order_id);
