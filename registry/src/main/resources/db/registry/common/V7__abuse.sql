-- What an account usually does, and that it was slowed down. Times are milliseconds since 1970.

-- Since when the account is paced, and why; NULL while it is not. Sending before watched_from is not looked at again.
ALTER TABLE account ADD COLUMN paced BIGINT;
ALTER TABLE account ADD COLUMN paced_why TEXT;
ALTER TABLE account ADD COLUMN watched_from BIGINT NOT NULL DEFAULT 0;

-- When the owner signed in from there for the first time; 0 is before anybody wrote it down.
ALTER TABLE known_peer ADD COLUMN known_since BIGINT NOT NULL DEFAULT 0;

-- Recipients a day (UTC, numbered since 1970), of days that sent_count has forgotten; the same subjects.
CREATE TABLE sent_day (
    subject    TEXT   NOT NULL,
    day        BIGINT NOT NULL,
    recipients BIGINT NOT NULL,
    PRIMARY KEY (subject, day)
);

CREATE INDEX sent_day_day ON sent_day (day);
