-- What programs sign in to the API with, for either a login or an account. token is the SHA-256 of what the program keeps, scopes a
-- list of words; times are milliseconds since 1970.
CREATE TABLE api_token (
    id         BIGINT NOT NULL PRIMARY KEY,
    login_id   BIGINT REFERENCES login ON DELETE CASCADE,
    account_id BIGINT REFERENCES account ON DELETE CASCADE,
    name       TEXT   NOT NULL,
    scopes     TEXT   NOT NULL,
    token      TEXT   NOT NULL UNIQUE,
    created    BIGINT NOT NULL,
    used       BIGINT,
    used_peer  TEXT
);

CREATE INDEX api_token_login ON api_token (login_id);
CREATE INDEX api_token_account ON api_token (account_id);

INSERT INTO id_sequence (name, last) VALUES ('api_token', 0);
