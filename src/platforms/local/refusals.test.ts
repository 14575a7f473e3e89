import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostile } from "../../testing/contracts/sample.ts";
import { type LocalHouse, localHouse } from "../../testing/peers/local-house.ts";
import { caller, raw } from "../../testing/peers/local-http.ts";
import type { MessageShape } from "../../testing/peers/local-shapes.ts";

let house: LocalHouse;
let http: ReturnType<typeof caller>;
let port = "";

beforeAll(async () => {
  house = await localHouse();
  http = caller(house.url);
  port = new URL(house.url).port;
});
afterAll(() => house.platform.stop());

const people = "/api/people";
const hello = { as: "ana", place: "harbour-floor", text: "hello" };

describe("a foreign web page", () => {
  it.each(["127.0.0.1", "localhost", "[::1]"])("is not this one under the name %s", async (name) => {
    expect((await raw(house.url, people, { host: `${name}:${port}` })).status).toBe(200);
    expect((await http.get(people, { origin: `http://${name}:${port}` })).status).toBe(200);
  });

  it.each(["evil.test", "evil.test:3000", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.test", "localhost@evil.test"])(
    "that had its name “%s” pointed here is refused",
    async (host) => {
      expect(await raw(house.url, people, { host })).toMatchObject({ status: 403, body: { why: "foreign-host" } });
      expect((await raw(house.url, "/", { host })).status).toBe(403);
    },
  );

  it.each([
    "https://evil.test",
    "null",
    "http://localhost:1",
    "http://localhost",
    "file://",
    "http://localhost.evil.test",
  ])("of the origin %s may not act or read", async (origin) => {
    const foreign = { status: 403, body: { ok: false, why: "foreign-origin" } };
    expect(await http.post("/api/say", hello, { origin })).toMatchObject(foreign);
    expect(await http.get(people, { origin })).toMatchObject(foreign);
  });

  it("gives itself away by what its browser says, except when somebody only follows a link", async () => {
    const host = `127.0.0.1:${port}`;
    const visit = { host, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };
    for (const site of ["cross-site", "same-site"]) {
      expect((await raw(house.url, people, { host, "sec-fetch-site": site })).status).toBe(403);
      expect((await raw(house.url, people, { ...visit, "sec-fetch-site": site })).status).toBe(403);
      expect((await raw(house.url, "/", { ...visit, "sec-fetch-site": site })).status).toBe(200);
      const framed = { ...visit, "sec-fetch-dest": "iframe", "sec-fetch-site": site };
      expect((await raw(house.url, "/", framed)).status).toBe(403);
    }
  });

  it("cannot send a form in JSON's place", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]) {
      const answer = await http.post("/api/say", JSON.stringify(hello), { "content-type": type });
      expect(answer).toMatchObject({ status: 415, body: { ok: false, why: "not-typed" } });
    }
  });
});

describe("what is unknown", () => {
  const nobody = ["nobody", "ANA", "__proto__", "ana\u0000", "' OR 1=1 --"];
  it.each(nobody)("person %j is refused everywhere", async (as) => {
    const query = `as=${encodeURIComponent(as)}`;
    for (const path of [`places?${query}`, `commands?${query}`, `events?${query}`, `messages?${query}&place=dm:ana`]) {
      expect(await http.get(`/api/${path}`)).toMatchObject({ status: 404, body: { ok: false, why: "unknown-person" } });
    }
    expect(await http.post("/api/say", { ...hello, as })).toMatchObject({
      status: 404,
      body: { why: "unknown-person" },
    });
  });

  it.each(["dm:ben", "dm:", "chengdu-floor", "nowhere", "constructor", "\u0000"])(
    "place %j is refused",
    async (place) => {
      const unknown = { status: 404, body: { ok: false, why: "unknown-place" } };
      expect(await http.post("/api/say", { ...hello, place })).toMatchObject(unknown);
      expect(await http.get(`/api/messages?as=ana&place=${encodeURIComponent(place)}`)).toMatchObject(unknown);
      const file = { as: "ana", place, name: "a", content: "" };
      expect(await http.post("/api/upload", file)).toMatchObject(unknown);
    },
  );

  it("address is refused as JSON", async () => {
    for (const path of ["/api/nothing", "/page/../server.ts", "/page/%2e%2e%2fserver.ts", "/page/nothing.js"]) {
      expect(await http.get(path)).toMatchObject({ status: 404, body: { ok: false, why: "no-such-call" } });
    }
  });

  it("is told in the person's language, or the browser's", async () => {
    const text = { as: "fang", place: "nowhere", text: "hi" };
    expect((await http.post("/api/say", text)).body.error).toContain("您看不到“nowhere”");
    expect((await http.post("/api/say", { ...text, as: "x" }, { "accept-language": "zh-TW" })).body.error).toContain(
      "没有编号",
    );
  });
});

describe("what is malformed", () => {
  it.each(["{", "", "[]", "null", "3", '"x"', '{"__proto__":{"a":1}}', '{"as":["ana"],"place":{},"text":5}', "\u0000"])(
    "body %j is refused",
    async (body) => {
      const { status, body: answer } = await http.post("/api/say", body);
      expect(status).toBe(400);
      expect(answer).toMatchObject({ ok: false, error: expect.any(String) });
    },
  );

  it("names the fields that are missing or wrong", async () => {
    const { body } = await http.post("/api/say", { as: "ana", text: 5 });
    expect(body).toEqual({ ok: false, why: "wrong-shape", error: "Wrong or missing: place, text." });
    const key = { ...hello, key: "a key\u0000" };
    expect((await http.post("/api/say", key)).body.error).toBe("Wrong or missing: key.");
  });

  it("queries are refused", async () => {
    for (const query of [
      "",
      "as=ana",
      "as=ana&as=ben&place=dm:ana",
      "as=ana&place=dm:ana&limit=0",
      "as=ana&place=dm:ana&before=soon",
    ]) {
      expect(await http.get(`/api/messages?${query}`)).toMatchObject({ status: 400, body: { why: "wrong-shape" } });
    }
  });
});

describe("what is too large", () => {
  it("is refused with words: a body, a file, a line", async () => {
    const { post } = http;
    expect(await post("/api/say", { ...hello, text: "x".repeat(1_100_000) })).toMatchObject({
      status: 413,
      body: { why: "too-large" },
    });
    const file = { as: "ana", place: "dm:ana", name: "big", content: "A".repeat(34_000_000) };
    expect(await post("/api/upload", file)).toMatchObject({ status: 413, body: { why: "too-large" } });
    expect(await post("/api/say", { ...hello, text: "x".repeat(100_001) })).toMatchObject({
      status: 413,
      body: { why: "too-long", error: "At most 100,000 characters can be said at once; this has 100,001." },
    });
    expect(await post("/api/say", { ...hello, text: " \u0000 " })).toMatchObject({
      status: 400,
      body: { why: "empty" },
    });
  });
});

describe("hostile text", () => {
  const shown = async () => (await http.get<MessageShape[]>("/api/messages?as=ben&place=harbour-floor")).body.at(-1);
  it.each([
    ["markup and direction marks", hostile, hostile],
    ["a NUL", "a\u0000b", "ab"],
    ["half a character", "a\ud83db", "a\ufffdb"],
    ["40,000 characters", "长".repeat(40_000), "长".repeat(40_000)],
    [
      "quotes and braces",
      `'); DROP TABLE local_message; --{"$bytes":"aGk="}`,
      `'); DROP TABLE local_message; --{"$bytes":"aGk="}`,
    ],
  ])("is kept and shown as it is: %s", async (_name, sent, kept) => {
    expect((await http.post("/api/say", { ...hello, text: sent })).body).toEqual({ ok: true, messages: [] });
    expect(await shown()).toMatchObject({ author: "ana", text: kept });
  });

  it("in a command is answered and breaks nothing", async () => {
    const { body } = await http.post("/api/say", { ...hello, text: `/${hostile}\u0000` });
    expect(body.messages[0].text).toContain("I did not catch that");
    const { body: kudos } = await http.post("/api/say", { ...hello, text: `/kudos Ben ${hostile}` });
    expect(kudos.messages[0].text).toContain("<script>alert(1)</script>");
  });
});
