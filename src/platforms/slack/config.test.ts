import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { setup } from "./config.ts";

const bot = { SLACK_BOT_TOKEN: "xoxb-1-2-abc" };
const app = { SLACK_APP_TOKEN: "xapp-1-A-abc" };
const secret = { SLACK_SIGNING_SECRET: "8f742231b10e8888abcd99" };

const problems = (env: Record<string, string>) => {
  const made = setup(env);
  return made.is === "wrong" ? made.problems : [];
};

describe("what the environment says of Slack", () => {
  test("nothing: the platform is off, also when variables are empty", () => {
    expect(setup({})).toEqual({ is: "off" });
    expect(setup({ SLACK_BOT_TOKEN: " ", SLACK_API_URL: "http://127.0.0.1:1/" })).toEqual({ is: "off" });
  });

  test("a bot token and an app token: Socket Mode", () => {
    expect(setup({ ...bot, ...app })).toEqual({
      is: "on",
      config: { botToken: "xoxb-1-2-abc", mode: { is: "socket", appToken: "xapp-1-A-abc" }, prefix: "" },
    });
  });

  test("a bot token and a signing secret: HTTP", () => {
    expect(setup({ ...bot, ...secret })).toMatchObject({
      config: { mode: { is: "http", signingSecret: "8f742231b10e8888abcd99" } },
    });
  });

  test("both ways: Socket Mode", () => {
    expect(setup({ ...bot, ...app, ...secret })).toMatchObject({ config: { mode: { is: "socket" } } });
  });

  test("another address and a prefix are taken", () => {
    const more = { SLACK_API_URL: "http://127.0.0.1:8080/api/", SLACK_COMMAND_PREFIX: "fl-" };
    expect(setup({ ...bot, ...app, ...more })).toMatchObject({
      config: { apiUrl: "http://127.0.0.1:8080/api/", prefix: "fl-" },
    });
  });
});

describe("half filled: one problem names every missing variable", () => {
  test.each([
    ["the bot token alone", bot, ["SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"]],
    ["the app token alone", app, ["SLACK_BOT_TOKEN"]],
    ["the signing secret alone", secret, ["SLACK_BOT_TOKEN"]],
    ["both ways without a bot token", { ...app, ...secret }, ["SLACK_BOT_TOKEN"]],
  ])("%s", (_, env, missing) => {
    const said = problems(env);
    expect(said).toHaveLength(1);
    const [, after = ""] = (said[0] ?? "").split("but not");
    for (const name of ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"]) {
      expect(after.includes(name)).toBe(missing.includes(name));
    }
  });
});

describe("values of the wrong shape", () => {
  test.each([
    ["SLACK_BOT_TOKEN", { ...app, SLACK_BOT_TOKEN: "xoxp-1-2" }],
    ["SLACK_APP_TOKEN", { ...bot, SLACK_APP_TOKEN: "xoxb-1-2" }],
    ["SLACK_SIGNING_SECRET", { ...bot, SLACK_SIGNING_SECRET: "xapp-1-A-abc" }],
    ["SLACK_API_URL", { ...bot, ...app, SLACK_API_URL: "slack.com/api" }],
    ["SLACK_API_URL", { ...bot, ...app, SLACK_API_URL: "ftp://slack.com/" }],
    ["SLACK_COMMAND_PREFIX", { ...bot, ...app, SLACK_COMMAND_PREFIX: "Fair Line" }],
  ])("%s is named, with what it should be", (name, env) => {
    const said = problems(env);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(name);
  });

  test("no problem repeats a secret", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9]{12,40}$/), (value) => {
        const said = problems({ SLACK_BOT_TOKEN: value, SLACK_APP_TOKEN: value, SLACK_SIGNING_SECRET: value });
        expect(said.join(" ")).not.toContain(value);
      }),
    );
  });
});
