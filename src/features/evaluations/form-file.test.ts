import { expect, test } from "vitest";
import { formConfig } from "./form.ts";
import { type FormRow, readFormTable } from "./form-file.ts";
import { formProblemWords } from "./form-file-words.ts";

const table = (...rows: FormRow["cells"][]): FormRow[] => rows.map((cells, index) => ({ line: index + 2, cells }));

const greeting = {
  form: "phone",
  form_name: "Phone calls",
  form_name_zh: "电话",
  projects: "retail; business",
  section: "opening",
  section_name: "Opening",
  section_name_zh: "开场",
  item: "greeting",
  name: "Greeting",
  name_zh: "问候",
  weight: "40",
  points: "5",
};
const solved = {
  section: "answer",
  section_name: "Answer",
  item: "solved",
  name: "Solved",
  weight: "60 %",
  scale: "0=No; 5=Partly/部分; 10=Yes/是",
  na: "yes",
  auto_fail: "x",
  skill: "Knowledge",
};

function read(...rows: FormRow["cells"][]) {
  const outcome = readFormTable(table(...rows));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}
function problems(...rows: FormRow["cells"][]) {
  const outcome = readFormTable(table(...rows));
  if (outcome.ok) throw new Error("it was read");
  return outcome.refusal.map((problem) => `${problem.line} ${problem.column}: ${formProblemWords(problem)("en")}`);
}

test("rows become the form that they describe, and a language that is left out says the same as the other", () => {
  const form = formConfig.parse(read(greeting, solved).forms.phone);
  expect(form).toEqual({
    name: { en: "Phone calls", "zh-CN": "电话" },
    projects: ["retail", "business"],
    sections: [
      {
        id: "opening",
        name: { en: "Opening", "zh-CN": "开场" },
        items: [
          {
            id: "greeting",
            name: { en: "Greeting", "zh-CN": "问候" },
            weight: 40,
            points: 5,
            na: false,
            autoFail: false,
          },
        ],
      },
      {
        id: "answer",
        name: { en: "Answer", "zh-CN": "Answer" },
        items: [
          {
            id: "solved",
            name: { en: "Solved", "zh-CN": "Solved" },
            weight: 60,
            scale: [
              { points: 0, name: { en: "No", "zh-CN": "No" } },
              { points: 5, name: { en: "Partly", "zh-CN": "部分" } },
              { points: 10, name: { en: "Yes", "zh-CN": "是" } },
            ],
            na: true,
            autoFail: true,
            skill: "knowledge",
          },
        ],
      },
    ],
  });
});

test("a scale and answers can be written with Chinese signs", () => {
  const { forms } = read({ ...greeting, points: "", scale: "0＝否；10＝是", na: "是", auto_fail: "否" });
  expect(forms).toMatchObject({
    phone: { sections: [{ items: [{ scale: [{ points: 0 }, { points: 10 }], na: true, autoFail: false }] }] },
  });
});

test("a blank form or section is the one of the row above, but no section goes on into another form", () => {
  const second = { item: "name", name: "Name", weight: "10", points: "1" };
  expect(read(greeting, second).forms).toMatchObject({
    phone: { sections: [{ items: [{ id: "greeting" }, { id: "name" }] }] },
  });
  expect(problems(greeting, { ...second, form: "chat", form_name: "Chat" })).toContain("3 section: this is needed");
});

test("each part is found by the line of the row that it stands on", () => {
  const { lineOf } = read(greeting, {}, solved);
  expect(lineOf(["forms", "phone", "sections"])).toBe(2);
  expect(lineOf(["forms", "phone", "sections", 1, "items", 0, "scale"])).toBe(4);
  expect(lineOf(["forms"])).toBeUndefined();
});

test("everything that cannot be read is told at once, by line and column", () => {
  const bad = { ...solved, item: "", weight: "many", scale: "yes;no", na: "perhaps" };
  expect(problems({ ...greeting, name: "", name_zh: "", form_name_zh: "" }, { ...bad, form_name: "Other" })).toEqual([
    "2 name: this is needed",
    "3 form_name: “Other” is not what a row above says: say it once, or the same each time",
    "3 weight: “many” is no number, such as 10 or 12.5",
    "3 item: this is needed",
    expect.stringMatching(/^3 scale: “yes;no” is no scale/),
    "3 na: “perhaps” is neither yes nor no",
  ]);
  expect(problems({ ...greeting, form_name: "", form_name_zh: "" })).toEqual(["2 form_name: this is needed"]);
});
