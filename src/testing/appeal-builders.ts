import type { Evaluation, EvaluationForm } from "../features/evaluations/index.ts";
import { formConfig, resultOf } from "../features/evaluations/index.ts";
import { day } from "../kernel/time.ts";
import { anId } from "./builders.ts";

const both = (en: string, zh: string) => ({ en, "zh-CN": zh });

/** A form of three items: a greeting and a solution of 10 points each, and a check that fails all. */
export const aForm = (but: Partial<EvaluationForm> = {}): EvaluationForm => ({
  ...formConfig.parse({
    name: both("Phone", "电话"),
    sections: [
      {
        id: "opening",
        name: both("Opening", "开场"),
        items: [
          { id: "greeting", name: both("Greeting", "问候"), weight: 30, points: 10, skill: "interpersonal" },
          { id: "identity", name: both("Identity check", "身份核实"), weight: 20, points: 5, autoFail: true },
        ],
      },
      {
        id: "middle",
        name: both("Solution", "解决"),
        items: [{ id: "solution", name: both("Right answer", "答复正确"), weight: 50, points: 10, na: true }],
      },
    ],
  }),
  id: "phone",
  version: 1,
  ...but,
});

/** A review of Ana's call by Quinn: 3 of 10 for the greeting, 5 of 5 and 6 of 10, published on Monday 9 March 2026. */
export function anEvaluation(but: Partial<Evaluation> = {}): Evaluation {
  const marks = but.marks ?? [
    { item: "greeting", points: 3, comment: "No name was given." },
    { item: "identity", points: 5 },
    { item: "solution", points: 6 },
  ];
  const result = resultOf(aForm(), marks) ?? { points: 0, withoutAutoFail: 0, failedBy: [] };
  return {
    id: anId(5001),
    number: "E-1",
    site: "leeds",
    source: "fairline",
    agent: anId(1),
    scorer: anId(5),
    day: day("2026-03-06"),
    kind: "monitoring",
    interaction: "call-1",
    contactAt: new Date("2026-03-06T11:00:00Z"),
    form: "phone",
    version: 1,
    marks,
    ...result,
    revision: 1,
    publishedAt: new Date("2026-03-09T10:00:00Z"),
    ...but,
  };
}
