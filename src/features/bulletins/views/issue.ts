import { plainView } from "../../../chat/plain.ts";
import { type Block, note, text, typed, type View } from "../../../chat/view.ts";
import type { Localised, Reader } from "../../../kernel/locale.ts";
import { approvedIn, type Issue, type Told, toldIn } from "../issue.ts";
import { issueWords as words } from "../messages/issue.ts";
import { weeksOf } from "../weeks.ts";
import { divider, itemSpans, momentOf, signed } from "./common.ts";
import { type Late, lateNotes } from "./late.ts";

export type Around = { readonly correctedAt?: Date | undefined; readonly late?: Late };

function sectionBlocks(section: Told, { people }: Issue, reader: Reader): readonly Block[] {
  return [
    divider,
    { is: "heading", text: signed(section.name, section.title(reader.locale)) },
    ...(section.gathered?.(reader) ?? []),
    ...approvedIn(section).map((item): Block => ({ is: "text", spans: itemSpans(item, people, reader) })),
  ];
}

/** A bulletin's name: its site's and its Monday's. */
export const issueTitle = ({ site, bulletin }: Pick<Issue, "site" | "bulletin">, { locale }: Reader): string =>
  words.title(site.name, bulletin.week)(locale);

/** What stands above the sections, where no cut for length reaches: the weeks, a correction, what came too late. */
function opening(
  { bulletin }: Issue,
  { correctedAt, late }: Around,
  isLong: boolean,
  reader: Reader,
): readonly Block[] {
  const { past, coming } = weeksOf(bulletin.week);
  const lead = words.lead([past.from, past.to], [coming.from, coming.to])(reader.locale);
  return [
    text(lead),
    ...(isLong ? [note(words.long(reader.locale), typed("bulletin list"), words.end[reader.locale])] : []),
    ...(correctedAt === undefined
      ? []
      : [note(words.corrected(reader.locale), momentOf(correctedAt, reader), words.end[reader.locale])]),
    ...(late === undefined ? [] : lateNotes(late, reader)),
  ];
}

/** From so many characters on some platform may have to cut a bulletin. */
const longFrom = 3000;

/** A bulletin as its readers see it. */
export const issueView =
  (issue: Issue, around: Around = {}): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const told = toldIn(issue);
    const body = told.flatMap((section) => sectionBlocks(section, issue, reader));
    const isLong = plainView({ title: "", blocks: body }).length > longFrom;
    return {
      title: issueTitle(issue, reader),
      blocks: [
        ...opening(issue, around, isLong, reader),
        ...body,
        ...(told.length === 0 ? [text(words.emptied(locale))] : []),
        divider,
        note(words.share(locale), typed("bulletin submit"), words.earlier(locale), typed("bulletin list")),
      ],
    };
  };

/** The bulletin as it would go out now, for its editors. */
export const previewView =
  (issue: Issue): Localised<View> =>
  (reader) => {
    const { locale } = reader;
    const title = words.preview(issueTitle(issue, reader))(locale);
    if (toldIn(issue).length === 0) return { title, blocks: [text(words.nothingYet(locale))] };
    return { ...issueView(issue)(reader), title };
  };

/** What admins are told whose site has nowhere to post. */
export const noChannelView =
  (site: { readonly id: string; readonly name: string }, late: Late): Localised<View> =>
  ({ locale, zone }) => ({
    title: words.noChannelTitle(site.name)(locale),
    tone: "attention",
    blocks: [
      text(words.noChannel(site.id)(locale)),
      text({ is: "code", text: "channels: { bulletin: team-news }" }),
      note(words.noChannelThen(locale), typed("bulletin draft"), words.end[locale]),
      ...lateNotes(late, { locale, zone }),
    ],
  });
