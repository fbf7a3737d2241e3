-- What a domain wants of the spam filter; without a row it has none. Words are those of FilterLevel and FilterAction.
CREATE TABLE filter_policy (
    domain_id BIGINT  NOT NULL PRIMARY KEY REFERENCES domain ON DELETE CASCADE,
    level     TEXT    NOT NULL,
    action    TEXT    NOT NULL,
    tag       BOOLEAN NOT NULL
);

-- kind: ALLOW or BLOCK. A pattern is an address or a domain with * for any characters.
CREATE TABLE filter_entry (
    domain_id BIGINT NOT NULL REFERENCES domain ON DELETE CASCADE,
    kind      TEXT   NOT NULL,
    pattern   TEXT   NOT NULL,
    PRIMARY KEY (domain_id, kind, pattern)
);
