import { describe, expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { anAssignment, anId, aPerson } from "../../testing/builders.ts";
import type { Assignment, Person } from "../people/domain.ts";
import { lookingAfter } from "./recipients.ts";

const on = day("2026-03-10");
const teams = [{ id: "north" }, { id: "south" }];
const seat = (team: string, is: Assignment["seat"], but: Partial<Assignment> = {}) =>
  anAssignment({ team, seat: is, ...but });
const one = (id: number, assignments: readonly Assignment[], but: Partial<Person> = {}) =>
  aPerson({ id: anId(id), assignments, ...but });
const told = (people: readonly Person[], away: readonly number[] = []) =>
  lookingAfter(teams, people, on, new Set(away.map(anId))).map(
    ({ person, teams: own }) => `${Number(person.slice(-12))}: ${own.join(" ")}`,
  );

const lee = one(1, [seat("north", "lead")]);
const mo = one(2, [seat("south", "lead")]);
const dee = one(3, [seat("north", "deputy"), seat("south", "deputy")]);
const eve = one(4, [seat("north", "deputy")]);
const ana = one(5, [seat("north", "member")]);

describe("a team's morning goes to", () => {
  test.each<[string, Person[], number[], string[]]>([
    ["its lead, and to no deputy beside them", [lee, mo, dee, ana], [], ["1: north", "2: south"]],
    ["its deputies while the lead is on leave", [lee, mo, dee, eve], [1], ["3: north", "4: north", "2: south"]],
    ["a deputy once, with all the teams whose leads are away", [lee, mo, dee], [1, 2], ["3: north south"]],
    ["the other of two leads", [lee, one(9, [seat("north", "lead")]), mo, dee], [1], ["9: north", "2: south"]],
    ["its deputies where it has no lead", [dee, mo], [], ["3: north", "2: south"]],
    ["nobody where all of them are away", [lee, eve, mo], [1, 4], ["2: south"]],
    [
      "one lead once, with all of their teams",
      [one(1, [seat("north", "lead"), seat("south", "lead")])],
      [],
      ["1: north south"],
    ],
    [
      "a lead of one who is deputy of another",
      [one(1, [seat("north", "lead"), seat("south", "deputy")]), mo],
      [2],
      ["1: north south"],
    ],
    ["nobody whose seat has ended", [one(1, [seat("north", "lead", { to: day("2026-03-09") })]), mo], [], ["2: south"]],
    [
      "nobody who is not here yet",
      [one(1, [seat("north", "lead")], { hiredOn: day("2026-03-11") }), mo],
      [],
      ["2: south"],
    ],
  ])("%s", (_, people, away, expected) => {
    expect(told(people, away)).toEqual(expected);
  });
});
