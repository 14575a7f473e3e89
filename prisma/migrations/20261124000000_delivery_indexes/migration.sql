-- What is due is read in the order in which it is taken, however much of it there is: what is new before corrections.
DROP INDEX "delivery_platform_next_at_idx";
CREATE INDEX "delivery_due_idx" ON "delivery"("platform", ("state" = 'sent'), "next_at") WHERE "next_at" IS NOT NULL;
-- Where somebody was reached before; what was not sent says nothing of that.
DROP INDEX "delivery_recipient_platform_sent_at_idx";
CREATE INDEX "delivery_reached_idx" ON "delivery"("recipient", "platform", "sent_at") WHERE "sent_at" IS NOT NULL;
-- What came too late and nothing has spoken of yet.
CREATE INDEX "delivery_late_idx" ON "delivery"("recipient", "platform")
  WHERE "state" = 'skipped' AND "reason" = 'late' AND "folded_into" IS NULL;
-- A row is written four times; the later writings find room beside it.
ALTER TABLE "delivery" SET (fillfactor = 70);
