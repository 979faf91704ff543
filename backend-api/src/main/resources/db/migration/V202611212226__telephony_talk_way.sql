-- How an agent talks, where that is not by the desktop's own device.
CREATE TABLE talk_way (
    tenant_id uuid NOT NULL,
    agent_id  uuid NOT NULL,
    kind      text NOT NULL CHECK (kind IN ('PHONE', 'SIP')),
    address   text NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, agent_id),
    FOREIGN KEY (tenant_id, agent_id) REFERENCES app_user
);
CALL guard_tenant('talk_way');
