-- Nobody is sent for who refused the interview: recording it closes the appointment that was open then. Those that stayed open
-- until now are closed alike: held where their day had come when the person refused, else called off. A refusal that was
-- rejected closes nothing, and what was agreed on after the refusal stands.
GRANT UPDATE (status) ON appointment TO sukjai_keeper;
CREATE POLICY carry_over ON appointment FOR UPDATE TO sukjai_keeper USING (true) WITH CHECK (true);
-- No new act of an officer. Whoever was interviewed has the state of the answer: only the hindrance is set anew.
ALTER TABLE appointment DISABLE TRIGGER acted, DISABLE TRIGGER counts;
SET ROLE sukjai_keeper;
UPDATE appointment p SET status = CASE WHEN p.meet_on <= r.refused_on THEN 'kept' ELSE 'cancelled' END
FROM (SELECT holder_id, max(refused_on) AS refused_on FROM interview_refusal WHERE confirmation <> 'rejected' GROUP BY holder_id) r
WHERE r.holder_id = p.holder_id AND p.status = 'planned' AND p.recorded_on <= r.refused_on;
UPDATE holder h SET hindrance = app.hindrance_of(h.id)
WHERE EXISTS (SELECT FROM interview_refusal r WHERE r.holder_id = h.id AND r.confirmation <> 'rejected')
  AND h.hindrance IS DISTINCT FROM app.hindrance_of(h.id);
RESET ROLE;
ALTER TABLE appointment ENABLE TRIGGER acted, ENABLE TRIGGER counts;
DROP POLICY carry_over ON appointment;
REVOKE UPDATE (status) ON appointment FROM sukjai_keeper;
