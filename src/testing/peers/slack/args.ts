/** What a method of the Web API is given, and what it answers. */
export type Args = Readonly<Record<string, unknown>>;
export type Answer = { readonly ok: boolean; readonly [key: string]: unknown };

export const refused = (error: string): Answer => ({ ok: false, error });

export const text = (args: Args, name: string): string => (typeof args[name] === "string" ? args[name] : "");
