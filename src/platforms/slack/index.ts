import type { PlatformModule } from "../module.ts";
import { type SlackConfig, setup } from "./config.ts";
import { appManifest } from "./manifest.ts";
import { slackPlatform } from "./platform.ts";

export const slack: PlatformModule<SlackConfig> = {
  name: "slack",
  setup,
  create: slackPlatform,
  manifest: (registry, options) => ({
    file: "slack.json",
    content: `${JSON.stringify(appManifest(registry.commands, options), null, 2)}\n`,
  }),
};
