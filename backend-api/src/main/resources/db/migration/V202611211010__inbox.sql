-- A thread lasts; interactions come and go on it.
CREATE TABLE thread (
    tenant_id      uuid NOT NULL REFERENCES tenant,
    id             uuid NOT NULL,
    contact_id     uuid NOT NULL,
    state          text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'PARKED', 'SNOOZED', 'CLOSED')),
    until          timestamptz,
    last_channel   text NOT NULL,
    last_endpoint  text NOT NULL,
    our_endpoint   text NOT NULL,
    preview        text NOT NULL DEFAULT '',
    unread         int NOT NULL DEFAULT 0,
    last_at        timestamptz NOT NULL,
    created_at     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, contact_id),
    FOREIGN KEY (tenant_id, contact_id) REFERENCES contact
);
CREATE INDEX thread_last ON thread (tenant_id, last_at DESC, id DESC);
CREATE INDEX thread_state_last ON thread (tenant_id, state, last_at DESC, id DESC);
CALL guard_tenant('thread');

CREATE TABLE message (
    tenant_id      uuid NOT NULL,
    id             uuid NOT NULL,
    thread_id      uuid NOT NULL,
    interaction_id uuid,
    channel        text NOT NULL,
    direction      text NOT NULL,
    endpoint       text NOT NULL,
    our_endpoint   text NOT NULL,
    author_kind    text NOT NULL,
    author_id      uuid,
    author_name    text NOT NULL,
    text           text NOT NULL,
    state          text NOT NULL,
    error          text,
    outside_id     text,
    at             timestamptz NOT NULL,
    search         tsvector GENERATED ALWAYS AS (to_tsvector('simple', text)) STORED,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, thread_id) REFERENCES thread
);
CREATE INDEX message_thread ON message (tenant_id, thread_id, at DESC, id DESC);
CREATE UNIQUE INDEX message_outside ON message (tenant_id, channel, outside_id) WHERE outside_id IS NOT NULL;
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE INDEX message_search ON message USING gin (tenant_id, search);
CREATE INDEX message_at ON message (tenant_id, at DESC, id DESC);
-- As with contact_search: run as owner, because text search is not leakproof, and naming the tenant itself.
CREATE FUNCTION message_find(words text, before timestamptz, before_id uuid, most int)
    RETURNS TABLE (id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
    BEGIN ATOMIC
        SELECT m.id FROM message m
        WHERE m.tenant_id = app_tenant() AND m.search @@ websearch_to_tsquery('simple', words)
            AND (before IS NULL OR (m.at, m.id) < (before, before_id))
        ORDER BY m.at DESC, m.id DESC LIMIT most;
    END;
GRANT EXECUTE ON FUNCTION message_find TO trunkline_app;
CALL guard_tenant('message');

-- Every state a carrier reported, once each, also those that came late.
CREATE TABLE message_delivery (
    tenant_id   uuid NOT NULL,
    message_id  uuid NOT NULL,
    state       text NOT NULL,
    error       text,
    received_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, message_id, state),
    FOREIGN KEY (tenant_id, message_id) REFERENCES message
);
CALL guard_tenant('message_delivery');

CREATE TABLE attachment (
    tenant_id  uuid NOT NULL,
    id         uuid NOT NULL,
    message_id uuid NOT NULL,
    name       text NOT NULL,
    type       text NOT NULL,
    bytes      bigint NOT NULL DEFAULT 0,
    source     text NOT NULL,
    path       text,
    stored_at  timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, message_id) REFERENCES message
);
CREATE INDEX attachment_message ON attachment (tenant_id, message_id);
CALL guard_tenant('attachment');
