-- Colleagues who stand in: from when to when, whether the right is given, and what stays when it is taken back.
CREATE TABLE deputy_term (
    tenant uuid NOT NULL,
    record uuid NOT NULL,
    case_id uuid NOT NULL,
    worker uuid NOT NULL,
    opens bigint NOT NULL,
    closes bigint NOT NULL,
    broad bigint NOT NULL,
    phase bigint NOT NULL,
    before bigint NOT NULL,
    leaves bigint NOT NULL,
    PRIMARY KEY (tenant, record)
);
CREATE INDEX deputy_term_of_case ON deputy_term (tenant, case_id);

ALTER TABLE deputy_term ENABLE ROW LEVEL SECURITY;
ALTER TABLE deputy_term FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON deputy_term USING (tenant = (SELECT current_tenant()));
