-- Content packs as they were signed, and the public keys of the publishers whose packs the tenant takes.
CREATE TABLE content_pack (
    number INTEGER PRIMARY KEY,
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    pack TEXT NOT NULL,
    version TEXT NOT NULL,
    hash BLOB NOT NULL,
    size INTEGER NOT NULL,
    added INTEGER NOT NULL,
    UNIQUE (tenant, hash)
) STRICT;

CREATE TABLE content_pack_chunk (
    pack INTEGER NOT NULL REFERENCES content_pack (number),
    position INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (pack, position)
) STRICT;

CREATE TABLE pack_publisher (
    number INTEGER PRIMARY KEY,
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    key BLOB NOT NULL,
    added INTEGER NOT NULL,
    UNIQUE (tenant, key)
) STRICT;
