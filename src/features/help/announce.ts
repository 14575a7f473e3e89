import type { Body, Notice, Touched } from "../notices/index.ts";
import type { PersonId } from "../people/index.ts";
import type { Now } from "./clocks.ts";
import type { Asked, Entry, HelpRequest, NewEntry } from "./domain.ts";
import { type Moved, numbered } from "./moves.ts";
import type { Changed } from "./store.ts";
import { scheduled, type Ticked } from "./tick.ts";

/** The schedules of the ledger that help is told by. */
export const requestName = "help-request";
export const escalationName = "help-escalation";
export const mineName = "help-mine";
export const saidName = "help-said";
export const talkName = "help-talk";
export const gapName = "help-gap";

/** What of a request a message speaks of; nothing more where it is the request itself. */
export type Period =
  | { readonly is: "request" }
  /** A line of the talk. */
  | { readonly is: "line"; readonly position: number }
  /** A line that was added while others may have been written, so that its position is not known. */
  | { readonly is: "added"; readonly ms: number }
  | { readonly is: "call-back"; readonly ms: number };

const line = /^(\d{1,9})$/;
const moment = /^(added|call-back)-(\d{1,15})$/;

/** The request that a period of the ledger is of, and what of it. */
export function periodOf(text: string): { readonly request: string; readonly of: Period } {
  const at = text.indexOf(":");
  const [request, rest] = at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
  const [, position] = line.exec(rest) ?? [];
  if (position !== undefined) return { request, of: { is: "line", position: Number(position) } };
  const [, is, ms] = moment.exec(rest) ?? [];
  if (is === "added" || is === "call-back") return { request, of: { is, ms: Number(ms) } };
  return { request, of: { is: "request" } };
}

const notice = (kind: string, site: string, period: string, at: Date, body: Body = {}): Notice => ({
  kind,
  site,
  period,
  at,
  body,
});

type Request = Pick<HelpRequest, "id" | "site">;

/** Everything that is shown of a request is shown anew. */
const touchedOf = ({ id, site, asked }: HelpRequest): readonly Touched[] => [
  { kind: requestName, site, period: id },
  { kind: mineName, site, period: id },
  ...asked.map((_, index): Touched => ({ kind: escalationName, site, period: `${id}:${index + 1}` })),
];

/** Nobody had a duty that was to be asked. */
export type Gap = Pick<Asked, "ask" | "people"> & { readonly instead: NonNullable<Asked["instead"]> };

export const gapsIn = (asked: readonly Pick<Asked, "ask" | "people" | "instead">[]): readonly Gap[] =>
  asked.flatMap(({ ask, people, instead }) => (instead === undefined ? [] : [{ ask, people, instead }]));

/** The admins hear of a gap once a day for each duty. */
const gapNotice = (site: string, on: string, { ask, people, instead }: Gap, at: Date): Notice =>
  notice(gapName, site, `${on} ${ask}`, at, { ask, people, instead });

/** A request is posted and kept before its asker. */
export const opened = (
  { id, site }: Request,
  gaps: readonly Gap[],
  on: string,
  at: Date,
): Pick<Changed, "notices"> => ({
  notices: [
    notice(requestName, site, id, at),
    notice(mineName, site, id, at),
    ...gaps.map((gap) => gapNotice(site, on, gap, at)),
  ],
});

/** Who hears of a line at once, by a message of its own; `tells` are those who are told of every request. */
function hearers(
  entry: NewEntry,
  before: HelpRequest,
  { claimer, asker }: HelpRequest,
  tells: readonly PersonId[],
): readonly PersonId[] {
  const others = (people: readonly (PersonId | undefined)[]) =>
    people.flatMap((id) => (id === undefined || id === entry.person ? [] : [id]));
  switch (entry.kind) {
    case "answer":
    case "question":
    case "resolved":
      return others([asker]);
    case "reply":
    case "added":
      return others([claimer]);
    case "claimed":
    case "solved":
    case "cancelled":
      return others([before.claimer]);
    case "closed":
      return before.state === "waiting" ? [asker] : [];
    case "went-back":
      return entry.person === undefined ? [] : [entry.person];
    case "handed-over":
      return others([entry.text, before.claimer]);
    case "reopened":
      return others([before.claimer, ...tells]).filter((id) => id !== asker);
    case "escalated":
      return [];
  }
}

/** Lines of which the thread has the words. */
const spoken = ["answer", "question", "reply", "added", "resolved"] as const;
const isSpoken = ({ kind, text }: NewEntry): boolean =>
  text !== "" && (spoken as readonly NewEntry["kind"][]).includes(kind);

/** What is known besides when a change is announced. */
export type Telling = {
  readonly now: Now;
  /** So many lines there were. */
  readonly lines: number;
  readonly tells: readonly PersonId[];
  /** What was said in the thread stands there already. */
  readonly isFromThread?: boolean;
};

function notices(before: HelpRequest, after: HelpRequest, entries: readonly Entry[], telling: Telling): Notice[] {
  const { id, site } = after;
  const { now, tells, isFromThread = false } = telling;
  return entries.flatMap((entry) => {
    const to = [...new Set(hearers(entry, before, after, tells))];
    const period = `${id}:${entry.position}`;
    return [
      ...(to.length === 0 ? [] : [notice(saidName, site, period, now.at, { to })]),
      ...(isSpoken(entry) && !isFromThread ? [notice(talkName, site, period, now.at)] : []),
    ];
  });
}

/** What is kept of a move, and who hears of it; the very same where it changes nothing. */
export function changed(before: HelpRequest, { request, entries }: Moved, telling: Telling): Changed {
  if (request === before && entries.length === 0) return { request };
  const next = scheduled(request, telling.now);
  return {
    request: next,
    entries,
    notices: notices(before, next, numbered(entries, telling.lines), telling),
    touched: touchedOf(next),
  };
}

/** What is kept where somebody asked the same once more; whoever is at it hears of it. */
export function added(before: HelpRequest, { request, entries }: Moved, now: Now): Changed {
  if (request === before && entries.length === 0) return { request };
  const next = scheduled(request, now);
  const period = `${next.id}:added-${now.at.getTime()}`;
  const { site, claimer } = next;
  return {
    request: next,
    entries,
    notices: [
      ...(claimer === undefined ? [] : [notice(saidName, site, period, now.at, { to: [claimer] })]),
      notice(talkName, site, period, now.at),
    ],
    touched: touchedOf(next),
  };
}

/** What is kept of what time did: whoever is asked now hears of it, and admins of each gap. */
export function changedByTime(before: HelpRequest, ticked: Ticked, on: string, telling: Telling): Changed {
  const { now, tells } = telling;
  const { asked, isCallBackDue } = ticked;
  const kept = changed(before, ticked, telling);
  const { id, site, asker, claimer, callBackAt } = kept.request;
  const first = kept.request.asked.length - asked.length;
  const due = [...new Set([asker, ...(claimer === undefined ? tells : [claimer])])];
  return {
    ...kept,
    notices: [
      ...(kept.notices ?? []),
      ...asked.map(({ people }, index) =>
        notice(escalationName, site, `${id}:${first + index + 1}`, now.at, { to: people }),
      ),
      ...gapsIn(asked).map((gap) => gapNotice(site, on, gap, now.at)),
      ...(isCallBackDue && callBackAt !== undefined
        ? [notice(saidName, site, `${id}:call-back-${callBackAt.getTime()}`, now.at, { to: due })]
        : []),
    ],
  };
}
