import { describe, expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { anId, aPerson, aSite } from "../../testing/builders.ts";
import { answeredBy, ended, isChosen, mayVote, standsInFor, takenBack } from "./deciding.ts";
import type { GoodCall } from "./domain.ts";
import { goodCallsConfig } from "./rules.ts";
import { after, states } from "./states.ts";

const friday = new Date("2026-03-13T10:00:00Z");
const before = new Date(friday.getTime() - 1);
const rules = goodCallsConfig.parse({});

const aGoodCall = (but: Partial<GoodCall> = {}): GoodCall => ({
  id: anId(700),
  number: 12,
  site: "leeds",
  contact: { source: "acd", sourceId: "c", startedAt: new Date(0), queue: "q", project: "p", handleS: 60 },
  agent: anId(1),
  nominator: anId(2),
  state: "voting",
  skills: ["knowledge"],
  highlight: "She let the customer finish.",
  nominatedAt: new Date("2026-03-10T10:00:00Z"),
  nextAt: friday,
  ...but,
});

describe("a vote chooses a call when enough are for it and enough of all", () => {
  test.each([
    [3, 3, true],
    [2, 2, false],
    [3, 5, true],
    [3, 6, false],
    [6, 10, true],
    [5, 9, false],
    [0, 0, false],
  ])("%i of %i: %s", (votes, all, chosen) => expect(isChosen({ for: votes, all, needed: 3, share: 60 })).toBe(chosen));
  test("also where no vote is needed for it", () =>
    expect(isChosen({ for: 1, all: 9, needed: 1, share: 0 })).toBe(true));
});

describe("who may vote", () => {
  const voter = { person: anId(3), site: "leeds", roles: ["agent"] };
  test.each([
    ["a colleague", {}, before, {}, undefined],
    ["at the very end", {}, friday, {}, "vote-over"],
    ["after it was chosen", {}, before, { state: "consent" as const }, "vote-over"],
    ["its agent", { person: anId(1) }, before, {}, "own-call"],
    ["its nominator", { person: anId(2) }, before, {}, "own-nomination"],
    ["an auditor", { roles: ["agent", "auditor"] }, before, {}, "reads-only"],
    ["somebody of another site", { site: "york" }, before, {}, "other-site"],
  ])("%s", (_, who, at, but, why) => {
    const outcome = mayVote(aGoodCall(but), { ...voter, ...who }, at);
    expect(outcome.ok ? undefined : outcome.refusal.why).toBe(why);
  });
});

describe("time alone", () => {
  const ballot = (n: number) => ({ voter: anId(n), isFor: true, at: before });
  const now = { votes: [3, 4, 5].map(ballot), agent: aPerson(), site: aSite(), rules, at: friday };

  test("ends a vote at its time and not before, however many were for it", () => {
    expect(ended(aGoodCall(), { ...now, at: before })).toEqual(aGoodCall());
    expect(ended(aGoodCall(), now)).toEqual({
      ...aGoodCall(),
      state: "consent",
      result: { for: 3, all: 3, needed: 3, share: 60 },
      // Five business days from Friday.
      nextAt: new Date("2026-03-20T10:00:00Z"),
    });
  });
  test("passes over what too few are for", () => {
    const { nextAt: _, ...rest } = aGoodCall();
    const result = { for: 2, all: 2, needed: 3, share: 60 };
    expect(ended(aGoodCall(), { ...now, votes: [3, 4].map(ballot) })).toEqual({ ...rest, state: "not-chosen", result });
  });
  test("is no consent", () => {
    const asked = aGoodCall({ state: "consent" });
    expect(ended(asked, { ...now, at: before })).toBe(asked);
    expect(ended(asked, now).state).toBe("declined");
    expect(ended(asked, { ...now, agent: aPerson({ leftOn: day("2026-03-12") }) }).state).toBe("declined");
  });
  test("takes back the call of somebody who has left, from the day after their last", () => {
    const last = (leftOn: string) => ({ ...now, agent: aPerson({ leftOn: day(leftOn) }) });
    expect(ended(aGoodCall(), last("2026-03-13")).state).toBe("consent");
    expect(ended(aGoodCall(), last("2026-03-12")).state).toBe("withdrawn");
    expect(ended(aGoodCall(), { ...now, agent: undefined }).state).toBe("withdrawn");
  });
  test("touches nothing that is over", () => {
    const { nextAt: _, ...rest } = aGoodCall({ state: "accepted" });
    expect(ended(rest, now)).toBe(rest);
  });
});

describe("its agent answers", () => {
  const asked = aGoodCall({ state: "consent" });
  const says = (call: GoodCall, isYes: boolean, person = anId(1), at = before) => {
    const outcome = answeredBy(call, { person, isYes, at });
    return outcome.ok ? outcome.value.state : outcome.refusal.why;
  };
  test("yes or no, alone, until their time is over", () => {
    expect(says(asked, true)).toBe("accepted");
    expect(says(asked, false)).toBe("declined");
    expect(says(asked, true, anId(2))).toBe("not-your-call");
    expect(says(asked, true, anId(1), friday)).toBe("not-asked");
  });
  test("once: the same answer again changes nothing, and another one is refused", () => {
    expect(says(aGoodCall({ state: "accepted" }), true)).toBe("accepted");
    expect(says(aGoodCall({ state: "accepted" }), false)).toBe("not-asked");
    expect(says(aGoodCall({ state: "declined" }), false)).toBe("declined");
    expect(says(aGoodCall({ state: "declined" }), true)).toBe("not-asked");
    expect(says(aGoodCall(), true)).toBe("not-asked");
  });
});

describe("a call is taken back", () => {
  const [agent, nominator, other] = [anId(1), anId(2), anId(3)];
  test.each([
    ["voting", nominator, "withdrawn"],
    ["consent", nominator, "over-already"],
    ["accepted", nominator, "in-the-library"],
    ["declined", nominator, "over-already"],
    ["not-chosen", nominator, "over-already"],
    ["withdrawn", nominator, "withdrawn"],
    ["voting", agent, "not-yours-to-take-back"],
    ["consent", agent, "over-already"],
    ["accepted", agent, "withdrawn"],
    ["declined", agent, "over-already"],
    ["withdrawn", agent, "withdrawn"],
    ["voting", other, "not-yours-to-take-back"],
    ["accepted", other, "not-yours-to-take-back"],
    ["withdrawn", other, "not-yours-to-take-back"],
  ] as const)("%s by %s: %s", (state, who, becomes) => {
    const outcome = takenBack(aGoodCall({ state }), { person: who, isStandIn: false });
    expect(outcome.ok ? outcome.value.state : outcome.refusal.why).toBe(becomes);
  });
  test("by an agent who put it forward themselves, during the vote and from the library", () => {
    for (const state of ["voting", "accepted"] as const) {
      const back = takenBack(aGoodCall({ state, nominator: agent }), { person: agent, isStandIn: false });
      expect(back).toMatchObject({ value: { state: "withdrawn" } });
    }
  });
  test.each([
    ["accepted", "withdrawn"],
    ["withdrawn", "withdrawn"],
    ["voting", "not-yours-to-take-back"],
    ["consent", "over-already"],
    ["declined", "over-already"],
  ] as const)("%s by an admin for an agent who has left: %s", (state, becomes) => {
    const outcome = takenBack(aGoodCall({ state }), { person: other, isStandIn: true });
    expect(outcome.ok ? outcome.value.state : outcome.refusal.why).toBe(becomes);
  });
});

describe("in place of an agent who has left", () => {
  const admin = { site: "leeds", roles: ["admin"] };
  const leaver = aPerson({ leftOn: day("2026-03-12") });
  test.each([
    ["an admin of its site from the day after decides", admin, leaver, "2026-03-13", true],
    ["an admin on the last day does not", admin, leaver, "2026-03-12", false],
    ["an admin of another site does not", { ...admin, site: "york" }, leaver, "2026-03-13", false],
    ["a supervisor does not", { ...admin, roles: ["supervisor"] }, leaver, "2026-03-13", false],
    ["an admin decides for who is gone from the roster", admin, undefined, "2026-03-13", true],
    ["an admin does not for who is here", admin, aPerson(), "2026-03-13", false],
  ])("%s", (_, who, agent, on, expected) => {
    expect(standsInFor(agent, aGoodCall({ state: "accepted" }), who, day(on))).toBe(expected);
  });
});

test("a call enters the library by its agent's yes alone", () => {
  const events = [
    "chosen",
    "passed-over",
    "agreed",
    "refused",
    "silence",
    "taken-back",
    "consent-withdrawn",
    "left",
  ] as const;
  const ways = states.flatMap((state) =>
    events.flatMap((event) => (after(state, event) === "accepted" ? [`${state} ${event}`] : [])),
  );
  expect(ways).toEqual(["consent agreed"]);
});
