import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Field, FieldKind, Form } from "../../chat/form.ts";
import { modalRules } from "../../testing/peers/slack/rules.ts";
import { type Shapes, shapes } from "../../testing/peers/slack/schema.ts";
import { modal, readState } from "./modal.ts";
import { keep, recall } from "./origin.ts";

let shape: Shapes;
beforeAll(async () => {
  shape = await shapes();
});

const problems = (form: Form) => {
  const view = modal(form, "{}");
  return [...shape.modal(view), ...view.blocks.flatMap(shape.block), ...modalRules(view)];
};
const field = (name: string, kind: FieldKind, more: Partial<Field> = {}): Field => ({
  name,
  label: name,
  required: true,
  kind,
  ...more,
});
const of = (...fields: Field[]): Form => ({ id: "order", locale: "en", title: "Order", submit: "Send", fields });
const options = (size: number) => Array.from({ length: size }, (_, i) => ({ value: `v${i}`, label: `Option ${i}` }));

describe("a form as a modal", () => {
  test("every kind of field, with what is known filled in", () => {
    const view = modal(
      of(
        field("item", { is: "line", min: 3, max: 20 }, { value: "tea", hint: "What you want" }),
        field("why", { is: "paragraph" }, { required: false }),
        field("size", { is: "choice", options: options(2) }, { value: "v1" }),
        field("day", { is: "date" }, { value: "2026-03-09" }),
        field("to", { is: "person" }, { value: "U0BEN00001" }),
        field("sheet", { is: "file" }),
      ),
      "kept",
    );
    expect(view).toMatchObject({
      private_metadata: "kept",
      blocks: [
        { block_id: "item", optional: false, hint: {}, element: { initial_value: "tea", max_length: 20 } },
        { block_id: "why", optional: true, element: { multiline: true, max_length: 3000 } },
        { block_id: "size", element: { type: "static_select", initial_option: { value: "v1" } } },
        { block_id: "day", element: { type: "datepicker", initial_date: "2026-03-09" } },
        { block_id: "to", element: { type: "users_select", initial_user: "U0BEN00001" } },
        { block_id: "sheet", element: { type: "file_input", max_files: 1 } },
      ],
    });
    expect(view.blocks.flatMap(shape.block)).toEqual([]);
  });

  test("a title of 24 characters stands; a longer one is cut, and the cut is seen", () => {
    expect(modal({ ...of(), title: "t".repeat(24) }, "").title.text).toBe("t".repeat(24));
    expect(modal({ ...of(), title: "t".repeat(25) }, "").title.text).toBe(`${"t".repeat(23)}…`);
  });

  test("what cannot be filled in is left empty", () => {
    const view = modal(
      of(
        field("day", { is: "date" }, { value: "soon" }),
        field("to", { is: "person" }, { value: "Ben" }),
        field("size", { is: "choice", options: options(2) }, { value: "huge" }),
      ),
      "",
    );
    expect(JSON.stringify(view)).not.toContain("initial");
  });

  test("more than a hundred options are grouped, none is lost", () => {
    const form = of(field("many", { is: "choice", options: options(250) }, { value: "v249" }));
    expect(problems(form)).toEqual([]);
    expect(JSON.stringify(modal(form, ""))).toContain('"v249"');
  });

  test("whatever a form holds, Slack takes it", () => {
    const words = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.nat({ max: 4000 }).map((n) => "评".repeat(n)),
    );
    const kind: fc.Arbitrary<FieldKind> = fc.oneof(
      fc.nat({ max: 9000 }).map((max): FieldKind => ({ is: "line", max: max + 1 })),
      fc.constant<FieldKind>({ is: "paragraph" }),
      fc.integer({ min: 1, max: 300 }).map((size): FieldKind => ({ is: "choice", options: options(size) })),
      fc.constantFrom<FieldKind>({ is: "date" }, { is: "person" }, { is: "file" }),
    );
    const fields = fc.array(fc.record({ label: words, hint: words, value: words, kind, required: fc.boolean() }), {
      maxLength: 8,
      minLength: 1,
    });
    fc.assert(
      fc.property(words, words, words, fields, (title, intro, submit, made) => {
        const named = made.map((each, index) => ({ ...each, name: `f${index}` }));
        expect(problems({ id: "x", locale: "zh-CN", title, intro, submit, fields: named })).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("what comes back", () => {
  const by = {
    account: (user: string) => ({ account: { platform: "slack", workspace: "T1", user } }),
    file: ({ name }: { name: string }) => ({ name, bytes: 1, read: async () => new Uint8Array([7]) }),
  };

  test("values by field, those left empty left out", async () => {
    const given = readState(
      {
        item: { value: { value: "tea" } },
        why: { value: { value: null } },
        size: { value: { selected_option: { value: "v1" } } },
        day: { value: { selected_date: "2026-03-09" } },
        to: { value: { selected_user: "U2" } },
        sheet: { value: { files: [{ name: "a.csv", url_private: "https://files.slack.com/a" }] } },
        none: { value: { files: [] } },
      },
      by,
    );
    expect(Object.keys(given)).toEqual(["item", "size", "day", "to", "sheet"]);
    expect(given).toMatchObject({ item: "tea", size: "v1", day: "2026-03-09", to: { account: { user: "U2" } } });
  });

  test("where the form came from is kept, and foreign metadata is none of ours", () => {
    const origin = {
      user: "U1",
      channel: "C1",
      respond: "https://hooks.slack.com/x",
      message: { ts: "1", ephemeral: true },
    };
    expect(recall(keep("order", origin))).toEqual({ form: "order", origin });
    expect([recall(""), recall("{}"), recall("[1"), recall('{"form":1}')]).toEqual(Array(4).fill(undefined));
    expect(() => keep("order", { ...origin, respond: `https://x.test/${"x".repeat(3000)}` })).toThrow(RangeError);
  });
});
