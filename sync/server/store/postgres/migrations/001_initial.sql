-- The PostgreSQL store of a server. Every key begins with the tenant, and every table with a tenant is closed by row-level
-- security, also to the tables' owner: without the setting "faltakt.tenant", which the store sets anew in each transaction,
-- no row is seen and none can be written. The setting is taken from the table of tenants; the tables that every push writes
-- to do not look there once more for each row, which would also have all writers of a tenant share a lock on its row.

CREATE FUNCTION current_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('faltakt.tenant', true), '')::uuid;

CREATE TABLE setting (
    name text COLLATE "C" PRIMARY KEY,
    value text NOT NULL
);

-- Read before a tenant is known: names of municipalities and public keys, no person. In the order in which they were made.
CREATE TABLE tenant (
    id uuid PRIMARY KEY,
    position bigint GENERATED ALWAYS AS IDENTITY,
    name text COLLATE "C" NOT NULL UNIQUE,
    profile text NOT NULL,
    signing_key bytea NOT NULL,
    recovery_key bytea NOT NULL,
    outbox_key bytea NOT NULL,
    server_worker uuid NOT NULL,
    server_device uuid NOT NULL,
    created bigint NOT NULL
);

-- Which tenant an id belongs to, for whoever has not proven yet who they are; and no id is taken twice. Random ids alone.
-- kind: 1 team, 2 worker, 3 device, 4 case.
CREATE TABLE directory (
    kind bigint NOT NULL,
    id uuid NOT NULL,
    tenant uuid NOT NULL,
    PRIMARY KEY (kind, id)
);

CREATE TABLE ticket_directory (
    secret_hash bytea PRIMARY KEY,
    tenant uuid NOT NULL
);

-- The tenant's order counts here and nowhere else: a number is taken inside the transaction that uses it, so numbers
-- become visible in their order and without gaps. A sequence would not do that.
CREATE TABLE counter (
    tenant uuid PRIMARY KEY REFERENCES tenant (id),
    last_seq bigint NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE team (
    tenant uuid NOT NULL REFERENCES tenant (id),
    id uuid NOT NULL,
    name text COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, id),
    UNIQUE (tenant, name)
);

CREATE TABLE worker (
    tenant uuid NOT NULL REFERENCES tenant (id),
    id uuid NOT NULL,
    team uuid,
    name text NOT NULL,
    role text NOT NULL,
    revoked boolean NOT NULL,
    PRIMARY KEY (tenant, id),
    FOREIGN KEY (tenant, team) REFERENCES team (tenant, id)
);

CREATE TABLE device (
    tenant uuid NOT NULL REFERENCES tenant (id),
    id uuid NOT NULL,
    worker uuid NOT NULL,
    public_key bytea NOT NULL,
    name text NOT NULL,
    app text NOT NULL,
    enrolled bigint NOT NULL,
    revoked_at bigint,
    last_contact bigint,
    PRIMARY KEY (tenant, id),
    FOREIGN KEY (tenant, worker) REFERENCES worker (tenant, id)
) WITH (fillfactor = 80);

CREATE TABLE ticket (
    tenant uuid NOT NULL REFERENCES tenant (id),
    secret_hash bytea NOT NULL,
    worker uuid NOT NULL,
    expires bigint NOT NULL,
    used_by uuid,
    PRIMARY KEY (tenant, secret_hash),
    FOREIGN KEY (tenant, worker) REFERENCES worker (tenant, id)
);

CREATE TABLE command (
    tenant uuid NOT NULL,
    device uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    given bigint NOT NULL,
    closed bigint,
    PRIMARY KEY (tenant, device, id),
    FOREIGN KEY (tenant, device) REFERENCES device (tenant, id)
);

-- The accepted changes. A line is bytes: what was written comes back as it was, whatever the database thinks of text.
CREATE TABLE change (
    tenant uuid NOT NULL,
    seq bigint NOT NULL,
    case_id uuid NOT NULL,
    compartment bigint NOT NULL,
    device uuid NOT NULL,
    epoch bigint NOT NULL,
    n bigint NOT NULL,
    id uuid NOT NULL,
    hash bytea NOT NULL,
    by_worker uuid NOT NULL,
    at bigint NOT NULL,
    received bigint NOT NULL,
    stamp bytea NOT NULL,
    line bytea NOT NULL,
    PRIMARY KEY (tenant, seq),
    UNIQUE (tenant, id)
);
CREATE INDEX change_by_case ON change (tenant, case_id, seq);

-- Every position of every device's journal with the first answer. verdict: 0 accepted, 1 duplicate, 2 quarantined, 3 absent.
CREATE TABLE journal (
    tenant uuid NOT NULL,
    device uuid NOT NULL,
    epoch bigint NOT NULL,
    n bigint NOT NULL,
    hash bytea NOT NULL,
    link bytea NOT NULL,
    verdict bigint NOT NULL,
    seq bigint,
    reason text NOT NULL,
    field text NOT NULL,
    PRIMARY KEY (tenant, device, epoch, n)
);

CREATE TABLE journal_head (
    tenant uuid NOT NULL,
    device uuid NOT NULL,
    epoch bigint NOT NULL,
    n bigint NOT NULL,
    link bytea NOT NULL,
    signature bytea NOT NULL,
    PRIMARY KEY (tenant, device, epoch)
) WITH (fillfactor = 80);

CREATE TABLE quarantine (
    tenant uuid NOT NULL,
    position bigint GENERATED ALWAYS AS IDENTITY,
    hash bytea NOT NULL,
    id uuid,
    case_id uuid,
    worker uuid NOT NULL,
    device uuid NOT NULL,
    epoch bigint NOT NULL,
    n bigint NOT NULL,
    received bigint NOT NULL,
    reason text NOT NULL,
    field text NOT NULL,
    line bytea NOT NULL,
    PRIMARY KEY (tenant, hash)
);
CREATE INDEX quarantine_by_id ON quarantine (tenant, id);

CREATE TABLE case_file (
    tenant uuid NOT NULL,
    id uuid NOT NULL,
    team uuid,
    created bigint NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE TABLE record (
    tenant uuid NOT NULL,
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    kind text NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE TABLE record_state (
    tenant uuid NOT NULL,
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    kind text COLLATE "C" NOT NULL,
    body text NOT NULL,
    last bytea NOT NULL,
    extra text NOT NULL,
    PRIMARY KEY (tenant, id)
) WITH (fillfactor = 80);
CREATE INDEX record_state_by_case ON record_state (tenant, case_id, kind, id);

CREATE TABLE access_entry (
    tenant uuid NOT NULL,
    seq bigint NOT NULL,
    case_id uuid NOT NULL,
    grantee uuid NOT NULL,
    compartments bigint NOT NULL,
    PRIMARY KEY (tenant, seq)
);
CREATE INDEX access_by_grantee ON access_entry (tenant, grantee, seq);
CREATE INDEX access_by_case ON access_entry (tenant, case_id, seq);

CREATE TABLE device_key (
    tenant uuid NOT NULL,
    seq bigint NOT NULL,
    device uuid NOT NULL,
    worker uuid NOT NULL,
    public_key bytea NOT NULL,
    from_at bigint NOT NULL,
    until_at bigint,
    signature text NOT NULL,
    PRIMARY KEY (tenant, seq)
);

CREATE TABLE lob_sheet (
    tenant uuid NOT NULL,
    source text COLLATE "C" NOT NULL,
    sheet text COLLATE "C" NOT NULL,
    imported bigint NOT NULL,
    case_id uuid,
    PRIMARY KEY (tenant, source, sheet)
);

CREATE TABLE office_report (
    tenant uuid NOT NULL,
    source text COLLATE "C" NOT NULL,
    sheet text COLLATE "C" NOT NULL,
    reason text NOT NULL,
    imported bigint NOT NULL,
    "row" text NOT NULL,
    PRIMARY KEY (tenant, source, sheet),
    FOREIGN KEY (tenant, source, sheet) REFERENCES lob_sheet (tenant, source, sheet)
);

CREATE TABLE person_number (
    tenant uuid NOT NULL,
    number text COLLATE "C" NOT NULL,
    record uuid NOT NULL,
    PRIMARY KEY (tenant, number, record)
);
CREATE INDEX person_number_by_record ON person_number (tenant, record);

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['counter', 'team', 'worker', 'device', 'ticket', 'command', 'change', 'journal',
        'journal_head', 'quarantine', 'case_file', 'record', 'record_state', 'access_entry', 'device_key', 'lob_sheet',
        'office_report', 'person_number'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY own_tenant ON %I USING (tenant = (SELECT current_tenant()))', name);
    END LOOP;
    -- The directories answer everybody, and take in nothing but the own tenant's. Nothing is changed or removed.
    FOREACH name IN ARRAY ARRAY['directory', 'ticket_directory'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY anybody_looks_up ON %I FOR SELECT USING (true)', name);
        EXECUTE format('CREATE POLICY own_tenant_adds ON %I FOR INSERT WITH CHECK (tenant = (SELECT current_tenant()))',
            name);
    END LOOP;
END
$$;
