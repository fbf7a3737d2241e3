-- What an account has beside mail: cards of its address book, letters that are to be sent later. What they say is JSON.

-- kind: the type. created_seq, changed_seq: states of that kind. due_at: when something is to be done with it, in milliseconds since
-- 1970, 0 for never. claimed: somebody is doing it, until due_at. gone: all that is left is that it was there.
CREATE TABLE account_object (
    account_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    object_id BIGINT NOT NULL,
    created_seq BIGINT NOT NULL,
    changed_seq BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    claimed INTEGER NOT NULL,
    gone INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (account_id, kind, object_id)
);
CREATE INDEX account_object_due ON account_object (kind, due_at) WHERE due_at > 0;

-- The latest state of a kind, and the latest id: neither is ever used again. Of what changed at floor or before it is not known any
-- more what went.
CREATE TABLE account_object_state (
    account_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    seq BIGINT NOT NULL,
    last_id BIGINT NOT NULL,
    floor BIGINT NOT NULL,
    PRIMARY KEY (account_id, kind)
);
