-- Help on the floor: requests, what was said about each, and answers that are kept.
CREATE SEQUENCE "help_request_number";
CREATE TABLE "help_request" (
  "id" UUID PRIMARY KEY,
  "number" BIGINT NOT NULL,
  "site_id" TEXT NOT NULL,
  "asker_id" UUID NOT NULL REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "claimer_id" UUID REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  "state" TEXT NOT NULL,
  "category" TEXT NOT NULL,
  "is_live" BOOLEAN NOT NULL,
  "body" JSONB NOT NULL,
  "words" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "opened_at" TIMESTAMPTZ(3) NOT NULL,
  "next_at" TIMESTAMPTZ(3)
);
CREATE UNIQUE INDEX "help_request_number_key" ON "help_request"("number");
CREATE INDEX "help_request_site_id_opened_at_idx" ON "help_request"("site_id", "opened_at");
CREATE INDEX "help_request_site_id_state_idx" ON "help_request"("site_id", "state");
CREATE INDEX "help_request_asker_id_opened_at_idx" ON "help_request"("asker_id", "opened_at");
CREATE INDEX "help_request_next_at_idx" ON "help_request"("next_at") WHERE "next_at" IS NOT NULL;

CREATE TABLE "help_entry" (
  "request_id" UUID NOT NULL REFERENCES "help_request"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "position" INTEGER NOT NULL,
  "person_id" UUID REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  "kind" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("request_id", "position")
);

CREATE SEQUENCE "help_answer_number";
CREATE TABLE "help_answer" (
  "id" UUID PRIMARY KEY,
  "number" BIGINT NOT NULL,
  "site_id" TEXT NOT NULL,
  "request_id" UUID REFERENCES "help_request"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  "category" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "question" TEXT NOT NULL,
  "answer" TEXT NOT NULL,
  "words" TEXT NOT NULL,
  "body" JSONB NOT NULL,
  "solved" INTEGER NOT NULL DEFAULT 0,
  "at" TIMESTAMPTZ(3) NOT NULL
);
CREATE UNIQUE INDEX "help_answer_number_key" ON "help_answer"("number");
CREATE UNIQUE INDEX "help_answer_request_id_key" ON "help_answer"("request_id");
CREATE INDEX "help_answer_site_id_state_idx" ON "help_answer"("site_id", "state");
-- Answers are found by their words, which are cut before they come here, Chinese too.
CREATE INDEX "help_answer_found_idx" ON "help_answer" USING GIN (string_to_array("words", ' '));

-- Who is on duty: what was imported, set or swapped; rotations are rules of the site.
CREATE TABLE "duty_shift" (
  "id" UUID PRIMARY KEY,
  "site_id" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "person_id" UUID NOT NULL REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "from_at" TIMESTAMPTZ(3) NOT NULL,
  "until_at" TIMESTAMPTZ(3) NOT NULL,
  "origin" TEXT NOT NULL,
  "replaces_id" UUID REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "set_by_id" UUID REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  "reason" TEXT,
  "batch_id" UUID,
  "made_at" TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX "duty_shift_site_id_until_at_idx" ON "duty_shift"("site_id", "until_at");
CREATE INDEX "duty_shift_batch_id_idx" ON "duty_shift"("batch_id");
CREATE UNIQUE INDEX "duty_shift_imported_key" ON "duty_shift"("site_id", "role", "person_id", "from_at")
  WHERE "origin" = 'import';

CREATE TABLE "duty_swap" (
  "id" UUID PRIMARY KEY,
  "site_id" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "asker_id" UUID NOT NULL REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "other_id" UUID NOT NULL REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "state" TEXT NOT NULL,
  "body" JSONB NOT NULL,
  "from_at" TIMESTAMPTZ(3) NOT NULL,
  "until_at" TIMESTAMPTZ(3) NOT NULL,
  "asked_at" TIMESTAMPTZ(3) NOT NULL
);
CREATE INDEX "duty_swap_site_id_state_idx" ON "duty_swap"("site_id", "state");

-- Suggestions; an anonymous one has no author, only the hash of the code that its author holds.
CREATE SEQUENCE "suggestion_number";
CREATE TABLE "suggestion" (
  "id" UUID PRIMARY KEY,
  "number" BIGINT NOT NULL,
  "site_id" TEXT NOT NULL,
  "author_id" UUID REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "code_hash" TEXT,
  "owner_id" UUID REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  "state" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "body" JSONB NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "made_at" TIMESTAMPTZ(3) NOT NULL,
  "changed_at" TIMESTAMPTZ(3) NOT NULL
);
CREATE UNIQUE INDEX "suggestion_number_key" ON "suggestion"("number");
CREATE UNIQUE INDEX "suggestion_code_hash_key" ON "suggestion"("code_hash");
CREATE INDEX "suggestion_site_id_state_idx" ON "suggestion"("site_id", "state");
CREATE INDEX "suggestion_site_id_changed_at_idx" ON "suggestion"("site_id", "changed_at");

CREATE TABLE "suggestion_vote" (
  "suggestion_id" UUID NOT NULL REFERENCES "suggestion"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "person_id" UUID NOT NULL REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "at" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("suggestion_id", "person_id")
);
