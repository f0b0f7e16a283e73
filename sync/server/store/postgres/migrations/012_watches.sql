-- Visits that nobody has checked out of yet, with the moment at which the server is to tell of it.
CREATE TABLE open_watch (
    tenant uuid NOT NULL,
    record uuid NOT NULL,
    case_id uuid NOT NULL,
    due bigint NOT NULL,
    alarmed bigint,
    PRIMARY KEY (tenant, record)
);

ALTER TABLE open_watch ENABLE ROW LEVEL SECURITY;
ALTER TABLE open_watch FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON open_watch USING (tenant = (SELECT current_tenant()));
