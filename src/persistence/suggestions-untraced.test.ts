import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registry } from "../chat/registry.ts";
import { router } from "../chat/router.ts";
import { notices } from "../features/notices/index.ts";
import { suggestionCommands, suggestions, suggestionsConfig } from "../features/suggestions/index.ts";
import { refuse } from "../kernel/outcome.ts";
import { local } from "../platforms/local/index.ts";
import { anId, aPerson, aSite } from "../testing/builders.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { seedEvaluations } from "../testing/evaluation-rows.ts";
import { caller } from "../testing/peers/local-http.ts";
import { connect, type Database } from "./client.ts";
import { heard } from "./heard.ts";
import { localMessages } from "./local-messages.ts";
import { ledger } from "./notices/ledger.ts";
import { peopleStore } from "./people.ts";
import { suggestionStore } from "./suggestions.ts";

/** Ana is at Leeds; the local page knows people by their ids. */
const ana = anId(1);
const home = `dm:${ana}`;
const idea = "Put a water cooler beside the lockers, please.";

let now = new Date("2026-03-09T14:25:36Z");
let own: TestDatabase;
let database: Database;
let page: Awaited<ReturnType<typeof opened>>;

/** Suggestions on the local page and a real database, with everything that is written on the way. */
async function opened() {
  const clock = () => now;
  const site = aSite({ channels: { general: "general" } });
  const person = aPerson({ id: ana, name: "Ana Diaz" });
  let url = "";
  const logged: string[] = [];
  const note = (context: object, message: string) => logged.push(JSON.stringify({ message, ...context }));
  const log = { info: note, warn: note, error: note };
  const door = suggestions({
    store: suggestionStore(database),
    roster: { site: async () => site, peopleById: async () => [person] },
    find: async () => refuse({ why: "nobody", say: () => "" }),
    rules: async () => suggestionsConfig.parse({}),
    newId: randomUUID,
    random: randomBytes,
  });
  const onPage = { id: ana, name: "Ana Diaz", roles: ["agent"], site: "leeds", locale: "en", zone: site.zone } as const;
  const platform = await local.create(
    { asked: true },
    {
      log,
      port: 0,
      ready: async () => true,
      clock,
      messages: localMessages(database.prisma),
      people: async () => [onPage],
      sites: async () => [],
      channels: async () => [{ id: "leeds/general", name: "general" }],
      listening: (address) => {
        url = address;
      },
    },
  );
  const declared = suggestionCommands({ suggestions: door });
  await platform.start(
    router({
      registry: registry(declared.commands, declared.actions),
      clock,
      identify: async ({ by }) => (by.user === ana ? { ...onPage, person: ana, siteLocale: "en" } : undefined),
      wayIn: () => ({ title: "", blocks: [] }),
      firstTime: heard(database).firstTime,
      fault: (error) => note({ error: String(error) }, "fault"),
      reference: () => "ref",
    }),
  );
  const telling = notices({
    ledger: ledger({ pool: database.pool, newId: randomUUID }),
    kinds: () => door.kinds,
    platforms: () => [platform],
    roster: peopleStore(database),
    log,
    clock,
    reference: () => "ref",
  });
  return { platform, http: caller(url), logged, telling };
}

beforeAll(async () => {
  own = await testDatabase();
  database = connect(own.url);
  await seedEvaluations(database, {});
  page = await opened();
});
afterAll(async () => {
  await page?.platform.stop();
  await database?.close();
  await own?.close();
});

/** Every row of every table, as text after the table's name. */
async function everyRow(): Promise<readonly string[]> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    "SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  const all = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await database.pool.query<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM ${name} t`);
      return rows.map(({ row }) => `${name} ${row}`);
    }),
  );
  return all.flat();
}
const ofAna = async () => (await everyRow()).filter((row) => row.includes(ana)).sort();

const says = async (text: string) => (await page.http.post("/api/say", { as: ana, place: home, text })).body;
async function suggests(as: "signed" | "anonymous", text: string) {
  const { form } = await says(`/suggest ${text}`);
  const { body } = await page.http.post("/api/submit", { as: ana, form: form.id, values: { text, as } });
  return body.messages[0];
}

test("nothing in the whole database, nor in the log, leads from an anonymous suggestion to its author", async () => {
  const before = await ofAna();
  const answer = await suggests("anonymous", idea);
  const [code = "none"] = /(\w{4}-){3}\w{4}/.exec(answer.text) ?? [];
  expect(answer.text).toContain("Keep the code");
  const status = await says(`/suggest status ${code}`);
  expect(status.messages[0].text).toContain(idea);
  // The buttons of what is not kept work all the same: it waits in memory.
  const add = status.messages[0].actions.find(({ label }) => label === "Add something");
  const action = add !== undefined && "action" in add ? add.action : "none";
  const press = { as: ana, message: status.messages[0].id, action };
  const { body: adding } = await page.http.post("/api/press", press);
  const more = "The one on the third floor is broken.";
  await page.http.post("/api/submit", { as: ana, form: adding.form.id, values: { text: more } });
  await page.telling.flush(new Date(0));

  expect(await ofAna()).toEqual(before);
  const rows = await everyRow();
  expect(rows.filter((row) => row.includes(code))).toEqual([]);
  const kept = rows.filter((row) => row.startsWith("suggestion "));
  expect(kept).toHaveLength(1);
  expect(JSON.parse(kept[0]?.slice("suggestion ".length) ?? "")).toMatchObject({ author_id: null, text: idea });
  expect(kept[0]).toContain(more);
  // Nor does the hour of its making stand anywhere, by the house's clock or the database's own.
  expect(rows.filter((row) => row.includes("2026-03-09T14:"))).toEqual([]);
  const today = new Date().toISOString().slice(0, 10);
  const told = rows.filter((row) => /^(suggestion|outbox|heard|local_message|delivery|audit) /.test(row));
  expect([...new Set(told.map((row) => row.split(" ")[0]))].sort()).toEqual([
    "delivery",
    "heard",
    "outbox",
    "suggestion",
  ]);
  expect(told.filter((row) => row.includes(today))).toEqual([]);
  expect(page.logged).toEqual([]);
});

/** The actions of a message, by their labels. */
type Shown = {
  readonly id: string;
  readonly text: string;
  readonly actions: readonly { label: string; action?: string }[];
};

/** Ana presses every button of a message, and every one of what she is answered; answers what she pressed. */
async function pressesAll(message: Shown): Promise<readonly string[]> {
  const pressed: string[] = [];
  for (const { label, action } of message.actions) {
    if (action === undefined) continue;
    pressed.push(label);
    const { body } = await page.http.post("/api/press", { as: ana, message: message.id, action });
    const values = { text: "There is one on every other floor." };
    const { form } = body;
    const sent =
      form === undefined ? body : (await page.http.post("/api/submit", { as: ana, form: form.id, values })).body;
    for (const answer of sent.messages) pressed.push(...(await pressesAll(answer)));
  }
  return pressed;
}

test.each([
  ["while it is hidden", "2026-03-10T14:25:36Z", "A bench in front of the door, please."],
  ["once it is shown", "2026-03-11T14:25:36Z", "A second bench in front of the door."],
])("no button of the card that is opened by its code leaves an id, %s", async (_, then, text) => {
  now = new Date("2026-03-10T10:11:12Z");
  const answer = await suggests("anonymous", text);
  const [code = "none"] = /(\w{4}-){3}\w{4}/.exec(answer.text) ?? [];
  now = new Date(`${then.slice(0, 10)}T09:30:00Z`);
  await page.telling.flush(new Date(0));
  now = new Date(then);
  const before = await ofAna();
  const status = await says(`/suggest ${code}`);
  expect(status.messages[0].text).toContain(text);
  expect(await pressesAll(status.messages[0])).toEqual(["Add something", "Withdraw"]);
  await page.telling.flush(new Date(0));
  expect(await ofAna()).toEqual(before);
  // What was posted is brought up to date the next morning, so that the hour is kept nowhere.
  const rows = await everyRow();
  const [kept] = rows.filter((row) => row.startsWith("suggestion ") && row.includes('"state":"withdrawn"'));
  expect(kept).not.toContain(text);
  expect(rows.filter((row) => row.includes(then.slice(0, 13)))).toEqual([]);
});

test("a signed one is kept with its author", async () => {
  const before = await ofAna();
  await suggests("signed", "Have the lockers cleaned once a week.");
  const now = (await ofAna()).filter((row) => !before.includes(row));
  expect(now).toHaveLength(1);
  expect(now[0]).toMatch(/^suggestion /);
});
