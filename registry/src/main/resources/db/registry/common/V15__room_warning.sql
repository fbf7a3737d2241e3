-- The share of its quota, in percent, that the owner was last told of; 0 when the next warning is the first.
ALTER TABLE account ADD COLUMN room_warned INTEGER NOT NULL DEFAULT 0;
