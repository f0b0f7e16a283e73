-- Since when what is wrong with it stands, by the server's time as it was told last. A server that was put back from an old copy
-- refuses what it took before, until somebody has brought it back what it has lost.
ALTER TABLE blob ADD COLUMN faulted INTEGER;
