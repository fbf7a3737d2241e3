-- Who signs in to the panel, and what was changed there. Times are milliseconds since 1970.

-- A name with a password; without a customer it is an operator's. password is a PHC string of Argon2id.
CREATE TABLE login (
    id               BIGINT NOT NULL PRIMARY KEY,
    name             TEXT   NOT NULL UNIQUE,
    customer_id      BIGINT REFERENCES customer ON DELETE CASCADE,
    password         TEXT   NOT NULL,
    password_changed BIGINT NOT NULL,
    language         TEXT   NOT NULL DEFAULT '',
    created          BIGINT NOT NULL
);

CREATE INDEX login_customer ON login (customer_id);

-- As known_peer is for accounts.
CREATE TABLE known_login_peer (
    login_id    BIGINT NOT NULL REFERENCES login ON DELETE CASCADE,
    peer        TEXT   NOT NULL,
    seen        BIGINT NOT NULL,
    known_since BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (login_id, peer)
);

-- Browsers that are signed in, for either a login or an account. token is the SHA-256 of what the browser keeps.
CREATE TABLE web_session (
    id         BIGINT NOT NULL PRIMARY KEY,
    token      TEXT   NOT NULL UNIQUE,
    login_id   BIGINT REFERENCES login ON DELETE CASCADE,
    account_id BIGINT REFERENCES account ON DELETE CASCADE,
    created    BIGINT NOT NULL,
    used       BIGINT NOT NULL,
    peer       TEXT   NOT NULL,
    client     TEXT   NOT NULL
);

CREATE INDEX web_session_login ON web_session (login_id);
CREATE INDEX web_session_account ON web_session (account_id);
CREATE INDEX web_session_used ON web_session (used);

-- name is a note for people. deleted is when the account was given up: its key is no address any more, and it goes for good later.
ALTER TABLE account ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN deleted BIGINT;

CREATE INDEX account_deleted ON account (deleted);

-- What was changed, from what to what, and how it is undone until undo_until; empty where it cannot be. bundle is the id of the
-- first change that was made in one go with it.
CREATE TABLE change_history (
    id          BIGINT NOT NULL PRIMARY KEY,
    bundle      BIGINT NOT NULL,
    customer_id BIGINT,
    domain_id   BIGINT,
    account_id  BIGINT,
    made        BIGINT NOT NULL,
    actor       TEXT   NOT NULL,
    kind        TEXT   NOT NULL,
    subject     TEXT   NOT NULL,
    was         TEXT   NOT NULL,
    became      TEXT   NOT NULL,
    undo        TEXT   NOT NULL,
    undo_until  BIGINT NOT NULL,
    undone      BIGINT
);

CREATE INDEX change_history_customer ON change_history (customer_id, id);
CREATE INDEX change_history_domain ON change_history (domain_id, id);
CREATE INDEX change_history_account ON change_history (account_id, id);
CREATE INDEX change_history_bundle ON change_history (bundle);

INSERT INTO id_sequence (name, last) VALUES ('login', 0), ('web_session', 0), ('change', 0);
