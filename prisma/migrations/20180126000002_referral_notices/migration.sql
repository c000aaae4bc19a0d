-- Who is told what happened to a referral: the agency's officers when it comes to them or is asked for again, the account
-- officer when it is answered, and he and the heads of his district once the answer is late. Written by the change itself,
-- since the bearer of a one-time link tells nobody and an agency does not know who cares for whom now.
ALTER TABLE referral ADD COLUMN "late_told_on" DATE;
GRANT UPDATE (late_told_on) ON referral TO sukjai_keeper;
GRANT INSERT ON notification TO sukjai_keeper;
CREATE POLICY keep ON notification FOR INSERT TO sukjai_keeper WITH CHECK (true);

GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
-- One line of a kind and its list until it has been read, however many there are; in one order, so that two who tell the
-- same officers at once do not wait for each other in a circle.
CREATE FUNCTION app.referral_tell() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  INSERT INTO notification (id, officer_id, province_code, kind, href, happened_on, caused_by_id)
  SELECT gen_random_uuid(), t.officer_id, t.province_code, t.kind, t.href, t.changed_on, t.changed_by_id
  FROM (
    SELECT DISTINCT o.id AS officer_id, n.province_code, CASE n.step WHEN 'send' THEN 'referral_sent' ELSE 'referral_reminded' END AS kind,
      '/referrals?state=sent' AS href, n.changed_on, n.changed_by_id
    FROM new_rows n JOIN old_rows b ON b.id = n.id
    JOIN officer o ON o.role = 'agency_officer' AND o.status = 'active' AND o.agency = n.agency AND o.province_code = n.province_code
      AND coalesce(o.district_code, n.district_code) = n.district_code
    WHERE (n.step = 'send' AND b.step <> 'send') OR (n.step = 'remind' AND b.next_on <> n.next_on)
    UNION
    SELECT h.account_officer_id, n.province_code,
      CASE n.step WHEN 'refuse' THEN 'referral_refused' WHEN 'complete' THEN 'referral_completed' ELSE 'referral_answered' END,
      '/referrals?state=' || n.state, n.changed_on, n.changed_by_id
    FROM new_rows n JOIN old_rows b ON b.id = n.id JOIN holder h ON h.id = n.holder_id
    JOIN officer o ON o.id = h.account_officer_id AND o.status = 'active'
    WHERE n.step IN ('accept', 'wait_list', 'begin', 'refuse', 'complete') AND n.step <> b.step
  ) t WHERE t.officer_id IS DISTINCT FROM t.changed_by_id ORDER BY t.officer_id, t.kind, t.href
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
-- Answers that are late on this day and were not the day before: told once, and again where the agency was reminded in vain.
CREATE FUNCTION app.tell_escalated(p_today date) RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
  WITH late AS (
    UPDATE referral SET late_told_on = p_today
    WHERE state = 'sent' AND next_on < p_today AND (late_told_on IS NULL OR late_told_on <= next_on)
    RETURNING holder_id, province_code, district_code
  ), told AS (
    INSERT INTO notification (id, officer_id, province_code, kind, href, happened_on)
    SELECT gen_random_uuid(), t.officer_id, t.province_code, 'referral_escalated', '/referrals?state=escalated', p_today
    FROM (
      SELECT o.id AS officer_id, l.province_code FROM late l JOIN holder h ON h.id = l.holder_id
        JOIN officer o ON o.id = h.account_officer_id AND o.status = 'active'
      UNION
      SELECT o.id, l.province_code FROM late l JOIN officer o ON o.district_code = l.district_code AND o.status = 'active'
        AND o.role IN ('district_chief', 'district_secretary')
    ) t ORDER BY t.officer_id
    ON CONFLICT DO NOTHING
  )
  SELECT count(*)::int FROM late
$$;
REVOKE ALL ON FUNCTION app.referral_tell(), app.tell_escalated(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.tell_escalated(date) TO r_job;
DO $$ BEGIN EXECUTE format('GRANT EXECUTE ON FUNCTION app.referral_tell() TO %I', session_user); END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
CREATE TRIGGER tell AFTER UPDATE ON referral REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION app.referral_tell();
