-- What a call needs to know of itself without asking others. `agent_due_at` is when a contact whose agent is not there is
-- let wait again; `agent_lost_at` says that the contact is held by us, not by the agent.
ALTER TABLE call
    ADD COLUMN our_number    text,
    ADD COLUMN language      text NOT NULL DEFAULT 'en-US',
    ADD COLUMN agent_lost_at timestamptz,
    ADD COLUMN agent_due_at  timestamptz;
CREATE INDEX call_agent_due ON call (tenant_id, agent_due_at) WHERE agent_due_at IS NOT NULL;

-- The last thing the conference told of a leg; status callbacks have their own order.
ALTER TABLE leg ADD COLUMN conference_sequence int NOT NULL DEFAULT -1;

-- Fetching the audio is work that stays until it is done.
ALTER TABLE recording
    ADD COLUMN attempts   int NOT NULL DEFAULT 0,
    ADD COLUMN due_at     timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN source_url text,
    ADD COLUMN media_type text,
    ADD COLUMN last_error text;
CREATE INDEX recording_due ON recording (tenant_id, due_at) WHERE state = 'COMPLETED';

-- What routing publishes to telephony: how many may wait. The limits are held in memory for calls that arrive while the
-- database is gone, so the system reads them too.
CREATE VIEW queue_limit WITH (security_invoker = true) AS SELECT tenant_id, id AS queue_id, max_waiting FROM queue;
CALL admit_system('queue', 'SELECT');
GRANT SELECT ON queue_limit TO trunkline_system;

-- What telephony publishes to ivr: which flows are in use.
CREATE VIEW number_flow WITH (security_invoker = true) AS
    SELECT tenant_id, id AS number_id, flow_id FROM phone_number WHERE flow_id IS NOT NULL;
GRANT SELECT ON number_flow TO trunkline_app;
