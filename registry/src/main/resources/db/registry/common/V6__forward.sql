-- Where accounts forward to. forward_unproven is what becomes of mail whose target would not believe it: attach, keep or send.

ALTER TABLE account ADD COLUMN forward_keep BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE account ADD COLUMN forward_unproven TEXT NOT NULL DEFAULT 'attach';

-- failures are those since the target last took a message; failing_since and stopped are without a value while there is nothing
-- to say.
CREATE TABLE forward (
    id            BIGINT NOT NULL PRIMARY KEY,
    account_id    BIGINT NOT NULL REFERENCES account ON DELETE CASCADE,
    target        TEXT   NOT NULL,
    target_key    TEXT   NOT NULL,
    failures      BIGINT NOT NULL DEFAULT 0,
    failing_since BIGINT,
    stopped       BIGINT,
    reason        TEXT   NOT NULL DEFAULT '',
    UNIQUE (account_id, target_key)
);

CREATE INDEX forward_target ON forward (target_key);
INSERT INTO id_sequence (name, last) VALUES ('forward', 0);
