import { type Block, note, typed } from "../../../chat/view.ts";
import type { Reader } from "../../../kernel/locale.ts";
import { day, type LocalDate } from "../../../kernel/time.ts";
import type { ToPrepare } from "../../notices/index.ts";
import { issueWords as words } from "../messages/issue.ts";
import { issueName } from "../touches.ts";
import { weekOut } from "../weeks.ts";

/** What came too late to be sent: bulletins by their weeks, and how many other notices. */
export type Late = { readonly weeks: readonly LocalDate[]; readonly others: number };

export function lateOf({ late }: Pick<ToPrepare, "late">): Late {
  const bulletins = late.filter(({ kind }) => kind === issueName);
  const weeks = new Set(bulletins.map(({ period }) => weekOut(day(period))));
  return { weeks: [...weeks], others: late.length - bulletins.length };
}

/** A line for what came too late. */
export const lateNotes = ({ weeks, others }: Late, { locale }: Reader): readonly Block[] => [
  ...(weeks.length === 0 ? [] : [note(words.late(weeks)(locale), typed("bulletin list"), words.end[locale])]),
  ...(others === 0 ? [] : [note(words.lateOthers(others)(locale))]),
];
