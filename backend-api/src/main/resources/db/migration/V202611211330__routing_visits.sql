-- Each time an interaction is queued again its visit grows, so that late news of an earlier one is told apart.
ALTER TABLE queue_entry ADD COLUMN visit bigint GENERATED ALWAYS AS IDENTITY;
ALTER TABLE reservation ADD COLUMN visit bigint NOT NULL DEFAULT 0;
CREATE INDEX reservation_wrapping ON reservation (tenant_id, wrap_up_until) WHERE state = 'WRAPPING';

-- What presence publishes to routing.
CREATE VIEW agent_presence WITH (security_invoker = true) AS
    SELECT tenant_id, agent_id, state, wish_state, connected, idle_since FROM presence;
GRANT SELECT ON agent_presence TO trunkline_app;
