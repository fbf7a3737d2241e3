-- Message-IDs that the message refers to, for threads; NULL for messages that were stored before this column was there.
ALTER TABLE content ADD COLUMN reference_ids TEXT;
