import { ButtonStyle, ComponentType, RESTJSONErrorCodes } from "discord.js";
import { decodeAction } from "../../chat/action-id.ts";
import type { Ask, CommandAsk, Given, PressAsk, SubmitAsk } from "../../chat/ask.ts";
import type { Audience } from "../../chat/command.ts";
import type { Form } from "../../chat/form.ts";
import type { Registry } from "../../chat/registry.ts";
import { rootCommand } from "../../chat/registry.ts";
import type { Reply, Router } from "../../chat/router.ts";
import { text, type View } from "../../chat/view.ts";
import type { Log } from "../../kernel/log.ts";
import type { Draft, Drafts } from "./drafts.ts";
import { codeOf, told } from "./faults.ts";
import { opening } from "./ids.ts";
import { words } from "./messages.ts";
import { modalOf } from "./modal.ts";
import type { Heard } from "./receive.ts";
import type { Rendered } from "./render.ts";
import { type Acknowledged, acknowledge, send, withdraw } from "./send.ts";

export type AnswerDeps = {
  readonly router: Router;
  readonly registry: Registry;
  readonly drafts: Drafts;
  readonly show: (view: View) => Rendered;
  readonly log: Log;
};

type Answered = CommandAsk | PressAsk | SubmitAsk;
type Turn = { readonly interaction: Heard; readonly ask: Answered; readonly draft: Draft | undefined };

/** How long an answer that may be a form is waited for: a form must be the first response, within three seconds. */
const patienceMs = 1_800;

/** Who is going to see the answer, as far as the declaration tells before it is made. */
function audienceOf(ask: Answered, registry: Registry): Audience {
  if (ask.is === "press") return "replace";
  const name = ask.is === "submit" ? decodeAction(ask.form).name : ask.command;
  const line = ask.is === "command" && name === rootCommand ? ask.text : undefined;
  const declared = (line === undefined ? undefined : registry.find(line)?.command) ?? registry.named(name);
  return declared?.audience ?? "asker";
}

/** What was given that a form cannot say in text. */
const beyondText = (given: Given = {}): Given =>
  Object.fromEntries(Object.entries(given).filter(([, raw]) => typeof raw !== "string"));

export const draftOf = (form: Form, ask: Ask): Draft => {
  return { form, locale: form.locale, typed: beyondText("given" in ask ? ask.given : {}) };
};

/** A message with a button that opens a kept form. */
export function offer(rendered: Rendered, key: string, label: string): Rendered {
  const button = {
    type: ComponentType.Button as const,
    style: ButtonStyle.Primary as const,
    label,
    custom_id: opening(key),
  };
  return { ...rendered, components: [{ type: ComponentType.ActionRow, components: [button] }] };
}

/** How a form that opens later can still replace the message whose button led to it. */
function replacing({ interaction, draft }: Turn, acknowledged: Acknowledged): Pick<Draft, "replace"> {
  if (acknowledged === "kept")
    return { replace: (rendered) => interaction.editReply({ ...rendered, attachments: [] }) };
  return draft?.replace === undefined ? {} : { replace: draft.replace };
}

/** Answers what people did with commands, buttons, menus and forms. */
export function answerer({ router, registry, drafts, show, log }: AnswerDeps) {
  const at = ({ interaction }: Turn) => interaction.createdTimestamp;
  const keep = (turn: Turn, draft: Draft) => drafts.keep(turn.interaction.user.id, draft, at(turn));

  async function openForm(turn: Turn, form: Form, acknowledged: Acknowledged): Promise<void> {
    const { interaction, ask } = turn;
    const draft = { ...draftOf(form, ask), ...replacing(turn, acknowledged) };
    const key = keep(turn, draft);
    if (acknowledged === "not" && !interaction.isModalSubmit()) {
      return interaction.showModal(modalOf(form, draft.typed, draft.locale));
    }
    const view = { title: form.title, blocks: [text(words.formWaits(draft.locale))] };
    await send(interaction, offer(show(view), key, words.openForm(draft.locale)), "asker", acknowledged);
  }

  async function sayWrong(turn: Turn, view: View, acknowledged: Acknowledged): Promise<void> {
    const { interaction, ask, draft } = turn;
    if (draft === undefined || ask.is !== "submit") return send(interaction, show(view), "asker", acknowledged);
    const key = keep(turn, { ...draft, typed: ask.values, ...replacing(turn, acknowledged) });
    await send(interaction, offer(show(view), key, words.tryAgain(draft.locale)), "asker", acknowledged);
  }

  async function showView(turn: Turn, { view, audience }: Extract<Reply, { is: "view" }>, acknowledged: Acknowledged) {
    const { interaction, draft } = turn;
    const rendered = show(view);
    if (audience !== "replace" || acknowledged === "kept" || draft?.replace === undefined) {
      return send(interaction, rendered, audience, acknowledged);
    }
    const replaced = await draft.replace(rendered).then(
      () => true,
      () => false,
    );
    // Discord lets an interaction's message be changed for fifteen minutes; later the asker sees the answer beside it.
    if (replaced) await withdraw(interaction, acknowledged);
    else await send(interaction, rendered, "asker", acknowledged);
  }

  async function deliver(turn: Turn, reply: Reply, acknowledged: Acknowledged): Promise<void> {
    switch (reply.is) {
      case "view":
        return showView(turn, reply, acknowledged);
      case "form":
        return openForm(turn, reply.form, acknowledged);
      case "invalid":
        return sayWrong(turn, reply.view, acknowledged);
      case "nothing":
        return withdraw(turn.interaction, acknowledged);
    }
  }

  /** The answer and how the interaction stands by then: acknowledged first, unless a form may have to open at once. */
  async function ponder({ interaction, ask }: Turn): Promise<readonly [Reply, Acknowledged]> {
    const audience = audienceOf(ask, registry);
    if (interaction.isModalSubmit() || !router.mayOpenForm(ask)) {
      const acknowledged = await acknowledge(interaction, audience);
      return [await router.answer(ask), acknowledged];
    }
    const answering = router.answer(ask);
    const quick = await Promise.race([answering.then(() => true), later(patienceMs)]);
    const acknowledged = quick ? "not" : await acknowledge(interaction, audience);
    return [await answering, acknowledged];
  }

  return async function answer(turn: Turn): Promise<void> {
    const { interaction, ask } = turn;
    const [reply, acknowledged] = await ponder(turn);
    try {
      await deliver(turn, reply, acknowledged);
    } catch (error) {
      log.error({ platform: "discord", ask: ask.key, code: codeOf(error), reason: told(error) }, "answer not shown");
      if (codeOf(error) === RESTJSONErrorCodes.UnknownInteraction) return;
      const apology = show({ title: words.notShown(ask.locale ?? "en"), tone: "bad", blocks: [] });
      await send(interaction, apology, "asker", interaction.replied || interaction.deferred ? acknowledged : "not");
    }
  };
}

const later = (ms: number): Promise<false> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(false), ms).unref();
  });
