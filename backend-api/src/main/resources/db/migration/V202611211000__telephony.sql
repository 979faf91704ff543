-- A tenant's account at a carrier; secrets are encrypted by the backend.
CREATE TABLE carrier_account (
    tenant_id        uuid NOT NULL REFERENCES tenant,
    id               uuid NOT NULL,
    carrier          text NOT NULL DEFAULT 'twilio',
    account_sid      text NOT NULL UNIQUE,
    auth_token       bytea NOT NULL,
    previous_token   bytea,
    api_key_sid      text NOT NULL,
    api_key_secret   bytea NOT NULL,
    application_sid  text,
    base_url         text,
    active           boolean NOT NULL DEFAULT true,
    PRIMARY KEY (tenant_id, id)
);
CALL guard_tenant('carrier_account');
CALL admit_system('carrier_account', 'SELECT');

CREATE TABLE flow (
    tenant_id  uuid NOT NULL REFERENCES tenant,
    id         uuid NOT NULL,
    name       text NOT NULL,
    version    int NOT NULL DEFAULT 1,
    definition jsonb NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name)
);
CALL guard_tenant('flow');
CALL admit_system('flow', 'SELECT');

CREATE TABLE phone_number (
    tenant_id     uuid NOT NULL REFERENCES tenant,
    id            uuid NOT NULL,
    number        text NOT NULL UNIQUE,
    label         text NOT NULL,
    flow_id       uuid,
    text_queue_id uuid,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, flow_id) REFERENCES flow
);
CALL guard_tenant('phone_number');
CALL admit_system('phone_number', 'SELECT');

CREATE TABLE call (
    tenant_id       uuid NOT NULL,
    interaction_id  uuid NOT NULL,
    conference_sid  text,
    flow_id         uuid,
    flow_step       text,
    held            boolean NOT NULL DEFAULT false,
    muted           boolean NOT NULL DEFAULT false,
    recording_paused boolean NOT NULL DEFAULT false,
    PRIMARY KEY (tenant_id, interaction_id),
    FOREIGN KEY (tenant_id, interaction_id) REFERENCES interaction
);
CALL guard_tenant('call');

CREATE TABLE leg (
    tenant_id      uuid NOT NULL,
    id             uuid NOT NULL,
    interaction_id uuid NOT NULL,
    participant_id uuid,
    reservation_id uuid,
    role           text NOT NULL CHECK (role IN ('AGENT', 'CONTACT', 'EXTERNAL', 'MONITOR', 'COACH', 'BOT')),
    call_sid       text,
    parent_sid     text,
    direction      text NOT NULL,
    state          text NOT NULL,
    sequence       int NOT NULL DEFAULT -1,
    in_conference  boolean NOT NULL DEFAULT false,
    started_at     timestamptz NOT NULL,
    answered_at    timestamptz,
    ended_at       timestamptz,
    end_reason     text,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, interaction_id) REFERENCES interaction
);
CREATE UNIQUE INDEX leg_call_sid ON leg (tenant_id, call_sid);
CREATE INDEX leg_interaction ON leg (tenant_id, interaction_id);
CALL guard_tenant('leg');

-- The durable inbox of notices: committed before the carrier is answered, applied afterwards in order per call.
CREATE TABLE notice (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id   uuid NOT NULL,
    token       text NOT NULL,
    kind        text NOT NULL,
    subject     text NOT NULL,
    body        bytea NOT NULL,
    received_at timestamptz NOT NULL,
    applied_at  timestamptz,
    attempts    int NOT NULL DEFAULT 0,
    due_at      timestamptz NOT NULL DEFAULT now(),
    last_error  text,
    dead        boolean NOT NULL DEFAULT false,
    UNIQUE (tenant_id, token)
);
CREATE INDEX notice_open ON notice (due_at, id) WHERE applied_at IS NULL AND NOT dead;
CREATE INDEX notice_subject ON notice (tenant_id, subject, id);
CALL guard_tenant('notice');
CALL admit_system('notice', 'SELECT, INSERT, UPDATE');

-- Answers to questions are kept, so that a repeated question gets the same one.
CREATE TABLE webhook_answer (
    tenant_id uuid NOT NULL,
    token     text NOT NULL,
    answer    text NOT NULL,
    at        timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, token)
);
CALL guard_tenant('webhook_answer');

-- Commands to the carrier: written with the state that wants them, sent afterwards, reconciled before a retry.
CREATE TABLE carrier_command (
    tenant_id      uuid NOT NULL,
    id             uuid NOT NULL,
    ordinal        bigint GENERATED ALWAYS AS IDENTITY,
    interaction_id uuid,
    kind           text NOT NULL,
    payload        jsonb NOT NULL,
    state          text NOT NULL DEFAULT 'READY' CHECK (state IN ('READY', 'SENDING', 'DONE', 'REFUSED', 'DEAD')),
    attempts       int NOT NULL DEFAULT 0,
    due_at         timestamptz NOT NULL,
    answer         jsonb,
    last_error     text,
    created_at     timestamptz NOT NULL,
    sent_at        timestamptz,
    done_at        timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX carrier_command_open ON carrier_command (tenant_id, due_at, ordinal) WHERE state IN ('READY', 'SENDING');
CALL guard_tenant('carrier_command');

CREATE TABLE recording (
    tenant_id      uuid NOT NULL,
    id             uuid NOT NULL,
    interaction_id uuid NOT NULL,
    carrier_sid    text NOT NULL,
    call_sid       text,
    state          text NOT NULL CHECK (state IN ('IN_PROGRESS', 'COMPLETED', 'STORED', 'ABSENT', 'FAILED')),
    started_at     timestamptz NOT NULL,
    seconds        double precision NOT NULL DEFAULT 0,
    channels       int NOT NULL DEFAULT 2,
    bytes          bigint NOT NULL DEFAULT 0,
    path           text,
    sha256         bytea,
    stored_at      timestamptz,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, carrier_sid),
    FOREIGN KEY (tenant_id, interaction_id) REFERENCES interaction
);
CREATE INDEX recording_interaction ON recording (tenant_id, interaction_id);
CALL guard_tenant('recording');

CREATE TABLE transcript_part (
    tenant_id      uuid NOT NULL,
    interaction_id uuid NOT NULL,
    leg_id         uuid NOT NULL,
    offset_ms      bigint NOT NULL,
    sequence       int NOT NULL,
    final          boolean NOT NULL,
    text           text NOT NULL,
    PRIMARY KEY (tenant_id, interaction_id, leg_id, sequence)
);
CALL guard_tenant('transcript_part');

CREATE TABLE usage_count (
    tenant_id uuid NOT NULL,
    kind      text NOT NULL,
    subject   uuid NOT NULL,
    quantity  numeric NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, kind, subject)
);
CALL guard_tenant('usage_count');

-- A view that telephony publishes.
CREATE VIEW line_texts WITH (security_invoker = true) AS SELECT tenant_id, number, text_queue_id FROM phone_number;
GRANT SELECT ON line_texts TO trunkline_app;
