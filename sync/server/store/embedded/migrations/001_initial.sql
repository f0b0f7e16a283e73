-- The embedded store of a server. Tenants have a short number in here, so that every key can begin with it cheaply.

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tenant (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE,
    profile TEXT NOT NULL,
    signing_key BLOB NOT NULL,
    recovery_key BLOB NOT NULL,
    outbox_key BLOB NOT NULL,
    server_worker BLOB NOT NULL,
    server_device BLOB NOT NULL,
    created INTEGER NOT NULL
) STRICT;

-- The tenant's order counts here and nowhere else: a number is taken inside the transaction that uses it, so numbers
-- become visible in their order and without gaps.
CREATE TABLE counter (
    tenant INTEGER PRIMARY KEY REFERENCES tenant (number),
    last_seq INTEGER NOT NULL
) STRICT;

CREATE TABLE team (
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    id BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    PRIMARY KEY (tenant, id),
    UNIQUE (tenant, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE worker (
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    id BLOB NOT NULL UNIQUE,
    team BLOB,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    revoked INTEGER NOT NULL,
    PRIMARY KEY (tenant, id),
    FOREIGN KEY (tenant, team) REFERENCES team (tenant, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE device (
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    id BLOB NOT NULL UNIQUE,
    worker BLOB NOT NULL,
    public_key BLOB NOT NULL,
    name TEXT NOT NULL,
    app TEXT NOT NULL,
    enrolled INTEGER NOT NULL,
    revoked_at INTEGER,
    last_contact INTEGER,
    PRIMARY KEY (tenant, id),
    FOREIGN KEY (tenant, worker) REFERENCES worker (tenant, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket (
    secret_hash BLOB PRIMARY KEY,
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    worker BLOB NOT NULL,
    expires INTEGER NOT NULL,
    used_by BLOB,
    FOREIGN KEY (tenant, worker) REFERENCES worker (tenant, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE command (
    tenant INTEGER NOT NULL,
    device BLOB NOT NULL,
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    given INTEGER NOT NULL,
    closed INTEGER,
    PRIMARY KEY (tenant, device, id),
    FOREIGN KEY (tenant, device) REFERENCES device (tenant, id)
) STRICT, WITHOUT ROWID;

-- The accepted changes. The line stands last, so that a walk over the narrow columns does not read long lines.
CREATE TABLE change (
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    seq INTEGER NOT NULL,
    case_id BLOB NOT NULL,
    compartment INTEGER NOT NULL,
    device BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    n INTEGER NOT NULL,
    id BLOB NOT NULL,
    hash BLOB NOT NULL,
    by_worker BLOB NOT NULL,
    at INTEGER NOT NULL,
    received INTEGER NOT NULL,
    stamp BLOB NOT NULL,
    line TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX change_in_order ON change (tenant, seq);
CREATE UNIQUE INDEX change_by_id ON change (tenant, id);
CREATE INDEX change_by_case ON change (tenant, case_id, seq);

-- Every position of every device's journal with the first answer. verdict: 0 accepted, 1 duplicate, 2 quarantined, 3 absent.
CREATE TABLE journal (
    tenant INTEGER NOT NULL,
    device BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    n INTEGER NOT NULL,
    hash BLOB NOT NULL,
    link BLOB NOT NULL,
    verdict INTEGER NOT NULL,
    seq INTEGER,
    reason TEXT,
    field TEXT,
    PRIMARY KEY (tenant, device, epoch, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal_head (
    tenant INTEGER NOT NULL,
    device BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    n INTEGER NOT NULL,
    link BLOB NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (tenant, device, epoch)
) STRICT, WITHOUT ROWID;

CREATE TABLE quarantine (
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    hash BLOB NOT NULL,
    id BLOB,
    case_id BLOB,
    worker BLOB NOT NULL,
    device BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    n INTEGER NOT NULL,
    received INTEGER NOT NULL,
    reason TEXT NOT NULL,
    field TEXT NOT NULL,
    line TEXT NOT NULL,
    UNIQUE (tenant, hash)
) STRICT;
CREATE INDEX quarantine_by_id ON quarantine (tenant, id);

CREATE TABLE case_file (
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    id BLOB NOT NULL UNIQUE,
    team BLOB,
    created INTEGER NOT NULL,
    PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE record (
    tenant INTEGER NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_state (
    tenant INTEGER NOT NULL,
    id BLOB NOT NULL,
    case_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    last BLOB NOT NULL,
    extra TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
) STRICT;
CREATE INDEX record_state_by_case ON record_state (tenant, case_id, kind, id);

CREATE TABLE access_entry (
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    seq INTEGER NOT NULL,
    case_id BLOB NOT NULL,
    grantee BLOB NOT NULL,
    compartments INTEGER NOT NULL,
    PRIMARY KEY (tenant, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX access_by_grantee ON access_entry (tenant, grantee, seq);
CREATE INDEX access_by_case ON access_entry (tenant, case_id, seq);

CREATE TABLE device_key (
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    seq INTEGER NOT NULL,
    device BLOB NOT NULL,
    worker BLOB NOT NULL,
    public_key BLOB NOT NULL,
    from_at INTEGER NOT NULL,
    until_at INTEGER,
    signature TEXT NOT NULL,
    PRIMARY KEY (tenant, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE lob_sheet (
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    source TEXT NOT NULL,
    sheet TEXT NOT NULL,
    imported INTEGER NOT NULL,
    case_id BLOB,
    PRIMARY KEY (tenant, source, sheet)
) STRICT, WITHOUT ROWID;

CREATE TABLE office_report (
    tenant INTEGER NOT NULL,
    source TEXT NOT NULL,
    sheet TEXT NOT NULL,
    reason TEXT NOT NULL,
    imported INTEGER NOT NULL,
    row TEXT NOT NULL,
    PRIMARY KEY (tenant, source, sheet),
    FOREIGN KEY (tenant, source, sheet) REFERENCES lob_sheet (tenant, source, sheet)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_number (
    tenant INTEGER NOT NULL,
    number TEXT NOT NULL,
    record BLOB NOT NULL,
    PRIMARY KEY (tenant, number, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_number_by_record ON person_number (tenant, record);
