-- What a meeting raised is asked for at every key of its room.
CREATE INDEX action_raised ON action (raised_at) WHERE raised_at IS NOT NULL;
