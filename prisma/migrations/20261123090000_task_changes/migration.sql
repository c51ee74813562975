-- Changes of running tasks: what was asked and decided, days that moved, who left, what was removed, and leaders' notes.
ALTER TABLE "task" ADD COLUMN "suspended_on" TEXT COLLATE "C" CHECK (is_day("suspended_on"));
ALTER TABLE "task_party" ADD COLUMN "left_at" TEXT COLLATE "C" CHECK (is_instant("left_at"));
ALTER TABLE "subject" ADD COLUMN "removed_at" TEXT COLLATE "C" CHECK (is_instant("removed_at"));
ALTER TABLE obligation_row DROP CONSTRAINT obligation_row_state;
ALTER TABLE obligation_row
  ADD CONSTRAINT obligation_row_state CHECK (state IN ('open', 'submitted', 'accepted', 'sent-back', 'removed'));

CREATE TABLE "change_request" (
    "task_id" UUID NOT NULL,
    "change_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "change" JSONB NOT NULL,
    "unit_id" UUID,
    "reason_id" UUID NOT NULL,
    "asked_at" TEXT COLLATE "C" NOT NULL CHECK (is_instant("asked_at")),
    "received_at" TEXT COLLATE "C" NOT NULL CHECK (is_instant("received_at")),
    "asked_by" JSONB NOT NULL,
    "paper" JSONB,
    "decider" TEXT NOT NULL,
    "decide_by" TEXT COLLATE "C" NOT NULL CHECK (is_day("decide_by")),
    "state" TEXT NOT NULL,
    "closed_at" TEXT COLLATE "C" CHECK (is_instant("closed_at")),
    "closed_by" JSONB,
    "closing_reason_id" UUID,
    "closing_paper" JSONB,
    "replacement_id" UUID,
    "before" JSONB,

    CONSTRAINT "change_request_pkey" PRIMARY KEY ("task_id", "change_id"),
    CONSTRAINT "change_request_kind" CHECK (kind IN
      ('extension', 'decline', 'reassignment', 'target', 'amendment', 'suspension', 'resumption', 'termination')),
    CONSTRAINT "change_request_decider" CHECK (decider IN ('office', 'leader')),
    CONSTRAINT "change_request_state" CHECK (state IN ('pending', 'granted', 'refused', 'withdrawn', 'lapsed')),
    CONSTRAINT "change_request_closed" CHECK ((state = 'pending') = (closed_at IS NULL))
);
CREATE INDEX "change_request_plan_id_unit_id_idx" ON "change_request"("plan_id", "unit_id");
CREATE INDEX change_request_pending ON change_request (plan_id, decide_by) WHERE state = 'pending';

CREATE TABLE "due_history" (
    "task_id" UUID NOT NULL,
    "thing" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "plan_id" UUID NOT NULL,
    "unit_id" UUID,
    "change_id" UUID NOT NULL,
    "cause" TEXT NOT NULL CHECK ("cause" IN ('extension', 'resumption')),
    "from_day" TEXT COLLATE "C" NOT NULL CHECK (is_day("from_day")),
    "to_day" TEXT COLLATE "C" NOT NULL CHECK (is_day("to_day")),
    "moved_at" TEXT COLLATE "C" NOT NULL CHECK (is_instant("moved_at")),

    CONSTRAINT "due_history_pkey" PRIMARY KEY ("task_id", "thing", "seq")
);
CREATE INDEX "due_history_plan_id_unit_id_idx" ON "due_history"("plan_id", "unit_id");

CREATE TABLE "instruction" (
    "task_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "plan_id" UUID NOT NULL,
    "given_by" JSONB NOT NULL,
    "paper" JSONB,
    "text_id" UUID NOT NULL,
    "given_at" TEXT COLLATE "C" NOT NULL CHECK (is_instant("given_at")),

    CONSTRAINT "instruction_pkey" PRIMARY KEY ("task_id", "seq")
);

GRANT SELECT, INSERT, UPDATE, DELETE ON change_request, due_history, instruction TO duban_app;
