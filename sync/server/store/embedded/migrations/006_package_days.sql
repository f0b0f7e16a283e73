-- How far back a field package reaches is each municipality's own; until now one setting held for all. NULL: as the server has it.
ALTER TABLE tenant ADD COLUMN package_days INTEGER;
UPDATE tenant SET package_days = (SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'packageDays');
DELETE FROM setting WHERE name = 'packageDays';
