import type { BlockAction, SlashCommand, StaticSelectAction, ViewSubmitAction } from "@slack/bolt";
import { decodeAction } from "../../chat/action-id.ts";
import type { AccountRef, CommandAsk, Place, PressAsk, ReplyAsk, SubmitAsk, WordsAsk } from "../../chat/ask.ts";
import type { Command } from "../../chat/command.ts";
import { rootCommand } from "../../chat/registry.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { SlackApi } from "./api.ts";
import type { Directory } from "./directory.ts";
import { readTyped } from "./mentions.ts";
import { type FieldState, readState, type SentFile } from "./modal.ts";
import { type Origin, recall } from "./origin.ts";
import { actionOf } from "./render.ts";
import type { ThreadEvent } from "./thread.ts";

/** An ask with where it came from. */
export type Heard<A> = { readonly ask: A; readonly from: Origin; readonly trigger?: string };

/** What turning Slack's payloads into asks needs to know. */
export type Hearing = {
  readonly team: string;
  readonly bot: string;
  readonly prefix: string;
  readonly commands: readonly Command[];
  readonly directory: Directory;
  readonly api: SlackApi;
};

/** A mention of the bot or a message to it. */
export type WordsEvent = {
  readonly user: string;
  readonly channel: string;
  readonly text: string;
  readonly thread_ts?: string;
};

const platform = "slack";

/** The action of a button that types a line once more, for a form that could not be opened the first time. */
export const askAgain = "type-again";

type Common = { key: string; by: AccountRef; place: Place; locale?: Locale; email: () => Promise<string | undefined> };

function common(key: string, user: string, channel: string, { team, directory }: Hearing): Common {
  const by = { platform, workspace: team, user };
  const kind = channel.startsWith("D") ? "dm" : "channel";
  const { locale } = directory.known(user);
  return {
    key: `${platform}:${key}`,
    by,
    place: { platform, workspace: team, id: channel, kind },
    ...(locale ? { locale } : {}),
    email: async () => (await directory.about(user)).email,
  };
}

const reading = ({ commands, team }: Hearing) => ({
  commands,
  account: (user: string): AccountRef => ({ platform, workspace: team, user }),
});

/** The command's own name: without slash, and without the prefix where it has one. */
function nameOf(command: string, prefix: string): string {
  const name = command.replace(/^\//, "").toLowerCase();
  return name !== rootCommand && prefix !== "" && name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

export function hearCommand(payload: SlashCommand, hearing: Hearing): Heard<CommandAsk> {
  const { user_id: user, channel_id: channel, response_url: respond, trigger_id: trigger } = payload;
  const name = nameOf(payload.command, hearing.prefix);
  const { text, filled } = readTyped(payload.text ?? "", reading(hearing), name);
  const asked = common(`command:${trigger}`, user, channel, hearing);
  const ask: CommandAsk = { is: "command", ...asked, ...(filled ?? { command: name, text }) };
  return { ask, from: { user, channel, respond }, trigger };
}

function pressedFrom(body: BlockAction): Origin {
  const channel = body.channel?.id ?? body.container.channel_id;
  const ts = body.message?.ts ?? body.container.message_ts;
  return {
    user: body.user.id,
    ...(channel ? { channel } : {}),
    ...(body.message?.thread_ts ? { thread: String(body.message.thread_ts) } : {}),
    ...(body.response_url ? { respond: body.response_url } : {}),
    ...(ts ? { message: { ts, ephemeral: body.container.is_ephemeral === true } } : {}),
  };
}

/** A press or a pick; undefined for a button that only opened a page. */
export function hearPress(body: BlockAction, hearing: Hearing): Heard<PressAsk | CommandAsk> | undefined {
  const [pressed] = body.actions;
  if (pressed === undefined) return undefined;
  const from = pressedFrom(body);
  const trigger = body.trigger_id;
  const asked = common(`press:${trigger}`, from.user, from.channel ?? "", hearing);
  const action = actionOf(pressed.action_id);
  if (action === undefined) return undefined;
  const { name, args } = decodeAction(action);
  if (name === askAgain) {
    const [, command = "", text = ""] = /^(\S+)\s*([\s\S]*)$/.exec(args[0] ?? "") ?? [];
    return { ask: { is: "command", ...asked, command, text }, from, trigger };
  }
  const picked = pressed.type === "static_select" ? (pressed as StaticSelectAction).selected_option?.value : undefined;
  return { ask: { is: "press", ...asked, action, ...(picked === undefined ? {} : { value: picked }) }, from, trigger };
}

/** A form sent in; undefined for a form that is none of ours. */
export function hearForm(body: ViewSubmitAction, hearing: Hearing): Heard<SubmitAsk> | undefined {
  const kept = recall(body.view.private_metadata);
  if (kept === undefined) return undefined;
  const { account } = reading(hearing);
  const user = body.user.id;
  const from = { ...kept.origin, user };
  const file = ({ name, size, url_private: url }: SentFile) => ({
    name,
    bytes: size ?? 0,
    read: () => hearing.api.download(url),
  });
  const state = body.view.state.values as Record<string, Record<string, FieldState>>;
  const values = readState(state, { account: (picked) => ({ account: account(picked) }), file });
  const asked = common(`form:${body.trigger_id}`, user, from.channel ?? "", hearing);
  return { ask: { is: "submit", ...asked, form: kept.form, values }, from, trigger: body.trigger_id };
}

const mentionOf = ({ bot }: Hearing) => new RegExp(`<@${bot}(\\|[^>]*)?>`, "g");

const typedIn = ({ text }: WordsEvent, hearing: Hearing) =>
  readTyped(text.replaceAll(mentionOf(hearing), " ").trim(), reading(hearing));

/** Words to the bot, its own mention taken away. Words that mention people are read as the command they name. */
export function hearWords(event: WordsEvent, id: string, hearing: Hearing): Heard<WordsAsk | CommandAsk> {
  const { user, channel, thread_ts: thread } = event;
  const { text, filled } = typedIn(event, hearing);
  const asked = common(`event:${id}`, user, channel, hearing);
  const from = { user, channel, ...(thread ? { thread } : {}) };
  return { ask: filled ? { is: "command", ...asked, ...filled } : { is: "words", ...asked, text }, from };
}

/**
 * Words in a thread under a message of the bot's; undefined for a machine's, an edited message and one without words.
 * Slack tells of a mention twice, as one and as a message of the channel, which are one event.
 */
export function hearReply(event: ThreadEvent, id: string, hearing: Hearing): Heard<ReplyAsk> | undefined {
  const { user, channel, ts, thread_ts: under } = event;
  if (event.bot_id !== undefined || event.edited !== undefined) return undefined;
  const { ask: otherwise, from } = hearWords(event, id, hearing);
  const { text } = typedIn(event, hearing);
  const isToBot = mentionOf(hearing).test(event.text);
  if (text === "" && !isToBot) return undefined;
  const asked = common(`message:${channel}:${ts}`, user, channel, hearing);
  const place = { ...asked.place, thread: under };
  return { ask: { is: "reply", ...asked, place, under, text, ...(isToBot ? { otherwise } : {}) }, from };
}
