-- Whether what the account submits is also filed in its Sent mailbox.
ALTER TABLE account ADD COLUMN keep_sent BOOLEAN NOT NULL DEFAULT FALSE;
