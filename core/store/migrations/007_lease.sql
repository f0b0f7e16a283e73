-- A lease is counted from the last contact on: by the device's own clock then, and by the longest time since that was ever seen
-- to have passed. A clock that is set back takes nothing off it.
ALTER TABLE device_state ADD COLUMN contact_here INTEGER;
ALTER TABLE device_state ADD COLUMN passed_since INTEGER NOT NULL DEFAULT 0;
-- The shorter end that holds while somebody with protected personal data is on the device.
ALTER TABLE device_state ADD COLUMN lease_protected INTEGER;
CREATE INDEX card_protected ON card (case_id) WHERE protected = 1;
