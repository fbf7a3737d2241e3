CREATE TABLE tally (
    id    INTEGER PRIMARY KEY,
    total INTEGER NOT NULL
);
INSERT INTO tally (id, total) VALUES (1, 0);
