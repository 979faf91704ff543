-- When the carrier was last asked how a leg is doing, since what it tells by itself can be lost.
ALTER TABLE leg ADD COLUMN asked_at timestamptz;
CREATE INDEX leg_live ON leg (tenant_id, started_at) WHERE state IN ('QUEUED', 'INITIATED', 'RINGING', 'IN_PROGRESS');
