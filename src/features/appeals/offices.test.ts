import { describe, expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { anAssignment, anId, aPerson } from "../../testing/builders.ts";
import type { Person } from "../people/index.ts";
import type { Appeal } from "./domain.ts";
import { candidates, deskmatesOf, inOffice, officeOf } from "./offices.ts";

const on = day("2026-03-10");
const one = (id: number, but: Partial<Person>) =>
  aPerson({ id: anId(id), employeeNo: `${1000 + id}`, assignments: [], ...but });
const people = [
  one(3, { roles: ["lead"], assignments: [anAssignment({ seat: "lead" })] }),
  one(4, { assignments: [anAssignment({ seat: "deputy" })] }),
  one(5, { roles: ["qa"] }),
  one(6, { roles: ["qa"] }),
  one(7, { roles: ["supervisor"] }),
  one(8, { roles: ["admin"] }),
  one(9, { roles: ["qa"], leftOn: day("2026-03-09") }),
];
const matter = { agent: anId(1), scorer: anId(5), team: "north", number: 1 };
const office = (...away: number[]) => officeOf(people, on, new Set(away.map(anId)));

describe("who may sit", () => {
  test("is the supervisor, the lead before the deputy, and quality staff but the scorer; admins stand in", () => {
    expect(inOffice(matter, office())).toEqual({
      supervisor: [anId(7), anId(8)],
      lead: [anId(3), anId(4), anId(8)],
      qa: [anId(6), anId(8)],
    });
  });

  test("is nobody who is a party, whatever office they hold", () => {
    const led = { ...matter, agent: anId(3), scorer: anId(7) };
    expect(Object.values(inOffice(led, office())).flat()).not.toContain(anId(3));
    expect(Object.values(inOffice(led, office())).flat()).not.toContain(anId(7));
  });

  test("is whoever is here first, then who sat on it before, and who is away only when there is nobody else", () => {
    expect(candidates(matter, office(3)).lead).toEqual([anId(4), anId(8), anId(3)]);
    expect(candidates(matter, office(), [anId(3)]).lead).toEqual([anId(4), anId(8), anId(3)]);
    expect(candidates(matter, office(6, 8)).qa).toEqual([anId(6), anId(8)]);
  });

  test("does not all fall to the first: appeals go round", () => {
    expect(inOffice({ ...matter, scorer: anId(2) }, office()).qa[0]).toBe(anId(6));
    expect(inOffice({ ...matter, scorer: anId(2), number: 2 }, office()).qa[0]).toBe(anId(5));
  });
});

describe("who may act at a desk", () => {
  const at = (state: Appeal["state"]) => ({ ...matter, state }) as Appeal;

  test("is who holds the office, away or not, and no admin while one of them is here", () => {
    expect(deskmatesOf(at("exception"), office())).toEqual([anId(7)]);
    expect(deskmatesOf(at("lead-review"), office(3))).toEqual([anId(3), anId(4)]);
    expect(deskmatesOf(at("panel"), office())).toEqual([]);
  });

  test("is an admin as well where all of them are away", () => {
    expect(deskmatesOf(at("exception"), office(7))).toEqual([anId(7), anId(8)]);
    expect(deskmatesOf(at("lead-review"), office(3, 4))).toEqual([anId(3), anId(4), anId(8)]);
  });

  test("is the admin to whom it went while they were away, also once they are back; nobody who lost the office", () => {
    expect(deskmatesOf({ ...at("exception"), desk: anId(8) }, office())).toEqual([anId(7), anId(8)]);
    expect(deskmatesOf({ ...at("exception"), desk: anId(6) }, office())).toEqual([anId(7)]);
  });
});
