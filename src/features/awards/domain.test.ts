import { describe, expect, test } from "vitest";
import { refuse } from "../../kernel/outcome.ts";
import { aProposal } from "../../testing/award-builders.ts";
import { anId } from "../../testing/builders.ts";
import { type Award, attach, change, confirm, decline, judgeAgain, type Subject, takeBack } from "./domain.ts";

const at = new Date("2026-03-09T10:00:00Z");
const later = (ms: number) => new Date(at.getTime() + ms);
const proposal = (but: Partial<Award> = {}): Award => ({ ...aProposal(), number: 12, ...but });
const by = { by: anId(3), at, seen: 1 };
const reason = "She took over two queues on her own.";
const bo = { is: "person", id: anId(2) } as const;

function value(outcome: ReturnType<typeof confirm>): Award {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.why}`);
  return outcome.value;
}
const given = () => value(confirm(proposal(), by));

describe("a proposal", () => {
  test("confirmed is given to whom the rule found", () => {
    expect(given()).toMatchObject({
      state: "given",
      decision: { is: "confirmed", by: anId(3), at },
      winners: [{ of: { id: anId(1) }, figure: 92.4 }],
      times: 1,
      revision: 2,
    });
  });

  test("changed is given to somebody else, without a figure, for a reason", () => {
    const changed = value(change(proposal(), { ...by, to: bo, reason }));
    expect(changed).toMatchObject({ state: "given", decision: { is: "changed", reason } });
    expect(changed.winners).toEqual([{ of: bo }]);
  });

  describe("that is shared", () => {
    const [ana] = proposal().winners;
    const second = { of: bo, figure: 91, n: 20 };
    const two = [...proposal().winners, second];
    const tied = proposal({ winners: two, judged: { ...proposal().judged, winners: two } });
    const cy = { is: "person", id: anId(3) } as const;
    const given = (to: Subject, instead?: Subject) => change(tied, { ...by, to, instead, reason });

    test.each([
      ["replaces whom they are said to replace", cy, ana?.of, [second, { of: cy }]],
      ["comes beside the others where nobody is", cy, undefined, [...two, { of: cy }]],
      ["takes the place of another winner, with their own figure", bo, ana?.of, [second]],
    ] as const)("somebody else %s", (_, to, instead, expected) =>
      expect(value(given(to, instead)).winners).toEqual(expected),
    );

    test("somebody else neither replaces who does not win it, nor wins it twice", () => {
      expect(given(cy, { is: "person", id: anId(4) })).toEqual(refuse({ why: "not-a-winner" }));
      expect(given(bo)).toEqual(refuse({ why: "wins-already" }));
      expect(given(bo, bo)).toEqual(refuse({ why: "wins-already" }));
      const alone = change(proposal(), { ...by, to: { is: "person", id: anId(1) }, reason });
      expect(alone).toEqual(refuse({ why: "wins-already" }));
    });
  });

  test("declined is nobody's", () => {
    expect(value(decline(proposal(), { ...by, reason }))).toMatchObject({ state: "declined", times: 0, revision: 2 });
  });

  const moves = {
    confirm: (award: Award, seen: number) => confirm(award, { ...by, seen }),
    change: (award: Award, seen: number) => change(award, { ...by, seen, to: bo, reason }),
    decline: (award: Award, seen: number) => decline(award, { ...by, seen, reason }),
    attach: (award: Award, seen: number) => attach(award, { seen, prize: "Coffee" }),
  };
  test.each(Object.entries(moves))("%s: only as it was seen, and only once", (_, move) => {
    expect(move(proposal({ revision: 4 }), 4).ok).toBe(true);
    expect(move(proposal({ revision: 4 }), 3)).toEqual(refuse({ why: "changed" }));
    expect(move(given(), 2)).toEqual(refuse({ why: "decided" }));
  });
});

describe("a decision", () => {
  const tenMinutes = 600_000;

  test("can be taken back by who made it for ten minutes", () => {
    const back = value(takeBack(given(), { by: anId(3), at: later(tenMinutes) }));
    expect(back).toMatchObject({ state: "proposed", times: 1, revision: 3 });
    expect(back).not.toHaveProperty("decision");
    expect(takeBack(given(), { by: anId(3), at: later(tenMinutes + 1) })).toEqual(refuse({ why: "too-late" }));
    expect(takeBack(given(), { by: anId(4), at })).toEqual(refuse({ why: "not-your-decision" }));
    expect(takeBack(proposal(), { by: anId(3), at })).toEqual(refuse({ why: "not-decided" }));
  });

  test("for somebody else leaves, taken back, whom the rule found", () => {
    const changed = value(change(proposal(), { ...by, to: bo, reason }));
    expect(value(takeBack(changed, { by: anId(3), at })).winners).toEqual(proposal().winners);
  });

  test("taken back makes a coupon void that was told, and leaves one that was not", () => {
    const coupon = "C-7";
    const told = value(takeBack(value(confirm(proposal({ coupon }), by)), { by: anId(3), at }));
    expect(told).toMatchObject({ isCouponVoid: true });
    expect(told).not.toHaveProperty("coupon");
    const untold = value(takeBack(value(decline(proposal({ coupon }), { ...by, reason })), { by: anId(3), at }));
    expect(untold).toMatchObject({ coupon });
    expect(untold).not.toHaveProperty("isCouponVoid");
    expect(value(takeBack(given(), { by: anId(3), at }))).not.toHaveProperty("isCouponVoid");
  });

  test("made anew after that counts as a time of its own", () => {
    const back = value(takeBack(given(), { by: anId(3), at }));
    expect(value(confirm(back, { ...by, seen: 3 }))).toMatchObject({ times: 2, revision: 4 });
  });
});

describe("a prize", () => {
  const both = { en: "Coffee", "zh-CN": "咖啡" };

  test("is attached and taken away", () => {
    const attached = value(attach(proposal(), { seen: 1, prize: "Dinner", coupon: "C-7" }));
    expect(attached).toMatchObject({ prize: { en: "Dinner", "zh-CN": "Dinner" }, coupon: "C-7" });
    const bare = value(attach(attached, { seen: 2 }));
    expect(bare).not.toHaveProperty("prize");
    expect(bare).not.toHaveProperty("coupon");
  });

  test("that is left as it was keeps both of its languages", () => {
    for (const prize of Object.values(both)) {
      expect(value(attach(proposal({ prize: both }), { seen: 1, prize })).prize).toEqual(both);
    }
  });

  test("never forgives a score, nor does a coupon", () => {
    expect(attach(proposal(), { seen: 1, prize: "One waived deduction" })).toEqual(refuse({ why: "forgives" }));
    expect(attach(proposal(), { seen: 1, coupon: "免一次质检扣分" })).toEqual(refuse({ why: "forgives" }));
  });
});

describe("judged anew", () => {
  const { judged } = proposal();
  const [first] = judged.winners;
  const other = { ...judged, winners: [{ of: bo, figure: 93, n: 40 }] };

  test("a proposal says what is found now, unless it says so already", () => {
    expect(judgeAgain(proposal(), other, at)).toMatchObject({
      winners: other.winners,
      judged: other,
      judgedAt: at,
      revision: 2,
    });
    expect(judgeAgain(proposal(), judged, at)).toBeUndefined();
    const inOtherOrder = { among: 6, passedOver: [], winners: [{ n: 41, figure: 92.401, of: first?.of ?? bo }] };
    expect(judgeAgain(proposal(), inOtherOrder, at)).toBeUndefined();
  });

  test("what is decided stays", () => {
    expect(judgeAgain(given(), other, at)).toBeUndefined();
  });
});
