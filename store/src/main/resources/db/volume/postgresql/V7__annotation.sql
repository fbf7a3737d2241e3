-- What clients noted about a mailbox (mailbox_id) or about the account as a whole (mailbox_id 0).
-- reader_id: the account that alone sees it, or 0 for all who see the mailbox.
CREATE TABLE annotation (
    account_id BIGINT NOT NULL,
    mailbox_id BIGINT NOT NULL,
    reader_id BIGINT NOT NULL,
    entry TEXT NOT NULL,
    mod_seq BIGINT NOT NULL,
    value BYTEA NOT NULL,
    PRIMARY KEY (account_id, mailbox_id, reader_id, entry)
);
CREATE INDEX annotation_reader ON annotation (reader_id);
