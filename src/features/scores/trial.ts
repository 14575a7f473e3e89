import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { PersonId, Staff } from "../people/domain.ts";
import type { Result, Wanted } from "./compute.ts";
import { compute } from "./compute.ts";
import { type Period, through } from "./period.ts";
import { fewestPeople } from "./person-score.ts";
import type { Asked, Reading, ScoresDeps } from "./reading.ts";
import type { Metric, Scorecard } from "./scorecard.ts";
import { inForce, trials } from "./scorecard.ts";

/** From this many points on, somebody would notice. */
export const bigMove = 5;

/** Somebody whose points would move, and the metric that moves them most. */
export type Move = {
  readonly person: PersonId;
  readonly name: string;
  readonly live: number;
  readonly trial: number;
  readonly because?: { readonly metric: Metric; readonly by: number };
};

/** A trial scorecard beside the one that counts: what would change for whom, before it counts. */
export type TrialReport = {
  readonly trial: Scorecard;
  readonly period: Period;
  readonly compared: number;
  /** Those who would move by more than `bigMove` points, the largest first. */
  readonly moves: readonly Move[];
  readonly meanMove: number;
};

/** The scorecards that stand, with the names of the site's teams. */
export type Standing = {
  readonly live: readonly Scorecard[];
  readonly trials: readonly Scorecard[];
  readonly teams: ReadonlyMap<string, string>;
};

export type TrialRefusal =
  | { readonly why: "no-trial" }
  | { readonly why: "nothing-to-compare"; readonly name: Scorecard["name"] };

type Weighed = { readonly part: number; readonly points: number };

/** Each metric's part of the whole, and its points. */
function weighed({ score }: Result): Map<Metric, Weighed> {
  const found = new Map<Metric, Weighed>();
  for (const part of score.parts) {
    const weights = part.lines.reduce((sum, line) => sum + line.weight, 0);
    for (const { metric, weight, points } of part.lines) {
      const own = (part.share * weight) / weights;
      const known = found.get(metric) ?? { part: 0, points: 0 };
      const sum = known.part + own;
      found.set(metric, { part: sum, points: (known.part * known.points + own * points) / sum });
    }
  }
  return found;
}

/**
 * How much of a move each metric brings about: the change of its points, and the change of its weight times how far it
 * lies from the rest. Together they are the whole move.
 */
function moveOf(person: Staff, live: Result, trial: Result): Move {
  const [before, after] = [weighed(live), weighed(trial)];
  const mean = live.score.points;
  const effects = [...new Set([...before.keys(), ...after.keys()])].map((metric) => {
    const now = before.get(metric);
    const then = after.get(metric);
    const points = now?.points ?? then?.points ?? mean;
    const byWeight = ((then?.part ?? 0) - (now?.part ?? 0)) * (points - mean);
    const byPoints = (then?.part ?? 0) * ((then?.points ?? points) - points);
    return { metric, by: byWeight + byPoints };
  });
  const [because] = effects.sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  return {
    person: person.id,
    name: person.name,
    live: mean,
    trial: trial.score.points,
    ...(because ? { because } : {}),
  };
}

/** The scorecards that stand, and trials side by side with them. */
export function trialReports({ store, roster, audit }: ScoresDeps, desks: Reading) {
  return {
    /** Every scorecard in force on a day at the viewer's site, the trials beside them, and what teams are called. */
    async scorecards(asked: Asked): Promise<Standing> {
      const [cards, [viewer], teams] = await Promise.all([
        store.scorecards(),
        roster.peopleById([asked.viewer]),
        roster.teams(),
      ]);
      const own = new Map(teams.filter(({ site }) => site === viewer?.site).map(({ id, name }) => [id, name]));
      const isHere = ({ for: whose }: Scorecard) => !("team" in whose) || own.has(whose.team);
      return { live: inForce(cards, asked.today).filter(isHere), trials: trials(cards).filter(isHere), teams: own };
    },

    /** Computes a period by a trial (`id`) for everybody of the viewer's site whom it would be for; it counts for nothing. */
    async compare(
      asked: Asked & { readonly id: string; readonly isNamed: boolean },
    ): Promise<Outcome<TrialReport, TrialRefusal>> {
      const [viewer] = await roster.peopleById([asked.viewer]);
      const trial = trials(await store.scorecards()).find(({ id }) => id === asked.id);
      if (viewer === undefined || trial === undefined) return refuse({ why: "no-trial" });
      const { period, at } = asked;
      const subject = `scorecard:${trial.id}`;
      const detail = { version: trial.version, from: period.from, to: period.to };
      const [desk] = await Promise.all([
        desks.deskOf(viewer.site),
        audit.record({ at, actor: viewer.id, action: "read trial", subject, detail }),
      ]);
      const { calendar } = desk.site;
      const to = through(period, asked.today);
      const people = await roster.staffOf(viewer.site, to);
      const wanted = people.map((person): Wanted => desks.wantedOf(desks.ofPerson(person), period, asked.today));
      const asLive: Scorecard = { ...trial, state: "live", countsFrom: period.from, version: trial.version + 1 };
      const others = desk.cards.filter(({ id }) => id !== trial.id);
      const [live, tried] = await Promise.all([
        desk.results(wanted),
        compute({ store, sittingIn: roster.sittingIn, cards: [asLive, ...others], calendar }, wanted),
      ]);
      const pairs = people.flatMap((person, index) => {
        const [now, then] = [live[index], tried[index]];
        const isOf = then?.score.parts.some((part) => part.scorecard === trial.id);
        if (now === undefined || then === undefined || !isOf) return [];
        return now.score.standing === "none" || then.score.standing === "none" ? [] : [moveOf(person, now, then)];
      });
      // Who may not read names may not read what is of so few that it names them.
      if (pairs.length < (asked.isNamed ? 1 : fewestPeople))
        return refuse({ why: "nothing-to-compare", name: trial.name });
      const by = (move: Move) => move.trial - move.live;
      const moves = pairs
        .filter((move) => Math.abs(by(move)) > bigMove)
        .sort((a, b) => Math.abs(by(b)) - Math.abs(by(a)));
      const meanMove = pairs.reduce((sum, move) => sum + by(move), 0) / pairs.length;
      return done({ trial, period, compared: pairs.length, moves, meanMove });
    },
  };
}
