-- Versions of profiles as an administrator added them, with who it was. Devices name one by id and version, so there is one of each.
CREATE TABLE profile_file (
    number INTEGER PRIMARY KEY,
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    profile TEXT NOT NULL,
    version INTEGER NOT NULL,
    hash BLOB NOT NULL,
    size INTEGER NOT NULL,
    content TEXT NOT NULL,
    signature BLOB NOT NULL,
    added INTEGER NOT NULL,
    added_by TEXT NOT NULL,
    UNIQUE (tenant, hash),
    UNIQUE (tenant, profile, version)
) STRICT;
