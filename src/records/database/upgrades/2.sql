-- Whether what a profile's attempts come to is sent to the record store.
ALTER TABLE profiles ADD COLUMN shares INTEGER NOT NULL DEFAULT 0;

-- How far the outcome is on its way to the record store: 0 not looked at, 1 put into the outbox, 2 held back.
ALTER TABLE outcomes ADD COLUMN shared INTEGER NOT NULL DEFAULT 0;

CREATE INDEX outcomes_shared ON outcomes (shared, profile, ended);

-- The record store that is sent to: one row, or none. Its password is not kept here.
CREATE TABLE store (
    number INTEGER PRIMARY KEY CHECK (number = 1),
    address TEXT NOT NULL,
    user TEXT NOT NULL,
    -- As its requests say it: 1.0.3 or 2.0.0.
    xapi TEXT NOT NULL,
    -- Whose accounts the ids of persons are.
    home_page TEXT NOT NULL,
    -- When it last took something, in milliseconds since 1970; NULL where it never did.
    delivered INTEGER
) STRICT;

-- The statements that are to be sent, as they will be. One that the store has taken is removed.
CREATE TABLE outbox (
    statement TEXT PRIMARY KEY,
    attempt TEXT NOT NULL REFERENCES attempts ON DELETE CASCADE,
    profile TEXT NOT NULL REFERENCES profiles ON DELETE CASCADE,
    text TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    -- Why the store does not take it; NULL while it waits.
    refused TEXT,
    added INTEGER NOT NULL
) STRICT;

CREATE INDEX outbox_of ON outbox (attempt);
CREATE INDEX outbox_by ON outbox (profile);
