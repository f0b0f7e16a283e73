-- Devices name a pack by id and version, so there is one of each. Of two that were added at once the first one stays.
-- For these statements the owner sees all tenants' rows.
ALTER TABLE content_pack NO FORCE ROW LEVEL SECURITY;
ALTER TABLE content_pack_chunk NO FORCE ROW LEVEL SECURITY;
WITH later AS (
    DELETE FROM content_pack p USING content_pack first WHERE first.tenant = p.tenant AND first.pack = p.pack
        AND first.version = p.version AND first.number < p.number
    RETURNING p.tenant, p.hash)
DELETE FROM content_pack_chunk c USING later WHERE c.tenant = later.tenant AND c.hash = later.hash;
ALTER TABLE content_pack FORCE ROW LEVEL SECURITY;
ALTER TABLE content_pack_chunk FORCE ROW LEVEL SECURITY;

CREATE UNIQUE INDEX content_pack_version ON content_pack (tenant, pack, version);
