-- Field packages: which parts of a case come to a device. A part is named by the place of its first change; 0 belongs to every
-- package, and so does all that was taken in before: devices have it.

ALTER TABLE change ADD COLUMN part bigint NOT NULL DEFAULT 0;
ALTER TABLE change ADD COLUMN in_force bigint NOT NULL DEFAULT 0;
ALTER TABLE change ADD COLUMN touches_more bigint NOT NULL DEFAULT 0;
ALTER TABLE record ADD COLUMN part bigint NOT NULL DEFAULT 0;

CREATE TABLE package_part (
    tenant uuid NOT NULL,
    case_id uuid NOT NULL,
    first_seq bigint NOT NULL,
    compartment bigint NOT NULL,
    lines bigint NOT NULL,
    sum bytea NOT NULL,
    last_seq bigint NOT NULL,
    touched bigint NOT NULL,
    open bigint NOT NULL,
    always bigint NOT NULL,
    PRIMARY KEY (tenant, case_id, first_seq)
) WITH (fillfactor = 80);

-- Older parts that somebody asked for, in the tenant's order.
CREATE TABLE package_fetch (
    tenant uuid NOT NULL,
    device uuid NOT NULL,
    seq bigint NOT NULL,
    case_id uuid NOT NULL,
    since bigint NOT NULL,
    PRIMARY KEY (tenant, device, seq)
);

-- From when on a package reaches back: of an entry that opens a case, of a device's enrolment. 0: everything.
ALTER TABLE access_entry ADD COLUMN since bigint NOT NULL DEFAULT 0;
ALTER TABLE access_entry ADD COLUMN made bigint NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN package_seq bigint NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN package_since bigint NOT NULL DEFAULT 0;
-- Up to which place the device has said that what it was to forget is gone.
ALTER TABLE device ADD COLUMN forgotten bigint NOT NULL DEFAULT 0;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['package_part', 'package_fetch'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY own_tenant ON %I USING (tenant = (SELECT current_tenant()))', name);
    END LOOP;
END
$$;
