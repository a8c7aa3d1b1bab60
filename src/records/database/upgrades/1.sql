-- Whoever plays on this computer: a random id, and a name where one was given.
CREATE TABLE profiles (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    made INTEGER NOT NULL,
    -- Settings as the window wrote them; NULL where none were made.
    settings TEXT,
    -- What the outcomes that are folded come to, as JSON; NULL where none is.
    progress TEXT
) STRICT;

-- Every attempt, under way or over, as whoever played it can go on with it.
CREATE TABLE attempts (
    id TEXT PRIMARY KEY,
    profile TEXT NOT NULL REFERENCES profiles ON DELETE CASCADE,
    scenario TEXT NOT NULL,
    scenario_hash TEXT NOT NULL,
    rubric_hash TEXT NOT NULL,
    app TEXT NOT NULL,
    -- Milliseconds since 1970, of the first and of the last change.
    began INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    -- Whether it can be taken up: it is neither over nor discarded.
    open INTEGER NOT NULL,
    -- The running Bedside that plays it, by the name of its lock; NULL where none does.
    player TEXT,
    -- The attempt as JSON, and a checksum of that text.
    saved TEXT NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;

CREATE INDEX attempts_open ON attempts (profile, changed) WHERE open;

-- What each finished attempt came to.
CREATE TABLE outcomes (
    attempt TEXT PRIMARY KEY REFERENCES attempts ON DELETE CASCADE,
    profile TEXT NOT NULL REFERENCES profiles ON DELETE CASCADE,
    scenario TEXT NOT NULL,
    ended INTEGER NOT NULL,
    -- NULL where nothing was judged.
    band TEXT,
    -- As JSON, and a checksum of that text.
    outcome TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    -- Whether it is in the progress of its profile. One whose attempt can still change is not.
    folded INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Holds all that a tally is made of.
CREATE INDEX outcomes_of ON outcomes (profile, scenario, ended, band);
CREATE INDEX outcomes_to_fold ON outcomes (profile, ended) WHERE NOT folded;

-- How often scenarios were played before attempts were kept.
CREATE TABLE played_before (
    profile TEXT NOT NULL REFERENCES profiles ON DELETE CASCADE,
    scenario TEXT NOT NULL,
    times INTEGER NOT NULL,
    last TEXT,
    best TEXT,
    PRIMARY KEY (profile, scenario)
) STRICT, WITHOUT ROWID;

-- The texts that were played, so that an attempt can be scored again when the file has changed.
CREATE TABLE texts (
    hash TEXT PRIMARY KEY,
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
