-- The name of the app password that the session had signed in with; NULL for the account's own, or nobody's.
ALTER TABLE journal ADD COLUMN app_password TEXT;
