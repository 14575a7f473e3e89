import { describe, expect, test } from "vitest";
import type { Role } from "../../chat/asker.ts";
import { day } from "../../kernel/time.ts";
import { anAssignment, anId, aPerson, aTeam } from "../../testing/builders.ts";
import { type Assignment, isHere, type Person, type Right, rightToRead, rightToReadTeam, teamsOf } from "./domain.ts";

const on = day("2026-03-09");
const subject = aPerson();
const north = aTeam();

/** Somebody else, who stands in each of these relations to the agent Ana of the team North in Leeds. */
const relations = {
  own: {},
  lead: { assignments: [anAssignment({ seat: "lead" })] },
  deputy: { assignments: [anAssignment({ seat: "deputy" })] },
  "former lead": { assignments: [anAssignment({ seat: "lead", to: day("2026-03-08") })] },
  "coming lead": { assignments: [anAssignment({ seat: "lead", from: day("2026-03-10") })] },
  "lead of another team": { assignments: [anAssignment({ seat: "lead", team: "south" })] },
  teammate: { assignments: [anAssignment()] },
  "same site": { assignments: [] },
  "other site": { site: "york", assignments: [] },
} satisfies Record<string, Partial<Person>>;
type Relation = keyof typeof relations;

const viewerOf = (role: Role, relation: Relation) =>
  aPerson({ id: relation === "own" ? subject.id : anId(2), roles: [role], ...relations[relation] });

const byRelation: Readonly<Record<Relation, Right | undefined>> = {
  own: "own",
  lead: "lead",
  deputy: "lead",
  "former lead": undefined,
  "coming lead": undefined,
  "lead of another team": undefined,
  teammate: undefined,
  "same site": undefined,
  "other site": undefined,
};
const sites = (right: Right) => ({
  ...byRelation,
  "former lead": right,
  "coming lead": right,
  "lead of another team": right,
  teammate: right,
  "same site": right,
});
const auditors = { ...sites("auditor"), lead: "auditor", deputy: "auditor", "other site": "auditor" } as const;

/** Product rules, §2: an agent sees their own; a lead their team; a supervisor and qa their site; an auditor everything. */
const table: Readonly<Record<Role, Readonly<Record<Relation, Right | undefined>>>> = {
  agent: byRelation,
  lead: byRelation,
  trainer: byRelation,
  hr: byRelation,
  admin: byRelation,
  supervisor: sites("site"),
  qa: sites("site"),
  auditor: auditors,
};

const cases = (Object.keys(table) as Role[]).flatMap((role) =>
  (Object.keys(relations) as Relation[]).map((relation) => [role, relation, table[role][relation]] as const),
);

describe("who may read whose scores", () => {
  test.each(cases)("%s, %s: %s", (role, relation, right) => {
    expect(rightToRead(viewerOf(role, relation), subject, on)).toBe(right);
  });
});

describe("who may read a team's result", () => {
  test.each(cases)("%s, %s", (role, relation, right) => {
    const expected = right === "own" ? ownTeam[role] : right;
    expect(rightToReadTeam(viewerOf(role, relation), north, on)).toBe(expected);
  });
  // "own" is nobody's right to a team: the agent is its member.
  const ownTeam: Readonly<Record<Role, Right | undefined>> = {
    agent: undefined,
    lead: undefined,
    trainer: undefined,
    hr: undefined,
    admin: undefined,
    supervisor: "site",
    qa: "site",
    auditor: "auditor",
  };
});

describe("dates", () => {
  const lead = (seat: Partial<Assignment>) =>
    aPerson({
      id: anId(2),
      roles: ["lead"],
      assignments: [anAssignment({ seat: "lead", from: day("2026-03-02"), to: day("2026-03-08"), ...seat })],
    });

  test.each([
    ["2026-03-01", undefined],
    ["2026-03-02", "lead"],
    ["2026-03-08", "lead"],
    ["2026-03-09", undefined],
  ] as const)("a lead's right on %s: %s", (when, right) => {
    expect(rightToRead(lead({}), subject, day(when))).toBe(right);
    expect(rightToReadTeam(lead({}), north, day(when))).toBe(right);
  });

  test.each([
    ["2026-03-04", undefined],
    ["2026-03-05", "lead"],
    ["2026-03-06", "lead"],
    ["2026-03-07", undefined],
  ] as const)("a lead reads a member only while they are one: %s: %s", (when, right) => {
    const passing = aPerson({ assignments: [anAssignment({ from: day("2026-03-05"), to: day("2026-03-06") })] });
    expect(rightToRead(lead({}), passing, day(when))).toBe(right);
  });

  test("the last day is still a day with us", () => {
    const leaver = aPerson({ leftOn: day("2026-03-09") });
    expect([isHere(leaver, day("2026-03-09")), isHere(leaver, day("2026-03-10"))]).toEqual([true, false]);
    expect(isHere(aPerson(), day("2099-01-01"))).toBe(true);
  });

  test("teams are told by seat", () => {
    const both = aPerson({ assignments: [anAssignment(), anAssignment({ team: "south", seat: "deputy" })] });
    expect(teamsOf(both, on)).toEqual(["north", "south"]);
    expect(teamsOf(both, on, ["lead", "deputy"])).toEqual(["south"]);
  });
});
