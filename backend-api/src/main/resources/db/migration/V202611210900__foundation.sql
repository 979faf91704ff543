-- Roles trunkline_app and trunkline_system exist before the first migration; trunkline_owner runs it.

-- The tenant of the running transaction, set by set_config('app.tenant', …, true); null outside of one.
CREATE FUNCTION app_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.tenant', true), '')::uuid;

-- Puts a table under row-level security for the application role and lets it read and write there. The owner is not
-- bound by it: no program works as owner, only migrations and the few functions that name the tenant themselves.
CREATE PROCEDURE guard_tenant(target regclass) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('CREATE POLICY tenant_only ON %s TO trunkline_app
        USING (tenant_id = (SELECT app_tenant())) WITH CHECK (tenant_id = (SELECT app_tenant()))', target);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO trunkline_app', target);
END $$;

-- Lets the system role, which works before a tenant is known, do one kind of thing with a guarded table.
CREATE PROCEDURE admit_system(target regclass, rights text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE POLICY system_%s ON %s TO trunkline_system USING (true) WITH CHECK (true)',
        replace(target::text, '.', '_'), target);
    EXECUTE format('GRANT %s ON %s TO trunkline_system', rights, target);
END $$;

CREATE TABLE tenant (
    tenant_id  uuid PRIMARY KEY,
    key        text NOT NULL UNIQUE CHECK (key ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name       text NOT NULL,
    time_zone  text NOT NULL DEFAULT 'UTC',
    country    char(2) NOT NULL DEFAULT 'US',
    locale     text NOT NULL DEFAULT 'en',
    settings   jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now()
);
CALL guard_tenant('tenant');
CALL admit_system('tenant', 'SELECT, INSERT');

-- People of the platform stand apart from tenants.
CREATE TABLE platform_person (
    id            uuid PRIMARY KEY,
    email         text NOT NULL UNIQUE,
    name          text NOT NULL,
    password_hash text NOT NULL,
    active        boolean NOT NULL DEFAULT true,
    created_at    timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT, UPDATE ON platform_person TO trunkline_system;

-- A lease is held by one node; its epoch grows with each new holder and is checked by every write made under it.
CREATE TABLE lease (
    name       text PRIMARY KEY,
    holder     text NOT NULL,
    epoch      bigint NOT NULL,
    expires_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON lease TO trunkline_system;
GRANT SELECT ON lease TO trunkline_app;

CREATE TABLE job (
    tenant_id  uuid NOT NULL REFERENCES tenant,
    id         uuid NOT NULL,
    kind       text NOT NULL,
    key        text,
    payload    jsonb NOT NULL,
    state      text NOT NULL DEFAULT 'READY' CHECK (state IN ('READY', 'RUNNING', 'DONE', 'DEAD')),
    due_at     timestamptz NOT NULL DEFAULT now(),
    attempts   int NOT NULL DEFAULT 0,
    locked_by  text,
    locked_until timestamptz,
    last_error text,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX job_key ON job (tenant_id, kind, key) WHERE key IS NOT NULL AND state IN ('READY', 'RUNNING');
CREATE INDEX job_due ON job (due_at) WHERE state IN ('READY', 'RUNNING');
CALL guard_tenant('job');
CALL admit_system('job', 'SELECT, UPDATE');

-- Commands of clients, so that each is applied once; the answer is given again.
CREATE TABLE command (
    tenant_id  uuid NOT NULL REFERENCES tenant,
    id         uuid NOT NULL,
    actor      uuid NOT NULL,
    kind       text NOT NULL,
    answer     jsonb,
    at         timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id)
);
CALL guard_tenant('command');
