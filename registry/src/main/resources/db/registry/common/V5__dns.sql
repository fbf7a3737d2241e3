-- DNS of customers' domains. Names are complete, in lower case and without a final dot.

-- One row for each zone that there ever was, so that its serial rises even when the zone comes back. fingerprint is of the records
-- without the serial, and empty when the zone is not served. Whoever has seen a revision looks for higher ones.
CREATE TABLE zone (
    apex        TEXT   NOT NULL PRIMARY KEY,
    serial      BIGINT NOT NULL,
    fingerprint TEXT   NOT NULL,
    revision    BIGINT NOT NULL
);

CREATE INDEX zone_revision ON zone (revision);

-- Customers' own records; the domain is the nearest at or above the name. data is as in zone files.
CREATE TABLE dns_record (
    id        BIGINT NOT NULL PRIMARY KEY,
    domain_id BIGINT NOT NULL REFERENCES domain ON DELETE CASCADE,
    name      TEXT   NOT NULL,
    ttl       BIGINT NOT NULL,
    type      TEXT   NOT NULL,
    data      TEXT   NOT NULL
);

CREATE INDEX dns_record_domain ON dns_record (domain_id, id);

-- What is not the default of a domain; a setting that is not here has none of its own.
CREATE TABLE dns_setting (
    domain_id BIGINT NOT NULL REFERENCES domain ON DELETE CASCADE,
    name      TEXT   NOT NULL,
    value     TEXT   NOT NULL,
    PRIMARY KEY (domain_id, name)
);

-- What was changed, by whom, and the lines with which it can be undone.
CREATE TABLE dns_change (
    id        BIGINT  NOT NULL PRIMARY KEY,
    domain_id BIGINT  NOT NULL REFERENCES domain ON DELETE CASCADE,
    made      BIGINT  NOT NULL,
    who       TEXT    NOT NULL,
    what      TEXT    NOT NULL,
    removed   TEXT    NOT NULL,
    added     TEXT    NOT NULL,
    undone    BOOLEAN NOT NULL
);

CREATE INDEX dns_change_domain ON dns_change (domain_id, id);

-- Which name servers the world is sent to for a domain, and since when we have seen it so.
CREATE TABLE name_server_state (
    domain_id BIGINT NOT NULL PRIMARY KEY REFERENCES domain ON DELETE CASCADE,
    standing  TEXT   NOT NULL,
    servers   TEXT   NOT NULL,
    since     BIGINT NOT NULL,
    checked   BIGINT NOT NULL
);

INSERT INTO id_sequence (name, last) VALUES ('zone_revision', 0), ('dns_record', 0), ('dns_change', 0);
