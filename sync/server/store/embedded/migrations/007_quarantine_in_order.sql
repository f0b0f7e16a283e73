-- By rowid within a tenant: a team leader reads what was returned page by page.
CREATE INDEX quarantine_in_order ON quarantine (tenant);
