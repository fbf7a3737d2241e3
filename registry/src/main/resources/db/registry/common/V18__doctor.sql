-- What the doctor found, as it was shown, so that support can see the same. Times are milliseconds since 1970.

-- shared is until when the service's own people may look; NULL means that they may not.
CREATE TABLE doctor_case (
    id        TEXT   NOT NULL PRIMARY KEY,
    domain_id BIGINT NOT NULL REFERENCES domain ON DELETE CASCADE,
    address   TEXT   NOT NULL,
    symptom   TEXT   NOT NULL,
    opened    BIGINT NOT NULL,
    shared    BIGINT
);

CREATE INDEX doctor_case_domain ON doctor_case (domain_id, opened);

-- The same finding in both languages, as JSON.
CREATE TABLE doctor_finding (
    case_id TEXT NOT NULL REFERENCES doctor_case ON DELETE CASCADE,
    checked TEXT NOT NULL,
    ja      TEXT NOT NULL,
    en      TEXT NOT NULL,
    PRIMARY KEY (case_id, checked)
);
