import { type Locale, type Say, say } from "../kernel/locale.ts";
import { done, type Outcome, refuse } from "../kernel/outcome.ts";
import { type LocalDate, parseDay } from "../kernel/time.ts";
import type { AccountRef, IncomingFile, Raw } from "./ask.ts";
import type { FieldKind } from "./form.ts";
import { words } from "./messages.ts";

/** Why a value was not taken, in the reader's language. */
export type ParamRefusal = { readonly say: Say };

/** What parsing may depend on beside the value itself. */
export type Scope = { readonly locale: Locale; readonly today: LocalDate };

/**
 * A typed parameter: the one source of its form field, its option on platforms that type them, its parsing and its
 * help.
 */
export type Param<T = unknown> = {
  readonly label: Say;
  readonly hint?: Say;
  readonly required: boolean;
  /** The field that asks for it; undefined for what is never typed and only carried. */
  readonly field: (locale: Locale) => FieldKind | undefined;
  readonly parse: (raw: Raw, scope: Scope) => Outcome<T, ParamRefusal>;
  /** Whether a text is surely meant for this parameter, so that the end of a line is not taken for another's. */
  readonly knows?: (text: string) => boolean;
};

export type Params = Readonly<Record<string, Param>>;
/** The parsed values of a declaration's parameters; optional ones may be missing. */
export type Values<P extends Params> = {
  readonly [K in keyof P]: P[K] extends { required: true; parse: (...a: never[]) => Outcome<infer T, ParamRefusal> }
    ? T
    : P[K] extends { parse: (...a: never[]) => Outcome<infer T, ParamRefusal> }
      ? T | undefined
      : never;
};

type Worded = { readonly label: Say; readonly hint?: Say };
type Required<T> = Param<T> & { readonly required: true };
type Optional<T> = Param<T> & { readonly required: false };

/** The same parameter, but it may be left out. */
export const optional = <T>(param: Param<T>): Optional<T> => ({ ...param, required: false });

/** A parameter made of a sentence: `read` says what the text means or why it means nothing. */
export function parsed<T>(
  options: Worded & { field?: (locale: Locale) => FieldKind; knows?: (text: string) => boolean },
  read: (value: string, scope: Scope) => Outcome<T, ParamRefusal>,
): Required<T> {
  return {
    ...options,
    required: true,
    field: options.field ?? (() => ({ is: "line" })),
    parse: (raw, scope) => (typeof raw === "string" ? read(raw.trim(), scope) : refuse({ say: words.notText })),
  };
}

/** Free text between two lengths in UTF-16 units; `paragraph` asks for a larger field. */
export const text = (options: Worded & { min?: number; max: number; paragraph?: boolean }): Required<string> => {
  const { min = 1, max, paragraph = false } = options;
  return parsed<string>({ ...options, field: () => ({ is: paragraph ? "paragraph" : "line", min, max }) }, (value) => {
    const clean = value.normalize("NFC").replaceAll("\u0000", "");
    if (clean.length < min) return refuse({ say: words.tooShort(min, clean.length) });
    if (clean.length > max) return refuse({ say: words.tooLong(max, clean.length) });
    return done(clean);
  });
};

/** One of a few named values; a label in either language is taken as well as the value itself. */
export function choice<const V extends string>(options: Worded & { of: Readonly<Record<V, Say>> }): Required<V> {
  const entries = Object.entries<Say>(options.of) as [V, Say][];
  const shown = (locale: Locale) => entries.map(([value, label]) => ({ value, label: label(locale) }));
  return parsed<V>({ ...options, field: (locale) => ({ is: "choice", options: shown(locale) }) }, (value) => {
    const wanted = value.toLowerCase();
    const found = entries.find(([name, label]) =>
      [name, label("en"), label("zh-CN")].some((known) => known.toLowerCase() === wanted),
    );
    return found ? done(found[0]) : refuse({ say: words.notOneOf(entries.map(([, label]) => label)) });
  });
}

/** A calendar day, `YYYY-MM-DD`. */
export const date = (options: Worded): Required<LocalDate> =>
  parsed<LocalDate>({ ...options, field: () => ({ is: "date" }) }, (value) => {
    const on = parseDay(value);
    return on ? done(on) : refuse({ say: words.notADay });
  });

/** Somebody: an account picked or mentioned, or a name or employee number typed. */
export type Who = { readonly account: AccountRef } | { readonly text: string };

export const person = (options: Worded): Required<Who> => ({
  ...options,
  required: true,
  field: () => ({ is: "person" }),
  parse: (raw) => {
    if (typeof raw === "string") return raw.trim() ? done({ text: raw.trim() }) : refuse({ say: words.missing });
    return "account" in raw ? done(raw) : refuse({ say: words.notText });
  },
});

/** A file of at most `maxBytes`. */
export const file = (options: Worded & { maxBytes: number }): Required<IncomingFile> => ({
  ...options,
  required: true,
  field: () => ({ is: "file" }),
  parse: (raw) => {
    if (typeof raw === "string" || !("file" in raw)) return refuse({ say: words.notAFile });
    return raw.file.bytes > options.maxBytes
      ? refuse({ say: words.fileTooLarge(options.maxBytes, raw.file.bytes) })
      : done(raw.file);
  },
});

/** An id that only buttons and forms carry; never typed and never shown. */
export const id = (): Required<string> => ({
  ...parsed({ label: say({ en: "id", "zh-CN": "编号" }) }, (value) => done(value)),
  field: () => undefined,
});
