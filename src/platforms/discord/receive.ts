import {
  ApplicationCommandOptionType,
  type Attachment,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  ComponentType,
  type Interaction,
  type Message,
  type ModalData,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from "discord.js";
import type {
  AccountRef,
  CommandAsk,
  Given,
  IncomingFile,
  Place,
  PressAsk,
  Raw,
  ReplyAsk,
  SubmitAsk,
  WordsAsk,
} from "../../chat/ask.ts";
import { type Registry, rootCommand } from "../../chat/registry.ts";
import { nearestLocale } from "../../kernel/locale.ts";
import { actionOf } from "./ids.ts";
import { optionName } from "./manifest.ts";
import { platformName } from "./spans.ts";

export type Pressed = ButtonInteraction | StringSelectMenuInteraction;
/** The interactions that Fairline answers. */
export type Heard = ChatInputCommandInteraction | Pressed | ModalSubmitInteraction;

const patienceMs = 60_000;

/** Discord's user ids are one world over, so every account has the same workspace: that of a guild is only a place's. */
const accountOf = (user: string): AccountRef => ({ platform: platformName, workspace: platformName, user });

export const placeOf = (guild: string | null, channel: string): Place => ({
  platform: platformName,
  workspace: guild ?? platformName,
  id: channel,
  kind: guild === null ? "dm" : "channel",
});

function asked(interaction: Interaction) {
  const locale = nearestLocale(interaction.locale);
  return {
    key: interaction.id,
    by: accountOf(interaction.user.id),
    place: placeOf(interaction.guildId, interaction.channelId ?? ""),
    ...(locale === undefined ? {} : { locale }),
  };
}

function fileOf({ name, size, url }: Attachment): IncomingFile {
  return {
    name,
    bytes: size,
    async read() {
      const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
      if (!response.ok) throw new Error(`Discord did not give the file ${name}: HTTP ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

function rawOf({ type, value, attachment }: CommandInteractionOption): Raw | undefined {
  if (type === ApplicationCommandOptionType.User) return { account: accountOf(String(value)) };
  if (attachment) return { file: fileOf(attachment) };
  return value === undefined ? undefined : String(value);
}

const present = (entries: readonly (readonly [string, Raw | undefined])[]): Given =>
  Object.fromEntries(entries.flatMap(([name, raw]) => (raw === undefined ? [] : [[name, raw]])));

/** A slash command; what follows the root command is a line of its own. */
export function commandAsk(interaction: ChatInputCommandInteraction, registry: Registry): CommandAsk {
  const { commandName, options } = interaction;
  const [first] = options.data;
  const sub = first?.type === ApplicationCommandOptionType.Subcommand ? first : undefined;
  const command = sub === undefined ? commandName : `${commandName} ${sub.name}`;
  const filled = sub === undefined ? options.data : (sub.options ?? []);
  const params = Object.keys(registry.named(command)?.params ?? {});
  const nameOf = (option: string) => params.find((param) => optionName(param) === option) ?? option;
  const given = present(filled.map((option) => [nameOf(option.name), rawOf(option)]));
  const line = Object.values(given).filter((raw) => typeof raw === "string");
  const what = command === rootCommand && line.length > 0 ? { text: line.join(" ") } : { given };
  return { ...asked(interaction), is: "command", command, ...what };
}

/** A press or a pick; a confirmation that was sent in counts as the press that asked for it. */
export function pressAsk(interaction: Pressed | ModalSubmitInteraction): PressAsk {
  const value = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
  const action = actionOf(interaction.customId);
  return { ...asked(interaction), is: "press", action, ...(value === undefined ? {} : { value }) };
}

function fieldRaw(field: ModalData): Raw | undefined {
  switch (field.type) {
    case ComponentType.TextInput:
      return field.value;
    case ComponentType.StringSelect:
      return field.values[0];
    case ComponentType.UserSelect:
      return field.values[0] === undefined ? undefined : { account: accountOf(field.values[0]) };
    case ComponentType.FileUpload: {
      const file = field.attachments?.first();
      return file === undefined ? undefined : { file: fileOf(file) };
    }
    default:
      return undefined;
  }
}

/** A form sent in; a file that was sent with it before and not replaced is still in it. */
export function submitAsk(interaction: ModalSubmitInteraction, before: Given): SubmitAsk {
  const labels = interaction.components.flatMap((row) => ("component" in row ? [row.component] : []));
  const values = present(labels.map((field) => [field.customId, fieldRaw(field)]));
  const files = Object.entries(before).filter(([, raw]) => typeof raw === "object" && "file" in raw);
  return {
    ...asked(interaction),
    is: "submit",
    form: interaction.customId,
    values: { ...Object.fromEntries(files), ...values },
  };
}

const wordsTo = (bot: string, { content }: Message) => content.replace(new RegExp(`<@!?${bot}>`, "g"), " ").trim();

/** Plain words to the bot: a direct message, or a message in a guild that mentions it. Undefined for all others. */
export function wordsAsk(message: Message, bot: string): WordsAsk | undefined {
  const { author, guildId, channelId, content } = message;
  if (author.bot || message.system) return undefined;
  if (guildId !== null && !new RegExp(`<@!?${bot}>`).test(content)) return undefined;
  const text = wordsTo(bot, message);
  return { is: "words", key: message.id, by: accountOf(author.id), place: placeOf(guildId, channelId), text };
}

/**
 * Words in a thread, for who knows that it hangs under a message of the bot's. Undefined for a machine's and for those
 * that say nothing, as all do that do not mention the bot where the application may not read contents.
 */
export function replyAsk(message: Message, bot: string): ReplyAsk | undefined {
  const { author, guildId, channel } = message;
  if (author.bot || message.system || !channel.isThread() || channel.parentId === null) return undefined;
  const otherwise = wordsAsk(message, bot);
  const text = wordsTo(bot, message);
  if (text === "" && otherwise === undefined) return undefined;
  const place = { ...placeOf(guildId, channel.parentId), thread: channel.id };
  const asked = { key: message.id, by: accountOf(author.id), place, under: channel.id, text };
  return { is: "reply", ...asked, ...(otherwise === undefined ? {} : { otherwise }) };
}
