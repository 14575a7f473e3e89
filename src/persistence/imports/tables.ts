import type { Lined, RecordDataset, Rows } from "../../features/imports/index.ts";
import { contactWriter, rowWriter, type Value, type Writer } from "./lines.ts";

/** How the rows of a dataset are kept; all that imports and reverts do with them follows from this. */
export type RecordTable<R> = {
  readonly name: string;
  /** The columns that a row brings beside its `source_id`, in one order everywhere. */
  readonly brought: readonly string[];
  readonly writer: Writer<R>;
  /**
   * Whose sums a row `r` is part of: an expression for the person, perhaps only of some rows; and of which day where that
   * is not its own, with what else has to be joined to tell.
   */
  readonly whose: readonly {
    readonly person: string;
    readonly where?: string;
    readonly day?: string;
    readonly with?: string;
  }[];
  /** What is kept of a row `i` as it was before an import of other rows overwrites it, by column. */
  readonly kept?: Readonly<Record<string, string>>;
  /** The sums that stand on the rows. */
  readonly feeds: "tally" | "person_day";
  /** The moment up to which a row `r` tells what happened at a site `s`. */
  readonly asOf?: string;
};

type Columns<R> = Readonly<Record<string, (row: R) => Value>>;

/** A table of rows that each have a day, and the other columns as said. */
const table = <D extends Exclude<RecordDataset, "interactions">>(
  name: string,
  columns: Columns<Lined<Rows[D]>>,
  rest: Pick<RecordTable<unknown>, "kept" | "whose" | "feeds" | "asOf">,
): RecordTable<Lined<Rows[D]>> => ({
  name,
  brought: ["day", ...Object.keys(columns)],
  writer: rowWriter<Lined<Rows[D]>>(columns),
  ...rest,
});

/** Sums of nobody are those of the queues alone. */
const agent = "CASE WHEN r.outcome = 'answered' THEN r.person_id END";
/** The days to which differences of an evaluation were booked, however an import found it. */
const booked = {
  day: "v.booked_on",
  with: `JOIN evaluation e USING (site_id, source, source_id)
    JOIN evaluation_revision v ON v.evaluation_id = e.id AND v.booked_on IS NOT NULL`,
};
const theirs = [{ person: "r.person_id" }];
/** An hour after it began, also where the clocks go back at its end. */
const endOfHour = "(r.day + r.hour * interval '1 hour') AT TIME ZONE s.zone + interval '1 hour'";

export const tables: { readonly [D in RecordDataset]: RecordTable<Lined<Rows[D]>> } = {
  interactions: {
    name: "interaction",
    brought: [
      "person_id",
      "customer",
      "channel",
      "direction",
      "queue",
      "project",
      "started_at",
      "day",
      "hour",
      "wait_s",
      "talk_s",
      "hold_s",
      "wrap_s",
      "outcome",
      "complaint",
      "csat",
    ],
    writer: contactWriter,
    whose: [{ person: agent }],
    feeds: "tally",
    asOf: "r.started_at + (r.wait_s + r.talk_s + r.hold_s + r.wrap_s) * interval '1 second'",
  },
  tallies: table<"tallies">(
    "tally_record",
    {
      person_id: (row) => row.person,
      hour: (row) => row.hour,
      queue: (row) => row.queue,
      project: (row) => row.project,
      handled: (row) => row.handled,
      abandoned: (row) => row.abandoned,
      answered_in_time: (row) => row.answeredInTime,
      abandoned_in_time: (row) => row.abandonedInTime,
      complaints: (row) => row.complaints,
      wait_s: (row) => row.waitS,
      talk_s: (row) => row.talkS,
      hold_s: (row) => row.holdS,
      wrap_s: (row) => row.wrapS,
      handle_s2: (row) => row.handleS2,
      csat_answers: (row) => row.csatAnswers,
      csat_top: (row) => row.csatTop,
      known: (row) => row.known,
      repeated: (row) => row.repeated,
    },
    {
      whose: [...theirs, { person: "NULL::uuid", where: "r.person_id IS NOT NULL AND r.abandoned > 0" }],
      feeds: "tally",
      asOf: endOfHour,
    },
  ),
  csat: table<"csat">(
    "survey",
    {
      person_id: (row) => row.person,
      hour: (row) => row.hour,
      queue: (row) => row.queue,
      project: (row) => row.project,
      mark: (row) => row.mark,
    },
    { whose: theirs, feeds: "tally", asOf: endOfHour },
  ),
  evaluations: table<"evaluations">(
    "evaluation",
    {
      person_id: (row) => row.person,
      scorer_id: (row) => row.scorer,
      kind: (row) => row.kind,
      points: (row) => row.points,
      reference: (row) => row.reference,
      interaction: (row) => row.interaction,
      form: (row) => row.form,
      overturned: (row) => row.overturned,
    },
    {
      // The days to appeal go from the first time that its agent could see it.
      kept: { published_at: "coalesce(i.published_at, (SELECT at FROM batch WHERE id = i.batch_id))" },
      whose: [
        { person: "r.person_id", where: "r.kind <> 'calibration'" },
        { person: "r.scorer_id", where: "r.scorer_id IS NOT NULL" },
        { person: "r.person_id", ...booked },
        { person: "r.scorer_id", where: "r.scorer_id IS NOT NULL", ...booked },
      ],
      feeds: "person_day",
    },
  ),
  attendance: table<"attendance">(
    "attendance",
    {
      person_id: (row) => row.person,
      scheduled_s: (row) => row.scheduledS,
      in_service_s: (row) => row.inServiceS,
      off_s: (row) => row.offS,
      staffed_s: (row) => row.staffedS,
      late: (row) => row.late,
      early_leave: (row) => row.earlyLeave,
      absences: (row) => row.absences,
      conduct: (row) => row.conduct,
      leave: (row) => row.leave,
    },
    { whose: theirs, feeds: "person_day" },
  ),
  exams: table<"exams">(
    "exam",
    { person_id: (row) => row.person, name: (row) => row.name, points: (row) => row.points },
    { whose: theirs, feeds: "person_day" },
  ),
  complaints: table<"complaints">(
    "complaint",
    {
      person_id: (row) => row.person,
      about: (row) => row.about,
      interaction: (row) => row.interaction,
      upheld: (row) => row.upheld,
    },
    { whose: [{ person: "r.person_id", where: "r.upheld" }], feeds: "person_day" },
  ),
};

/** What of a table all but its writer needs. */
export type TableShape = Omit<RecordTable<unknown>, "writer">;

/** The brought columns under an alias, for a list or a comparison. */
export const broughtOf = ({ brought }: TableShape, alias: string): string =>
  brought.map((column) => `${alias}.${column}`).join(", ");
