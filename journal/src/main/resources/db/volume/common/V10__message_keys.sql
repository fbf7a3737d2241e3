-- By what a message is asked for whose account is not known: TraceKey of the Message-ID and of the envelope sender, in the rows with
-- which a message begins. A key begins with the day, so that new rows lie together at the end of the index. Rows from before have
-- none, and are found by their subject only.
ALTER TABLE journal ADD COLUMN message_key BIGINT;
ALTER TABLE journal ADD COLUMN sender_key BIGINT;

CREATE INDEX journal_message ON journal (message_key) WHERE message_key IS NOT NULL;
CREATE INDEX journal_sender ON journal (sender_key) WHERE sender_key IS NOT NULL;
