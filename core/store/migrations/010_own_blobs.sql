-- own: it was put in on this device, which may be the only one that has it. Of what was here before nobody knows any more; only
-- what was asked for is surely somebody else's.
ALTER TABLE blob ADD COLUMN own INTEGER NOT NULL DEFAULT 1;
UPDATE blob SET own = 0 WHERE state = 2;
