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
  type Move,
  reopened,
  replied,
  resolved,
  solved,
  type Who,
} from "./moves.ts";
import { helpConfig } from "./rules.ts";
import { nextAt, scheduled, ticked } from "./tick.ts";

const { openedAt } = aRequest();
const later = (minutes: number) => new Date(openedAt.getTime() + minutes * 60_000);
const rules = helpConfig.parse({});
const nowAt = (minutes: number): Now => ({ at: later(minutes), rules, site: aSite() });
const day = 24 * 60;

const who = (n: number): Who => ({ person: anId(n), isHelper: n !== 1, isLead: false });
const find = (ask: string) => ({ people: [anId(ask.length)], instead: "admins" }) as const;
const tick = (request: HelpRequest, minutes: number) => ticked(request, nowAt(minutes), find);
function made(move: Move): HelpRequest {
  if (!move.ok) throw new Error(move.refusal.why);
  return move.value.request;
}
const claim = (request: HelpRequest, minutes: number, n = 2) => made(claimed(request, who(n), nowAt(minutes)));
const answer = (request: HelpRequest, minutes: number, needsReply = false) =>
  made(answered(request, who(2), { text: "Yes.", needsReply }, nowAt(minutes)));

describe("what nobody answered", () => {
  test.each([
    [3.999, "claimed"],
    [4, "open"],
  ])("claimed after a minute is after %d minutes %s", (minutes, state) => {
    const { request, entries } = tick(claim(aRequest(), 1), minutes);
    expect(request.state).toBe(state);
    expect(entries.filter(({ kind }) => kind === "went-back")).toEqual(
      state === "open" ? [{ kind: "went-back", person: anId(2), at: later(4), text: "" }] : [],
    );
  });

  test("keeps its clocks, and nobody is at it", () => {
    const { request } = tick(claim(aRequest(), 1), 4);
    expect(request).toEqual({
      ...aRequest(),
      round: { ...aRequest().round, steps: 2, answerLateAt: later(2) },
      asked: [
        { at: later(4), step: 1, ask: "duty-lead", people: [anId(9)], instead: "admins" },
        { at: later(4), step: 2, ask: "floor-support", people: [anId(13)], instead: "admins" },
      ],
    });
  });

  test("by whom it was handed to begins anew, as of when it went back", () => {
    const given = made(handedOver(answer(aRequest(), 1), who(2), who(3), nowAt(10)));
    for (const minutes of [13, 14]) {
      const { request } = tick(given, minutes);
      expect(request).toMatchObject({ state: "open", round: { number: 2, since: later(13), spentMin: 0, steps: 0 } });
      expect(request.round.answeredAt).toBeUndefined();
    }
  });

  test("by whom it was handed to while the agent was waited for has time from when that goes on", () => {
    const given = made(handedOver(answer(aRequest(), 1, true), who(2), who(3), nowAt(10)));
    expect(tick(given, 100).request).toEqual(given);
    const on = made(replied(given, who(1), "Blue.", nowAt(100)));
    expect(nextAt(on, nowAt(100))).toEqual(later(103));
    expect(tick(on, 102.999).request.state).toBe("claimed");
    expect(tick(on, 103).request.state).toBe("open");
  });
});

describe("what was answered, was handed over and went back", () => {
  const back = () => {
    const given = made(handedOver(answer(aRequest(), 1), who(2), who(3), nowAt(10)));
    return tick(given, 13).request;
  };

  test("is to be over when it was to be before", () => {
    expect(back()).toMatchObject({ ranMin: 13, round: { number: 2, carriedMin: 13, spentMin: 0 } });
    const again = answer(back(), 14);
    expect(tick(again, 239.999).request.round.endLateAt).toBeUndefined();
    expect(tick(again, 240)).toMatchObject({
      asked: [{ ask: "supervisor" }],
      request: { round: { endLateAt: later(240) } },
    });
  });

  test("keeps that it was late, and nobody is asked for that again", () => {
    const late = tick(answer(aRequest(), 5), 240).request;
    const given = made(handedOver(late, who(2), who(3), nowAt(250)));
    const { request, asked } = tick(given, 253);
    expect(request).toMatchObject({ answerLateAt: later(2), endLateAt: later(240), round: { endLateAt: later(240) } });
    expect(asked).toEqual([]);
  });
});

describe("after a question to the agent", () => {
  const asks = (minutes: number) => answer(aRequest(), minutes, true);

  test("a reply gives whoever is at it three minutes, after which it goes back", () => {
    const on = made(replied(asks(1), who(1), "Blue.", nowAt(10)));
    expect(tick(on, 12.999).request.state).toBe("claimed");
    expect(tick(on, 13).request.state).toBe("open");
    expect(tick(answer(on, 12), 100).request.state).toBe("claimed");
  });

  test("no other reply does", () => {
    const on = made(replied(answer(aRequest(), 1), who(1), "And more.", nowAt(10)));
    expect(tick(on, 100).request.state).toBe("claimed");
  });
});

describe("what is over", () => {
  test.each([
    ["resolved", 2 + day - 0.001, "resolved"],
    ["resolved", 2 + day, "closed"],
    ["waiting", 2 + day - 0.001, "waiting"],
    ["waiting", 2 + day, "closed"],
  ])("%s is after %d minutes %s", (from, minutes, state) => {
    const before = from === "resolved" ? made(resolved(aRequest(), who(2), "", nowAt(2))) : answer(aRequest(), 2, true);
    const { request, entries } = tick(before, minutes);
    expect(request.state).toBe(state);
    expect(entries).toEqual(state === "closed" ? [{ kind: "closed", at: later(minutes), text: "" }] : []);
    if (state !== "closed") return;
    expect(request.waitingSince).toBeUndefined();
    expect(request.overAt).toEqual(from === "resolved" ? later(2) : later(minutes));
    expect(nextAt(request, nowAt(minutes))).toBeUndefined();
  });

  test("is not looked at again, and asks nobody", () => {
    const gone = made(cancelled(aRequest(), who(1), nowAt(1)));
    expect(nextAt(gone, nowAt(1))).toBeUndefined();
    expect(tick(gone, 30 * day)).toEqual({ request: gone, entries: [], asked: [], isCallBackDue: false });
  });

  test("and reopened is begun anew, and all are asked again", () => {
    const first = tick(aRequest(), 10).request;
    const again = made(reopened(made(resolved(first, who(2), "", nowAt(11))), who(1), "Again.", nowAt(20)));
    expect(tick(again, 24).asked.map(({ ask }) => ask)).toEqual(["duty-lead", "floor-support"]);
  });
});

describe("a call-back", () => {
  const called = aRequest({ callBackAt: later(30) });

  test("is told once, when it comes, while the request is under way", () => {
    expect(tick(called, 29.999).isCallBackDue).toBe(false);
    const due = tick(called, 30);
    expect(due.isCallBackDue).toBe(true);
    expect(tick(due.request, 31).isCallBackDue).toBe(false);
    expect(tick(made(cancelled(called, who(1), nowAt(1))), 30).isCallBackDue).toBe(false);
  });

  test("is told also where the request is resolved or closed before", () => {
    const settled = made(resolved(called, who(2), "", nowAt(1)));
    expect(nextAt(settled, nowAt(1))).toEqual(later(30));
    expect(tick(settled, 30).isCallBackDue).toBe(true);
    expect(tick(made(solved(called, who(1), undefined, nowAt(1))), 30).isCallBackDue).toBe(true);
  });

  test("is told while the agent is waited for", () => {
    expect(nextAt(answer(called, 1, true), nowAt(1))).toEqual(later(30));
    expect(tick(answer(called, 1, true), 30).isCallBackDue).toBe(true);
  });
});

describe("what is late", () => {
  test("is the first answer after 2 minutes, also while somebody is at it, and only once", () => {
    const held = claim(aRequest(), 1);
    expect(tick(held, 1.999).request).toBe(held);
    const { request, asked } = tick(held, 2);
    expect(request.round.answerLateAt).toEqual(later(2));
    expect(asked).toEqual([]);
    expect(tick(request, 3).request).toBe(request);
  });

  test("is the end after 4 hours, for which the supervisor is asked once", () => {
    const held = answer(aRequest({ isLive: false }), 10);
    const { request, asked, entries } = tick(held, 241);
    expect(asked).toEqual([{ at: later(241), step: 0, ask: "supervisor", people: [anId(10)], instead: "admins" }]);
    expect(entries).toEqual([{ kind: "escalated", at: later(241), text: "supervisor" }]);
    expect(request.round.endLateAt).toEqual(later(240));
    expect(tick(request, 30 * day)).toMatchObject({ request, asked: [] });
  });
});

describe("a clock that ticks", () => {
  test("too early changes nothing at all", () => {
    const request = scheduled(aRequest(), nowAt(0));
    expect(request.nextAt).toEqual(later(2));
    expect(tick(request, 1.999)).toEqual({ request, entries: [], asked: [], isCallBackDue: false });
    expect(tick(request, 1.999).request).toBe(request);
  });

  test("too late says so, in the order in which all of it was due", () => {
    const given = made(handedOver(answer(aRequest(), 1), who(2), who(3), nowAt(10)));
    const { entries, asked } = tick(given, 300);
    expect(entries.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "went-back ",
      "escalated duty-lead",
      "escalated floor-support",
      "escalated supervisor",
      "escalated supervisor",
    ]);
    expect(asked.map(({ step }) => step)).toEqual([1, 2, 3, 0]);
    expect(new Set(entries.map(({ at }) => at.getTime()))).toEqual(new Set([later(300).getTime()]));
  });

  test("leaves no moment to look at where time changes nothing any more", () => {
    const { request } = tick(aRequest(), 300);
    expect(nextAt(request, nowAt(300))).toBeUndefined();
    expect("nextAt" in scheduled({ ...request, nextAt: later(1) }, nowAt(300))).toBe(false);
  });
});
