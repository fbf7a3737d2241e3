-- What every database of the server has, whoever owns the rest.

-- The right to be the one process that does something; expires is in milliseconds since 1970 by the database's clock.
CREATE TABLE lease (
    name    TEXT   NOT NULL PRIMARY KEY,
    holder  TEXT   NOT NULL,
    expires BIGINT NOT NULL
);

-- The digest of the migrations that were applied last: when the bundled ones are the same there is nothing to do.
CREATE TABLE schema_digest (
    digest TEXT NOT NULL
);
