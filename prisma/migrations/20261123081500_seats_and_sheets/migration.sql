-- Who approved a return on paper, and how it was shown.
ALTER TABLE "return" ADD COLUMN "submitted_paper" JSONB;

CREATE TABLE "deputy" (
    "registry" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "seat" TEXT NOT NULL,
    "deputy_id" UUID NOT NULL,
    "valid_from" TEXT COLLATE "C" NOT NULL CHECK (is_day("valid_from")),
    "valid_to" TEXT COLLATE "C" NOT NULL CHECK (is_day("valid_to")),
    "reason_id" UUID NOT NULL,
    "authorised_by" JSONB NOT NULL,

    CONSTRAINT "deputy_pkey" PRIMARY KEY ("registry", "person_id", "unit_id", "seat", "deputy_id", "valid_from"),
    CONSTRAINT "deputy_seat" CHECK (seat IN ('office', 'officer', 'writer', 'head', 'supervisor', 'leader', 'admin')),
    CONSTRAINT "deputy_other" CHECK (deputy_id <> person_id)
);
CREATE INDEX "deputy_registry_deputy_id_idx" ON "deputy"("registry", "deputy_id");

CREATE TABLE "contact_change" (
    "registry" TEXT NOT NULL,
    "change_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "valid_from" TEXT COLLATE "C" NOT NULL CHECK (is_day("valid_from")),
    "contacts_id" UUID,
    "reason_id" UUID NOT NULL,
    "approved_at" TEXT COLLATE "C" NOT NULL CHECK (is_instant("approved_at")),
    "approved_by" JSONB NOT NULL,
    "paper" JSONB,

    CONSTRAINT "contact_change_pkey" PRIMARY KEY ("registry", "change_id")
);
CREATE INDEX "contact_change_registry_unit_id_idx" ON "contact_change"("registry", "unit_id");

CREATE TABLE "sheet" (
    "sheet_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "approver" TEXT NOT NULL CHECK ("approver" IN ('head', 'leader')),
    "act_type" TEXT NOT NULL,
    "phase" TEXT NOT NULL CHECK ("phase" IN ('drafted', 'asked', 'refused', 'approved', 'performed', 'act-refused', 'withdrawn')),
    "version" INTEGER NOT NULL,
    "content_id" UUID NOT NULL,
    "check_code" TEXT NOT NULL,
    "drafted_by" JSONB NOT NULL,
    "drafted_at" TEXT COLLATE "C" NOT NULL CHECK (is_instant("drafted_at")),
    "asked_at" TEXT COLLATE "C" CHECK (is_instant("asked_at")),
    "decided_at" TEXT COLLATE "C" CHECK (is_instant("decided_at")),
    "decided_by" JSONB,
    "paper" JSONB,
    "reason_id" UUID,
    "refusal" JSONB,

    CONSTRAINT "sheet_pkey" PRIMARY KEY ("sheet_id")
);
CREATE UNIQUE INDEX "sheet_plan_id_key_key" ON "sheet"("plan_id", "key");
CREATE INDEX "sheet_plan_id_unit_id_idx" ON "sheet"("plan_id", "unit_id");
CREATE INDEX sheet_to_carry_out ON sheet (plan_id, decided_at) WHERE phase = 'approved';

CREATE TABLE "stored_file" (
    "plan_id" UUID NOT NULL,
    "hash" TEXT NOT NULL CHECK (is_sha256("hash")),
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "stored_by" JSONB NOT NULL,
    "stored_at" TEXT COLLATE "C" NOT NULL CHECK (is_instant("stored_at")),

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("plan_id", "hash"),
    CONSTRAINT "stored_file_size" CHECK (length(bytes) BETWEEN 1 AND 20971520)
);
CREATE TRIGGER stored_file_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON stored_file
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON stored_file TO duban_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON deputy, contact_change, sheet TO duban_app;
