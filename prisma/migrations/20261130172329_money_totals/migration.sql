-- What `sukjai money totals` reads as a job: of the forms and the departures the days and answers alone.
CREATE POLICY read_all_job ON intent FOR SELECT TO r_job USING (true);
CREATE POLICY read_all_job ON assessment FOR SELECT TO r_job USING (true);
CREATE POLICY read_all_job ON departure FOR SELECT TO r_job USING (true);
GRANT SELECT (holder_id, answer, intent_on, confirmation, confirmed_on, recorded_on) ON intent TO r_job;
GRANT SELECT (holder_id, answer, interviewed_on, confirmation, confirmed_on, recorded_on) ON assessment TO r_job;
GRANT SELECT (holder_id, kind, departed_on, confirmation, confirmed_on, reviewed_on, recorded_on) ON departure TO r_job;
-- Few people have a second income: they are found without reading everybody's first.
CREATE INDEX holder_income_changed ON holder_income (holder_id) WHERE counts_from IS NOT NULL;
