import { type Block, type Button, note, type Spans, strong, text, type View } from "../../../chat/view.ts";
import { format, type Locale, type Localised, type Reader } from "../../../kernel/locale.ts";
import { fileAppeal, openGround, openItem } from "../addresses.ts";
import type { Appealable, Ground, ItemLine } from "../card.ts";
import { caseWords } from "../messages/case.ts";
import { groundWords as words } from "../messages/ground.ts";
import type { Precedent } from "../store.ts";
import { beginning, commentOn, filled, itemName, itemOf, momentOf, points } from "./common.ts";
import { similarBlocks } from "./precedents.ts";

/** So much of a comment is shown where there are many. */
const roomForComment = 120;
/** The tightest platform shows no longer menus. */
const mostInMenu = 25;

/** What somebody can appeal; what is late is marked. */
export const appealableView =
  (all: readonly Appealable[]): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    if (all.length === 0) return { title: words.listTitle(locale), blocks: [text(words.none(locale))] };
    const shown = all.slice(0, mostInMenu);
    const inTime = shown.filter(({ isLate }) => !isLate);
    const called = ({ evaluation: { number, day, points } }: Appealable) => words.line(number, day, points)(locale);
    return {
      title: words.listTitle(locale),
      blocks: [
        ...(inTime.length === 0 ? [text(words.noneInTime(locale))] : []),
        ...(inTime.length === 0
          ? []
          : [
              {
                is: "list" as const,
                items: inTime.map((one) => [
                  called(one),
                  ...filled(words.until(locale), { when: momentOf(one.closesAt, reader) }),
                ]),
              },
            ]),
        ...(inTime.length < shown.length ? [note(words.late(locale))] : []),
        {
          is: "menu",
          label: words.pick(locale),
          action: openGround.to({}),
          options: shown.map((one) => ({
            value: one.evaluation.id,
            label: `${called(one)}${one.isLate ? words.lateMark(locale) : ""}`,
          })),
        },
      ],
    };
  };

/** Why an item cannot be appealed now; undefined where it can. */
function hindrance({ points, most, open }: ItemLine): "na" | "open" | "full" | undefined {
  if (points === "na") return "na";
  if (open !== undefined) return "open";
  return points >= most ? "full" : undefined;
}

const earned = ({ points, most }: ItemLine, locale: Locale): string =>
  (points === "na" ? words.notApplicable : words.earned(points, most))(locale);

function itemLine(line: ItemLine, { evaluation, form }: Ground, locale: Locale): Spans {
  const { item, open, decided } = line;
  const comment = commentOn(evaluation, item);
  return [
    strong(itemName(form, item, locale)),
    words.colon(locale),
    earned(line, locale),
    ...(evaluation.failedBy.includes(item) ? [words.failed(locale)] : []),
    ...(open === undefined ? [] : [words.underAppeal(open)(locale)]),
    ...(open !== undefined || decided === undefined ? [] : [words.decided(decided)(locale)]),
    ...(comment === undefined ? [] : ["\n", beginning(comment, words.ellipsis, locale, roomForComment)]),
  ];
}

type Terms = Pick<Ground, "closesAt" | "isLate" | "isPurged">;

/** The terms of one item: after a decision it has its own days, and is heard whether the recording is gone or not. */
const termsOf = ({ closesAt, isLate, decided }: ItemLine, { isPurged }: Ground): Terms => ({
  closesAt,
  isLate,
  isPurged: isPurged && decided === undefined,
});

/** Until when it is in time, or what a late appeal becomes; and that a recording is gone. */
function terms({ closesAt, isLate, isPurged }: Terms, reader: Reader): readonly Block[] {
  const { locale } = reader;
  if (isPurged) return [text(words.purged(locale))];
  const said = (isLate ? words.tooLate : words.inTime)(locale);
  return [text(...filled(said, { when: momentOf(closesAt, reader) }))];
}

/** The button that opens the form of one item, asking for all its points unless somebody changes that. */
function appealButton({ evaluation, items, form }: Ground, line: ItemLine, locale: Locale): Button {
  const { id, revision } = evaluation;
  const isOnly = items.length === 1;
  return {
    label: isOnly ? words.appealWhole(locale) : words.appeal(itemName(form, line.item, locale))(locale),
    action: fileAppeal.to({ evaluation: id, seen: String(revision), points: `${line.item}=${line.most}` }),
    style: "primary",
  };
}

function choices(ground: Ground, locale: Locale): readonly Block[] {
  const { evaluation, items, form } = ground;
  const open = items.filter((line) => hindrance(line) === undefined);
  const [first] = open;
  if (first === undefined) return [note(words.nothingToAppeal(locale))];
  if (items.length === 1) return [{ is: "buttons", buttons: [appealButton(ground, first, locale)] }];
  const options = open.map((line) => ({
    value: line.item,
    label: `${itemName(form, line.item, locale)} · ${earned(line, locale)}`,
  }));
  const starts = Array.from({ length: Math.ceil(options.length / mostInMenu) }, (_, index) => index * mostInMenu);
  const several = fileAppeal.to({ evaluation: evaluation.id, seen: String(evaluation.revision) });
  return [
    ...starts.map(
      (start): Block => ({
        is: "menu",
        label: words.pickItem(locale),
        action: openItem.to({ evaluation: evaluation.id }),
        options: options.slice(start, start + mostInMenu),
      }),
    ),
    ...(open.length === 1
      ? []
      : [{ is: "buttons", buttons: [{ label: words.several(locale), action: several }] } as const]),
  ];
}

/** What an evaluation is, item by item, with what can be appealed of it; precedents where it is all one item. */
export const groundView =
  (ground: Ground, precedents: readonly Precedent[] = []): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { evaluation, form, items } = ground;
    const [only, ...more] = items;
    const { number, day, interaction, comment, version } = evaluation;
    const contact = [interaction ?? "", format(locale).day(day)].filter(Boolean).join(" · ");
    const called = caseWords.of(form?.name[locale] ?? evaluation.form, version)(locale);
    return {
      title: words.title(number)(locale),
      blocks: [
        {
          is: "facts",
          facts: [
            { label: words.form(locale), value: [called] },
            { label: words.contact(locale), value: [contact] },
            { label: words.score(locale), value: [strong(points(evaluation.points, locale))] },
            ...(comment === undefined ? [] : [{ label: words.comment(locale), value: [comment] }]),
          ],
        },
        ...(items.length > 1
          ? [{ is: "list", items: items.map((line) => itemLine(line, ground, locale)) } as const]
          : similarBlocks(precedents, locale)),
        ...terms(only === undefined || more.length > 0 ? ground : termsOf(only, ground), reader),
        ...choices(ground, locale),
      ],
    };
  };

const whyNot = (line: ItemLine, locale: Locale): string | undefined => {
  const why = hindrance(line);
  if (why === "open" && line.open !== undefined) return words.cannot.open(line.open)(locale);
  if (why === "na") return words.cannot.notApplicable(locale);
  return why === "full" ? words.cannot.full(locale) : undefined;
};

/** One item with its guide, its comment and what was decided of the same before. */
export const itemView =
  (ground: Ground, line: ItemLine, precedents: readonly Precedent[]): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { evaluation, form } = ground;
    const item = itemOf(form, line.item);
    const comment = commentOn(evaluation, line.item);
    const steps = item?.scale?.map(({ points: to, name }) => `${points(to, locale)} ${name[locale]}`).join(" · ");
    const not = whyNot(line, locale);
    return {
      title: words.itemTitle(itemName(form, line.item, locale), evaluation.number)(locale),
      blocks: [
        {
          is: "facts",
          facts: [
            { label: words.mark(locale), value: [strong(earned(line, locale))] },
            ...(item === undefined
              ? []
              : [{ label: words.weight(locale), value: [format(locale).number(item.weight, 2)] }]),
            ...(steps === undefined ? [] : [{ label: words.steps(locale), value: [steps] }]),
            ...(item?.guide === undefined ? [] : [{ label: words.guide(locale), value: [item.guide[locale]] }]),
            ...(comment === undefined ? [] : [{ label: words.comment(locale), value: [comment] }]),
          ],
        },
        ...similarBlocks(precedents, locale),
        ...(line.decided === undefined || line.open !== undefined
          ? []
          : [note(words.cannot.decided(line.decided)(locale))]),
        ...terms(termsOf(line, ground), reader),
        not === undefined ? { is: "buttons", buttons: [appealButton(ground, line, locale)] } : note(not),
      ],
    };
  };
