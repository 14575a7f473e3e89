import { type Message, RESTJSONErrorCodes } from "discord.js";
import type { ReplyAsk, WordsAsk } from "../../chat/ask.ts";
import type { Form } from "../../chat/form.ts";
import { text, type View } from "../../chat/view.ts";
import { type AnswerDeps, draftOf, offer } from "./answer.ts";
import { codeOf } from "./faults.ts";
import { words } from "./messages.ts";
import type { Rendered } from "./render.ts";

/**
 * Answers plain words and words in a thread. In a guild nothing said to a message can be private, so that a private
 * answer goes to a DM; what is only for its writer's eyes without being private is a reply, which mentions nobody.
 */
export function talker({ router, drafts, show }: AnswerDeps) {
  const reply = (message: Message, rendered: Rendered) => message.reply({ ...rendered, failIfNotExists: false });

  async function privately(message: Message, view: View, rendered: Rendered): Promise<void> {
    if (message.guildId === null) {
      await reply(message, rendered);
      return;
    }
    const { locale = "en" } = view;
    try {
      await message.author.send(rendered);
      await reply(message, show({ title: words.answeredInDm(locale), blocks: [] }));
    } catch (error) {
      if (codeOf(error) !== RESTJSONErrorCodes.CannotSendMessagesToThisUser) throw error;
      await reply(message, show({ title: words.dmClosed(locale), tone: "attention", blocks: [] }));
    }
  }

  async function offerForm(message: Message, form: Form, ask: WordsAsk | ReplyAsk): Promise<void> {
    const draft = draftOf(form, ask);
    const key = drafts.keep(message.author.id, draft, message.createdTimestamp);
    const view: View = { title: form.title, blocks: [text(words.formWaits(draft.locale))] };
    await privately(message, view, offer(show(view), key, words.openForm(draft.locale)));
  }

  return async function talk(message: Message, ask: WordsAsk | ReplyAsk): Promise<void> {
    const answered = await router.answer(ask);
    switch (answered.is) {
      case "form":
        return offerForm(message, answered.form, ask);
      case "nothing":
        return;
      case "invalid":
        return privately(message, answered.view, show(answered.view));
      case "view": {
        const rendered = show(answered.view);
        const isOpen = answered.audience === "place" || answered.audience === "writer";
        if (!isOpen) return privately(message, answered.view, rendered);
        await reply(message, rendered);
      }
    }
  };
}
