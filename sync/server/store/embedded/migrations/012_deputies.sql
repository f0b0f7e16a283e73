-- Colleagues who stand in: from when to when, whether the right is given, and what stays when it is taken back.
CREATE TABLE deputy_term (
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    record BLOB NOT NULL,
    case_id BLOB NOT NULL,
    worker BLOB NOT NULL,
    opens INTEGER NOT NULL,
    closes INTEGER NOT NULL,
    broad INTEGER NOT NULL,
    phase INTEGER NOT NULL,
    before INTEGER NOT NULL,
    leaves INTEGER NOT NULL,
    PRIMARY KEY (tenant, record)
) STRICT;
CREATE INDEX deputy_term_of_case ON deputy_term (tenant, case_id);
