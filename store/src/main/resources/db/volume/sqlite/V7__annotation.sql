-- What clients noted about a mailbox (mailbox_id) or about the account as a whole (mailbox_id 0).
-- reader_id: the account that alone sees it, or 0 for all who see the mailbox.
CREATE TABLE annotation (
    account_id INTEGER NOT NULL,
    mailbox_id INTEGER NOT NULL,
    reader_id INTEGER NOT NULL,
    entry TEXT NOT NULL,
    mod_seq INTEGER NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY (account_id, mailbox_id, reader_id, entry)
) WITHOUT ROWID;
CREATE INDEX annotation_reader ON annotation (reader_id);
