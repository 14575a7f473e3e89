import { describe, expect, test } from "vitest";
import { discord } from "./index.ts";

describe("the environment", () => {
  test("says nothing of Discord: off", () => {
    expect(discord.setup({})).toEqual({ is: "off" });
    expect(discord.setup({ DISCORD_TOKEN: "  " })).toEqual({ is: "off" });
  });

  test("has a token: on, everywhere, at Discord's own address", () => {
    expect(discord.setup({ DISCORD_TOKEN: "t" })).toEqual({
      is: "on",
      config: { token: "t" },
    });
  });

  test("names one server and another address", () => {
    const env = {
      DISCORD_TOKEN: "t",
      DISCORD_GUILD_ID: "123456789012345678",
      DISCORD_API_URL: "http://127.0.0.1:9/api/",
    };
    expect(discord.setup(env)).toEqual({
      is: "on",
      config: { token: "t", guild: "123456789012345678", api: "http://127.0.0.1:9/api" },
    });
  });

  test.each([
    [{ DISCORD_GUILD_ID: "123456789012345678" }, ["DISCORD_TOKEN is missing, while DISCORD_GUILD_ID is set"]],
    [
      { DISCORD_GUILD_ID: "1", DISCORD_API_URL: "x" },
      ["DISCORD_TOKEN is missing, while DISCORD_GUILD_ID and DISCORD_API_URL are set"],
    ],
    [
      { DISCORD_TOKEN: "t", DISCORD_GUILD_ID: "floor", DISCORD_API_URL: "ftp://x" },
      [
        "DISCORD_API_URL is not a web address, for example https://discord.com/api",
        "DISCORD_GUILD_ID is not the id of a server: a number of 17 to 20 digits",
      ],
    ],
  ])("half filled %j: wrong, with every variable to mend", (env, problems) => {
    expect(discord.setup(env)).toEqual({ is: "wrong", problems });
  });
});
