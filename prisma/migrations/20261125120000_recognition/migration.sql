-- What sites set of the rules of each feature, of which appeals were the first.
CREATE TABLE "site_rules" (
  "site_id" TEXT NOT NULL REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "feature" TEXT NOT NULL,
  "body" JSONB NOT NULL,
  PRIMARY KEY ("site_id", "feature")
);
INSERT INTO "site_rules" ("site_id", "feature", "body") SELECT "site_id", 'appeals', "body" FROM "appeal_setting";
DROP TABLE "appeal_setting";

-- How birthdays are kept, and the end of training.
ALTER TABLE "person"
  ADD COLUMN "birthday_privacy" TEXT,
  ADD COLUMN "leap_day" TEXT,
  ADD COLUMN "graduated_on" DATE;

-- Cards that colleagues sign, and who organises the party of a month.
CREATE TABLE "greeting_card" (
  "id" UUID PRIMARY KEY,
  "site_id" TEXT NOT NULL,
  "person_id" UUID NOT NULL REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "day" DATE NOT NULL,
  "opened_by" UUID,
  "opening" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL
);
CREATE UNIQUE INDEX "greeting_card_person_id_day_key" ON "greeting_card"("person_id", "day");
CREATE INDEX "greeting_card_site_id_day_idx" ON "greeting_card"("site_id", "day");

CREATE TABLE "greeting_card_signature" (
  "card_id" UUID NOT NULL REFERENCES "greeting_card"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "person_id" UUID NOT NULL REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "words" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("card_id", "person_id")
);

CREATE TABLE "birthday_party" (
  "site_id" TEXT NOT NULL,
  "month" DATE NOT NULL,
  "organiser_id" UUID REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  "plan" TEXT,
  "changed_at" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("site_id", "month")
);

-- Thank-yous.
CREATE TABLE "kudos" (
  "id" UUID PRIMARY KEY,
  "site_id" TEXT NOT NULL,
  "giver_id" UUID NOT NULL REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "receiver_id" UUID NOT NULL REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "value" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "day" DATE NOT NULL,
  "uncounted" TEXT,
  "taken_back_at" TIMESTAMPTZ(3)
);
CREATE INDEX "kudos_site_id_day_idx" ON "kudos"("site_id", "day");
CREATE INDEX "kudos_giver_id_day_idx" ON "kudos"("giver_id", "day");
CREATE INDEX "kudos_receiver_id_day_idx" ON "kudos"("receiver_id", "day");

-- Contacts put forward as good examples.
CREATE SEQUENCE "good_call_number";
CREATE TABLE "good_call" (
  "id" UUID PRIMARY KEY,
  "number" BIGINT NOT NULL,
  "site_id" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "source_id" TEXT NOT NULL,
  "person_id" UUID NOT NULL REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "nominator_id" UUID NOT NULL REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "state" TEXT NOT NULL,
  "skills" TEXT[] NOT NULL DEFAULT '{}',
  "body" JSONB NOT NULL,
  "words" TEXT NOT NULL,
  "nominated_at" TIMESTAMPTZ(3) NOT NULL,
  "next_at" TIMESTAMPTZ(3),
  "accepted_at" TIMESTAMPTZ(3)
);
CREATE UNIQUE INDEX "good_call_number_key" ON "good_call"("number");
CREATE INDEX "good_call_site_id_state_idx" ON "good_call"("site_id", "state");
CREATE INDEX "good_call_next_at_idx" ON "good_call"("next_at") WHERE "next_at" IS NOT NULL;
-- A contact is put forward once, unless that was taken back or not wanted.
CREATE UNIQUE INDEX "good_call_of_contact_key" ON "good_call"("site_id", "source", "source_id")
  WHERE "state" IN ('voting', 'consent', 'accepted');

CREATE TABLE "good_call_vote" (
  "call_id" UUID NOT NULL REFERENCES "good_call"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "person_id" UUID NOT NULL REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "is_for" BOOLEAN NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  PRIMARY KEY ("call_id", "person_id")
);

CREATE TABLE "good_call_opening" (
  "hash" TEXT PRIMARY KEY,
  "call_id" UUID NOT NULL REFERENCES "good_call"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "person_id" UUID NOT NULL REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "opened_at" TIMESTAMPTZ(3),
  "times" INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX "good_call_opening_call_id_at_idx" ON "good_call_opening"("call_id", "at");

-- Awards, and who holds them.
CREATE SEQUENCE "award_number";
CREATE TABLE "award" (
  "id" UUID PRIMARY KEY,
  "number" BIGINT NOT NULL,
  "site_id" TEXT NOT NULL,
  "rule" TEXT NOT NULL,
  "from_day" DATE NOT NULL,
  "to_day" DATE NOT NULL,
  "turn" INTEGER NOT NULL DEFAULT 1,
  "team" TEXT NOT NULL DEFAULT '',
  "state" TEXT NOT NULL,
  "body" JSONB NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "decided_at" TIMESTAMPTZ(3)
);
CREATE UNIQUE INDEX "award_number_key" ON "award"("number");
CREATE UNIQUE INDEX "award_site_id_rule_from_day_to_day_team_turn_key"
  ON "award"("site_id", "rule", "from_day", "to_day", "team", "turn");
CREATE INDEX "award_site_id_state_idx" ON "award"("site_id", "state");

CREATE TABLE "award_winner" (
  "award_id" UUID NOT NULL REFERENCES "award"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "winner" TEXT NOT NULL,
  "person_id" UUID REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "team_id" TEXT,
  PRIMARY KEY ("award_id", "winner")
);
CREATE INDEX "award_winner_person_id_idx" ON "award_winner"("person_id");

-- Draws that anyone can check.
CREATE SEQUENCE "draw_number";
CREATE TABLE "draw" (
  "id" UUID PRIMARY KEY,
  "number" BIGINT NOT NULL,
  "site_id" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "body" JSONB NOT NULL,
  "secret" JSONB NOT NULL,
  "manifest" TEXT,
  "occurrence" TEXT,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "next_at" TIMESTAMPTZ(3)
);
CREATE UNIQUE INDEX "draw_number_key" ON "draw"("number");
CREATE UNIQUE INDEX "draw_site_id_occurrence_key" ON "draw"("site_id", "occurrence");
CREATE INDEX "draw_site_id_state_idx" ON "draw"("site_id", "state");
CREATE INDEX "draw_next_at_idx" ON "draw"("next_at") WHERE "next_at" IS NOT NULL;

CREATE TABLE "draw_entry" (
  "draw_id" UUID NOT NULL REFERENCES "draw"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "person_id" UUID NOT NULL REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "entered" BOOLEAN NOT NULL,
  "nonce" TEXT,
  PRIMARY KEY ("draw_id", "person_id")
);

CREATE TABLE "draw_prize" (
  "draw_id" UUID NOT NULL REFERENCES "draw"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "rank" INTEGER NOT NULL,
  "person_id" UUID NOT NULL REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "state" TEXT NOT NULL,
  "due_at" TIMESTAMPTZ(3),
  PRIMARY KEY ("draw_id", "rank")
);
CREATE INDEX "draw_prize_person_id_idx" ON "draw_prize"("person_id");
