-- Devices name a pack by id and version, so there is one of each. Of two that were added at once the first one stays.
DELETE FROM content_pack_chunk WHERE pack IN (
    SELECT later.number FROM content_pack later JOIN content_pack first ON first.tenant = later.tenant
        AND first.pack = later.pack AND first.version = later.version AND first.number < later.number);
DELETE FROM content_pack WHERE number IN (
    SELECT later.number FROM content_pack later JOIN content_pack first ON first.tenant = later.tenant
        AND first.pack = later.pack AND first.version = later.version AND first.number < later.number);
CREATE UNIQUE INDEX content_pack_version ON content_pack (tenant, pack, version);
