import { NotDelivered, type Pace, type Platform } from "../../chat/platform.ts";
import type { PlatformDeps } from "../module.ts";
import { answerer } from "./answer.ts";
import { answering } from "./answering.ts";
import { slackApi } from "./api.ts";
import { channels } from "./channels.ts";
import type { SlackConfig } from "./config.ts";
import { type Connection, connect as openBolt } from "./connect.ts";
import { type Delivery, delivery } from "./deliver.ts";
import { type Directory, directory } from "./directory.ts";
import { files } from "./files.ts";
import { illustrated } from "./illustrated.ts";
import { limits } from "./limits.ts";
import { listen } from "./listen.ts";
import { boltLogger } from "./logger.ts";
import { type Pushes, pushes } from "./push.ts";
import { type Self, whoAmI } from "./who-am-i.ts";

/** Answers worked on at the same time; more wait their turn, so that acknowledging stays quick. */
const answersAtOnce = 8;

/**
 * `chat.postMessage` “generally allows posting one message per second per channel, while also maintaining a
 * workspace-wide limit” of “several hundred messages per minute” (docs.slack.dev, Rate limits): 480 of them.
 */
const pace: Pace = { perSecond: 8, perPlaceMs: 1000 };

/** The platform, and when it has finished what it heard: for those who wait for its answers. */
export type SlackPlatform = Platform & { readonly idle: () => Promise<void> };

/** What stands between this process and the workspace that its token is of. */
type Reached = {
  readonly self: Self;
  readonly directory: Directory;
  readonly delivery: Delivery;
  readonly push: Pushes;
};

/** Slack by way of Bolt. */
export function slackPlatform(config: SlackConfig, deps: PlatformDeps): SlackPlatform {
  const { log } = deps;
  const logger = boltLogger(log);
  const api = slackApi({ ...config, log, logger });
  const answers = answering(answersAtOnce, (error) => log.error({ err: error }, "an answer was lost"));
  let reached: Reached | undefined;
  let connection: Connection | undefined;

  async function reach(): Promise<Reached> {
    const self = await whoAmI(api);
    const shared = {
      api,
      files: files({ api, log }),
      directory: directory({ api, team: self.team, log }),
      illustrated: illustrated({ ink: { workspace: self.team, prefix: config.prefix }, log }),
    };
    return {
      self,
      directory: shared.directory,
      delivery: delivery({ ...shared, log }),
      push: pushes({ ...shared, channels: channels({ api, now: Date.now }), self }),
    };
  }

  function push(): Pushes {
    if (reached === undefined) throw new NotDelivered("not-sent", "not_connected");
    return reached.push;
  }

  return {
    name: "slack",
    limits,
    hasThreads: true,
    pace,

    async connect() {
      reached ??= await reach();
      log.info({ team: reached.self.team }, "Slack is connected, and not listened to");
    },

    async start(router) {
      const known = reached ?? (await reach());
      const { self, directory, delivery } = known;
      const hearing = { ...self, prefix: config.prefix, commands: router.commands, directory, api };
      const answer = answerer({ router, delivery, directory, api, log });
      connection = await openBolt({ config, deps, logger, self }, (app) =>
        listen(app, { router, hearing, answers, answer, log }),
      );
      reached = known;
      log.info({ mode: config.mode.is, team: self.team }, "Slack is connected");
    },

    async stop() {
      connection?.refuse();
      await answers.idle();
      await connection?.close();
      connection = undefined;
      reached = undefined;
    },

    post: async (...given) => push().post(...given),
    find: async (...given) => push().find(...given),
    revise: async (...given) => push().revise(...given),
    direct: async (...given) => push().direct(...given),
    channel: async (...given) => push().channel(...given),
    accountOf: (person) => push().accountOf(person),

    idle: () => answers.idle(),
  };
}
