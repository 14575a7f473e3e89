-- What was announced in the transaction that made it true, until it is carried out.
CREATE TABLE "outbox" (
  "id" BIGSERIAL PRIMARY KEY,
  "is" TEXT NOT NULL,
  "body" JSONB NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "next_at" TIMESTAMPTZ(3)
);
CREATE INDEX "outbox_is_id_idx" ON "outbox"("is", "id");

-- The ledger: one row for each thing told to one recipient on one platform.
CREATE TABLE "delivery" (
  "id" UUID PRIMARY KEY,
  "schedule" TEXT NOT NULL,
  "site_id" TEXT NOT NULL,
  "period" TEXT NOT NULL,
  "recipient" TEXT NOT NULL,
  "platform" TEXT NOT NULL,
  "occurs_at" TIMESTAMPTZ(3) NOT NULL,
  "due_at" TIMESTAMPTZ(3) NOT NULL,
  "body" JSONB NOT NULL DEFAULT '{}',
  "state" TEXT NOT NULL DEFAULT 'planned',
  "next_at" TIMESTAMPTZ(3),
  "claim" UUID,
  "claimed_at" TIMESTAMPTZ(3),
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "tried_at" TIMESTAMPTZ(3),
  "unsure" BOOLEAN NOT NULL DEFAULT false,
  "reason" TEXT,
  "place" JSONB,
  "message" TEXT,
  "account" TEXT,
  "told" JSONB,
  "provisional" BOOLEAN NOT NULL DEFAULT false,
  "touched" BOOLEAN NOT NULL DEFAULT false,
  "sent_at" TIMESTAMPTZ(3),
  "revised_at" TIMESTAMPTZ(3),
  "folded_into" UUID
);
CREATE UNIQUE INDEX "delivery_schedule_site_id_period_recipient_platform_key"
  ON "delivery"("schedule", "site_id", "period", "recipient", "platform");
CREATE INDEX "delivery_platform_next_at_idx" ON "delivery"("platform", "next_at");
CREATE INDEX "delivery_recipient_platform_sent_at_idx" ON "delivery"("recipient", "platform", "sent_at");
-- What more data can still change, which is little of it all.
CREATE INDEX "delivery_unfinished_idx" ON "delivery"("schedule", "site_id")
  WHERE "provisional" OR "state" IN ('waiting', 'sending');
CREATE INDEX "delivery_site_id_occurs_at_idx" ON "delivery"("site_id", "occurs_at");

-- Who could not be reached, from when to when somebody was told of it once.
CREATE TABLE "unreachable" (
  "recipient" TEXT NOT NULL,
  "platform" TEXT NOT NULL,
  "since" TIMESTAMPTZ(3) NOT NULL,
  "reason" TEXT NOT NULL,
  PRIMARY KEY ("recipient", "platform")
);

-- From when on a platform, or a place on it, may be written to again, over all workers.
CREATE TABLE "pace" (
  "key" TEXT PRIMARY KEY,
  "free_at" TIMESTAMPTZ(3) NOT NULL
);

-- When somebody wants to be left alone, and what they do not want to hear of.
CREATE TABLE "notice_setting" (
  "person_id" UUID PRIMARY KEY REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "quiet_from" TEXT,
  "quiet_to" TEXT,
  "muted" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[]
);

-- The week's bulletin of a site, and what goes into it.
CREATE TABLE "bulletin" (
  "site_id" TEXT NOT NULL REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "week" DATE NOT NULL,
  "sections" JSONB NOT NULL DEFAULT '[]',
  "approved_by" UUID,
  "approved_at" TIMESTAMPTZ(3),
  "drafted_on" DATE,
  "closed_on" DATE,
  "published_at" TIMESTAMPTZ(3),
  PRIMARY KEY ("site_id", "week")
);
CREATE TABLE "bulletin_item" (
  "id" UUID PRIMARY KEY,
  "site_id" TEXT NOT NULL,
  "week" DATE NOT NULL,
  "section" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "person_id" UUID NOT NULL REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "state" TEXT NOT NULL DEFAULT 'submitted',
  "position" DOUBLE PRECISION NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "changed_by" UUID NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  "edited_by" UUID
);
CREATE INDEX "bulletin_item_site_id_week_idx" ON "bulletin_item"("site_id", "week");
