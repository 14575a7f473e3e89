import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Locale } from "../../kernel/locale.ts";
import { anAccount, anAssignment, anId, aPerson, aSite, aTeam } from "../../testing/builders.ts";
import { conversation, testClock } from "../../testing/conversation.ts";
import { type ImportHouse, importHouse } from "../../testing/import-house.ts";
import { testPeople } from "../../testing/test-people.ts";
import { testPlatform } from "../../testing/test-platform.ts";
import { importCommands } from "./index.ts";

let house: ImportHouse;
beforeEach(async () => {
  house = await importHouse();
});
afterEach(() => house.close());

/** Ada, the admin of Leeds; Lee, who leads North. */
function chat(locale: Locale = "en") {
  const clock = testClock("2026-06-01T12:00:00Z");
  const platform = testPlatform();
  const one = (id: number, user: string, more: Parameters<typeof aPerson>[0]) =>
    aPerson({
      id: anId(id),
      employeeNo: user,
      name: user,
      locale,
      accounts: [anAccount(user)],
      assignments: [],
      ...more,
    });
  const { people, audit, audited } = testPeople({
    roster: {
      sites: [aSite()],
      teams: [aTeam()],
      people: [
        one(11, "ADA", { roles: ["admin"] }),
        one(12, "LEE", { roles: ["lead"], assignments: [anAssignment({ seat: "lead" })] }),
        one(14, "BEN", { roles: ["agent"] }),
      ],
    },
    clock,
    platform,
  });
  const talk = conversation({ ...importCommands({ imports: house.imports, audit }), people, clock, platform });
  return { audited, on: (user: string) => talk.actor(anAccount(user)) };
}

const sent = (content: string, name = "calls.csv") => {
  const bytes = Buffer.from(content);
  return { file: { name, bytes: bytes.length, read: async () => new Uint8Array(bytes) } };
};
const calls = sent(
  [
    "sourceId,agent,startedAt,wait,talk,hold,wrap,outcome,queue",
    "c1,1001,2026-03-09T08:05:00Z,10,100,5,20,answered,sales",
    "c2,ext-17,2026-03-09T08:45:00Z,30,200,0,10,answered,sales",
  ].join("\n"),
);
const oneBad = sent(
  [
    "sourceId,agent,startedAt,wait,talk,hold,wrap,outcome,queue",
    "c1,1001,2026-03-09T08:05:00Z,10,100,5,20,answered,sales",
    "c2,nobody,2026-03-09T08:45:00Z,30,200,0,10,answered,sales",
  ].join("\n"),
);
const contacts = () => house.rows("SELECT source_id FROM interaction ORDER BY 1");

describe("/import", () => {
  test("brings a file in, says what it did, and takes it back at a press", async () => {
    const { on, audited } = chat();
    const ada = on("ADA");
    await ada.runs("import", { dataset: "interactions", file: calls });
    expect(ada.sees()).toContain("calls.csv is imported");
    expect(ada.sees()).toContain("2 added, 0 changed");
    expect(await contacts()).toEqual(["(c1)", "(c2)"]);
    await ada.presses("Take it back");
    expect(ada.sees()).toContain("2 removed");
    expect(await contacts()).toEqual([]);
    expect(audited.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      "import interactions site:leeds",
      "revert import site:leeds",
    ]);
  });

  test("asks for what is missing by a form", async () => {
    const ada = chat().on("ADA");
    await ada.says("/import");
    expect(ada.sees()).toContain("Bring in a file");
    await ada.fills({ dataset: "interactions", file: calls });
    expect(ada.sees()).toContain("calls.csv is imported");
  });

  test("only looks when asked to", async () => {
    const ada = chat().on("ADA");
    await ada.runs("import", { dataset: "interactions", file: calls, how: "preview" });
    expect(ada.sees()).toContain("2 would be added");
    expect(ada.sees()).not.toContain("Take it back");
    expect(await contacts()).toEqual([]);
  });

  test("names each bad row and takes nothing, or the good ones where that is asked for", async () => {
    const ada = chat().on("ADA");
    await ada.runs("import", { dataset: "interactions", file: oneBad });
    expect(ada.sees()).toMatch(/calls\.csv was not imported[\s\S]*line 3[\s\S]*nobody/);
    expect(await contacts()).toEqual([]);
    await ada.runs("import", { dataset: "interactions", file: oneBad, how: "partial" });
    expect(ada.sees()).toContain("1 added");
    expect(await contacts()).toEqual(["(c1)"]);
  });

  test("in Chinese", async () => {
    const ada = chat("zh-CN").on("ADA");
    await ada.runs("import", { dataset: "interactions", file: calls });
    expect(ada.sees()).toContain("已导入 calls.csv");
    await ada.presses("撤销导入");
    expect(ada.sees()).toContain("已撤销");
  });

  test("is refused with words: a lead's roster, an agent, a file that is none, an unknown preset", async () => {
    const { on } = chat();
    const lee = on("LEE");
    await lee.runs("import", { dataset: "people", file: sent("employeeNo,name\n1,Ann\n", "people.csv") });
    expect(lee.sees()).toContain("The roster is brought in by admins");
    const ben = on("BEN");
    await ben.runs("import", { dataset: "interactions", file: calls });
    expect(ben.sees()).toContain("This is for admins or team leads.");
    await lee.runs("import", { dataset: "interactions", file: sent("PK\u0003\u0004broken", "calls.xlsx") });
    expect(lee.sees()).toContain("calls.xlsx was not imported");
    await lee.runs("import", { dataset: "interactions", file: calls, preset: "nosuch" });
    expect(lee.sees()).toContain("nosuch");
    await lee.runs("import", { dataset: "interactions", file: { file: { ...calls.file, bytes: 30_000_000 } } });
    expect(lee.sees()).toContain("at most 25 MB");
    expect(await contacts()).toEqual([]);
  });

  test("a batch of another site cannot be taken back", async () => {
    const outcome = await house.bring("sourceId,agent,startedAt,outcome\nx,1001,2026-03-09T08:05:00Z,answered\n");
    const batch = outcome.ok ? outcome.value.batch : undefined;
    expect(batch).toBeDefined();
    const reverted = await house.imports.revert(batch ?? "", "chengdu");
    expect(reverted).toMatchObject({ ok: false, refusal: { why: "unknown-batch" } });
    expect(await contacts()).toEqual(["(x)"]);
  });
});
