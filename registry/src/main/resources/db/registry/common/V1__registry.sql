-- Customers and what is theirs. Ids come from id_sequence and are never used twice. Times are milliseconds since 1970.
-- A *_key column is the lower-case form under which its row is found and unique.

CREATE TABLE id_sequence (
    name TEXT   NOT NULL PRIMARY KEY,
    last BIGINT NOT NULL
);

CREATE TABLE plan (
    id                BIGINT NOT NULL PRIMARY KEY,
    name              TEXT   NOT NULL UNIQUE,
    domains           BIGINT NOT NULL,
    accounts          BIGINT NOT NULL,
    disk_megabytes    BIGINT NOT NULL,
    messages_per_hour BIGINT NOT NULL,
    messages_per_day  BIGINT NOT NULL,
    message_size      BIGINT NOT NULL
);

CREATE TABLE customer (
    id        BIGINT  NOT NULL PRIMARY KEY,
    login     TEXT    NOT NULL UNIQUE,
    name      TEXT    NOT NULL,
    plan_id   BIGINT  NOT NULL REFERENCES plan,
    suspended BOOLEAN NOT NULL,
    created   BIGINT  NOT NULL
);

CREATE TABLE domain (
    id          BIGINT  NOT NULL PRIMARY KEY,
    customer_id BIGINT  NOT NULL REFERENCES customer,
    name        TEXT    NOT NULL UNIQUE,
    suspended   BOOLEAN NOT NULL,
    created     BIGINT  NOT NULL
);

CREATE INDEX domain_customer ON domain (customer_id);

-- password is a PHC string of Argon2id; scram is in the form of RFC 5803.
CREATE TABLE account (
    id               BIGINT  NOT NULL PRIMARY KEY,
    customer_id      BIGINT  NOT NULL REFERENCES customer,
    domain_id        BIGINT  NOT NULL REFERENCES domain,
    address          TEXT    NOT NULL,
    address_key      TEXT    NOT NULL UNIQUE,
    quota_megabytes  BIGINT  NOT NULL,
    suspended        BOOLEAN NOT NULL,
    password         TEXT    NOT NULL,
    scram            TEXT    NOT NULL,
    password_changed BIGINT  NOT NULL,
    created          BIGINT  NOT NULL
);

CREATE INDEX account_domain ON account (domain_id, id);
CREATE INDEX account_customer ON account (customer_id, id);

CREATE TABLE alias (
    id          BIGINT NOT NULL PRIMARY KEY,
    customer_id BIGINT NOT NULL REFERENCES customer,
    domain_id   BIGINT NOT NULL REFERENCES domain,
    address     TEXT   NOT NULL,
    address_key TEXT   NOT NULL UNIQUE
);

CREATE INDEX alias_domain ON alias (domain_id, id);
CREATE INDEX alias_customer ON alias (customer_id, id);

CREATE TABLE alias_target (
    alias_id   BIGINT NOT NULL REFERENCES alias ON DELETE CASCADE,
    account_id BIGINT NOT NULL REFERENCES account,
    PRIMARY KEY (alias_id, account_id)
);

CREATE INDEX alias_target_account ON alias_target (account_id);

-- Where an account's owner has signed in before; nobody's failures keep her out from there.
CREATE TABLE known_peer (
    account_id BIGINT NOT NULL REFERENCES account ON DELETE CASCADE,
    peer       TEXT   NOT NULL,
    seen       BIGINT NOT NULL,
    PRIMARY KEY (account_id, peer)
);

-- Failed sign-ins since the beginning of the subject's window; a subject is a peer, a login, or a login at a known peer.
CREATE TABLE sign_in_failure (
    subject  TEXT   NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL,
    since    BIGINT NOT NULL
);

CREATE INDEX sign_in_failure_since ON sign_in_failure (since);

-- Random values that all processes share.
CREATE TABLE secret (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- What an operator who says nothing else gives a customer.
INSERT INTO plan (id, name, domains, accounts, disk_megabytes, messages_per_hour, messages_per_day, message_size)
VALUES (1, 'standard', 100, 10000, 2000000, 1500, 15000, 104857600);
INSERT INTO id_sequence (name, last) VALUES ('plan', 1), ('customer', 0), ('domain', 0), ('account', 0), ('alias', 0);
