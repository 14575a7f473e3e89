import { randomUUID } from "node:crypto";
import { announced } from "../../src/features/appeals/announce.ts";
import { canBe } from "../../src/features/appeals/context.ts";
import { corrected } from "../../src/features/appeals/correction.ts";
import { type Docket, type FilingRefusal, file } from "../../src/features/appeals/filing.ts";
import type { Appeal, AppealRules, AppealStore, Decided, FilingGround } from "../../src/features/appeals/index.ts";
import { forward, giveBack, type MoveRefusal, state } from "../../src/features/appeals/moves.ts";
import { candidates, deskmatesOf, inOffice, type Office, officeOf } from "../../src/features/appeals/offices.ts";
import { type VoteRefusal, vote } from "../../src/features/appeals/panel.ts";
import type { EvaluationForm } from "../../src/features/evaluations/index.ts";
import { type Person, teamsOf } from "../../src/features/people/index.ts";
import { done, type Outcome } from "../../src/kernel/outcome.ts";
import { dayAt } from "../../src/kernel/time.ts";
import type { Act, Case } from "./case.ts";
import { type DemoSite, hoursAgo } from "./centre.ts";
import { decidedCases } from "./decided-cases.ts";
import type { Planted } from "./marks.ts";
import { openCases } from "./open-cases.ts";
import type { Scheduled } from "./published.ts";
import { shiftOf } from "./shifts.ts";

/** Which review each appeal is about, where there is one: nobody appeals twice. */
export function cast(site: DemoSite, reviews: readonly Scheduled[]): ReadonlyMap<Case, Scheduled> {
  const found = new Map<Case, Scheduled>();
  for (const one of [...decidedCases, ...openCases]) {
    const [least, most] = one.published;
    const [from, to] = [hoursAgo(site, one.filed + most), hoursAgo(site, one.filed + least)];
    const taken = [...found.values()].map(({ agent }) => agent);
    const review = reviews.find(
      ({ publishedAt, form, kind, agent }) =>
        publishedAt >= from && publishedAt <= to && form === "phone" && kind === "monitoring" && !taken.includes(agent),
    );
    if (review !== undefined) found.set(one, review);
  }
  return found;
}

/** What has to be marked for an appeal to have something to challenge. */
export const plantedFor = ({ item, marked }: Case): Planted => ({ [item]: marked });

/** What an appeal of the demo is decided with. */
export type Bench = {
  readonly site: DemoSite;
  readonly people: readonly Person[];
  readonly rules: AppealRules;
  readonly form: EvaluationForm;
};

function officeAt({ site, people }: Bench, at: Date): Office {
  const on = dayAt(at, site.zone);
  const isAway = (person: Person) => {
    const { employeeNo, roles, hiredOn = on } = person;
    return shiftOf(site, { employeeNo, roles, hiredOn }, on)?.is === "leave";
  };
  return officeOf(people, on, new Set(people.filter(isAway).map(({ id }) => id)));
}

function docketOf({ evaluation, ...ground }: FilingGround, bench: Bench, id: string, at: Date): Docket {
  const { people, form } = bench;
  const agent = people.find((person) => person.id === evaluation.agent);
  const team = agent && teamsOf(agent, evaluation.day, ["member"])[0];
  const parties = { agent: evaluation.agent, number: ground.number, ...(team === undefined ? {} : { team }) };
  const matter = evaluation.scorer === undefined ? parties : { ...parties, scorer: evaluation.scorer };
  const { supervisor, lead } = candidates(matter, officeAt(bench, at));
  const can = canBe(form);
  return {
    ...ground,
    denied: new Map(),
    id,
    evaluation,
    seen: evaluation.revision,
    ...(team === undefined ? {} : { team }),
    items: new Map(evaluation.marks.map(({ item, points }) => [item, { points, can: (to) => can(item, to) }])),
    ...(supervisor[0] === undefined ? {} : { supervisor: supervisor[0] }),
    ...(lead[0] === undefined ? {} : { lead: lead[0] }),
  };
}

/** One thing that somebody does, by the rules of appeals; nothing where nobody sits to do it. */
function acted(appeal: Appeal, act: Act, item: string, bench: Bench): Outcome<Appeal, MoveRefusal | VoteRefusal> {
  const { rules, site, form } = bench;
  const at = hoursAgo(site, act.ago);
  const office = officeAt(bench, at);
  const desk = {
    by: appeal.desk ?? "",
    at,
    rules,
    candidates: candidates(appeal, office),
    deskmates: deskmatesOf(appeal, office),
  };
  if (act.is === "forward") return forward(appeal, desk);
  if (act.is === "give-back") return giveBack(appeal, act.question[site.locale], desk);
  if (act.is === "state") return state(appeal, act.text[site.locale], { by: appeal.scorer ?? "", at });
  const holder = appeal.seats.find(({ name }) => name === act.seat)?.holder;
  if (holder === undefined || appeal.state !== "panel") return done(appeal);
  const { points, code } = act;
  const given = { by: holder, item, points, code, reason: act.reason[site.locale], at };
  return vote(appeal, given, { can: canBe(form), inOffice: inOffice(appeal, office), rules });
}

/**
 * An appeal with all that happened to it, as if each had acted in their time. On some days somebody is away or has
 * passed a seat on: the history then ends before what they could not do.
 */
function played(one: Case, ground: FilingGround, bench: Bench, id: string): Outcome<Decided, FilingRefusal> {
  const { site, rules, form } = bench;
  const { item, proposed, kind, reason, acts } = one;
  const filedAt = hoursAgo(site, one.filed);
  const filing = {
    by: ground.evaluation.agent,
    challenges: [{ item, proposed }],
    kind,
    reason: reason[site.locale],
    evidence: [],
  };
  const filed = file(filing, docketOf(ground, bench, id, filedAt), rules, filedAt);
  if (!filed.ok) return filed;
  let last = filed.value;
  for (const act of acts) {
    const next = acted(last, act, item, bench);
    if (!next.ok) break;
    last = next.value;
  }
  const at = hoursAgo(site, acts.at(-1)?.ago ?? one.filed);
  if (last.state !== "decided") return done(announced(last, { rules, at }));
  // What is long over is told to nobody any more.
  return done({ ...corrected(last, ground.evaluation, { form, rules, at }), notices: [], touched: [] });
}

/** Files the appeals of a site, each of the evaluation with this id. */
export async function fileAppeals(store: AppealStore, bench: Bench, about: ReadonlyMap<Case, string>): Promise<void> {
  for (const [one, evaluation] of about) {
    const id = randomUUID();
    const at = hoursAgo(bench.site, one.acts.at(-1)?.ago ?? one.filed);
    // A start never fails for want of an example.
    await store.file(evaluation, (ground) => played(one, ground, bench, id), at);
  }
}
