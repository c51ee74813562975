-- Slips 催办单 and orders 督办单 with their rows, answers and steps; urging by hand; where an order comes from.
CREATE TABLE "order_origin" (
    "order_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,

    CONSTRAINT "order_origin_pkey" PRIMARY KEY ("order_id")
);
CREATE INDEX "order_origin_plan_id_idx" ON "order_origin"("plan_id");

CREATE TABLE "work_order" (
    "order_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "period" TEXT,
    "phase" TEXT NOT NULL,
    "basis" JSONB,
    "preceded_by" UUID,
    "begun_at" TEXT NOT NULL,
    "proposed_by" JSONB,
    "decided_by" JSONB,
    "decision_id" UUID,
    "paper" JSONB,
    "series" TEXT,
    "serial" INTEGER,
    "number" TEXT,
    "sent_at" TEXT,
    "answer_due" TEXT,
    "answer_computed" JSONB,
    "escalate_on" TEXT,
    "lapsed" BOOLEAN NOT NULL,
    "undelivered" BOOLEAN NOT NULL,
    "escalated_to" UUID,
    "objection_id" UUID,
    "outcome" TEXT,
    "closed_at" TEXT,
    "closed_by" JSONB,
    "closing_id" UUID,

    CONSTRAINT "work_order_pkey" PRIMARY KEY ("order_id")
);
CREATE INDEX "work_order_plan_id_phase_idx" ON "work_order"("plan_id", "phase");
CREATE INDEX "work_order_plan_id_unit_id_idx" ON "work_order"("plan_id", "unit_id");
CREATE UNIQUE INDEX "work_order_series_serial_key" ON "work_order"("series", "serial");

CREATE TABLE "work_order_row" (
    "order_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "obligation_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "task_number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "subject_ids" JSONB NOT NULL,
    "due" TEXT NOT NULL,
    "overdue_working_days" INTEGER NOT NULL,
    "arrived_at" TEXT,

    CONSTRAINT "work_order_row_pkey" PRIMARY KEY ("order_id", "task_id", "obligation_id")
);

CREATE TABLE "work_order_answer" (
    "order_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text_id" UUID NOT NULL,
    "answered_at" TEXT NOT NULL,
    "answered_by" JSONB NOT NULL,
    "paper" JSONB,
    "late" BOOLEAN NOT NULL,
    "review_due" TEXT NOT NULL,
    "verdict" TEXT,
    "reason_id" UUID,
    "reviewed_at" TEXT,
    "reviewed_by" JSONB,

    CONSTRAINT "work_order_answer_pkey" PRIMARY KEY ("order_id", "number")
);

CREATE TABLE "work_order_step" (
    "order_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "taken_on" TEXT NOT NULL,
    "outcome_id" UUID NOT NULL,
    "recorded_at" TEXT NOT NULL,
    "recorded_by" JSONB NOT NULL,

    CONSTRAINT "work_order_step_pkey" PRIMARY KEY ("order_id", "seq")
);

CREATE TABLE "urging" (
    "task_id" UUID NOT NULL,
    "urging_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "obligation_ids" JSONB NOT NULL,
    "channel" TEXT NOT NULL,
    "reached_id" UUID NOT NULL,
    "promise_id" UUID,
    "promised_by" TEXT,
    "promise_state" TEXT,
    "delivers" BOOLEAN NOT NULL,
    "urged_at" TEXT NOT NULL,
    "urged_by" JSONB NOT NULL,

    CONSTRAINT "urging_pkey" PRIMARY KEY ("task_id", "urging_id")
);
CREATE INDEX "urging_plan_id_unit_id_idx" ON "urging"("plan_id", "unit_id");

ALTER TABLE "obligation" ADD COLUMN "undelivered" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "obligation" ALTER COLUMN "undelivered" DROP DEFAULT;

DO $$
DECLARE
  place text;
  form text;
  table_name text;
  column_name text;
BEGIN
  FOREACH place IN ARRAY ARRAY[
    'is_instant work_order.begun_at', 'is_instant work_order.sent_at', 'is_instant work_order.closed_at',
    'is_day work_order.answer_due', 'is_day work_order.escalate_on',
    'is_day work_order_row.due', 'is_instant work_order_row.arrived_at',
    'is_instant work_order_answer.answered_at', 'is_instant work_order_answer.reviewed_at', 'is_day work_order_answer.review_due',
    'is_day work_order_step.taken_on', 'is_instant work_order_step.recorded_at',
    'is_day urging.promised_by', 'is_instant urging.urged_at'
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

ALTER TABLE order_origin
  ALTER COLUMN path TYPE text COLLATE "C",
  ALTER COLUMN chain TYPE text COLLATE "C";

ALTER TABLE work_order
  ADD CONSTRAINT work_order_kind CHECK (kind IN ('slip', 'order')),
  ADD CONSTRAINT work_order_paper_form CHECK (form IN ('slip', 'order', 'letter')),
  ADD CONSTRAINT work_order_phase CHECK (
    phase IN ('drafted', 'proposed', 'dismissed', 'sent', 'answered', 'returned', 'lapsed', 'escalated', 'closed')
  ),
  ADD CONSTRAINT work_order_outcome CHECK (outcome IN ('accepted', 'settled', 'withdrawn')),
  ADD CONSTRAINT work_order_number CHECK ((number IS NULL) = (serial IS NULL) AND (serial IS NULL) = (series IS NULL) AND serial >= 1);
ALTER TABLE work_order_row
  ADD CONSTRAINT work_order_row_kind CHECK (kind IN ('stage-plan', 'contribution', 'progress', 'district-figures'));
ALTER TABLE work_order_answer ADD CONSTRAINT work_order_answer_verdict CHECK (verdict IN ('accepted', 'returned'));
ALTER TABLE work_order_step ADD CONSTRAINT work_order_step_step CHECK (step IN ('bulletin', 'interview'));
ALTER TABLE urging
  ADD CONSTRAINT urging_channel CHECK (channel IN ('phone', 'message', 'in-person', 'writing')),
  ADD CONSTRAINT urging_promise CHECK (
    (promise_id IS NULL) = (promised_by IS NULL) AND (promise_id IS NULL) = (promise_state IS NULL)
    AND promise_state IN ('open', 'due', 'kept')
  );

CREATE INDEX urging_promised ON urging (plan_id, promised_by) WHERE promise_state IN ('open', 'due');

GRANT SELECT, INSERT, UPDATE, DELETE ON
  order_origin, work_order, work_order_row, work_order_answer, work_order_step, urging
TO duban_app;
