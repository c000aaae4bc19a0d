-- The chains of the audit do not depend on each other: some of them are verified alone, so that several sessions share the
-- work (src/cli/audit.ts). All of them still are what audit.verify() says.
SET ROLE sukjai_audit;
-- With a path of its own PostgreSQL calls it for each row instead of writing it into the statement, which took as long again as
-- the hash. Only append and verify may call it, and they have the path.
ALTER FUNCTION audit.canon(audit.event) RESET search_path;
CREATE FUNCTION audit.verify(p_first smallint, p_last smallint) RETURNS TABLE (chain smallint, seq bigint, problem text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = audit, pg_catalog AS $$
  WITH x AS (SELECT e.chain, e.seq, e.prev_hash, e.hash = audit.canon(e) AS own_ok,
      coalesce(lag(e.hash) OVER w, decode(repeat('00', 32), 'hex')) AS want, coalesce(lag(e.seq) OVER w, 0) + 1 AS next
    FROM audit.event e WHERE e.chain BETWEEN p_first AND p_last WINDOW w AS (PARTITION BY e.chain ORDER BY e.seq))
  SELECT x.chain, x.seq, CASE WHEN NOT own_ok THEN 'row altered' WHEN prev_hash <> want THEN 'link broken' ELSE 'gap' END
    FROM x WHERE NOT own_ok OR prev_hash <> want OR x.seq <> next
  UNION ALL SELECT h.chain, h.seq, 'tail missing' FROM audit.head h LEFT JOIN LATERAL
    (SELECT t.seq, t.hash FROM audit.event t WHERE t.chain = h.chain ORDER BY t.seq DESC LIMIT 1) l ON true
    WHERE h.chain BETWEEN p_first AND p_last AND (h.seq <> coalesce(l.seq, 0) OR (h.seq > 0 AND h.hash IS DISTINCT FROM l.hash))
$$;
REVOKE EXECUTE ON FUNCTION audit.verify(smallint, smallint) FROM PUBLIC;
DO $$ BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION audit.verify(smallint, smallint) TO %I', session_user);
END $$;
CREATE OR REPLACE FUNCTION audit.verify() RETURNS TABLE (chain smallint, seq bigint, problem text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = audit, pg_catalog AS $$
  SELECT * FROM audit.verify((-32768)::smallint, 32767::smallint)
$$;
RESET ROLE;
