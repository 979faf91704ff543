-- When a desktop whose feed is broken last said that it talks by this leg.
ALTER TABLE leg ADD COLUMN heard_at timestamptz;
