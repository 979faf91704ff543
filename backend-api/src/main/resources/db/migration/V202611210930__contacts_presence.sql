CREATE TABLE contact (
    tenant_id  uuid NOT NULL REFERENCES tenant,
    id         uuid NOT NULL,
    name       text NOT NULL,
    company    text,
    tags       text[] NOT NULL DEFAULT '{}',
    fields     jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    erased_at  timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX contact_name ON contact USING gin ((lower(name || ' ' || coalesce(company, ''))) gin_trgm_ops);
CREATE INDEX contact_changed ON contact (tenant_id, changed_at DESC, id);
CALL guard_tenant('contact');

CREATE TABLE contact_address (
    tenant_id  uuid NOT NULL,
    id         uuid NOT NULL,
    contact_id uuid NOT NULL,
    kind       text NOT NULL,
    value      text NOT NULL,
    consent    text NOT NULL DEFAULT 'UNKNOWN',
    consent_at timestamptz,
    consent_source text,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, kind, value),
    FOREIGN KEY (tenant_id, contact_id) REFERENCES contact
);
CREATE INDEX contact_address_contact ON contact_address (tenant_id, contact_id);
CALL guard_tenant('contact_address');

-- Text operators are not leakproof, so under row-level security no index serves them: this function, run as owner, names
-- the tenant itself. Matches part of a name or company, or the beginning of an address.
CREATE FUNCTION contact_search(part text, start text, before timestamptz, before_id uuid, most int)
    RETURNS TABLE (id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
    BEGIN ATOMIC
        SELECT c.id FROM contact c
        WHERE c.tenant_id = app_tenant()
            AND (lower(c.name || ' ' || coalesce(c.company, '')) LIKE part OR c.id IN (
                SELECT a.contact_id FROM contact_address a WHERE a.tenant_id = app_tenant() AND a.value LIKE start))
            AND (before IS NULL OR (c.changed_at, c.id) < (before, before_id))
        ORDER BY c.changed_at DESC, c.id DESC LIMIT most;
    END;
CREATE INDEX contact_address_start ON contact_address (tenant_id, value text_pattern_ops);
GRANT EXECUTE ON FUNCTION contact_search TO trunkline_app;

-- A merged contact lives on as an alias of the one that was kept.
CREATE TABLE contact_alias (
    tenant_id  uuid NOT NULL,
    old_id     uuid NOT NULL,
    contact_id uuid NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, old_id),
    FOREIGN KEY (tenant_id, contact_id) REFERENCES contact
);
CALL guard_tenant('contact_alias');

CREATE TABLE presence (
    tenant_id  uuid NOT NULL,
    agent_id   uuid NOT NULL,
    state      text NOT NULL,
    reason     text,
    since      timestamptz NOT NULL,
    idle_since timestamptz NOT NULL,
    wish_state text,
    wish_reason text,
    connected  boolean NOT NULL DEFAULT false,
    lost_at    timestamptz,
    version    bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, agent_id),
    FOREIGN KEY (tenant_id, agent_id) REFERENCES app_user
);
CALL guard_tenant('presence');

CREATE TABLE agent_state (
    tenant_id uuid NOT NULL,
    id        bigint GENERATED ALWAYS AS IDENTITY,
    agent_id  uuid NOT NULL,
    state     text NOT NULL,
    reason    text,
    cause     text NOT NULL,
    since     timestamptz NOT NULL,
    until     timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX agent_state_now ON agent_state (tenant_id, agent_id) WHERE until IS NULL;
CREATE INDEX agent_state_since ON agent_state (tenant_id, agent_id, since);
CALL guard_tenant('agent_state');

CREATE TABLE away_reason (
    tenant_id uuid NOT NULL REFERENCES tenant,
    name      text NOT NULL,
    position  int NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, name)
);
CALL guard_tenant('away_reason');

-- What contacts publishes to other features.
CREATE VIEW contact_known WITH (security_invoker = true) AS SELECT tenant_id, id AS contact_id, name FROM contact;
GRANT SELECT ON contact_known TO trunkline_app;

-- A view that presence publishes.
CREATE VIEW presence_now WITH (security_invoker = true) AS SELECT tenant_id, agent_id, state, reason, since FROM presence;
GRANT SELECT ON presence_now TO trunkline_app;
