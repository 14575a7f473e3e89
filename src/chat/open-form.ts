import type { Locale, Say } from "../kernel/locale.ts";
import { decodeAction, encodeAction } from "./action-id.ts";
import type { Given } from "./ask.ts";
import type { Action, Command } from "./command.ts";
import type { Form } from "./form.ts";
import { words } from "./messages.ts";
import type { Registry } from "./registry.ts";

const hidden = (declared: Command | Action) =>
  Object.keys(declared.params).filter((name) => declared.params[name]?.field("en") === undefined);

const prefilled = (given: Given, name: string) => {
  const raw = given[name];
  return typeof raw === "string" && raw !== "" ? { value: raw } : {};
};

/** The form of a command or action, made from its parameters, with what is already known filled in. */
export function formOf(declared: Command | Action, given: Given, locale: Locale): Form {
  const carried = hidden(declared).map((name) => (typeof given[name] === "string" ? given[name] : ""));
  return {
    id: encodeAction(declared.name, carried),
    title: declared.summary(locale),
    locale,
    fields: Object.entries(declared.params).flatMap(([name, param]) => {
      const kind = param.field(locale);
      if (kind === undefined) return [];
      const hint = param.hint ? { hint: param.hint(locale) } : {};
      return [{ name, label: param.label(locale), required: param.required, kind, ...hint, ...prefilled(given, name) }];
    }),
    submit: words.submit(locale),
  };
}

/** What a form that was sent in is for, and all its values, the carried ones included. */
export function readForm(registry: Registry, id: string, values: Given) {
  const { name, args } = decodeAction(id);
  const declared = registry.named(name);
  if (declared === undefined) return undefined;
  const carried = hidden(declared).map((key, index) => [key, args[index] ?? ""] as const);
  return { declared, given: { ...values, ...Object.fromEntries(carried) } satisfies Given };
}

/** Errors as a form shows them: the first words of each field. */
export const inWords = (by: Readonly<Record<string, Say>>, locale: Locale): Record<string, string> =>
  Object.fromEntries(Object.entries(by).map(([name, say]) => [name, say(locale)]));
