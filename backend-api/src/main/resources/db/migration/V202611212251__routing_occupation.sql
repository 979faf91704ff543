-- What keeps an agent from being offered work beside what they hold: a call with a colleague.
CREATE TABLE occupation (
    tenant_id uuid NOT NULL,
    by_id     uuid NOT NULL,
    agent_id  uuid NOT NULL,
    since     timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, by_id, agent_id),
    FOREIGN KEY (tenant_id, agent_id) REFERENCES app_user
);
CREATE INDEX occupation_agent ON occupation (tenant_id, agent_id);
CALL guard_tenant('occupation');
