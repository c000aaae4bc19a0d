-- The counters of follow-ups know the month in which a plan was agreed and not its day: a round is whole months.
ALTER TABLE app.rule_round ADD CONSTRAINT rule_round_months_check
  CHECK (extract(day FROM from_on) = 1 AND extract(day FROM until_on + 1) = 1);
