-- The bytes of attachments that this device has to do with; they lie in files of their own (sync/client/blob_folder.h), and
-- their keys in the records alone. state: 0 to be sent, 1 here and at the server, 2 to be fetched. fault: why the last try
-- came to nothing, in one word; empty where it has none. A row to be sent outlives its case.
CREATE TABLE blob (
    record_id BLOB PRIMARY KEY,
    case_id BLOB NOT NULL,
    name BLOB NOT NULL,
    size INTEGER NOT NULL,
    state INTEGER NOT NULL,
    fault TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_waiting ON blob (state, record_id) WHERE state <> 1;
