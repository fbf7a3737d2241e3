-- Mail on its way to other servers. Times are milliseconds since 1970.

-- skip: octets at the beginning of the content that are not sent. recipients: how many there were at first.
CREATE TABLE queue_message (
    queue_id INTEGER PRIMARY KEY,
    content_id INTEGER NOT NULL,
    skip INTEGER NOT NULL,
    size INTEGER NOT NULL,
    sender TEXT NOT NULL,
    body INTEGER NOT NULL,
    smtp_utf8 INTEGER NOT NULL,
    ret INTEGER NOT NULL,
    envelope_id TEXT,
    account_id INTEGER,
    customer_id INTEGER,
    accepted_at INTEGER NOT NULL,
    recipients INTEGER NOT NULL
);
CREATE INDEX queue_content ON queue_message (content_id);

-- state: see RecipientState. next_at: when it is due; of a claimed one, when the claim ends.
-- lane: whose turn it uses up.
CREATE TABLE queue_recipient (
    queue_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    address TEXT NOT NULL,
    domain TEXT NOT NULL,
    notify INTEGER NOT NULL,
    original TEXT,
    lane INTEGER NOT NULL,
    state INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    claimed INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    delay_told INTEGER NOT NULL,
    PRIMARY KEY (queue_id, position)
) WITHOUT ROWID;
CREATE INDEX queue_due ON queue_recipient (next_at, lane, domain) WHERE state = 0;

-- code 0: the server said nothing, text is ours.
CREATE TABLE queue_attempt (
    queue_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    at INTEGER NOT NULL,
    server TEXT NOT NULL,
    tls TEXT NOT NULL,
    status TEXT NOT NULL,
    code INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (queue_id, position, attempt)
) WITHOUT ROWID;
