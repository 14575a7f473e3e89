import { describe, expect, test } from "vitest";
import { type Event, isUnderWay, after as leadsTo, life, type State, states } from "./states.ts";

const nowhere = undefined;

/** Where each event leads from open, claimed, waiting, resolved, closed and cancelled. */
const table: readonly (readonly [Event, readonly (State | undefined)[]])[] = [
  ["claimed", ["claimed", nowhere, nowhere, nowhere, nowhere, nowhere]],
  ["answered", [nowhere, "claimed", "waiting", nowhere, nowhere, nowhere]],
  ["asked-agent", [nowhere, "waiting", nowhere, nowhere, nowhere, nowhere]],
  ["agent-replied", ["open", "claimed", "claimed", nowhere, nowhere, nowhere]],
  ["handed-over", [nowhere, "claimed", "waiting", nowhere, nowhere, nowhere]],
  ["went-back", [nowhere, "open", nowhere, nowhere, nowhere, nowhere]],
  ["resolved", [nowhere, "resolved", "resolved", nowhere, nowhere, nowhere]],
  ["solved", ["closed", "closed", "closed", "closed", nowhere, nowhere]],
  ["cancelled", ["cancelled", "cancelled", "cancelled", nowhere, nowhere, nowhere]],
  ["reopened", [nowhere, nowhere, nowhere, "open", "open", nowhere]],
  ["closed", [nowhere, nowhere, "closed", "closed", nowhere, nowhere]],
];

describe("the life of a request", () => {
  test.each(table)("%s leads from each state where the rules say", (event, next) => {
    expect(states.map((state) => leadsTo(state, event))).toEqual(next);
  });

  test("has no other events", () => {
    const events = Object.values(life).flatMap((of) => Object.keys(of));
    expect(events.filter((event) => !table.some(([known]) => known === event))).toEqual([]);
  });

  test("is open → claimed → waiting → resolved → closed", () => {
    const path: readonly Event[] = ["claimed", "asked-agent", "resolved", "closed", "reopened", "cancelled"];
    let state: State | undefined = "open";
    const walked = path.map((event) => {
      state = state && leadsTo(state, event);
      return state;
    });
    expect(walked).toEqual(["claimed", "waiting", "resolved", "closed", "open", "cancelled"]);
  });

  test("somebody waits for help until it is over", () => {
    expect(states.filter(isUnderWay)).toEqual(["open", "claimed", "waiting"]);
  });
});
