-- What is typed in a short form of the field (a visit, a contact, a refusal) and not recorded yet: the officer's own, one of
-- each kind for a holder. Kept here and not in the browser, whose device others use (docs/security.md 3.3).
CREATE TABLE "form_draft" (
    "officer_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "given" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "form_draft_pkey" PRIMARY KEY ("officer_id","holder_id","form"),
    CONSTRAINT "form_draft_form_check" CHECK (form IN ('visit', 'contact', 'contact_corrected', 'refusal'))
);
CREATE INDEX "form_draft_holder_id_idx" ON "form_draft"("holder_id");
ALTER TABLE "form_draft" ADD CONSTRAINT "form_draft_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "form_draft" ADD CONSTRAINT "form_draft_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "holder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE form_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE form_draft FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON form_draft TO r_account_officer;
CREATE POLICY own ON form_draft FOR ALL TO r_account_officer
  USING (officer_id = (SELECT app.uid()))
  WITH CHECK (officer_id = (SELECT app.uid())
    AND EXISTS (SELECT FROM holder h WHERE h.id = form_draft.holder_id AND h.province_code = form_draft.province_code));
