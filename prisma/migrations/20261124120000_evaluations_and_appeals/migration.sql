-- Forms by which contacts are evaluated; a version that is out never changes.
CREATE TABLE "evaluation_form" (
  "id" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "body" JSONB NOT NULL,
  "published_at" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("id", "version")
);

-- What evaluations made in Fairline have beside imported ones, and what appeals made of both.
CREATE SEQUENCE "evaluation_number";
ALTER TABLE "evaluation"
  ALTER COLUMN "batch_id" DROP NOT NULL,
  ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN "contact_source" TEXT,
  ADD COLUMN "form_version" INTEGER,
  ADD COLUMN "marks" JSONB,
  ADD COLUMN "without_auto_fail" DOUBLE PRECISION,
  ADD COLUMN "failed_by" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "comment" TEXT,
  ADD COLUMN "published_at" TIMESTAMPTZ(3),
  ADD COLUMN "restated" DOUBLE PRECISION,
  ADD COLUMN "adjusted_on" DATE,
  ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "acknowledged_at" TIMESTAMPTZ(3),
  ADD COLUMN "acknowledgement" TEXT;
CREATE UNIQUE INDEX "evaluation_id_key" ON "evaluation"("id");
CREATE INDEX "evaluation_adjusted_on_idx" ON "evaluation"("site_id") WHERE "adjusted_on" IS NOT NULL;
CREATE INDEX "evaluation_site_id_source_id_idx" ON "evaluation"("site_id", "source_id");
CREATE INDEX "evaluation_site_id_interaction_idx" ON "evaluation"("site_id", "interaction");

-- The states of an evaluation, from the second on kept with the appeal that made it.
CREATE TABLE "evaluation_revision" (
  "evaluation_id" UUID NOT NULL REFERENCES "evaluation"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "revision" INTEGER NOT NULL,
  "points" DOUBLE PRECISION NOT NULL,
  "without_auto_fail" DOUBLE PRECISION NOT NULL,
  "failed_by" TEXT[] NOT NULL DEFAULT '{}',
  "marks" JSONB NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "appeal_id" UUID,
  -- The day on which its difference to the state before counts, where that is not the evaluation's own.
  "booked_on" DATE,
  PRIMARY KEY ("evaluation_id", "revision")
);
CREATE INDEX "evaluation_revision_booked_on_idx" ON "evaluation_revision"("evaluation_id") WHERE "booked_on" IS NOT NULL;

-- Evaluations that their scorers have not published yet.
CREATE TABLE "evaluation_draft" (
  "id" UUID PRIMARY KEY,
  "site_id" TEXT NOT NULL,
  "scorer_id" UUID NOT NULL REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "person_id" UUID NOT NULL REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "source" TEXT NOT NULL,
  "source_id" TEXT NOT NULL,
  "started_at" TIMESTAMPTZ(0) NOT NULL,
  "day" DATE NOT NULL,
  "kind" TEXT NOT NULL,
  "form" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "marks" JSONB NOT NULL DEFAULT '[]',
  "comment" TEXT,
  "changed_at" TIMESTAMPTZ(3) NOT NULL
);
CREATE UNIQUE INDEX "evaluation_draft_scorer_id_source_source_id_form_key"
  ON "evaluation_draft"("scorer_id", "source", "source_id", "form");

-- What a site set for its appeals; usual where it set nothing.
CREATE TABLE "appeal_setting" (
  "site_id" TEXT PRIMARY KEY REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "body" JSONB NOT NULL
);

-- Challenges to evaluations; the body is the whole of it, the columns what is looked for.
CREATE SEQUENCE "appeal_number";
CREATE TABLE "appeal" (
  "id" UUID PRIMARY KEY,
  "number" BIGINT NOT NULL,
  "site_id" TEXT NOT NULL,
  "evaluation_id" UUID NOT NULL,
  "person_id" UUID NOT NULL,
  "scorer_id" UUID,
  "team_id" TEXT,
  "state" TEXT NOT NULL,
  "body" JSONB NOT NULL,
  -- Whom it waits for.
  "waits_for" UUID[] NOT NULL DEFAULT '{}',
  -- When it is to be looked at next, and when its present stage is overdue.
  "next_at" TIMESTAMPTZ(3),
  "filed_at" TIMESTAMPTZ(3) NOT NULL,
  "decided_at" TIMESTAMPTZ(3)
);
CREATE UNIQUE INDEX "appeal_number_key" ON "appeal"("number");
CREATE INDEX "appeal_person_id_filed_at_idx" ON "appeal"("person_id", "filed_at");
CREATE INDEX "appeal_next_at_idx" ON "appeal"("next_at") WHERE "next_at" IS NOT NULL;
CREATE INDEX "appeal_waits_for_idx" ON "appeal" USING GIN ("waits_for");
CREATE INDEX "appeal_scorer_id_idx" ON "appeal"("scorer_id") WHERE "next_at" IS NOT NULL;
CREATE INDEX "appeal_team_id_idx" ON "appeal"("team_id") WHERE "next_at" IS NOT NULL;
CREATE INDEX "appeal_evaluation_id_idx" ON "appeal"("evaluation_id");

-- One open appeal for each item.
CREATE TABLE "appeal_item" (
  "evaluation_id" UUID NOT NULL,
  "item" TEXT NOT NULL,
  "appeal_id" UUID NOT NULL REFERENCES "appeal"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  PRIMARY KEY ("evaluation_id", "item")
);
CREATE INDEX "appeal_item_appeal_id_idx" ON "appeal_item"("appeal_id");

-- What was decided about each item, for precedents and for the rates of both sides.
CREATE TABLE "appeal_outcome" (
  "appeal_id" UUID NOT NULL REFERENCES "appeal"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "item" TEXT NOT NULL,
  "number" BIGINT NOT NULL,
  "site_id" TEXT NOT NULL,
  "form" TEXT NOT NULL,
  "person_id" UUID NOT NULL,
  "scorer_id" UUID,
  "team_id" TEXT,
  "kind" TEXT NOT NULL,
  "outcome" TEXT NOT NULL,
  "code" TEXT NOT NULL,
  "original" DOUBLE PRECISION NOT NULL,
  "decided" DOUBLE PRECISION NOT NULL,
  "reasons" TEXT[] NOT NULL DEFAULT '{}',
  -- Everything that is looked for in it, in Unicode NFKC and small letters.
  "words" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("appeal_id", "item")
);
CREATE INDEX "appeal_outcome_site_id_at_idx" ON "appeal_outcome"("site_id", "at");
CREATE INDEX "appeal_outcome_site_id_form_item_idx" ON "appeal_outcome"("site_id", "form", "item");

-- Files put forward as evidence.
CREATE TABLE "appeal_file" (
  "id" UUID PRIMARY KEY,
  "name" TEXT NOT NULL,
  "content" BYTEA NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL
);
