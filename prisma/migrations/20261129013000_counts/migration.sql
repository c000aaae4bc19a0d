-- A form counts where it needs no confirmation or has it (domain: counts). Said once, and read everywhere by this name.
ALTER TABLE intent ADD COLUMN "counts" BOOLEAN NOT NULL GENERATED ALWAYS AS (confirmation IS NULL OR confirmation = 'confirmed') STORED;
ALTER TABLE assessment ADD COLUMN "counts" BOOLEAN NOT NULL GENERATED ALWAYS AS (confirmation IS NULL OR confirmation = 'confirmed') STORED;

DROP TRIGGER ministry ON assessment;
CREATE TRIGGER ministry AFTER INSERT OR UPDATE ON assessment FOR EACH ROW WHEN (NEW.counts) EXECUTE FUNCTION app.interview_entry();

-- The functions that asked for it in their own words.
GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
CREATE OR REPLACE FUNCTION app.refresh_holder(p_holder uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE
  latest record; first_yes date; met date; contact record; gone text; worked text;
BEGIN
  PERFORM FROM holder WHERE id = p_holder FOR UPDATE;
  SELECT x.answer, x.answered_on, x.at_desk INTO latest FROM (
    SELECT i.answer, i.intent_on AS answered_on, true AS at_desk, i.recorded_at FROM intent i
      WHERE i.holder_id = p_holder AND i.counts
    UNION ALL
    SELECT a.answer, a.interviewed_on, false, a.recorded_at FROM assessment a
      WHERE a.holder_id = p_holder AND a.counts
  ) x ORDER BY x.answered_on DESC, x.at_desk, x.recorded_at DESC LIMIT 1;
  SELECT min(d) INTO first_yes FROM (
    SELECT i.intent_on AS d FROM intent i WHERE i.holder_id = p_holder AND i.answer = 'yes' AND i.counts
    UNION ALL
    SELECT a.interviewed_on FROM assessment a WHERE a.holder_id = p_holder AND a.answer = 'yes' AND a.counts
  ) y;
  SELECT a.interviewed_on, a.current_group INTO met, worked FROM assessment a
    WHERE a.holder_id = p_holder AND a.counts ORDER BY a.interviewed_on DESC LIMIT 1;
  SELECT d.kind INTO gone FROM departure d WHERE d.holder_id = p_holder AND d.confirmation = 'confirmed' ORDER BY d.kind LIMIT 1;
  SELECT
    (array_agg(c.name_on_card ORDER BY c.recorded_at DESC) FILTER (WHERE c.name_on_card IS NOT NULL))[1] AS name_on_card,
    (array_agg(c.phone ORDER BY c.recorded_at DESC) FILTER (WHERE c.phone IS NOT NULL))[1] AS phone,
    (array_agg(c.current_address ORDER BY c.recorded_at DESC) FILTER (WHERE c.current_address IS NOT NULL))[1] AS current_address,
    (array_agg(c.current_subdistrict_code ORDER BY c.recorded_at DESC) FILTER (WHERE c.current_subdistrict_code IS NOT NULL))[1] AS current_subdistrict_code
  INTO contact FROM (
    SELECT i.name_on_card, i.phone, i.current_address, i.current_subdistrict_code, i.recorded_at FROM intent i WHERE i.holder_id = p_holder
    UNION ALL SELECT NULL, a.phone, NULL, NULL, a.recorded_at FROM assessment a WHERE a.holder_id = p_holder
    UNION ALL SELECT NULL, x.phone, NULL, NULL, x.recorded_at FROM absence x WHERE x.holder_id = p_holder
  ) c;
  UPDATE holder h SET
    latest_answer = latest.answer, first_yes_on = first_yes, interviewed_on = met,
    name_on_card = contact.name_on_card, phone = contact.phone,
    current_address = contact.current_address, current_subdistrict_code = contact.current_subdistrict_code,
    departure = gone, assessed_group = worked, hindrance = app.hindrance_of(p_holder),
    answer_state = app.answer_state_of(latest.answer, met IS NOT NULL, coalesce(latest.at_desk, false), latest.answered_on)
  WHERE h.id = p_holder;
END $function$;

CREATE OR REPLACE FUNCTION app.refresh_follow_up(p_holder uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  h record; plan record; told record; latest record; taken int;
BEGIN
  SELECT id, province_code, district_code, state INTO h FROM holder WHERE id = p_holder FOR UPDATE;
  SELECT a.id, a.interviewed_on,
      CASE WHEN jsonb_typeof(a.answers -> 'monthlyIncome') = 'number' THEN (a.answers ->> 'monthlyIncome')::int END AS income,
      (SELECT count(*)::int FROM chosen_project p WHERE p.assessment_id = a.id) AS projects
    INTO plan FROM assessment a
    WHERE a.holder_id = p_holder AND a.answer = 'yes' AND a.counts
    ORDER BY a.interviewed_on DESC, a.recorded_at DESC LIMIT 1;
  IF plan.id IS NULL THEN RETURN; END IF;
  SELECT count(*)::int AS contacts,
      -- Always in one order: they are a part of the counters' key.
      coalesce(array_agg(DISTINCT c.round ORDER BY c.round) FILTER (WHERE c.round IS NOT NULL), '{}') AS rounds_done,
      coalesce(bool_or(c.got_job), false) AS got_job, coalesce(max(c.loan_baht), 0) AS loan_baht,
      coalesce(max(c.training_hours), 0) AS training_hours,
      (array_agg(c.income_baht ORDER BY c.contacted_on DESC, c.recorded_at DESC) FILTER (WHERE c.income_baht IS NOT NULL))[1] AS income_now
    INTO told FROM contact c
    WHERE c.holder_id = p_holder AND NOT EXISTS (SELECT FROM contact x WHERE x.corrects_id = c.id);
  SELECT c.id, c.contacted_on, c.next_on INTO latest FROM contact c
    WHERE c.holder_id = p_holder AND NOT EXISTS (SELECT FROM contact x WHERE x.corrects_id = c.id)
    ORDER BY c.contacted_on DESC, c.recorded_at DESC LIMIT 1;
  SELECT count(*)::int INTO taken FROM contact_project p WHERE p.contact_id = latest.id AND p.state IN ('taking_part', 'finished');
  INSERT INTO follow_up AS f (holder_id, province_code, district_code, assessment_id, agreed_on, active, contacts, last_contact_id,
      last_contact_on, next_on, rounds_done, income_then, income_now, got_job, loan_baht, training_hours, projects, taken_up)
    VALUES (h.id, h.province_code, h.district_code, plan.id, plan.interviewed_on, h.state = 'interviewed', told.contacts, latest.id,
      latest.contacted_on, latest.next_on, told.rounds_done, plan.income, told.income_now, told.got_job, told.loan_baht,
      told.training_hours, plan.projects, taken)
    ON CONFLICT (holder_id) DO UPDATE SET province_code = excluded.province_code, district_code = excluded.district_code,
      assessment_id = excluded.assessment_id, agreed_on = excluded.agreed_on, active = excluded.active, contacts = excluded.contacts,
      last_contact_id = excluded.last_contact_id, last_contact_on = excluded.last_contact_on, next_on = excluded.next_on,
      rounds_done = excluded.rounds_done, income_then = excluded.income_then,
      income_now = excluded.income_now, got_job = excluded.got_job, loan_baht = excluded.loan_baht,
      training_hours = excluded.training_hours, projects = excluded.projects, taken_up = excluded.taken_up;
END $$;

CREATE OR REPLACE FUNCTION app.referral_consent(p_holder uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT coalesce((SELECT x.given FROM (
    SELECT a.consent_referral AS given, a.interviewed_on AS said_on, a.recorded_at FROM assessment a
      WHERE a.holder_id = p_holder AND a.counts
    UNION ALL
    SELECT e.decision = 'given', e.decided_on, e.recorded_at FROM consent_event e WHERE e.holder_id = p_holder AND e.purpose = 'referral'
  ) x ORDER BY x.said_on DESC, x.recorded_at DESC LIMIT 1), false)
$function$;

CREATE OR REPLACE FUNCTION app.referral_guard()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE
  who text := current_setting('role');
  doer text[] := CASE
    WHEN NEW.step IN ('prepare', 'send', 'withdraw') THEN ARRAY['r_account_officer']
    WHEN NEW.step = 'remind' THEN ARRAY['r_district_chief', 'r_district_secretary']
    WHEN NEW.step IN ('accept', 'wait_list', 'refuse') THEN ARRAY['r_agency_officer', 'r_link_bearer']
    ELSE ARRAY['r_agency_officer'] END;
  had boolean; has boolean;
BEGIN
  IF who <> ALL (doer || 'none'::text) THEN RAISE EXCEPTION 'not this role''s step' USING ERRCODE = '42501'; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' OR NEW.step <> 'prepare' THEN RAISE EXCEPTION 'a referral begins as a draft' USING ERRCODE = '42501'; END IF;
    NEW.waiting_since := NULL; NEW.capacity_id := NULL; NEW.sent_on := NULL; NEW.answered_on := NULL; NEW.ended_on := NULL;
    RETURN NEW;
  END IF;
  IF app.referral_step(OLD.state, NEW.step) IS DISTINCT FROM NEW.state THEN
    RAISE EXCEPTION 'no step % from %', NEW.step, OLD.state USING ERRCODE = '42501';
  END IF;
  IF NEW.step = 'send' AND NOT (app.referral_consent(NEW.holder_id) AND EXISTS (SELECT FROM assessment a
      WHERE a.id = NEW.assessment_id AND a.answer = 'yes' AND a.counts)) THEN
    RAISE EXCEPTION 'no live consent' USING ERRCODE = 'SJ002';
  END IF;
  had := OLD.state IN ('accepted', 'in_progress', 'completed');
  has := NEW.state IN ('accepted', 'in_progress', 'completed');
  IF has AND NOT had THEN NEW.capacity_id := app.take_place(NEW);
  ELSIF had AND NOT has AND OLD.capacity_id IS NOT NULL THEN
    UPDATE project_capacity SET taken = taken - 1 WHERE id = OLD.capacity_id;
    NEW.capacity_id := NULL;
  END IF;
  -- One answer for many is one moment: among them the longest sent comes first.
  NEW.waiting_since := CASE WHEN NEW.state = 'waiting_list' THEN statement_timestamp() END;
  IF OLD.state = 'sent' AND NEW.state NOT IN ('sent', 'withdrawn') THEN NEW.answered_on := NEW.changed_on; END IF;
  IF NEW.next_on IS NULL THEN NEW.ended_on := NEW.changed_on; END IF;
  RETURN NEW;
END $function$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
