-- How many of a case's older records stayed at the server when it came, as far as the server told.
ALTER TABLE case_access ADD COLUMN older INTEGER NOT NULL DEFAULT 0;

-- Up to which place in the server's order what was to be forgotten is gone from here.
ALTER TABLE device_state ADD COLUMN forgotten INTEGER NOT NULL DEFAULT 0;
