-- What the checks of a row read of its subject stands with the row; a return remembers until where its acts have reached the tasks.
ALTER TABLE "return" ADD COLUMN "delivered_version" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "return" ALTER COLUMN "delivered_version" DROP DEFAULT;
ALTER TABLE "return_row" ADD COLUMN "subject" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "return_row" ALTER COLUMN "subject" DROP DEFAULT;
