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

/** Every name under which a type holds instants; one that means something else too would not compile. */
export type Instants<T> = { readonly [K in InstantKey<T>]: K extends OtherKey<T> ? never : true };

/** Reads what `JSON.stringify` wrote of a type, instants included. */
export const readJson = <T>(json: string, instants: Instants<T>): T =>
  JSON.parse(json, (key, value: unknown) =>
    Object.hasOwn(instants, key) && typeof value === "string" ? new Date(value) : value,
  ) as T;
