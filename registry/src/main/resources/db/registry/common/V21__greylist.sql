-- Who is kept waiting at the door: settings of a domain, letters that were told to come again, networks that have. Times are milliseconds
-- since 1970; a letter is a hash of network, sender and recipient.
ALTER TABLE filter_policy ADD COLUMN greylist BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE filter_policy ADD COLUMN tarpit BOOLEAN NOT NULL DEFAULT FALSE;

CREATE TABLE greylist_letter (
    letter TEXT   NOT NULL PRIMARY KEY,
    first  BIGINT NOT NULL
);

CREATE INDEX greylist_letter_first ON greylist_letter (first);

CREATE TABLE greylist_network (
    network TEXT   NOT NULL PRIMARY KEY,
    seen    BIGINT NOT NULL
);

CREATE INDEX greylist_network_seen ON greylist_network (seen);
