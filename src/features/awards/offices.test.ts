import { describe, expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { aProposal } from "../../testing/award-builders.ts";
import { awardPeople } from "../../testing/award-house.ts";
import { anId } from "../../testing/builders.ts";
import type { Person } from "../people/index.ts";
import type { Award } from "./domain.ts";
import { barTo, maySee, officesOf } from "./offices.ts";

const on = day("2026-03-09");
const people = awardPeople("en").filter(({ site }) => site === "leeds");
const person = (id: number) => ({ of: { is: "person", id: anId(id) } }) as const;
const team = (id: string) => ({ of: { is: "team", id } }) as const;
const award = (but: Partial<Award> = {}): Award => ({ ...aProposal(), number: 1, ...but });
const first = ({ name }: Person) => name.split(" ")[0];

function named(but: Partial<Award>, without: readonly string[] = []) {
  const officers = people.filter((one) => !without.includes(first(one) ?? "") && Number(one.id.slice(-2)) > 10);
  const { deciders, asked } = officesOf(award(but), { officers, winners: people, on });
  return [deciders.map(first).join(" "), asked.map(first).join(" ")];
}

describe("who decides, and who is asked", () => {
  test.each([
    ["at a site the leads of the winners' teams and the supervisors", {}, [], "Lee Dev Sam", "Lee Dev Sam"],
    [
      "of winners in two teams, both their leads",
      { winners: [person(1), person(4)] },
      [],
      "Lee Dev Sue Sam",
      "Lee Dev Sue Sam",
    ],
    ["never a winner", { winners: [person(11), person(1)] }, [], "Dev Sam", "Dev Sam"],
    ["never who sits in the team that wins", { winners: [team("north")] }, [], "Sam", "Sam"],
    ["within a team its own lead is asked, and a supervisor may", { team: "north" }, [], "Lee Dev Sam", "Lee Dev"],
    ["within a team without leads the supervisors", { team: "north" }, ["Lee", "Dev"], "Sam", "Sam"],
    ["where nobody else can, the admins", { winners: [team("north")] }, ["Sam"], "Ada", "Ada"],
  ] as const)("%s", (_, but, without, deciders, asked) => {
    expect(named(but as Partial<Award>, without)).toEqual([deciders, asked]);
  });
});

describe("who can be chosen", () => {
  const one = (id: number, but: Partial<Person> = {}) => {
    const found = people.find((person) => person.id === anId(id));
    if (found === undefined) throw new Error("nobody");
    return { ...found, ...but };
  };
  test.each([
    ["an agent", one(1), {}, undefined],
    ["an agent who leads too", one(11), {}, undefined],
    ["on their last day", one(1, { leftOn: on }), {}, undefined],
    ["after it", one(1, { leftOn: day("2026-03-08") }), {}, "has-left"],
    ["who is no agent", one(14), {}, "not-an-agent"],
    ["who audits", one(1, { roles: ["agent", "auditor"] }), {}, "not-an-agent"],
    ["of the team that it is won in", one(4), { team: "south" }, undefined],
    ["of another team", one(1), { team: "south" }, "not-of-team"],
    ["who leads the team and is no member of it", one(11), { team: "north" }, "not-of-team"],
  ] as const)("%s", (_, person, but, why) => expect(barTo(award(but), person, on)).toBe(why));
});

describe("who may see it", () => {
  const all = awardPeople("en");
  const seers = (but: Partial<Award>) => {
    const one = award(but);
    const offices = officesOf(one, {
      officers: people.filter(({ id }) => Number(id.slice(-2)) > 10),
      winners: people,
      on,
    });
    return all
      .filter((viewer) => maySee(one, viewer, offices, on))
      .map(first)
      .join(" ");
  };
  test.each([
    ["a proposal: who decides, and who looks after the site", {}, "Lee Dev Sam Ada Aud"],
    ["given: every lead of the site besides", { state: "given" }, "Lee Dev Sue Sam Ada Aud"],
    ["within a team: nobody of another", { state: "given", team: "south", winners: [person(4)] }, "Sue Sam Ada Aud"],
    ["a proposal of one's own: not before it is decided", { winners: [person(14)] }, "Ada Aud"],
  ] as const)("%s", (_, but, expected) => expect(seers(but as Partial<Award>)).toBe(expected));
});
