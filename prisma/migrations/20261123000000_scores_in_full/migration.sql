-- Every metric has its inputs: contacts know their customer, and each dataset has a table of its own.
ALTER TABLE "site" ADD COLUMN "repeat_within_days" INTEGER NOT NULL DEFAULT 7;
ALTER TABLE "interaction" ADD COLUMN "customer" TEXT;
ALTER TABLE "tally"
    ADD COLUMN "known" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "repeated" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "interaction_before" RENAME TO "record_before";
ALTER TABLE "record_before" RENAME CONSTRAINT "interaction_before_pkey" TO "record_before_pkey";
ALTER INDEX "interaction_before_earlier_idx" RENAME TO "record_before_earlier_idx";

-- A version counts from a day of its own; those that stand count from the day they name.
ALTER TABLE "scorecard" ADD COLUMN "to_day" DATE, ADD COLUMN "counts_from" DATE;
UPDATE "scorecard" SET "counts_from" = "from_day";
ALTER TABLE "scorecard" ALTER COLUMN "counts_from" SET NOT NULL;

-- One line of revisions for a person and period, whatever the scorecard was.
ALTER TABLE "score"
    DROP CONSTRAINT "score_pkey",
    ADD COLUMN "cause" JSONB NOT NULL DEFAULT '{}',
    ADD COLUMN "shared" BOOLEAN NOT NULL DEFAULT false;
UPDATE "score" s SET "revision" = n.place
FROM (
    SELECT ctid AS at_row, row_number() OVER (PARTITION BY person_id, from_day, to_day ORDER BY at, scorecard, revision) AS place
    FROM "score"
) AS n
WHERE s.ctid = n.at_row AND s."revision" <> n.place;
ALTER TABLE "score" ADD CONSTRAINT "score_pkey" PRIMARY KEY ("person_id", "from_day", "to_day", "revision");

CREATE TABLE "queue_hour" (
    "site_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "hour" SMALLINT NOT NULL,
    "queue" TEXT NOT NULL,
    "project" TEXT NOT NULL,
    "answered" INTEGER NOT NULL,
    "abandoned" INTEGER NOT NULL,
    "answered_in_time" INTEGER NOT NULL,
    "abandoned_in_time" INTEGER NOT NULL,
    CONSTRAINT "queue_hour_pkey" PRIMARY KEY ("site_id","day","hour","queue","project")
);

CREATE TABLE "tally_record" (
    "site_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
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
    "known" INTEGER NOT NULL,
    "repeated" INTEGER NOT NULL,
    "batch_id" UUID NOT NULL,
    CONSTRAINT "tally_record_pkey" PRIMARY KEY ("site_id","source","source_id")
);

CREATE TABLE "survey" (
    "site_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "hour" SMALLINT NOT NULL,
    "queue" TEXT NOT NULL,
    "project" TEXT NOT NULL,
    "mark" SMALLINT NOT NULL,
    "batch_id" UUID NOT NULL,
    CONSTRAINT "survey_pkey" PRIMARY KEY ("site_id","source","source_id")
);

CREATE TABLE "evaluation" (
    "site_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "scorer_id" UUID,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "reference" DOUBLE PRECISION,
    "interaction" TEXT,
    "form" TEXT NOT NULL,
    "overturned" BOOLEAN NOT NULL,
    "batch_id" UUID NOT NULL,
    CONSTRAINT "evaluation_pkey" PRIMARY KEY ("site_id","source","source_id")
);

CREATE TABLE "attendance" (
    "site_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "scheduled_s" INTEGER NOT NULL,
    "in_service_s" INTEGER NOT NULL,
    "off_s" INTEGER NOT NULL,
    "staffed_s" INTEGER NOT NULL,
    "late" INTEGER NOT NULL,
    "early_leave" INTEGER NOT NULL,
    "absences" INTEGER NOT NULL,
    "conduct" INTEGER NOT NULL,
    "leave" BOOLEAN NOT NULL,
    "batch_id" UUID NOT NULL,
    CONSTRAINT "attendance_pkey" PRIMARY KEY ("site_id","source","source_id")
);

CREATE TABLE "exam" (
    "site_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "points" DOUBLE PRECISION,
    "batch_id" UUID NOT NULL,
    CONSTRAINT "exam_pkey" PRIMARY KEY ("site_id","source","source_id")
);

CREATE TABLE "complaint" (
    "site_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "about" TEXT NOT NULL,
    "interaction" TEXT,
    "upheld" BOOLEAN NOT NULL,
    "batch_id" UUID NOT NULL,
    CONSTRAINT "complaint_pkey" PRIMARY KEY ("site_id","source","source_id")
);

CREATE TABLE "person_day" (
    "person_id" UUID NOT NULL,
    "site_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "monitored" INTEGER NOT NULL,
    "monitored_points" DOUBLE PRECISION NOT NULL,
    "monitored_squares" DOUBLE PRECISION NOT NULL,
    "test_calls" INTEGER NOT NULL,
    "test_points" DOUBLE PRECISION NOT NULL,
    "test_squares" DOUBLE PRECISION NOT NULL,
    "complaints_about" INTEGER NOT NULL,
    "exams" INTEGER NOT NULL,
    "exam_points" DOUBLE PRECISION NOT NULL,
    "exam_squares" DOUBLE PRECISION NOT NULL,
    "exam_absences" INTEGER NOT NULL,
    "scheduled_days" INTEGER NOT NULL,
    "scheduled_s" INTEGER NOT NULL,
    "in_service_s" INTEGER NOT NULL,
    "off_s" INTEGER NOT NULL,
    "staffed_s" INTEGER NOT NULL,
    "late" INTEGER NOT NULL,
    "early_leave" INTEGER NOT NULL,
    "absences" INTEGER NOT NULL,
    "conduct" INTEGER NOT NULL,
    "leave_days" INTEGER NOT NULL,
    "scored" INTEGER NOT NULL,
    "overturned" INTEGER NOT NULL,
    "calibrated" INTEGER NOT NULL,
    "gap_points" DOUBLE PRECISION NOT NULL,
    "gap_squares" DOUBLE PRECISION NOT NULL,
    CONSTRAINT "person_day_pkey" PRIMARY KEY ("person_id","day")
);

CREATE TABLE "score_due" (
    "id" BIGSERIAL NOT NULL,
    "site_id" TEXT NOT NULL,
    "person_id" UUID,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "cause" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "score_due_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "word" (
    "text" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "means" TEXT NOT NULL,
    CONSTRAINT "word_pkey" PRIMARY KEY ("text")
);

CREATE INDEX "tally_record_site_id_day_idx" ON "tally_record"("site_id", "day");

CREATE INDEX "survey_site_id_day_idx" ON "survey"("site_id", "day");

CREATE INDEX "evaluation_site_id_day_idx" ON "evaluation"("site_id", "day");

CREATE INDEX "evaluation_person_id_day_idx" ON "evaluation"("person_id", "day");

CREATE INDEX "attendance_site_id_day_idx" ON "attendance"("site_id", "day");

CREATE INDEX "exam_site_id_day_idx" ON "exam"("site_id", "day");

CREATE INDEX "complaint_site_id_day_idx" ON "complaint"("site_id", "day");

CREATE INDEX "person_day_site_id_day_idx" ON "person_day"("site_id", "day");

CREATE INDEX "score_due_site_id_id_idx" ON "score_due"("site_id", "id");

CREATE INDEX "score_at_idx" ON "score"("at");

-- What the tallies of contacts already know of their queues.
INSERT INTO "queue_hour" (site_id, day, hour, queue, project, answered, abandoned, answered_in_time, abandoned_in_time)
SELECT site_id, day, hour, queue, project, sum(handled), sum(abandoned), sum(answered_in_time), sum(abandoned_in_time)
FROM "tally" GROUP BY site_id, day, hour, queue, project;
