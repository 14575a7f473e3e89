import { createHash } from "node:crypto";
import type { Given } from "../../chat/ask.ts";
import type { Form } from "../../chat/form.ts";
import type { Locale } from "../../kernel/locale.ts";
import { memory } from "./memory.ts";
import type { Rendered } from "./render.ts";

/** A form as somebody has it open or may open it again, with what they gave so far. */
export type Draft = {
  readonly form: Form;
  readonly locale: Locale;
  readonly typed: Given;
  /** Replaces the message whose button led to the form. */
  readonly replace?: (rendered: Rendered) => Promise<unknown>;
};

/** Forms that are open, one of a kind for each user, kept for an hour in this process. */
export type Drafts = {
  /** Keeps a form and gives the key that finds it. */
  keep(user: string, draft: Draft, at: number): string;
  of(user: string, form: string, at: number): Draft | undefined;
  byKey(key: string, at: number): Draft | undefined;
};

const keyFor = (user: string, form: string) => createHash("sha256").update(`${user} ${form}`).digest("base64url");

export function drafts(): Drafts {
  const kept = memory<Draft>({ most: 2_000, forMs: 3_600_000 });
  return {
    keep(user, draft, at) {
      const key = keyFor(user, draft.form.id);
      kept.keep(key, draft, at);
      return key;
    },
    of: (user, form, at) => kept.recall(keyFor(user, form), at),
    byKey: (key, at) => kept.recall(key, at),
  };
}
