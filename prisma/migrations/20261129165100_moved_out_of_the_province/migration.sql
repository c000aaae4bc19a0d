-- Only a move out of the province releases from the visit: where to is kept. A move within it is a transfer (docs/decisions/0014).
-- Null: a death, or a move that was reported before this was asked; a head may withdraw such a one.
ALTER TABLE departure
  ADD COLUMN to_province_code text,
  ADD CHECK (to_province_code IS NULL OR (kind = 'moved_away' AND to_province_code <> province_code));
