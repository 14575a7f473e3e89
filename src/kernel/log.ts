type Write = (context: Readonly<Record<string, unknown>>, message: string) => void;

/** Where the house writes what it did, structured; secrets never go in. */
export type Log = { readonly info: Write; readonly warn: Write; readonly error: Write };
