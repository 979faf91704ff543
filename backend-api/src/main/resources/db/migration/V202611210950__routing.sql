CREATE TABLE queue (
    tenant_id             uuid NOT NULL REFERENCES tenant,
    id                    uuid NOT NULL,
    name                  text NOT NULL,
    priority              int NOT NULL DEFAULT 0,
    offer_seconds         int NOT NULL DEFAULT 20 CHECK (offer_seconds BETWEEN 5 AND 300),
    wrap_up_seconds       int NOT NULL DEFAULT 60 CHECK (wrap_up_seconds BETWEEN 0 AND 3600),
    service_level_seconds int NOT NULL DEFAULT 20 CHECK (service_level_seconds BETWEEN 1 AND 86400),
    max_waiting           int NOT NULL DEFAULT 100 CHECK (max_waiting BETWEEN 1 AND 5000),
    disposition_required  boolean NOT NULL DEFAULT false,
    paused                boolean NOT NULL DEFAULT false,
    active                boolean NOT NULL DEFAULT true,
    settings              jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name)
);
CALL guard_tenant('queue');

CREATE TABLE skill (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id        uuid NOT NULL,
    name      text NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name)
);
CALL guard_tenant('skill');

CREATE TABLE queue_skill (
    tenant_id   uuid NOT NULL,
    queue_id    uuid NOT NULL,
    skill_id    uuid NOT NULL,
    level       int NOT NULL CHECK (level BETWEEN 1 AND 5),
    relax_after_seconds int,
    PRIMARY KEY (tenant_id, queue_id, skill_id),
    FOREIGN KEY (tenant_id, queue_id) REFERENCES queue,
    FOREIGN KEY (tenant_id, skill_id) REFERENCES skill
);
CALL guard_tenant('queue_skill');

CREATE TABLE queue_agent (
    tenant_id uuid NOT NULL,
    queue_id  uuid NOT NULL,
    agent_id  uuid NOT NULL,
    PRIMARY KEY (tenant_id, queue_id, agent_id),
    FOREIGN KEY (tenant_id, queue_id) REFERENCES queue,
    FOREIGN KEY (tenant_id, agent_id) REFERENCES app_user
);
CREATE INDEX queue_agent_agent ON queue_agent (tenant_id, agent_id);
CALL guard_tenant('queue_agent');

CREATE TABLE agent_skill (
    tenant_id uuid NOT NULL,
    agent_id  uuid NOT NULL,
    skill_id  uuid NOT NULL,
    level     int NOT NULL CHECK (level BETWEEN 1 AND 5),
    PRIMARY KEY (tenant_id, agent_id, skill_id),
    FOREIGN KEY (tenant_id, agent_id) REFERENCES app_user,
    FOREIGN KEY (tenant_id, skill_id) REFERENCES skill
);
CALL guard_tenant('agent_skill');

CREATE TABLE agent_capacity (
    tenant_id uuid NOT NULL,
    agent_id  uuid NOT NULL,
    channel   text NOT NULL,
    slots     int NOT NULL CHECK (slots BETWEEN 0 AND 20),
    PRIMARY KEY (tenant_id, agent_id, channel),
    FOREIGN KEY (tenant_id, agent_id) REFERENCES app_user
);
CALL guard_tenant('agent_capacity');

-- What waits. The router's truth after a restart.
CREATE TABLE queue_entry (
    tenant_id      uuid NOT NULL,
    interaction_id uuid NOT NULL,
    queue_id       uuid NOT NULL,
    channel        text NOT NULL,
    priority       int NOT NULL,
    skills         jsonb NOT NULL DEFAULT '{}',
    only_agent     uuid,
    enqueued_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, interaction_id),
    FOREIGN KEY (tenant_id, interaction_id) REFERENCES interaction,
    FOREIGN KEY (tenant_id, queue_id) REFERENCES queue
);
CREATE INDEX queue_entry_queue ON queue_entry (tenant_id, queue_id, enqueued_at);
CALL guard_tenant('queue_entry');

CREATE TABLE reservation (
    tenant_id      uuid NOT NULL,
    id             uuid NOT NULL,
    interaction_id uuid NOT NULL,
    agent_id       uuid NOT NULL,
    queue_id       uuid,
    channel        text NOT NULL,
    direction      text NOT NULL,
    state          text NOT NULL CHECK (state IN ('OFFERED', 'ACCEPTED', 'WRAPPING', 'COMPLETED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
    waiting_since  timestamptz NOT NULL,
    offered_at     timestamptz NOT NULL,
    deadline       timestamptz NOT NULL,
    accepted_at    timestamptz,
    wrapping_at    timestamptz,
    wrap_up_until  timestamptz,
    ended_at       timestamptz,
    candidates     jsonb NOT NULL DEFAULT '[]',
    epoch          bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, interaction_id) REFERENCES interaction
);
-- At most one agent at a time is being offered an interaction or holds it.
CREATE UNIQUE INDEX reservation_live ON reservation (tenant_id, interaction_id) WHERE state IN ('OFFERED', 'ACCEPTED');
CREATE INDEX reservation_agent ON reservation (tenant_id, agent_id) WHERE state IN ('OFFERED', 'ACCEPTED', 'WRAPPING');
CREATE INDEX reservation_interaction ON reservation (tenant_id, interaction_id);
CALL guard_tenant('reservation');

-- A slot is taken by inserting its row and freed by deleting it: capacity cannot be exceeded.
CREATE TABLE slot (
    tenant_id      uuid NOT NULL,
    agent_id       uuid NOT NULL,
    channel        text NOT NULL,
    slot           int NOT NULL,
    reservation_id uuid NOT NULL,
    PRIMARY KEY (tenant_id, agent_id, channel, slot),
    FOREIGN KEY (tenant_id, reservation_id) REFERENCES reservation
);
CREATE UNIQUE INDEX slot_reservation ON slot (tenant_id, reservation_id);
CALL guard_tenant('slot');

-- Work that becomes due later: skill relaxation, cool-off, wrap-up end, callbacks.
CREATE TABLE due_work (
    tenant_id      uuid NOT NULL,
    id             uuid NOT NULL,
    kind           text NOT NULL,
    interaction_id uuid,
    agent_id       uuid,
    due_at         timestamptz NOT NULL,
    payload        jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX due_work_due ON due_work (tenant_id, due_at);
CALL guard_tenant('due_work');

-- Views that routing publishes.
CREATE VIEW queue_name WITH (security_invoker = true) AS
    SELECT tenant_id, id AS queue_id, name, wrap_up_seconds, service_level_seconds, disposition_required, active FROM queue;
CREATE VIEW agent_queue WITH (security_invoker = true) AS SELECT tenant_id, agent_id, queue_id FROM queue_agent;
CREATE VIEW agent_skill_level WITH (security_invoker = true) AS
    SELECT a.tenant_id, a.agent_id, s.name, a.level FROM agent_skill a JOIN skill s ON s.tenant_id = a.tenant_id AND s.id = a.skill_id;
GRANT SELECT ON queue_name, agent_queue, agent_skill_level TO trunkline_app;
