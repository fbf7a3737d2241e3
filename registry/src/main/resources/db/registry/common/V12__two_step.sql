-- Signing in with a code beside the password. owner is "login 3" or "account 7"; the ids are for the rows to go with them.
-- confirmed is when it was switched on, last_step the last thirty seconds whose code was taken. failures are wrong codes since
-- failing_since.
CREATE TABLE two_step (
    owner         TEXT   NOT NULL PRIMARY KEY,
    login_id      BIGINT REFERENCES login ON DELETE CASCADE,
    account_id    BIGINT REFERENCES account ON DELETE CASCADE,
    secret        TEXT   NOT NULL,
    confirmed     BIGINT,
    last_step     BIGINT NOT NULL DEFAULT 0,
    failures      BIGINT NOT NULL DEFAULT 0,
    failing_since BIGINT NOT NULL DEFAULT 0
);

CREATE INDEX two_step_login ON two_step (login_id);
CREATE INDEX two_step_account ON two_step (account_id);

-- Each is good once; hash is SHA-256.
CREATE TABLE recovery_code (
    owner TEXT NOT NULL REFERENCES two_step ON DELETE CASCADE,
    hash  TEXT NOT NULL,
    PRIMARY KEY (owner, hash)
);
