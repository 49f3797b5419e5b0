-- Minutes are confirmed by somebody, at a time, and usually at a meeting; before, the paper could only guess at which.

ALTER TABLE meeting ADD COLUMN confirmed_by TEXT;
ALTER TABLE meeting ADD COLUMN confirmed_at INTEGER;
ALTER TABLE meeting ADD COLUMN confirmed_in BLOB REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED;
