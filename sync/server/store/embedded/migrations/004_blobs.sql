-- The bytes of attachments, sealed by the devices; each belongs to the case that it was brought for. held: bytes from the
-- start that are here. orphan_since: since when nothing that counts has named it.
CREATE TABLE blob (
    number INTEGER PRIMARY KEY,
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    case_id BLOB NOT NULL,
    name BLOB NOT NULL,
    size INTEGER NOT NULL,
    held INTEGER NOT NULL,
    device BLOB NOT NULL,
    announced INTEGER NOT NULL,
    orphan_since INTEGER,
    UNIQUE (tenant, case_id, name)
) STRICT;

-- leaf stands before the content, so that reading it touches no page of that.
CREATE TABLE blob_chunk (
    blob INTEGER NOT NULL REFERENCES blob (number),
    position INTEGER NOT NULL,
    leaf BLOB NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (blob, position)
) STRICT;

-- What the blobs that each device has announced take, in bytes.
CREATE TABLE blob_room (
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    device BLOB NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (tenant, device)
) STRICT, WITHOUT ROWID;
