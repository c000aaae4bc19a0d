-- What SQL needs of the rule sets (src/domain/rules), a row a set and a row a band. A new set is a migration that adds its
-- rows; rows are never changed, for what was decided by a set keeps its answer. tests/integration/rule-rows.test.ts holds
-- the rows to the data.
CREATE TABLE app.rule_set (
    "version" TEXT PRIMARY KEY,
    "in_force_from" DATE NOT NULL UNIQUE,
    "income_ceiling_satang" INTEGER NOT NULL,
    "must_reach_income_up_to_satang" INTEGER NOT NULL,
    "must_reach_age_up_to" INTEGER NOT NULL,
    "must_reach_age_on" DATE NOT NULL,
    -- The stored ids of the two age classes.
    "age_class_up_to" TEXT NOT NULL,
    "age_class_over" TEXT NOT NULL,
    "walk_in_from" DATE NOT NULL,
    "walk_in_until" DATE NOT NULL,
    CHECK (walk_in_from <= walk_in_until),
    CHECK (age_class_up_to <> age_class_over)
);
CREATE TABLE app.rule_band (
    "version" TEXT NOT NULL REFERENCES app.rule_set(version),
    "position" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    -- Null: the band has no end.
    "income_up_to_satang" INTEGER,
    PRIMARY KEY (version, position),
    UNIQUE (version, id)
);
INSERT INTO app.rule_set VALUES
  ('2018-01-09', '2018-02-01', 10000000, 3000000, 60, '2018-02-01', 'up_to_60', 'over_60', '2018-02-01', '2018-02-28');
INSERT INTO app.rule_band VALUES
  ('2018-01-09', 1, 'up_to_30000', 3000000),
  ('2018-01-09', 2, 'over_30000', NULL);
GRANT SELECT ON app.rule_set, app.rule_band TO sukjai_keeper;
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON app.rule_set FOR EACH ROW EXECUTE FUNCTION app.never_changes();
CREATE TRIGGER stays BEFORE UPDATE OR DELETE ON app.rule_band FOR EACH ROW EXECUTE FUNCTION app.never_changes();

GRANT USAGE, CREATE ON SCHEMA app TO sukjai_keeper;
SET ROLE sukjai_keeper;
-- The version in force on a day; before the first set the first holds (domain: rulesOn).
CREATE FUNCTION app.rules_on(p_day date) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_catalog AS $$
  SELECT coalesce(
    (SELECT version FROM rule_set WHERE in_force_from <= p_day ORDER BY in_force_from DESC LIMIT 1),
    (SELECT version FROM rule_set ORDER BY in_force_from LIMIT 1))
$$;

-- Whether coming to a desk on this day is coming within the window, by the set in force on that day.
CREATE FUNCTION app.in_walk_in(p_day date) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, pg_catalog AS $$
  SELECT EXISTS (SELECT FROM rule_set WHERE version = app.rules_on(p_day) AND p_day BETWEEN walk_in_from AND walk_in_until)
$$;

-- What a rule set says of a holder: the age class by completed years on the set's day (a missing birth date counts as not
-- over; `p_age_class`: the one that was worked out before), the band of the income in force (above the last line the last
-- band), and whether the holder must be reached (domain: ageClassOf, bandOf, isMustReach). One query, so that a trigger
-- that asks for each row of an import can afford it.
CREATE FUNCTION app.cohort_of(p_version text, p_birth_date date, p_age_class text, p_satang int)
RETURNS TABLE (age_class text, income_band text, must_reach boolean) LANGUAGE sql STABLE AS $$
  SELECT a.age_class,
    (SELECT b.id FROM app.rule_band b WHERE b.version = p_version
      ORDER BY p_satang <= coalesce(b.income_up_to_satang, p_satang) DESC,
        CASE WHEN p_satang <= coalesce(b.income_up_to_satang, p_satang) THEN b.position ELSE -b.position END LIMIT 1),
    p_satang <= r.must_reach_income_up_to_satang AND a.age_class = r.age_class_up_to
  FROM app.rule_set r CROSS JOIN LATERAL (SELECT coalesce(p_age_class, CASE
      WHEN (to_char(r.must_reach_age_on, 'YYYYMMDD')::int - to_char(p_birth_date, 'YYYYMMDD')::int) / 10000 > r.must_reach_age_up_to
      THEN r.age_class_over ELSE r.age_class_up_to END) AS age_class) a
  WHERE r.version = p_version
$$;

CREATE OR REPLACE FUNCTION app.answer_state_of(p_answer text, p_interviewed boolean, p_desk_answer boolean, p_answer_on date) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT CASE
    WHEN p_answer = 'no' THEN 'declined'
    WHEN p_answer = 'yes' AND p_interviewed THEN 'interviewed'
    WHEN p_answer = 'yes' AND p_desk_answer AND app.in_walk_in(p_answer_on) THEN 'met_in_february' END
$$;
REVOKE ALL ON FUNCTION app.rules_on(date), app.in_walk_in(date), app.cohort_of(text, date, text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.rules_on(date) TO r_job;
GRANT EXECUTE ON FUNCTION app.in_walk_in(date) TO r_governor, r_provincial_officer, r_district_chief, r_district_secretary;
RESET ROLE;
REVOKE CREATE ON SCHEMA app FROM sukjai_keeper;
