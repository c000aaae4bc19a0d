-- Made by `npm run db:picture` from all migrations; change the database by a migration, never here.

-- ── public.setting
-- What the whole installation agrees on: whether it is a demo, the demo's programme date, the proof
-- that the right index key is in use. One row a key.
CREATE TABLE setting (
  key text NOT NULL,
  value jsonb NOT NULL,
  updated_at timestamp(3) with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT setting_pkey PRIMARY KEY (key)
);
-- Row security, for the owner as well
CREATE POLICY set_up ON setting FOR ALL TO sukjai
  USING (true)
  WITH CHECK (true);
CREATE POLICY read ON setting FOR SELECT TO public
  USING (true);
CREATE POLICY advance ON setting FOR UPDATE TO r_administrator
  USING ((key = 'programme_on'::text))
  WITH CHECK ((key = 'programme_on'::text));
GRANT SELECT ON setting TO PUBLIC;
GRANT UPDATE (value, updated_at) ON setting TO r_administrator;
-- Owner: sukjai
