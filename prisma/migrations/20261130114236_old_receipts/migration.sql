-- Receipts of commands are deleted by the worker when no repeat can come any more (src/server/jobs/receipts.ts).
CREATE INDEX command_receipt_created_at ON command_receipt USING brin (created_at);
GRANT SELECT (id, created_at), DELETE ON command_receipt TO r_job;
CREATE POLICY clean ON command_receipt TO r_job USING (true) WITH CHECK (false);
