-- What a draft of rules would change is counted by a job of its own.
ALTER TABLE job DROP CONSTRAINT job_kind_check,
  ADD CONSTRAINT job_kind_check CHECK (kind IN ('import', 'export', 'month_run', 'what_if'));
GRANT USAGE, CREATE ON SCHEMA app TO sukjai_job;
SET ROLE sukjai_job;
CREATE OR REPLACE FUNCTION app.enqueue(p_task text, p_job uuid, p_after text)
 RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path TO 'graphile_worker', 'pg_catalog' AS $$
DECLARE
  v_person text := current_setting('app.uid');
  v_before int;
BEGIN
  IF p_task NOT IN ('import', 'export', 'month_run', 'what_if') THEN RAISE EXCEPTION 'unknown task' USING ERRCODE = '22023'; END IF;
  SELECT count(*) INTO v_before FROM graphile_worker._private_jobs
    WHERE payload ->> 'officerId' = v_person AND attempts < max_attempts;
  PERFORM graphile_worker.add_job(p_task, json_build_object('jobId', p_job, 'officerId', v_person),
    queue_name => p_task || ' ' || p_after, job_key => p_job::text, max_attempts => 3, priority => v_before);
  RETURN true;
END $$;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_job;
