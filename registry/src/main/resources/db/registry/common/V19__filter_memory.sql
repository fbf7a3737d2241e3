-- What the spam filter was taught by moves to and from Junk. words: what the module filter makes of it, in Base64, because the two
-- engines have no type for octets in common.
CREATE TABLE filter_account_memory (
    account_id BIGINT NOT NULL PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    words      TEXT   NOT NULL
);

CREATE TABLE filter_domain_memory (
    domain_id BIGINT NOT NULL PRIMARY KEY REFERENCES domain ON DELETE CASCADE,
    words     TEXT   NOT NULL
);

-- What an account last said of a message. position: the journal's row of the move.
CREATE TABLE filter_judgement (
    account_id BIGINT  NOT NULL REFERENCES account ON DELETE CASCADE,
    content_id BIGINT  NOT NULL,
    spam       BOOLEAN NOT NULL,
    position   BIGINT  NOT NULL,
    PRIMARY KEY (account_id, content_id)
);

-- One row: up to which row of the journal was learnt.
CREATE TABLE filter_progress (
    id       INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    position BIGINT  NOT NULL
);
