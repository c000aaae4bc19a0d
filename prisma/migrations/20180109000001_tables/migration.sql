-- CreateTable
CREATE TABLE "province" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "province_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "district" (
    "code" TEXT NOT NULL,
    "province_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "district_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "subdistrict" (
    "code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "subdistrict_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "place" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "announced_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk" (
    "id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "open_on" DATE NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "desk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "intent" (
    "id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "recorded_district_code" TEXT NOT NULL,
    "desk_id" UUID,
    "place_name" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "reason" TEXT,
    "intent_on" DATE NOT NULL,
    "consent_financial" BOOLEAN NOT NULL,
    "consent_contact" BOOLEAN NOT NULL,
    "consent_text_version" TEXT NOT NULL,
    "read_aloud" BOOLEAN NOT NULL DEFAULT false,
    "signed_by" TEXT NOT NULL,
    "witnesses" TEXT[],
    "proxy_name" TEXT,
    "proxy_relation" TEXT,
    "name_on_card" TEXT,
    "phone" TEXT,
    "current_address" TEXT,
    "current_subdistrict_code" TEXT,
    "receipt_number" TEXT NOT NULL,
    "paper_number" TEXT,
    "late_reason" TEXT,
    "confirmation" TEXT,
    "confirmed_by_id" UUID,
    "confirmed_on" DATE,
    "confirmation_note" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "intent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unlisted_person" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "national_id_enc" BYTEA NOT NULL,
    "national_id_index" BYTEA NOT NULL,
    "national_id_last4" TEXT NOT NULL,
    "phone" TEXT,
    "place_name" TEXT NOT NULL,
    "came_on" DATE NOT NULL,
    "receipt_number" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unlisted_person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "move_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "officer_id" UUID NOT NULL,
    "officer_code" TEXT NOT NULL,
    "assigned_by_id" UUID NOT NULL,
    "assigned_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment_draft" (
    "holder_id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "started_on" DATE NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessment_draft_pkey" PRIMARY KEY ("holder_id","officer_id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "interviewed_on" DATE NOT NULL,
    "form_version" TEXT NOT NULL,
    "questions" JSONB NOT NULL,
    "answers" JSONB NOT NULL,
    "decision" JSONB NOT NULL,
    "rules_version" TEXT NOT NULL,
    "current_group" TEXT,
    "target_group" TEXT,
    "main_cause" TEXT,
    "answer" TEXT NOT NULL,
    "reason" TEXT,
    "consent_referral" BOOLEAN NOT NULL,
    "co_interviewer_id" UUID,
    "co_interviewer_name" TEXT,
    "co_interviewer_bank" TEXT,
    "warnings" TEXT[],
    "next_contact_on" DATE,
    "phone" TEXT,
    "paper_number" TEXT,
    "late_reason" TEXT,
    "confirmation" TEXT,
    "confirmed_by_id" UUID,
    "confirmed_on" DATE,
    "confirmation_note" TEXT,
    "officer_code" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chosen_project" (
    "assessment_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "project" TEXT NOT NULL,
    "dimension" SMALLINT NOT NULL,
    "category" TEXT,
    "priority" SMALLINT NOT NULL,
    "off_menu" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT,

    CONSTRAINT "chosen_project_pkey" PRIMARY KEY ("assessment_id","project")
);

-- CreateTable
CREATE TABLE "interview_refusal" (
    "id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "refused_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "interview_refusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "command_receipt" (
    "id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "outcome" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "command_receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "phase" TEXT NOT NULL DEFAULT 'queued',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "input" JSONB NOT NULL,
    "result" JSONB,
    "failure" TEXT,
    "requested_by_id" UUID NOT NULL,
    "province_code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "job_id" UUID,
    "file_name" TEXT NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "file_bytes" BIGINT NOT NULL,
    "encoding" TEXT,
    "columns" JSONB,
    "area_choices" JSONB NOT NULL DEFAULT '{}',
    "status" TEXT NOT NULL DEFAULT 'uploaded',
    "rows_in" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "missing" INTEGER NOT NULL DEFAULT 0,
    "reasons" JSONB NOT NULL DEFAULT '{}',
    "mended" JSONB NOT NULL DEFAULT '{}',
    "merged_rows" INTEGER NOT NULL DEFAULT 0,
    "programme_on" DATE NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_change" (
    "batch_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "before" JSONB NOT NULL,

    CONSTRAINT "import_change_pkey" PRIMARY KEY ("batch_id","holder_id")
);

-- CreateTable
CREATE TABLE "import_rejection" (
    "batch_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "province_code" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "cells_enc" BYTEA NOT NULL,
    "candidates" TEXT[],

    CONSTRAINT "import_rejection_pkey" PRIMARY KEY ("batch_id","row_number")
);

-- CreateTable
CREATE TABLE "import_columns" (
    "province_code" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "columns" JSONB NOT NULL,

    CONSTRAINT "import_columns_pkey" PRIMARY KEY ("province_code","signature")
);

-- CreateTable
CREATE TABLE "officer" (
    "id" UUID NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "province_code" TEXT,
    "district_code" TEXT,
    "agency" TEXT,
    "phone" TEXT,
    "status" TEXT NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "officer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_officer_code" (
    "code" TEXT NOT NULL,
    "officer_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "ends_on" DATE,

    CONSTRAINT "account_officer_code_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "holder" (
    "id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "moo" INTEGER,
    "house_no" TEXT,
    "national_id_enc" BYTEA NOT NULL,
    "national_id_index" BYTEA NOT NULL,
    "national_id_key_version" SMALLINT NOT NULL DEFAULT 1,
    "national_id_last4" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "birth_date" DATE,
    "birth_date_precision" TEXT,
    "ministry_phone" TEXT,
    "ministry_occupation" TEXT,
    "income_2559_satang" INTEGER NOT NULL,
    "search_name" TEXT NOT NULL,
    "income_band" TEXT NOT NULL,
    "age_class" TEXT NOT NULL,
    "name_on_card" TEXT,
    "phone" TEXT,
    "current_address" TEXT,
    "current_subdistrict_code" TEXT,
    "account_officer_id" UUID,
    "account_officer_code" TEXT,
    "latest_answer" TEXT,
    "first_yes_on" DATE,
    "interviewed_on" DATE,
    "state" TEXT NOT NULL DEFAULT 'unassigned',
    "created_batch_id" UUID NOT NULL,
    "changed_batch_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "holder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holder_income" (
    "holder_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "province_code" TEXT NOT NULL,
    "income_2559_satang" INTEGER NOT NULL,
    "counts_from" DATE,

    CONSTRAINT "holder_income_pkey" PRIMARY KEY ("holder_id","batch_id")
);

-- CreateTable
CREATE TABLE "holder_tally" (
    "province_code" TEXT NOT NULL,
    "district_code" TEXT NOT NULL,
    "subdistrict_code" TEXT NOT NULL,
    "account_officer_id" UUID NOT NULL,
    "age_class" TEXT NOT NULL,
    "income_band" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "latest_answer" TEXT NOT NULL,
    "interviewed" BOOLEAN NOT NULL,
    "people" INTEGER NOT NULL,

    CONSTRAINT "holder_tally_pkey" PRIMARY KEY ("district_code","subdistrict_code","account_officer_id","age_class","income_band","state","latest_answer","interviewed")
);

-- CreateIndex
CREATE INDEX "district_province_code_idx" ON "district"("province_code");

-- CreateIndex
CREATE INDEX "subdistrict_district_code_idx" ON "subdistrict"("district_code");

-- CreateIndex
CREATE INDEX "place_district_code_opens_on_idx" ON "place"("district_code", "opens_on");

-- CreateIndex
CREATE INDEX "desk_district_code_open_on_idx" ON "desk"("district_code", "open_on");

-- CreateIndex
CREATE UNIQUE INDEX "desk_place_id_open_on_key" ON "desk"("place_id", "open_on");

-- CreateIndex
CREATE UNIQUE INDEX "intent_receipt_number_key" ON "intent"("receipt_number");

-- CreateIndex
CREATE INDEX "intent_recorded_district_code_recorded_on_idx" ON "intent"("recorded_district_code", "recorded_on");

-- CreateIndex
CREATE INDEX "intent_district_code_recorded_on_idx" ON "intent"("district_code", "recorded_on");

-- CreateIndex
CREATE INDEX "intent_desk_id_idx" ON "intent"("desk_id");

-- CreateIndex
CREATE INDEX "intent_recorded_by_id_recorded_on_idx" ON "intent"("recorded_by_id", "recorded_on");

-- CreateIndex
CREATE UNIQUE INDEX "intent_holder_id_intent_on_answer_key" ON "intent"("holder_id", "intent_on", "answer");

-- CreateIndex
CREATE UNIQUE INDEX "unlisted_person_receipt_number_key" ON "unlisted_person"("receipt_number");

-- CreateIndex
CREATE INDEX "unlisted_person_province_code_came_on_idx" ON "unlisted_person"("province_code", "came_on");

-- CreateIndex
CREATE INDEX "unlisted_person_district_code_came_on_idx" ON "unlisted_person"("district_code", "came_on");

-- CreateIndex
CREATE UNIQUE INDEX "unlisted_person_national_id_index_came_on_key" ON "unlisted_person"("national_id_index", "came_on");

-- CreateIndex
CREATE INDEX "assignment_holder_id_created_at_idx" ON "assignment"("holder_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "assignment_move_id_idx" ON "assignment"("move_id");

-- CreateIndex
CREATE INDEX "assessment_draft_officer_id_saved_at_idx" ON "assessment_draft"("officer_id", "saved_at" DESC);

-- CreateIndex
CREATE INDEX "assessment_holder_id_interviewed_on_idx" ON "assessment"("holder_id", "interviewed_on" DESC);

-- CreateIndex
CREATE INDEX "assessment_district_code_interviewed_on_idx" ON "assessment"("district_code", "interviewed_on");

-- CreateIndex
CREATE INDEX "assessment_recorded_by_id_interviewed_on_idx" ON "assessment"("recorded_by_id", "interviewed_on");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_holder_id_interviewed_on_key" ON "assessment"("holder_id", "interviewed_on");

-- CreateIndex
CREATE INDEX "chosen_project_holder_id_idx" ON "chosen_project"("holder_id");

-- CreateIndex
CREATE INDEX "interview_refusal_district_code_refused_on_idx" ON "interview_refusal"("district_code", "refused_on");

-- CreateIndex
CREATE UNIQUE INDEX "interview_refusal_holder_id_refused_on_key" ON "interview_refusal"("holder_id", "refused_on");

-- CreateIndex
CREATE INDEX "job_requested_by_id_created_at_idx" ON "job"("requested_by_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "import_batch_province_code_number_key" ON "import_batch"("province_code", "number");

-- CreateIndex
CREATE INDEX "import_change_holder_id_idx" ON "import_change"("holder_id");

-- CreateIndex
CREATE UNIQUE INDEX "officer_login_key" ON "officer"("login");

-- CreateIndex
CREATE INDEX "officer_province_code_role_idx" ON "officer"("province_code", "role");

-- CreateIndex
CREATE INDEX "officer_district_code_role_idx" ON "officer"("district_code", "role");

-- CreateIndex
CREATE INDEX "account_officer_code_district_code_idx" ON "account_officer_code"("district_code");

-- CreateIndex
CREATE UNIQUE INDEX "account_officer_code_officer_id_district_code_key" ON "account_officer_code"("officer_id", "district_code");

-- CreateIndex
CREATE UNIQUE INDEX "holder_national_id_index_key" ON "holder"("national_id_index");

-- CreateIndex
CREATE INDEX "holder_district_code_search_name_id_idx" ON "holder"("district_code", "search_name", "id");

-- CreateIndex
CREATE INDEX "holder_province_code_search_name_id_idx" ON "holder"("province_code", "search_name", "id");

-- CreateIndex
CREATE INDEX "holder_account_officer_id_search_name_id_idx" ON "holder"("account_officer_id", "search_name", "id");

-- CreateIndex
CREATE INDEX "holder_subdistrict_code_moo_search_name_id_idx" ON "holder"("subdistrict_code", "moo", "search_name", "id");

-- CreateIndex
CREATE INDEX "holder_district_code_state_idx" ON "holder"("district_code", "state");

-- CreateIndex
CREATE INDEX "holder_changed_batch_id_idx" ON "holder"("changed_batch_id");

-- CreateIndex
CREATE INDEX "holder_created_batch_id_idx" ON "holder"("created_batch_id");

-- CreateIndex
CREATE INDEX "holder_income_batch_id_idx" ON "holder_income"("batch_id");

-- CreateIndex
CREATE INDEX "holder_tally_province_code_idx" ON "holder_tally"("province_code");

-- CreateIndex
CREATE INDEX "holder_tally_account_officer_id_idx" ON "holder_tally"("account_officer_id");

-- AddForeignKey
ALTER TABLE "district" ADD CONSTRAINT "district_province_code_fkey" FOREIGN KEY ("province_code") REFERENCES "province"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subdistrict" ADD CONSTRAINT "subdistrict_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place" ADD CONSTRAINT "place_announced_by_id_fkey" FOREIGN KEY ("announced_by_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk" ADD CONSTRAINT "desk_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk" ADD CONSTRAINT "desk_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intent" ADD CONSTRAINT "intent_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "holder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intent" ADD CONSTRAINT "intent_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intent" ADD CONSTRAINT "intent_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intent" ADD CONSTRAINT "intent_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unlisted_person" ADD CONSTRAINT "unlisted_person_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "holder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_assigned_by_id_fkey" FOREIGN KEY ("assigned_by_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_draft" ADD CONSTRAINT "assessment_draft_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "holder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_draft" ADD CONSTRAINT "assessment_draft_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "holder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_co_interviewer_id_fkey" FOREIGN KEY ("co_interviewer_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chosen_project" ADD CONSTRAINT "chosen_project_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview_refusal" ADD CONSTRAINT "interview_refusal_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "holder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview_refusal" ADD CONSTRAINT "interview_refusal_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_change" ADD CONSTRAINT "import_change_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_change" ADD CONSTRAINT "import_change_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "holder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rejection" ADD CONSTRAINT "import_rejection_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_officer_code" ADD CONSTRAINT "account_officer_code_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holder" ADD CONSTRAINT "holder_district_code_fkey" FOREIGN KEY ("district_code") REFERENCES "district"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holder" ADD CONSTRAINT "holder_subdistrict_code_fkey" FOREIGN KEY ("subdistrict_code") REFERENCES "subdistrict"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holder" ADD CONSTRAINT "holder_account_officer_id_fkey" FOREIGN KEY ("account_officer_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holder" ADD CONSTRAINT "holder_created_batch_id_fkey" FOREIGN KEY ("created_batch_id") REFERENCES "import_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holder_income" ADD CONSTRAINT "holder_income_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "holder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holder_income" ADD CONSTRAINT "holder_income_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
