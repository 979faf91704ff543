-- True while the lease is held under this epoch. The share lock keeps a new holder out until the asking transaction ends, so
-- that a write made under a lease cannot land after the lease has passed on; a frozen holder is ended by its idle time-out.
CREATE FUNCTION lease_check(lease_name text, held_epoch bigint) RETURNS boolean
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
BEGIN
    PERFORM 1 FROM lease l
    WHERE l.name = lease_name AND l.epoch = held_epoch AND l.expires_at > clock_timestamp() FOR SHARE;
    RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION lease_check(text, bigint) TO trunkline_app, trunkline_system;
