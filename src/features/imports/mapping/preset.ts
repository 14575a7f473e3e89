import { z } from "zod";
import { isZone, type LocalDate, parseDay } from "../../../kernel/time.ts";
import { fileFormats } from "../reading/source.ts";
import { isEncoding } from "../reading/text.ts";
import { type Dataset, datasetFields, type FieldOf } from "./datasets.ts";
import { dateFormat } from "./dates.ts";

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

/** Every field of a dataset by name, each optional, so that none at all will do. */
const perField = <const F extends string, T extends z.ZodType>(fields: readonly F[], value: T) =>
  z
    .strictObject(Object.fromEntries(fields.map((field) => [field, value.optional()])) as Record<F, z.ZodOptional<T>>)
    // TypeScript cannot see that all of them are optional while it does not know their names.
    .default({} as never);

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

/** What a duration below zero means: a bad row, or zero. */
const negative = z.enum(["refuse", "zero"]).default("refuse");

/** How the fields of a dataset are mapped, each by its name. */
const mapped = <D extends Dataset>(dataset: D) => {
  const fields: readonly FieldOf<D>[] = datasetFields[dataset];
  return {
    dataset: z.literal(dataset),
    ...common,
    columns: perField(fields, columnOrColumns),
    constants: perField(fields, scalar),
    /** Words of the file → words of ours. */
    values: perField(fields, z.record(z.string(), scalar)),
    /** How days are written, unless as YYYY-MM-DD. */
    dates: dates.optional(),
  };
};

const { dates: _, ...ofInteractions } = mapped("interactions");
const interactionsPreset = z.strictObject({
  ...ofInteractions,
  columns: perField([...datasetFields.interactions, "startedAt"], columnOrColumns),
  startedAt: startedAt.optional(),
  negative,
  /** What an agent means whom the roster does not know: a bad row, or somebody to add to a team. */
  unknownAgents: z
    .union([
      z.literal("refuse"),
      z.strictObject({ add: z.strictObject({ team: z.string().min(1), from: localDay.optional() }) }),
    ])
    .default("refuse"),
});

/** How a source writes its files, as `fairline.yaml` says it; a field that it does not name has a column of its own name. */
export const presetConfig = z.discriminatedUnion("dataset", [
  z.strictObject(mapped("people")),
  interactionsPreset,
  z.strictObject({ ...mapped("tallies"), negative }),
  z.strictObject(mapped("evaluations")),
  z.strictObject({ ...mapped("attendance"), negative }),
  z.strictObject(mapped("exams")),
  z.strictObject(mapped("complaints")),
  z.strictObject(mapped("csat")),
  z.strictObject(mapped("duty")),
]);
export type PresetConfig = z.infer<typeof presetConfig>;
export type PresetOf<D extends Dataset> = Extract<PresetConfig, { dataset: D }>;
export type InteractionsPreset = PresetOf<"interactions">;
export type PeoplePreset = PresetOf<"people">;

/** How a dataset is read when no preset is named: each field from the column of its own name. */
export const plainPreset = (dataset: Dataset): PresetConfig => presetConfig.parse({ dataset });

/** Every column that a preset may read, for files whose rows need not have them all. */
export function columnsAsked(preset: PresetConfig): readonly string[] {
  const own = [...datasetFields[preset.dataset], ...(preset.dataset === "interactions" ? ["startedAt"] : [])];
  const named = Object.values(preset.columns).flatMap((columns) => columns ?? []);
  const start = preset.dataset === "interactions" ? preset.startedAt : undefined;
  const times =
    start === undefined ? [] : "column" in start ? [start.column] : [start.date.column, ...[start.time].flat()];
  return [...new Set([...own, ...named, ...times, ...preset.skip.map(({ column }) => column)])];
}
