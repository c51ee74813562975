-- CreateTable
CREATE TABLE "finding" (
    "task_id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "subject_id" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "phase" TEXT NOT NULL,
    "claim_id" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "checkers" JSONB NOT NULL,
    "reported_value" DOUBLE PRECISION,
    "found_value" DOUBLE PRECISION,
    "evidence_id" UUID NOT NULL,
    "evidence_hashes" JSONB NOT NULL,
    "opened_at" TEXT NOT NULL,
    "opened_by" JSONB NOT NULL,
    "statement_due" TEXT NOT NULL,
    "statement_due_computed" JSONB NOT NULL,
    "statement_id" UUID,
    "stated_at" TEXT,
    "stated_by" JSONB,
    "stated_paper" JSONB,
    "outcome" TEXT,
    "conclusion_id" UUID,
    "concluded_at" TEXT,
    "concluded_by" JSONB,
    "feedback_on" TEXT,
    "objection_until" TEXT,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("task_id","finding_id")
);

-- CreateTable
CREATE TABLE "objection_note" (
    "chain" TEXT NOT NULL,
    "objection_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "obligation_id" TEXT,
    "subject_id" TEXT,
    "finding_id" UUID,
    "noted_at" TEXT NOT NULL,
    "ended_at" TEXT,
    "ending" TEXT,

    CONSTRAINT "objection_note_pkey" PRIMARY KEY ("chain","objection_id")
);

-- CreateTable
CREATE TABLE "objection" (
    "objection_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "task_id" UUID,
    "order_id" UUID,
    "target" JSONB NOT NULL,
    "title" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "phase" TEXT NOT NULL,
    "grounds_id" UUID NOT NULL,
    "filed_at" TEXT NOT NULL,
    "filed_by" JSONB NOT NULL,
    "filed_paper" JSONB,
    "received_on" TEXT NOT NULL,
    "first_deciders" JSONB NOT NULL,
    "answer_due" TEXT NOT NULL,
    "answer_due_computed" JSONB NOT NULL,
    "overdue" BOOLEAN NOT NULL,
    "outcome" TEXT,
    "light" TEXT,
    "reason_id" UUID,
    "ended_at" TEXT,
    "ended_by" JSONB,
    "noted" TEXT NOT NULL,
    "refusal" JSONB,

    CONSTRAINT "objection_pkey" PRIMARY KEY ("objection_id")
);

-- CreateIndex
CREATE INDEX "finding_plan_id_phase_idx" ON "finding"("plan_id", "phase");

-- CreateIndex
CREATE INDEX "objection_plan_id_phase_idx" ON "objection"("plan_id", "phase");

-- Days and instants have one form and sort by code point.
DO $$
DECLARE
  place text;
  form text;
  table_name text;
  column_name text;
BEGIN
  FOREACH place IN ARRAY ARRAY[
    'is_instant finding.opened_at', 'is_day finding.statement_due', 'is_instant finding.stated_at',
    'is_instant finding.concluded_at', 'is_day finding.feedback_on', 'is_day finding.objection_until',
    'is_instant objection_note.noted_at', 'is_instant objection_note.ended_at',
    'is_instant objection.filed_at', 'is_day objection.received_on', 'is_day objection.answer_due',
    'is_instant objection.ended_at'
  ] LOOP
    form := split_part(place, ' ', 1);
    table_name := split_part(split_part(place, ' ', 2), '.', 1);
    column_name := split_part(place, '.', 2);
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE text COLLATE "C"', table_name, column_name);
    EXECUTE format(
      'ALTER TABLE %I ADD CONSTRAINT %I CHECK (%s(%I))', table_name, table_name || '_' || column_name || '_form', form, column_name
    );
  END LOOP;
END
$$;

ALTER TABLE objection_note ALTER COLUMN chain TYPE text COLLATE "C";

ALTER TABLE finding
  ADD CONSTRAINT finding_phase CHECK (phase IN ('open', 'concluded', 'withdrawn')),
  ADD CONSTRAINT finding_method CHECK (method IN ('documents', 'telephone', 'on-site')),
  ADD CONSTRAINT finding_outcome CHECK (outcome IN ('confirmed', 'partly', 'unfounded')),
  ADD CONSTRAINT finding_conclusion CHECK ((outcome IS NULL) = (phase = 'open'));
ALTER TABLE objection_note
  ADD CONSTRAINT objection_note_kind CHECK (kind IN ('row', 'light', 'finding', 'order')),
  ADD CONSTRAINT objection_note_ending CHECK (ending IN ('upheld', 'partly', 'dismissed', 'withdrawn')),
  ADD CONSTRAINT objection_note_end CHECK ((ending IS NULL) = (ended_at IS NULL));
ALTER TABLE objection
  ADD CONSTRAINT objection_kind CHECK (kind IN ('row', 'light', 'finding', 'order')),
  ADD CONSTRAINT objection_phase CHECK (phase IN ('open', 'answered', 'withdrawn')),
  ADD CONSTRAINT objection_outcome CHECK (outcome IN ('upheld', 'partly', 'dismissed')),
  ADD CONSTRAINT objection_answer CHECK ((outcome IS NOT NULL) = (phase = 'answered')),
  ADD CONSTRAINT objection_noted CHECK (noted IN ('none', 'noted', 'ended'));

CREATE INDEX objection_to_note ON objection (plan_id)
  WHERE noted = 'none' OR (noted = 'noted' AND phase <> 'open');

GRANT SELECT, INSERT, UPDATE, DELETE ON finding, objection_note, objection TO duban_app;
