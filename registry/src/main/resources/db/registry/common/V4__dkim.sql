-- The keys that domains sign mail with; each is published while it is here. private_key (PKCS #8) and public_key
-- (SubjectPublicKeyInfo) are in Base64, record is the text of its TXT record.

ALTER TABLE domain ADD COLUMN dkim BOOLEAN NOT NULL DEFAULT TRUE;

CREATE TABLE dkim_key (
    domain_id   BIGINT NOT NULL REFERENCES domain ON DELETE CASCADE,
    selector    TEXT   NOT NULL,
    algorithm   TEXT   NOT NULL,
    private_key TEXT   NOT NULL,
    public_key  TEXT   NOT NULL,
    record      TEXT   NOT NULL,
    created     BIGINT NOT NULL,
    PRIMARY KEY (domain_id, selector)
);
