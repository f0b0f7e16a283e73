-- Content packs that the server has told of. state: 0 coming, 1 whole and not judged yet, 2 taken, 3 refused, 4 kept to be read. judged_by: the program
-- that judged it last; another one judges anew what it refused. Taken ones stay, so that what was begun or answered with an older
-- version can be read with its own words.
CREATE TABLE content_pack (
    hash BLOB PRIMARY KEY,
    pack TEXT NOT NULL,
    version TEXT NOT NULL,
    size INTEGER NOT NULL,
    state INTEGER NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    judged_by TEXT NOT NULL DEFAULT '',
    noted INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE content_pack_chunk (
    hash BLOB NOT NULL REFERENCES content_pack (hash),
    position INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (hash, position)
) STRICT;

-- Publishers whom the worker of this device has named by hand, beside those that were told at the enrolment.
CREATE TABLE pack_publisher (
    key BLOB PRIMARY KEY,
    noted INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
