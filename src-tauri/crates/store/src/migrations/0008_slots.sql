-- The planner of slots: fixed times, items that the user placed, which agencies an item needs against the record, who is
-- there throughout this time, and the running order before the planner changed it. The lists are JSON.

ALTER TABLE item ADD COLUMN fixed_at INTEGER;
ALTER TABLE item ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE item ADD COLUMN needs TEXT NOT NULL DEFAULT '[]';
ALTER TABLE meeting ADD COLUMN presences TEXT NOT NULL DEFAULT '[]';
ALTER TABLE meeting ADD COLUMN order_before TEXT NOT NULL DEFAULT '[]';
