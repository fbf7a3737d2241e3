-- The same tables as SQLite's, see there. fillfactor leaves room in a page for the next version of a row that changes often.

CREATE TABLE queue_message (
    queue_id BIGINT PRIMARY KEY,
    content_id BIGINT NOT NULL,
    skip BIGINT NOT NULL,
    size BIGINT NOT NULL,
    sender TEXT NOT NULL,
    body BIGINT NOT NULL,
    smtp_utf8 BIGINT NOT NULL,
    ret BIGINT NOT NULL,
    envelope_id TEXT,
    account_id BIGINT,
    customer_id BIGINT,
    accepted_at BIGINT NOT NULL,
    recipients BIGINT NOT NULL
);
CREATE INDEX queue_content ON queue_message (content_id);

CREATE TABLE queue_recipient (
    queue_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    address TEXT NOT NULL,
    domain TEXT NOT NULL,
    notify BIGINT NOT NULL,
    original TEXT,
    lane BIGINT NOT NULL,
    state BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    claimed BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    delay_told BIGINT NOT NULL,
    PRIMARY KEY (queue_id, position)
) WITH (fillfactor = 80);
CREATE INDEX queue_due ON queue_recipient (next_at, lane, domain) WHERE state = 0;

CREATE TABLE queue_attempt (
    queue_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    attempt BIGINT NOT NULL,
    at BIGINT NOT NULL,
    server TEXT NOT NULL,
    tls TEXT NOT NULL,
    status TEXT NOT NULL,
    code BIGINT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (queue_id, position, attempt)
);
