import type { AccountRef, Ask, Given, Place, Raw } from "../chat/ask.ts";
import type { FieldErrors, Form } from "../chat/form.ts";
import type { Reply, Router } from "../chat/router.ts";
import type { Block, View } from "../chat/view.ts";
import type { Locale } from "../kernel/locale.ts";
import { plainMessages, type Shown, type TestPlatform } from "./test-platform.ts";

/** What the platform tells about an account beside its id. */
export type Told = { readonly locale?: Locale; readonly email?: string };

type Stage = {
  readonly account: AccountRef;
  readonly told: Told;
  readonly talk: Router;
  readonly platform: TestPlatform;
  readonly nextKey: () => string;
  readonly leads: (view: View) => void;
};

/** Somebody on a platform: what they do there, and what they see since they last did something. */
export function actor({ account, told, talk, platform, nextKey, leads }: Stage) {
  const home = platform.directOf(account);
  let seenUntil = 0;
  let open: Form | undefined;
  let errors: FieldErrors = {};
  let last: Ask | undefined;

  const { locale, email } = told;
  const event = (place: Place) => ({
    key: nextKey(),
    by: account,
    place,
    ...(locale === undefined ? {} : { locale }),
    ...(email === undefined ? {} : { email: async () => email }),
  });

  function take(reply: Reply, place: Place, pressed?: Shown) {
    if (reply.is === "form") open = reply.form;
    if (reply.is === "invalid") errors = reply.errors;
    if (reply.is !== "view") return Promise.resolve();
    leads(reply.view);
    if (reply.audience === "replace" && pressed !== undefined) {
      return platform.revise({ place, message: pressed.id }, reply.view);
    }
    platform.show(place, reply.view, reply.audience === "place" ? undefined : account);
    return Promise.resolve();
  }

  async function hand(ask: Ask, pressed?: Shown) {
    seenUntil = platform.turn();
    last = ask;
    const announced = talk.mayOpenForm(ask);
    const reply = await talk.answer(ask);
    if (reply.is === "form" && !announced) throw new Error(`the form “${reply.form.title}” opened unannounced`);
    await take(reply, ask.place, pressed);
  }

  const isNew = ({ turn }: Shown) => turn > seenUntil;

  /** The newest message with a block that holds what is wanted. */
  function latest<T>(wanted: (block: Block) => T | undefined, what: string): { message: Shown; hit: T } {
    for (const message of [...platform.seenBy(account)].sort((a, b) => b.turn - a.turn)) {
      const hit = message.view.blocks.map(wanted).find((found) => found !== undefined);
      if (hit !== undefined) return { message, hit };
    }
    throw new Error(`${account.user} sees no ${what}; they see:\n${plainMessages(platform.seenBy(account))}`);
  }

  return {
    account,

    /** Types a line, a command if it begins with a slash, in their direct conversation unless said otherwise. */
    async says(line: string, place: Place = home) {
      const [, command, text = ""] = /^\/(\S+)\s*([\s\S]*)$/.exec(line) ?? [];
      await hand(
        command === undefined
          ? { ...event(place), is: "words", text: line }
          : { ...event(place), is: "command", command, text },
      );
    },

    /** Runs a command with typed options, as platforms send it that know them. */
    async runs(command: string, given: Given, place: Place = home) {
      await hand({ ...event(place), is: "command", command, given });
    },

    async presses(label: string) {
      const { message, hit } = latest((block) => {
        return block.is === "buttons" ? block.buttons.find((button) => button.label === label) : undefined;
      }, `button “${label}”`);
      if (!("action" in hit)) throw new Error(`“${label}” is a link`);
      await hand({ ...event(message.place), is: "press", action: hit.action }, message);
    },

    async picks(menu: string, option: string) {
      const { message, hit } = latest((block) => {
        if (block.is !== "menu" || block.label !== menu) return undefined;
        const picked = block.options.find(({ label }) => label === option);
        return picked && { action: block.action, value: picked.value };
      }, `option “${option}” in a menu “${menu}”`);
      await hand({ ...event(message.place), is: "press", ...hit }, message);
    },

    /** Sends the open form; fields left out keep what they opened with. */
    async fills(values: Readonly<Record<string, Raw>>) {
      const form = open;
      if (form === undefined) throw new Error("no form is open");
      const stray = Object.keys(values).find((name) => form.fields.every((field) => field.name !== name));
      if (stray !== undefined) throw new Error(`the form “${form.title}” has no field ${stray}`);
      const kept = form.fields.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]]));
      const ask = {
        ...event(home),
        is: "submit" as const,
        form: form.id,
        values: { ...Object.fromEntries(kept), ...values },
      };
      errors = (await talk.check(ask)) ?? {};
      if (Object.keys(errors).length > 0) return;
      open = undefined;
      await hand(ask);
    },

    /** Delivers their last event once more, as a platform does when it heard no answer. */
    async repeats() {
      if (last === undefined) throw new Error("nothing was said yet");
      await hand(last);
    },

    /** Everything that came or changed for them since they last did something, as plain text; an open form first. */
    sees: (): string =>
      [open === undefined ? "" : plainForm(open, errors), plainMessages(platform.seenBy(account).filter(isNew))]
        .filter(Boolean)
        .join("\n\n"),

    /** The views behind `sees`. */
    views: (): readonly View[] =>
      platform
        .seenBy(account)
        .filter(isNew)
        .map(({ view }) => view),
  };
}

const plainForm = (form: Form, errors: FieldErrors) =>
  [
    form.title,
    ...form.fields.map(({ name, label, value = "" }) => {
      const wrong = errors[name];
      return `${label}: ${value}${wrong === undefined ? "" : ` ← ${wrong}`}`;
    }),
    `[${form.submit}]`,
  ].join("\n");
