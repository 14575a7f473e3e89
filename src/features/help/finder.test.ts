import { expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { anAssignment, anId, aPerson, aSite } from "../../testing/builders.ts";
import { type Around, finderOf } from "./finder.ts";
import { helpConfig } from "./rules.ts";

const [ana, dora, lee, lea, sam, ida, tom] = [1, 2, 3, 4, 5, 6, 7].map(anId) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
const person = (id: string, but: Parameters<typeof aPerson>[0] = {}) => aPerson({ id, assignments: [], ...but });
const leads = [anAssignment({ seat: "lead" })];
const everybody = [
  person(lee, { roles: ["lead"], assignments: leads }),
  person(lea, { roles: ["lead"], assignments: [anAssignment({ seat: "lead", team: "south" })] }),
  person(sam, { roles: ["supervisor"] }),
  person(ida, { roles: ["admin"] }),
  person(tom, { roles: ["trainer"] }),
];

/** Ana of the team North, whom Lee leads, with these people there and these duties. */
const around = (but: Partial<Around> & { readonly there?: readonly string[] }): Around => ({
  site: aSite(),
  rules: helpConfig.parse({}),
  on: day("2026-03-09"),
  asker: person(ana, { assignments: [anAssignment()] }),
  duty: [],
  staff: everybody.filter(({ id }) => but.there === undefined || but.there.includes(id)),
  ...but,
});
const onDuty = (role: string, ...people: string[]) => people.map((one) => ({ role, person: one }));

test.each<[string, string, Parameters<typeof around>[0], ReturnType<ReturnType<typeof finderOf>>]>([
  ["whoever has the duty", "duty-lead", { duty: onDuty("duty-lead", dora) }, { people: [dora] }],
  ["never who asked", "duty-lead", { duty: onDuty("duty-lead", ana, dora) }, { people: [dora] }],
  ["for the duty lead the own leads", "duty-lead", {}, { people: [lee], instead: "team-leads" }],
  [
    "without a gap where only who asked has the duty",
    "duty-lead",
    { duty: onDuty("duty-lead", ana) },
    { people: [lee] },
  ],
  [
    "nor where there is nobody but who asked",
    "duty-lead",
    { duty: onDuty("duty-lead", ana), there: [] },
    { people: [] },
  ],
  ["then supervisors", "duty-lead", { there: [lea, sam, ida] }, { people: [sam], instead: "supervisors" }],
  ["for another duty supervisors", "floor-support", {}, { people: [sam], instead: "supervisors" }],
  ["then admins", "floor-support", { there: [lee, ida] }, { people: [ida], instead: "admins" }],
  ["and at last nobody", "floor-support", { there: [lee] }, { people: [], instead: "nobody" }],
  ["supervisors by their role, which is no gap", "supervisor", {}, { people: [sam] }],
  ["the supervisor on duty before all", "supervisor", { duty: onDuty("supervisor", dora) }, { people: [dora] }],
  ["holders of another role", "trainer", {}, { people: [tom] }],
  ["as lead those of the own team", "lead", {}, { people: [lee] }],
])("%s", (_, ask, but, found) => {
  expect(finderOf(around(but))(ask)).toEqual(found);
});
