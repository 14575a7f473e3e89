import type { InputBlock, InputBlockElement, KnownBlock, ModalView, PlainTextOption } from "@slack/types";
import type { Given, IncomingFile, Raw } from "../../chat/ask.ts";
import type { Field, Form } from "../../chat/form.ts";
import type { Option } from "../../chat/view.ts";
import { plainText } from "./render.ts";
import { cut } from "./text.ts";

/** Slack's own limits of a form. */
const max = { title: 24, submit: 24, words: 2000, intro: 3000, typed: 3000, options: 100, optionLabel: 75 };

/** The one element of each field; the field's name is the block's id, by which Slack reports errors. */
const element = "value";

/** What all forms of ours are called; what a form is for is in its private metadata. */
export const formCallback = "fairline-form";

const option = ({ value, label }: Option): PlainTextOption => ({ text: plainText(cut(label, max.optionLabel)), value });

function choice(options: readonly Option[], value: string | undefined): InputBlockElement {
  const all = options.map(option);
  const initial = all.find((each) => each.value === value);
  const start = initial ? { initial_option: initial } : {};
  if (all.length <= max.options) return { type: "static_select", action_id: element, options: all, ...start };
  const starts = Array.from({ length: Math.ceil(all.length / max.options) }, (_, group) => group * max.options);
  const option_groups = starts.map((from) => {
    const group = all.slice(from, from + max.options);
    return { label: plainText(`${from + 1}–${from + group.length}`), options: group };
  });
  return { type: "static_select", action_id: element, option_groups, ...start };
}

/** Lengths too short are left to us to refuse, so that the reason is in the reader's words and language. */
function typed(kind: { readonly max?: number }, multiline: boolean, value: string | undefined): InputBlockElement {
  const most = Math.min(kind.max ?? max.typed, max.typed);
  const initial = value === undefined ? {} : { initial_value: value.slice(0, most) };
  return { type: "plain_text_input", action_id: element, multiline, max_length: most, ...initial };
}

function input({ kind, value }: Field): InputBlockElement {
  switch (kind.is) {
    case "line":
      return typed(kind, false, value);
    case "paragraph":
      return typed(kind, true, value);
    case "choice":
      return choice(kind.options, value);
    case "date":
      return {
        type: "datepicker",
        action_id: element,
        ...(value && /^\d{4}-\d\d-\d\d$/.test(value) ? { initial_date: value } : {}),
      };
    case "person":
      return {
        type: "users_select",
        action_id: element,
        ...(value && /^[UW][A-Z0-9]+$/.test(value) ? { initial_user: value } : {}),
      };
    case "file":
      return { type: "file_input", action_id: element, max_files: 1 };
  }
}

const block = (field: Field): InputBlock => ({
  type: "input",
  block_id: field.name,
  label: plainText(cut(field.label, max.words)),
  element: input(field),
  optional: !field.required,
  ...(field.hint ? { hint: plainText(cut(field.hint, max.words)) } : {}),
});

/** A form as a modal; `metadata` comes back with the answer. */
export function modal(form: Form, metadata: string): ModalView {
  const intro: KnownBlock[] = form.intro ? [{ type: "section", text: plainText(cut(form.intro, max.intro)) }] : [];
  return {
    type: "modal",
    callback_id: formCallback,
    private_metadata: metadata,
    title: plainText(cut(form.title, max.title)),
    submit: plainText(cut(form.submit, max.submit)),
    blocks: [...intro, ...form.fields.map(block)],
  };
}

/** The parts of a field's state in a `view_submission` that we ask for. */
export type FieldState = {
  readonly value?: string | null;
  readonly selected_date?: string | null;
  readonly selected_user?: string | null;
  readonly selected_option?: { readonly value: string } | null;
  readonly files?: readonly SentFile[];
};
export type SentFile = { readonly name: string; readonly size?: number; readonly url_private: string };

export type ReadWith = {
  readonly account: (user: string) => Raw;
  readonly file: (sent: SentFile) => IncomingFile;
};

function read(state: FieldState, { account, file }: ReadWith): Raw | undefined {
  if (state.selected_user) return account(state.selected_user);
  const [sent] = state.files ?? [];
  if (sent) return { file: file(sent) };
  return state.value ?? state.selected_date ?? state.selected_option?.value ?? undefined;
}

/** What was filled in, by field; fields left empty are left out. */
export function readState(values: Readonly<Record<string, Readonly<Record<string, FieldState>>>>, by: ReadWith): Given {
  const filled = Object.entries(values).flatMap(([name, elements]) => {
    const state = elements[element];
    const raw = state && read(state, by);
    return raw === undefined || raw === "" ? [] : [[name, raw] as const];
  });
  return Object.fromEntries(filled);
}
