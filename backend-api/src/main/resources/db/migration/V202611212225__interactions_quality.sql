-- How an agent's line was in a call, as their device measured it; the id is that of the command that told it.
CREATE TABLE call_quality (
    tenant_id          uuid NOT NULL,
    id                 uuid NOT NULL,
    interaction_id     uuid NOT NULL,
    agent_id           uuid NOT NULL,
    reservation_id     uuid NOT NULL,
    leg_id             uuid NOT NULL,
    mos                double precision NOT NULL,
    lowest_mos         double precision NOT NULL,
    loss               double precision NOT NULL,
    jitter             double precision NOT NULL,
    highest_jitter     double precision NOT NULL,
    round_trip         double precision NOT NULL,
    highest_round_trip double precision NOT NULL,
    samples            bigint NOT NULL,
    codec              text NOT NULL,
    warnings           text[] NOT NULL,
    measured_from      timestamptz NOT NULL,
    measured_until     timestamptz NOT NULL,
    at                 timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, interaction_id) REFERENCES interaction
);
CREATE INDEX call_quality_interaction ON call_quality (tenant_id, interaction_id);
CALL guard_tenant('call_quality');
