CREATE TABLE interaction (
    tenant_id      uuid NOT NULL REFERENCES tenant,
    id             uuid NOT NULL,
    channel        text NOT NULL,
    direction      text NOT NULL,
    state          text NOT NULL,
    outcome        text,
    contact_id     uuid NOT NULL,
    address        text,
    our_address    text,
    queue_id       uuid,
    agent_id       uuid,
    thread_id      uuid,
    opened_at      timestamptz NOT NULL,
    queued_at      timestamptz,
    answered_at    timestamptz,
    ended_at       timestamptz,
    completed_at   timestamptz,
    disposition_id uuid,
    campaign_id    uuid,
    version        bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, contact_id) REFERENCES contact
);
CREATE INDEX interaction_contact ON interaction (tenant_id, contact_id, opened_at DESC, id);
CREATE INDEX interaction_opened ON interaction (tenant_id, opened_at DESC, id DESC);
CREATE INDEX interaction_live ON interaction (tenant_id, state) WHERE state <> 'COMPLETED';
CREATE UNIQUE INDEX interaction_thread_open ON interaction (tenant_id, thread_id) WHERE thread_id IS NOT NULL AND state <> 'COMPLETED';
CALL guard_tenant('interaction');

CREATE TABLE participant (
    tenant_id      uuid NOT NULL,
    id             uuid NOT NULL,
    interaction_id uuid NOT NULL,
    role           text NOT NULL CHECK (role IN ('AGENT', 'CONTACT', 'EXTERNAL', 'MONITOR', 'COACH', 'BOT')),
    name           text NOT NULL,
    agent_id       uuid,
    contact_id     uuid,
    address        text,
    joined_at      timestamptz NOT NULL,
    left_at        timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, interaction_id) REFERENCES interaction
);
CREATE INDEX participant_interaction ON participant (tenant_id, interaction_id);
CALL guard_tenant('participant');

-- One row per stay in a queue or with an agent, with what they were called then.
CREATE TABLE segment (
    tenant_id      uuid NOT NULL,
    id             uuid NOT NULL,
    interaction_id uuid NOT NULL,
    position       int NOT NULL,
    queue_id       uuid,
    queue_name     text,
    agent_id       uuid,
    agent_name     text,
    team_name      text,
    skills         jsonb NOT NULL DEFAULT '{}',
    started_at     timestamptz NOT NULL,
    answered_at    timestamptz,
    ended_at       timestamptz,
    wrapped_at     timestamptz,
    outcome        text,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, interaction_id, position),
    FOREIGN KEY (tenant_id, interaction_id) REFERENCES interaction
);
CREATE INDEX segment_queue ON segment (tenant_id, queue_id, started_at);
CREATE INDEX segment_agent ON segment (tenant_id, agent_id, started_at);
CALL guard_tenant('segment');

CREATE TABLE note (
    tenant_id      uuid NOT NULL,
    id             uuid NOT NULL,
    interaction_id uuid NOT NULL,
    contact_id     uuid NOT NULL,
    author_id      uuid NOT NULL,
    text           text NOT NULL,
    at             timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, interaction_id) REFERENCES interaction
);
CREATE INDEX note_interaction ON note (tenant_id, interaction_id, at);
CREATE INDEX note_contact ON note (tenant_id, contact_id, at DESC);
CALL guard_tenant('note');

CREATE TABLE disposition (
    tenant_id uuid NOT NULL REFERENCES tenant,
    id        uuid NOT NULL,
    queue_id  uuid,
    name      text NOT NULL,
    position  int NOT NULL DEFAULT 0,
    active    boolean NOT NULL DEFAULT true,
    PRIMARY KEY (tenant_id, id),
    UNIQUE NULLS NOT DISTINCT (tenant_id, queue_id, name)
);
CALL guard_tenant('disposition');

-- Views that interactions publishes to contacts.
CREATE VIEW interaction_of_contact WITH (security_invoker = true) AS
    SELECT tenant_id, id, channel, direction, state, outcome, contact_id, address, queue_id, agent_id, thread_id,
           opened_at, queued_at, answered_at, ended_at, completed_at, disposition_id FROM interaction;
CREATE VIEW note_of_contact WITH (security_invoker = true) AS
    SELECT n.tenant_id, n.id, n.interaction_id, n.contact_id, n.author_id, u.name AS author_name, n.text, n.at
    FROM note n JOIN agent_name u ON u.tenant_id = n.tenant_id AND u.agent_id = n.author_id;
CREATE VIEW disposition_name WITH (security_invoker = true) AS SELECT tenant_id, id AS disposition_id, name FROM disposition;
GRANT SELECT ON interaction_of_contact, note_of_contact, disposition_name TO trunkline_app;
