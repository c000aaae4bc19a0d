-- Which agency is asking: BAAC, CDD, DSD … (domain/agencies.ts), of an agency's officer or an account officer.
CREATE FUNCTION app.agency() RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog
  AS $$ SELECT nullif(current_setting('app.agency', true), '') $$;
GRANT EXECUTE ON FUNCTION app.agency() TO PUBLIC;
