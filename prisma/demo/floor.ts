import type { HelpRequest } from "../../src/features/help/domain.ts";
import { type Learning, learning } from "../../src/features/help/learning.ts";
import type { HelpStore } from "../../src/features/help/store.ts";
import type { Person } from "../../src/features/people/index.ts";
import { type Floor, floor } from "../../src/floor.ts";
import { previousWorkday } from "../../src/kernel/calendar.ts";
import { refuse } from "../../src/kernel/outcome.ts";
import { addDays, dayAt, startOfWeek, wallTime } from "../../src/kernel/time.ts";
import { audit } from "../../src/persistence/audit.ts";
import type { Database } from "../../src/persistence/client.ts";
import { helpStore } from "../../src/persistence/help/store.ts";
import { peopleStore } from "../../src/persistence/people.ts";
import { scoreStore } from "../../src/persistence/scores/store.ts";
import { hoursAgo } from "./centre.ts";
import {
  type DemoRequest,
  type DemoStep,
  type DemoSuggestion,
  demoRequests,
  demoSuggestions,
  type When,
} from "./questions.ts";
import { agentsOf, allWithRole, type Centre, must, oneOf, strictLog, whoIs, withRole } from "./staff.ts";

type House = { readonly floor: Floor; readonly store: HelpStore; readonly learning: Learning };

const minute = 60_000;
const plusMinutes = (at: Date, minutes: number) => new Date(at.getTime() + minutes * minute);

/** The house's floor on a database; people are known by their ids here. */
function houseOn(database: Database): House {
  const roster = peopleStore(database);
  const store = helpStore(database);
  return {
    floor: floor({
      database,
      roster,
      audit: audit(database),
      async find(_, called) {
        const found = "text" in called ? await roster.personById(called.text) : undefined;
        return found === undefined
          ? refuse({ why: "nobody", say: () => "nobody of the demo" })
          : { ok: true, value: found };
      },
      onLeave: scoreStore(database).onLeave,
      ledger: { find: async () => [] },
      log: strictLog,
      poke: () => undefined,
    }),
    store,
    learning: learning({ store, roster }),
  };
}

function momentOf({ site, now }: Centre, when: When): Date {
  const workedUntil = (hours: number) => hoursAgo({ ...site, today: dayAt(now, site.zone), until: now }, hours);
  if ("hoursAgo" in when) return workedUntil(when.hoursAgo);
  const last = dayAt(workedUntil(0), site.zone);
  const on = Array.from({ length: when.workdaysAgo }).reduce<typeof last>(
    (day) => previousWorkday(site.calendar, day),
    last,
  );
  return wallTime(on, when.time, site.zone);
}

/** Does what time does to requests, each thing when it is due, up to a moment. */
async function passTime({ floor: { help }, store }: House, until: Date): Promise<void> {
  for (;;) {
    const [first] = await store.due(until, 1);
    if (first?.nextAt === undefined) return;
    await help.sweep(first.nextAt);
  }
}

/** Whoever has a duty at a moment; the supervisor where they are on leave. */
async function onDuty({ floor: { duty } }: House, centre: Centre, role: string, at: Date): Promise<Person> {
  const [first] = await duty.onDuty(centre.site, at, role);
  return centre.people.find(({ id }) => id === first?.person) ?? withRole(centre, "supervisor");
}

/** A lead approves what somebody else has learnt from a request. */
async function approve({ store, learning }: House, centre: Centre, { id }: HelpRequest, at: Date): Promise<void> {
  const { answers } = await store.answers(centre.site.id, ["proposed"], { from: 0, limit: 10 });
  const answer = answers.find(({ request }) => request === id);
  const lead = allWithRole(centre, "lead").find((one) => one.id !== answer?.proposedBy);
  if (answer === undefined || lead === undefined) throw new Error("the demo learnt nothing");
  must(await learning.approve(whoIs(lead, centre.site), answer.id, at), "answer");
}

async function step(house: House, centre: Centre, request: HelpRequest, does: DemoStep): Promise<void> {
  const { site, people } = centre;
  const { help } = house.floor;
  const { id } = request;
  const at = plusMinutes(request.openedAt, does.after);
  await passTime(house, at);
  const person =
    "by" in does ? await onDuty(house, centre, does.by, at) : people.find((one) => one.id === request.asker);
  if (person === undefined) throw new Error("nobody of the demo asked this");
  const who = whoIs(person, site);
  switch (does.does) {
    case "claim":
      must(await help.claim(who, id, at), "claim");
      return;
    case "answer":
    case "question": {
      const said = { text: does.says[site.locale], needsReply: does.does === "question" };
      must(await help.answer(who, id, said, at), "answer");
      return;
    }
    case "resolve":
      must(await help.resolve(who, id, does.note?.[site.locale] ?? "", at), "note");
      if (does.isApproved) await approve(house, centre, request, plusMinutes(at, 30));
      return;
    case "solve-by-answer":
      must(await help.solve(who, id, request.offered[0], at), "solution");
      return;
    case "cancel":
      must(await help.cancel(who, id, at), "change of mind");
  }
}

async function ask(house: House, centre: Centre, said: DemoRequest): Promise<void> {
  const { site } = centre;
  const { category, text, isLive = false, asker, asked, steps } = said;
  const at = momentOf(centre, asked);
  await passTime(house, at);
  const line = {
    text: text[site.locale],
    category: typeof category === "string" ? category : category[site.locale],
    isLive,
    isHigh: false,
  };
  const who = whoIs(oneOf(agentsOf(centre), asker), site);
  const { request } = must(await house.floor.help.ask(who, line, at), "request for help");
  for (const one of steps) await step(house, centre, request, one);
}

async function askForHelp(house: House, centre: Centre): Promise<void> {
  for (const said of demoRequests) await ask(house, centre, said);
  await passTime(house, centre.now);
}

/** The first duty lead of next week gives their first day to another lead. */
async function swap({ floor: { duty } }: House, centre: Centre): Promise<void> {
  const { site, people, now } = centre;
  const at = momentOf(centre, { hoursAgo: 3 });
  const { days } = await duty.week(site, addDays(startOfWeek(dayAt(now, site.zone)), 7));
  const first = days.flatMap(({ on, spans }) => spans.map((span) => ({ on, ...span }))).find(isOfLead);
  const asker = people.find(({ id }) => id === first?.person);
  const other = allWithRole(centre, "lead").find(({ id }) => id !== asker?.id);
  if (first === undefined || asker === undefined || other === undefined) return;
  const asked = { who: { text: other.id }, from: { day: first.on } };
  const offer = must(await duty.offer(whoIs(asker, site), asked, at), "offer of a duty");
  must(await duty.settle(whoIs(other, site), offer.swap.id, "accepted", plusMinutes(at, 25)), "swap");
}
const isOfLead = ({ role }: { readonly role: string }) => role === "duty-lead";

async function suggest({ floor: { suggestions } }: House, centre: Centre, said: DemoSuggestion): Promise<void> {
  const { site } = centre;
  const { text, isSigned, workdaysAgo, votes, isOwned = false, decided } = said;
  const agents = agentsOf(centre);
  const author = oneOf(agents, said.author);
  const making = { text: text[site.locale], isSigned };
  const { suggestion } = must(
    await suggestions.make(whoIs(author, site), making, momentOf(centre, { workdaysAgo, time: "12:40" })),
    "suggestion",
  );
  const { id } = suggestion;
  for (const voter of agents.filter((one) => one.id !== author.id).slice(0, votes)) {
    must(
      await suggestions.vote(
        whoIs(voter, site),
        id,
        true,
        momentOf(centre, { workdaysAgo: workdaysAgo - 1, time: "10:15" }),
      ),
      "vote",
    );
  }
  const lead = whoIs(withRole(centre, "lead"), site);
  if (isOwned)
    must(await suggestions.take(lead, id, momentOf(centre, { workdaysAgo: workdaysAgo - 1, time: "11:00" })), "owner");
  const decider = isOwned ? lead : whoIs(withRole(centre, "supervisor"), site);
  for (const { to, reason, workdaysAgo } of decided) {
    const decision = { suggestion: id, to, reason: reason[site.locale] };
    must(await suggestions.decide(decider, decision, momentOf(centre, { workdaysAgo, time: "16:30" })), "decision");
  }
}

async function makeSuggestions(house: House, centre: Centre): Promise<void> {
  for (const said of demoSuggestions) await suggest(house, centre, said);
}

/** What people of a site asked of each other in the last days: help, a swap of duties, and suggestions. */
export async function onTheFloor(database: Database, centre: Centre): Promise<void> {
  const house = houseOn(database);
  // None of the three has to do with the others.
  await Promise.all([askForHelp(house, centre), swap(house, centre), makeSuggestions(house, centre)]);
}
