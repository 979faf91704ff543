CREATE TABLE team (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id        uuid NOT NULL,
    name      text NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name)
);
CALL guard_tenant('team');

CREATE TABLE app_user (
    tenant_id     uuid NOT NULL REFERENCES tenant,
    id            uuid NOT NULL,
    email         text NOT NULL,
    name          text NOT NULL,
    password_hash text NOT NULL,
    team_id       uuid,
    active        boolean NOT NULL DEFAULT true,
    token_epoch   int NOT NULL DEFAULT 0,
    created_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, team_id) REFERENCES team
);
CREATE UNIQUE INDEX app_user_email ON app_user (tenant_id, lower(email));
CALL guard_tenant('app_user');
CALL admit_system('app_user', 'SELECT');

-- Roles are rows with permissions behind them, so that a tenant can shape its own later.
CREATE TABLE role_permission (
    tenant_id  uuid NOT NULL REFERENCES tenant,
    role       text NOT NULL,
    permission text NOT NULL,
    PRIMARY KEY (tenant_id, role, permission)
);
CALL guard_tenant('role_permission');

CREATE TABLE user_role (
    tenant_id uuid NOT NULL,
    user_id   uuid NOT NULL,
    role      text NOT NULL,
    PRIMARY KEY (tenant_id, user_id, role),
    FOREIGN KEY (tenant_id, user_id) REFERENCES app_user ON DELETE CASCADE
);
CALL guard_tenant('user_role');

-- Only hashes of refresh tokens are kept. A token used twice ends its whole family.
CREATE TABLE refresh_token (
    tenant_id  uuid NOT NULL,
    hash       bytea NOT NULL,
    user_id    uuid NOT NULL,
    family     uuid NOT NULL,
    issued_at  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    revoked_at timestamptz,
    PRIMARY KEY (tenant_id, hash),
    FOREIGN KEY (tenant_id, user_id) REFERENCES app_user ON DELETE CASCADE
);
CREATE INDEX refresh_token_family ON refresh_token (tenant_id, family);
CALL guard_tenant('refresh_token');
CALL admit_system('refresh_token', 'SELECT');

CREATE TABLE login_attempt (
    tenant_id uuid NOT NULL,
    email     text NOT NULL,
    address   text NOT NULL,
    at        timestamptz NOT NULL,
    ok        boolean NOT NULL
);
CREATE INDEX login_attempt_recent ON login_attempt (tenant_id, email, address, at);
CALL guard_tenant('login_attempt');
CALL admit_system('login_attempt', 'SELECT, INSERT');

CREATE TABLE audit (
    tenant_id    uuid NOT NULL REFERENCES tenant,
    sequence     bigint NOT NULL,
    at           timestamptz NOT NULL,
    actor        uuid,
    on_behalf_of uuid,
    action       text NOT NULL,
    subject      text NOT NULL,
    detail       jsonb NOT NULL DEFAULT '{}',
    previous     bytea NOT NULL,
    hash         bytea NOT NULL,
    PRIMARY KEY (tenant_id, sequence)
);
CALL guard_tenant('audit');
REVOKE UPDATE, DELETE ON audit FROM trunkline_app;

-- Where the chain ends, so that a row missing at its end shows too; its lock puts appends in order.
CREATE TABLE audit_head (
    tenant_id uuid PRIMARY KEY REFERENCES tenant,
    sequence  bigint NOT NULL,
    hash      bytea NOT NULL
);
CALL guard_tenant('audit_head');
REVOKE DELETE ON audit_head FROM trunkline_app;

-- Named views that identity publishes to other features.
CREATE VIEW agent_name WITH (security_invoker = true) AS
    SELECT u.tenant_id, u.id AS agent_id, u.name, u.team_id, t.name AS team_name, u.active
    FROM app_user u LEFT JOIN team t ON t.tenant_id = u.tenant_id AND t.id = u.team_id;
CREATE VIEW tenant_place WITH (security_invoker = true) AS SELECT tenant_id, country, time_zone, locale FROM tenant;
GRANT SELECT ON agent_name, tenant_place TO trunkline_app;
