-- What whoever plays wants to reach, as JSON: a pair of scenarios to compare, and targets; NULL where nothing was chosen.
ALTER TABLE profiles ADD COLUMN aims TEXT;
