-- To whom the province's reports go: the papers name the committee only as คณะอนุกรรมการติดตามฯ, so the province says its name.
ALTER TABLE office ADD COLUMN reports_to text,
  ADD CONSTRAINT office_reports_to_check CHECK (reports_to IS NULL OR (district_code IS NULL AND agency IS NULL));
