-- What the lines of each compartment of a case come to: how many, and the sum of their hashes. The sum stands as eight
-- numbers of 32 bits, the highest first, each of which only grows: adding needs no reading and no carrying. `reading` is in
-- it, though no device is ever asked for it.

CREATE TABLE case_sum (
    tenant uuid NOT NULL,
    case_id uuid NOT NULL,
    compartment bigint NOT NULL,
    lines bigint NOT NULL,
    s0 bigint NOT NULL,
    s1 bigint NOT NULL,
    s2 bigint NOT NULL,
    s3 bigint NOT NULL,
    s4 bigint NOT NULL,
    s5 bigint NOT NULL,
    s6 bigint NOT NULL,
    s7 bigint NOT NULL,
    PRIMARY KEY (tenant, case_id, compartment)
) WITH (fillfactor = 80);

-- For this one statement the owner sees all tenants' rows.
ALTER TABLE change NO FORCE ROW LEVEL SECURITY;
INSERT INTO case_sum SELECT tenant, case_id, compartment, count(*),
    sum((get_byte(hash, 0)::bigint << 24) | (get_byte(hash, 1)::bigint << 16) | (get_byte(hash, 2)::bigint << 8) | (get_byte(hash, 3)::bigint << 0)),
    sum((get_byte(hash, 4)::bigint << 24) | (get_byte(hash, 5)::bigint << 16) | (get_byte(hash, 6)::bigint << 8) | (get_byte(hash, 7)::bigint << 0)),
    sum((get_byte(hash, 8)::bigint << 24) | (get_byte(hash, 9)::bigint << 16) | (get_byte(hash, 10)::bigint << 8) | (get_byte(hash, 11)::bigint << 0)),
    sum((get_byte(hash, 12)::bigint << 24) | (get_byte(hash, 13)::bigint << 16) | (get_byte(hash, 14)::bigint << 8) | (get_byte(hash, 15)::bigint << 0)),
    sum((get_byte(hash, 16)::bigint << 24) | (get_byte(hash, 17)::bigint << 16) | (get_byte(hash, 18)::bigint << 8) | (get_byte(hash, 19)::bigint << 0)),
    sum((get_byte(hash, 20)::bigint << 24) | (get_byte(hash, 21)::bigint << 16) | (get_byte(hash, 22)::bigint << 8) | (get_byte(hash, 23)::bigint << 0)),
    sum((get_byte(hash, 24)::bigint << 24) | (get_byte(hash, 25)::bigint << 16) | (get_byte(hash, 26)::bigint << 8) | (get_byte(hash, 27)::bigint << 0)),
    sum((get_byte(hash, 28)::bigint << 24) | (get_byte(hash, 29)::bigint << 16) | (get_byte(hash, 30)::bigint << 8) | (get_byte(hash, 31)::bigint << 0))
FROM change GROUP BY tenant, case_id, compartment;
ALTER TABLE change FORCE ROW LEVEL SECURITY;

-- The logs before this one; each ended when the server was restored from a backup that reached to `head`.
CREATE TABLE ended_log (
    tenant uuid NOT NULL,
    position bigint NOT NULL,
    log_id text COLLATE "C" NOT NULL,
    head bigint NOT NULL,
    PRIMARY KEY (tenant, position)
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['case_sum', 'ended_log'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY own_tenant ON %I USING (tenant = (SELECT current_tenant()))', name);
    END LOOP;
END
$$;
