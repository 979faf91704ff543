-- `gone_at` is when a desktop was seen to go, empty when the program that knew of it stopped. `node` is where the agent's
-- latest desktop is connected: what other nodes hear of their sockets later changes nothing.
ALTER TABLE presence
    ADD COLUMN gone_at timestamptz,
    ADD COLUMN node    text;
CREATE INDEX presence_gone ON presence (tenant_id, gone_at) WHERE gone_at IS NOT NULL;

-- What presence publishes to telephony: whose desktop is gone, and was seen to go.
CREATE VIEW desk_gone WITH (security_invoker = true) AS
    SELECT tenant_id, agent_id, gone_at FROM presence WHERE gone_at IS NOT NULL AND NOT connected;

-- What routing publishes to telephony: who holds what.
CREATE VIEW reservation_held WITH (security_invoker = true) AS
    SELECT tenant_id, id AS reservation_id, agent_id, interaction_id FROM reservation WHERE state = 'ACCEPTED';
GRANT SELECT ON desk_gone, reservation_held TO trunkline_app;
