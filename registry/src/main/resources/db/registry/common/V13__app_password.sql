-- Passwords that a program has for itself, made by us. hash is an HMAC under the secret 'app-password'; scram is in the form of
-- RFC 5803, with the salt of the account's own. uses is a list of words. Times are milliseconds since 1970; a revoked one is kept for
-- a while, so that a device that goes on with it can be told from a guess.
CREATE TABLE app_password (
    id            BIGINT  NOT NULL PRIMARY KEY,
    account_id    BIGINT  NOT NULL REFERENCES account ON DELETE CASCADE,
    name          TEXT    NOT NULL,
    uses          TEXT    NOT NULL,
    may_delete    BOOLEAN NOT NULL,
    hash          TEXT    NOT NULL UNIQUE,
    scram         TEXT    NOT NULL,
    created       BIGINT  NOT NULL,
    revoked       BIGINT,
    used          BIGINT,
    used_peer     TEXT,
    used_protocol TEXT
);

CREATE UNIQUE INDEX app_password_name ON app_password (account_id, name) WHERE revoked IS NULL;
CREATE INDEX app_password_account ON app_password (account_id, id);

INSERT INTO id_sequence (name, last) VALUES ('app_password', 0);
