import { address } from "../../chat/command.ts";
import { choice, id, type Param, parsed, text } from "../../chat/param.ts";
import { say } from "../../kernel/locale.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { type LocalDate, parseDay } from "../../kernel/time.ts";
import type { Words } from "./domain.ts";
import { formWords as words } from "./messages/form.ts";
import { sectionTitles } from "./messages/sections.ts";

/** Carried by buttons only. */
const carried = <T extends Param>(param: T): T => ({ ...param, field: () => undefined });

const unknown = say({ en: "This button is of an older version.", "zh-CN": "该按钮来自旧版本。" });
const unseen = { label: say({ en: "…", "zh-CN": "…" }) };

const week = carried(
  parsed<LocalDate>(unseen, (value) => {
    const monday = parseDay(value);
    return monday === undefined ? refuse({ say: unknown }) : done(monday);
  }),
);
const count = carried(
  parsed<number>(unseen, (value) => (/^\d{1,9}$/.test(value) ? done(Number(value)) : refuse({ say: unknown }))),
);
/** A moment in milliseconds to the base of 36, where every byte counts. */
const moment = carried(
  parsed<Date>(unseen, (value) => {
    const at = Number.parseInt(value, 36);
    return /^[\da-z]{1,9}$/.test(value) ? done(new Date(at)) : refuse({ say: unknown });
  }),
);
const one = <const V extends string>(...values: readonly V[]) =>
  carried(
    choice<V>({
      ...unseen,
      of: Object.fromEntries(values.map((value) => [value, unseen.label])) as Record<V, typeof unseen.label>,
    }),
  );

/** What somebody writes for a bulletin. */
export const itemParams = {
  section: choice<Words["section"]>({ label: words.section, of: sectionTitles }),
  title: text({ label: words.title, hint: words.titleHint, min: 2, max: 120 }),
  text: text({ label: words.text, hint: words.textHint, min: 20, max: 2000, paragraph: true }),
};

/** The editors' draft of a week: in place of what was pressed, or beside it. */
export const showDraft = address("bulletin.show", { week });
export const openDraft = address("bulletin.open", { week });
export const previewDraft = address("bulletin.preview", { week });
/** Approves what waits and has not changed since `until`. */
export const approveDraft = address("bulletin.approve-all", { week, until: moment });

export const openSection = address("bulletin.section", { week, section: id() });
export const arrangeSection = address("bulletin.arrange", {
  change: one("up", "down", "drop", "put-back"),
  week,
  section: id(),
});

export const openItem = address("bulletin.item", { item: id() });
export const decideItem = address("bulletin.decide", {
  state: one("submitted", "approved", "dropped"),
  version: count,
  item: id(),
});
export const shiftItem = address("bulletin.shift", { way: one("up", "down"), item: id() });
export const carryItem = address("bulletin.carry", { item: id() });
export const withdrawItem = address("bulletin.withdraw", { item: id() });
/** Opens the form of an item, filled in with what it says. */
export const rewriteItem = address("bulletin.rewrite", { item: id() });
export const saveItem = address("bulletin.save", { version: count, item: id(), ...itemParams });

export const readIssue = address("bulletin.read", { week });
export const readSection = address("bulletin.read-section", { week, section: id() });

/** A moment as `moment` reads it. */
export const momentText = (at: Date): string => at.getTime().toString(36);
