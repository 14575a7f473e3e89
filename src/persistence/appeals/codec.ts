import type { Appeal } from "../../features/appeals/index.ts";

/** The names under which a type holds instants, at any depth. */
type InstantKey<T> = T extends readonly (infer E)[]
  ? InstantKey<E>
  : T extends object
    ? { [K in keyof T & string]-?: NonNullable<T[K]> extends Date ? K : InstantKey<NonNullable<T[K]>> }[keyof T &
        string]
    : never;
/** The names under which it holds anything else. */
type OtherKey<T> = T extends readonly (infer E)[]
  ? OtherKey<E>
  : T extends object
    ? { [K in keyof T & string]-?: NonNullable<T[K]> extends Date ? never : K | OtherKey<NonNullable<T[K]>> }[keyof T &
        string]
    : never;

/** A name that meant both would not compile: JSON could not tell them apart. */
const instants: Readonly<Record<Exclude<InstantKey<Appeal>, OtherKey<Appeal>>, true>> &
  Readonly<Record<InstantKey<Appeal>, true>> = { at: true, since: true, due: true, filedAt: true };

/** Reads an appeal that was kept as JSON, instants included. */
export const appealFrom = (json: string): Appeal =>
  JSON.parse(json, (key, value: unknown) => (key in instants ? new Date(value as string) : value)) as Appeal;
