-- Content packs as they were signed, and the public keys of the publishers whose packs the tenant takes.
CREATE TABLE content_pack (
    tenant uuid NOT NULL,
    number bigint GENERATED ALWAYS AS IDENTITY,
    pack text NOT NULL,
    version text NOT NULL,
    hash bytea NOT NULL,
    size bigint NOT NULL,
    added bigint NOT NULL,
    PRIMARY KEY (tenant, hash)
);

CREATE TABLE content_pack_chunk (
    tenant uuid NOT NULL,
    hash bytea NOT NULL,
    position bigint NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (tenant, hash, position)
);

CREATE TABLE pack_publisher (
    tenant uuid NOT NULL,
    number bigint GENERATED ALWAYS AS IDENTITY,
    key bytea NOT NULL,
    added bigint NOT NULL,
    PRIMARY KEY (tenant, key)
);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['content_pack', 'content_pack_chunk', 'pack_publisher'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY own_tenant ON %I USING (tenant = (SELECT current_tenant()))', name);
    END LOOP;
END
$$;
