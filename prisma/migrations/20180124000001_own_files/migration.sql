-- An account officer sees the number of the file with which an entry of his caseload went out.
GRANT SELECT ON ministry_file TO r_account_officer;
CREATE POLICY caseload_read ON ministry_file FOR SELECT TO r_account_officer
  USING (EXISTS (SELECT FROM ministry_entry e WHERE e.file_id = ministry_file.id));
CREATE INDEX "ministry_entry_file_id_idx" ON "ministry_entry"("file_id");
