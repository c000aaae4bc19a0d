-- The invented set of 2562 (rules-2019.ts), as the one migration that adds it would write its rows.
INSERT INTO app.rule_set VALUES
  ('2019-01-08', '2019-01-15', 12000000, 4000000, 65, '2019-01-01', 'up_to_65', 'over_65', '2019-01-15', '2019-01-31', '2019-01-15', 'earliest');
INSERT INTO app.rule_band VALUES
  ('2019-01-08', 1, 'up_to_40000', 4000000),
  ('2019-01-08', 2, 'over_40000', NULL);
INSERT INTO app.rule_round VALUES
  ('2019-01-08', 'may', '2019-05-01', '2019-05-31'),
  ('2019-01-08', 'july', '2019-07-01', '2019-07-31'),
  ('2019-01-08', 'september', '2019-09-01', '2019-09-30');
