import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextDisplayComponent,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from "discord.js";
import type { Given, Raw } from "../../chat/ask.ts";
import type { Field, FieldKind, Form } from "../../chat/form.ts";
import type { Locale } from "../../kernel/locale.ts";
import { escaped, oneLine } from "./escape.ts";
import { shorten, vendor } from "./limits.ts";
import { words } from "./messages.ts";

export type Modal = APIModalInteractionResponseCallbackData;
type Choice = Extract<FieldKind, { is: "choice" }>;
/** A field with what it holds when the form opens. */
type Filled = { readonly field: Field; readonly raw: Raw | undefined; readonly locale: Locale };

const asText = (raw: Raw | undefined) => (typeof raw === "string" ? raw : "");

/** A text input; what it already holds is let in even if too long or too short, for the answer to say what is wrong. */
function textInput({ field, raw }: Filled, style: TextInputStyle, bounds: { min?: number; max?: number }) {
  const value = shorten(asText(raw), vendor.modalText);
  const max = Math.min(vendor.modalText, Math.max(bounds.max ?? vendor.modalText, value.length, 1));
  const min = Math.min(bounds.min ?? 0, max, value === "" ? max : value.length);
  return {
    type: ComponentType.TextInput as const,
    custom_id: field.name,
    style,
    required: field.required,
    max_length: max,
    ...(min > 0 ? { min_length: min } : {}),
    ...(value === "" ? {} : { value }),
  };
}

function choiceInput(filled: Filled, kind: Choice): APIComponentInLabel {
  if (kind.options.length > vendor.choices) return textInput(filled, TextInputStyle.Short, {});
  const options = kind.options.map(({ value, label }) => ({
    value,
    label: shorten(oneLine(label) || "…", vendor.idLength),
    ...(value === filled.raw ? { default: true } : {}),
  }));
  return { type: ComponentType.StringSelect, custom_id: filled.field.name, required: filled.field.required, options };
}

/** Somebody to pick; a name that was typed stays a text, since only members can be picked. */
function personInput(filled: Filled): APIComponentInLabel {
  const { field, raw } = filled;
  if (typeof raw === "string" && raw !== "") return textInput(filled, TextInputStyle.Short, {});
  const picked = typeof raw === "object" && "account" in raw ? raw.account.user : undefined;
  return {
    type: ComponentType.UserSelect,
    custom_id: field.name,
    required: field.required,
    ...(picked === undefined ? {} : { default_values: [{ id: picked, type: SelectMenuDefaultValueType.User }] }),
  };
}

const isFile = (raw: Raw | undefined) => typeof raw === "object" && "file" in raw;

function inputOf(filled: Filled): APIComponentInLabel {
  const { field, raw } = filled;
  const { kind } = field;
  switch (kind.is) {
    case "line":
      return textInput(filled, TextInputStyle.Short, kind);
    case "paragraph":
      return textInput(filled, TextInputStyle.Paragraph, kind);
    case "date":
      return textInput(filled, TextInputStyle.Short, { max: 10 });
    case "choice":
      return choiceInput(filled, kind);
    case "person":
      return personInput(filled);
    case "file":
      return { type: ComponentType.FileUpload, custom_id: field.name, required: field.required && !isFile(raw) };
  }
}

function hintOf({ field, raw, locale }: Filled): string | undefined {
  if (typeof raw === "object" && "file" in raw) return words.fileKept(raw.file.name)(locale);
  return field.hint ?? (field.kind.is === "date" ? words.dateHint(locale) : undefined);
}

function labelOf(filled: Filled): APILabelComponent {
  const hint = hintOf(filled);
  return {
    type: ComponentType.Label,
    label: shorten(oneLine(filled.field.label) || filled.field.name, vendor.modalTitle),
    ...(hint ? { description: shorten(oneLine(hint), vendor.description100) } : {}),
    component: inputOf(filled),
  };
}

const display = (text: string): APITextDisplayComponent => ({
  type: ComponentType.TextDisplay,
  content: escaped(text),
});

/**
 * A form as Discord opens it; `typed` is what was given before, files and persons included. Throws when it has more
 * fields than the five that Discord shows.
 */
export function modalOf(form: Form, typed: Given, locale: Locale): Modal {
  if (form.fields.length > vendor.modalFields) {
    throw new RangeError(
      `the form of ${form.id} has ${form.fields.length} fields; Discord shows ${vendor.modalFields}`,
    );
  }
  const labels = form.fields.map((field) => labelOf({ field, raw: typed[field.name] ?? field.value, locale }));
  const intro = form.intro ?? (labels.length === 0 ? form.title : undefined);
  const introduced = intro !== undefined && labels.length < vendor.modalFields ? [display(intro)] : [];
  return {
    custom_id: form.id,
    title: shorten(oneLine(form.title), vendor.modalTitle),
    components: [...introduced, ...labels],
  };
}

/** The question that a button asks before it acts. */
export const confirmationOf = (id: string, question: string, locale: Locale): Modal => ({
  custom_id: id,
  title: words.confirmTitle(locale),
  components: [display(question)],
});
