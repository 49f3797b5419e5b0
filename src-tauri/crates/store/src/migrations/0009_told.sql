-- Who was told in a running meeting to come at another time, so that nobody is told twice. The list is JSON.

ALTER TABLE room_state ADD COLUMN told TEXT NOT NULL DEFAULT '[]';
