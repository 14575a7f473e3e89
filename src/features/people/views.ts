import { type Asker, allows } from "../../chat/asker.ts";
import type { Command } from "../../chat/command.ts";
import { commandList } from "../../chat/help.ts";
import { type Block, note, text, typed, type View } from "../../chat/view.ts";
import type { Locale, Localised, Say } from "../../kernel/locale.ts";
import { waysIn } from "./link-views.ts";
import { words } from "./messages.ts";
import { around } from "./spans.ts";

/** One thing that was looked at to see whether the house is well. */
export type HealthLine = { readonly well: boolean; readonly says: Say };

type Group = keyof typeof words.group;

function groupOf({ allow }: Command): Group {
  if (allow === "anyone" || allow === "everyone") return "everyone";
  return allow.includes("agent") ? "work" : "role";
}

function groupBlocks(group: Group, commands: readonly Command[], locale: Locale): readonly Block[] {
  const own = commands.filter((command) => groupOf(command) === group);
  if (own.length === 0) return [];
  return [
    { is: "heading", text: words.group[group](locale) },
    { is: "list", items: commandList(own, locale) },
  ];
}

/** Everything that an asker may do, their own work first. */
export const helpView =
  (asker: Asker, commands: readonly Command[], health: readonly HealthLine[] | undefined): Localised<View> =>
  ({ locale }) => {
    const allowed = commands.filter(({ allow }) => allows(allow, asker));
    return {
      title: words.fairlineSummary(locale),
      blocks: [
        text(words.hello(asker.name)(locale)),
        ...(["work", "role", "everyone"] as const).flatMap((group) => groupBlocks(group, allowed, locale)),
        ...(health === undefined ? [] : healthBlocks(health, locale)),
        note(...around(words.moreAbout(locale), typed("fairline about"))),
      ],
    };
  };

const healthBlocks = (lines: readonly HealthLine[], locale: Locale): readonly Block[] => [
  { is: "heading", text: words.healthTitle(locale) },
  { is: "list", items: lines.map(({ well, says }) => [`${well ? "✓" : "✗"} `, says(locale)]) },
];

/** How the house is doing, for those who can mend it. */
export const healthView =
  (lines: readonly HealthLine[]): Localised<View> =>
  ({ locale }) => {
    const well = lines.every((line) => line.well);
    return {
      title: words.healthTitle(locale),
      tone: well ? "good" : "bad",
      blocks: [text((well ? words.well : words.unwell)(locale)), ...healthBlocks(lines, locale).slice(1)],
    };
  };

const promises = (locale: Locale): readonly Block[] => [
  text(words.about(locale)),
  { is: "list", items: words.promises.map((promise) => [promise(locale)]) },
];

/** What Fairline is; for a stranger with the way in. */
export const aboutView =
  (isStranger: boolean): Localised<View> =>
  ({ locale }) => ({
    title: words.aboutTitle(locale),
    blocks: [
      ...promises(locale),
      ...(isStranger
        ? [{ is: "divider" as const }, ...waysIn(locale)]
        : [text(...around(words.moreCommands(locale), typed("fairline")))]),
    ],
  });
