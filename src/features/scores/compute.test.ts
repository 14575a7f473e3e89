import { describe, expect, test } from "vitest";
import { isWorkday } from "../../kernel/calendar.ts";
import { day, eachDay, type LocalDate } from "../../kernel/time.ts";
import { anAssignment, anId, aPerson, aSite, aTeam } from "../../testing/builders.ts";
import { peopleInMemory } from "../../testing/people-store.ts";
import { aScorecard, march, only } from "../../testing/score-builders.ts";
import { type DaySums, type QueueSums, scoresInMemory } from "../../testing/score-store.ts";
import type { Assignment, Person } from "../people/domain.ts";
import { type ComputeDeps, compute, type Result, stretchesOf, type Wanted } from "./compute.ts";
import type { Scorecard } from "./scorecard.ts";
import { noSums, type Sums } from "./sums.ts";

/** A day on which so many top marks came out of ten, and as many contacts were handled. */
const marked = (person: number, on: LocalDate, csatTop: number, but: Partial<DaySums> = {}): DaySums => ({
  person: anId(person),
  name: `Agent ${person}`,
  site: "leeds",
  team: "north",
  day: on,
  sums: { handled: 10, csatAnswers: 10, csatTop },
  ...but,
});
const workdays = (from: string, to: string) =>
  eachDay(day(from), day(to)).filter((on) => isWorkday(march.calendar, on));
/** The same on each workday between two. */
const steadily = (person: number, from: string, to: string, csatTop: number, but: Partial<DaySums> = {}) =>
  workdays(from, to).map((on) => marked(person, on, csatTop, but));

const agent = (id: number, ...assignments: readonly Assignment[]) =>
  aPerson({ id: anId(id), employeeNo: `${id}`, name: `Agent ${id}`, assignments });
const csat = (but: Partial<Scorecard> = {}, target = 80) => only("csat", target, {}, but);
/** Ten points for each top mark of ten, doubled: so that the two scorecards tell each other apart. */
const doubled = (but: Partial<Scorecard> = {}) => only("csat", 50, { points: "by-target", cap: 200 }, but);

type House = {
  readonly cards: readonly Scorecard[];
  readonly days: readonly DaySums[];
  readonly people?: readonly Person[];
  readonly queues?: readonly QueueSums[];
  readonly known?: ReadonlyMap<string, Sums>;
};

function house({ cards, days, people = [], queues = [], known }: House) {
  const store = scoresInMemory({ days, scorecards: cards, queues });
  const roster = peopleInMemory({
    sites: [aSite()],
    teams: ["north", "south", "east"].map((id) => aTeam({ id })),
    people,
  });
  const calls: string[] = [];
  const deps: ComputeDeps = {
    store: {
      sumsOf: (...asked) => {
        calls.push(`sumsOf ${asked[0].length}${asked[1].queues ? " queues" : ""}`);
        return store.sumsOf(...asked);
      },
      mainProjects: (groups) => {
        calls.push(`mainProjects ${groups.length}`);
        return store.mainProjects(groups);
      },
    },
    sittingIn: (teams, from, to) => {
      calls.push(`sittingIn ${[...teams].sort().join(" ")}`);
      return roster.sittingIn(teams, from, to);
    },
    cards,
    calendar: march.calendar,
    ...(known ? { known } : {}),
  };
  return { calls, results: (...wanted: readonly Wanted[]) => compute(deps, wanted) };
}

const of = (person: Person, from = "2026-03-01", to = "2026-03-31"): Wanted => ({
  subject: { is: "person", person },
  from: day(from),
  to: day(to),
});
const partsOf = (result: Result | undefined) =>
  result?.score.parts.map(({ from, to, scorecard, version, points, share }) => [
    `${from.slice(5)}..${to.slice(5)}`,
    `${scorecard} ${version}`,
    Math.round(points * 1e6) / 1e6,
    Math.round(share * 1e6) / 1e6,
  ]);

describe("a period under several scorecards", () => {
  const moved = agent(
    1,
    anAssignment({ to: day("2026-03-10") }),
    anAssignment({ team: "south", from: day("2026-03-11") }),
  );
  const south = doubled({ id: "south", for: { team: "south" } });

  test("a transfer to a team with its own splits the score, each part weighed by the days worked in it", async () => {
    const { results } = house({
      cards: [csat(), south],
      // Seven workdays to the 10th, then two days of work in three weeks.
      days: [...steadily(1, "2026-03-02", "2026-03-10", 9), ...steadily(1, "2026-03-19", "2026-03-20", 4)],
    });
    const [made] = await results(of(moved));
    expect(partsOf(made)).toEqual([
      ["03-01..03-10", "agents 1", 90, 0.777778],
      ["03-11..03-31", "south 1", 80, 0.222222],
    ]);
    expect(made?.score.points).toBeCloseTo((7 * 90 + 2 * 80) / 9, 9);
    expect(made?.score).toMatchObject({ n: 90, standing: "firm" });
    expect(made?.scorecard.id).toBe("south");
  });

  test("a transfer between teams without a scorecard of their own splits nothing", async () => {
    const { results } = house({ cards: [csat()], days: steadily(1, "2026-03-02", "2026-03-20", 9) });
    expect(partsOf((await results(of(moved)))[0])).toEqual([["03-01..03-31", "agents 1", 90, 1]]);
  });

  test("a new version counts from its own day on", async () => {
    const second = doubled({ version: 2, countsFrom: day("2026-03-16") });
    const { results } = house({
      cards: [csat(), second],
      days: [...steadily(1, "2026-03-12", "2026-03-13", 3), ...steadily(1, "2026-03-16", "2026-03-17", 4)],
    });
    const person = agent(1, anAssignment());
    expect(partsOf((await results(of(person)))[0])).toEqual([
      ["03-01..03-15", "agents 1", 30, 0.5],
      ["03-16..03-31", "agents 2", 80, 0.5],
    ]);
    expect(partsOf((await results(of(person, "2026-03-01", "2026-03-15")))[0])).toEqual([
      ["03-01..03-15", "agents 1", 30, 1],
    ]);
    expect(partsOf((await results(of(person, "2026-03-16")))[0])).toEqual([["03-16..03-31", "agents 2", 80, 1]]);
  });

  test("days before any scorecard counts and after its last are left out", async () => {
    const between = csat({ countsFrom: day("2026-03-04"), to: day("2026-03-05") });
    const { results } = house({
      cards: [between],
      days: workdays("2026-03-02", "2026-03-10").map((on, index) => marked(1, on, index + 1)),
    });
    const person = agent(1, anAssignment());
    // The 4th and the 5th: three and four of ten.
    expect(partsOf((await results(of(person)))[0])).toEqual([["03-04..03-05", "agents 1", 35, 1]]);
    expect(await results(of(person, "2026-03-01", "2026-03-03"))).toEqual([undefined]);
    expect(await results(of(person, "2026-03-06"))).toEqual([undefined]);
  });

  test("days between two seats under the same scorecard are left out as well", async () => {
    const back = agent(
      1,
      anAssignment({ team: "south", to: day("2026-03-03") }),
      anAssignment({ from: day("2026-03-04"), to: day("2026-03-05") }),
      anAssignment({ team: "south", from: day("2026-03-06") }),
    );
    const days = workdays("2026-03-02", "2026-03-06").map((on, index) => marked(1, on, index));
    const [made] = await house({ cards: [csat({ for: { team: "south" } })], days }).results(of(back));
    expect(partsOf(made)).toEqual([
      ["03-01..03-03", "agents 1", 5, 0.666667],
      ["03-06..03-31", "agents 1", 40, 0.333333],
    ]);
  });

  test("a retired scorecard counts for nothing from the day it was retired", async () => {
    const retired = csat({ version: 2, state: "retired", countsFrom: day("2026-03-16") });
    const days = steadily(1, "2026-03-02", "2026-03-31", 9);
    const person = agent(1, anAssignment());
    const { results, calls } = house({ cards: [csat(), retired], days });
    expect(partsOf((await results(of(person)))[0])).toEqual([["03-01..03-15", "agents 1", 90, 1]]);
    calls.length = 0;
    expect(await results(of(person, "2026-03-16"))).toEqual([undefined]);
    expect(calls).toEqual([]);
    expect(await house({ cards: [csat({ state: "draft" })], days }).results(of(person))).toEqual([undefined]);
  });

  test("a part in which nothing was worked weighs nothing", async () => {
    const { results } = house({ cards: [csat(), south], days: steadily(1, "2026-03-02", "2026-03-10", 9) });
    const [made] = await results(of(moved));
    expect(partsOf(made)).toEqual([
      ["03-01..03-10", "agents 1", 90, 1],
      ["03-11..03-31", "south 1", 0, 0],
    ]);
    expect(made?.score.points).toBe(90);
  });

  test("where no contact was handled, parts weigh by their workdays", async () => {
    const exams = { sums: { exams: 1, examPoints: 60 } };
    const { results } = house({
      cards: [only("training", 80), only("training", 80, {}, { version: 2, countsFrom: day("2026-03-16") })],
      days: [
        marked(1, day("2026-03-03"), 0, exams),
        marked(1, day("2026-03-20"), 0, { sums: { exams: 1, examPoints: 90 } }),
      ],
    });
    const [made] = await results(of(agent(1, anAssignment())));
    // Ten workdays to the 15th, twelve from the 16th on.
    expect(partsOf(made)).toEqual([
      ["03-01..03-15", "agents 1", 60, 0.454545],
      ["03-16..03-31", "agents 2", 90, 0.545455],
    ]);
    expect(made?.score.points).toBeCloseTo((10 * 60 + 12 * 90) / 22, 9);
  });
});

describe("the scorecard that counts for somebody", () => {
  const cards = [
    csat(),
    csat({ id: "project", for: { project: "night" } }),
    csat({ id: "team", for: { team: "south" } }),
    csat({ id: "leads", for: { role: "lead" } }),
  ];
  const days = [
    ...steadily(1, "2026-03-02", "2026-03-04", 9, { project: "night" }),
    ...steadily(1, "2026-03-05", "2026-03-06", 9),
  ];
  const idOf = async (person: Person, from?: string) =>
    (await house({ cards, days }).results(of(person, from)))[0]?.scorecard.id;

  test("is their team's, else the main project's, else the role's", async () => {
    expect(await idOf(agent(1, anAssignment({ team: "south" })))).toBe("team");
    expect(await idOf(agent(1, anAssignment()))).toBe("project");
    // Of the days asked for, most contacts were in another project.
    expect(await idOf(agent(1, anAssignment()), "2026-03-05")).toBe("agents");
    expect(await idOf(agent(2, anAssignment()))).toBe("agents");
  });

  test("is not the team's for whoever leads it", async () => {
    const lead = aPerson({
      id: anId(3),
      roles: ["lead"],
      assignments: [anAssignment({ team: "south", seat: "lead" })],
    });
    expect(await idOf(lead)).toBe("leads");
  });
});

describe("a team's result", () => {
  const team = (members: readonly Person[], from = "2026-03-01", to = "2026-03-31"): Wanted => ({
    subject: { is: "team", team: "north", members },
    from: day(from),
    to: day(to),
  });

  test("stands on its members' days in it, and on nobody's other days", async () => {
    const members = [
      agent(1, anAssignment({ to: day("2026-03-04") }), anAssignment({ team: "south", from: day("2026-03-05") })),
      agent(2, anAssignment({ from: day("2026-03-04") })),
      aPerson({ id: anId(3), assignments: [anAssignment({ seat: "lead" })] }),
    ];
    const days = [1, 2, 3].flatMap((person) => steadily(person, "2026-03-02", "2026-03-06", person));
    const [made] = await house({ cards: [csat()], days }).results(team(members));
    // Three days of one of ten and three of two of ten.
    expect(made?.score).toMatchObject({ points: 15, n: 60 });
    expect(stretchesOf(team(members, "2026-03-03", "2026-03-20"))).toEqual([
      { person: anId(1), from: "2026-03-03", to: "2026-03-04" },
      { person: anId(2), from: "2026-03-04", to: "2026-03-20" },
    ]);
  });

  test("is by the agents' scorecard, or its own", async () => {
    const members = [agent(1, anAssignment())];
    const days = steadily(1, "2026-03-02", "2026-03-03", 4);
    const own = doubled({ id: "north", for: { team: "north" }, countsFrom: day("2026-03-03") });
    const [made] = await house({ cards: [csat(), own], days }).results(team(members));
    expect(partsOf(made)).toEqual([
      ["03-01..03-02", "agents 1", 40, 0.5],
      ["03-03..03-31", "north 1", 80, 0.5],
    ]);
  });
});

describe("a lead's score", () => {
  const leads = aScorecard(
    [
      { metric: "team-result", weight: 80, target: 80 },
      { metric: "training", weight: 20, target: 80 },
    ],
    { id: "leads", for: { role: "lead" } },
  );
  const lead = (...seats: readonly Assignment[]) =>
    aPerson({ id: anId(9), name: "Lee Wong", roles: ["lead"], assignments: seats });
  const seat = (but: Partial<Assignment> = {}) => anAssignment({ seat: "lead", ...but });
  const people = [agent(1, anAssignment()), agent(2, anAssignment()), agent(3, anAssignment({ team: "south" }))];
  const days = [
    ...steadily(1, "2026-03-02", "2026-03-06", 9),
    ...steadily(2, "2026-03-02", "2026-03-06", 7),
    ...steadily(3, "2026-03-02", "2026-03-06", 2),
    marked(9, day("2026-03-03"), 0, { sums: { exams: 1, examPoints: 50 } }),
  ];

  test("takes the result of the team that they lead", async () => {
    const { results, calls } = house({ cards: [csat(), leads], days, people });
    const [made] = await results(of(lead(seat())));
    expect(made?.score.parts[0]?.lines).toMatchObject([
      { metric: "team-result", points: 80, n: 100 },
      { metric: "training", points: 50 },
    ]);
    expect(made?.score.points).toBeCloseTo(74, 9);
    expect(made?.shared).toBe(true);
    expect(calls).toEqual(["sumsOf 1", "sittingIn north", "sumsOf 1"]);
  });

  test("several teams weigh by their contacts", async () => {
    const [made] = await house({ cards: [csat(), leads], days, people }).results(
      of(lead(seat(), seat({ team: "south" }))),
    );
    expect(made?.score.parts[0]?.lines[0]?.points).toBeCloseTo((100 * 80 + 50 * 20) / 150, 9);
  });

  test("each team counts for the days on which they led it", async () => {
    const moving = lead(seat({ to: day("2026-03-03") }), seat({ team: "south", from: day("2026-03-05") }));
    const [made] = await house({ cards: [csat(), leads], days, people }).results(of(moving));
    // Two days of North with 40 contacts, two of South with 20.
    expect(made?.score.parts[0]?.lines[0]).toMatchObject({ n: 60 });
    expect(made?.score.parts[0]?.lines[0]?.points).toBeCloseTo((40 * 80 + 20 * 20) / 60, 9);
  });

  test("a team without results, or none to lead, leaves the metric waiting", async () => {
    for (const nobody of [lead(seat({ team: "east" })), lead()]) {
      const [made] = await house({ cards: [csat(), leads], days, people }).results(of(nobody));
      expect(made?.score.parts[0]?.waiting).toEqual([{ metric: "team-result", n: 0, minimumN: 1 }]);
      expect(made?.score.points).toBe(50);
    }
  });
});

describe("however many results are wanted", () => {
  const fifty = Array.from({ length: 50 }, (_, index) => agent(index + 1, anAssignment()));
  const days = fifty.flatMap((_, index) => steadily(index + 1, "2026-03-02", "2026-03-06", index % 11));
  const second = csat({ version: 2, countsFrom: day("2026-03-05") });

  test("their sums come in one call, each to the one who asked", async () => {
    const { results, calls } = house({ cards: [csat(), second], days });
    const made = await results(...fifty.map((person) => of(person)));
    expect(calls).toEqual(["sumsOf 100"]);
    expect(made.map((one) => one?.score.points)).toEqual(fifty.map((_, index) => expect.closeTo((index % 11) * 10, 9)));
  });

  test("and so do their projects, and their leads' teams", async () => {
    const leads = only("team-result", 80, {}, { id: "leads", for: { role: "lead" } });
    const project = csat({ id: "night", for: { project: "night" } });
    const led = ["north", "south"].map((team, index) =>
      aPerson({ id: anId(90 + index), roles: ["lead"], assignments: [anAssignment({ team, seat: "lead" })] }),
    );
    const { results, calls } = house({ cards: [csat(), leads, project], days, people: fifty });
    await results(...[...fifty, ...led].map((person) => of(person)));
    expect([...calls].sort()).toEqual([
      "mainProjects 2",
      "mainProjects 52",
      "sittingIn north south",
      "sumsOf 2",
      "sumsOf 52",
    ]);
  });

  test("somebody without a scorecard is nobody's neighbour", async () => {
    const hr = aPerson({ id: anId(70), roles: ["hr"], assignments: [] });
    const [first, none, last] = await house({ cards: [csat()], days }).results(
      of(fifty[3] as Person),
      of(hr),
      of(fifty[7] as Person),
    );
    expect(none).toBeUndefined();
    expect([first?.score.points, last?.score.points]).toEqual([30, 70]);
  });

  test("sums that are known already are not asked for again, but for parts of the days and for queues", async () => {
    const known = new Map([[anId(1), { ...noSums, handled: 5, csatAnswers: 5, csatTop: 4, daysWorked: 1, people: 1 }]]);
    const single = house({ cards: [csat()], days, known });
    const made = await single.results(...fifty.slice(0, 2).map((person) => of(person)));
    expect(made.map((one) => one?.score.points)).toEqual([80, 0]);
    expect(single.calls).toEqual([]);
    const split = house({ cards: [csat(), second], days, known });
    expect((await split.results(of(fifty[0] as Person)))[0]?.score.points).toBe(0);
    expect(split.calls).toEqual(["sumsOf 2"]);
    const queued = house({ cards: [only("service-level", 80)], days, known });
    await queued.results(of(fifty[0] as Person));
    expect(queued.calls).toEqual(["sumsOf 1 queues"]);
  });
});

test("a service level is shared, made from the queues that were served", async () => {
  const queue = (on: string, answered: number): QueueSums => ({
    site: "leeds",
    day: day(on),
    queue: "sales",
    answered,
    abandoned: 0,
    answeredInTime: answered / 2,
    abandonedInTime: 0,
  });
  const { results } = house({
    cards: [only("service-level", 80)],
    days: steadily(1, "2026-03-02", "2026-03-02", 9),
    queues: [queue("2026-03-02", 100), queue("2026-03-03", 1000)],
  });
  const [made] = await results(of(agent(1, anAssignment())));
  expect(made?.shared).toBe(true);
  expect(made?.score.parts[0]?.lines[0]).toMatchObject({ points: 50, n: 100 });
  const [own] = await house({ cards: [csat()], days: [] }).results(of(agent(1, anAssignment())));
  expect(own?.shared).toBe(false);
});
