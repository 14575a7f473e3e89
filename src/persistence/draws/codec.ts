import type { Draw } from "../../features/draws/domain.ts";

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

/** What has a column of its own. */
const inColumns = {
  id: undefined,
  number: undefined,
  site: undefined,
  state: undefined,
  version: undefined,
  madeAt: undefined,
  nextAt: undefined,
} satisfies { readonly [K in keyof Draw]?: undefined };

/** What of a draw has a column of its own. */
export type InColumns = Pick<Draw, keyof typeof inColumns>;
type Body = Omit<Draw, keyof InColumns>;

/** A name that meant both would not compile: JSON could not tell them apart. */
const instants: Readonly<Record<Exclude<InstantKey<Body>, OtherKey<Body>>, true>> &
  Readonly<Record<InstantKey<Body>, true>> = {
  at: true,
  openedAt: true,
  closesAt: true,
  challengeUntil: true,
  drawnAt: true,
};

/** Everything of a draw that has no column of its own, as JSON. */
export const bodyOf = (draw: Omit<Draw, "number" | "version">): string => JSON.stringify({ ...draw, ...inColumns });

/** Reads what `bodyOf` wrote, instants included. */
export const bodyFrom = (json: string): Body =>
  JSON.parse(json, (key, value: unknown) => (Object.hasOwn(instants, key) ? new Date(value as string) : value)) as Body;
