import type { PlatformModule } from "../module.ts";
import { type SlackConfig, setup } from "./config.ts";
import { appManifest } from "./manifest.ts";

export const slack: PlatformModule<SlackConfig> = {
  name: "slack",
  setup,
  create: async (config, deps) => (await import("./platform.ts")).slackPlatform(config, deps),
  manifest: async (registry, options) => ({
    file: "slack.json",
    content: `${JSON.stringify(appManifest(registry.commands, options), null, 2)}\n`,
  }),
};
