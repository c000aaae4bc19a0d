-- The proof reads what was booked, and since when somebody waits for the next run (docs/decisions/0041).
GRANT SELECT ON ledger_entry TO r_job;
CREATE POLICY read_all_job ON ledger_entry FOR SELECT TO r_job USING (true);
GRANT SELECT (recorded_at) ON entitlement_decision TO r_job;
