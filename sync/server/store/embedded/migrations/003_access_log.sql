-- Who read and wrote what: one entry for each page or push, case and act, never what stands in a line. Each link covers all
-- entries before it; the head's seal is made with a key outside the database. act: 0 delivered, 1 written, 2 returned,
-- 3 told.
CREATE TABLE access_log (
    tenant INTEGER NOT NULL REFERENCES tenant (number),
    n INTEGER NOT NULL,
    at INTEGER NOT NULL,
    worker BLOB NOT NULL,
    device BLOB NOT NULL,
    act INTEGER NOT NULL,
    case_id BLOB,
    compartments INTEGER NOT NULL,
    lines INTEGER NOT NULL,
    word TEXT NOT NULL,
    purpose TEXT NOT NULL,
    link BLOB NOT NULL,
    PRIMARY KEY (tenant, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE access_log_head (
    tenant INTEGER PRIMARY KEY REFERENCES tenant (number),
    n INTEGER NOT NULL,
    link BLOB NOT NULL,
    seal BLOB NOT NULL
) STRICT;

-- Against a slip of this program; against others there are the links and the seal.
CREATE TRIGGER access_log_is_not_edited BEFORE UPDATE ON access_log
BEGIN
    SELECT raise(ABORT, 'the access log is not edited');
END;
CREATE TRIGGER access_log_is_not_shortened BEFORE DELETE ON access_log
BEGIN
    SELECT raise(ABORT, 'the access log is not shortened');
END;
