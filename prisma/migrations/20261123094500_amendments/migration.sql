-- New versions of a notice 文件修改: the file and its differences as they came in, and who receipted what changed.
CREATE TABLE "notice_version" (
    "plan_id" UUID NOT NULL,
    "amendment_id" UUID NOT NULL,
    "follows" UUID,
    "file_name" TEXT NOT NULL,
    "original" BYTEA NOT NULL,
    "original_hash" TEXT NOT NULL CHECK (is_sha256("original_hash")),
    "text" TEXT NOT NULL,
    "text_hash" TEXT NOT NULL CHECK (is_sha256("text_hash")),
    "title" TEXT NOT NULL,
    "document_number" TEXT,
    "findings" TEXT NOT NULL,
    "findings_hash" TEXT NOT NULL CHECK (is_sha256("findings_hash")),

    CONSTRAINT "notice_version_pkey" PRIMARY KEY ("plan_id", "amendment_id")
);
CREATE TRIGGER notice_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON notice_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE "notice_amendment" (
    "plan_id" UUID NOT NULL,
    "amendment_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "document_number" TEXT,
    "original_hash" TEXT NOT NULL,
    "text_hash" TEXT NOT NULL,
    "findings_hash" TEXT NOT NULL,
    "amended_at" TEXT COLLATE "C" NOT NULL CHECK (is_instant("amended_at")),
    "amended_by" JSONB NOT NULL,
    "receipt_due" TEXT COLLATE "C" NOT NULL CHECK (is_day("receipt_due")),

    CONSTRAINT "notice_amendment_pkey" PRIMARY KEY ("plan_id", "amendment_id")
);

CREATE TABLE "amendment_receipt" (
    "plan_id" UUID NOT NULL,
    "amendment_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "task_numbers" JSONB NOT NULL,
    "receipted_at" TEXT COLLATE "C" CHECK (is_instant("receipted_at")),
    "receipted_by" JSONB,
    "late" BOOLEAN NOT NULL,
    "listed_at" TEXT COLLATE "C" CHECK (is_instant("listed_at")),

    CONSTRAINT "amendment_receipt_pkey" PRIMARY KEY ("plan_id", "amendment_id", "unit_id")
);
CREATE INDEX "amendment_receipt_plan_id_unit_id_idx" ON "amendment_receipt"("plan_id", "unit_id");

GRANT SELECT, INSERT ON notice_version TO duban_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON notice_amendment, amendment_receipt TO duban_app;
