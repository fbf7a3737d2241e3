-- Sieve scripts of accounts and of domains, automatic replies, and what both have to remember. Times are milliseconds since 1970.

CREATE TABLE sieve_script (
    account_id BIGINT  NOT NULL REFERENCES account ON DELETE CASCADE,
    name       TEXT    NOT NULL,
    source     TEXT    NOT NULL,
    active     BOOLEAN NOT NULL DEFAULT FALSE,
    changed    BIGINT  NOT NULL,
    PRIMARY KEY (account_id, name)
);

CREATE TABLE sieve_domain (
    domain_id BIGINT NOT NULL PRIMARY KEY REFERENCES domain ON DELETE CASCADE,
    source    TEXT   NOT NULL,
    changed   BIGINT NOT NULL
);

-- Messages that the test "duplicate" has seen; id is a hash.
CREATE TABLE sieve_seen (
    account_id BIGINT NOT NULL REFERENCES account ON DELETE CASCADE,
    id         TEXT   NOT NULL,
    expires    BIGINT NOT NULL,
    PRIMARY KEY (account_id, id)
);

-- 0 in begins and ends: no such bound. An empty text: none in that language.
CREATE TABLE auto_reply (
    account_id BIGINT  NOT NULL PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    enabled    BOOLEAN NOT NULL,
    begins     BIGINT  NOT NULL,
    ends       BIGINT  NOT NULL,
    subject_ja TEXT    NOT NULL,
    text_ja    TEXT    NOT NULL,
    subject_en TEXT    NOT NULL,
    text_en    TEXT    NOT NULL
);

-- Who was answered, and until when not again; handle is a hash of what was said.
CREATE TABLE auto_replied (
    account_id    BIGINT NOT NULL REFERENCES account ON DELETE CASCADE,
    correspondent TEXT   NOT NULL,
    handle        TEXT   NOT NULL,
    expires       BIGINT NOT NULL,
    PRIMARY KEY (account_id, correspondent, handle)
);

-- Targets of rules are kept with those of forwarding, so that bounces find them; an account does not forward to them by itself.
ALTER TABLE forward ADD COLUMN by_rule BOOLEAN NOT NULL DEFAULT FALSE;
