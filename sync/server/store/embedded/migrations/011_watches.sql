-- Visits that nobody has checked out of yet, with the moment at which the server is to tell of it.
CREATE TABLE open_watch (
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    record BLOB NOT NULL,
    case_id BLOB NOT NULL,
    due INTEGER NOT NULL,
    alarmed INTEGER,
    PRIMARY KEY (tenant, record)
) STRICT;
