-- Made by `npm run db:picture` from all migrations; change the database by a migration, never here.

-- ── app.last_act
CREATE TABLE app.last_act (
  holder_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT last_act_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES holder(id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT last_act_pkey PRIMARY KEY (holder_id)
);
-- Owner: sukjai_keeper

-- ── app.receipt_counter
CREATE TABLE app.receipt_counter (
  district_code text NOT NULL,
  last integer NOT NULL,
  CONSTRAINT receipt_counter_pkey PRIMARY KEY (district_code)
);
-- Owner: sukjai_keeper

-- ── app.rule_band
CREATE TABLE app.rule_band (
  version text NOT NULL,
  "position" integer NOT NULL,
  id text NOT NULL,
  income_up_to_satang integer,
  CONSTRAINT rule_band_version_fkey FOREIGN KEY (version) REFERENCES app.rule_set(version),
  CONSTRAINT rule_band_pkey PRIMARY KEY (version, "position"),
  CONSTRAINT rule_band_version_id_key UNIQUE (version, id)
);
GRANT INSERT, SELECT ON app.rule_band TO sukjai_keeper;
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON app.rule_band FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── app.rule_round
CREATE TABLE app.rule_round (
  version text NOT NULL,
  id text NOT NULL,
  from_on date NOT NULL,
  until_on date NOT NULL,
  CONSTRAINT rule_round_check CHECK ((from_on <= until_on)),
  CONSTRAINT rule_round_id_check CHECK ((id ~ '^[a-z0-9_]+$'::text)),
  CONSTRAINT rule_round_months_check CHECK (((EXTRACT(day FROM from_on) = (1)::numeric) AND (EXTRACT(day FROM (until_on + 1)) = (1)::numeric))),
  CONSTRAINT rule_round_version_fkey FOREIGN KEY (version) REFERENCES app.rule_set(version),
  CONSTRAINT rule_round_pkey PRIMARY KEY (version, id)
);
GRANT INSERT, SELECT ON app.rule_round TO sukjai_keeper;
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON app.rule_round FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── app.rule_set
CREATE TABLE app.rule_set (
  version text NOT NULL,
  in_force_from date NOT NULL,
  income_ceiling_satang integer NOT NULL,
  must_reach_income_up_to_satang integer NOT NULL,
  must_reach_age_up_to integer NOT NULL,
  must_reach_age_on date NOT NULL,
  age_class_up_to text NOT NULL,
  age_class_over text NOT NULL,
  walk_in_from date NOT NULL,
  walk_in_until date NOT NULL,
  yes_counts_from date NOT NULL,
  trigger text NOT NULL,
  CONSTRAINT rule_set_check CHECK ((walk_in_from <= walk_in_until)),
  CONSTRAINT rule_set_check1 CHECK ((age_class_up_to <> age_class_over)),
  CONSTRAINT rule_set_trigger_check CHECK ((trigger = ANY (ARRAY['earliest'::text, 'intent'::text, 'assessment'::text]))),
  CONSTRAINT rule_set_pkey PRIMARY KEY (version),
  CONSTRAINT rule_set_in_force_from_key UNIQUE (in_force_from)
);
GRANT INSERT, SELECT ON app.rule_set TO sukjai_keeper;
CREATE TRIGGER stays BEFORE DELETE OR UPDATE ON app.rule_set FOR EACH ROW EXECUTE FUNCTION app.never_changes();
-- Owner: sukjai

-- ── app.undecided
CREATE TABLE app.undecided (
  holder_id uuid NOT NULL,
  noted_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
  CONSTRAINT undecided_pkey PRIMARY KEY (holder_id)
);
CREATE INDEX undecided_noted_in_idx ON app.undecided USING btree (noted_in);
GRANT DELETE, SELECT, UPDATE (noted_in) ON app.undecided TO sukjai_decider;
GRANT INSERT, SELECT, UPDATE ON app.undecided TO sukjai_keeper;
GRANT SELECT ON app.undecided TO sukjai_bookkeeper;
-- Owner: sukjai

-- ── app.acted_since(timestamp with time zone)
CREATE OR REPLACE FUNCTION app.acted_since(p_since timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_catalog'
AS $function$
  SELECT holder_id FROM last_act WHERE at >= p_since
$function$;
GRANT EXECUTE ON FUNCTION app.acted_since(timestamp with time zone) TO r_job;
-- Owner: sukjai_keeper

-- ── app.agency()
CREATE OR REPLACE FUNCTION app.agency()
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$ SELECT nullif(current_setting('app.agency', true), '') $function$;
GRANT EXECUTE ON FUNCTION app.agency() TO PUBLIC;
-- Owner: sukjai

-- ── app.answer_state_of(text,boolean,boolean,date,date)
CREATE OR REPLACE FUNCTION app.answer_state_of(p_answer text, p_interviewed boolean, p_desk_answer boolean, p_answer_on date, p_refused_twice_on date)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
  SELECT CASE
    WHEN p_answer = 'no' THEN 'declined'
    WHEN p_answer = 'yes' AND p_interviewed THEN 'interviewed'
    -- An answer of that day or later has taken the refusal back.
    WHEN p_refused_twice_on > coalesce(p_answer_on, '-infinity') THEN 'refused_twice'
    WHEN p_answer = 'yes' AND p_desk_answer AND app.in_walk_in(p_answer_on) THEN 'met_in_february' END
$function$;
-- Owner: sukjai_keeper

-- ── app.claim_request(uuid)
CREATE OR REPLACE FUNCTION app.claim_request(p_id uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE owner uuid;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(p_id::text, 0));
  SELECT actor_id INTO owner FROM command_receipt WHERE id = p_id;
  RETURN CASE WHEN owner IS NULL THEN 'nobody' WHEN owner = app.uid() THEN 'own' ELSE 'another' END;
END $function$;
GRANT EXECUTE ON FUNCTION app.claim_request(uuid) TO r_account_officer, r_administrator, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_link_bearer, r_national_reader, r_provincial_officer, r_receiving_officer;
-- Owner: sukjai_keeper

-- ── app.cohort_of(text,date,text,integer)
CREATE OR REPLACE FUNCTION app.cohort_of(p_version text, p_birth_date date, p_age_class text, p_satang integer)
 RETURNS TABLE(age_class text, income_band text, must_reach boolean)
 LANGUAGE sql
 STABLE
AS $function$
  SELECT a.age_class,
    (SELECT b.id FROM app.rule_band b WHERE b.version = p_version
      ORDER BY p_satang <= coalesce(b.income_up_to_satang, p_satang) DESC,
        CASE WHEN p_satang <= coalesce(b.income_up_to_satang, p_satang) THEN b.position ELSE -b.position END LIMIT 1),
    p_satang <= r.must_reach_income_up_to_satang AND a.age_class = r.age_class_up_to
  FROM app.rule_set r CROSS JOIN LATERAL (SELECT coalesce(p_age_class, CASE
      WHEN (to_char(r.must_reach_age_on, 'YYYYMMDD')::int - to_char(p_birth_date, 'YYYYMMDD')::int) / 10000 > r.must_reach_age_up_to
      THEN r.age_class_over ELSE r.age_class_up_to END) AS age_class) a
  WHERE r.version = p_version
$function$;
-- Owner: sukjai_keeper

-- ── app.consent_counts()
CREATE OR REPLACE FUNCTION app.consent_counts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE
  live boolean := app.referral_consent(NEW.holder_id);
  said_on date := CASE TG_TABLE_NAME WHEN 'consent_event' THEN (to_jsonb(NEW) ->> 'decided_on')::date ELSE (to_jsonb(NEW) ->> 'interviewed_on')::date END;
BEGIN
  UPDATE referral r SET consent_withdrawn_on = CASE WHEN NOT live THEN said_on END
    WHERE r.holder_id = NEW.holder_id AND r.state NOT IN ('completed', 'refused', 'withdrawn') AND (r.consent_withdrawn_on IS NULL) <> live;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.consent_counts() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.contact_follow_up()
CREATE OR REPLACE FUNCTION app.contact_follow_up()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN PERFORM app.refresh_follow_up(holder_id) FROM (SELECT DISTINCT holder_id FROM added) told; RETURN NULL; END $function$;
GRANT EXECUTE ON FUNCTION app.contact_follow_up() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.count_undecided()
CREATE OR REPLACE FUNCTION app.count_undecided()
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT count(*) FROM app.undecided u JOIN holder h ON h.id = u.holder_id WHERE h.province_code = app.province()
$function$;
GRANT EXECUTE ON FUNCTION app.count_undecided() TO r_governor, r_provincial_officer;
-- Owner: sukjai_keeper

-- ── app.desk_answers(uuid)
CREATE OR REPLACE FUNCTION app.desk_answers(p_holder uuid)
 RETURNS TABLE(answer text, intent_on date, confirmation text, after_death text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT i.answer, i.intent_on, i.confirmation, i.after_death FROM intent i
  WHERE i.holder_id = p_holder AND i.province_code = (SELECT app.province())
    AND i.confirmation IS DISTINCT FROM 'rejected' AND i.after_death IS DISTINCT FROM 'void'
    AND current_setting('role') IN ('r_receiving_officer', 'r_district_secretary', 'r_provincial_officer')
  ORDER BY i.intent_on, i.recorded_at
$function$;
GRANT EXECUTE ON FUNCTION app.desk_answers(uuid) TO r_district_secretary, r_provincial_officer, r_receiving_officer;
-- Owner: sukjai_keeper

-- ── app.died_on(uuid)
CREATE OR REPLACE FUNCTION app.died_on(p_holder uuid)
 RETURNS date
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT d.departed_on FROM departure d
  WHERE d.holder_id = p_holder AND d.kind = 'deceased' AND d.confirmation = 'confirmed'
$function$;
-- Owner: sukjai_keeper

-- ── app.district()
CREATE OR REPLACE FUNCTION app.district()
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$ SELECT nullif(current_setting('app.district', true), '') $function$;
GRANT EXECUTE ON FUNCTION app.district() TO PUBLIC;
-- Owner: sukjai

-- ── app.district_drafts()
CREATE OR REPLACE FUNCTION app.district_drafts()
 RETURNS TABLE(holder_id uuid, officer_id uuid, started_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT d.holder_id, d.officer_id, d.started_on FROM assessment_draft d JOIN holder h ON h.id = d.holder_id
  WHERE h.district_code = (SELECT app.district()) AND h.province_code = (SELECT app.province()) AND h.account_officer_id = d.officer_id
$function$;
GRANT EXECUTE ON FUNCTION app.district_drafts() TO r_district_chief, r_district_secretary;
-- Owner: sukjai_keeper

-- ── app.enqueue(text,uuid,text)
CREATE OR REPLACE FUNCTION app.enqueue(p_task text, p_job uuid, p_after text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'graphile_worker', 'pg_catalog'
AS $function$
DECLARE
  v_person text := current_setting('app.uid');
  v_before int;
BEGIN
  IF p_task NOT IN ('import', 'export', 'month_run', 'what_if', 'pack', 'one_off_list') THEN
    RAISE EXCEPTION 'unknown task' USING ERRCODE = '22023';
  END IF;
  SELECT count(*) INTO v_before FROM graphile_worker._private_jobs
    WHERE payload ->> 'officerId' = v_person AND attempts < max_attempts;
  PERFORM graphile_worker.add_job(p_task, json_build_object('jobId', p_job, 'officerId', v_person),
    queue_name => p_task || ' ' || p_after, job_key => p_job::text, max_attempts => 3, priority => v_before);
  RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION app.enqueue(text,uuid,text) TO r_account_officer, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
-- Owner: sukjai_job

-- ── app.find_link(bytea)
CREATE OR REPLACE FUNCTION app.find_link(p_hash bytea)
 RETURNS TABLE(id uuid, province_code text, district_code text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT l.id, l.province_code, l.district_code FROM referral_link l JOIN referral r ON r.id = l.referral_id
  WHERE l.token_hash = p_hash AND (l.used_at IS NOT NULL OR r.state = 'sent')
    AND l.expires_on >= coalesce((SELECT (s.value #>> '{}')::date FROM setting s WHERE s.key = 'programme_on'),
      (clock_timestamp() AT TIME ZONE 'Asia/Bangkok')::date)
$function$;
GRANT EXECUTE ON FUNCTION app.find_link(bytea) TO sukjai_app;
-- Owner: sukjai_keeper

-- ── app.form_counts()
CREATE OR REPLACE FUNCTION app.form_counts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN PERFORM app.refresh_holder(NEW.holder_id); RETURN NULL; END $function$;
GRANT EXECUTE ON FUNCTION app.form_counts() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.furthest_of(journey)
CREATE OR REPLACE FUNCTION app.furthest_of(j journey)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT CASE WHEN j.above_line_on IS NOT NULL THEN 'above_line' WHEN j.completed_on IS NOT NULL THEN 'completed'
    WHEN j.started_on IS NOT NULL THEN 'started' WHEN j.accepted_on IS NOT NULL THEN 'accepted'
    WHEN j.referred_on IS NOT NULL THEN 'referred' WHEN j.planned_on IS NOT NULL THEN 'planned'
    WHEN j.willing_on IS NOT NULL THEN 'willing' WHEN j.interviewed_on IS NOT NULL THEN 'interviewed'
    WHEN j.met_on IS NOT NULL THEN 'met' ELSE 'listed' END
$function$;
-- Owner: sukjai_keeper

-- ── app.gives_back(uuid,uuid,uuid)
CREATE OR REPLACE FUNCTION app.gives_back(p_move uuid, p_holder uuid, p_officer uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT EXISTS (SELECT FROM caseload_move m JOIN assignment a ON a.move_id = m.undoes_id AND a.holder_id = p_holder
    AND a.previous_officer_id = p_officer WHERE m.id = p_move)
$function$;
GRANT EXECUTE ON FUNCTION app.gives_back(uuid,uuid,uuid) TO r_district_chief, r_district_secretary;
-- Owner: sukjai_keeper

-- ── app.hindrance_of(uuid)
CREATE OR REPLACE FUNCTION app.hindrance_of(p_holder uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT CASE
    WHEN EXISTS (SELECT FROM absence x WHERE x.holder_id = p_holder AND x.returned_on IS NULL) THEN 'away'
    WHEN EXISTS (SELECT FROM interview_refusal r WHERE r.holder_id = p_holder AND r.confirmation = 'confirmed') THEN 'refused_interview'
    WHEN (SELECT v.outcome <> 'met' AND NOT EXISTS (SELECT FROM appointment a WHERE a.holder_id = p_holder AND a.status = 'planned'
        AND a.recorded_at > v.recorded_at)
      FROM visit v WHERE v.holder_id = p_holder ORDER BY v.visited_on DESC, v.recorded_at DESC LIMIT 1) THEN 'attempted'
    WHEN EXISTS (SELECT FROM appointment a WHERE a.holder_id = p_holder AND a.status = 'planned') THEN 'scheduled' END
$function$;
-- Owner: sukjai_keeper

-- ── app.holder_acted()
CREATE OR REPLACE FUNCTION app.holder_acted()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_catalog'
AS $function$
BEGIN
  -- Not everything that is asked of the office is about somebody on the list.
  INSERT INTO last_act AS l (holder_id, at) SELECT NEW.holder_id, clock_timestamp() WHERE NEW.holder_id IS NOT NULL
    ON CONFLICT (holder_id) DO UPDATE SET at = EXCLUDED.at;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.holder_acted() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.holder_in_province(uuid,text)
CREATE OR REPLACE FUNCTION app.holder_in_province(p_holder uuid, p_district text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$ SELECT EXISTS (SELECT FROM holder WHERE id = p_holder AND district_code = p_district AND province_code = (SELECT app.province())) $function$;
GRANT EXECUTE ON FUNCTION app.holder_in_province(uuid,text) TO r_district_secretary, r_receiving_officer;
-- Owner: sukjai_keeper

-- ── app.hold_rules()
CREATE OR REPLACE FUNCTION app.hold_rules()
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_catalog'
AS $function$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('rules'), 0);
  RETURN app.rules_stamp();
END $function$;
GRANT EXECUTE ON FUNCTION app.hold_rules() TO r_account_officer, r_administrator, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_job, r_link_bearer, r_national_reader, r_provincial_officer, r_receiving_officer, sukjai, sukjai_app, sukjai_job;
-- Owner: sukjai_keeper

-- ── app.id_known(bytea)
CREATE OR REPLACE FUNCTION app.id_known(p_index bytea)
 RETURNS TABLE(id uuid, own boolean, province text, standing text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT CASE WHEN h.province_code = (SELECT app.province()) THEN h.id END, h.province_code = (SELECT app.province()), p.name,
    CASE WHEN h.province_code = (SELECT app.province()) THEN h.standing END
  FROM holder h JOIN province p ON p.code = h.province_code
  WHERE h.national_id_index = p_index
    AND current_setting('role') IN ('r_receiving_officer', 'r_district_secretary', 'r_provincial_officer')
$function$;
GRANT EXECUTE ON FUNCTION app.id_known(bytea) TO r_district_secretary, r_provincial_officer, r_receiving_officer;
-- Owner: sukjai_keeper

-- ── app.in_walk_in(date)
CREATE OR REPLACE FUNCTION app.in_walk_in(p_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_catalog'
AS $function$
  SELECT EXISTS (SELECT FROM rule_set WHERE version = app.rules_on(p_day) AND p_day BETWEEN walk_in_from AND walk_in_until)
$function$;
GRANT EXECUTE ON FUNCTION app.in_walk_in(date) TO r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
-- Owner: sukjai_keeper

-- ── app.is_checked(uuid)
CREATE OR REPLACE FUNCTION app.is_checked(p_version uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT EXISTS (SELECT FROM rule_version_step s WHERE s.rule_version_id = p_version AND s.step = 'checked')
$function$;
GRANT EXECUTE ON FUNCTION app.is_checked(uuid) TO r_account_officer, r_administrator, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_job, r_link_bearer, r_provincial_officer, r_receiving_officer, sukjai, sukjai_app, sukjai_job;
-- Owner: sukjai_keeper

-- ── app.journeys()
CREATE OR REPLACE FUNCTION app.journeys()
 RETURNS SETOF journey
 LANGUAGE sql
 STABLE
AS $function$
  SELECT h.id, h.province_code, h.district_code, h.must_reach, h.counted,
    coalesce(b.programme_on, r.came_on),
    least(i.said_on, a.interviewed_on, v.met_on, x.refused_on),
    a.interviewed_on, a.willing_on, a.planned_on, f.sent_on, e.accepted_on,
    least(e.started_on, p.started_on), least(e.completed_on, p.completed_on),
    CASE WHEN coalesce(e.completed_on, p.completed_on) IS NOT NULL AND 1200 * t.income_baht > l.must_reach_income_up_to_satang
      THEN t.contacted_on END
  FROM public.holder h
    JOIN app.rule_set l ON l.version = h.rules_version
    LEFT JOIN public.import_batch b ON b.id = h.created_batch_id
    LEFT JOIN public.registration r ON r.holder_id = h.id
    LEFT JOIN (SELECT holder_id, min(intent_on) AS said_on FROM public.intent WHERE counts GROUP BY 1) i ON i.holder_id = h.id
    LEFT JOIN (SELECT holder_id, min(interviewed_on) AS interviewed_on, min(interviewed_on) FILTER (WHERE answer = 'yes') AS willing_on,
        min(interviewed_on) FILTER (WHERE answer = 'yes'
          AND EXISTS (SELECT FROM public.chosen_project c WHERE c.assessment_id = assessment.id)) AS planned_on
      FROM public.assessment WHERE counts GROUP BY 1) a ON a.holder_id = h.id
    LEFT JOIN (SELECT holder_id, min(visited_on) AS met_on FROM public.visit WHERE outcome = 'met' GROUP BY 1) v ON v.holder_id = h.id
    LEFT JOIN (SELECT holder_id, min(refused_on) AS refused_on FROM public.interview_refusal WHERE confirmation = 'confirmed'
      GROUP BY 1) x ON x.holder_id = h.id
    LEFT JOIN (SELECT holder_id, min(sent_on) AS sent_on FROM public.referral GROUP BY 1) f ON f.holder_id = h.id
    LEFT JOIN (SELECT holder_id,
        min(happened_on) FILTER (WHERE state IN ('accepted', 'in_progress', 'completed')) AS accepted_on,
        min(happened_on) FILTER (WHERE state = 'in_progress' OR state = 'completed' AND result <> 'dropped_out') AS started_on,
        min(happened_on) FILTER (WHERE state = 'completed' AND result <> 'dropped_out') AS completed_on
      FROM public.referral_event GROUP BY 1) e ON e.holder_id = h.id
    LEFT JOIN (SELECT p.holder_id, min(c.contacted_on) FILTER (WHERE p.state IN ('taking_part', 'finished')) AS started_on,
        min(c.contacted_on) FILTER (WHERE p.state = 'finished') AS completed_on
      FROM public.contact_project p JOIN public.contact c ON c.id = p.contact_id
      WHERE NOT EXISTS (SELECT FROM public.contact n WHERE n.corrects_id = c.id) GROUP BY 1) p ON p.holder_id = h.id
    LEFT JOIN (SELECT DISTINCT ON (holder_id) holder_id, income_baht, contacted_on FROM public.contact
      WHERE income_baht IS NOT NULL AND NOT EXISTS (SELECT FROM public.contact n WHERE n.corrects_id = contact.id)
      ORDER BY holder_id, contacted_on DESC, recorded_at DESC) t ON t.holder_id = h.id
$function$;
-- Owner: sukjai_keeper

-- ── app.keep_journey(uuid)
CREATE OR REPLACE FUNCTION app.keep_journey(p_holder uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
DECLARE
  j journey; reached text;
BEGIN
  SELECT f.* INTO j FROM app.journeys() f WHERE f.holder_id = p_holder;
  reached := app.furthest_of(j);
  IF reached = 'listed' THEN
    DELETE FROM journey WHERE holder_id = p_holder;
  ELSE
    INSERT INTO journey AS k SELECT j.* ON CONFLICT (holder_id) DO UPDATE SET
      province_code = excluded.province_code, district_code = excluded.district_code, must_reach = excluded.must_reach,
      counted = excluded.counted, listed_on = excluded.listed_on, met_on = excluded.met_on, interviewed_on = excluded.interviewed_on,
      willing_on = excluded.willing_on, planned_on = excluded.planned_on, referred_on = excluded.referred_on,
      accepted_on = excluded.accepted_on, started_on = excluded.started_on, completed_on = excluded.completed_on,
      above_line_on = excluded.above_line_on
    WHERE k.* IS DISTINCT FROM excluded.*;
  END IF;
  RETURN reached;
END $function$;
-- Owner: sukjai_keeper

-- ── app.left_by(text)
CREATE OR REPLACE FUNCTION app.left_by(p_state text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT CASE WHEN p_state IN ('deceased', 'card_cancelled', 'moved_away', 'declined', 'away') THEN p_state
    WHEN p_state IN ('refused_twice', 'refused_interview') THEN 'refused' ELSE 'none' END
$function$;
-- Owner: sukjai_keeper

-- ── app.lookup_by_id(uuid)
CREATE OR REPLACE FUNCTION app.lookup_by_id(p_holder uuid)
 RETURNS TABLE(id uuid, province_code text, district_code text, title text, first_name text, last_name text, birth_date date, birth_date_precision text, national_id_last4 text, latest_answer text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT h.id, h.province_code, h.district_code, h.title, h.first_name, h.last_name, coalesce(h.corrected_birth_date, h.birth_date),
    CASE WHEN h.corrected_birth_date IS NULL THEN h.birth_date_precision ELSE 'day' END, h.national_id_last4, h.latest_answer
  FROM holder h WHERE h.id = p_holder AND h.province_code = (SELECT app.province())
    AND current_setting('role') IN ('r_receiving_officer', 'r_district_secretary')
$function$;
GRANT EXECUTE ON FUNCTION app.lookup_by_id(uuid) TO r_district_secretary, r_receiving_officer;
-- Owner: sukjai_keeper

-- ── app.lookup_in_province(bytea)
CREATE OR REPLACE FUNCTION app.lookup_in_province(p_index bytea)
 RETURNS TABLE(id uuid, title text, first_name text, last_name text, birth_date date, birth_date_precision text, district_code text, latest_answer text, national_id_last4 text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT h.id, h.title, h.first_name, h.last_name, coalesce(h.corrected_birth_date, h.birth_date),
    CASE WHEN h.corrected_birth_date IS NULL THEN h.birth_date_precision ELSE 'day' END, h.district_code, h.latest_answer, h.national_id_last4
  FROM holder h WHERE h.national_id_index = p_index AND h.province_code = (SELECT app.province())
    AND current_setting('role') IN ('r_receiving_officer', 'r_district_secretary')
$function$;
GRANT EXECUTE ON FUNCTION app.lookup_in_province(bytea) TO r_district_secretary, r_receiving_officer;
-- Owner: sukjai_keeper

-- ── app.move_acted_on(uuid)
CREATE OR REPLACE FUNCTION app.move_acted_on(p_move uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT EXISTS (
    SELECT FROM assignment a WHERE a.move_id = p_move AND a.district_code = (SELECT app.district()) AND (
      EXISTS (SELECT FROM assignment x WHERE x.holder_id = a.holder_id AND x.created_at >= a.created_at AND x.move_id <> p_move)
      OR EXISTS (SELECT FROM app.last_act x WHERE x.holder_id = a.holder_id AND x.at >= a.created_at)))
$function$;
GRANT EXECUTE ON FUNCTION app.move_acted_on(uuid) TO r_district_chief, r_district_secretary;
-- Owner: sukjai_keeper

-- ── app.never_changes()
CREATE OR REPLACE FUNCTION app.never_changes()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN RAISE EXCEPTION '% is never changed', TG_TABLE_NAME USING ERRCODE = '42501'; END $function$;
GRANT EXECUTE ON FUNCTION app.never_changes() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.next_receipt()
CREATE OR REPLACE FUNCTION app.next_receipt()
 RETURNS text
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'app', 'pg_catalog'
AS $function$
  INSERT INTO app.receipt_counter AS c (district_code, last) VALUES (app.district(), 1)
  ON CONFLICT (district_code) DO UPDATE SET last = c.last + 1
  RETURNING district_code || '-' || lpad(last::text, 6, '0')
$function$;
GRANT EXECUTE ON FUNCTION app.next_receipt() TO r_district_secretary, r_receiving_officer;
-- Owner: sukjai_keeper

-- ── app.next_receipt_of(uuid)
CREATE OR REPLACE FUNCTION app.next_receipt_of(p_registration uuid)
 RETURNS text
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'app', 'pg_catalog'
AS $function$
  INSERT INTO app.receipt_counter AS c (district_code, last)
    SELECT r.district_code, 1 FROM registration r
    WHERE r.id = p_registration AND r.recorded_by_id = (SELECT app.uid()) AND current_setting('role') = 'r_provincial_officer'
  ON CONFLICT (district_code) DO UPDATE SET last = c.last + 1
  RETURNING district_code || '-' || lpad(last::text, 6, '0')
$function$;
GRANT EXECUTE ON FUNCTION app.next_receipt_of(uuid) TO r_provincial_officer;
-- Owner: sukjai_keeper

-- ── app.noted_undecided()
CREATE OR REPLACE FUNCTION app.noted_undecided()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_catalog'
AS $function$
  SELECT EXISTS (SELECT FROM undecided WHERE noted_in = pg_current_xact_id_if_assigned())
$function$;
GRANT EXECUTE ON FUNCTION app.noted_undecided() TO r_account_officer, r_administrator, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_job, r_link_bearer, r_provincial_officer, r_receiving_officer;
-- Owner: sukjai_keeper

-- ── app.note_undecided()
CREATE OR REPLACE FUNCTION app.note_undecided()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE
  whose uuid;
BEGIN
  IF TG_TABLE_NAME = 'holder' THEN whose := NEW.id;
  ELSIF TG_OP = 'DELETE' THEN whose := OLD.holder_id;
  ELSE whose := NEW.holder_id;
  END IF;
  IF TG_TABLE_NAME <> 'holder' AND NOT EXISTS (SELECT FROM holder WHERE id = whose AND first_yes_on IS NOT NULL) THEN
    RETURN NULL;
  END IF;
  INSERT INTO app.undecided (holder_id) VALUES (whose)
    ON CONFLICT (holder_id) DO UPDATE SET noted_in = pg_current_xact_id();
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION app.note_undecided() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.occupation_group_of(text)
CREATE OR REPLACE FUNCTION app.occupation_group_of(p_words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
AS $function$
  SELECT CASE
    WHEN p_words IS NULL OR btrim(p_words) IN ('', '-') THEN 'unknown'
    WHEN p_words ~ 'ว่างงาน|ไม่มีงาน|ไม่ได้ทำงาน|ไม่ประกอบอาชีพ|แม่บ้าน|พ่อบ้าน|นักเรียน|นักศึกษา|ชรา' THEN 'not_working'
    WHEN p_words ~ 'เกษตร|ทำนา|ทำไร่|ทำสวน|ชาวนา|ชาวไร่|ชาวสวน|ประมง|เลี้ยงสัตว์|ปศุสัตว์|ปลูก' THEN 'farmer'
    WHEN p_words ~ 'รับจ้าง|ลูกจ้าง|พนักงาน|กรรมกร|คนงาน|ข้าราชการ' THEN 'employed'
    WHEN p_words ~ 'ค้าขาย|ธุรกิจ|อิสระ|ช่าง|เสริมสวย|ขับ|เจ้าของ|ขาย' THEN 'self_employed'
    ELSE 'unknown' END
$function$;
GRANT EXECUTE ON FUNCTION app.occupation_group_of(text) TO r_job, sukjai;
-- Owner: sukjai_keeper

-- ── app.other_rules(date)
CREATE OR REPLACE FUNCTION app.other_rules(p_day date)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_catalog'
AS $function$
  SELECT coalesce(array_agg(version), '{}') FROM rule_set WHERE version <> app.rules_on(p_day)
$function$;
GRANT EXECUTE ON FUNCTION app.other_rules(date) TO r_job;
-- Owner: sukjai_keeper

-- ── app.programme_today()
CREATE OR REPLACE FUNCTION app.programme_today()
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT coalesce((SELECT (s.value #>> '{}')::date FROM setting s WHERE s.key = 'programme_on'), (now() AT TIME ZONE 'Asia/Bangkok')::date)
$function$;
GRANT EXECUTE ON FUNCTION app.programme_today() TO r_job, sukjai_auth, sukjai_decider;
-- Owner: sukjai_keeper

-- ── app.province()
CREATE OR REPLACE FUNCTION app.province()
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$ SELECT nullif(current_setting('app.province', true), '') $function$;
GRANT EXECUTE ON FUNCTION app.province() TO PUBLIC;
-- Owner: sukjai

-- ── app.recorded_death(uuid)
CREATE OR REPLACE FUNCTION app.recorded_death(p_holder uuid)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT app.died_on(h.id) FROM holder h
  WHERE h.id = p_holder AND h.province_code = (SELECT app.province())
    AND current_setting('role') IN ('r_receiving_officer', 'r_district_secretary')
$function$;
GRANT EXECUTE ON FUNCTION app.recorded_death(uuid) TO r_district_secretary, r_receiving_officer;
-- Owner: sukjai_keeper

-- ── app.recorded_rules()
CREATE OR REPLACE FUNCTION app.recorded_rules()
 RETURNS json
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT coalesce(json_agg(v.document ORDER BY v.in_force_from), '[]')
  FROM rule_version v JOIN rule_version_step s ON s.rule_version_id = v.id WHERE s.step = 'checked'
$function$;
GRANT EXECUTE ON FUNCTION app.recorded_rules() TO r_account_officer, r_administrator, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_job, r_link_bearer, r_national_reader, r_provincial_officer, r_receiving_officer, sukjai, sukjai_app, sukjai_job;
-- Owner: sukjai_keeper

-- ── app.referral_consent(uuid)
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
-- Owner: sukjai_keeper

-- ── app.referral_step(text,text)
CREATE OR REPLACE FUNCTION app.referral_step(p_from text, p_step text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
  SELECT CASE
    WHEN p_step = 'send' AND p_from = 'draft' THEN 'sent'
    WHEN p_step = 'accept' AND p_from IN ('sent', 'waiting_list') THEN 'accepted'
    WHEN p_step = 'wait_list' AND p_from = 'sent' THEN 'waiting_list'
    WHEN p_step = 'begin' AND p_from IN ('sent', 'accepted', 'waiting_list') THEN 'in_progress'
    WHEN p_step = 'complete' AND p_from IN ('accepted', 'in_progress') THEN 'completed'
    WHEN p_step = 'refuse' AND p_from IN ('sent', 'accepted', 'waiting_list') THEN 'refused'
    WHEN p_step = 'withdraw' AND p_from IN ('draft', 'sent', 'accepted', 'waiting_list', 'in_progress') THEN 'withdrawn'
    WHEN p_step = 'remind' AND p_from = 'sent' THEN 'sent' END
$function$;
-- Owner: sukjai_keeper

-- ── app.refresh_follow_up(uuid)
CREATE OR REPLACE FUNCTION app.refresh_follow_up(p_holder uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE
  h record; plan record; told record; latest record; taken int;
BEGIN
  SELECT id, province_code, district_code, state, counted INTO h FROM holder WHERE id = p_holder FOR UPDATE;
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
    VALUES (h.id, h.province_code, h.district_code, plan.id, plan.interviewed_on, h.state = 'interviewed' AND h.counted, told.contacts, latest.id,
      latest.contacted_on, latest.next_on, told.rounds_done, plan.income, told.income_now, told.got_job, told.loan_baht,
      told.training_hours, plan.projects, taken)
    ON CONFLICT (holder_id) DO UPDATE SET province_code = excluded.province_code, district_code = excluded.district_code,
      assessment_id = excluded.assessment_id, agreed_on = excluded.agreed_on, active = excluded.active, contacts = excluded.contacts,
      last_contact_id = excluded.last_contact_id, last_contact_on = excluded.last_contact_on, next_on = excluded.next_on,
      rounds_done = excluded.rounds_done, income_then = excluded.income_then,
      income_now = excluded.income_now, got_job = excluded.got_job, loan_baht = excluded.loan_baht,
      training_hours = excluded.training_hours, projects = excluded.projects, taken_up = excluded.taken_up;
END $function$;
-- Owner: sukjai_keeper

-- ── app.refresh_holder(uuid)
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
    SELECT i.intent_on AS d FROM intent i
      WHERE i.holder_id = p_holder AND i.answer = 'yes' AND i.counts AND app.yes_counts(i.intent_on, 'intent')
    UNION ALL
    SELECT a.interviewed_on FROM assessment a
      WHERE a.holder_id = p_holder AND a.answer = 'yes' AND a.counts AND app.yes_counts(a.interviewed_on, 'assessment')
  ) y;
  SELECT a.interviewed_on, a.current_group INTO met, worked FROM assessment a
    WHERE a.holder_id = p_holder AND a.counts ORDER BY a.interviewed_on DESC LIMIT 1;
  SELECT d.kind INTO gone FROM departure d WHERE d.holder_id = p_holder AND d.confirmation = 'confirmed'
    ORDER BY array_position(ARRAY['deceased', 'card_cancelled', 'moved_away'], d.kind) LIMIT 1;
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
    answer_state = app.answer_state_of(latest.answer, met IS NOT NULL, coalesce(latest.at_desk, false), latest.answered_on,
      app.refused_twice_on(p_holder))
  WHERE h.id = p_holder;
END $function$;
-- Owner: sukjai_keeper

-- ── app.refresh_journey(uuid)
CREATE OR REPLACE FUNCTION app.refresh_journey(p_holder uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE
  reached text;
BEGIN
  PERFORM FROM holder WHERE id = p_holder FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  reached := app.keep_journey(p_holder);
  UPDATE holder SET furthest = reached WHERE id = p_holder AND furthest <> reached;
END $function$;
-- Owner: sukjai_keeper

-- ── app.refused_twice_on(uuid)
CREATE OR REPLACE FUNCTION app.refused_twice_on(p_holder uuid)
 RETURNS date
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT max(r.refused_on) FROM interview_refusal r WHERE r.holder_id = p_holder AND r.confirmation = 'confirmed'
    HAVING count(*) >= 2
$function$;
-- Owner: sukjai_keeper

-- ── app.refuse_income_above_ceiling(integer)
CREATE OR REPLACE FUNCTION app.refuse_income_above_ceiling(p_satang integer)
 RETURNS void
 LANGUAGE plpgsql
 STABLE
AS $function$
BEGIN
  IF p_satang > (SELECT max(income_ceiling_satang) FROM app.rule_set) THEN
    RAISE EXCEPTION 'an income above every ceiling' USING ERRCODE = '23514';
  END IF;
END $function$;
-- Owner: sukjai_keeper

-- ── app.registration_state(uuid,uuid)
CREATE OR REPLACE FUNCTION app.registration_state(p_id uuid, p_holder uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT coalesce(
    (SELECT h.standing FROM holder h WHERE h.id = p_holder AND h.counted),
    (SELECT CASE
        WHEN d.outcome <> 'found' THEN d.outcome
        WHEN d.approval = 'approved' THEN 'recorded'
        WHEN d.approval = 'pending' THEN 'proposed'
        ELSE 'waiting' END
      FROM registration_decision d WHERE d.registration_id = p_id ORDER BY d.recorded_at DESC LIMIT 1),
    'waiting')
$function$;
GRANT EXECUTE ON FUNCTION app.registration_state(uuid,uuid) TO sukjai;
-- Owner: sukjai_keeper

-- ── app.rows_in_journey()
CREATE OR REPLACE FUNCTION app.rows_in_journey()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
BEGIN PERFORM app.refresh_journey(holder_id) FROM (SELECT DISTINCT holder_id FROM added ORDER BY 1) told; RETURN NULL; END $function$;
GRANT EXECUTE ON FUNCTION app.rows_in_journey() TO sukjai;
-- Owner: sukjai_keeper

-- ── app.rules_on(date)
CREATE OR REPLACE FUNCTION app.rules_on(p_day date)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_catalog'
AS $function$
  SELECT coalesce(
    (SELECT version FROM rule_set WHERE in_force_from <= p_day ORDER BY in_force_from DESC LIMIT 1),
    (SELECT version FROM rule_set ORDER BY in_force_from LIMIT 1))
$function$;
GRANT EXECUTE ON FUNCTION app.rules_on(date) TO r_job;
-- Owner: sukjai_keeper

-- ── app.rules_province()
CREATE OR REPLACE FUNCTION app.rules_province()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT coalesce((SELECT s.value #>> '{}' FROM setting s WHERE s.key = 'rules_province'),
    (SELECT min(o.province_code) FROM officer o WHERE o.role = 'provincial_officer' AND o.status = 'active'
      HAVING count(DISTINCT o.province_code) = 1))
$function$;
GRANT EXECUTE ON FUNCTION app.rules_province() TO r_account_officer, r_administrator, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_job, r_link_bearer, r_provincial_officer, r_receiving_officer, sukjai, sukjai_app, sukjai_job;
-- Owner: sukjai_keeper

-- ── app.rules_stamp()
CREATE OR REPLACE FUNCTION app.rules_stamp()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_catalog'
AS $function$
  SELECT string_agg(version, ' ' ORDER BY version) FROM rule_set
$function$;
GRANT EXECUTE ON FUNCTION app.rules_stamp() TO r_account_officer, r_administrator, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_job, r_link_bearer, r_national_reader, r_provincial_officer, r_receiving_officer, sukjai, sukjai_app, sukjai_job;
-- Owner: sukjai_keeper

-- ── app.search_holders(text,integer)
CREATE OR REPLACE FUNCTION app.search_holders(p_words text, p_limit integer)
 RETURNS TABLE(id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE
  who text := current_setting('role');
  part text := '%' || replace(replace(replace(p_words, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  beginning text := substr(part, 2);
BEGIN
  IF length(p_words) < 2 THEN RETURN; END IF;
  IF who IN ('r_governor', 'r_provincial_officer') AND length(p_words) >= 3 THEN
    RETURN QUERY SELECT h.id FROM holder h WHERE h.province_code = app.province() AND h.search_name LIKE part
      ORDER BY h.search_name, h.id LIMIT p_limit;
  ELSIF who IN ('r_district_chief', 'r_district_secretary', 'r_receiving_officer') AND length(p_words) >= 3 THEN
    RETURN QUERY SELECT h.id FROM holder h WHERE h.province_code = app.province() AND h.district_code = app.district()
      AND h.search_name LIKE part ORDER BY h.search_name, h.id LIMIT p_limit;
  ELSIF who IN ('r_district_chief', 'r_district_secretary', 'r_receiving_officer') THEN
    RETURN QUERY SELECT h.id FROM holder h WHERE h.district_code = app.district() AND h.search_name LIKE beginning
      ORDER BY h.search_name, h.id LIMIT p_limit;
  ELSIF who = 'r_account_officer' THEN
    RETURN QUERY SELECT h.id FROM holder h WHERE h.account_officer_id = app.uid() AND h.search_name LIKE part
      ORDER BY h.search_name, h.id LIMIT p_limit;
  END IF;
END $function$;
GRANT EXECUTE ON FUNCTION app.search_holders(text,integer) TO r_account_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, r_receiving_officer;
-- Owner: sukjai_keeper

-- ── app.sex_of(text)
CREATE OR REPLACE FUNCTION app.sex_of(p_title text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  SELECT CASE WHEN p_title = 'นาย' THEN 'male' WHEN p_title IN ('นาง', 'นางสาว') THEN 'female' ELSE 'unknown' END
$function$;
-- Owner: sukjai_keeper

-- ── app.take_place(referral)
CREATE OR REPLACE FUNCTION app.take_place(r referral)
 RETURNS uuid
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE place uuid;
BEGIN
  SELECT c.id INTO place FROM project_capacity c
    WHERE c.province_code = r.province_code AND c.project = r.project AND c.agency = r.agency
      AND r.changed_on BETWEEN c.from_on AND c.until_on AND coalesce(c.district_code, r.district_code) = r.district_code
    ORDER BY c.district_code NULLS LAST, c.from_on DESC LIMIT 1;
  IF place IS NULL THEN RETURN NULL; END IF;
  UPDATE project_capacity SET taken = taken + 1 WHERE id = place AND taken < places;
  IF NOT FOUND THEN RAISE EXCEPTION 'no place left' USING ERRCODE = 'SJ001'; END IF;
  RETURN place;
END $function$;
-- Owner: sukjai_keeper

-- ── app.take_snapshots(date[],text)
CREATE OR REPLACE FUNCTION app.take_snapshots(p_days date[], p_source text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
DECLARE taken int;
BEGIN
  WITH states AS (
    SELECT province_code, district_code, state, sum(people)::int AS people FROM holder_tally
    WHERE must_reach GROUP BY 1, 2, 3),
  wishes AS (
    SELECT district_code, sum(people)::int AS people FROM holder_tally
    WHERE latest_answer = 'yes' AND NOT must_reach GROUP BY 1),
  sums AS (
    SELECT province_code, district_code, sum(people)::int AS total,
      coalesce(sum(people) FILTER (WHERE state IN ('declined', 'interviewed', 'refused_twice')), 0)::int AS answered,
      coalesce(sum(people) FILTER (WHERE state = 'met_in_february'), 0)::int AS met_waiting,
      coalesce(sum(people) FILTER (WHERE state = 'away'), 0)::int AS away,
      coalesce(sum(people) FILTER (WHERE state IN ('deceased', 'card_cancelled', 'moved_away')), 0)::int AS released, jsonb_object_agg(state, people) AS states
    FROM states GROUP BY 1, 2),
  districts AS (
    INSERT INTO day_snapshot (id, province_code, district_code, taken_for, total, met, answered, met_waiting, away, to_meet, released,
        states, voluntary_yes, source)
      SELECT gen_random_uuid(), s.province_code, s.district_code, d.taken_for, s.total, s.answered + s.met_waiting, s.answered, s.met_waiting,
        s.away, s.total - s.answered - s.met_waiting - s.released, s.released, s.states, coalesce(w.people, 0), p_source
      FROM sums s CROSS JOIN unnest(p_days) AS d (taken_for)
      LEFT JOIN wishes w ON w.district_code = s.district_code
      ON CONFLICT (district_code, taken_for) DO NOTHING
      RETURNING district_code, taken_for),
  parts AS (
    SELECT province_code, district_code, subdistrict_code, sum(people)::int AS total,
      coalesce(sum(people) FILTER (WHERE state IN ('declined', 'interviewed', 'refused_twice')), 0)::int AS answered,
      coalesce(sum(people) FILTER (WHERE state = 'met_in_february'), 0)::int AS met_waiting,
      coalesce(sum(people) FILTER (WHERE state IN ('deceased', 'card_cancelled', 'moved_away')), 0)::int AS released
    FROM holder_tally WHERE must_reach GROUP BY 1, 2, 3),
  subdistricts AS (
    INSERT INTO subdistrict_day (subdistrict_code, district_code, province_code, taken_for, total, answered, met_waiting, to_meet, released)
      SELECT p.subdistrict_code, p.district_code, p.province_code, d.taken_for, p.total, p.answered, p.met_waiting,
        p.total - p.answered - p.met_waiting - p.released, p.released
      -- Only with the district's numbers of the same moment, so that the parts add up to the whole.
      FROM parts p JOIN districts d ON d.district_code = p.district_code),
  ages AS (
    INSERT INTO age_income_day (district_code, province_code, taken_for, answered, unanswered, young_high, old_low, old_high)
      SELECT t.district_code, t.province_code, d.taken_for,
        coalesce(sum(people) FILTER (WHERE young AND low AND state IN ('declined', 'interviewed', 'refused_twice')), 0)::int,
        coalesce(sum(people) FILTER (WHERE young AND low AND state NOT IN ('declined', 'interviewed', 'refused_twice')), 0)::int,
        coalesce(sum(people) FILTER (WHERE young AND NOT low), 0)::int,
        coalesce(sum(people) FILTER (WHERE NOT young AND low), 0)::int,
        coalesce(sum(people) FILTER (WHERE NOT young AND NOT low), 0)::int
      FROM (SELECT *, age_class IN (SELECT r.age_class_up_to FROM app.rule_set r) AS young,
          income_band IN (SELECT b.id FROM app.rule_band b WHERE b.position = 1) AS low FROM holder_tally) t
        CROSS JOIN unnest(p_days) AS d (taken_for)
      GROUP BY 1, 2, 3
      ON CONFLICT (district_code, taken_for) DO NOTHING)
  SELECT count(*) INTO taken FROM districts;
  RETURN taken;
END $function$;
GRANT EXECUTE ON FUNCTION app.take_snapshots(date[],text) TO r_administrator, r_job;
-- Owner: sukjai_keeper

-- ── app.tell_escalated(date)
CREATE OR REPLACE FUNCTION app.tell_escalated(p_today date)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
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
$function$;
GRANT EXECUTE ON FUNCTION app.tell_escalated(date) TO r_job;
-- Owner: sukjai_keeper

-- ── app.topped_up(uuid)
CREATE OR REPLACE FUNCTION app.topped_up(p_holder uuid)
 RETURNS TABLE(month date, file_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT n.month, n.file_on FROM (
    SELECT DISTINCT ON (r.month) r.month, a.file_on, l.outcome
    FROM run_answer_line l JOIN run_answer a ON a.id = l.answer_id JOIN month_run r ON r.id = a.run_id
    WHERE l.holder_id = p_holder AND EXISTS (SELECT FROM holder h WHERE h.id = p_holder AND h.province_code = app.province())
    ORDER BY r.month, a.recorded_at DESC) n
  WHERE n.outcome IN ('same', 'other_amount', 'not_booked') ORDER BY n.month DESC
$function$;
GRANT EXECUTE ON FUNCTION app.topped_up(uuid) TO r_account_officer, r_district_chief, r_district_secretary, r_governor, r_provincial_officer, r_receiving_officer;
-- Owner: sukjai_keeper

-- ── app.uid()
CREATE OR REPLACE FUNCTION app.uid()
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$ SELECT nullif(current_setting('app.uid', true), '')::uuid $function$;
GRANT EXECUTE ON FUNCTION app.uid() TO PUBLIC;
-- Owner: sukjai

-- ── app.wish_told(uuid)
CREATE OR REPLACE FUNCTION app.wish_told(p_holder uuid)
 RETURNS TABLE(said_on date, state text, reported_on date, file_number integer, answered_on date, reason text, counted boolean, ended boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_catalog'
AS $function$
  SELECT e.occurred_on, e.state,
    (SELECT max(v.happened_on) FROM ministry_event v WHERE v.entry_id = e.id AND v.state = 'reported'),
    (SELECT f.number FROM ministry_file f WHERE f.id = e.file_id),
    CASE WHEN e.state IN ('accepted', 'bounced') THEN e.state_on END, e.reason, h.counted,
    coalesce(h.departure IN ('deceased', 'card_cancelled'), false)
  FROM holder h LEFT JOIN ministry_entry e ON e.source_id = h.id AND e.kind = 'wish' AND e.stands
  WHERE h.id = p_holder AND CASE
    WHEN current_setting('role') = 'r_provincial_officer' THEN h.province_code = (SELECT app.province())
    WHEN current_setting('role') = 'r_account_officer' THEN h.account_officer_id = (SELECT app.uid())
    WHEN current_setting('role') IN ('r_district_chief', 'r_district_secretary', 'r_receiving_officer')
      THEN h.district_code = (SELECT app.district())
    ELSE false END
$function$;
GRANT EXECUTE ON FUNCTION app.wish_told(uuid) TO r_account_officer, r_district_chief, r_district_secretary, r_provincial_officer, r_receiving_officer;
-- Owner: sukjai_keeper

-- ── app.yes_counts(date,text)
CREATE OR REPLACE FUNCTION app.yes_counts(p_day date, p_form text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'app', 'pg_catalog'
AS $function$
  SELECT p_day >= yes_counts_from AND trigger IN ('earliest', p_form) FROM rule_set WHERE version = app.rules_on(p_day)
$function$;
-- Owner: sukjai_keeper
