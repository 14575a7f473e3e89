import type { Locale } from "../kernel/locale.ts";
import type { Option } from "./view.ts";

/** How a field is filled in. Lengths are in UTF-16 units, as platforms count them. */
export type FieldKind =
  | { readonly is: "line"; readonly min?: number; readonly max?: number }
  | { readonly is: "paragraph"; readonly min?: number; readonly max?: number }
  | { readonly is: "choice"; readonly options: readonly Option[] }
  | { readonly is: "date" }
  | { readonly is: "person" }
  | { readonly is: "file" };

export type Field = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly kind: FieldKind;
  /** What the field holds when the form opens. */
  readonly value?: string;
};

/** A form in its reader's language. `id` comes back with the answer and says what the form is for. */
export type Form = {
  readonly id: string;
  readonly title: string;
  readonly locale: Locale;
  readonly intro?: string;
  readonly fields: readonly Field[];
  readonly submit: string;
};

/** What is wrong with a form, by field name, in the reader's language. */
export type FieldErrors = Readonly<Record<string, string>>;
