-- The bytes of attachments, sealed by the devices; each belongs to the case that it was brought for. held: bytes from the
-- start that are here. orphan_since: since when nothing that counts has named it.
CREATE TABLE blob (
    tenant uuid NOT NULL,
    case_id uuid NOT NULL,
    name bytea NOT NULL,
    size bigint NOT NULL,
    held bigint NOT NULL,
    device uuid NOT NULL,
    announced bigint NOT NULL,
    orphan_since bigint,
    PRIMARY KEY (tenant, case_id, name)
);

CREATE TABLE blob_chunk (
    tenant uuid NOT NULL,
    case_id uuid NOT NULL,
    name bytea NOT NULL,
    position bigint NOT NULL,
    leaf bytea NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (tenant, case_id, name, position)
);
-- Sealed bytes do not get smaller.
ALTER TABLE blob_chunk ALTER COLUMN content SET STORAGE EXTERNAL;

-- What the blobs that each device has announced take, in bytes.
CREATE TABLE blob_room (
    tenant uuid NOT NULL,
    device uuid NOT NULL,
    bytes bigint NOT NULL,
    PRIMARY KEY (tenant, device)
) WITH (fillfactor = 50);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['blob', 'blob_chunk', 'blob_room'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY own_tenant ON %I USING (tenant = (SELECT current_tenant()))', name);
    END LOOP;
END
$$;
