-- CreateTable
CREATE TABLE "event" (
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "command_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "canonical" TEXT NOT NULL,
    "body" JSONB NOT NULL GENERATED ALWAYS AS ((canonical)::jsonb) STORED,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "transport" TEXT NOT NULL,
    "seal" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("chain","seq")
);

-- CreateTable
CREATE TABLE "chain_head" (
    "chain" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "plan_id" UUID,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "state_version" INTEGER NOT NULL,
    "next_wake" TEXT,
    "parked_reason" TEXT,

    CONSTRAINT "chain_head_pkey" PRIMARY KEY ("chain")
);

-- CreateTable
CREATE TABLE "content" (
    "id" UUID NOT NULL,
    "plan_id" UUID,
    "path" TEXT,
    "salt" TEXT,
    "text" TEXT,
    "commitment" TEXT NOT NULL,
    "erased_at" TEXT,
    "erased_ground" TEXT,

    CONSTRAINT "content_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_version" (
    "registry" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "aliases" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "members" JSONB NOT NULL,
    "host_unit_id" UUID,
    "valid_from" TEXT NOT NULL,

    CONSTRAINT "unit_version_pkey" PRIMARY KEY ("registry","unit_id","seq")
);

-- CreateTable
CREATE TABLE "person_version" (
    "registry" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "content_id" UUID NOT NULL,
    "commitment" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,

    CONSTRAINT "person_version_pkey" PRIMARY KEY ("registry","person_id","seq")
);

-- CreateTable
CREATE TABLE "seat_holding" (
    "registry" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "seat" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "valid_to" TEXT,
    "rank" TEXT,

    CONSTRAINT "seat_holding_pkey" PRIMARY KEY ("registry","person_id","unit_id","seat","valid_from")
);

-- CreateTable
CREATE TABLE "calendar_table" (
    "registry" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "table" JSONB NOT NULL,

    CONSTRAINT "calendar_table_pkey" PRIMARY KEY ("registry","year","version")
);

-- CreateTable
CREATE TABLE "rule_set" (
    "registry" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "rule_set_pkey" PRIMARY KEY ("registry","version")
);

-- CreateTable
CREATE TABLE "notice" (
    "plan_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "original" BYTEA NOT NULL,
    "original_hash" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "text_hash" TEXT NOT NULL,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("plan_id")
);

-- CreateTable
CREATE TABLE "plan" (
    "plan_id" UUID NOT NULL,
    "clock" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "issuer" TEXT,
    "document_number" TEXT,
    "notice_date" TEXT,
    "plan_year" INTEGER NOT NULL,
    "office_unit_id" UUID NOT NULL,
    "leadership_unit_id" UUID NOT NULL,
    "rules_version" INTEGER NOT NULL,
    "imported_at" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "draft_version" INTEGER NOT NULL,
    "task_count" INTEGER NOT NULL,
    "consultation_due" TEXT,
    "approval_asked_at" TEXT,
    "approved_at" TEXT,
    "approval_hash" TEXT,
    "breakdown_hash" TEXT,
    "issued_at" TEXT,
    "issued_by" JSONB,
    "receipt_due" TEXT,
    "started_tasks" INTEGER NOT NULL,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("plan_id")
);

-- CreateTable
CREATE TABLE "plan_clock" (
    "plan_id" UUID NOT NULL,
    "instant" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "scenario" TEXT,

    CONSTRAINT "plan_clock_pkey" PRIMARY KEY ("plan_id")
);

-- CreateTable
CREATE TABLE "plan_unit" (
    "plan_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "tasks" INTEGER NOT NULL,
    "answer" TEXT NOT NULL,
    "answer_due" TEXT,
    "answered_at" TEXT,
    "answer_late" BOOLEAN NOT NULL,
    "receipted_at" TEXT,
    "receipt_late" BOOLEAN NOT NULL,
    "receipt_listed_at" TEXT,
    "contacts_id" UUID,

    CONSTRAINT "plan_unit_pkey" PRIMARY KEY ("plan_id","unit_id")
);

-- CreateTable
CREATE TABLE "task_draft" (
    "plan_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "group_name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "draft" JSONB NOT NULL,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "task_draft_pkey" PRIMARY KEY ("plan_id","task_id")
);

-- CreateTable
CREATE TABLE "open_point" (
    "plan_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "task_number" TEXT,
    "point" JSONB NOT NULL,
    "settled_at" TEXT,
    "settled_by" JSONB,
    "how" TEXT,

    CONSTRAINT "open_point_pkey" PRIMARY KEY ("plan_id","id")
);

-- CreateTable
CREATE TABLE "opinion" (
    "plan_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "unit_id" UUID NOT NULL,
    "task_number" TEXT NOT NULL,
    "text_id" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "reason_id" UUID,

    CONSTRAINT "opinion_pkey" PRIMARY KEY ("plan_id","id")
);

-- CreateTable
CREATE TABLE "task" (
    "task_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "ending" TEXT,
    "issued_at" TEXT NOT NULL,
    "ended_at" TEXT,
    "opened_period" TEXT,
    "last_period" TEXT NOT NULL,
    "rules_version" INTEGER NOT NULL,

    CONSTRAINT "task_pkey" PRIMARY KEY ("task_id")
);

-- CreateTable
CREATE TABLE "task_party" (
    "task_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "plan_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,

    CONSTRAINT "task_party_pkey" PRIMARY KEY ("task_id","unit_id","role")
);

-- CreateTable
CREATE TABLE "subject" (
    "task_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "plan_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "target" JSONB,
    "commitment" TEXT NOT NULL,
    "due" TEXT NOT NULL,
    "due_basis" TEXT NOT NULL,
    "tracked" BOOLEAN NOT NULL,
    "shares" JSONB NOT NULL,
    "stage_plan" JSONB,
    "progress" JSONB,
    "light" TEXT,
    "light_on" TEXT,
    "light_cause" JSONB,
    "light_rules_version" INTEGER,
    "behind_periods" JSONB NOT NULL,

    CONSTRAINT "subject_pkey" PRIMARY KEY ("task_id","id")
);

-- CreateTable
CREATE TABLE "obligation" (
    "task_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "plan_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "due" TEXT NOT NULL,
    "due_computed" JSONB NOT NULL,
    "ladder" JSONB NOT NULL,
    "opened_at" TEXT NOT NULL,
    "submitted_at" TEXT,
    "late" BOOLEAN NOT NULL,
    "overdue" BOOLEAN NOT NULL,
    "review_due" TEXT,
    "review_overdue" BOOLEAN NOT NULL,
    "resubmit_due" TEXT,
    "accepted_at" TEXT,
    "act" TEXT,
    "makers" JSONB NOT NULL,

    CONSTRAINT "obligation_pkey" PRIMARY KEY ("task_id","id")
);

-- CreateTable
CREATE TABLE "obligation_row" (
    "task_id" UUID NOT NULL,
    "obligation_id" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "submitted" JSONB,
    "reason_id" UUID,

    CONSTRAINT "obligation_row_pkey" PRIMARY KEY ("task_id","obligation_id","subject_id")
);

-- CreateTable
CREATE TABLE "light_history" (
    "task_id" UUID NOT NULL,
    "subject_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "plan_id" UUID NOT NULL,
    "light" TEXT NOT NULL,
    "assessed_on" TEXT NOT NULL,
    "cause" JSONB NOT NULL,
    "rules_version" INTEGER NOT NULL,
    "behind_periods" JSONB NOT NULL,

    CONSTRAINT "light_history_pkey" PRIMARY KEY ("task_id","subject_id","seq")
);

-- CreateTable
CREATE TABLE "statement" (
    "task_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "obligation_id" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "text_id" UUID NOT NULL,
    "filed_at" TEXT NOT NULL,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("task_id","seq")
);

-- CreateTable
CREATE TABLE "summary" (
    "task_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "text_id" UUID NOT NULL,
    "written_at" TEXT NOT NULL,

    CONSTRAINT "summary_pkey" PRIMARY KEY ("task_id","period")
);

-- CreateTable
CREATE TABLE "return" (
    "return_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "phase" TEXT NOT NULL,
    "head_asked_at" TEXT,
    "head_reason_id" UUID,
    "submitted_at" TEXT,
    "submitted_by" JSONB,
    "reviewed_at" TEXT,
    "reviewed_by" JSONB,

    CONSTRAINT "return_pkey" PRIMARY KEY ("return_id")
);

-- CreateTable
CREATE TABLE "return_row" (
    "return_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "subject_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "task_number" TEXT NOT NULL,
    "obligation_id" TEXT NOT NULL,
    "due" TEXT NOT NULL,
    "previous_value" DOUBLE PRECISION,
    "text_limit" INTEGER,
    "state" TEXT NOT NULL,
    "writer_id" UUID,
    "entry" JSONB,
    "makers" JSONB NOT NULL,
    "reason_id" UUID,
    "refusal" JSONB,

    CONSTRAINT "return_row_pkey" PRIMARY KEY ("return_id","task_id","subject_id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "act" TEXT NOT NULL,
    "return_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "acted_at" TEXT NOT NULL,
    "finished_at" TEXT,
    "refused" JSONB,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("act")
);

-- CreateTable
CREATE TABLE "letter" (
    "id" UUID NOT NULL,
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "plan_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "seat" TEXT NOT NULL,
    "person_id" UUID,
    "key" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "due_at" TEXT NOT NULL,
    "merge_class" TEXT NOT NULL,
    "about" TEXT,
    "facts" JSONB NOT NULL,
    "withdrawn_at_seq" INTEGER,
    "taken" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "plan_day" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "made_at" TEXT NOT NULL,
    "next_try_at" TEXT NOT NULL,
    "lease_until" TEXT,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TEXT,
    "failure_class" TEXT,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_letter" (
    "mail_id" UUID NOT NULL,
    "letter_id" UUID NOT NULL,

    CONSTRAINT "mail_letter_pkey" PRIMARY KEY ("mail_id","letter_id")
);

-- CreateTable
CREATE TABLE "mail_attempt" (
    "mail_id" UUID NOT NULL,
    "fence" INTEGER NOT NULL,
    "began_at" TEXT NOT NULL,
    "ended_at" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "failure_class" TEXT,
    "response_code" INTEGER,
    "response" TEXT,

    CONSTRAINT "mail_attempt_pkey" PRIMARY KEY ("mail_id","fence")
);

-- CreateTable
CREATE TABLE "number_series" (
    "series" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "number_series_pkey" PRIMARY KEY ("series")
);

-- CreateIndex
CREATE UNIQUE INDEX "event_chain_command_id_ordinal_key" ON "event"("chain", "command_id", "ordinal");

-- CreateIndex
CREATE INDEX "chain_head_plan_id_kind_idx" ON "chain_head"("plan_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "content_plan_id_path_key" ON "content"("plan_id", "path");

-- CreateIndex
CREATE INDEX "unit_version_registry_name_idx" ON "unit_version"("registry", "name");

-- CreateIndex
CREATE INDEX "person_version_registry_key_idx" ON "person_version"("registry", "key");

-- CreateIndex
CREATE INDEX "seat_holding_registry_unit_id_seat_idx" ON "seat_holding"("registry", "unit_id", "seat");

-- CreateIndex
CREATE UNIQUE INDEX "task_draft_plan_id_position_key" ON "task_draft"("plan_id", "position");

-- CreateIndex
CREATE INDEX "task_plan_id_idx" ON "task"("plan_id");

-- CreateIndex
CREATE INDEX "task_party_plan_id_unit_id_idx" ON "task_party"("plan_id", "unit_id");

-- CreateIndex
CREATE INDEX "subject_plan_id_light_idx" ON "subject"("plan_id", "light");

-- CreateIndex
CREATE INDEX "obligation_plan_id_unit_id_period_kind_idx" ON "obligation"("plan_id", "unit_id", "period", "kind");

-- CreateIndex
CREATE INDEX "light_history_plan_id_assessed_on_idx" ON "light_history"("plan_id", "assessed_on");

-- CreateIndex
CREATE UNIQUE INDEX "return_plan_id_unit_id_period_kind_key" ON "return"("plan_id", "unit_id", "period", "kind");

-- CreateIndex
CREATE INDEX "delivery_return_id_idx" ON "delivery"("return_id");

-- CreateIndex
CREATE INDEX "letter_chain_key_idx" ON "letter"("chain", "key");

-- CreateIndex
CREATE INDEX "letter_plan_id_due_at_idx" ON "letter"("plan_id", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "mail_message_id_key" ON "mail"("message_id");

-- CreateIndex
CREATE INDEX "mail_plan_id_state_idx" ON "mail"("plan_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "mail_person_id_plan_id_plan_day_sequence_key" ON "mail"("person_id", "plan_id", "plan_day", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "mail_letter_letter_id_mail_id_key" ON "mail_letter"("letter_id", "mail_id");

-- AddForeignKey
ALTER TABLE "mail_letter" ADD CONSTRAINT "mail_letter_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mail"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "mail_attempt" ADD CONSTRAINT "mail_attempt_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "mail"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
