ALTER TABLE "plan"
  ADD COLUMN "summary_asked_at" TEXT COLLATE "C",
  ADD COLUMN "summary_hash" TEXT,
  ADD COLUMN "summary_approved_at" TEXT COLLATE "C",
  ADD COLUMN "closed_tasks" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "subject"
  ADD COLUMN "claimed_ending" TEXT,
  ADD COLUMN "claimed_until" TEXT COLLATE "C",
  ADD COLUMN "ending" TEXT,
  ADD COLUMN "ending_until" TEXT COLLATE "C",
  ADD COLUMN "ending_on" TEXT COLLATE "C";

ALTER TABLE plan
  ADD CONSTRAINT plan_summary_asked_at_form CHECK (is_instant(summary_asked_at)),
  ADD CONSTRAINT plan_summary_approved_at_form CHECK (is_instant(summary_approved_at)),
  ADD CONSTRAINT plan_summary_hash_form CHECK (is_sha256(summary_hash));
ALTER TABLE subject
  ADD CONSTRAINT subject_claimed_until_form CHECK (is_day(claimed_until)),
  ADD CONSTRAINT subject_ending_until_form CHECK (is_day(ending_until)),
  ADD CONSTRAINT subject_ending_on_form CHECK (is_day(ending_on)),
  ADD CONSTRAINT subject_claimed_ending CHECK (claimed_ending IN (
    'exceeded', 'completed', 'continuing', 'unfinished', 'awaiting-statistics', 'carried-over'
  )),
  ADD CONSTRAINT subject_ending CHECK (ending IN (
    'exceeded', 'completed', 'continuing', 'unfinished', 'awaiting-statistics', 'carried-over'
  ));
