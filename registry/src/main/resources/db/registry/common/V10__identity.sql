-- What an account's owner writes under their letters, for each of their addresses. Lists of addresses are JSON.
CREATE TABLE identity (
    account_id     BIGINT NOT NULL REFERENCES account ON DELETE CASCADE,
    address_key    TEXT   NOT NULL,
    name           TEXT   NOT NULL,
    reply_to       TEXT   NOT NULL,
    bcc            TEXT   NOT NULL,
    text_signature TEXT   NOT NULL,
    html_signature TEXT   NOT NULL,
    PRIMARY KEY (account_id, address_key)
);
