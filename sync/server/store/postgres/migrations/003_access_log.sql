-- Who read and wrote what: one entry for each page or push, case and act, never what stands in a line. Each link covers all
-- entries before it; the head's seal is made with a key outside the database. act: 0 delivered, 1 written, 2 returned,
-- 3 told.
CREATE TABLE access_log (
    tenant uuid NOT NULL,
    n bigint NOT NULL,
    at bigint NOT NULL,
    worker uuid NOT NULL,
    device uuid NOT NULL,
    act bigint NOT NULL,
    case_id uuid,
    compartments bigint NOT NULL,
    lines bigint NOT NULL,
    word text NOT NULL,
    purpose text NOT NULL,
    link bytea NOT NULL,
    PRIMARY KEY (tenant, n)
);

CREATE TABLE access_log_head (
    tenant uuid PRIMARY KEY,
    n bigint NOT NULL,
    link bytea NOT NULL,
    seal bytea NOT NULL
) WITH (fillfactor = 50);

ALTER TABLE access_log_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_log_head FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON access_log_head USING (tenant = (SELECT current_tenant()));

-- No policy lets anybody change or remove an entry, so that with the role of the server nothing is found to be changed.
ALTER TABLE access_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_log FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant_reads ON access_log FOR SELECT USING (tenant = (SELECT current_tenant()));
CREATE POLICY own_tenant_adds ON access_log FOR INSERT WITH CHECK (tenant = (SELECT current_tenant()));
