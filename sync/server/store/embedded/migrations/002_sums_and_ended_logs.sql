-- What the lines of each compartment of a case come to: how many, and the sum of their hashes. The sum stands as eight
-- numbers of 32 bits, the highest first, each of which only grows: adding needs no reading and no carrying. `reading` is in
-- it, though no device is ever asked for it.

CREATE TABLE case_sum (
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    case_id BLOB NOT NULL,
    compartment INTEGER NOT NULL,
    lines INTEGER NOT NULL,
    s0 INTEGER NOT NULL,
    s1 INTEGER NOT NULL,
    s2 INTEGER NOT NULL,
    s3 INTEGER NOT NULL,
    s4 INTEGER NOT NULL,
    s5 INTEGER NOT NULL,
    s6 INTEGER NOT NULL,
    s7 INTEGER NOT NULL,
    PRIMARY KEY (tenant, case_id, compartment)
) STRICT, WITHOUT ROWID;

WITH RECURSIVE byte (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM byte WHERE i < 31),
part AS (
    SELECT tenant, case_id, compartment, i / 4 AS limb, i,
        (instr('0123456789ABCDEF', substr(hex(substr(hash, i + 1, 1)), 1, 1)) * 16
            + instr('0123456789ABCDEF', substr(hex(substr(hash, i + 1, 1)), 2, 1)) - 17) << (8 * (3 - i % 4)) AS value
    FROM change CROSS JOIN byte
)
INSERT INTO case_sum SELECT tenant, case_id, compartment, count(*) / 32,
    sum(value) FILTER (WHERE limb = 0),
    sum(value) FILTER (WHERE limb = 1),
    sum(value) FILTER (WHERE limb = 2),
    sum(value) FILTER (WHERE limb = 3),
    sum(value) FILTER (WHERE limb = 4),
    sum(value) FILTER (WHERE limb = 5),
    sum(value) FILTER (WHERE limb = 6),
    sum(value) FILTER (WHERE limb = 7)
FROM part GROUP BY tenant, case_id, compartment;

-- The logs before this one; each ended when the server was restored from a backup that reached to `head`.
CREATE TABLE ended_log (
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    position INTEGER NOT NULL,
    log_id TEXT NOT NULL,
    head INTEGER NOT NULL,
    PRIMARY KEY (tenant, position)
) STRICT, WITHOUT ROWID;
