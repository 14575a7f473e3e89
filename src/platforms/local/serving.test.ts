import { afterEach, describe, expect, it } from "vitest";
import { text } from "../../chat/view.ts";
import { type HouseOptions, type LocalHouse, localHouse } from "../../testing/peers/local-house.ts";
import { caller, raw } from "../../testing/peers/local-http.ts";
import { localMessagesInMemory } from "../../testing/peers/local-messages.ts";
import { local } from "./index.ts";

const houses: LocalHouse[] = [];
async function opened(options?: HouseOptions) {
  const house = await localHouse(options);
  houses.push(house);
  return { house, http: caller(house.url) };
}
afterEach(async () => {
  for (const house of houses.splice(0)) await house.platform.stop();
});

/** The events that a person's stream tells, as they come. */
async function listening(house: LocalHouse, as: string) {
  const response = await fetch(`${house.url}/api/events?as=${as}`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error("no stream");
  let told = "";
  const read = () => reader.read();
  async function until(words: string): Promise<string> {
    while (!told.includes(words)) {
      const { done, value } = await read();
      if (done) return "ended";
      told += value;
    }
    return told;
  }
  await until("event: open");
  return { until, type: response.headers.get("content-type"), close: () => reader.cancel() };
}

describe("setup", () => {
  it.each([
    [undefined, { is: "on", config: { asked: false } }],
    ["", { is: "on", config: { asked: false } }],
    ["on", { is: "on", config: { asked: true } }],
    ["OFF", { is: "off" }],
    ["yes", { is: "wrong", problems: ["FAIRLINE_LOCAL is “yes”: set it to on or off, or leave it out"] }],
  ])("reads FAIRLINE_LOCAL=%s", (value, expected) => {
    expect(local.setup({ FAIRLINE_LOCAL: value })).toEqual(expected);
  });
});

describe("serving", () => {
  it("listens on this machine alone, and serves the page with strict headers", async () => {
    const { house } = await opened();
    expect(house.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const page = await fetch(`${house.url}/`);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    const addresses = [...(await page.text()).matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path]) => path);
    expect(addresses.length).toBeGreaterThan(5);
    for (const path of addresses) expect((await fetch(`${house.url}${path}`)).status).toBe(200);
  });

  it("refuses a port that is taken, saying what to do", async () => {
    const { house } = await opened();
    const { port } = new URL(house.url);
    await expect(localHouse({ port: Number(port) })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is taken by another program. Set PORT to a free port`,
    );
  });

  it("is not ready while the house is not", async () => {
    const { http } = await opened({ ready: async () => false });
    expect(await http.get("/readyz")).toEqual({ status: 503, body: { ok: false } });
    expect((await http.get("/healthz")).status).toBe(200);
  });

  it("turns a fault into an apology with a reference, logs it and goes on", async () => {
    const messages = {
      ...localMessagesInMemory(),
      list: async () => {
        throw new Error("the database is away");
      },
    };
    const { house, http } = await opened({ messages });
    const { status, body } = await http.get("/api/messages?as=ana&place=dm:ana");
    expect(status).toBe(500);
    expect(body).toMatchObject({ ok: false, why: "fault", error: expect.stringMatching(/reference is [\da-f]{8}\./) });
    expect(JSON.stringify(body)).not.toContain("database");
    expect(house.errors).toEqual(["a call failed"]);
    expect((await http.get("/api/people")).status).toBe(200);
  });
});

describe("live updates", () => {
  it("tell a person what is theirs to see, new and revised, and nothing else", async () => {
    const { house, http } = await opened();
    const ana = await listening(house, "ana");
    const ben = await listening(house, "ben");
    expect(ana.type).toBe("text/event-stream; charset=utf-8");
    await http.post("/api/say", { as: "ana", place: "harbour-floor", text: "/myscore" });
    const receipt = await house.platform.post(house.place("harbour-news"), { title: "News", blocks: [text("first")] });
    await house.platform.revise(receipt, { title: "News", blocks: [text("second")] });
    expect(await ana.until("second")).toMatch(/\/myscore[\s\S]*Score of Ana[\s\S]*first[\s\S]*second/);
    expect(await ben.until("second")).not.toContain("myscore");
    const told = (await ben.until("second")).match(/event: message\ndata: .*\n\n/g) ?? [];
    expect(JSON.parse(told.at(-1)?.split("data: ")[1] ?? "")).toMatchObject({
      place: "harbour-news",
      message: { id: receipt.message, revised: true, text: "News\nsecond" },
    });
    await Promise.all([ana.close(), ben.close()]);
  });

  it("end at once when the house stops, and answers under way are finished", async () => {
    let go = () => {};
    let begun = () => {};
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const { house, http } = await opened({
      before: () => {
        begun();
        return new Promise((resolve) => {
          go = resolve;
        });
      },
    });
    const ana = await listening(house, "ana");
    const answer = http.post("/api/say", { as: "ana", place: "dm:ana", text: "/myscore" });
    await hasBegun;
    const stopped = house.platform.stop();
    expect(await ana.until("never")).toBe("ended");
    go();
    expect((await answer).body.messages[0].text).toContain("Score of Ana");
    await stopped;
    await expect(http.get("/api/people")).rejects.toThrow();
    await house.platform.stop();
  });
});

describe("the port", () => {
  it("posts before it is started, and refuses whom and what it does not know", async () => {
    const { house } = await opened();
    const { platform } = house;
    const user = { platform: "local", workspace: "local", user: "nobody" };
    await expect(platform.direct(user)).rejects.toMatchObject({ why: "unreachable" });
    const receipt = { place: house.place("dm:ana"), message: "gone" };
    await expect(platform.revise(receipt, { title: "x", blocks: [] })).rejects.toMatchObject({ why: "refused" });
    expect((await raw(house.url, "/healthz", { host: new URL(house.url).host })).status).toBe(200);
  });
});
