import { randomBytes } from "node:crypto";
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
      const event = {
        type: direct ? "message" : "app_mention",
        ...(direct ? { channel_type: "im" } : {}),
        user,
        channel,
        text: said,
        team: world.team,
        ts: timestamp(world),
        event_ts: timestamp(world),
      };
      const payload = {
        token: "verification",
        type: "event_callback",
        team_id: world.team,
        api_app_id: "A000000000",
        event_id: `Ev${token()}`,
        event_time: Math.floor(Date.now() / 1000),
        authorizations: [{ team_id: world.team, user_id: world.bot.user, is_bot: true, enterprise_id: null }],
        event,
      };
      return { type: "events_api", payload };
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
