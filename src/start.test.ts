import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "fairline-start-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Started = { readonly npm: ChildProcess; readonly said: () => string; readonly ended: Promise<number | null> };

/** `npm start`, as a newcomer types it. */
function npmStart(env: Record<string, string> = {}): Started {
  const { PATH = "", HOME = "" } = process.env;
  const npm = spawn("npm", ["start"], {
    cwd: root,
    env: { PATH, HOME, PORT: "0", FAIRLINE_DATA: join(folder, "data"), LOG_LEVEL: "silent", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [npm.stdout, npm.stderr])
    stream?.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  return { npm, said: () => text, ended: once(npm, "exit").then(([code]) => code as number | null) };
}

async function address({ said, ended }: Started): Promise<string> {
  const over = ended.then((code) => {
    throw new Error(`ended with ${code}: ${said()}`);
  });
  const found = async () => {
    for (;;) {
      const url = /ready: (http:\/\/127\.0\.0\.1:\d+)/.exec(said())?.[1];
      if (url !== undefined) return url;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return Promise.race([found(), over]);
}

async function asks(url: string, name: string, text: string): Promise<string> {
  const people = (await (await fetch(`${url}/api/people`)).json()) as { id: string; name: string }[];
  const id = people.find((person) => person.name === name)?.id;
  const body = JSON.stringify({ as: id, place: `dm:${id}`, text });
  const answer = await fetch(`${url}/api/say`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  const { messages } = (await answer.json()) as { messages: { text: string }[] };
  return messages.at(-1)?.text ?? "";
}

/** Processes that still work on our folder. */
const leftovers = () =>
  execFileSync("ps", ["-eo", "args"], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes(folder));

describe("npm start", () => {
  let answered = "";

  test("makes the demo, answers in both languages, keeps a second start away, and leaves nothing behind", async () => {
    const first = npmStart();
    const url = await address(first);
    answered = await asks(url, "Ana Ortiz", "/myscore last month");
    expect(answered).toMatch(/points of 100[\s\S]*Handle time[\s\S]*Data as of/);
    expect(await asks(url, "陈静", "/myscore 上月")).toMatch(/满分 100[\s\S]*平均处理时长[\s\S]*数据截至/);

    const second = npmStart();
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain("Fairline already runs on");
    expect(second.said()).toContain(url);

    first.npm.kill("SIGTERM");
    await first.ended;
    expect(leftovers()).toEqual([]);
  }, 120_000);

  test("finds its data again", async () => {
    const again = npmStart();
    const url = await address(again);
    expect(again.said()).not.toContain("First start");
    expect(await asks(url, "Ana Ortiz", "/myscore last month")).toBe(answered);
    again.npm.kill("SIGINT");
    await again.ended;
    expect(leftovers()).toEqual([]);
  }, 120_000);

  test("names every variable of a platform that is half set up", async () => {
    const half = npmStart({ SLACK_APP_TOKEN: "xapp-1", DISCORD_GUILD_ID: "123456789012345678" });
    expect(await half.ended).toBe(1);
    expect(half.said()).toContain("SLACK_BOT_TOKEN");
    expect(half.said()).toContain("DISCORD_TOKEN");
  }, 60_000);

  test("says which port is taken and what to set", async () => {
    const holder = npmStart();
    const { port } = new URL(await address(holder));
    const other = npmStart({ PORT: port, FAIRLINE_DATA: join(folder, "other") });
    expect(await other.ended).toBe(1);
    expect(other.said()).toContain(port);
    expect(other.said()).toContain("PORT");
    holder.npm.kill("SIGTERM");
    await holder.ended;
  }, 120_000);
});
