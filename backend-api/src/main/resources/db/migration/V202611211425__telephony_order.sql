-- An interaction's conference may end and begin again, counting anew: the time comes before the number.
ALTER TABLE leg ALTER COLUMN conference_sequence TYPE bigint;
