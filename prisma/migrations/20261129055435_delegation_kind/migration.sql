-- How staff act for their head: delegated by an order (ปฏิบัติราชการแทน), or in the place of a head who is away or of a
-- vacant post (รักษาราชการแทน). Until now only the first could be recorded.
ALTER TABLE delegation ADD COLUMN kind text NOT NULL DEFAULT 'delegated' CHECK (kind IN ('delegated', 'acting'));
ALTER TABLE delegation ALTER COLUMN kind DROP DEFAULT;
