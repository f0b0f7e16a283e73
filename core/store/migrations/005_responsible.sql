-- Who answers for a case, and the records of one kind in the order of their making. Empty until the projection is built
-- anew after the unlock.
ALTER TABLE card ADD COLUMN responsible TEXT NOT NULL DEFAULT '';
DROP INDEX card_sorted;
CREATE INDEX card_sorted ON card (sort_key, case_id, name, stage, protected, short_name, birth_date, case_number,
                                  responsible);
CREATE INDEX record_by_kind ON record (kind, id) WHERE deleted = 0;
