-- What an account's numbers said before they were pointed at us, to be given back; encrypted by the backend, since other
-- people's addresses may hold passwords.
ALTER TABLE carrier_account ADD COLUMN numbers_before bytea;
