-- Whose sessions were ended, for every process to end its own. number comes from id_sequence, whose row is locked until the change is
-- committed, so numbers become visible in their order. at is in milliseconds since 1970; rows are kept for a while.
CREATE TABLE session_ending (
    number  BIGINT NOT NULL PRIMARY KEY,
    at      BIGINT NOT NULL,
    whose   TEXT   NOT NULL,
    subject BIGINT NOT NULL
);

INSERT INTO id_sequence (name, last) VALUES ('session_ending', 0);
