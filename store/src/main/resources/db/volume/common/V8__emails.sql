-- What JMAP needs to tell of changes: when a message came into a mailbox, and what went from where.

-- The mod-sequence at which it came; 0 for what came before this column was there.
ALTER TABLE message ADD COLUMN created_seq BIGINT NOT NULL DEFAULT 0;

-- When it was made, and when something other than its messages changed last.
ALTER TABLE mailbox ADD COLUMN created_seq BIGINT NOT NULL DEFAULT 0;
ALTER TABLE mailbox ADD COLUMN named_seq BIGINT NOT NULL DEFAULT 0;

-- Messages that left a mailbox.
CREATE TABLE departed (
    account_id BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    mailbox_id BIGINT NOT NULL,
    uid BIGINT NOT NULL,
    content_id BIGINT NOT NULL,
    thread_id BIGINT NOT NULL,
    created_seq BIGINT NOT NULL,
    departed_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, mod_seq, mailbox_id, uid)
);
CREATE INDEX departed_age ON departed (departed_at);

CREATE TABLE departed_mailbox (
    account_id BIGINT NOT NULL,
    mailbox_id BIGINT NOT NULL,
    mod_seq BIGINT NOT NULL,
    created_seq BIGINT NOT NULL,
    departed_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, mailbox_id)
);

-- Of what departed at this mod-sequence or before it is not known any more.
ALTER TABLE account_state ADD COLUMN departed_floor BIGINT NOT NULL DEFAULT 0;
UPDATE account_state SET departed_floor = mod_seq;
UPDATE account_state SET departed_floor =
    (SELECT MAX(m.mod_seq) FROM mailbox m WHERE m.account_id = account_state.account_id)
    WHERE EXISTS (SELECT 1 FROM mailbox m
        WHERE m.account_id = account_state.account_id AND m.mod_seq > account_state.departed_floor);
