-- What is appointed with a person is one row, whichever form named the day. A form asks neither where nor when on that day.
ALTER TABLE appointment ALTER COLUMN kind DROP NOT NULL;

-- The days that interviews and follow-ups had named until now, where nothing has been heard of the person since: of each
-- person the newest form, if it named one. It says when it was named, so that no state and no undo takes it for a new act.
GRANT INSERT ON appointment TO sukjai_keeper;
CREATE POLICY carry_over ON appointment FOR INSERT TO sukjai_keeper WITH CHECK (true);
-- Whoever was interviewed has the state of the answer, which no appointment changes: only the hindrance is set anew.
ALTER TABLE appointment DISABLE TRIGGER acted, DISABLE TRIGGER counts;
SET ROLE sukjai_keeper;
INSERT INTO appointment (id, holder_id, province_code, district_code, officer_id, meet_on, kind, recorded_by_id, recorded_on, recorded_at)
SELECT gen_random_uuid(), h.id, h.province_code, h.district_code, form.recorded_by_id, form.next_on, NULL, form.recorded_by_id,
  form.recorded_on, form.recorded_at
FROM (
  SELECT DISTINCT ON (holder_id) * FROM (
    SELECT c.holder_id, c.next_on, c.recorded_by_id, c.recorded_on, c.recorded_at, c.contacted_on AS happened_on FROM contact c
      WHERE NOT EXISTS (SELECT FROM contact x WHERE x.corrects_id = c.id)
    UNION ALL
    SELECT a.holder_id, a.next_contact_on, a.recorded_by_id, a.recorded_on, a.recorded_at, a.interviewed_on FROM assessment a WHERE a.counts
  ) told ORDER BY holder_id, happened_on DESC, recorded_at DESC
) form
JOIN holder h ON h.id = form.holder_id
WHERE form.next_on IS NOT NULL AND h.departure IS NULL
  AND NOT EXISTS (SELECT FROM appointment p WHERE p.holder_id = h.id AND (p.status = 'planned' OR p.recorded_at >= form.recorded_at))
  AND NOT EXISTS (SELECT FROM visit v WHERE v.holder_id = h.id AND v.recorded_at >= form.recorded_at);
UPDATE holder h SET hindrance = app.hindrance_of(h.id)
WHERE EXISTS (SELECT FROM appointment p WHERE p.holder_id = h.id AND p.status = 'planned' AND p.kind IS NULL)
  AND h.hindrance IS DISTINCT FROM app.hindrance_of(h.id);
RESET ROLE;
ALTER TABLE appointment ENABLE TRIGGER acted, ENABLE TRIGGER counts;
DROP POLICY carry_over ON appointment;
REVOKE INSERT ON appointment FROM sukjai_keeper;
