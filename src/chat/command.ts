import type { Locale, Localised, Say } from "../kernel/locale.ts";
import type { LocalDate } from "../kernel/time.ts";
import { encodeAction } from "./action-id.ts";
import type { AccountRef, Place } from "./ask.ts";
import type { Allow, Asker } from "./asker.ts";
import type { Params, Values } from "./param.ts";
import type { ActionId, View } from "./view.ts";

/** What a handler is told. `asker` is missing only where `allow` is `anyone` and the account is not linked. */
export type Call<P extends Params, A = Asker> = {
  readonly asker: A;
  readonly account: AccountRef;
  readonly place: Place;
  readonly locale: Locale;
  readonly at: Date;
  readonly today: LocalDate;
  readonly values: Values<P>;
  readonly email: () => Promise<string | undefined>;
};

/** What a handler answers: a view, or a form to fill in (only where the declaration says that it may). */
export type Answer =
  | { readonly is: "view"; readonly view: Localised<View> }
  | { readonly is: "form"; readonly of: string; readonly given: Readonly<Record<string, string>> };

/**
 * Who sees the answer: the asker alone, everybody in the place, or (for a press) whoever sees the pressed message,
 * which it replaces.
 */
export type Audience = "asker" | "place" | "replace";

type Declared<P extends Params, A> = {
  readonly summary: Say;
  readonly params: P;
  readonly audience: Audience;
  /** It may answer with a form, which platforms must know before they acknowledge. */
  readonly opensForm?: true;
  /** Who asks is not to be traced: what they type and what they are answered is kept nowhere of ours. */
  readonly unkept?: true;
  readonly run: (call: Call<P, A>) => Promise<Answer>;
};

/**
 * A slash command, declared once: manifests, forms, parsing, validation and help come from it. A name of two words is
 * a subcommand (`appeal new`). Missing required parameters open a form.
 */
export type Command<P extends Params = Params> = Declared<P, Asker> & {
  readonly name: string;
  readonly allow: Allow;
};

/** What a button or menu does, addressed by `to`. Permission is checked again on the press. */
export type Action<P extends Params = Params> = Declared<P, Asker> & {
  readonly name: string;
  readonly allow: Allow;
};

/** Declares a command for people on the roster. */
export const command = <const P extends Params>(declared: Command<P> & { readonly allow: Exclude<Allow, "anyone"> }) =>
  declared as unknown as Command;

/** Declares a command that an account may use before it is linked to a person. */
export const openCommand = <const P extends Params>(
  declared: Omit<Command<P>, "run" | "allow"> & { readonly run: (call: Call<P, Asker | undefined>) => Promise<Answer> },
) => ({ ...declared, allow: "anyone" }) as unknown as Command;

/** What a button needs to know of an action: its name, its parameters, and how to write them into an id. */
export type Address<P extends Params> = {
  readonly name: string;
  readonly params: P;
  readonly to: (args: { readonly [K in keyof P]?: string }) => ActionId;
};

/**
 * The address of an action, declared apart from what it does so that views can point to it. `to` writes the id that a
 * button carries, parameters in their order; a menu's pick fills the first one left out at the end.
 */
export function address<const P extends Params>(name: string, params: P): Address<P> {
  const names = Object.keys(params);
  return {
    name,
    params,
    to: (args) => {
      const given = names.map((key) => args[key]);
      const last = given.findLastIndex((value) => value !== undefined);
      return encodeAction(
        name,
        given.slice(0, last + 1).map((value) => value ?? ""),
      );
    },
  };
}

/** Declares what a press does: `action({ ...showScore, summary, audience, allow, run })`. */
export const action = <const P extends Params>(
  declared: Action<P> & { readonly allow: Exclude<Allow, "anyone"> },
): Action & Address<P> => ({ ...(declared as unknown as Action), ...address(declared.name, declared.params) });

/** Declares what a press does that an account may use before it is linked to a person. */
export const openAction = <const P extends Params>(
  declared: Omit<Action<P>, "run" | "allow"> & { readonly run: (call: Call<P, Asker | undefined>) => Promise<Answer> },
) => ({ ...declared, allow: "anyone" }) as unknown as Action;

export const view = (made: Localised<View>): Answer => ({ is: "view", view: made });
/** Opens the form of a command or action with some fields filled in. */
export const form = (of: string, given: Readonly<Record<string, string>> = {}): Answer => ({ is: "form", of, given });
