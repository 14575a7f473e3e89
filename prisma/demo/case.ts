import type { Code, Kind } from "../../src/features/appeals/index.ts";
import type { Locale } from "../../src/kernel/locale.ts";

/** What happens to an appeal, so many working hours ago; whoever is to act at that moment does. */
export type Act =
  | { readonly is: "forward"; readonly ago: number }
  | { readonly is: "give-back"; readonly ago: number; readonly question: Texts }
  | { readonly is: "state"; readonly ago: number; readonly text: Texts }
  | {
      readonly is: "vote";
      readonly ago: number;
      readonly seat: "supervisor" | "lead" | "qa";
      readonly points: number;
      readonly code: Code;
      readonly reason: Texts;
    };

type Texts = Readonly<Record<Locale, string>>;

/** One item of an evaluation and how it was challenged. */
export type Case = {
  readonly item: string;
  /** What the item was marked with, and what its agent asks for. */
  readonly marked: number;
  readonly proposed: number;
  readonly kind: Kind;
  readonly reason: Texts;
  readonly filed: number;
  /** How many working hours before it was filed the evaluation was published, at least and at most. */
  readonly published: readonly [number, number];
  readonly acts: readonly Act[];
};

/** Published within a few days before. */
export const soon = [1, 27] as const;
/** Published before the days to file. */
export const late = [50, 75] as const;
