-- Field packages: which parts of a case come to a device. A part is named by the place of its first change; 0 belongs to every
-- package, and so does all that was taken in before: devices have it.

-- Made anew, since the narrow columns must stand before the line.
CREATE TABLE change_with_part (
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    seq INTEGER NOT NULL,
    case_id BLOB NOT NULL,
    compartment INTEGER NOT NULL,
    device BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    part INTEGER NOT NULL,
    in_force INTEGER NOT NULL,
    touches_more INTEGER NOT NULL,
    received INTEGER NOT NULL,
    n INTEGER NOT NULL,
    id BLOB NOT NULL,
    hash BLOB NOT NULL,
    by_worker BLOB NOT NULL,
    at INTEGER NOT NULL,
    stamp BLOB NOT NULL,
    line TEXT NOT NULL
) STRICT;
INSERT INTO change_with_part SELECT tenant, seq, case_id, compartment, device, epoch, 0, 0, 0, received, n, id, hash,
    by_worker, at, stamp, line FROM change ORDER BY rowid;
DROP TABLE change;
ALTER TABLE change_with_part RENAME TO change;
CREATE UNIQUE INDEX change_in_order ON change (tenant, seq);
CREATE UNIQUE INDEX change_by_id ON change (tenant, id);
CREATE INDEX change_by_case ON change (tenant, case_id, seq);

ALTER TABLE record ADD COLUMN part INTEGER NOT NULL DEFAULT 0;

CREATE TABLE package_part (
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    case_id BLOB NOT NULL,
    first_seq INTEGER NOT NULL,
    compartment INTEGER NOT NULL,
    lines INTEGER NOT NULL,
    sum BLOB NOT NULL,
    last_seq INTEGER NOT NULL,
    touched INTEGER NOT NULL,
    open INTEGER NOT NULL,
    always INTEGER NOT NULL,
    PRIMARY KEY (tenant, case_id, first_seq)
) STRICT, WITHOUT ROWID;

-- Older parts that somebody asked for, in the tenant's order.
CREATE TABLE package_fetch (
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    device BLOB NOT NULL,
    seq INTEGER NOT NULL,
    case_id BLOB NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (tenant, device, seq)
) STRICT, WITHOUT ROWID;

-- From when on a package reaches back: of an entry that opens a case, of a device's enrolment. 0: everything.
ALTER TABLE access_entry ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
ALTER TABLE access_entry ADD COLUMN made INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN package_seq INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN package_since INTEGER NOT NULL DEFAULT 0;
-- Up to which place the device has said that what it was to forget is gone.
ALTER TABLE device ADD COLUMN forgotten INTEGER NOT NULL DEFAULT 0;
