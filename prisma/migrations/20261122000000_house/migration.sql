-- The house: people and their accounts, interactions and tallies, scorecards and scores, jobs, the local page.

-- CreateTable
CREATE TABLE "site" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "weekend" INTEGER[],
    "holidays" DATE[],
    "workdays" DATE[],
    "answer_within_s" INTEGER NOT NULL DEFAULT 20,
    "channels" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" TEXT NOT NULL,
    "site_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "channel" TEXT,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "site_id" TEXT NOT NULL,
    "employee_no" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "hired_on" DATE,
    "left_on" DATE,
    "birthday_month" SMALLINT,
    "birthday_day" SMALLINT,
    "roles" TEXT[],
    "locale" TEXT,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alias" (
    "site_id" TEXT NOT NULL,
    "alias" TEXT NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "alias_pkey" PRIMARY KEY ("site_id","alias")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "team_id" TEXT NOT NULL,
    "seat" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "how" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("platform","workspace","user_id")
);

-- CreateTable
CREATE TABLE "link_code" (
    "hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_code_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "link_attempt" (
    "id" BIGSERIAL NOT NULL,
    "account" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unlinked" (
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unlinked_pkey" PRIMARY KEY ("platform","workspace","user_id")
);

-- CreateTable
CREATE TABLE "heard" (
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "heard_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "preset" (
    "name" TEXT NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "preset_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "scorecard" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" JSONB NOT NULL,
    "audience" JSONB NOT NULL,
    "components" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "from_day" DATE NOT NULL,

    CONSTRAINT "scorecard_pkey" PRIMARY KEY ("id","version")
);

-- CreateTable
CREATE TABLE "batch" (
    "id" UUID NOT NULL,
    "site_id" TEXT NOT NULL,
    "dataset" TEXT NOT NULL,
    "preset" TEXT,
    "file" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "rows" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "rejected" INTEGER NOT NULL,
    "from_day" DATE,
    "to_day" DATE,
    "data_as_of" TIMESTAMPTZ(3),
    "reverted_at" TIMESTAMPTZ(3),

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interaction" (
    "site_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "person_id" UUID,
    "channel" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "queue" TEXT NOT NULL,
    "project" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(0) NOT NULL,
    "day" DATE NOT NULL,
    "hour" SMALLINT NOT NULL,
    "wait_s" INTEGER NOT NULL,
    "talk_s" INTEGER NOT NULL,
    "hold_s" INTEGER NOT NULL,
    "wrap_s" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "complaint" BOOLEAN NOT NULL,
    "csat" SMALLINT,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "interaction_pkey" PRIMARY KEY ("site_id","source","source_id")
);

-- CreateTable
CREATE TABLE "interaction_before" (
    "batch_id" UUID NOT NULL,
    "site_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "earlier" UUID NOT NULL,
    "row" JSONB NOT NULL,

    CONSTRAINT "interaction_before_pkey" PRIMARY KEY ("batch_id","site_id","source","source_id")
);

-- CreateTable
CREATE TABLE "person_before" (
    "batch_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,

    CONSTRAINT "person_before_pkey" PRIMARY KEY ("batch_id","person_id")
);

-- CreateTable
CREATE TABLE "tally" (
    "id" BIGSERIAL NOT NULL,
    "site_id" TEXT NOT NULL,
    "person_id" UUID,
    "day" DATE NOT NULL,
    "hour" SMALLINT NOT NULL,
    "queue" TEXT NOT NULL,
    "project" TEXT NOT NULL,
    "handled" INTEGER NOT NULL,
    "abandoned" INTEGER NOT NULL,
    "answered_in_time" INTEGER NOT NULL,
    "abandoned_in_time" INTEGER NOT NULL,
    "complaints" INTEGER NOT NULL,
    "wait_s" BIGINT NOT NULL,
    "talk_s" BIGINT NOT NULL,
    "hold_s" BIGINT NOT NULL,
    "wrap_s" BIGINT NOT NULL,
    "handle_s2" DOUBLE PRECISION NOT NULL,
    "csat_answers" INTEGER NOT NULL,
    "csat_top" INTEGER NOT NULL,

    CONSTRAINT "tally_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score" (
    "person_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "scorecard" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "data_as_of" TIMESTAMPTZ(3),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "score_pkey" PRIMARY KEY ("person_id","from_day","to_day","scorecard","revision")
);

-- CreateTable
CREATE TABLE "job_run" (
    "job" TEXT NOT NULL,
    "site" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL,
    "lease_until" TIMESTAMPTZ(3) NOT NULL,
    "fault" TEXT,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("job","site","period")
);

-- CreateTable
CREATE TABLE "local_message" (
    "id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "only_for" TEXT,
    "author" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "revised" TIMESTAMPTZ(3),
    "view" JSONB NOT NULL,

    CONSTRAINT "local_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "team_site_id_idx" ON "team"("site_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_site_id_employee_no_key" ON "person"("site_id", "employee_no");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "alias_person_id_idx" ON "alias"("person_id");

-- CreateIndex
CREATE INDEX "assignment_team_id_from_day_idx" ON "assignment"("team_id", "from_day");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_person_id_team_id_seat_from_day_key" ON "assignment"("person_id", "team_id", "seat", "from_day");

-- CreateIndex
CREATE INDEX "account_person_id_idx" ON "account"("person_id");

-- CreateIndex
CREATE INDEX "link_code_person_id_idx" ON "link_code"("person_id");

-- CreateIndex
CREATE INDEX "link_attempt_account_at_idx" ON "link_attempt"("account", "at");

-- CreateIndex
CREATE INDEX "heard_at_idx" ON "heard"("at");

-- CreateIndex
CREATE INDEX "audit_subject_at_idx" ON "audit"("subject", "at");

-- CreateIndex
CREATE INDEX "batch_site_id_dataset_at_idx" ON "batch"("site_id", "dataset", "at");

-- CreateIndex
CREATE INDEX "interaction_site_id_day_idx" ON "interaction"("site_id", "day");

-- CreateIndex
CREATE INDEX "interaction_before_earlier_idx" ON "interaction_before"("earlier");

-- CreateIndex
CREATE INDEX "person_before_person_id_idx" ON "person_before"("person_id");

-- CreateIndex
CREATE INDEX "tally_site_id_day_idx" ON "tally"("site_id", "day");

-- CreateIndex
CREATE INDEX "tally_person_id_day_idx" ON "tally"("person_id", "day");

-- CreateIndex
CREATE INDEX "job_run_at_idx" ON "job_run"("at");

-- CreateIndex
CREATE INDEX "local_message_place_at_idx" ON "local_message"("place", "at");

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alias" ADD CONSTRAINT "alias_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_code" ADD CONSTRAINT "link_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch" ADD CONSTRAINT "batch_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

