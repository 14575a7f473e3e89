import { z } from "zod";
import { isZone, type LocalDate, parseDay } from "../../../kernel/time.ts";
import { fileFormats } from "../reading/source.ts";
import { isEncoding } from "../reading/text.ts";
import { dateFormat } from "./dates.ts";

/** What an import of interactions can know of one; `startedAt` is mapped by itself. */
export const interactionFields = [
  "sourceId",
  "agent",
  "channel",
  "direction",
  "queue",
  "project",
  "wait",
  "talk",
  "hold",
  "wrap",
  "outcome",
  "complaint",
  "csat",
] as const;
export type InteractionField = (typeof interactionFields)[number] | "startedAt";

/** What an import of people can know of one. */
export const peopleFields = [
  "employeeNo",
  "name",
  "email",
  "hiredOn",
  "leftOn",
  "birthday",
  "roles",
  "locale",
  "team",
  "seat",
  "aliases",
  "from",
] as const;
export type PeopleField = (typeof peopleFields)[number];

export const datasets = ["people", "interactions"] as const;
export type Dataset = (typeof datasets)[number];

const column = z.string().min(1);
const columnOrColumns = z.union([column, z.array(column).min(1)]);
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const zone = z.string().refine(isZone, "not an IANA time zone, such as Europe/London");
const dates = z.string().refine((text) => dateFormat(text) !== undefined, {
  error: "not a date format: write one of yyyy or yy, one of mm or m, one of dd or d, such as dd/mm/yyyy or yymmdd",
});
const localDay = z
  .string()
  .refine((text) => parseDay(text) !== undefined, "not a day: write it as YYYY-MM-DD")
  .transform((text) => text as LocalDate);

/** Every field of a dataset by name, each optional. */
const perField = <const F extends string, T extends z.ZodType>(fields: readonly F[], value: T) =>
  z.strictObject(Object.fromEntries(fields.map((field) => [field, value.optional()])) as Record<F, z.ZodOptional<T>>);

const common = {
  /** Told from the file's name when left out. */
  format: z.enum(fileFormats).optional(),
  encoding: z.string().refine(isEncoding, "not an encoding that the WHATWG list knows, such as gb18030").optional(),
  separator: z.string().length(1).optional(),
  /** Cells of the file's columns that mean nothing at all. */
  none: z.record(column, z.array(scalar)).default({}),
  /** Rows to leave out: those with this in that column of the file. */
  skip: z.array(z.strictObject({ column, is: scalar })).default([]),
};

/** When an interaction began: one column with a date and a time, or a date column and the first time column that is set. */
const startedAt = z.union([
  z.strictObject({ column, format: dates.optional(), zone: zone.optional() }),
  z.strictObject({
    date: z.strictObject({ column, format: dates.optional() }),
    time: columnOrColumns,
    zone: zone.optional(),
  }),
]);

const interactionsPreset = z.strictObject({
  dataset: z.literal("interactions"),
  ...common,
  columns: perField([...interactionFields, "startedAt"], columnOrColumns).default({}),
  constants: perField(interactionFields, scalar).default({}),
  /** Words of the file → words of ours. */
  values: perField(interactionFields, z.record(z.string(), scalar)).default({}),
  startedAt: startedAt.optional(),
  /** What a duration below zero means: a bad row, or zero. */
  negative: z.enum(["refuse", "zero"]).default("refuse"),
  /** What an agent means whom the roster does not know: a bad row, or somebody to add to a team. */
  unknownAgents: z
    .union([
      z.literal("refuse"),
      z.strictObject({ add: z.strictObject({ team: z.string().min(1), from: localDay.optional() }) }),
    ])
    .default("refuse"),
});

const peoplePreset = z.strictObject({
  dataset: z.literal("people"),
  ...common,
  columns: perField(peopleFields, columnOrColumns).default({}),
  constants: perField(peopleFields, scalar).default({}),
  values: perField(peopleFields, z.record(z.string(), scalar)).default({}),
  /** How days are written, unless as YYYY-MM-DD. */
  dates: dates.optional(),
});

/** How a source writes its files, as `fairline.yaml` says it; a field that it does not name has a column of its own name. */
export const presetConfig = z.discriminatedUnion("dataset", [interactionsPreset, peoplePreset]);
export type PresetConfig = z.infer<typeof presetConfig>;
export type InteractionsPreset = z.infer<typeof interactionsPreset>;
export type PeoplePreset = z.infer<typeof peoplePreset>;

/** How a dataset is read when no preset is named: each field from the column of its own name. */
export const plainPreset = (dataset: Dataset): PresetConfig => presetConfig.parse({ dataset });

/** Every column that a preset may read, for files whose rows need not have them all. */
export function columnsAsked(preset: PresetConfig): readonly string[] {
  const own = preset.dataset === "people" ? peopleFields : [...interactionFields, "startedAt"];
  const named = Object.values(preset.columns).flatMap((columns) => columns ?? []);
  const start = preset.dataset === "interactions" ? preset.startedAt : undefined;
  const times =
    start === undefined ? [] : "column" in start ? [start.column] : [start.date.column, ...[start.time].flat()];
  return [...new Set([...own, ...named, ...times, ...preset.skip.map(({ column }) => column)])];
}
