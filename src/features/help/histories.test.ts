import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { workingMinutesBetween } from "../../kernel/working-hours.ts";
import { requestBody, requestBodyFrom } from "../../persistence/help/codec.ts";
import { anId, aSite } from "../../testing/builders.ts";
import { aRequest } from "../../testing/help-builders.ts";
import type { Now } from "./clocks.ts";
import type { Entry, HelpRequest } from "./domain.ts";
import {
  answered,
  cancelled,
  claimed,
  handedOver,
  type Move,
  merged,
  numbered,
  remarked,
  reopened,
  replied,
  resolved,
  solved,
  type Who,
} from "./moves.ts";
import { helpConfig, hoursSaid } from "./rules.ts";
import { type Event, isUnderWay, after as leadsTo, type State } from "./states.ts";
import { nextAt, scheduled, ticked } from "./tick.ts";

type House = Pick<Now, "rules" | "site">;
type Act = (request: HelpRequest, now: Now) => Move;
type Step = { readonly minutes: number; readonly isTicked: boolean; readonly act: Act | undefined };
type Begun = { readonly house: House; readonly isLive: boolean; readonly openedAt: Date };

const minuteMs = 60_000;
const plus = (at: Date, minutes: number) => new Date(at.getTime() + minutes * minuteMs);
const find = (ask: string) => ({ people: [anId(ask.length)] });

const who = (n: number): Who => ({ person: anId(n), isHelper: n !== 5, isLead: n === 4 });
const anyone = fc.integer({ min: 1, max: 5 }).map(who);
const helpers = fc.integer({ min: 2, max: 4 }).map(who);
const theAsker = who(1);

const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: anyone.map(
      (by): Act =>
        (request, now) =>
          claimed(request, by, now),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(anyone, fc.boolean()).map(
      ([by, needsReply]): Act =>
        (request, now) =>
          answered(request, by, { text: "Yes.", needsReply }, now),
    ),
  },
  {
    weight: 1,
    arbitrary: anyone.map(
      (by): Act =>
        (request, now) =>
          remarked(request, by, "Perhaps.", now),
    ),
  },
  { weight: 3, arbitrary: fc.constant<Act>((request, now) => replied(request, theAsker, "Blue.", now)) },
  {
    weight: 3,
    arbitrary: fc.tuple(helpers, anyone).map(
      ([by, to]): Act =>
        (request, now) =>
          handedOver(request, by, to, now),
    ),
  },
  {
    weight: 1,
    arbitrary: anyone.map(
      (by): Act =>
        (request, now) =>
          resolved(request, by, "Done by hand.", now),
    ),
  },
  {
    weight: 3,
    arbitrary: anyone.map(
      (by): Act =>
        (request, now) =>
          reopened(request, by, "Again.", now),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Act>((request, now) => {
      if (!isUnderWay(request.state)) return { ok: false, refusal: { why: "not-now", state: request.state } };
      const { isLive } = request;
      const again = { text: "Still.", isLive, urgency: "high", callBackAt: plus(now.at, 20) } as const;
      return { ok: true, value: merged(request, again, now) };
    }),
  },
  { weight: 1, arbitrary: fc.constant<Act>((request, now) => solved(request, theAsker, undefined, now)) },
  { weight: 1, arbitrary: fc.constant<Act>((request, now) => cancelled(request, theAsker, now)) },
);

const gaps = fc.oneof(
  { weight: 5, arbitrary: fc.double({ min: 0, max: 4, noNaN: true }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 10 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 300 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 3000 }) },
);
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({ minutes: gaps, isTicked: fc.boolean(), act: fc.option(acts, { nil: undefined, freq: 6 }) }),
  { maxLength: 25 },
);

const houses: readonly House[] = [
  { rules: helpConfig.parse({}), site: aSite() },
  {
    rules: helpConfig.parse({ live: { ladder: [] }, other: { ladder: [] }, hours: "22:00-06:00" }),
    site: aSite({ zone: "America/New_York" }),
  },
  {
    rules: helpConfig.parse({
      live: {
        ladder: [
          { afterMin: 2, ask: "night-desk", hours: "22:00-06:00" },
          { afterMin: 9, ask: "admin" },
        ],
      },
    }),
    site: aSite({
      zone: "Asia/Shanghai",
      calendar: { weekend: [6, 7], holidays: [day("2026-03-12")], workdays: [day("2026-03-14")] },
    }),
  },
];
const begun: fc.Arbitrary<Begun> = fc.record({
  house: fc.constantFrom(...houses),
  isLive: fc.boolean(),
  // Three weeks, in which New York's and London's clocks change.
  openedAt: fc.integer({ min: 0, max: 21 * 24 * 60 }).map((minutes) => plus(new Date("2026-03-06T00:00:00Z"), minutes)),
});

/** Asks for what time does, once for each moment at which something is due, or late and all at once. */
function timely(request: HelpRequest, until: Date, house: House) {
  let all = { request, entries: [] as readonly Pick<Entry, "kind" | "text">[] };
  for (let at = nextAt(request, house); at !== undefined && at <= until; at = nextAt(all.request, house)) {
    const tick = ticked(all.request, { ...house, at }, find);
    all = { request: tick.request, entries: [...all.entries, ...tick.entries] };
  }
  return all;
}

/** What is left of a request where it does not matter when a clock ticked. */
const timeless = ({ asked, overAt: _, ...request }: HelpRequest) => ({
  ...request,
  asked: asked.map(({ at: _, ...one }) => one),
});

/** As it is kept in the database and read again. */
function restarted(request: HelpRequest): HelpRequest {
  const { id, number, site, asker, claimer, state, category, isLive, version, openedAt, nextAt: next } = request;
  return {
    ...requestBodyFrom(requestBody(request)),
    ...{ id, number, site, asker, state, category, isLive, version, openedAt },
    ...(claimer === undefined ? {} : { claimer }),
    ...(next === undefined ? {} : { nextAt: next }),
  };
}

/** What each entry says has happened; nothing where it changes no state. */
const events: { readonly [K in Entry["kind"]]: (state: State) => Event | undefined } = {
  added: () => "agent-replied",
  claimed: () => "claimed",
  answer: (state) => (state === "open" ? undefined : "answered"),
  question: (state) => (state === "waiting" ? "answered" : "asked-agent"),
  reply: () => "agent-replied",
  "handed-over": (state) => (state === "open" ? "claimed" : "handed-over"),
  "went-back": () => "went-back",
  escalated: () => undefined,
  resolved: () => "resolved",
  solved: () => "solved",
  cancelled: () => "cancelled",
  reopened: () => "reopened",
  closed: () => "closed",
};

/** Reads off the entries alone in which state a request is, and who is at it. */
function toldBy(entries: readonly Entry[]) {
  let state: State = "open";
  let claimer: string | undefined;
  for (const { kind, person, text } of entries) {
    const event = events[kind](state);
    const next: State | undefined = event === undefined ? state : leadsTo(state, event);
    if (next === undefined) throw new Error(`${kind} while ${state}`);
    if (kind === "claimed" && claimer !== undefined) throw new Error("claimed twice");
    if (kind === "went-back") expect(person).toBe(claimer);
    if (kind === "claimed") claimer = person;
    if (kind === "handed-over") claimer = text;
    if (kind === "went-back" || kind === "reopened") claimer = undefined;
    state = next;
  }
  return { state, claimer };
}

/** A request whose every move is looked at; throws where it does what it must not. */
function history({ house, isLive, openedAt }: Begun) {
  const round = { number: 1, since: openedAt, spentMin: 0, steps: 0 };
  let request = scheduled(aRequest({ isLive, openedAt, round }), house);
  let entries: readonly Entry[] = [];
  let at = openedAt;
  let ran = 0;
  const asked = new Set<string>();

  const clock = { ...house.site, hours: hoursSaid(house.rules.hours) };
  const between = (from: Date, to: Date) =>
    isLive ? (to.getTime() - from.getTime()) / minuteMs : workingMinutesBetween(clock, from, to);

  function take(next: HelpRequest, added: Parameters<typeof numbered>[0]) {
    entries = [...entries, ...numbered(added, entries.length)];
    expect(toldBy(entries)).toEqual({ state: next.state, claimer: next.claimer });
    const kept = restarted(scheduled(next, house));
    expect(kept).toEqual(scheduled(next, house));
    request = kept;
  }

  function tick() {
    const before = request;
    const now = { ...house, at };
    const { request: next, entries: added, asked: who } = ticked(before, now, find);
    const due = nextAt(next, now);
    expect(due === undefined || due > at).toBe(true);
    expect(ticked(next, now, find)).toEqual({ request: next, entries: [], asked: [], isCallBackDue: false });
    let number = before.round.number;
    let place = 0;
    for (const { kind } of added) {
      if (kind === "went-back") number = next.round.number;
      if (kind !== "escalated") continue;
      const key = `round ${number} step ${who[place]?.step}`;
      expect(asked).not.toContain(key);
      asked.add(key);
      place += 1;
    }
    if (next.round.number !== before.round.number) ran = between(next.round.since ?? at, at);
    take(next, added);
  }

  function act(move: Move) {
    if (!move.ok) {
      if (move.refusal.why === "claimed") expect(move.refusal.claimer).toBe(request.claimer);
      return;
    }
    if (move.value.request.round.number !== request.round.number) ran = 0;
    take(move.value.request, move.value.entries);
  }

  return {
    step({ minutes, isTicked, act: move }: Step) {
      const next = plus(at, minutes);
      if (request.state === "open" || request.state === "claimed") ran += between(at, next);
      at = next;
      if (isTicked) tick();
      if (move !== undefined) act(move(request, { ...house, at }));
      const { since, spentMin } = request.round;
      expect(spentMin + (since === undefined ? 0 : between(since, at))).toBeCloseTo(ran, 3);
    },
    /** Nobody says anything for so long, whenever the clock ticks. */
    silent(days: number, moments: readonly number[]) {
      const until = plus(at, days * 24 * 60);
      const often = timely(request, until, house);
      const once = ticked(request, { ...house, at: until }, find);
      let seldom = { request, entries: [] as readonly Pick<Entry, "kind" | "text">[] };
      for (const share of [...moments].sort((a, b) => a - b).concat(1)) {
        const now = plus(at, share * days * 24 * 60);
        const more = ticked(restarted(seldom.request), { ...house, at: now }, find);
        seldom = { request: more.request, entries: [...seldom.entries, ...more.entries] };
      }
      for (const one of [once, seldom]) {
        expect(timeless(one.request)).toEqual(timeless(often.request));
        expect(one.entries.map(({ kind, text }) => [kind, text])).toEqual(
          often.entries.map(({ kind, text }) => [kind, text]),
        );
      }
      at = until;
      tick();
      const since = entries.findLastIndex(({ kind }) => kind === "reopened") + 1;
      return { request, isAsked: entries.slice(since).some(({ kind }) => kind === "escalated") };
    },
  };
}

test("whatever people do and whenever the clock ticks, one person at most is at it, nobody is asked twice, and no minute of waiting counts", () => {
  fc.assert(
    fc.property(begun, steps, (first, all) => {
      const told = history(first);
      for (const one of all) told.step(one);
    }),
    { numRuns: 150 },
  );
});

test("when all fall silent, a request is over or somebody was asked, however often the clock ticks meanwhile", () => {
  // In three weeks there are fourteen workdays, whatever the calendar of these houses.
  const moments = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 });
  fc.assert(
    fc.property(begun, steps, moments, (first, all, ticks) => {
      const told = history(first);
      for (const one of all) told.step(one);
      const { request, isAsked } = told.silent(21, ticks);
      expect(["open", "claimed", "closed", "cancelled"]).toContain(request.state);
      expect(isAsked || !isUnderWay(request.state)).toBe(true);
    }),
    { numRuns: 150 },
  );
});
