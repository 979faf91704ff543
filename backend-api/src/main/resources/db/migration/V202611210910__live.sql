-- Features append here in their own transaction, without a number; the relay empties it.
CREATE TABLE outbox (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id      uuid NOT NULL,
    at             timestamptz NOT NULL,
    type           text NOT NULL,
    version        int NOT NULL DEFAULT 1,
    interaction_id uuid,
    payload        text NOT NULL,
    audience       jsonb NOT NULL
);
CALL guard_tenant('outbox');
CALL admit_system('outbox', 'SELECT, DELETE');

CREATE TABLE event_head (
    tenant_id uuid PRIMARY KEY,
    seq       bigint NOT NULL
);
CALL guard_tenant('event_head');
CALL admit_system('event_head', 'SELECT, INSERT, UPDATE');

-- The log, numbered without gaps per tenant. Personal fields are read from `personal` over `payload`, so that they can be erased apart.
CREATE TABLE event (
    tenant_id      uuid NOT NULL,
    seq            bigint NOT NULL,
    at             timestamptz NOT NULL,
    type           text NOT NULL,
    version        int NOT NULL,
    interaction_id uuid,
    payload        text NOT NULL,
    personal       text,
    audience       jsonb NOT NULL,
    PRIMARY KEY (tenant_id, seq, at)
) PARTITION BY RANGE (at);
CREATE INDEX event_interaction ON event (tenant_id, interaction_id, seq);
CREATE INDEX event_at ON event (tenant_id, at);
CREATE TABLE event_rest PARTITION OF event DEFAULT;
CALL guard_tenant('event');
CALL admit_system('event', 'SELECT, INSERT');

-- Makes the partition of a month; called ahead of time by the live feed's job. Partitions are reached through `event` only.
CREATE FUNCTION event_month(month date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
    first date := date_trunc('month', month);
    name text := 'event_' || to_char(first, 'YYYY_MM');
BEGIN
    IF to_regclass(name) IS NULL THEN
        EXECUTE format('CREATE TABLE %I PARTITION OF event FOR VALUES FROM (%L) TO (%L)',
            name, first, (first + interval '1 month')::date);
    END IF;
END $$;
GRANT EXECUTE ON FUNCTION event_month(date) TO trunkline_system;
