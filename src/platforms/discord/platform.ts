import {
  ChannelType,
  Client,
  DefaultRestOptions,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  IntentsBitField,
  Options,
  Partials,
  RESTJSONErrorCodes,
} from "discord.js";
import type { Pace, Platform } from "../../chat/platform.ts";
import { registry } from "../../chat/registry.ts";
import type { Router } from "../../chat/router.ts";
import type { View } from "../../chat/view.ts";
import type { Log } from "../../kernel/log.ts";
import { channelHeard, channelsByRest } from "./channels.ts";
import { drafts } from "./drafts.ts";
import { codeOf, notStarted, told } from "./faults.ts";
import { hearer } from "./hear.ts";
import { limits } from "./limits.ts";
import { memory } from "./memory.ts";
import { outbound } from "./outbound.ts";
import { pushes } from "./push.ts";
import { register, registered } from "./register.ts";
import { render } from "./render.ts";
import { request } from "./request.ts";
import { sent } from "./sent.ts";
import { type CommandIds, platformName } from "./spans.ts";
import { mayReadContents, whoAmI } from "./who-am-i.ts";

export type DiscordConfig = {
  readonly token: string;
  /** The only guild that gets the commands; everywhere when missing. */
  readonly guild?: string;
  /** Where the REST API is, when it is not Discord's own. */
  readonly api?: string;
  /** How long a request that posts may take, when it is not the usual fifteen seconds. */
  readonly timeoutMs?: number;
};

type Event = { readonly id: string; readonly createdTimestamp: number };

/** “All bots can make up to 50 requests per second”; a channel takes five messages in five seconds, as its headers say. */
const pace: Pace = { perSecond: 50, perPlaceMs: 1000 };

const hourMs = 3_600_000;
const weekMs = 7 * 24 * hourMs;

/**
 * The least that is needed: guilds for their channels, messages for plain words in a DM or with a mention. Discord gives
 * the contents of other messages only with the privileged Message Content intent. It is asked for where it is switched on
 * for the application, and then all that is said in threads under the bot's messages is heard; else what mentions the bot.
 */
const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** Discord as a platform, over the gateway. */
export function discordPlatform(config: DiscordConfig, { log }: { readonly log: Log }): Platform {
  const { token, guild, api } = config;
  const at = guild === undefined ? {} : { guild };
  const client = new Client({
    intents,
    partials: [Partials.Channel],
    rest: { makeRequest: request, ...(api === undefined ? {} : { api }) },
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
  });
  const heard = memory<true>({ most: 5_000, forMs: hourMs });
  const questions = memory<string>({ most: 5_000, forMs: weekMs });
  const known = sent();
  const out = outbound(config);
  const underWay = new Set<Promise<void>>();
  const lookUp = channelsByRest({ send: out.send, now: Date.now, ...at });
  let ids: CommandIds = new Map();
  /** The bot's own user, where it was asked for. */
  let self: string | undefined;
  let listening = true;

  function show(view: View) {
    for (const button of view.blocks.flatMap((block) => (block.is === "buttons" ? block.buttons : []))) {
      if ("url" in button || button.confirm === undefined) continue;
      questions.keep(button.action, button.confirm, Date.now());
    }
    return render(view, ids);
  }

  /** The gateway tells of every channel as it changes; who does not hear it asks. */
  const channel = async (known: string) =>
    self === undefined || client.isReady() ? channelHeard(known, { client, ...at }) : lookUp(known);

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

  /** Whether contents may be read; without an answer the bot hears what mentions it. */
  async function readsContents(): Promise<boolean> {
    try {
      client.rest.setToken(token);
      return await mayReadContents(client.rest);
    } catch (error) {
      log.warn({ platform: platformName, code: codeOf(error), reason: told(error) }, "intents could not be looked up");
      return false;
    }
  }

  function listen(router: Router): void {
    const commands = registry(router.commands, []);
    const hear = hearer({ router, registry: commands, drafts: drafts(), questions, show, log });
    client.ws.on(GatewayDispatchEvents.MessageCreate, (message) => {
      const { id, channel_id: channel, author, nonce } = message;
      if (author.id !== client.user?.id) {
        // The library hears a direct message in a conversation that it does not know only when told its kind.
        if (message.guild_id === undefined) message.channel_type ??= ChannelType.DM;
      } else if (nonce !== undefined) known.note({ nonce: String(nonce), channel, id }, Date.now());
    });
    client.on(Events.InteractionCreate, (interaction) => take(interaction, () => hear.interaction(interaction)));
    client.on(Events.MessageCreate, (message) => {
      if (!message.author.bot) take(message, () => hear.message(message));
    });
    client.on(Events.Error, (error) => log.error({ platform: platformName, reason: told(error) }, "client fault"));
    client.on(Events.ShardError, (error) => log.warn({ platform: platformName, reason: told(error) }, "gateway fault"));
    client.on(Events.ShardDisconnect, ({ code }) => log.error({ platform: platformName, code }, "gateway closed"));
  }

  return {
    ...pushes({ send: out.send, self: () => client.user?.id ?? self, channel, show, known, now: Date.now }),
    name: platformName,
    limits,
    hasThreads: true,
    pace,

    async connect() {
      try {
        client.rest.setToken(token);
        self = await whoAmI(client.rest);
        ids = await registered({ rest: client.rest, guild, log });
        log.info({ platform: platformName, bot: self }, "connected, and not listening");
      } catch (error) {
        await client.destroy();
        throw notStarted(error, api ?? DefaultRestOptions.api);
      }
    },

    async start(router) {
      listen(router);
      try {
        const hearsAll = await readsContents();
        if (hearsAll) client.options.intents = new IntentsBitField([...intents, GatewayIntentBits.MessageContent]);
        const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
        await client.login(token);
        const connected = await ready;
        const commands = await register(connected, router.commands, guild);
        ids = commands.ids;
        const threads = hearsAll ? "all" : "mentions only, as the Message Content intent is off";
        log.info({ platform: platformName, bot: connected.user.tag, commands: commands.changed, threads }, "connected");
      } catch (error) {
        await client.destroy();
        throw notStarted(error, api ?? DefaultRestOptions.api);
      }
    },

    async stop() {
      listening = false;
      while (underWay.size > 0) await Promise.allSettled(underWay);
      await client.destroy();
      out.close();
    },
  };
}
