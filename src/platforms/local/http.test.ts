import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalHouse, localHouse } from "../../testing/peers/local-house.ts";
import { caller } from "../../testing/peers/local-http.ts";
import type { MessageShape } from "../../testing/peers/local-shapes.ts";

let house: LocalHouse;
let http: ReturnType<typeof caller>;

beforeAll(async () => {
  house = await localHouse();
  http = caller(house.url);
});
afterAll(() => house.platform.stop());

const say = (as: string, place: string, text: string, more = {}) =>
  http.post("/api/say", { as, place, text, ...more }).then(({ body }) => body);
const sees = async (as: string, place: string) =>
  (await http.get<MessageShape[]>(`/api/messages?as=${as}&place=${place}`)).body;
const lastOf = async (as: string, place: string) => (await sees(as, place)).at(-1);

type Listed = { readonly name: string; readonly params: readonly unknown[] };

describe("lists", () => {
  it("names everybody with their roles, team, site and language", async () => {
    const { body } = await http.get("/api/people");
    expect(body).toContainEqual({
      id: "fang",
      name: "王芳",
      roles: ["agent"],
      team: "青竹组",
      site: "chengdu",
      locale: "zh-CN",
      zone: "Asia/Shanghai",
    });
  });

  it("names the places that a person sees", async () => {
    expect((await http.get("/api/places?as=ana")).body).toEqual([
      { id: "dm:ana", kind: "dm", name: "Fairline" },
      { id: "harbour-floor", kind: "channel", name: "floor" },
      { id: "harbour-news", kind: "channel", name: "bulletins" },
    ]);
  });

  it("names only the commands that a person may give, in their language", async () => {
    const names = async (as: string) =>
      (await http.get<Listed[]>(`/api/commands?as=${as}`)).body.map(({ name }) => name);
    expect(await names("ana")).not.toContain("teamscore");
    expect(await names("ben")).toContain("teamscore");
    const score = (await http.get<Listed[]>("/api/commands?as=fang")).body.find(({ name }) => name === "myscore");
    expect(score).toMatchObject({ usage: "myscore [period]", summary: "您的得分、构成与可信度" });
    expect(score?.params[0]).toMatchObject({
      name: "period",
      required: false,
      label: "时段",
      kind: { is: "choice", options: expect.arrayContaining([{ value: "today", label: "今天" }]) },
    });
  });

  it("tells the house's health", async () => {
    expect(await http.get("/healthz")).toEqual({ status: 200, body: { ok: true } });
    expect(await http.get("/readyz")).toEqual({ status: 200, body: { ok: true } });
  });
});

describe("say", () => {
  it("answers with what came back for this person, as view and as text", async () => {
    const { ok, messages } = await say("ana", "dm:ana", "/myscore week");
    expect(ok).toBe(true);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ author: null, ephemeral: false, revised: false });
    expect(messages[0].text).toMatch(/Score of Ana Torres[\s\S]*Volume\s+4,500/);
    expect(messages[0].view.blocks[0]?.is).toBe("facts");
    expect(messages[0].actions).toEqual([
      { kind: "button", action: "explain", label: "Explain", style: "primary" },
      { kind: "link", url: "https://example.org/guide", label: "Guide" },
      expect.objectContaining({ kind: "button", label: "Forget it", style: "danger" }),
      expect.objectContaining({
        kind: "menu",
        label: "By queue",
        options: expect.arrayContaining([{ value: "sales", label: "Sales" }]),
      }),
    ]);
  });

  it("keeps what people typed beside the answers, by author", async () => {
    await say("cleo", "dm:cleo", "/report");
    expect((await sees("cleo", "dm:cleo")).map(({ author, text }) => [author, text.split("\n")[0]])).toEqual([
      ["cleo", "/report"],
      [null, "Weekly report"],
    ]);
  });

  it("shows a command and its private answer to nobody else", async () => {
    await say("ana", "harbour-floor", "/myscore");
    expect(await lastOf("ana", "harbour-floor")).toMatchObject({ ephemeral: true });
    expect(JSON.stringify(await sees("ben", "harbour-floor"))).not.toContain("Score of Ana");
    expect(JSON.stringify(await sees("ben", "harbour-floor"))).not.toContain("/myscore");
  });

  it("shows chatter to the channel without an answer, and answers a mention", async () => {
    expect(await say("ana", "harbour-floor", "good morning")).toEqual({ ok: true, messages: [] });
    expect(await lastOf("dev", "harbour-floor")).toMatchObject({ author: "ana", text: "good morning" });
    expect((await say("ana", "harbour-floor", "@Fairline: myscore")).messages[0].text).toContain("Score of Ana");
    expect(await say("ana", "harbour-floor", "write to me@fairline.example")).toEqual({ ok: true, messages: [] });
  });

  it("answers plain words in a direct conversation, and a full-width slash", async () => {
    expect((await say("ana", "dm:ana", "myscore today")).messages[0].text).toContain("Score of Ana");
    expect((await say("fang", "dm:fang", "／myscore")).messages[0].text).toContain("王芳");
    expect((await say("ana", "dm:ana", "/")).messages[0].text).toContain("/myscore");
  });

  it("answers the same key once", async () => {
    const first = await say("ben", "harbour-news", "/kudos Ana for the calm voice", { key: "k-1" });
    expect(first.messages).toHaveLength(1);
    expect(await say("ben", "harbour-news", "/kudos Ana for the calm voice", { key: "k-1" })).toEqual({
      ok: true,
      messages: [],
    });
    expect((await sees("ana", "harbour-news")).filter(({ text }) => text.startsWith("Kudos"))).toHaveLength(1);
    expect((await say("ana", "harbour-news", "/kudos Ben for the kind words", { key: "k-1" })).messages).toHaveLength(
      1,
    );
  });
});

describe("press", () => {
  const press = (as: string, message: string, action: string, value?: string) =>
    http.post("/api/press", { as, message, action, ...(value === undefined ? {} : { value }) });

  it("answers a button, a menu, and revises in place for everybody", async () => {
    const score = (await say("ana", "dm:ana", "/myscore")).messages[0];
    expect((await press("ana", score.id, "explain")).body.messages[0].text).toContain("How it was made");
    expect((await press("ana", score.id, "queue", "sales")).body.messages[0].text).toContain("Queue sales");
    const counter = (await say("ana", "harbour-floor", "/counter")).messages[0];
    const [bump] = counter.actions.flatMap((action) => (action.kind === "button" ? [action.action] : []));
    const { body } = await press("ben", counter.id, bump ?? "");
    expect(body.messages[0]).toMatchObject({
      id: counter.id,
      revised: true,
      text: expect.stringContaining("Count is 1"),
    });
    expect(await lastOf("ana", "harbour-floor")).toMatchObject({ id: counter.id, revised: true });
  });

  it("refuses what is not on the message, without saying what others have", async () => {
    const score = (await say("ana", "dm:ana", "/myscore")).messages[0];
    expect(await press("ana", score.id, "bump|9")).toMatchObject({ status: 404, body: { why: "unknown-action" } });
    expect(await press("ana", score.id, "queue", "elsewhere")).toMatchObject({
      status: 400,
      body: { why: "needs-option" },
    });
    expect(await press("ana", score.id, "queue")).toMatchObject({ status: 400, body: { why: "needs-option" } });
    expect(await press("ana", score.id, "explain", "x")).toMatchObject({
      status: 400,
      body: { why: "takes-no-value" },
    });
    expect(await press("ben", score.id, "explain")).toMatchObject({ status: 404, body: { why: "unknown-message" } });
    expect(await press("ana", "no-such", "explain")).toMatchObject({ status: 404, body: { why: "unknown-message" } });
  });

  it("may open a form, whose answer stays in the place and at the message", async () => {
    const score = (await say("ana", "harbour-floor", "/myscore")).messages[0];
    const { body } = await press("ana", score.id, "forget");
    expect(body.form).toMatchObject({ title: "Thanks a colleague in public" });
    const values = { who: { person: "ben" }, reason: "for letting go" };
    await http.post("/api/submit", { as: "ana", form: body.form.id, values });
    expect(await lastOf("dev", "harbour-floor")).toMatchObject({
      text: "Kudos\nAna Torres thanks ben\nfor letting go",
    });
  });
});
