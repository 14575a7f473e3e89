import { expect, test } from "vitest";
import { after, isOver, life, states } from "./states.ts";

/** Where one can get from a state in any number of steps. */
function reach(from: (typeof states)[number], seen = new Set<string>()): Set<string> {
  for (const to of Object.values(life[from])) {
    if (to === undefined || seen.has(to)) continue;
    seen.add(to);
    reach(to, seen);
  }
  return seen;
}

test("the main way is the one of the rules", () => {
  const way = ["received", "forwarded", "decided", "corrected", "closed"] as const;
  const passed: string[] = [];
  let state: (typeof states)[number] = "submitted";
  for (const event of way) {
    state = after(state, event) ?? state;
    passed.push(state);
  }
  expect(passed).toEqual(["lead-review", "panel", "decided", "corrected", "closed"]);
});

test("every state can be reached, and from each the end can", () => {
  expect([...reach("submitted"), "submitted"].sort()).toEqual([...states].sort());
  for (const state of states) {
    expect(isOver(state) || [...reach(state)].some((to) => isOver(to as (typeof states)[number])), state).toBe(true);
  }
});

test("a lead cannot reject, a decision cannot be taken back, and what is over stays over", () => {
  expect(Object.values(life["lead-review"])).not.toContain("expired");
  expect(life.decided).toEqual({ corrected: "corrected", closed: "closed" });
  expect(states.filter(isOver)).toEqual(["closed", "withdrawn", "expired", "void"]);
});

test("whatever waits for somebody can be withdrawn and is ended by silence, or by the panel's own deadlines", () => {
  for (const state of ["exception", "lead-review", "returned"] as const) {
    expect(after(state, "withdrawn"), state).toBe("withdrawn");
    expect(after(state, "silence"), state).toBeDefined();
  }
  expect(after("panel", "withdrawn")).toBe("withdrawn");
});
