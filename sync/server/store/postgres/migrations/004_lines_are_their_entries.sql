-- An accepted line is its own journal entry: `link` says so. The journal's table keeps the other positions alone. A line that
-- was offered after a restore stands in no journal and has no link.
ALTER TABLE change ADD COLUMN link bytea;

-- For these statements the owner sees all tenants' rows.
ALTER TABLE change NO FORCE ROW LEVEL SECURITY;
ALTER TABLE journal NO FORCE ROW LEVEL SECURITY;
UPDATE change c SET link = j.link FROM journal j WHERE j.verdict = 0 AND j.tenant = c.tenant AND j.seq = c.seq
    AND j.device = c.device AND j.epoch = c.epoch AND j.n = c.n AND j.hash = c.hash;
DELETE FROM journal j USING change c WHERE j.verdict = 0 AND j.tenant = c.tenant AND j.seq = c.seq
    AND j.device = c.device AND j.epoch = c.epoch AND j.n = c.n AND c.link IS NOT NULL;
ALTER TABLE change FORCE ROW LEVEL SECURITY;
ALTER TABLE journal FORCE ROW LEVEL SECURITY;

CREATE UNIQUE INDEX change_by_journal ON change (tenant, device, epoch, n) WHERE link IS NOT NULL;
