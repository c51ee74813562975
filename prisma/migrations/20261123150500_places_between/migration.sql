-- A task that is taken out of another stands between two whose places stay as they are.
ALTER TABLE "task_draft" ALTER COLUMN "position" SET DATA TYPE DOUBLE PRECISION;
