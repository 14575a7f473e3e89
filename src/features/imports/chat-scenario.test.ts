import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { plainView } from "../../chat/plain.ts";
import { registry } from "../../chat/registry.ts";
import type { Locale } from "../../kernel/locale.ts";
import { anAccount, anAssignment, anId, aPerson, aSite, aTeam } from "../../testing/builders.ts";
import { conversation, testClock, testRouter } from "../../testing/conversation.ts";
import { type ImportHouse, importHouse } from "../../testing/import-house.ts";
import { testPeople } from "../../testing/test-people.ts";
import { testPlatform } from "../../testing/test-platform.ts";
import { takeBack } from "./commands.ts";
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
  const declared = importCommands({ imports: house.imports, audit });
  const talk = conversation({ ...declared, people, clock, platform });
  const router = testRouter(registry(declared.commands, declared.actions), { people, clock });

  /** What somebody is answered who presses a button that was never shown to them. */
  async function forges(user: string, action: string) {
    const by = anAccount(user);
    const place = { platform: by.platform, workspace: by.workspace, id: "floor", kind: "channel" } as const;
    const reply = await router.answer({ is: "press", key: `forged ${action}`, by, place, action });
    return reply.is === "view" ? plainView(reply.view) : reply.is;
  }
  return { audited, forges, on: (user: string) => talk.actor(anAccount(user)) };
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

  const csat = sent("sourceId,agent,day,mark\ns1,1001,2026-03-09,5\n", "csat.csv");
  const exams = sent("agent,day,points\n1001,2026-03-09,90\n", "exams.csv");
  const exam = () => house.rows("SELECT points FROM exam");

  test("takes contacts, tallies and surveys of leads, and what judges people of admins alone", async () => {
    const { on } = chat();
    const [ada, lee] = [on("ADA"), on("LEE")];
    const tallies = sent("agent,day,handled\n1001,2026-03-09,5\n", "tallies.csv");
    for (const [dataset, file] of Object.entries({ csat, tallies })) {
      await lee.runs("import", { dataset, file });
      expect(lee.sees()).toContain(`${dataset}.csv is imported`);
    }
    for (const dataset of ["evaluations", "attendance", "exams", "complaints"]) {
      await lee.runs("import", { dataset, file: exams });
      expect(lee.sees()).toContain("because they judge single people");
    }
    expect(await exam()).toEqual([]);
    await ada.runs("import", { dataset: "exams", file: exams });
    expect(ada.sees()).toContain("exams.csv is imported");
    expect(await exam()).toEqual(["(90)"]);
  });

  test("lets leads take back only what they may bring in, and says so in Chinese too", async () => {
    const { on, forges } = chat("zh-CN");
    const [ada, lee] = [on("ADA"), on("LEE")];
    await lee.runs("import", { dataset: "exams", file: exams });
    expect(lee.sees()).toContain("只能由管理员导入，请联系本中心管理员");
    await ada.runs("import", { dataset: "考试成绩", file: exams });
    const batchOf = async () => (await house.imports.latest(1))[0]?.id ?? "";
    const refused = await forges("LEE", takeBack.to({ batch: await batchOf() }));
    expect(refused).toContain("导入的是考试成绩，只能由管理员导入和撤销，请联系本中心管理员。");
    expect(await exam()).toEqual(["(90)"]);
    await ada.presses("撤销导入");
    expect(await exam()).toEqual([]);
    await ada.runs("import", { dataset: "csat", file: csat });
    expect(await forges("LEE", takeBack.to({ batch: await batchOf() }))).toContain("已撤销");
  });

  test("a batch of another site cannot be taken back", async () => {
    const outcome = await house.bring("sourceId,agent,startedAt,outcome\nx,1001,2026-03-09T08:05:00Z,answered\n");
    const batch = outcome.ok ? outcome.value.batch : undefined;
    expect(batch).toBeDefined();
    const reverted = await house.imports.revert(batch ?? "", { site: "chengdu", datasets: ["interactions"] });
    expect(reverted).toMatchObject({ ok: false, refusal: { why: "unknown-batch" } });
    expect(await contacts()).toEqual(["(x)"]);
  });
});
