import { describe, expect, test } from "vitest";
import { command, view } from "../../chat/command.ts";
import { registry } from "../../chat/registry.ts";
import { say } from "../../kernel/locale.ts";
import { sampleCommands, sampleRegistry } from "../../testing/contracts/sample.ts";
import { slack } from "./index.ts";
import { appManifest } from "./manifest.ts";

const named = (name: string) =>
  command({
    name,
    summary: say({ en: `Does ${name}`, "zh-CN": name }),
    params: {},
    audience: "asker",
    allow: "everyone",
    run: async () => view(() => ({ title: name, blocks: [] })),
  });

const slashes = (prefix?: string) =>
  appManifest(sampleCommands, prefix === undefined ? {} : { prefix }).features.slash_commands;

describe("the app manifest", () => {
  test("has one slash command for each first word, and the root", () => {
    const heads = new Set(sampleCommands.map(({ name }) => `/${name.split(" ")[0]}`));
    expect(new Set(slashes().map(({ command: name }) => name))).toEqual(heads);
    expect(slashes()).toHaveLength(heads.size);
  });

  test("keeps subcommands in the text: all of them are described and hinted at", () => {
    expect(slashes().find(({ command: name }) => name === "/parcel")).toMatchObject({
      description: "Sends a parcel; Lists parcels",
      usage_hint: "send <to> | list",
      should_escape: true,
    });
  });

  test("the root is there without a prefix, whatever the prefix and the declarations", () => {
    const prefixed = slashes("fl-").map(({ command: name }) => name);
    expect(prefixed).toContain("/fairline");
    expect(prefixed).toContain("/fl-hello");
    expect(prefixed.filter((name) => !name.startsWith("/fl-"))).toEqual(["/fairline"]);
    expect(appManifest([named("only")]).features.slash_commands.map(({ command: name }) => name)).toEqual([
      "/fairline",
      "/only",
    ]);
  });

  test("Socket Mode has no address; HTTP has one for commands, interactivity and events", () => {
    expect(appManifest(sampleCommands).settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(appManifest(sampleCommands))).not.toContain("url");
    const url = "https://fairline.example/slack/events";
    const http = appManifest(sampleCommands, { url });
    expect(http.settings).toMatchObject({
      socket_mode_enabled: false,
      interactivity: { request_url: url },
      event_subscriptions: {
        request_url: url,
        bot_events: ["app_mention", "message.channels", "message.groups", "message.im"],
      },
    });
    expect(http.features.slash_commands.every((each) => "url" in each && each.url === url)).toBe(true);
  });

  test("a name that Slack would refuse stops the making", () => {
    expect(() => appManifest([named("a".repeat(31))], { prefix: "fl-" })).toThrow(/shorter prefix/);
    const many = Array.from({ length: 50 }, (_, i) =>
      named(`c${String.fromCharCode(97 + (i % 26))}${i < 26 ? "a" : "b"}`),
    );
    expect(() => appManifest(many)).toThrow(/50/);
  });

  test("the module writes it as a file", async () => {
    const { file, content } = (await slack.manifest?.(sampleRegistry(), { prefix: "fl-" })) ?? {
      file: "",
      content: "",
    };
    expect(file).toBe("slack.json");
    expect(JSON.parse(content)).toEqual(appManifest(sampleCommands, { prefix: "fl-" }));
    expect((await slack.manifest?.(registry([named("only")], []), {}))?.content).toContain('"/only"');
  });
});
