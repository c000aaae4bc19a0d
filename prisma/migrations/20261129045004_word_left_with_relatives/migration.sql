-- A visit may end with word left with somebody of the house: the holder was not met, but will hear of it.
ALTER TABLE visit DROP CONSTRAINT visit_outcome_check;
ALTER TABLE visit ADD CONSTRAINT visit_outcome_check
  CHECK (outcome IN ('met', 'not_home', 'word_left', 'not_found', 'wrong_address'));
