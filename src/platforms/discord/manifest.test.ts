import { describe, expect, test } from "vitest";
import { command, view } from "../../chat/command.ts";
import { choice, file, id, optional, type Params, person, text } from "../../chat/param.ts";
import { registry } from "../../chat/registry.ts";
import { say } from "../../kernel/locale.ts";
import { sampleRegistry } from "../../testing/contracts/sample.ts";
import { commands as rule } from "../../testing/peers/discord/command-rules.ts";
import { discord } from "./index.ts";
import { commandsJson } from "./manifest.ts";

const both = (words: string) => say({ en: words, "zh-CN": `${words}中` });
const declared = (name: string, params: Params, summary = name) =>
  command({
    name,
    summary: both(summary),
    params,
    audience: "asker",
    allow: "everyone",
    run: async () => view(() => ({ title: name, blocks: [] })),
  });
const line = (label: string) => text({ label: both(label), max: 50_000 });

describe("the commands as Discord registers them", () => {
  test("are taken by Discord, for every sample", () => {
    expect(rule.safeParse(commandsJson(sampleRegistry().commands)).error).toBeUndefined();
  });

  test("have typed options, what a form would ask for first, hidden ids left out", () => {
    const params = {
      note: optional(line("Note")),
      who: person({ label: both("Who") }),
      proposedSize: choice({ label: both("Size"), of: { s: both("Small"), l: both("Large") } }),
      sheet: optional(file({ label: both("Sheet"), maxBytes: 10 })),
      hidden: id(),
    };
    const [made] = commandsJson([declared("kudos", params)]);
    expect(made?.description_localizations).toEqual({ "zh-CN": "kudos中" });
    expect(made?.options).toMatchObject([
      { name: "who", type: 6, required: false, name_localizations: { "zh-CN": "who中" } },
      {
        name: "proposed-size",
        type: 3,
        choices: [
          { name: "Small", name_localizations: { "zh-CN": "Small中" }, value: "s" },
          { name: "Large", value: "l" },
        ],
      },
      { name: "note", type: 3, max_length: 6_000 },
      { name: "sheet", type: 11 },
    ]);
    expect(made?.options).toHaveLength(4);
    expect(rule.safeParse([made]).error).toBeUndefined();
  });

  test("of two words are subcommands of the first", () => {
    const made = commandsJson([declared("appeal new", {}), declared("ack", {}), declared("appeal status", {})]);
    expect(made.map(({ name }) => name)).toEqual(["appeal", "ack"]);
    expect(made[0]?.options).toMatchObject([
      { name: "new", type: 1 },
      { name: "status", type: 1 },
    ]);
    expect(rule.safeParse(made).error).toBeUndefined();
  });

  test("with labels and summaries that are too long or no names are still taken", () => {
    const long = say({ en: "word ".repeat(60), "zh-CN": "很长，".repeat(60) });
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`v${i}`, long]));
    const params = { a: text({ label: long, hint: long, max: 5 }), b: choice({ label: long, of: many }) };
    const made = commandsJson([{ ...declared("long", params), summary: long }]);
    expect(rule.safeParse(made).error).toBeUndefined();
    expect(made[0]?.options?.[1]).not.toHaveProperty("choices");
  });

  test("that Discord could not carry are refused by name, all at once", () => {
    const six = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`p${i}`, line(`P${i}`)]));
    const many = Array.from({ length: 26 }, (_, i) => declared(`many s${String.fromCharCode(97 + i)}`, {}));
    expect(() => commandsJson([declared("wide", six), ...many])).toThrow(
      "/wide asks for 6 values; a form on Discord has at most 5; /many has more than 25 subcommands",
    );
  });

  test("the manifest is a file of them", async () => {
    const { commands } = registry([declared("ack", {})], []);
    const made = await discord.manifest?.(registry([declared("ack", {})], []), {});
    expect(made?.file).toBe("discord-commands.json");
    expect(JSON.parse(made?.content ?? "")).toEqual(JSON.parse(JSON.stringify(commandsJson(commands))));
  });
});
