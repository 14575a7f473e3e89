import { randomBytes } from "node:crypto";
import type { Place } from "../../../chat/ask.ts";
import type { controls } from "./see.ts";
import type { StandIn } from "./server.ts";
import type { Event } from "./wire.ts";
import { idOf, type OpenView, type Told, timestamp } from "./world.ts";

const triggerMs = 3000;
const responseUrlMs = 30 * 60_000;

const token = () => randomBytes(12).toString("hex");

/** Escapes what somebody typed as Slack does: `&`, `<`, `>`; then marks mentions, groups and links. */
function typedText(text: string, stand: StandIn): string {
  const names = new Map([...stand.world.members.values()].map(({ name, id }) => [name, id]));
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/@(\w+)/g, (all, name: string) => {
      if (["here", "channel", "everyone"].includes(name)) return `<!${name}>`;
      if (name === "fairline") return `<@${stand.world.bot.user}>`;
      return names.has(name) ? `<@${names.get(name)}|${name}>` : all;
    })
    .replace(/https?:\/\/[^\s<>)]+/g, (url) => `<${url}>`);
}

/** Makes the payloads that Slack sends for what people do. */
export function payloads(stand: StandIn) {
  const { world } = stand;
  const team = { id: world.team, domain: "harbour" };

  const trigger = (user: string) => {
    const id = `${world.next()}.${world.next()}.${token()}`;
    world.triggers.set(id, { user, until: Date.now() + triggerMs });
    return id;
  };

  const responseUrl = (user: string, channel: string, message?: Told) => {
    const id = token();
    world.responseUrls.set(id, {
      user,
      channel,
      uses: 0,
      until: Date.now() + responseUrlMs,
      ...(message ? { message } : {}),
    });
    return `${stand.url}/respond/${id}`;
  };

  const written = (user: string, channel: string, text: string, ts = timestamp(world)) => {
    return { user, channel, text, team: world.team, ts, event_ts: timestamp(world) };
  };

  /** What tells that a message is in a thread, and under whose message that hangs. */
  function within(channel: string, thread: string | undefined) {
    if (thread === undefined) return {};
    const parent = world.told.find((told) => told.channel === channel && told.ts === thread);
    return { thread_ts: thread, parent_user_id: parent?.by ?? world.bot.user };
  }

  const machine = (user: string) => (user === world.robot.user ? { bot_id: world.robot.id } : {});

  const happened = (event: object): Event => ({
    type: "events_api",
    payload: {
      token: "verification",
      type: "event_callback",
      team_id: world.team,
      api_app_id: "A000000000",
      event_id: `Ev${token()}`,
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [{ team_id: world.team, user_id: world.bot.user, is_bot: true, enterprise_id: null }],
      event,
    },
  });

  const person = (id: string) => ({ id, username: world.members.get(id)?.name ?? id, team_id: world.team });

  return {
    command(user: string, channel: string, line: string): Event {
      const [, command = "", text = ""] = /^(\/\S*)\s?([\s\S]*)$/.exec(line) ?? [];
      const payload = {
        token: "verification",
        team_id: world.team,
        team_domain: team.domain,
        channel_id: channel,
        channel_name: channel.startsWith("D") ? "directmessage" : "floor",
        user_id: user,
        user_name: world.members.get(user)?.name ?? user,
        command,
        text: typedText(text, stand),
        api_app_id: "A000000000",
        is_enterprise_install: "false",
        response_url: responseUrl(user, channel),
        trigger_id: trigger(user),
      };
      return { type: "slash_commands", payload };
    },

    words(user: string, channel: string, text: string): Event {
      const direct = channel.startsWith("D");
      const said = direct ? typedText(text, stand) : `<@${world.bot.user}> ${typedText(text, stand)}`;
      return happened({
        type: direct ? "message" : "app_mention",
        ...(direct ? { channel_type: "im" } : {}),
        ...written(user, channel, said),
      });
    },

    /** A message in a channel or a thread as its members hear of it; with a mention Slack tells of it twice. */
    message(by: string, { id, thread }: Pick<Place, "id" | "thread">, text: string, ts?: string): readonly Event[] {
      const said = { ...written(by, id, typedText(text, stand), ts), ...within(id, thread), ...machine(by) };
      const message = happened({ ...said, type: "message", channel_type: "channel" });
      return said.text.includes(`<@${world.bot.user}>`)
        ? [happened({ ...said, type: "app_mention" }), message]
        : [message];
    },

    /** A changed message; one that mentions the bot now is told of as a mention, too. */
    edited(by: string, { id, thread }: Pick<Place, "id" | "thread">, ts: string, text: string): readonly Event[] {
      const edited = { user: by, ts: timestamp(world) };
      const message = { ...written(by, id, typedText(text, stand), ts), ...within(id, thread), edited };
      const about = { channel: id, channel_type: "channel", hidden: true, ts: timestamp(world) };
      const changed = happened({ type: "message", subtype: "message_changed", ...about, message });
      return message.text.includes(`<@${world.bot.user}>`)
        ? [changed, happened({ ...message, type: "app_mention" })]
        : [changed];
    },

    press(user: string, told: Told, { blockId, element }: ReturnType<typeof controls>[number], value?: object): Event {
      const ephemeral = told.onlyFor !== undefined;
      const { type, action_id, text, url } = element;
      const action = {
        type,
        action_id,
        block_id: blockId,
        action_ts: timestamp(world),
        ...(text ? { text } : {}),
        ...(url ? { url } : {}),
      };
      const message = {
        type: "message",
        ts: told.ts,
        user: world.bot.user,
        bot_id: world.bot.id,
        text: told.text,
        blocks: told.blocks,
      };
      const payload = {
        type: "block_actions",
        team,
        user: person(user),
        api_app_id: "A000000000",
        token: "verification",
        trigger_id: trigger(user),
        response_url: responseUrl(user, told.channel, told),
        container: { type: "message", message_ts: told.ts, channel_id: told.channel, is_ephemeral: ephemeral },
        channel: { id: told.channel, name: told.channel.startsWith("D") ? "directmessage" : "floor" },
        actions: [{ ...action, ...value }],
        ...(ephemeral ? {} : { message }),
      };
      return { type: "interactive", payload };
    },

    submission(user: string, { id, view }: OpenView, values: object): Event {
      const payload = {
        type: "view_submission",
        team,
        user: person(user),
        api_app_id: "A000000000",
        token: "verification",
        trigger_id: trigger(user),
        view: {
          ...view,
          id,
          team_id: world.team,
          hash: token(),
          state: { values },
          root_view_id: id,
          previous_view_id: null,
        },
        response_urls: [],
      };
      return { type: "interactive", payload };
    },

    /** A file that a person attached to a form. */
    file(name: string, content: Uint8Array) {
      const id = idOf("F", world.next());
      const stored = {
        id,
        name,
        alt: "",
        length: content.length,
        content,
        sharedIn: new Set<string>(),
        looks: 2,
        complete: true,
      };
      world.files.set(id, stored);
      return { id, name, size: content.length, mimetype: "text/plain", url_private: `${stand.url}/files/${id}` };
    },
  };
}
