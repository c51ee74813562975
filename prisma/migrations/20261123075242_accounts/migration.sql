-- CreateTable
CREATE TABLE "received_act" (
    "act_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "received_at" TEXT NOT NULL,

    CONSTRAINT "received_act_pkey" PRIMARY KEY ("act_id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "return_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "subject_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploaded_at" TEXT NOT NULL,
    "uploaded_by" UUID NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "username" TEXT,
    "display_username" TEXT,
    "two_factor_enabled" BOOLEAN,
    "person_id" UUID NOT NULL,
    "password_changed_at" TIMESTAMPTZ(3),

    CONSTRAINT "login_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_session" (
    "id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" TEXT NOT NULL,
    "seat" TEXT,
    "seat_unit_id" UUID,
    "seat_deputy_for" UUID,

    CONSTRAINT "login_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_credential" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "login_credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "login_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_factor" (
    "id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "verified" BOOLEAN DEFAULT true,
    "failed_verification_count" INTEGER DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "login_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_token" (
    "hash" TEXT NOT NULL,
    "person_id" UUID,
    "made_at" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    "used_at" TEXT,

    CONSTRAINT "login_token_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "sign_in_delay" (
    "user_name" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "until" TEXT NOT NULL,

    CONSTRAINT "sign_in_delay_pkey" PRIMARY KEY ("user_name")
);

-- CreateIndex
CREATE INDEX "evidence_return_id_idx" ON "evidence"("return_id");

-- CreateIndex
CREATE UNIQUE INDEX "login_email_key" ON "login"("email");

-- CreateIndex
CREATE UNIQUE INDEX "login_username_key" ON "login"("username");

-- CreateIndex
CREATE UNIQUE INDEX "login_person_id_key" ON "login"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "login_session_token_key" ON "login_session"("token");

-- CreateIndex
CREATE INDEX "login_session_user_id_idx" ON "login_session"("user_id");

-- CreateIndex
CREATE INDEX "login_credential_user_id_idx" ON "login_credential"("user_id");

-- CreateIndex
CREATE INDEX "login_verification_identifier_idx" ON "login_verification"("identifier");

-- CreateIndex
CREATE INDEX "login_factor_secret_idx" ON "login_factor"("secret");

-- CreateIndex
CREATE INDEX "login_factor_user_id_idx" ON "login_factor"("user_id");

-- AddForeignKey
ALTER TABLE "login_session" ADD CONSTRAINT "login_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "login"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "login_credential" ADD CONSTRAINT "login_credential_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "login"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "login_factor" ADD CONSTRAINT "login_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "login"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TRIGGER evidence_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON evidence TO duban_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON received_act, login, login_session, login_credential, login_verification, login_factor,
  login_token, sign_in_delay TO duban_app;
