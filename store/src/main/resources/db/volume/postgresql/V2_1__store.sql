-- The same tables as SQLite's. fillfactor leaves room in a page for the next version of a row that changes often.

CREATE TABLE mailbox (
    account_id BIGINT NOT NULL,
    mailbox_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    special_use TEXT,
    uid_validity BIGINT NOT NULL,
    uid_next BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    messages BIGINT NOT NULL,
    unseen BIGINT NOT NULL,
    deleted BIGINT NOT NULL,
    size BIGINT NOT NULL,
    vanished_floor BIGINT NOT NULL,
    PRIMARY KEY (account_id, mailbox_id)
) WITH (fillfactor = 70);

CREATE TABLE message (
    account_id BIGINT NOT NULL,
    mailbox_id BIGINT NOT NULL,
    uid BIGINT NOT NULL,
    content_id BIGINT NOT NULL,
    thread_id BIGINT NOT NULL,
    size BIGINT NOT NULL,
    internal_date BIGINT NOT NULL,
    saved_date BIGINT NOT NULL,
    flags INTEGER NOT NULL,
    mod_seq BIGINT NOT NULL,
    keywords TEXT,
    PRIMARY KEY (account_id, mailbox_id, uid)
) WITH (fillfactor = 90);
CREATE INDEX message_content ON message (content_id, account_id);

CREATE TABLE expunged (
    account_id BIGINT NOT NULL,
    mailbox_id BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    first_uid BIGINT NOT NULL,
    last_uid BIGINT NOT NULL,
    expunged_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, mailbox_id, mod_seq, first_uid)
);

CREATE TABLE content (
    content_id BIGINT PRIMARY KEY,
    pack_id BIGINT NOT NULL,
    pack_offset BIGINT NOT NULL,
    record_length BIGINT NOT NULL,
    size BIGINT NOT NULL,
    thread_id BIGINT NOT NULL,
    envelope BYTEA NOT NULL,
    structure BYTEA NOT NULL,
    preview TEXT NOT NULL,
    subject TEXT NOT NULL,
    message_id TEXT NOT NULL
);
