import { type Block, type Button, note, text, typed, type View } from "../../../chat/view.ts";
import type { Localised } from "../../../kernel/locale.ts";
import type { LocalDate } from "../../../kernel/time.ts";
import { openDraft, readIssue, readSection } from "../addresses.ts";
import { approvedIn, type Issue, toldIn } from "../issue.ts";
import { archiveWords as words } from "../messages/archive.ts";
import type { PastBulletin } from "../store.ts";
import { itemSpans, signed } from "./common.ts";
import { issueView } from "./issue.ts";

/** The bulletins that there are to read; `coming` is the week of the next. */
export const archiveView =
  (past: readonly PastBulletin[], coming: LocalDate): Localised<View> =>
  ({ locale }) => {
    const write = note(words.writeFor(locale), typed("bulletin submit"));
    if (past.length === 0) return { title: words.title(locale), blocks: [text(words.none(coming)(locale)), write] };
    return {
      title: words.title(locale),
      blocks: [
        {
          is: "list",
          items: past.map(({ week, items, publishedAt }) => [
            words.line(week, items)(locale),
            ...(publishedAt === undefined ? [words.notSent(locale)] : []),
          ]),
        },
        {
          is: "menu",
          label: words.open(locale),
          action: readIssue.to({}),
          options: past.map(({ week }) => ({ value: week, label: words.week(week)(locale) })),
        },
      ],
    };
  };

/** A bulletin read back, as it stands now; a long one can be read section by section. */
export const readView =
  (issue: Issue, isEditor: boolean): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { week } = issue.bulletin;
    const whole = issueView(issue)(reader);
    const told = toldIn(issue);
    const options = told.map(({ name, title }) => ({ value: name, label: title(locale) }));
    const menu: Block = { is: "menu", label: words.readSection(locale), action: readSection.to({ week }), options };
    const correct: Button = { label: words.correct(locale), action: openDraft.to({ week }) };
    return {
      ...whole,
      blocks: [
        ...whole.blocks,
        note(words.asItStands(locale)),
        ...(told.length > 1 ? [menu] : []),
        ...(isEditor ? [{ is: "buttons", buttons: [correct] } as const] : []),
      ],
    };
  };

/** One section of a bulletin alone. */
export const readSectionView =
  (issue: Issue, name: string): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { week } = issue.bulletin;
    const section = toldIn(issue).find((one) => one.name === name);
    if (section === undefined) return noSuchView({ locale, zone: reader.zone });
    return {
      title: signed(name, section.title(locale)),
      blocks: [
        ...(section.gathered?.(reader) ?? []),
        ...approvedIn(section).map((item): Block => text(...itemSpans(item, issue.people, reader))),
        { is: "buttons", buttons: [{ label: words.all(locale), action: readIssue.to({ week }) }] },
      ],
    };
  };

export const noSuchView: Localised<View> = ({ locale }) => ({
  title: words.noSuchTitle(locale),
  tone: "attention",
  blocks: [text(words.noSuch(locale), typed("bulletin list"))],
});
