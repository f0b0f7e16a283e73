-- What lists show of a case without opening the file. Empty until the projection is built anew after the unlock.
ALTER TABLE card ADD COLUMN short_name TEXT NOT NULL DEFAULT '';
ALTER TABLE card ADD COLUMN birth_date TEXT NOT NULL DEFAULT '';
ALTER TABLE card ADD COLUMN case_number TEXT NOT NULL DEFAULT '';
DROP INDEX card_sorted;
CREATE INDEX card_sorted ON card (sort_key, case_id, name, stage, protected, short_name, birth_date, case_number);
