-- A desk asks for the birth date that the list does not have, from the card that is shown: that field alone, of its own
-- district. Who decides stays the province.
CREATE POLICY desk_write ON correction FOR INSERT TO r_receiving_officer WITH CHECK (
  requested_by_id = (SELECT app.uid()) AND status = 'pending' AND field = 'birth_date'
  AND district_code = (SELECT app.district())
  AND EXISTS (SELECT FROM holder h WHERE h.id = correction.holder_id
    AND h.district_code = correction.district_code AND h.province_code = correction.province_code));
GRANT INSERT ON correction TO r_receiving_officer;
