-- The store of one worker on one device.

-- One row: whose store this is and where it stands towards the server.
CREATE TABLE device_state (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    tenant BLOB NOT NULL,
    worker BLOB NOT NULL,
    device BLOB NOT NULL,
    epoch INTEGER NOT NULL DEFAULT 1,
    acknowledged INTEGER NOT NULL DEFAULT 0,
    cursor TEXT NOT NULL DEFAULT '',
    log_id TEXT NOT NULL DEFAULT '',
    last_contact INTEGER,
    lease_until INTEGER,
    rekey_wanted INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Which cases the device may hold, and what of them. grant_seq is NULL for a case made here and not yet granted back.
CREATE TABLE case_access (
    case_id BLOB PRIMARY KEY,
    compartments INTEGER NOT NULL,
    grant_seq INTEGER
) STRICT, WITHOUT ROWID;

-- The log. state: 0 live, 1 returned by the server (out of the record state), 2 leaving (the case is forgotten, the
-- change is not yet sent). judged: the server itself has returned it, not only what it builds on. seq is NULL until
-- the server's receipt.
CREATE TABLE change (
    local INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    case_id BLOB NOT NULL,
    compartment INTEGER NOT NULL,
    by_worker BLOB NOT NULL,
    at INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 0,
    judged INTEGER NOT NULL DEFAULT 0,
    seq INTEGER,
    received INTEGER,
    stamp BLOB,
    reason TEXT,
    field TEXT,
    hash BLOB NOT NULL,
    line TEXT NOT NULL
) STRICT;
CREATE INDEX change_by_case ON change (case_id, local);
CREATE INDEX change_unsent ON change (local) WHERE seq IS NULL;
CREATE INDEX change_returned ON change (local) WHERE state = 1;

-- The device's journal: what it wrote, in order, with the chain of links. The row outlives the line.
CREATE TABLE journal (
    epoch INTEGER NOT NULL,
    n INTEGER NOT NULL,
    change_id BLOB NOT NULL,
    at INTEGER NOT NULL,
    hash BLOB NOT NULL,
    link BLOB NOT NULL,
    PRIMARY KEY (epoch, n)
) STRICT, WITHOUT ROWID;

-- What the changes of a record mean: winners, the change behind each field, and what is not plain.
CREATE TABLE record (
    local INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    case_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    compartment INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    conflicted INTEGER NOT NULL,
    body TEXT NOT NULL,
    last BLOB NOT NULL,
    extra TEXT
) STRICT;
CREATE INDEX record_by_case ON record (case_id, kind, id);
CREATE INDEX record_conflicted ON record (case_id) WHERE conflicted = 1;

CREATE TABLE device_key (
    device BLOB PRIMARY KEY,
    worker BLOB NOT NULL,
    jwk TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_until INTEGER,
    signature TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Derived tables; they can be made anew from the records at any time.
CREATE TABLE projection_state (
    name TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    next_case BLOB
) STRICT, WITHOUT ROWID;

CREATE TABLE agenda (
    case_id BLOB NOT NULL,
    record_id BLOB NOT NULL,
    rule TEXT NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    due INTEGER,
    not_before INTEGER,
    PRIMARY KEY (case_id, record_id, rule)
) STRICT, WITHOUT ROWID;

CREATE TABLE card (
    local INTEGER PRIMARY KEY,
    case_id BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    stage TEXT NOT NULL,
    protected INTEGER NOT NULL
) STRICT;
CREATE INDEX card_sorted ON card (sort_key, case_id, name, stage, protected);

CREATE TABLE timeline (
    case_id BLOB NOT NULL,
    at INTEGER NOT NULL,
    record_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (case_id, at, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX timeline_by_record ON timeline (record_id);

-- Names, aliases and numbers, folded by us; nothing else may be searched across people. The row id is the card's.
CREATE VIRTUAL TABLE search USING fts5 (terms, tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3', detail = none);
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

-- Quick screening without a person: outside log and outbox, no name, no free text.
CREATE TABLE scratch (
    id BLOB PRIMARY KEY,
    instrument TEXT NOT NULL,
    version TEXT NOT NULL,
    context TEXT NOT NULL,
    answers TEXT NOT NULL,
    created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Anonymous counts by kind and ISO week.
CREATE TABLE tally (
    kind TEXT NOT NULL,
    week TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (kind, week)
) STRICT, WITHOUT ROWID;
