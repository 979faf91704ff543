-- When the agent's desktop said that it rings, and whether an offer ended because none said so.
ALTER TABLE reservation
    ADD COLUMN ringing_at timestamptz,
    ADD COLUMN never_rang boolean NOT NULL DEFAULT false;
