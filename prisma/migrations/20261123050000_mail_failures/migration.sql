-- A failed mail keeps the post office busy until its letters went to somebody else or their chains were told.
ALTER TABLE "mail" ADD COLUMN "settled_at" TEXT;

ALTER TABLE mail ALTER COLUMN settled_at TYPE text COLLATE "C";
ALTER TABLE mail
  ADD CONSTRAINT mail_settled_at_form CHECK (is_instant(settled_at)),
  ADD CONSTRAINT mail_settled CHECK (settled_at IS NULL OR state = 'failed');

CREATE INDEX mail_unsettled ON mail (plan_id) WHERE state = 'failed' AND settled_at IS NULL;

-- Whether a channel works is what its latest attempts say.
CREATE INDEX "mail_attempt_ended_at_idx" ON "mail_attempt"("ended_at");
