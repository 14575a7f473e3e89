import { describe, expect, test } from "vitest";
import { createLog } from "./log.ts";
import { scrub, secretsIn } from "./scrub.ts";

const secrets = {
  SLACK_BOT_TOKEN: "bot-token-of-ours",
  DATABASE_URL: "postgres://ana:p%40ss%22word@db:5432/x",
  REDIS_URL: "redis://:red-secret@cache:6379",
  PORT: "3000",
  HOME: "/home/ana",
};

function written(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog({ level: "info", secrets, write: (line) => lines.push(line) }));
  return lines.join("");
}

describe("the log", () => {
  test("is a line of JSON with its level, its time and its context", () => {
    const line = JSON.parse(written((log) => log.warn({ site: "dublin" }, "late")));
    expect(line).toMatchObject({
      level: "warn",
      site: "dublin",
      msg: "late",
      time: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  test("keeps an error's stack and its causes", () => {
    const error = new Error("outer", { cause: new Error("inner") });
    const line = JSON.parse(written((log) => log.error({ error }, "failed")));
    expect(line.error).toMatchObject({ message: "outer", cause: { message: "inner" } });
    expect(line.error.stack).toContain("log.test.ts");
  });

  test("writes no secret of the environment, wherever it turns up", () => {
    const text = written((log) => {
      log.info({ deep: { er: ["x bot-token-of-ours y"] } }, 'said p@ss"word');
      log.error({ error: new Error(`no answer from ${secrets.DATABASE_URL}`) }, "p%40ss%22word");
      log.warn({ "red-secret": 1 }, "red-secret");
    });
    for (const secret of ["bot-token-of-ours", "p%40ss", 'p@ss\\"word', "red-secret"])
      expect(text).not.toContain(secret);
    for (const line of text.trim().split("\n")) expect(() => JSON.parse(line)).not.toThrow();
    expect(text).toContain("postgres://ana:[hidden]@db:5432/x");
  });

  test.each([
    ['{"botToken":"abc"}', '{"botToken":"[hidden]"}'],
    ['{"a":{"PASSWORD":"a\\"b"},"ok":"c"}', '{"a":{"PASSWORD":"[hidden]"},"ok":"c"}'],
    ['{"authorization":"Bearer x"}', '{"authorization":"[hidden]"}'],
    ['{"m":"to redis://u:pw@h/0 and postgres://h/x"}', '{"m":"to redis://u:[hidden]@h/0 and postgres://h/x"}'],
    ['{"m":"got xoxb-123456789-abc and xapp-1-A0123456"}', '{"m":"got [hidden] and [hidden]"}'],
    [
      '{"m":"see https://example.com:8080/a@b and ana@example.com"}',
      '{"m":"see https://example.com:8080/a@b and ana@example.com"}',
    ],
  ])("hides what looks like a secret in %s", (line, expected) => {
    expect(scrub(line, [])).toBe(expected);
  });

  test("does not take every setting for a secret", () => {
    expect(secretsIn({ PORT: "3000", HOME: "/home/ana", API_TOKEN: "abc" })).toEqual([]);
  });
});
