-- What is asked again and again and must cost no more than what it finds: what an account has sent (with each message that arrives), moves
-- and copies (every second), sign-ins (every visit of a history). A row has an entry in one of them at most.
CREATE INDEX journal_queued ON journal (account_id, id) WHERE kind = 'queued';
CREATE INDEX journal_moves ON journal (id) WHERE kind IN ('moved', 'copied');
CREATE INDEX journal_sign_ins ON journal (account_id, id) WHERE kind IN ('signed-in', 'sign-in-failed');
