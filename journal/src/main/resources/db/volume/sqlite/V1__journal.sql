-- What happened, one row an event; at is in milliseconds since 1970. peer, client and login are of the session that caused
-- it, about is the address it concerns when that is nobody's account, detail holds the event's own fields (EventCodec).
CREATE TABLE journal (
    id         INTEGER PRIMARY KEY,
    at         BIGINT NOT NULL,
    account_id BIGINT,
    about      TEXT,
    kind       TEXT   NOT NULL,
    content_id BIGINT,
    protocol   TEXT   NOT NULL,
    session    TEXT   NOT NULL,
    peer       TEXT,
    client     TEXT   NOT NULL,
    login      TEXT,
    detail     TEXT   NOT NULL
);

-- An event has one of the two, so that each row costs one index entry at most.
CREATE INDEX journal_account ON journal (account_id, id) WHERE account_id IS NOT NULL;
CREATE INDEX journal_about ON journal (about, id) WHERE about IS NOT NULL;
