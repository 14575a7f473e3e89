import type { Platform } from "../../chat/platform.ts";
import type { PlatformDeps } from "../module.ts";
import { answerer } from "./answer.ts";
import { answering } from "./answering.ts";
import { slackApi } from "./api.ts";
import type { SlackConfig } from "./config.ts";
import { type Connection, connect } from "./connect.ts";
import { type Delivery, delivery } from "./deliver.ts";
import { type Directory, directory } from "./directory.ts";
import { files } from "./files.ts";
import { limits } from "./limits.ts";
import { listen } from "./listen.ts";
import { boltLogger } from "./logger.ts";
import { whoAmI } from "./who-am-i.ts";

/** Answers worked on at the same time; more wait their turn, so that acknowledging stays quick. */
const answersAtOnce = 8;

/** The platform, and when it has finished what it heard: for those who wait for its answers. */
export type SlackPlatform = Platform & { readonly idle: () => Promise<void> };

type Running = { readonly connection: Connection; readonly delivery: Delivery; readonly directory: Directory };

/** Slack by way of Bolt. */
export function slackPlatform(config: SlackConfig, deps: PlatformDeps): SlackPlatform {
  const { log } = deps;
  const logger = boltLogger(log);
  const api = slackApi({ ...config, log, logger });
  const answers = answering(answersAtOnce, (error) => log.error({ err: error }, "an answer was lost"));
  let running: Running | undefined;

  function up(): Running {
    if (running === undefined) throw new Error("Slack is not connected");
    return running;
  }

  return {
    name: "slack",
    limits,

    async start(router) {
      const self = await whoAmI(api);
      const who = directory({ api, team: self.team, log });
      const ink = { workspace: self.team, prefix: config.prefix };
      const sends = delivery({ api, files: files({ api, log }), directory: who, ink, log });
      const hearing = { ...self, prefix: config.prefix, commands: router.commands, directory: who, api };
      const answer = answerer({ router, delivery: sends, directory: who, api, log });
      const connection = await connect({ config, deps, logger, self }, (app) =>
        listen(app, { router, hearing, answers, answer, log }),
      );
      running = { connection, delivery: sends, directory: who };
      log.info({ mode: config.mode.is, team: self.team }, "Slack is connected");
    },

    async stop() {
      running?.connection.refuse();
      await answers.idle();
      await running?.connection.close();
      running = undefined;
    },

    async post(place, view) {
      const { channel, ts } = await up().delivery.post(place.id, view);
      return { place: { ...place, id: channel }, message: ts };
    },

    revise: ({ place, message }, view) => up().delivery.revise(place.id, message, view),

    async direct({ platform, workspace, user }) {
      return { platform, workspace, id: await up().directory.direct(user), kind: "dm" };
    },

    idle: () => answers.idle(),
  };
}
