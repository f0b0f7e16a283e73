-- To which other file of the same person a file is tied. Empty until the projection is built anew after the unlock.
ALTER TABLE card ADD COLUMN merged_into TEXT NOT NULL DEFAULT '';
DROP INDEX card_sorted;
CREATE INDEX card_sorted ON card (sort_key, case_id, name, stage, protected, short_name, birth_date, case_number,
                                  responsible, merged_into);
CREATE INDEX card_tied ON card (case_id, merged_into) WHERE merged_into != '';
