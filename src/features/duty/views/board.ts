import { type Block, type Button, note, type Span, type Spans, strong, text, type View } from "../../../chat/view.ts";
import { format, type Localised, type Reader } from "../../../kernel/locale.ts";
import { addDays, startOfDay } from "../../../kernel/time.ts";
import { momentOf, type Person, type Site } from "../../people/index.ts";
import { beginSetting, beginSwap, listSet, showSite, showWeek } from "../addresses.ts";
import type { DutyRole, OnDuty } from "../domain.ts";
import { boardWords as words } from "../messages/board.ts";
import { formWords } from "../messages/form.ts";
import { roleSay } from "../names.ts";
import type { Board, RoleNow, Week } from "../reading.ts";
import { at, spanOf, spanOrWord } from "./common.ts";

const dutyLead: DutyRole = "duty-lead";

/** Several with a mark between them. */
const joined = (all: readonly Spans[], between: string): Spans =>
  all.flatMap((one, index) => (index === 0 ? one : [between, ...one]));

/** Who is asked where nobody has a role. */
function insteadSpans(role: DutyRole, instead: readonly Person[], { locale }: Reader): Spans {
  const named = joined(
    instead.map((person) => [spanOf(person)]),
    words.and(locale),
  );
  const before = words.insteadBefore(locale);
  if (role === dutyLead) {
    return named.length === 0
      ? [before, words.insteadLeadsAlone(locale)]
      : [before, words.insteadLeads(locale), ...named];
  }
  return named.length === 0 ? [words.insteadNobody(locale)] : [before, ...named];
}

function roleBlocks({ site, people }: Board, { role, now, next, instead }: RoleNow, reader: Reader): readonly Block[] {
  const { locale } = reader;
  const there = at(reader, site);
  const name = strong(roleSay(role)(locale));
  const holder = ({ person, until }: OnDuty): Spans => [
    spanOrWord(people, person, reader),
    words.until(locale),
    momentOf(until, there),
  ];
  const first = next[0];
  const coming: readonly Span[] =
    first === undefined
      ? [words.noNext(locale)]
      : [
          words.nextBefore(locale),
          ...joined(
            next.map(({ person }) => [spanOrWord(people, person, reader)]),
            words.and(locale),
          ),
          words.nextFrom(locale),
          momentOf(first.from, there),
          words.nextAfter(locale),
        ];
  return [
    now.length === 0
      ? text(name, words.colon(locale), words.nobody(locale))
      : text(name, words.colon(locale), ...joined(now.map(holder), words.and(locale))),
    ...(now.length === 0 ? [text(...insteadSpans(role, instead, reader))] : []),
    note(...coming),
  ];
}

/** What the asker can do from here. */
export type May = { readonly set: boolean };

/** Who is on duty at a site and who is next. */
export const boardView =
  (board: Board, today: string, may: May): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const { site, others } = board;
    const buttons: Button[] = [
      { label: formWords.weekButton(locale), action: showWeek.to({ site: site.id, day: today }) },
      { label: formWords.swapButton(locale), action: beginSwap.to({}) },
      ...(may.set
        ? [
            { label: formWords.setButton(locale), action: beginSetting.to({}) },
            { label: formWords.unsetButton(locale), action: listSet.to({}) },
          ]
        : []),
    ];
    const menu: Block[] =
      others.length === 0
        ? []
        : [
            {
              is: "menu",
              label: formWords.otherSites(locale),
              action: showSite.to({}),
              options: others.map(({ id, name }) => ({ value: id, label: name })),
            },
          ];
    return {
      title: words.title(site.name)(locale),
      ...(board.roles.some(({ now }) => now.length === 0) ? { tone: "attention" } : {}),
      blocks: [
        ...board.roles.flatMap((one) => roleBlocks(board, one, reader)),
        { is: "buttons", buttons },
        ...menu,
        note(words.clock(site.zone)(locale)),
      ],
    };
  };

/** When within a day, and who; a whole day needs no times. */
function cellPart(
  { from, until }: OnDuty,
  name: string,
  day: readonly [Date, Date],
  { zone }: Site,
  { locale }: Reader,
): string {
  const isWhole = from <= day[0] && until >= day[1];
  if (isWhole) return name;
  const { time } = format(locale);
  const end = until >= day[1] ? "24:00" : time(until, zone);
  return `${time(from, zone)}–${end} ${name}`;
}

/** Seven days, a column for each role. */
export const weekView =
  ({ site, first, roles, days, people }: Week): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const nameOf = (id: string) => people.get(id)?.name ?? words.somebody(locale);
    const cell = (role: string, { on, spans }: Week["days"][number]): string => {
      const day = [startOfDay(on, site.zone), startOfDay(addDays(on, 1), site.zone)] as const;
      const parts = spans
        .filter((one) => one.role === role)
        .map((one) => cellPart(one, nameOf(one.person), day, site, reader));
      return parts.length === 0 ? words.none(locale) : parts.join(words.between(locale));
    };
    const to = (weeks: number) => showWeek.to({ site: site.id, day: addDays(first, 7 * weeks) });
    return {
      title: words.weekTitle(site.name)(locale),
      blocks: [
        {
          is: "table",
          columns: [words.dayColumn(locale), ...roles.map((role) => roleSay(role)(locale))].map((label) => ({
            label,
            align: "start",
          })),
          rows: days.map((one) => [format(locale).day(one.on), ...roles.map((role) => cell(role, one))]),
        },
        {
          is: "buttons",
          buttons: [
            { label: formWords.earlier(locale), action: to(-1) },
            { label: formWords.later(locale), action: to(1) },
            { label: formWords.nowButton(locale), action: showSite.to({ site: site.id }) },
          ],
        },
        note(words.clock(site.zone)(locale), " ", words.leave(locale)),
      ],
    };
  };
