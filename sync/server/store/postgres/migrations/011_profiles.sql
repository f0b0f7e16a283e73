-- Versions of profiles as an administrator added them, with who it was. Devices name one by id and version, so there is one of each.
CREATE TABLE profile_file (
    tenant uuid NOT NULL,
    number bigint GENERATED ALWAYS AS IDENTITY,
    profile text NOT NULL,
    version bigint NOT NULL,
    hash bytea NOT NULL,
    size bigint NOT NULL,
    content text NOT NULL,
    signature bytea NOT NULL,
    added bigint NOT NULL,
    added_by text NOT NULL,
    PRIMARY KEY (tenant, hash),
    UNIQUE (tenant, profile, version)
);
ALTER TABLE profile_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile_file FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON profile_file USING (tenant = (SELECT current_tenant()));
