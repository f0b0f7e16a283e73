-- When server and device last compared what they hold, how many lines were here with a receipt, and how many of them lay
-- in cases in which both held the same.
ALTER TABLE device_state ADD COLUMN proven_at INTEGER;
ALTER TABLE device_state ADD COLUMN held_lines INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device_state ADD COLUMN proven_lines INTEGER NOT NULL DEFAULT 0;
-- Since a fork, or since the server was restored, nothing was compared yet: only that finds what was passed by then.
ALTER TABLE device_state ADD COLUMN compare_wanted INTEGER NOT NULL DEFAULT 0;
