-- Calls of agents' devices that are no interaction: to a colleague, or to hear oneself.
CREATE TABLE device_call (
    tenant_id     uuid NOT NULL,
    id            uuid NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('COLLEAGUE', 'ECHO')),
    caller_id     uuid NOT NULL,
    callee_id     uuid,
    call_sid      text NOT NULL,
    outcome       text CHECK (outcome IN ('ANSWERED', 'BUSY', 'NO_ANSWER', 'FAILED', 'CANCELED')),
    started_at    timestamptz NOT NULL,
    answered_at   timestamptz,
    ended_at      timestamptz,
    asked_at      timestamptz,
    recording_sid text,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, call_sid),
    FOREIGN KEY (tenant_id, caller_id) REFERENCES app_user
);
CREATE INDEX device_call_live ON device_call (tenant_id, started_at) WHERE ended_at IS NULL;
CALL guard_tenant('device_call');
