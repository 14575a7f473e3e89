-- Whose message a thread hangs under, which is asked for all that is said in threads; only channels have them.
CREATE INDEX "delivery_thread_idx" ON "delivery"("message")
  WHERE "message" IS NOT NULL AND starts_with("recipient", 'channel:');
