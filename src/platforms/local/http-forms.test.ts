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

describe("submit and upload", () => {
  const opened = async () => (await say("ana", "dm:ana", "/appeal new E-77")).form;
  const submit = (form: string, values: object, as = "ana") => http.post("/api/submit", { as, form, values });
  const upload = (content: string, more = {}) =>
    http.post("/api/upload", { as: "ana", place: "dm:ana", name: "call.txt", content, ...more });
  const right = { evaluation: "E-77", kind: "fact", reason: "The customer never asked for that." };

  it("opens a form with its fields and what is known", async () => {
    const { title, fields, submit: label } = await opened();
    expect({ title, label }).toEqual({ title: "Challenges an evaluation", label: "Send" });
    expect(fields[0]).toEqual({
      name: "evaluation",
      label: "Evaluation number",
      required: true,
      kind: { is: "line", min: 3, max: 20 },
      value: "E-77",
    });
    expect(fields.map(({ kind }) => kind.is)).toEqual(["line", "choice", "date", "person", "paragraph", "file"]);
  });

  it("says what is wrong by field and does nothing", async () => {
    const { body } = await submit((await opened()).id, { evaluation: "E", day: "2026-02-30", reason: "no" });
    expect(body).toMatchObject({ ok: false, why: "wrong-values", error: expect.any(String) });
    expect(Object.keys(body.errors)).toEqual(["evaluation", "kind", "day", "reason"]);
    expect(body.errors.reason).toBe("At least 20 characters are needed; this has 2.");
  });

  it("takes people and files by id, plainly or by kind", async () => {
    const { body: file } = await upload(Buffer.from("hello").toString("base64"));
    expect(file).toMatchObject({ ok: true, name: "call.txt", bytes: 5 });
    for (const [witness, recording] of [
      [{ person: "ben" }, { file: file.id }],
      ["ben", file.id],
    ]) {
      const { body } = await submit((await opened()).id, { ...right, witness, recording });
      expect(body.messages[0].text).toContain("E-77 / fact / - / account ben / call.txt: hello");
    }
    const { body } = await submit((await opened()).id, { ...right, witness: "somebody else" });
    expect(body.messages[0].text).toContain("text somebody else");
  });

  it("refuses ids that nobody here has, by field", async () => {
    const form = (await opened()).id;
    const wrong = async (values: object) => (await submit(form, { ...right, ...values })).body.errors;
    expect(await wrong({ witness: { person: "nobody" } })).toHaveProperty("witness");
    expect(await wrong({ recording: { file: "gone" } })).toHaveProperty("recording");
    const { body: bens } = await upload("aGk=", { as: "ben", place: "dm:ben" });
    expect(await wrong({ recording: { file: bens.id } })).toEqual({
      recording: "There is no such file here any more. Attach it again.",
    });
  });

  it("refuses a form that was not opened here or stands in another's place", async () => {
    expect(await submit("nonsense", right)).toMatchObject({ status: 404, body: { why: "unknown-form" } });
    expect(await submit((await opened()).id, right, "ben")).toMatchObject({
      status: 404,
      body: { why: "unknown-place" },
    });
    expect(await upload("%%%")).toMatchObject({ status: 400, body: { why: "not-base64" } });
  });
});

describe("files, jobs and older messages", () => {
  it("serves pictures and files to those who see the message", async () => {
    const report = (await say("ana", "dm:ana", "/report")).messages[0];
    const image = report.images[0]?.url ?? "";
    const png = await fetch(`${house.url}${image}`);
    expect(png.headers.get("content-type")).toBe("image/png");
    expect(
      Buffer.from(await png.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
    const sheet = report.view.blocks.find((block) => block.is === "file");
    const file = await fetch(`${house.url}${sheet?.url}`);
    expect(file.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''week%2011.csv");
    expect(await file.text()).toBe("day,points\nMon,82\n");
    expect(await http.get(image.replace("as=ana", "as=ben"))).toMatchObject({ status: 404 });
    for (const index of ["99", "-1", "x", "0"]) {
      expect((await http.get(`/api/messages/${report.id}/parts/${index}?as=ana`)).status).toBe(404);
    }
  });

  it("runs an occurrence once, at the site's time", async () => {
    const run = (body: object, name = "daily-scores") => http.post(`/api/jobs/${name}/run`, body);
    const at = "2026-03-09T09:00";
    expect((await run({ site: "chengdu", at })).body).toEqual({ ok: true, ran: true, at: "2026-03-09T01:00:00.000Z" });
    expect((await run({ site: "chengdu", at: "2026-03-09T02:00:00+01:00" })).body).toMatchObject({ ran: false });
    expect((await lastOf("fang", "chengdu-news"))?.text).toContain("Daily scores");
    expect(await run({ site: "harbour", at: "2026-03-29T01:30" })).toMatchObject({
      status: 400,
      body: { why: "wrong-time" },
    });
    expect(await run({ site: "harbour", at: "soon" })).toMatchObject({ status: 400, body: { why: "wrong-time" } });
    expect(await run({ site: "nowhere" })).toMatchObject({ status: 404, body: { why: "unknown-site" } });
    expect(await run({ site: "harbour" }, "nothing")).toMatchObject({ status: 404, body: { why: "unknown-job" } });
    expect(await run({ site: "harbour" }, "lead-digest")).toMatchObject({
      status: 409,
      body: { error: "Harbour has no leads." },
    });
    expect(await run({})).toMatchObject({ status: 400, body: { why: "wrong-shape" } });
  });

  it("pages back through older messages", async () => {
    for (const word of ["one", "two", "three"]) await say("li", "chengdu-floor", word);
    const page = async (query: string) =>
      (await http.get<MessageShape[]>(`/api/messages?as=li&place=chengdu-floor&limit=1${query}`)).body;
    const [newest] = await page("");
    const [older] = await page(`&before=${newest?.at}`);
    expect([newest?.text, older?.text]).toEqual(["three", "two"]);
  });
});
