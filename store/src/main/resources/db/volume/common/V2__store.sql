-- The small tables of a volume's index. The large ones differ in how each engine lays out a row: see the engine's folder.

CREATE TABLE volume_counter (
    name TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO volume_counter (name, value) VALUES ('mailbox', 0);
INSERT INTO volume_counter (name, value) VALUES ('pack', 0);

-- mod_seq covers what no mailbox row shows any more (deleted mailboxes); the account's own is the highest of all.
-- A deleted account keeps its row, so that its counters never go back.
CREATE TABLE account_state (
    account_id BIGINT PRIMARY KEY,
    mod_seq BIGINT NOT NULL,
    uid_validity_next BIGINT NOT NULL,
    deleted SMALLINT NOT NULL
);

CREATE TABLE subscription (
    account_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (account_id, name)
);

-- A content that lost a reference in the account: a candidate for removal, still readable for a while.
CREATE TABLE released (
    content_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    released_at BIGINT NOT NULL,
    PRIMARY KEY (content_id, account_id)
);

-- length: committed octets; what the file has beyond was never acknowledged.
-- dead: octets of records whose message is gone.
CREATE TABLE pack (
    pack_id BIGINT PRIMARY KEY,
    generation BIGINT NOT NULL,
    solo SMALLINT NOT NULL,
    sealed SMALLINT NOT NULL,
    length BIGINT NOT NULL,
    dead BIGINT NOT NULL
);
