import { describe, expect, test } from "vitest";
import type { Platform } from "./chat/platform.ts";
import { type PlatformSection, readConfig, section } from "./config.ts";
import type { Environment, PlatformDeps, PlatformModule, Setup } from "./platforms/module.ts";

/** A platform that keeps its configuration where a test can see it. */
function aModule(name: string, setup: (env: Environment) => Setup<string>): PlatformModule<string> {
  const create = async (config: string) => ({ name: `${name} with ${config}` }) as Platform;
  return { name, setup, create };
}

const bell = aModule("bell", ({ BELL_ROPE, BELL_TOWER }) => {
  if (BELL_ROPE && BELL_TOWER) return { is: "on", config: BELL_ROPE };
  return BELL_ROPE ? { is: "wrong", problems: ["BELL_TOWER is missing.", "BELL_KEY is missing."] } : { is: "off" };
});
const page = aModule("page", ({ PAGE }) => ({ is: "on", config: PAGE ?? "default" }));
const platforms: readonly PlatformSection<PlatformDeps>[] = [
  section(bell),
  section(page, (config) => config === "default"),
];

function problems(env: Environment): readonly string[] {
  const read = readConfig(env, platforms);
  return read.ok ? [] : read.refusal.problems;
}

function config(env: Environment) {
  const read = readConfig(env, platforms);
  if (!read.ok) throw new Error(read.refusal.problems.join(" "));
  return read.value;
}

describe("the configuration", () => {
  test("needs nothing to be set", () => {
    expect(config({})).toMatchObject({
      port: 3000,
      dataFolder: ".data",
      databaseUrl: undefined,
      redisUrl: undefined,
      logLevel: "warn",
      platforms: [{ name: "page" }],
    });
  });

  test("takes what is set, and nothing for what is set to nothing", () => {
    const env = {
      PORT: "0",
      FAIRLINE_DATA: "/var/lib/fairline",
      DATABASE_URL: " ",
      REDIS_URL: "rediss://r",
      LOG_LEVEL: "warn",
    };
    expect(config(env)).toMatchObject({
      port: 0,
      dataFolder: "/var/lib/fairline",
      databaseUrl: undefined,
      redisUrl: "rediss://r",
      logLevel: "warn",
    });
  });

  test.each(["65536", "-1", "80.5", "http", "0x50", "1e3"])("refuses the port %s by name", (PORT) => {
    expect(problems({ PORT })).toEqual(["PORT must be a whole number from 0 to 65535 (0 takes any free port)."]);
  });

  test("takes the last port there is", () => {
    expect(config({ PORT: "65535" }).port).toBe(65_535);
  });

  test("tells every problem at once, of the house and of each platform, and shows no secret", () => {
    const env = {
      PORT: "x",
      DATABASE_URL: "mysql://ana:hunter22@db/x",
      REDIS_URL: "hunter22",
      LOG_LEVEL: "loud",
      BELL_ROPE: "r",
    };
    expect(problems(env)).toEqual([
      "PORT must be a whole number from 0 to 65535 (0 takes any free port).",
      "DATABASE_URL must be an address like postgres://user:password@host:port/name.",
      "REDIS_URL must be an address like redis://user:password@host:port/name.",
      "LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.",
      "BELL_TOWER is missing.",
      "BELL_KEY is missing.",
    ]);
  });

  test("hands each platform its own configuration", async () => {
    const { platforms } = config({ BELL_ROPE: "hemp", BELL_TOWER: "north", PAGE: "asked" });
    const deps = {} as PlatformDeps;
    const made = await Promise.all(platforms.map(({ create }) => create(deps)));
    expect(made.map(({ name }) => name)).toEqual(["bell with hemp", "page with asked"]);
  });

  test("logs less where only the page is on, unless told otherwise", () => {
    expect(config({ BELL_ROPE: "hemp", BELL_TOWER: "north" }).logLevel).toBe("info");
    expect(config({ LOG_LEVEL: "debug" }).logLevel).toBe("debug");
  });

  test("leaves a fallback out where another platform is on", () => {
    expect(config({ BELL_ROPE: "hemp", BELL_TOWER: "north" }).platforms.map(({ name }) => name)).toEqual(["bell"]);
  });
});
