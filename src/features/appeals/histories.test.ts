import fc from "fast-check";
import { expect, test } from "vitest";
import { plainView } from "../../chat/plain.ts";
import { plusBusinessDays } from "../../kernel/business-time.ts";
import { aForm, anEvaluation } from "../../testing/appeal-builders.ts";
import { appealsInMemory } from "../../testing/appeal-store.ts";
import { anAssignment, anId, aPerson, aSite } from "../../testing/builders.ts";
import { evaluationsInMemory } from "../../testing/evaluation-store.ts";
import { peopleInMemory } from "../../testing/people-store.ts";
import type { Evaluation } from "../evaluations/index.ts";
import { resultOf } from "../evaluations/index.ts";
import type { Person } from "../people/index.ts";
import { appeals } from "./appeals.ts";
import type { Card, Who } from "./card.ts";
import { type Appeal, codes } from "./domain.ts";
import { isOver } from "./states.ts";
import { caseView } from "./views/case.ts";

const none = { assignments: [] };
const one = (id: number, name: string, but: Partial<Person> = {}) =>
  aPerson({ id: anId(id), employeeNo: `${1000 + id}`, name, ...but });
const ana = one(1, "Ana Diaz");
const ben = one(2, "Ben Okri");
const lead = one(3, "Lea Holt", { roles: ["agent", "lead"], assignments: [anAssignment({ seat: "lead" })] });
const deputy = one(4, "Dev Rao", { assignments: [anAssignment({ seat: "deputy" })] });
const quinn = one(5, "Quinn Ash", { roles: ["qa"], ...none });
const kim = one(6, "Kim Sun", { roles: ["qa"], ...none });
const sam = one(7, "Sam Reid", { roles: ["supervisor"], ...none });
const ada = one(8, "Ada Chen", { roles: ["admin"], ...none });
const people = [ana, ben, lead, deputy, quinn, kim, sam, ada];

const form = aForm();
const itemIds = ["greeting", "identity", "solution"] as const;
const evaluationsNow = (): readonly Evaluation[] => [
  anEvaluation(),
  anEvaluation({
    id: anId(5002),
    number: "E-2",
    marks: [
      { item: "greeting", points: 8 },
      { item: "identity", points: 0 },
      { item: "solution", points: 9 },
    ],
  }),
  anEvaluation({
    id: anId(5003),
    number: "E-3",
    agent: ben.id,
    scorer: kim.id,
    marks: [
      { item: "greeting", points: 0 },
      { item: "identity", points: 1 },
      { item: "solution", points: "na" },
    ],
  }),
];

const clock = { calendar: aSite().calendar, zone: aSite().zone };
const start = new Date("2026-03-10T09:00:00Z");

/** The house, with what the invariants are judged by. */
function house(decidedBy: "superior" | "majority") {
  const shelf = evaluationsInMemory({ forms: [form], evaluations: evaluationsNow() });
  const store = appealsInMemory(shelf, { decidedBy });
  const roster = peopleInMemory({ sites: [aSite()], teams: [], people });
  const away = new Set<string>();
  let ids = 9000;
  const door = appeals({
    store,
    evaluations: shelf,
    roster,
    team: roster.team,
    audit: { record: async () => {} },
    onLeave: async (days) => days.map(({ person }) => away.has(person)),
    newId: () => anId(ids++),
    log: { info() {}, warn() {}, error: (context) => expect.unreachable(JSON.stringify(context)) },
  });
  return { shelf, store, door, away, time: { now: start } };
}
type House = ReturnType<typeof house>;
/** What was seen before, to compare with. */
type Seen = { readonly decisions: Map<string, string>; readonly points: Map<string, number> };

const whoIs = ({ id, roles, site }: Person): Who => ({ person: id, roles, site, zone: "Europe/London" });
const everybody = fc.constantFrom(...people);
/** Seldom somebody who has no business there; else whoever it is for. */
const stranger = fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: everybody });
const byId = (id: string | undefined) => people.find((person) => person.id === id);

/** Words of a ballot that nobody may see before all are in: each its own. */
const secretOf = (person: Person, item: string, points: number) =>
  `Because ${person.id.slice(-2)} heard it so: ${item} is worth ${points}.`;

async function cards({ door, store, time }: House): Promise<Card[]> {
  const all = await Promise.all(
    store.all().flatMap(({ id }) => people.map((person) => door.card(whoIs(person), id, time.now))),
  );
  return all.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
}

/** What holds after everything that anybody does. */
async function holds(seen: Seen, real: House): Promise<void> {
  for (const appeal of real.store.all()) {
    const { id, decision, happened } = appeal;
    expect(happened.filter(({ is }) => is === "decided").length).toBeLessThanOrEqual(1);
    expect(decision === undefined).toBe(!happened.some(({ is }) => is === "decided"));
    const before = seen.decisions.get(id);
    const text = JSON.stringify(decision);
    if (before !== undefined) expect(text).toBe(before);
    if (decision !== undefined) seen.decisions.set(id, text);
    for (const { original, decided } of decision?.items ?? []) expect(decided).toBeGreaterThanOrEqual(original);
    for (const seat of appeal.seats) {
      expect([appeal.agent, appeal.scorer]).not.toContain(seat.holder);
      expect(new Set(seat.ballots.map(({ item }) => item)).size).toBe(seat.ballots.length);
    }
  }
  for (const { id, points } of real.shelf.all()) {
    expect(points).toBeGreaterThanOrEqual(seen.points.get(id) ?? 0);
    seen.points.set(id, points);
  }
  for (const card of await cards(real)) {
    const ballots = card.appeal.seats.flatMap(({ ballots }) => ballots);
    if (card.appeal.decision !== undefined || ballots.length === 0) continue;
    const text = plainView(caseView(card)({ locale: "en", zone: "UTC" }));
    for (const { reason } of ballots) expect(text).not.toContain(reason);
  }
}

type Step = fc.AsyncCommand<Seen, House>;
const step = (name: string, run: (real: House) => Promise<unknown>): Step => ({
  check: () => true,
  async run(seen, real) {
    await run(real);
    await holds(seen, real);
  },
  toString: () => name,
});

const pick = (real: House, which: number): Appeal | undefined => {
  const all = real.store.all();
  return all[which % Math.max(1, all.length)];
};

const which = fc.nat({ max: 5 });
const filing = fc
  .tuple(
    stranger,
    fc.nat({ max: 2 }),
    fc.subarray([...itemIds], { minLength: 1 }),
    fc.integer({ min: 5, max: 10 }),
    fc.boolean(),
  )
  .map(([other, index, items, proposed, hasLink]) =>
    step(`${other?.name ?? "its agent"} files ${index} ${items} ${proposed}`, ({ door, shelf, time }) => {
      const evaluation = shelf.all()[index];
      if (evaluation === undefined) throw new Error("no such evaluation");
      const filed = {
        evaluation: evaluation.id,
        seen: evaluation.revision,
        challenges: items.map((item) => ({ item, proposed: item === "identity" ? Math.min(5, proposed) : proposed })),
        kind: "fact" as const,
        reason: "The recording says something else than the comment.",
        evidence: hasLink ? [{ link: "https://example.com/1" }] : [],
      };
      return door.file(whoIs(other ?? byId(evaluation.agent) ?? ana), filed, time.now);
    }),
  );
const voting = fc
  .tuple(
    stranger,
    fc.nat({ max: 2 }),
    which,
    fc.constantFrom(...itemIds),
    fc.nat({ max: 10 }),
    fc.constantFrom(...codes),
  )
  .map(([other, seat, index, item, points, code]) =>
    step(`${other?.name ?? `seat ${seat}`} votes ${index} ${item} ${points}`, async (real) => {
      const appeal = pick(real, index);
      const voter = other ?? byId(appeal?.seats[seat]?.holder);
      if (appeal === undefined || voter === undefined) return;
      // Mostly what is still to be voted on.
      const challenged = appeal.challenges.map((one) => one.item);
      const of = challenged.find((one) => !appeal.seats[seat]?.ballots.some((ballot) => ballot.item === one)) ?? item;
      const worth = of === "identity" ? points % 6 : points;
      const reason = secretOf(voter, of, worth);
      await real.door.vote(whoIs(voter), appeal.id, { item: of, points: worth, code, reason }, real.time.now);
    }),
  );
const acts = ["withdraw", "answer", "forward", "giveBack", "grant", "deny", "state"] as const;
const acting = fc
  .tuple(stranger, which, fc.constantFrom(...acts, "forward", "forward", "answer"))
  .map(([other, index, act]) =>
    step(`${other?.name ?? "whose turn it is"} ${act} ${index}`, async ({ door, ...real }) => {
      const appeal = pick({ door, ...real }, index);
      if (appeal === undefined) return;
      const turn =
        act === "withdraw" ? (index === 0 ? appeal.agent : undefined) : act === "state" ? appeal.scorer : appeal.desk;
      const person = other ?? byId(turn);
      if (person === undefined) return;
      const [who, { id }, at] = [whoIs(person), appeal, real.time.now];
      const words = "There is more to say about this call.";
      if (act === "withdraw") await door.withdraw(who, id, at);
      else if (act === "answer") await door.answer(who, id, { text: words, evidence: [] }, at);
      else if (act === "giveBack") await door.giveBack(who, id, words, at);
      else if (act === "state") await door.state(who, id, words, at);
      else if (act === "forward") await door.forward(who, id, at);
      else await door.except(who, id, act === "grant", at);
    }),
  );
const waiting = fc.integer({ min: 1, max: 40 }).map((hours) =>
  step(`${hours} hours pass`, async ({ door, time }) => {
    time.now = new Date(time.now.getTime() + hours * 3_600_000);
    await door.sweep(time.now);
    // A retry of the same sweep does nothing more.
    await door.sweep(time.now);
  }),
);
const leaving = everybody.map((person) =>
  step(`${person.name} goes or comes back`, async ({ away }) => {
    if (!away.delete(person.id)) away.add(person.id);
  }),
);

/** What every appeal decided, put on the evaluations as they were published. */
function recomputed(evaluation: Evaluation, all: readonly Appeal[]): number {
  const decided = all
    .filter(({ evaluation: of }) => of === evaluation.id)
    .flatMap(({ decision }) => decision?.items ?? []);
  const marks = evaluation.marks.map((mark) => {
    const raised = decided.filter(({ item }) => item === mark.item).map(({ decided: to }) => to);
    return mark.points === "na" ? mark : { ...mark, points: Math.max(mark.points, ...raised) };
  });
  return resultOf(form, marks)?.points ?? Number.NaN;
}

/** Whatever has happened: if nobody does anything any more, all comes to its end. */
async function ends({ door, store, shelf, time }: House): Promise<void> {
  for (let day = 0; day < 14; day += 1) {
    time.now = plusBusinessDays(clock, time.now, 1);
    await door.sweep(time.now);
  }
  expect(store.all().filter(({ state }) => !isOver(state))).toEqual([]);
  for (const published of evaluationsNow()) {
    const stands = shelf.all().find(({ id }) => id === published.id);
    expect(stands?.points).toBe(recomputed(published, store.all()));
  }
}

test.each(["superior", "majority"] as const)(
  "whatever anybody does, where the %s decides: one decision, nothing lowered, no vote seen early, nothing stuck",
  async (decidedBy) => {
    const commands = fc.commands(
      [filing, filing, voting, voting, voting, voting, voting, voting, acting, acting, waiting, leaving],
      {
        maxCommands: 80,
        size: "max",
      },
    );
    let [decisions, corrections] = [0, 0];
    await fc.assert(
      fc.asyncProperty(commands, async (history) => {
        const real = house(decidedBy);
        const seen: Seen = { decisions: new Map(), points: new Map() };
        await fc.asyncModelRun(() => ({ model: seen, real }), history);
        await ends(real);
        decisions += real.store.all().filter(({ decision }) => decision?.by === "panel").length;
        corrections += real.store.all().filter(({ correction }) => correction !== undefined).length;
      }),
      { numRuns: 100 },
    );
    // Histories in which nothing is ever decided would show nothing.
    expect(decisions).toBeGreaterThan(20);
    expect(corrections).toBeGreaterThan(10);
  },
  60_000,
);
