/** What `npm run db:picture` asks PostgreSQL's catalogue. Every list is sorted here: the catalogue's order is not stable. */

const OURS = "('public', 'app', 'auth', 'audit')";

/** Grants of one object as text, without the owner's own rights; MAINTAIN is unknown before version 17. */
const grantsOf = (acl, owner, on) => `(
  SELECT string_agg(format('GRANT %s ON %s TO %s;', g.rights, ${on}, g.roles), E'\\n' ORDER BY g.rights, g.roles)
  FROM (SELECT r.rights, string_agg(r.role, ', ' ORDER BY r.role) AS roles
    FROM (SELECT CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE x.grantee::regrole::text END AS role,
        string_agg(x.right_, ', ' ORDER BY x.right_) AS rights
      FROM (${acl}) x WHERE x.grantee <> ${owner} AND x.right_ <> 'MAINTAIN' GROUP BY x.grantee) r
    GROUP BY r.rights) g)`;

const exploded = (acl) => `SELECT e.grantee, e.privilege_type AS right_ FROM aclexplode(${acl}) e`;

const columnsSql = `
  SELECT string_agg(format('  %s %s%s%s', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
      CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
      CASE WHEN a.attgenerated::text <> '' THEN ' GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ') STORED'
        WHEN a.attidentity::text <> '' THEN ' GENERATED ALWAYS AS IDENTITY'
        WHEN d.adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) ELSE '' END), E',\\n' ORDER BY a.attnum)
  FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped`;

// A constraint "n" is a NOT NULL: it has a name only from version 18 on, and the picture shows it with its column.
const constraintsSql = `
  SELECT string_agg(format('  CONSTRAINT %s %s', quote_ident(k.conname), pg_get_constraintdef(k.oid)), E',\\n' ORDER BY k.contype, k.conname)
  FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('c', 'f', 'p', 'u', 'x')`;

const indexesSql = `
  SELECT string_agg(pg_get_indexdef(i.indexrelid) || ';', E'\\n' ORDER BY i.indexrelid::regclass::text)
  FROM pg_index i WHERE i.indrelid = c.oid AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))`;

const policiesSql = `
  SELECT string_agg(format(E'CREATE POLICY %s ON %s FOR %s TO %s%s%s;', quote_ident(p.policyname), c.oid::regclass, p.cmd,
      (SELECT string_agg(r::text, ', ' ORDER BY r::text) FROM unnest(p.roles) r),
      E'\\n  USING (' || p.qual || ')', E'\\n  WITH CHECK (' || p.with_check || ')'), E'\\n' ORDER BY p.cmd, p.policyname)
  FROM pg_policies p WHERE p.schemaname = n.nspname AND p.tablename = c.relname`;

const triggersSql = `
  SELECT string_agg(pg_get_triggerdef(t.oid) || ';' || CASE t.tgenabled WHEN 'O' THEN '' ELSE ' -- enabled: ' || t.tgenabled::text END,
    E'\\n' ORDER BY t.tgname)
  FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal`;

const columnGrants = `
  SELECT e.grantee, format('%s (%s)', e.privilege_type, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)) AS right_
  FROM pg_attribute a CROSS JOIN LATERAL aclexplode(a.attacl) e WHERE a.attrelid = c.oid GROUP BY e.grantee, e.privilege_type`;

/** Every table and view: columns, constraints, indexes, row security, who may do what, triggers. */
export const relationsSql = `
  SELECT n.nspname || '.' || c.relname AS name,
    concat_ws(E'\\n',
      CASE WHEN c.relkind IN ('v', 'm') THEN format('CREATE VIEW %s WITH (%s) AS%s', c.oid::regclass, array_to_string(c.reloptions, ', '),
          E'\\n' || pg_get_viewdef(c.oid))
        ELSE format(E'CREATE TABLE %s (\\n%s\\n);', c.oid::regclass, concat_ws(E',\\n', (${columnsSql}), (${constraintsSql}))) END,
      (${indexesSql}),
      CASE WHEN c.relrowsecurity THEN '-- Row security' || CASE WHEN c.relforcerowsecurity THEN ', for the owner as well' ELSE '' END END,
      (${policiesSql}),
      ${grantsOf(`${exploded("c.relacl")} UNION ALL ${columnGrants}`, "c.relowner", "c.oid::regclass")},
      (${triggersSql}),
      '-- Owner: ' || c.relowner::regrole) AS text
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname IN ${OURS} AND c.relname <> '_prisma_migrations'
  ORDER BY 1`;

/** Every function of our schemas, and the tables whose triggers call it. */
export const functionsSql = `
  SELECT n.nspname AS schema, p.oid::regprocedure::text AS name,
    (SELECT array_agg(DISTINCT tn.nspname || '.' || tc.relname) FROM pg_trigger t
      JOIN pg_class tc ON tc.oid = t.tgrelid JOIN pg_namespace tn ON tn.oid = tc.relnamespace
      WHERE t.tgfoid = p.oid AND NOT t.tgisinternal) AS tables,
    concat_ws(E'\\n', rtrim(pg_get_functiondef(p.oid), E'\\n') || ';',
      ${grantsOf(exploded("coalesce(p.proacl, acldefault('f', p.proowner))"), "p.proowner", "'FUNCTION ' || p.oid::regprocedure")},
      '-- Owner: ' || p.proowner::regrole) AS text
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE n.nspname IN ${OURS} AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  ORDER BY n.nspname, 2`;

/** Roles, who may become whom, and who may look into which schema; graphile_worker belongs to the queue. */
export const rolesSql = `
  SELECT line FROM (
    SELECT 1 AS part, format('CREATE ROLE %s %s %s;', r.rolname, CASE WHEN r.rolcanlogin THEN 'LOGIN' ELSE 'NOLOGIN' END,
      CASE WHEN r.rolinherit THEN 'INHERIT' ELSE 'NOINHERIT' END) AS line
    FROM pg_roles r WHERE r.rolname ~ '^(sukjai_|r_)'
    UNION ALL
    SELECT 2, format('GRANT %s TO %s WITH INHERIT %s, SET %s;', m.roleid::regrole, m.member::regrole,
      m.inherit_option::text, m.set_option::text)
    FROM pg_auth_members m WHERE m.roleid::regrole::text ~ '^(sukjai_|r_)'
      AND m.member <> (SELECT datdba FROM pg_database WHERE datname = current_database())
    UNION ALL
    SELECT 3, format('CREATE EXTENSION %s;', x.extname) FROM pg_extension x WHERE x.extname <> 'plpgsql'
    UNION ALL
    SELECT 4, concat_ws(E'\\n', format('-- Schema %s, owner %s', n.nspname, n.nspowner::regrole),
      ${grantsOf(exploded("n.nspacl"), "n.nspowner", "'SCHEMA ' || n.nspname")})
    FROM pg_namespace n WHERE n.nspname IN ('public', 'app', 'auth', 'audit', 'staging', 'graphile_worker')
    UNION ALL
    SELECT 5, format('-- By default in %s, of what %s makes: %s', coalesce(d.defaclnamespace::regnamespace::text, 'every schema'),
      d.defaclrole::regrole, d.defaclacl) FROM pg_default_acl d
  ) lines ORDER BY part, line`;
