-- Made by `npm run db:picture` from all migrations; change the database by a migration, never here.

-- ── audit.event
CREATE TABLE audit.event (
  chain smallint NOT NULL,
  seq bigint NOT NULL,
  at timestamp with time zone NOT NULL,
  actor text NOT NULL,
  actor_role text NOT NULL,
  action text NOT NULL,
  subject_type text NOT NULL,
  subject_id text,
  request_id uuid,
  detail jsonb NOT NULL DEFAULT '{}'::jsonb,
  prev_hash bytea NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT event_pkey PRIMARY KEY (chain, seq)
);
CREATE INDEX event_subject_id_at_idx ON audit.event USING btree (subject_id, at);
CREATE TRIGGER no_change_of_row BEFORE DELETE OR UPDATE ON audit.event FOR EACH ROW EXECUTE FUNCTION audit.no_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit.event FOR EACH STATEMENT EXECUTE FUNCTION audit.no_change();
-- Owner: sukjai_audit

-- ── audit.head
CREATE TABLE audit.head (
  chain smallint NOT NULL,
  seq bigint NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT head_pkey PRIMARY KEY (chain)
);
-- Owner: sukjai_audit

-- ── audit.append(text,text,text,jsonb)
CREATE OR REPLACE FUNCTION audit.append(p_action text, p_subject_type text, p_subject_id text, p_detail jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'audit', 'pg_catalog'
AS $function$
DECLARE h audit.head; e audit.event;
BEGIN
  e.actor := coalesce(nullif(current_setting('app.uid', true), ''), '-');
  SELECT * INTO STRICT h FROM audit.head WHERE chain = (hashtext(e.actor) & 15) FOR UPDATE;
  e.chain := h.chain; e.seq := h.seq + 1; e.at := clock_timestamp(); e.prev_hash := h.hash;
  e.actor_role := coalesce(nullif(current_setting('app.role', true), ''), '-');
  e.action := p_action; e.subject_type := p_subject_type; e.subject_id := p_subject_id; e.detail := coalesce(p_detail, '{}');
  e.request_id := nullif(current_setting('app.request_id', true), '')::uuid;
  e.hash := audit.canon(e);
  INSERT INTO audit.event SELECT (e).*;
  UPDATE audit.head SET seq = e.seq, hash = e.hash WHERE chain = h.chain;
  RETURN e.seq;
END $function$;
GRANT EXECUTE ON FUNCTION audit.append(text,text,text,jsonb) TO r_account_officer, r_administrator, r_agency_officer, r_district_chief, r_district_secretary, r_governor, r_job, r_link_bearer, r_national_reader, r_provincial_officer, r_receiving_officer, sukjai_app;
-- Owner: sukjai_audit

-- ── audit.canon(audit.event)
CREATE OR REPLACE FUNCTION audit.canon(e audit.event)
 RETURNS bytea
 LANGUAGE sql
 STABLE
AS $function$
  SELECT sha256(convert_to(jsonb_build_array(e.chain, e.seq, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    e.actor, e.actor_role, e.action, e.subject_type, e.subject_id, e.request_id, e.detail, encode(e.prev_hash, 'hex'))::text, 'UTF8'))
$function$;
-- Owner: sukjai_audit

-- ── audit.done_today(text,text)
CREATE OR REPLACE FUNCTION audit.done_today(p_action text, p_subject_id text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'audit', 'pg_catalog'
AS $function$
  SELECT EXISTS (SELECT FROM audit.event e WHERE e.subject_id = p_subject_id AND e.action = p_action
    AND e.actor = current_setting('app.uid', true) AND (e.at AT TIME ZONE 'Asia/Bangkok')::date = (clock_timestamp() AT TIME ZONE 'Asia/Bangkok')::date)
$function$;
GRANT EXECUTE ON FUNCTION audit.done_today(text,text) TO r_account_officer;
-- Owner: sukjai_audit

-- ── audit.fetched(uuid[])
CREATE OR REPLACE FUNCTION audit.fetched(p_packs uuid[])
 RETURNS TABLE(pack_id uuid, file text, officer_id uuid, at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'audit', 'pg_catalog'
AS $function$
  SELECT e.subject_id::uuid, e.detail ->> 'file', e.actor::uuid, max(e.at) FROM audit.event e
  WHERE e.subject_id = ANY (p_packs::text[]) AND e.action = 'pack.read' AND e.subject_type = 'pack'
    AND e.detail ->> 'province' = current_setting('app.province', true)
    AND (current_setting('app.role', true) IN ('governor', 'provincial_officer') OR e.detail ->> 'district' = current_setting('app.district', true))
  GROUP BY 1, 2, 3
$function$;
GRANT EXECUTE ON FUNCTION audit.fetched(uuid[]) TO r_district_chief, r_district_secretary, r_governor, r_provincial_officer;
-- Owner: sukjai_audit

-- ── audit.no_change()
CREATE OR REPLACE FUNCTION audit.no_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$ BEGIN RAISE EXCEPTION 'append-only' USING ERRCODE = '42501'; END $function$;
-- Owner: sukjai_audit

-- ── audit.verify()
CREATE OR REPLACE FUNCTION audit.verify()
 RETURNS TABLE(chain smallint, seq bigint, problem text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'audit', 'pg_catalog'
AS $function$
  SELECT * FROM audit.verify((-32768)::smallint, 32767::smallint)
$function$;
GRANT EXECUTE ON FUNCTION audit.verify() TO sukjai;
-- Owner: sukjai_audit

-- ── audit.verify(smallint,smallint)
CREATE OR REPLACE FUNCTION audit.verify(p_first smallint, p_last smallint)
 RETURNS TABLE(chain smallint, seq bigint, problem text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'audit', 'pg_catalog'
AS $function$
  WITH x AS (SELECT e.chain, e.seq, e.prev_hash, e.hash = audit.canon(e) AS own_ok,
      coalesce(lag(e.hash) OVER w, decode(repeat('00', 32), 'hex')) AS want, coalesce(lag(e.seq) OVER w, 0) + 1 AS next
    FROM audit.event e WHERE e.chain BETWEEN p_first AND p_last WINDOW w AS (PARTITION BY e.chain ORDER BY e.seq))
  SELECT x.chain, x.seq, CASE WHEN NOT own_ok THEN 'row altered' WHEN prev_hash <> want THEN 'link broken' ELSE 'gap' END
    FROM x WHERE NOT own_ok OR prev_hash <> want OR x.seq <> next
  UNION ALL SELECT h.chain, h.seq, 'tail missing' FROM audit.head h LEFT JOIN LATERAL
    (SELECT t.seq, t.hash FROM audit.event t WHERE t.chain = h.chain ORDER BY t.seq DESC LIMIT 1) l ON true
    WHERE h.chain BETWEEN p_first AND p_last AND (h.seq <> coalesce(l.seq, 0) OR (h.seq > 0 AND h.hash IS DISTINCT FROM l.hash))
$function$;
GRANT EXECUTE ON FUNCTION audit.verify(smallint,smallint) TO sukjai;
-- Owner: sukjai_audit
