-- A password that is good once, until then: whoever signs in with it chooses an own one first. Null for an own password.
ALTER TABLE app_user ADD COLUMN one_time_until timestamptz;
