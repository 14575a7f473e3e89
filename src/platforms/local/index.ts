import type { Platform } from "../../chat/platform.ts";
import type { Router } from "../../chat/router.ts";
import type { PlatformModule } from "../module.ts";
import { type LocalConfig, setup } from "./config.ts";
import { conversation } from "./conversation.ts";
import type { LocalDeps } from "./deps.ts";
import { directory, here } from "./directory.ts";
import { limits } from "./limits.ts";
import { live } from "./live.ts";
import { memory } from "./memory.ts";
import { postbox } from "./postbox.ts";
import { pushes } from "./push.ts";
import { listen, server } from "./server.ts";
import { uploads } from "./uploads.ts";

export type { LocalConfig } from "./config.ts";
export type { LocalChannel, LocalDeps, LocalPerson } from "./deps.ts";
export type { LocalMessage, LocalMessages } from "./messages.ts";
export { decodeView, encodeView } from "./view-codec.ts";

/** The page in the browser: a complete platform of its own, on this machine only. It posts also before it is started. */
async function create(_config: LocalConfig, deps: LocalDeps): Promise<Platform> {
  const people = directory(deps);
  const pages = live({ directory: people, fault: (error) => deps.log.error({ error }, "a page was not told") });
  const unkept = memory();
  const box = postbox({ messages: deps.messages, memory: unkept, clock: deps.clock, announce: pages.announce });
  let stopServing = async (): Promise<void> => {};

  async function start(router: Router) {
    const files = uploads();
    const { messages } = deps;
    const talk = conversation({ router, directory: people, messages, memory: unkept, postbox: box, uploads: files });
    const app = server({ local: deps, router, directory: people, conversation: talk, uploads: files, live: pages });
    stopServing = () => app.close();
    deps.listening?.(await listen(app, deps.port));
  }

  return {
    ...pushes({ local: deps, postbox: box }),
    name: here.platform,
    limits,
    hasThreads: false,
    // Nobody counts here.
    pace: { perSecond: Number.POSITIVE_INFINITY, perPlaceMs: 0 },
    start,
    connect: async () => {},
    stop: () => stopServing(),
  };
}

export const local: PlatformModule<LocalConfig, LocalDeps> = { name: here.platform, setup, create };
