import type { Interaction, Message, ModalSubmitInteraction } from "discord.js";
import { MessageFlags } from "discord.js";
import type { View } from "../../chat/view.ts";
import { text } from "../../chat/view.ts";
import { type AnswerDeps, answerer } from "./answer.ts";
import { actionOf, isAsking, keyOf } from "./ids.ts";
import { screenLocale } from "./language.ts";
import type { Memory } from "./memory.ts";
import { words } from "./messages.ts";
import { confirmationOf, modalOf } from "./modal.ts";
import { ourThreads } from "./overhear.ts";
import { commandAsk, type Pressed, pressAsk, replyAsk, submitAsk, wordsAsk } from "./receive.ts";
import { talker } from "./talk.ts";

export type HearDeps = AnswerDeps & {
  /** The questions that buttons ask before they act, by action. */
  readonly questions: Memory<string>;
};

/** Hands what happens on Discord to the router and its answers back, each event by its kind. */
export function hearer(deps: HearDeps) {
  const { registry, drafts, questions, show, log } = deps;
  const answer = answerer(deps);
  const talk = talker(deps);
  const isInOurThread = ourThreads(log);

  async function reopen(interaction: Pressed, key: string): Promise<void> {
    const draft = drafts.byKey(key, interaction.createdTimestamp);
    if (draft !== undefined) return interaction.showModal(modalOf(draft.form, draft.typed, draft.locale));
    const locale = screenLocale(interaction.locale);
    const gone: View = {
      title: words.formGoneTitle(locale),
      tone: "attention",
      blocks: [text(words.formGone(locale))],
    };
    await interaction.reply({ ...show(gone), flags: MessageFlags.Ephemeral });
  }

  function confirm(interaction: Pressed): Promise<void> {
    const { customId, component } = interaction;
    const locale = screenLocale(interaction.locale);
    const label = "label" in component && component.label ? component.label : "…";
    const known = questions.recall(actionOf(customId), interaction.createdTimestamp);
    return interaction.showModal(confirmationOf(customId, known ?? words.confirm(label)(locale), locale));
  }

  function pressed(interaction: Pressed): Promise<void> {
    const key = keyOf(interaction.customId);
    if (key !== undefined) return reopen(interaction, key);
    if (isAsking(interaction.customId)) return confirm(interaction);
    return answer({ interaction, ask: pressAsk(interaction), draft: undefined });
  }

  function submitted(interaction: ModalSubmitInteraction): Promise<void> {
    const { customId, user, createdTimestamp } = interaction;
    if (isAsking(customId)) return answer({ interaction, ask: pressAsk(interaction), draft: undefined });
    const draft = drafts.of(user.id, customId, createdTimestamp);
    return answer({ interaction, ask: submitAsk(interaction, draft?.typed ?? {}), draft });
  }

  return {
    async interaction(interaction: Interaction): Promise<void> {
      if (interaction.isChatInputCommand()) {
        return answer({ interaction, ask: commandAsk(interaction, registry), draft: undefined });
      }
      if (interaction.isButton() || interaction.isStringSelectMenu()) return pressed(interaction);
      if (interaction.isModalSubmit()) return submitted(interaction);
    },

    async message(message: Message): Promise<void> {
      const bot = message.client.user.id;
      const reply = replyAsk(message, bot);
      const ask = reply !== undefined && (await isInOurThread(message)) ? reply : wordsAsk(message, bot);
      if (ask !== undefined) await talk(message, ask);
    },
  };
}
