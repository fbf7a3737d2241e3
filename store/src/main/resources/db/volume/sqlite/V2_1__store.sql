-- Rows lie in their primary key (WITHOUT ROWID), so a mailbox's messages lie together and a change touches one tree.

CREATE TABLE mailbox (
    account_id INTEGER NOT NULL,
    mailbox_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    special_use TEXT,
    uid_validity INTEGER NOT NULL,
    uid_next INTEGER NOT NULL,
    mod_seq INTEGER NOT NULL,
    messages INTEGER NOT NULL,
    unseen INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    size INTEGER NOT NULL,
    vanished_floor INTEGER NOT NULL,
    PRIMARY KEY (account_id, mailbox_id)
) WITHOUT ROWID;

CREATE TABLE message (
    account_id INTEGER NOT NULL,
    mailbox_id INTEGER NOT NULL,
    uid INTEGER NOT NULL,
    content_id INTEGER NOT NULL,
    thread_id INTEGER NOT NULL,
    size INTEGER NOT NULL,
    internal_date INTEGER NOT NULL,
    saved_date INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    mod_seq INTEGER NOT NULL,
    keywords TEXT,
    PRIMARY KEY (account_id, mailbox_id, uid)
) WITHOUT ROWID;
CREATE INDEX message_content ON message (content_id, account_id);

CREATE TABLE expunged (
    account_id INTEGER NOT NULL,
    mailbox_id INTEGER NOT NULL,
    mod_seq INTEGER NOT NULL,
    first_uid INTEGER NOT NULL,
    last_uid INTEGER NOT NULL,
    expunged_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, mailbox_id, mod_seq, first_uid)
) WITHOUT ROWID;

CREATE TABLE content (
    content_id INTEGER PRIMARY KEY,
    pack_id INTEGER NOT NULL,
    pack_offset INTEGER NOT NULL,
    record_length INTEGER NOT NULL,
    size INTEGER NOT NULL,
    thread_id INTEGER NOT NULL,
    envelope BLOB NOT NULL,
    structure BLOB NOT NULL,
    preview TEXT NOT NULL,
    subject TEXT NOT NULL,
    message_id TEXT NOT NULL
);
