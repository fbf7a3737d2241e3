-- Where the customer is told what concerns all of its accounts; NULL while nobody has said.
ALTER TABLE customer ADD COLUMN contact TEXT;
