import type { Locale, Say } from "../kernel/locale.ts";
import type { Command } from "./command.ts";
import { words } from "./messages.ts";
import { note, type Span, type Spans, text, typed, type View } from "./view.ts";

/** How a command is written, `myscore [period]`: required parameters in `<>`, optional ones in `[]`. */
export function usage(command: Command): string {
  const shown = Object.entries(command.params).flatMap(([name, param]) => {
    if (param.field("en") === undefined) return [];
    return [param.required ? `<${name}>` : `[${name}]`];
  });
  return [command.name, ...shown].join(" ");
}

/** A list of commands, each with what it does. */
export const commandList = (commands: readonly Command[], locale: Locale): Spans[] =>
  commands.map((command) => [typed(usage(command)), ` — ${command.summary(locale)}`]);

/** The answer to something that is no command: the nearest ones and the way to all of them. */
export function notUnderstood(lead: Say | undefined, nearest: readonly Command[], root: string, locale: Locale): View {
  const items = commandList(nearest, locale);
  return {
    title: words.notUnderstoodTitle(locale),
    tone: "attention",
    blocks: [
      text(
        ...([lead?.(locale), items.length > 0 ? words.didYouMean(locale) : undefined].filter(Boolean).join(" ") || []),
      ),
      ...(items.length > 0 ? [{ is: "list" as const, items }] : []),
      note(words.allCommands(locale), typed(root)),
    ],
  };
}

/** The refusal of a command line or a form: each wrong value and, of a command, how it is written. */
export function wrongValues(
  command: Command | undefined,
  wrong: readonly (readonly [Span | undefined, string])[],
  locale: Locale,
): View {
  return {
    title: words.wrongValuesTitle(locale),
    tone: "attention",
    blocks: [
      { is: "list", items: wrong.map(([label, why]) => (label === undefined ? [why] : [label, ": ", why])) },
      ...(command === undefined ? [] : [note(words.usage(locale), typed(usage(command)))]),
    ],
  };
}
