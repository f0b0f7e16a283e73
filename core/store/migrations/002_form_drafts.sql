-- Forms that were begun and not saved: on this device alone, outside log, journal and outbox. case_id is NULL for a form
-- without a case, and once its case was taken from the device: what was typed belongs to its author.
CREATE TABLE form_draft (
    id BLOB PRIMARY KEY,
    form TEXT NOT NULL,
    case_id BLOB,
    fields TEXT NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX form_draft_by_case ON form_draft (case_id) WHERE case_id IS NOT NULL;
