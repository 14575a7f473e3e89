import {
  Client,
  DefaultRestOptions,
  Events,
  GatewayIntentBits,
  Options,
  Partials,
  RESTJSONErrorCodes,
  SnowflakeUtil,
} from "discord.js";
import type { Place } from "../../chat/ask.ts";
import type { Platform } from "../../chat/platform.ts";
import { registry } from "../../chat/registry.ts";
import type { Router } from "../../chat/router.ts";
import type { View } from "../../chat/view.ts";
import type { Log } from "../../kernel/log.ts";
import { drafts } from "./drafts.ts";
import { codeOf, notStarted, refused, told } from "./faults.ts";
import { hearer } from "./hear.ts";
import { limits } from "./limits.ts";
import { memory } from "./memory.ts";
import { placeOf } from "./receive.ts";
import { register } from "./register.ts";
import { render } from "./render.ts";
import { request } from "./request.ts";
import { type CommandIds, platformName } from "./spans.ts";

export type DiscordConfig = {
  readonly token: string;
  /** The only guild that gets the commands; everywhere when missing. */
  readonly guild?: string;
  /** Where the REST API is, when it is not Discord's own. */
  readonly api?: string;
};

type Event = { readonly id: string; readonly createdTimestamp: number };

const hourMs = 3_600_000;
const weekMs = 7 * 24 * hourMs;

/** The least that is needed: guilds for their channels, messages for plain words in a DM or with a mention. */
const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** Discord as a platform, over the gateway. */
export function discordPlatform({ token, guild, api }: DiscordConfig, { log }: { readonly log: Log }): Platform {
  const client = new Client({
    intents,
    partials: [Partials.Channel],
    rest: { makeRequest: request, ...(api === undefined ? {} : { api }) },
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
  });
  const heard = memory<true>({ most: 5_000, forMs: hourMs });
  const questions = memory<string>({ most: 5_000, forMs: weekMs });
  const underWay = new Set<Promise<void>>();
  let ids: CommandIds = new Map();
  let listening = true;

  function show(view: View) {
    for (const button of view.blocks.flatMap((block) => (block.is === "buttons" ? block.buttons : []))) {
      if ("url" in button || button.confirm === undefined) continue;
      questions.keep(button.action, button.confirm, Date.now());
    }
    return render(view, ids);
  }

  function unanswered(context: object, error: unknown): void {
    const code = codeOf(error);
    if (code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)
      log.info({ ...context }, "answered elsewhere");
    else log.error({ ...context, code, reason: told(error) }, "not answered");
  }

  /** Takes an event once, however often it is delivered, and sees it through. */
  function take({ id, createdTimestamp }: Event, answer: () => Promise<void>): void {
    const context = { platform: platformName, ask: id };
    if (!listening) log.warn(context, "not answered: stopping");
    else if (heard.recall(id, createdTimestamp)) log.info(context, "delivered again");
    else {
      heard.keep(id, true, createdTimestamp);
      const answering = answer()
        .then(() => log.info(context, "answered"))
        .catch((error: unknown) => unanswered(context, error))
        .finally(() => underWay.delete(answering));
      underWay.add(answering);
    }
  }

  function listen(router: Router): void {
    const known = registry(router.commands, []);
    const hear = hearer({ router, registry: known, drafts: drafts(), questions, show, log });
    client.on(Events.InteractionCreate, (interaction) => take(interaction, () => hear.interaction(interaction)));
    client.on(Events.MessageCreate, (message) => {
      if (!message.author.bot) take(message, () => hear.message(message));
    });
    client.on(Events.Error, (error) => log.error({ platform: platformName, reason: told(error) }, "client fault"));
    client.on(Events.ShardError, (error) => log.warn({ platform: platformName, reason: told(error) }, "gateway fault"));
    client.on(Events.ShardDisconnect, ({ code }) => log.error({ platform: platformName, code }, "gateway closed"));
  }

  async function channel(place: Place) {
    const found = client.channels.cache.get(place.id) ?? (await client.channels.fetch(place.id));
    if (found?.isSendable()) return found;
    throw new Error(`channel ${place.id} takes no messages`);
  }

  return {
    name: platformName,
    limits,

    async start(router) {
      listen(router);
      try {
        const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
        await client.login(token);
        const connected = await ready;
        const registered = await register(connected, router.commands, guild);
        ids = registered.ids;
        log.info({ platform: platformName, bot: connected.user.tag, commands: registered.changed }, "connected");
      } catch (error) {
        await client.destroy();
        throw notStarted(error, api ?? DefaultRestOptions.api);
      }
    },

    async stop() {
      listening = false;
      while (underWay.size > 0) await Promise.allSettled(underWay);
      await client.destroy();
    },

    async post(place, view) {
      try {
        const nonce = SnowflakeUtil.generate().toString();
        const message = await (await channel(place)).send({ ...show(view), nonce, enforceNonce: true });
        return { place, message: message.id };
      } catch (error) {
        throw refused(`take a message for channel ${place.id}`, error);
      }
    },

    async revise({ place, message }, view) {
      try {
        await (await channel(place)).messages.edit(message, { ...show(view), attachments: [] });
      } catch (error) {
        throw refused(`change message ${message} of channel ${place.id}`, error);
      }
    },

    async direct({ user }) {
      try {
        return placeOf(null, (await client.users.createDM(user)).id);
      } catch (error) {
        throw refused(`open a direct conversation with user ${user}`, error);
      }
    },
  };
}
