import { describe, expect, test } from "vitest";
import { anId, aSite } from "../../testing/builders.ts";
import { aRequest } from "../../testing/help-builders.ts";
import type { Now } from "./clocks.ts";
import type { HelpRequest } from "./domain.ts";
import {
  answered,
  cancelled,
  claimed,
  handedOver,
  isSame,
  type Move,
  merged,
  needsNote,
  numbered,
  remarked,
  reopened,
  replied,
  resolved,
  solved,
  type Who,
} from "./moves.ts";
import { type HelpConfig, helpConfig } from "./rules.ts";
import type { State } from "./states.ts";
import { ticked } from "./tick.ts";

const { openedAt } = aRequest();
const later = (minutes: number) => new Date(openedAt.getTime() + minutes * 60_000);
const rules = helpConfig.parse({});
const nowAt = (minutes: number, but: Partial<HelpConfig> = {}): Now => ({
  at: later(minutes),
  rules: { ...rules, ...but },
  site: aSite(),
});
const now = nowAt(10);
const nobody = () => ({ people: [] });

const asker: Who = { person: anId(1), isHelper: true, isLead: true };
const claimer: Who = { person: anId(2), isHelper: true, isLead: false };
const helper: Who = { person: anId(3), isHelper: true, isLead: false };
const lead: Who = { person: anId(4), isHelper: true, isLead: true };
const outsider: Who = { person: anId(5), isHelper: false, isLead: false };
const other: Who = { person: anId(6), isHelper: true, isLead: false };
const everybody = [asker, claimer, helper, lead, outsider];

const stopped = { number: 1, spentMin: 2, steps: 0, answeredAt: later(2) };
const held = { claimer: claimer.person, claimedAt: later(1) };
const over = { ...held, round: stopped, overAt: later(2), overBy: claimer.person };

/** A request in each state. */
const inState: { readonly [S in State]: HelpRequest } = {
  open: aRequest(),
  claimed: aRequest({ ...held, state: "claimed", hasAnswered: false }),
  waiting: aRequest({ ...held, state: "waiting", hasAnswered: true, waitingSince: later(2), round: stopped }),
  resolved: aRequest({ ...over, state: "resolved", note: "Refunded by hand." }),
  closed: aRequest({ ...over, state: "closed" }),
  cancelled: aRequest({ ...over, state: "cancelled" }),
};

/** The state that it leads to, `same` where it changes nothing, or why it is refused. */
function outcome(before: HelpRequest, move: Move): string {
  if (!move.ok) return `no: ${move.refusal.why}`;
  const { request, entries } = move.value;
  return request === before && entries.length === 0 ? "same" : request.state;
}

function made(move: Move) {
  if (!move.ok) throw new Error(move.refusal.why);
  return move.value;
}

const [own, no, late, taken, notAsker] = [
  "no: own-request",
  "no: not-a-helper",
  "no: not-now",
  "no: claimed",
  "no: not-the-asker",
];
const isOver = [own, late, late, late, no];
const askersOnly = (to: string) => [to, notAsker, notAsker, notAsker, notAsker];

type Act = (request: HelpRequest, who: Who, now: Now) => Move;
type Row = { readonly [S in State]: readonly string[] };

/** By state, what comes of it for the asker, the claimer, another helper, a lead and an outsider. */
const table: readonly (readonly [string, Act, Row])[] = [
  [
    "claim",
    claimed,
    {
      open: [own, "claimed", "claimed", "claimed", no],
      claimed: [own, "same", taken, taken, no],
      waiting: [own, "same", taken, taken, no],
      resolved: isOver,
      closed: isOver,
      cancelled: isOver,
    },
  ],
  [
    "answer",
    (request, who, at) => answered(request, who, { text: "Yes.", needsReply: false }, at),
    {
      open: [own, "claimed", "claimed", "claimed", no],
      claimed: [own, "claimed", "claimed", "claimed", no],
      waiting: [own, "waiting", "waiting", "waiting", no],
      resolved: isOver,
      closed: isOver,
      cancelled: isOver,
    },
  ],
  [
    "ask the agent",
    (request, who, at) => answered(request, who, { text: "Which card?", needsReply: true }, at),
    {
      open: [own, "waiting", "waiting", "waiting", no],
      claimed: [own, "waiting", "claimed", "claimed", no],
      waiting: [own, "waiting", "waiting", "waiting", no],
      resolved: isOver,
      closed: isOver,
      cancelled: isOver,
    },
  ],
  [
    "remark",
    (request, who, at) => remarked(request, who, "Try Chrome.", at),
    {
      open: [own, "open", "open", "open", no],
      claimed: [own, "claimed", "claimed", "claimed", no],
      waiting: [own, "waiting", "waiting", "waiting", no],
      resolved: isOver,
      closed: isOver,
      cancelled: isOver,
    },
  ],
  [
    "reply",
    (request, who, at) => replied(request, who, "The blue one.", at),
    {
      open: askersOnly("open"),
      claimed: askersOnly("claimed"),
      waiting: askersOnly("claimed"),
      resolved: askersOnly(late),
      closed: askersOnly(late),
      cancelled: askersOnly(late),
    },
  ],
  [
    "hand over",
    (request, who, at) => handedOver(request, who, other, at),
    {
      open: [own, "claimed", "claimed", "claimed", no],
      claimed: [own, "claimed", taken, "claimed", no],
      waiting: [own, "waiting", taken, "waiting", no],
      resolved: isOver,
      closed: isOver,
      cancelled: isOver,
    },
  ],
  [
    "resolve",
    (request, who, at) => resolved(request, who, "", at),
    {
      open: [own, "resolved", "resolved", "resolved", no],
      claimed: [own, "resolved", taken, "resolved", no],
      waiting: [own, "resolved", taken, "resolved", no],
      resolved: isOver,
      closed: isOver,
      cancelled: isOver,
    },
  ],
  [
    "say that it is solved",
    (request, who, at) => solved(request, who, undefined, at),
    {
      open: askersOnly("closed"),
      claimed: askersOnly("closed"),
      waiting: askersOnly("closed"),
      resolved: askersOnly("closed"),
      closed: askersOnly(late),
      cancelled: askersOnly(late),
    },
  ],
  [
    "cancel",
    cancelled,
    {
      open: askersOnly("cancelled"),
      claimed: askersOnly("cancelled"),
      waiting: askersOnly("cancelled"),
      resolved: askersOnly(late),
      closed: askersOnly(late),
      cancelled: askersOnly(late),
    },
  ],
  [
    "reopen",
    (request, who, at) => reopened(request, who, "Again.", at),
    {
      open: [late, late, late, late, no],
      claimed: [late, late, late, late, no],
      waiting: [late, late, late, late, no],
      resolved: ["open", "open", "open", "open", no],
      closed: ["open", "open", "open", "open", no],
      cancelled: [late, late, late, late, no],
    },
  ],
];

describe("who may do what, and where it leads", () => {
  test.each(table)("%s", (_, act, row) => {
    const states: readonly State[] = ["open", "claimed", "waiting", "resolved", "closed", "cancelled"];
    const outcomes = states.map((state) => [
      state,
      everybody.map((who) => outcome(inState[state], act(inState[state], who, now))),
    ]);
    expect(Object.fromEntries(outcomes)).toEqual(row);
  });
});

describe("a claim", () => {
  test("is refused with the one who has it", () => {
    expect(claimed(inState.claimed, helper, now)).toEqual({
      ok: false,
      refusal: { why: "claimed", claimer: claimer.person },
    });
  });

  test("leaves the clocks running and says when it was", () => {
    const { request, entries } = made(claimed(inState.open, helper, now));
    expect(request).toEqual({
      ...inState.open,
      state: "claimed",
      claimer: helper.person,
      claimedAt: later(10),
      hasAnswered: false,
    });
    expect(entries).toEqual([{ kind: "claimed", person: helper.person, at: later(10), text: "" }]);
  });
});

describe("an answer", () => {
  const answer = (request: HelpRequest, minutes: number, needsReply = false) =>
    made(answered(request, helper, { text: "Yes.", needsReply }, nowAt(minutes)));

  test("claims what nobody is at", () => {
    const { request, entries } = answer(inState.open, 1);
    expect(request).toMatchObject({ claimer: helper.person, hasAnswered: true, firstAnswerAt: later(1) });
    expect(entries.map(({ kind, text }) => [kind, text])).toEqual([
      ["claimed", ""],
      ["answer", "Yes."],
    ]);
  });

  test("of another helper is a remark, which changes nothing of it", () => {
    for (const needsReply of [false, true]) {
      const { request, entries } = answer(inState.claimed, 1.5, needsReply);
      expect(request).toEqual(inState.claimed);
      expect(entries).toEqual([{ kind: "answer", person: helper.person, at: later(1.5), text: "Yes." }]);
    }
  });

  test("is the first only once", () => {
    const { request } = answer(answer(inState.open, 1).request, 5);
    expect(request).toMatchObject({ firstAnswerAt: later(1), round: { answeredAt: later(1) } });
  });

  test("that asks the agent for something stops the clocks, and no other does", () => {
    expect(answer(inState.open, 3).request.round).toMatchObject({ since: openedAt, spentMin: 0 });
    const asked = answer(inState.open, 3, true);
    expect(asked.request.round).toEqual({
      number: 1,
      spentMin: 3,
      steps: 0,
      answeredAt: later(3),
      answerLateAt: later(2),
    });
    expect(asked.request.waitingSince).toEqual(later(3));
    expect(asked.entries.map(({ kind }) => kind)).toEqual(["claimed", "question"]);
    const twice = answer(asked.request, 8, true);
    expect(twice.request).toMatchObject({ waitingSince: later(3), round: { spentMin: 3 } });
    expect(twice.entries.map(({ kind }) => kind)).toEqual(["question"]);
  });

  test.each([
    [1.999, undefined],
    [2, later(2)],
    [5, later(2)],
  ])("after %s minutes is late or not, also where no clock ticked in between", (minutes, lateAt) => {
    const { request } = answer(inState.open, minutes);
    expect(request.round.answerLateAt).toEqual(lateAt);
    const after = ticked(inState.open, nowAt(minutes), nobody);
    expect(answer(after.request, minutes).request.round.answerLateAt).toEqual(lateAt);
  });
});

describe("a reply", () => {
  test("lets the clocks go on where they stood still, and adds to what nobody is at", () => {
    const { request, entries } = made(replied(inState.waiting, asker, "Blue.", now));
    expect(request).toEqual({
      ...inState.claimed,
      hasAnswered: false,
      round: { ...stopped, since: later(10) },
    });
    expect(entries).toEqual([{ kind: "reply", person: asker.person, at: later(10), text: "Blue." }]);
    const more = made(replied(inState.open, asker, "And more.", now));
    expect(more.request).toEqual(inState.open);
    expect(more.entries.map(({ kind }) => kind)).toEqual(["added"]);
  });
});

describe("a hand-over", () => {
  test("gives it to who has not answered yet, and names them", () => {
    const { request, entries } = made(handedOver({ ...inState.claimed, hasAnswered: true }, claimer, other, now));
    expect(request).toMatchObject({ claimer: other.person, claimedAt: later(10), hasAnswered: false });
    expect(entries).toEqual([{ kind: "handed-over", person: claimer.person, at: later(10), text: other.person }]);
  });

  test.each([
    ["the asker", asker, "no: hand-over-to-asker"],
    ["somebody who may not help", { ...other, isHelper: false }, "no: not-a-helper-to"],
    ["whoever has it", claimer, "same"],
  ])("to %s", (_, to, said) => {
    expect(outcome(inState.claimed, handedOver(inState.claimed, claimer, to, now))).toBe(said);
  });
});

describe("a note on how it was resolved", () => {
  const note = (length: number) => "n".repeat(length);
  const live = inState.claimed;
  const notLive = { ...live, isLive: false };

  test.each([
    ["not-live", live, 0, "resolved"],
    ["not-live", notLive, 9, "no: note-needed"],
    ["not-live", notLive, 10, "resolved"],
    ["all", live, 9, "no: note-needed"],
    ["all", live, 10, "resolved"],
    ["none", notLive, 0, "resolved"],
  ] as const)("is needed for %s: %#", (noteFor, request, length, said) => {
    expect(outcome(request, resolved(request, claimer, note(length), nowAt(10, { noteFor })))).toBe(said);
    expect(needsNote(request, { noteFor })).toBe(said !== "resolved" || length === 10);
  });

  test("is kept with who resolved it and when, and the clocks stop", () => {
    const { request, entries } = made(resolved(notLive, claimer, note(10), now));
    expect(request).toMatchObject({
      note: note(10),
      overAt: later(10),
      overBy: claimer.person,
      firstAnswerAt: later(10),
    });
    expect(request.round).toEqual({ number: 1, spentMin: 10, steps: 0, answeredAt: later(10) });
    expect(entries).toEqual([{ kind: "resolved", person: claimer.person, at: later(10), text: note(10) }]);
    expect(made(resolved(live, claimer, "", now)).request.note).toBeUndefined();
  });

  test("what is resolved too late is known to be late, also where no clock ticked in between", () => {
    const before = made(resolved(notLive, claimer, note(10), nowAt(239.999))).request.round;
    expect([before.answerLateAt, before.endLateAt]).toEqual([later(15), undefined]);
    for (const act of [resolved(notLive, claimer, note(10), nowAt(240)), solved(notLive, asker, undefined, nowAt(240))])
      expect(made(act).request.round.endLateAt).toEqual(later(240));
  });
});

test("what an answer settled says which, and is over by the asker", () => {
  const { request, entries } = made(solved(inState.waiting, asker, anId(6001), now));
  expect(request).toMatchObject({ state: "closed", solvedBy: anId(6001), overAt: later(10), overBy: asker.person });
  expect(request.waitingSince).toBeUndefined();
  expect(entries).toEqual([{ kind: "solved", person: asker.person, at: later(10), text: "" }]);
  expect(made(solved(inState.open, asker, undefined, now)).request.solvedBy).toBeUndefined();
});

test("what was resolved and is solved then was over when it was resolved", () => {
  const { request } = made(solved(inState.resolved, asker, undefined, nowAt(60)));
  expect(request).toMatchObject({ state: "closed", overAt: later(2), overBy: claimer.person });
  expect(outcome(request, reopened(request, asker, "Again.", nowAt(2 + 24 * 60 + 1)))).toBe("no: too-late-to-reopen");
});

describe("who has a request and may not help any more", () => {
  const gone: Who = { ...claimer, isHelper: false };

  test("may go on with it to its end, and reopen it", () => {
    const { claimed: own, resolved: settled } = inState;
    const all = [
      outcome(own, claimed(own, gone, now)),
      outcome(own, answered(own, gone, { text: "Yes.", needsReply: true }, now)),
      outcome(own, handedOver(own, gone, other, now)),
      outcome(own, resolved(own, gone, "", now)),
      outcome(settled, reopened(settled, gone, "Again.", now)),
    ];
    expect(all).toEqual(["same", "waiting", "claimed", "resolved", "open"]);
    expect(outcome(inState.open, claimed(inState.open, gone, now))).toBe("no: not-a-helper");
  });

  test.each(["claimed", "waiting"] as const)("leaves it to the next while it is %s", (state) => {
    const mayNotHelp = (person: string) => person === claimer.person;
    const { request, entries } = made(claimed(inState[state], helper, now, mayNotHelp));
    expect(request).toMatchObject({ state, claimer: helper.person, claimedAt: later(10), hasAnswered: false });
    expect(entries).toEqual([{ kind: "claimed", person: helper.person, at: later(10), text: "" }]);
  });
});

describe("reopening", () => {
  const day = 24 * 60;

  test.each([
    ["resolved", 2 + day, "open"],
    ["resolved", 2 + day + 0.001, "no: too-late-to-reopen"],
    ["closed", 2 + day, "open"],
    ["closed", 2 + day + 0.001, "no: too-late-to-reopen"],
  ] as const)("what is %s after %s minutes: %s", (state, minutes, said) => {
    const move = reopened(inState[state], asker, "Again.", nowAt(minutes));
    expect(outcome(inState[state], move)).toBe(said);
    if (!move.ok) expect(move.refusal).toMatchObject({ until: later(2 + day) });
  });

  test("keeps what was late first", () => {
    const round = { ...stopped, answerLateAt: later(2), endLateAt: later(240) };
    const again = made(reopened({ ...inState.resolved, round }, asker, "Again.", nowAt(300))).request;
    expect(again).toMatchObject({ answerLateAt: later(2), endLateAt: later(240) });
    const settled = made(resolved(again, helper, "", nowAt(400))).request;
    expect(settled.round.answerLateAt).toEqual(later(302));
    const third = made(reopened(settled, asker, "Again.", nowAt(401))).request;
    expect(third).toMatchObject({ answerLateAt: later(2), endLateAt: later(240), ranMin: 102 });
  });

  test("begins anew, and nobody is at it", () => {
    const { request, entries } = made(reopened({ ...inState.resolved, solvedBy: anId(6001) }, helper, "Again.", now));
    const round = { number: 2, since: later(10), spentMin: 0, steps: 0 };
    expect(request).toEqual({ ...inState.open, round, ranMin: 2 });
    expect(entries).toEqual([{ kind: "reopened", person: helper.person, at: later(10), text: "Again." }]);
  });
});

describe("asking the same again", () => {
  const again = { text: "Still!", isLive: false, urgency: "normal" } as const;

  test("adds to what is open", () => {
    const { request, entries } = merged(inState.claimed, again, now);
    expect(request).toEqual(inState.claimed);
    expect(entries).toEqual([{ kind: "added", person: asker.person, at: later(10), text: "Still!" }]);
  });

  test("makes it no less urgent, and more where it is", () => {
    const urgent = aRequest({ urgency: "high" });
    expect(merged(urgent, again, now).request).toMatchObject({ isLive: true, urgency: "high" });
    const plain = aRequest({ isLive: false });
    const more = merged(plain, { ...again, isLive: true, urgency: "high" }, now).request;
    expect(more).toMatchObject({ isLive: true, urgency: "high" });
  });

  test("sets another call-back, which is told when it comes", () => {
    const told = aRequest({ callBackAt: later(5), isCallBackTold: true });
    expect(merged(told, again, now).request).toEqual(told);
    expect(merged(told, { ...again, callBackAt: later(5) }, now).request).toEqual(told);
    const anew = merged(told, { ...again, callBackAt: later(30) }, now).request;
    expect(anew.callBackAt).toEqual(later(30));
    expect(ticked(anew, nowAt(30), nobody).isCallBackDue).toBe(true);
  });

  test("is a reply where the agent was waited for", () => {
    const { request } = merged(inState.waiting, again, now);
    expect(request).toEqual(made(replied(inState.waiting, asker, "Still!", now)).request);
  });
});

test.each([
  [["refund", "card"], ["refund", "limit", "today"], true],
  [["refund", "card", "limit"], ["refund", "a", "b"], false],
  [["refund"], ["refund", "a", "b", "c"], true],
  [["a", "b", "c", "refund"], ["refund"], true],
  [[], ["refund"], false],
  [[], [], false],
])("two texts are the same where half of the words of the shorter one are in the other: %j, %j: %s", (a, b, same) => {
  expect(isSame(a, b)).toBe(same);
});

test("entries are numbered after those that are there", () => {
  const entry = { kind: "answer", at: openedAt, text: "" } as const;
  expect(numbered([entry, entry], 3).map(({ position }) => position)).toEqual([4, 5]);
});
