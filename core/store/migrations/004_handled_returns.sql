-- A returned change that its author has sent again or let go, while the server itself has not judged it yet: out of the
-- list, and kept until then, because its line may still have to be pushed.
ALTER TABLE change ADD COLUMN handled INTEGER NOT NULL DEFAULT 0;
