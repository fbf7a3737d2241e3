-- From which countries accounts may send. An account without a word of its own does as its domain says.

ALTER TABLE domain ADD COLUMN country_limited BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE account ADD COLUMN country_limited BOOLEAN;

-- Single addresses that a domain's accounts may send from wherever they seem to be.
CREATE TABLE allowed_address (
    domain_id BIGINT NOT NULL REFERENCES domain ON DELETE CASCADE,
    address   TEXT   NOT NULL,
    PRIMARY KEY (domain_id, address)
);

-- countries are ISO 3166-1 codes with commas between them; starts is the first moment and ends the first after the last.
CREATE TABLE travel_pass (
    id         BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account ON DELETE CASCADE,
    countries  TEXT   NOT NULL,
    starts     BIGINT NOT NULL,
    ends       BIGINT NOT NULL
);

CREATE INDEX travel_pass_account ON travel_pass (account_id);
INSERT INTO id_sequence (name, last) VALUES ('travel_pass', 0);
