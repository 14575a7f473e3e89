import { type Message, MessageFlags } from "discord.js";
import type { Audience } from "../../chat/command.ts";
import type { SeenBy } from "../../chat/router.ts";
import { keyOf } from "./ids.ts";
import type { Heard } from "./receive.ts";
import type { Rendered } from "./render.ts";

/**
 * How an interaction was acknowledged: not yet, by a message that waits for the answer and is seen by the asker alone or
 * openly, or by leaving the message it stands on as it is.
 */
export type Acknowledged = "not" | "alone" | "openly" | "kept";

const seenBy = (audience: SeenBy) => (audience === "place" ? {} : ({ flags: MessageFlags.Ephemeral } as const));
const instead = (rendered: Rendered) => ({ ...rendered, attachments: [] });

/** Whether a message only offers to open a form again, so that the form's answer takes its place. */
const isOffer = (message: Message) =>
  message.components.some(
    (row) =>
      "components" in row &&
      row.components.some((part) => "customId" in part && part.customId && keyOf(part.customId) !== undefined),
  );

/** Tells Discord within its three seconds that an answer will come, and who is going to see it. */
export async function acknowledge(interaction: Heard, audience: Audience): Promise<Acknowledged> {
  if (interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage())) {
    await interaction.deferUpdate();
    const offered = interaction.isModalSubmit() && isOffer(interaction.message);
    return offered ? (interaction.message.flags.has(MessageFlags.Ephemeral) ? "alone" : "openly") : "kept";
  }
  await interaction.deferReply(seenBy(audience));
  return audience === "place" ? "openly" : "alone";
}

/** Gives the answer to those whom it is for, whatever was said when the interaction was acknowledged. */
export async function send(interaction: Heard, rendered: Rendered, audience: SeenBy, acknowledged: Acknowledged) {
  const fills = acknowledged === (audience === "place" ? "openly" : "alone");
  if (acknowledged === "not") {
    if (audience === "replace" && interaction.isMessageComponent()) await interaction.update(instead(rendered));
    else await interaction.reply({ ...rendered, ...seenBy(audience) });
  } else if (fills || (acknowledged === "kept" && audience === "replace")) {
    await interaction.editReply(instead(rendered));
  } else {
    if (acknowledged !== "kept") await interaction.deleteReply();
    await interaction.followUp({ ...rendered, ...seenBy(audience) });
  }
}

/** Takes away the message that waits for an answer, if there is one. */
export async function withdraw(interaction: Heard, acknowledged: Acknowledged): Promise<void> {
  if (acknowledged === "alone" || acknowledged === "openly") await interaction.deleteReply();
}
