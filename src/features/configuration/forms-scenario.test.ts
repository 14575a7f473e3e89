import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Locale } from "../../kernel/locale.ts";
import { configurationStore } from "../../persistence/configuration.ts";
import { type ImportHouse, importHouse } from "../../testing/import-house.ts";
import { bytesSource } from "../imports/index.ts";
import { type Configuration, configuration } from "./index.ts";

let house: ImportHouse;
let config: Configuration;
beforeEach(async () => {
  house = await importHouse();
  config = configuration({ store: configurationStore(house.database), clock: () => new Date("2026-06-01T12:00:00Z") });
});
afterEach(() => house.close());

const phone = `
forms:
  phone:
    name: { en: Phone, zh-CN: 电话 }
    sections:
      - id: opening
        name: { en: Opening, zh-CN: 开场 }
        items:
          - { id: greeting, name: { en: Greeting, zh-CN: 问候 }, weight: 40, points: 5 }
      - id: answer
        name: { en: Answer, zh-CN: 解答 }
        items:
          - { id: solved, name: { en: Solved, zh-CN: 解决 }, weight: 60, points: 5, na: true }
`;
const header = "form,form_name,form_name_zh,section,section_name,section_name_zh,item,name,name_zh,weight,points,na";
const table = [
  header,
  "phone,Phone,电话,opening,Opening,开场,greeting,Greeting,问候,40,5,",
  ",,,answer,Answer,解答,solved,Solved,解决,60,5,yes",
].join("\n");

type Applied = Awaited<ReturnType<Configuration["apply"]>>;

function planOf(outcome: Applied) {
  if (!outcome.ok) throw new Error(outcome.refusal.problems.map(({ message }) => message("en")).join("; "));
  const { changes, writes } = outcome.value;
  const versions = Object.entries(writes.forms).map(([id, { version }]) => `${id} ${version}`);
  return { changes: changes.map((one) => (one.is === "added" ? `+ ${one.path}` : one.path)), versions };
}
function problemsOf(outcome: Applied, locale: Locale = "en") {
  if (outcome.ok) throw new Error("it was applied");
  return outcome.refusal.problems.map(({ path, line, message }) => `${line} ${path}: ${message(locale)}`);
}
const applied = async (text: string) => planOf(await config.apply(text));
const tableOf = (text: string, name = "forms.csv") => bytesSource(name, new TextEncoder().encode(text));
const kept = () => house.rows("SELECT id, version, body->'name'->>'en', published_at FROM evaluation_form ORDER BY 2");

describe("forms", () => {
  test("get a new version with any change and none without, and what is out stays as it was", async () => {
    expect(await applied(phone)).toEqual({ changes: ["+ forms.phone"], versions: ["phone 1"] });
    expect(await applied(phone)).toEqual({ changes: [], versions: [] });
    const before = await kept();
    expect(await applied(phone.replace("en: Phone", "en: Calls"))).toEqual({
      changes: ["forms.phone.name.en"],
      versions: ["phone 2"],
    });
    expect(await kept()).toEqual([...before, '(phone,2,Calls,"2026-06-01 12:00:00+00")']);
    // Going back is a change as well.
    expect((await applied(phone)).versions).toEqual(["phone 3"]);
    expect(await applied("sites: {}")).toEqual({ changes: [], versions: [] });
  });

  test("show an item that comes in between as the one change that it is", async () => {
    await applied(phone);
    const line = "          - { id: name, name: { en: Name, zh-CN: 姓名 }, weight: 10, points: 1 }\n";
    const more = phone
      .replace("weight: 40", "weight: 30")
      .replace("          - { id: greeting", `${line}          - { id: greeting`);
    expect((await applied(more)).changes).toEqual([
      "forms.phone.sections.opening.items.greeting.weight",
      "+ forms.phone.sections.opening.items.name",
    ]);
  });

  test("are dated by the moment that they are applied, and a look alone makes none", async () => {
    await config.apply(phone, { dryRun: true });
    expect(await kept()).toEqual([]);
  });

  test.each([
    ["weights that are not 100", phone.replace("60", "50"), "the weights add up to 90, not to 100", "权重合计为 90"],
    ["an item twice", phone.replace("id: solved", "id: greeting"), "two items are called greeting", "有两个项目都叫"],
    [
      "points beside a scale",
      phone.replace(
        "weight: 40,",
        "weight: 40, scale: [{ points: 0, name: { en: A, zh-CN: A } }, { points: 1, name: { en: B, zh-CN: B } }],",
      ),
      "an item has either points or a scale",
      "每个项目要么写 points，要么写 scale",
    ],
    [
      "a key with a slip",
      phone.replace("weight: 40", "wieght: 40"),
      "Perhaps you mean “weight”.",
      "是不是想写“weight”",
    ],
    ["an item's id with capitals", phone.replace("id: solved", "id: Solved"), "an id is small letters", "编号只能由"],
    ["a form's id that no button carries", phone.replace("  phone:", "  Phone Calls:"), "a form's id is", "表单编号"],
  ])("are refused with %s, in both languages", async (_, text, en, zh) => {
    const outcome = await config.apply(text);
    expect(problemsOf(outcome)).toContainEqual(expect.stringMatching(new RegExp(`^\\d+ forms\\..*${en}`)));
    expect(problemsOf(outcome, "zh-CN")).toContainEqual(expect.stringContaining(zh));
    expect(await kept()).toEqual([]);
  });

  test("are told by path and line", async () => {
    expect(problemsOf(await config.apply(phone.replace("weight: 40", "wieght: 40")))).toContain(
      "9 forms.phone.sections[0].items[0].wieght: There is no “wieght”. Perhaps you mean “weight”.",
    );
  });
});

describe("a table of forms", () => {
  test("comes to the same versions as fairline.yaml", async () => {
    expect(planOf(await config.applyForms(tableOf(table)))).toEqual({
      changes: ["+ forms.phone"],
      versions: ["phone 1"],
    });
    expect(await applied(phone)).toEqual({ changes: [], versions: [] });
    const tabs = tableOf(table.replace("40,5", "45,5").replace("60,5", "55,5").replaceAll(",", "\t"), "forms.tsv");
    expect(planOf(await config.applyForms(tabs))).toEqual({
      changes: [
        "forms.phone.sections.opening.items.greeting.weight",
        "forms.phone.sections.answer.items.solved.weight",
      ],
      versions: ["phone 2"],
    });
  });

  test("can be in another encoding, if that is said", async () => {
    const gb18030 = Buffer.from([0xb5, 0xe7, 0xbb, 0xb0]);
    const [before = "", after = ""] = table.split("电话");
    const bytes = Buffer.concat([Buffer.from(before), gb18030, Buffer.from(after.replace(/[^\x00-\x7f]+/g, ""))]);
    expect(problemsOf(await config.applyForms(bytesSource("f.csv", bytes)))[0]).toContain("--encoding gb18030");
    await config.applyForms(bytesSource("f.csv", bytes), { encoding: "gb18030" });
    expect(await house.rows("SELECT body->'name'->>'zh-CN' FROM evaluation_form")).toEqual(["(电话)"]);
  });

  test("is checked as fairline.yaml is, and what is wrong is told by line", async () => {
    const problems = async (text: string) => problemsOf(await config.applyForms(tableOf(text)));
    expect(await problems(table.replace("60,5", "50,5"))).toEqual([
      "2 forms.phone.sections: the weights add up to 90, not to 100",
    ]);
    expect(await problems(table.replace("60,5,yes", "60,50,yes"))).toEqual([
      expect.stringMatching(/^3 forms\.phone\.sections\[1\]\.items\[0\]\.points: /),
    ]);
    expect(await problems(table.replace("60,5,yes", "lots,5,maybe"))).toEqual([
      "3 weight: “lots” is no number, such as 10 or 12.5",
      "3 na: “maybe” is neither yes nor no",
    ]);
    expect(await problems(`${table}\n,,\n`)).toEqual(["4 : 3 cells instead of 12."]);
    expect(await problems(table.replace("weight", "wieght"))).toEqual([
      "1 wieght: There is no “wieght”. Perhaps you mean “weight”.",
      "1 weight: There is no such column, and it is needed.",
    ]);
    expect(await problems(table.replace("name_zh,weight", "name,weight"))).toEqual([
      "1 name: There are two such columns.",
    ]);
    expect(await problems("")).toEqual(["undefined : The file is empty."]);
    expect(await kept()).toEqual([]);
  });
});

test("the examples of docs/evaluations.md are true", async () => {
  const guide = readFileSync(new URL("../../../docs/evaluations.md", import.meta.url), "utf8");
  const of = (language: string) =>
    [...guide.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "gs"))].map(([, text = ""]) => text);
  const [yaml = ""] = of("yaml");
  const [csv = ""] = of("csv");
  expect((await applied(yaml.replace("harbour", "leeds"))).versions).toEqual(["phone 1"]);
  expect(planOf(await config.applyForms(tableOf(csv)))).toEqual({ changes: [], versions: [] });
});
