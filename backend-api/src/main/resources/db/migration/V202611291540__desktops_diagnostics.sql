-- What people sent from their desktops when something was wrong: a zip without personal data, kept for a time.
CREATE TABLE diagnostics (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id        uuid NOT NULL,
    sent_by   uuid NOT NULL,
    program   text NOT NULL,
    at        timestamptz NOT NULL,
    zip       bytea NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX diagnostics_at ON diagnostics (tenant_id, at DESC, id DESC);
CREATE INDEX diagnostics_old ON diagnostics USING brin (at);
CALL guard_tenant('diagnostics');
CALL admit_system('diagnostics', 'SELECT, DELETE');
