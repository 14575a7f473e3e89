import { type Server, type ServerResponse, STATUS_CODES } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { App, HTTPReceiver, type Logger, SocketModeReceiver } from "@slack/bolt";
import type { OpsPages, PlatformDeps } from "../module.ts";
import { codeOf } from "./api.ts";
import type { SlackConfig } from "./config.ts";
import type { Self } from "./who-am-i.ts";

/** Bolt, running. */
export type Connection = {
  /** Takes no more events; what is not acknowledged, Slack delivers to another process. */
  readonly refuse: () => void;
  readonly close: () => Promise<void>;
};

type Opening = {
  readonly config: SlackConfig;
  readonly deps: PlatformDeps;
  readonly logger: Logger;
  readonly self: Self;
};

/** How long Slack may take to answer our closing of the WebSocket. */
const goodbyeMs = 3000;

/** Where Slack sends its requests: commands, interactivity and events alike. */
export const endpoint = "/slack/events";

function bolt(receiver: HTTPReceiver | SocketModeReceiver, { config, logger, self }: Opening): App {
  const app = new App({
    receiver,
    logger,
    convoStore: false,
    authorize: async () => ({ botToken: config.botToken, botId: self.botId, botUserId: self.bot }),
    ...(config.apiUrl === undefined ? {} : { clientOptions: { slackApiUrl: config.apiUrl } }),
  });
  app.error(async (error) => logger.error("an event could not be taken", error));
  return app;
}

const reply = (response: ServerResponse, status: number) => {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(`${STATUS_CODES[status]}\n`);
};

/** Bolt knows routes by their methods; what only looks is all that the pages answer. */
const opsRoutes = ({ answer }: OpsPages) =>
  ["/metrics", "/admin", "/admin/*rest", "/recordings/*rest"].map((path) => ({
    path,
    method: ["GET", "HEAD"],
    handler: answer,
  }));

async function overHttp(signingSecret: string, opening: Opening, prepare: (app: App) => void): Promise<Connection> {
  const { port, ready, ops } = opening.deps;
  let refusing = false;
  const receiver = new HTTPReceiver({
    signingSecret,
    port,
    endpoints: [endpoint],
    logger: opening.logger,
    customRoutes: [
      { path: "/healthz", method: "GET", handler: (_, response) => reply(response, 200) },
      {
        path: "/readyz",
        method: "GET",
        handler: (_, response) => {
          ready().then(
            (is) => reply(response, is && !refusing ? 200 : 503),
            () => reply(response, 503),
          );
        },
      },
      ...(ops === undefined ? [] : opsRoutes(ops)),
    ],
  });
  const app = bolt(receiver, opening);
  prepare(app);
  const server: Server = await receiver.start(port).catch((error: NodeJS.ErrnoException) => {
    const why =
      error.code === "EADDRINUSE" ? "is taken by another program: set PORT to a free one" : `: ${error.message}`;
    throw new Error(`Slack's requests cannot be heard; port ${port} ${why}`, { cause: error });
  });
  let closed = Promise.resolve();
  return {
    refuse() {
      refusing = true;
      closed = receiver.stop();
      server.closeIdleConnections();
    },
    async close() {
      server.closeAllConnections();
      await closed;
    },
  };
}

async function overSocket(appToken: string, opening: Opening, prepare: (app: App) => void): Promise<Connection> {
  const { apiUrl } = opening.config;
  const receiver = new SocketModeReceiver({
    appToken,
    logger: opening.logger,
    installerOptions: { clientOptions: apiUrl === undefined ? {} : { slackApiUrl: apiUrl } },
  });
  prepare(bolt(receiver, opening));
  await receiver.start().catch((error: unknown) => {
    throw new Error(
      `Slack did not open Socket Mode (${codeOf(error)}). SLACK_APP_TOKEN needs the scope connections:write, and Socket Mode must be on in the app's settings.`,
      { cause: error },
    );
  });
  return {
    refuse: () => void receiver.client.off("slack_event"),
    close: () => Promise.race([receiver.client.disconnect(), wait(goodbyeMs, undefined, { ref: false })]),
  };
}

/** Starts Bolt the way the configuration says; `prepare` adds the listeners first. */
export const connect = (opening: Opening, prepare: (app: App) => void): Promise<Connection> => {
  const { mode } = opening.config;
  return mode.is === "http"
    ? overHttp(mode.signingSecret, opening, prepare)
    : overSocket(mode.appToken, opening, prepare);
};
