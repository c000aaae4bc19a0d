-- Jobs run in lanes (docs/decisions/0005-import.md): `p_after` names those of which one runs after the other, and whoever has jobs
-- waiting or running has the later ones behind everybody else's earlier ones.
DROP FUNCTION app.enqueue(text, uuid);
GRANT CREATE ON SCHEMA app TO sukjai_job;
SET ROLE sukjai_job;
CREATE FUNCTION app.enqueue(p_task text, p_job uuid, p_after text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = graphile_worker, pg_catalog AS $$
DECLARE
  v_person text := current_setting('app.uid');
  v_before int;
BEGIN
  IF p_task NOT IN ('import', 'export') THEN RAISE EXCEPTION 'unknown task' USING ERRCODE = '22023'; END IF;
  SELECT count(*) INTO v_before FROM graphile_worker._private_jobs
    WHERE payload ->> 'officerId' = v_person AND attempts < max_attempts;
  PERFORM graphile_worker.add_job(p_task, json_build_object('jobId', p_job, 'officerId', v_person),
    queue_name => p_task || ' ' || p_after, job_key => p_job::text, max_attempts => 3, priority => v_before);
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION app.enqueue(text, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.enqueue(text, uuid, text) TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary,
  r_account_officer, r_agency_officer;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_job;
