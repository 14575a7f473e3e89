import type { Pool } from "pg";
import { type Person, teamsOf } from "../../src/features/people/index.ts";
import { scores } from "../../src/features/scores/index.ts";
import { addDays, dayAt, instantAt, type LocalDate, startOfDay, startOfMonth } from "../../src/kernel/time.ts";
import { audit } from "../../src/persistence/audit.ts";
import { celebrationStore } from "../../src/persistence/celebrations/store.ts";
import type { Database } from "../../src/persistence/client.ts";
import { peopleStore } from "../../src/persistence/people.ts";
import { scoreStore } from "../../src/persistence/scores/store.ts";
import { type Recognition, type RecognitionDeps, recognition } from "../../src/recognition.ts";
import { demoCalls, demoKudos, demoOpening, demoSignatures, numbersOfTheirOwn, openDrawPrize } from "./good-work.ts";
import { agentsOf, type Centre, must, oneOf, strictLog, whoIs, withRole } from "./staff.ts";

const hour = 3_600_000;

const nobodyByName: RecognitionDeps["find"] = () => Promise.reject(new Error("nobody is looked for by name here"));

/** The house's recognition on a database; people are known by their ids here. */
function houseOn(database: Database): Recognition {
  const roster = peopleStore(database);
  const store = scoreStore(database);
  const trail = audit(database);
  return recognition({
    database,
    roster,
    scoreStore: store,
    changes: scores({ store, roster, audit: trail }).changes,
    audit: trail,
    find: nobodyByName,
    beacon: () => Promise.reject(new Error("the demo's draws ask for no drand round")),
    baseUrl: () => undefined,
    log: strictLog,
    isSent: async () => true,
    poke: () => undefined,
  });
}

/** An hour of a day some days ago, or the present moment where that has not come yet. */
function momentOf({ site, now }: Centre, daysAgo: number, time: string): Date {
  const day = addDays(dayAt(now, site.zone), -daysAgo);
  const at = instantAt(day, time, site.zone);
  const moment = at.ok ? at.value : startOfDay(day, site.zone);
  return moment < now ? moment : now;
}

async function thank({ kudos }: Recognition, centre: Centre): Promise<void> {
  const { site } = centre;
  const agents = agentsOf(centre);
  for (const { from, to, value, reason, daysAgo } of demoKudos) {
    const [giver, receiver] = [oneOf(agents, from), oneOf(agents, to)];
    const asked = { receiver: receiver.id, value, reason: reason[site.locale] };
    must(await kudos.giveTo(whoIs(giver, site), asked, momentOf(centre, daysAgo, "15:20")), "thank-you");
  }
}

const contactOf = `
  SELECT source_id AS number FROM interaction
  WHERE site_id = $1 AND person_id = $2 AND outcome = 'answered' AND started_at < $3 AND talk_s > 180
  ORDER BY started_at DESC LIMIT 1`;

async function praise({ goodCalls }: Recognition, pool: Pool, centre: Centre): Promise<void> {
  const { site, people, now } = centre;
  const agents = agentsOf(centre);
  const others = people.filter(({ roles }) => !roles.includes("auditor"));
  for (const { agent, by, highlight, skills, markS, daysAgo } of demoCalls) {
    const [whose, nominator] = [oneOf(agents, agent), oneOf(agents, by)];
    const at = momentOf(centre, daysAgo, "14:05");
    const [contact] = (await pool.query<{ number: string }>(contactOf, [site.id, whose.id, at])).rows;
    if (contact === undefined) continue;
    const said = { highlight: highlight[site.locale], skills, markS, called: contact.number };
    const made = must(await goodCalls.nominate(whoIs(nominator, site), said, at), "nomination");
    if (made.is !== "nominated") throw new Error("the demo's contact has a number that others have too");
    const voters = others.filter(({ id }) => id !== whose.id && id !== nominator.id).slice(0, 5);
    for (const [index, voter] of voters.entries()) {
      const voted = new Date(Math.min(now.getTime(), at.getTime() + (index + 1) * hour));
      must(await goodCalls.vote(whoIs(voter, site), made.call.id, index !== 3, voted), "vote");
    }
    const ended = new Date(at.getTime() + 8 * 24 * hour);
    if (ended > now) continue;
    await goodCalls.sweep(ended);
    must(await goodCalls.answer(whoIs(whose, site), made.call.id, true, new Date(ended.getTime() + hour)), "consent");
  }
}

/** The third of this month, or of the month before where it is not long over. */
const lastThird = (today: LocalDate): LocalDate => addDays(startOfMonth(addDays(today, -8)), 2);

function atHour({ site }: Centre, day: LocalDate, time: string): Date {
  const at = instantAt(day, time, site.zone);
  return at.ok ? at.value : startOfDay(day, site.zone);
}

const plusHours = (at: Date, hours: number) => new Date(at.getTime() + hours * hour);

/** Last month's awards, of which one is given, and those of the last week and day, which wait for somebody's word. */
async function award({ awards }: Recognition, centre: Centre): Promise<void> {
  const { site, now } = centre;
  const monthly = atHour(centre, lastThird(dayAt(now, site.zone)), "10:00");
  await awards.propose(site.id, "month", monthly);
  for (const period of ["week", "day"] as const) await awards.propose(site.id, period, momentOf(centre, 0, "09:30"));
  const supervisor = whoIs(withRole(centre, "supervisor"), site);
  const { waiting } = await awards.list(supervisor, now);
  for (const { id, revision } of waiting.filter(({ rule }) => rule === "attendance")) {
    must(await awards.confirm(supervisor, { award: id, seen: revision }, plusHours(monthly, 3)), "award");
  }
}

/** The month's draw of best performers, which is over. */
async function lastDraw({ draws }: Recognition, centre: Centre): Promise<void> {
  const { site, now } = centre;
  const day = lastThird(dayAt(now, site.zone));
  const due = atHour(centre, day, "11:00");
  const made = await draws.openScheduled("performers-draw", { site: site.id, due, now: due, day });
  if (made === undefined) return;
  const everybody = centre.people.map((one) => whoIs(one, site));
  const number = numbersOfTheirOwn[site.locale];
  for (const who of everybody) if ((await draws.addNumber(who, made.id, number, plusHours(due, 2))).ok) break;
  for (const hours of [48, 72, 73]) await draws.sweep(plusHours(due, hours));
  for (const who of everybody) if ((await draws.claim(who, made.id, plusHours(due, 75))).ok) break;
}

/** A draw that takes entries now. */
async function openDraw({ draws }: Recognition, centre: Centre): Promise<void> {
  const { site, now } = centre;
  const admin = whoIs(withRole(centre, "admin"), site);
  const at = momentOf(centre, 1, "11:30");
  const closes = addDays(dayAt(now, site.zone), 3);
  const { draw } = must(await draws.make(admin, { prize: openDrawPrize[site.locale], winners: 2, closes }, at), "draw");
  must(await draws.open(admin, draw.id, draw.version, at), "opening of a draw");
  for (const agent of agentsOf(centre).slice(1, 5)) {
    must(await draws.enter(whoIs(agent, site), draw.id, at), "entry");
  }
}

const setBirthday = "UPDATE person SET birthday_month = $2, birthday_day = $3 WHERE id = $1";

/** Somebody's birthday is today and another's in the next days, whose card is under way. */
async function celebrate({ celebrations }: Recognition, pool: Pool, centre: Centre): Promise<void> {
  const { site, people, now } = centre;
  const today = dayAt(now, site.zone);
  const agents = agentsOf(centre);
  const bornOn = async (person: Person | undefined, on: LocalDate) => {
    if (person !== undefined) await pool.query(setBirthday, [person.id, Number(on.slice(5, 7)), Number(on.slice(8))]);
  };
  await bornOn(agents[3], today);
  await bornOn(agents[4], addDays(today, 2));
  const yesterday = momentOf(centre, 1, "09:30");
  await celebrations.askToSign({ site: site.id, day: addDays(today, -1), at: yesterday, due: yesterday });
  const supervisor = withRole(centre, "supervisor");
  for (const { id, person } of await celebrationStore({ pool }).cards(site.id, today, addDays(today, 7))) {
    const whose = people.find((one) => one.id === person);
    const teams = whose === undefined ? [] : teamsOf(whose, today);
    const colleagues = people.filter(
      (one) => one.id !== person && teamsOf(one, today).some((team) => teams.includes(team)),
    );
    for (const [index, words] of demoSignatures.entries()) {
      const colleague = colleagues[index];
      if (colleague)
        must(await celebrations.sign(whoIs(colleague, site), id, words[site.locale], yesterday), "signature");
    }
    if (person !== supervisor.id)
      await celebrations.open(whoIs(supervisor, site), id, demoOpening[site.locale], yesterday);
  }
}

/** Good work of a site in the last weeks: thank-yous, good calls, awards, draws, and cards that are being signed. */
export async function recognise(database: Database, centre: Centre): Promise<void> {
  const { pool } = database;
  const house = houseOn(database);
  await thank(house, centre);
  await praise(house, pool, centre);
  await award(house, centre);
  await lastDraw(house, centre);
  await openDraw(house, centre);
  await celebrate(house, pool, centre);
}
