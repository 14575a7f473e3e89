import type { Ask, Place } from "../../chat/ask.ts";
import type { Form } from "../../chat/form.ts";
import type { Reply, Router } from "../../chat/router.ts";
import { text as spoken } from "../../chat/view.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { LocalPerson } from "./deps.ts";
import type { Directory } from "./directory.ts";
import { asked, askOf, messageIdOf, tidy } from "./heard.ts";
import { longestLine } from "./limits.ts";
import type { Memory } from "./memory.ts";
import type { LocalMessage, LocalMessages } from "./messages.ts";
import { openForm, readOpening } from "./open-form.ts";
import type { Postbox } from "./postbox.ts";
import { type Refusal, refusals } from "./refusals.ts";
import { actionsOf } from "./shown.ts";
import type { Uploads } from "./uploads.ts";
import { readSent, type Sent } from "./values.ts";

/** What came back for the person who asked, once the answer is complete. */
export type Answered = { readonly messages: readonly LocalMessage[]; readonly form?: Form };

type Keyed = { readonly key?: string | undefined };
type Saying = Keyed & { readonly place: string; readonly text: string };
type Pressing = Keyed & {
  readonly message: string;
  readonly action: string;
  readonly value?: string | undefined;
};
type Submitting = Keyed & { readonly form: string; readonly values: Readonly<Record<string, Sent>> };

/** The event that a line came with, and whether the line is not to be kept. */
type Shown = { readonly key: string; readonly unkept: boolean };

/** What people do on the page, brought before the router, and its answers put up where they belong. */
export type Conversation = {
  say(person: LocalPerson, saying: Saying): Promise<Outcome<Answered, Refusal>>;
  press(person: LocalPerson, pressing: Pressing): Promise<Outcome<Answered, Refusal>>;
  submit(person: LocalPerson, submitting: Submitting): Promise<Outcome<Answered, Refusal>>;
};

export type ConversationDeps = {
  readonly router: Pick<Router, "answer" | "isUnkept">;
  readonly directory: Directory;
  readonly messages: Pick<LocalMessages, "find">;
  readonly memory: Pick<Memory, "find">;
  readonly postbox: Postbox;
  readonly uploads: Uploads;
};

export function conversation({
  router,
  directory,
  messages,
  memory,
  postbox,
  uploads,
}: ConversationDeps): Conversation {
  /** Puts an answer up; in a channel, what is for the asker alone is seen by nobody else. */
  async function deliver(reply: Extract<Reply, { is: "view" }>, ask: Ask, pressed: string | undefined) {
    const { view, audience } = reply;
    const { by, place } = ask;
    if (audience === "replace" && pressed !== undefined) {
      const revised = await postbox.revise(pressed, view);
      if (revised) return revised;
    }
    const alone = audience !== "place" && place.kind === "channel";
    return postbox.put({ place: place.id, view, unkept: router.isUnkept(ask), ...(alone ? { onlyFor: by.user } : {}) });
  }

  async function answer(ask: Ask, pressed?: string): Promise<Outcome<Answered, Refusal>> {
    const reply = await router.answer(ask);
    switch (reply.is) {
      case "nothing":
        return done({ messages: [] });
      case "form":
        return done({ messages: [], form: openForm(reply.form, ask.place.id, pressed) });
      case "invalid":
        return refuse(refusals.wrongFields(reply.errors, reply.view));
      case "view":
        return done({ messages: [await deliver(reply, ask, pressed)] });
    }
  }

  /** What was typed is shown to whoever sees the place; a command only to the person who gave it. */
  const show = (person: LocalPerson, place: Place, line: string, { key, unkept }: Shown) => {
    const alone = place.kind === "channel" && line.startsWith("/");
    const view = { title: "", blocks: [spoken(line)] };
    const posting = { id: messageIdOf(key), place: place.id, author: person.id, view, unkept };
    return postbox.put(alone ? { ...posting, onlyFor: person.id } : posting);
  };

  return {
    async say(person, { place: placeId, text, key }) {
      const place = await directory.place(person.id, placeId);
      if (place === undefined) return refuse(refusals.unknownPlace(placeId));
      const line = tidy(text);
      if (line === "") return refuse(refusals.emptyLine);
      if (line.length > longestLine) return refuse(refusals.longLine(longestLine, line.length));
      const common = asked(person, place, key);
      const ask = askOf(common, line);
      await show(person, place, line, { key: common.key, unkept: ask !== undefined && router.isUnkept(ask) });
      return ask === undefined ? done({ messages: [] }) : answer(ask);
    },

    async press(person, { message: id, action, value, key }) {
      const message = memory.find(id) ?? (await messages.find(id));
      if (message === undefined || !(await directory.sees(person.id, message))) {
        return refuse(refusals.unknownMessage(id));
      }
      const place = await directory.place(person.id, message.place);
      const pressable = actionsOf(message.view).find((known) => known.kind !== "link" && known.action === action);
      if (place === undefined || pressable === undefined) return refuse(refusals.unknownAction(action));
      const common = asked(person, place, key);
      if (pressable.kind !== "menu") {
        return value === undefined ? answer({ ...common, is: "press", action }, id) : refuse(refusals.takesNoValue);
      }
      const picked = pressable.options.find((option) => option.value === value);
      if (picked === undefined) return refuse(refusals.needsOption);
      return answer({ ...common, is: "press", action, value: picked.value }, id);
    },

    async submit(person, { form, values, key }) {
      const opening = readOpening(form);
      if (opening === undefined) return refuse(refusals.unknownForm);
      const place = await directory.place(person.id, opening.place);
      if (place === undefined) return refuse(refusals.unknownPlace(opening.place));
      const given = await readSent({ directory, uploads }, person, opening, values);
      if (!given.ok) return given;
      const ask: Ask = { ...asked(person, place, key), is: "submit", form: opening.form, values: given.value };
      return answer(ask, opening.pressed);
    },
  };
}
