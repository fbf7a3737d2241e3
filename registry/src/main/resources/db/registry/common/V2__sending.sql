-- How much is sent. A subject is an account or a customer; a slot is five minutes, numbered since 1970. A deleted account's
-- recipients stay counted for its customer.

CREATE TABLE sent_count (
    subject    TEXT   NOT NULL,
    slot       BIGINT NOT NULL,
    recipients BIGINT NOT NULL,
    PRIMARY KEY (subject, slot)
);

CREATE INDEX sent_count_slot ON sent_count (slot);

-- Recipients an account may send to by itself; without a value only its customer's plan limits it.
ALTER TABLE account ADD COLUMN messages_per_hour BIGINT;
ALTER TABLE account ADD COLUMN messages_per_day BIGINT;
