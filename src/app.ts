import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { AccountRef } from "./chat/ask.ts";
import type { Draw } from "./chat/chart.ts";
import { NotDelivered, type Platform } from "./chat/platform.ts";
import { type Registry, registry } from "./chat/registry.ts";
import { type Router, router } from "./chat/router.ts";
import type { View } from "./chat/view.ts";
import { appealCommands, appeals } from "./features/appeals/index.ts";
import { bulletinCommands, bulletins } from "./features/bulletins/index.ts";
import { digests, siteDay } from "./features/digests/index.ts";
import { type EvaluationStore, evaluationCommands, evaluations } from "./features/evaluations/index.ts";
import { type Imports, importCommands, imports } from "./features/imports/index.ts";
import { heartbeat, type NoticeKind, type Notices, notices } from "./features/notices/index.ts";
import { type Audit, type HealthLine, type PreferenceBook, people, peopleCommands } from "./features/people/index.ts";
import {
  dailyScore,
  scoreCommands,
  scores,
  scoresInBulletin,
  scoresInDigest,
  wordsOfScores,
} from "./features/scores/index.ts";
import { type Floor, floor } from "./floor.ts";
import { healthLines } from "./health.ts";
import { previousWorkday } from "./kernel/calendar.ts";
import type { Log } from "./kernel/log.ts";
import type { Meter } from "./kernel/meter.ts";
import { dayAt } from "./kernel/time.ts";
import { withPage } from "./local-page.ts";
import { appealStore } from "./persistence/appeals/store.ts";
import { audit } from "./persistence/audit.ts";
import { bulletinStore } from "./persistence/bulletins.ts";
import type { Database } from "./persistence/client.ts";
import { evaluationStore } from "./persistence/evaluations/store.ts";
import { heard } from "./persistence/heard.ts";
import { housekeeping } from "./persistence/housekeeping.ts";
import { importStore } from "./persistence/imports/store.ts";
import { jobRuns } from "./persistence/job-runs.ts";
import { ledger } from "./persistence/notices/ledger.ts";
import { peopleStore } from "./persistence/people.ts";
import { scoreStore } from "./persistence/scores/store.ts";
import { wordsStore } from "./persistence/words.ts";
import { type Job, type Queue, queue } from "./queue/index.ts";
import { type Recognition, type RecognitionDeps, recognition } from "./recognition.ts";
import { type Courier, carrier, type Deadlines, deadlines } from "./rounds.ts";

export type AppDeps = {
  readonly database: Database & { readonly url: string };
  readonly redisUrl?: string | undefined;
  readonly jobs: readonly Job<JobNeeds>[];
  /** The platforms that are on, by the time somebody must be told something. */
  readonly platforms: () => readonly Platform[];
  readonly draw: Draw;
  /** Asks for rounds of drand; left out where draws are not carried on. */
  readonly beacon?: RecognitionDeps["beacon"];
  /** Where this house is reached from a browser; none where it is not. */
  readonly baseUrl?: RecognitionDeps["baseUrl"];
  readonly log: Log;
  readonly clock: () => Date;
  /** Told of what happens, for those who watch the house. */
  readonly meter?: Meter | undefined;
};

/** The house put together: every feature with its store, every command in one router, every job in one queue. */
export type App = {
  readonly router: Router;
  readonly registry: Registry;
  readonly queue: Queue;
  readonly courier: Courier;
  readonly deadlines: Deadlines;
} & Features;
type Features = {
  readonly people: ReturnType<typeof people>;
  readonly scores: ReturnType<typeof scores>;
  readonly imports: Imports;
  readonly bulletins: ReturnType<typeof bulletins>;
  readonly evaluations: ReturnType<typeof evaluations>;
  readonly appeals: ReturnType<typeof appeals>;
  readonly notices: Notices;
} & Pick<Recognition, "celebrations" | "kudos" | "goodCalls" | "awards" | "draws"> &
  Pick<Floor, "duty" | "help" | "suggestions">;

/** What jobs may ask of the house. */
type JobNeeds = {
  readonly scores: Features["scores"];
  readonly housekeeping: ReturnType<typeof housekeeping>;
  readonly notices: Pick<Notices, "announce">;
} & Pick<Recognition, "awards" | "draws" | "celebrations">;

/** Six characters that a person can read out to an admin. */
const reference = () => randomBytes(3).toString("hex");

type Declaring = {
  readonly good: Recognition;
  readonly onFloor: Floor;
  readonly audit: Audit;
  readonly draw: Draw;
  readonly health: () => Promise<readonly HealthLine[]>;
  readonly forms: EvaluationStore["forms"];
};

/** The declarations of every feature; the only list of them. */
function declare(
  { people, scores, imports, bulletins, evaluations, appeals, notices }: Features,
  { good, onFloor, audit, draw, health, forms }: Declaring,
): Registry {
  const ofScores = scoreCommands({ scores, draw, beside: [appeals.beside] });
  const ofEvaluations = evaluationCommands({ evaluations });
  const ofAppeals = appealCommands({ appeals, forms });
  const ofImports = importCommands({ imports, audit });
  const ofBulletins = bulletinCommands({ bulletins });
  const preferences = preferencesIn(notices);
  const ofPeople = peopleCommands({ people, health, preferences, commands: () => all.commands });
  const every = [ofScores, ofEvaluations, ofAppeals, onFloor, good, ofBulletins, ofImports, ofPeople];
  const all = registry(
    every.flatMap(({ commands }) => commands),
    every.flatMap(({ actions }) => actions),
  );
  return all;
}

/** Preferences about notices, as `/settings` sees them. */
const preferencesIn = ({ settingsOf, saveSettings, kinds }: Notices): PreferenceBook => ({
  of: async (person) => (await settingsOf([person])).get(person) ?? { muted: [] },
  save: saveSettings,
  mutable: (held) =>
    kinds().filter(({ isMandatory, roles = [] }) => !isMandatory && roles.some((role) => held.includes(role))),
});

const nobodyToAsk = () => Promise.reject(new Error("rounds of drand are not asked for here"));

/** Puts the house together on a database; nothing runs until its platforms, its queue and its courier are started. */
export function app(deps: AppDeps): App {
  const {
    database,
    redisUrl,
    jobs,
    platforms,
    draw,
    beacon = nobodyToAsk,
    baseUrl = () => undefined,
    log,
    clock,
    meter,
  } = deps;
  const trail = audit(database);
  const roster = withPage(peopleStore(database));
  const store = scoreStore(database);
  const book = ledger({ pool: database.pool, newId: randomUUID });
  const ofScores = { store, roster, draw };

  async function tell(account: AccountRef, view: View): Promise<void> {
    const platform = platforms().find(({ name }) => name === account.platform);
    if (platform === undefined) return;
    for (let tries = 1; ; tries += 1) {
      try {
        return void (await platform.post(await platform.direct(account), view));
      } catch (error) {
        if (!(error instanceof NotDelivered) || error.why !== "slow-down" || tries === 3) throw error;
        await wait(error.afterMs);
      }
    }
  }

  const made = scores({ store, roster, audit: trail });
  /** Scores are put right at once, or by a job where that fails. */
  async function recompute(site: string, place: "import" | "evaluation"): Promise<void> {
    try {
      await made.recompute(clock(), site);
    } catch (error) {
      meter?.faulted(place);
      log.error({ error, site }, "scores were not computed again; a job does it later");
    }
    courier.poke();
  }

  const reviews = evaluationStore({ pool: database.pool, newId: randomUUID });
  const hearings = appeals({
    store: appealStore({ pool: database.pool, newId: randomUUID, log }),
    evaluations: reviews,
    roster,
    team: roster.team,
    audit: trail,
    onLeave: store.onLeave,
    newId: randomUUID,
    log,
    restated: (site) => void recompute(site, "evaluation"),
    poke: () => courier.poke(),
  });
  const ofEvaluations = evaluations({
    store: reviews,
    roster,
    audit: trail,
    newId: randomUUID,
    find: (site, who) => features.people.find(site, who),
    isPurged: hearings.isPurged,
    closesAt: hearings.closesAt,
    appealNumber: hearings.numberOf,
    published: (site) => void recompute(site, "evaluation"),
  });
  const good = recognition({
    database,
    roster,
    scoreStore: store,
    changes: made.changes,
    audit: trail,
    find: (site, who) => features.people.find(site, who),
    beacon,
    baseUrl,
    log,
    isSent: async (of) => (await book.find({ ...of, state: "sent", limit: 1 })).length > 0,
    poke: () => courier.poke(),
  });
  const onFloor = floor({
    database,
    roster,
    audit: trail,
    find: (site, who) => features.people.find(site, who),
    onLeave: store.onLeave,
    ledger: book,
    log,
    poke: () => courier.poke(),
  });
  const labelOf = (kind: string) => kinds().find(({ name }) => name === kind)?.label;
  const issues = bulletins({
    store: bulletinStore(database),
    roster,
    sections: [...scoresInBulletin(ofScores), ...good.sections, ...onFloor.sections],
    newId: randomUUID,
  });
  const told: readonly NoticeKind[] = [
    dailyScore({ store, roster, labelOf, beside: [hearings.beside] }),
    ...digests({
      roster,
      data: store,
      sections: [hearings.inDigest, onFloor.inDigest, scoresInDigest(ofScores)],
      audit: trail,
      labelOf,
      lateOf,
    }).kinds,
    ...issues.kinds,
    ...ofEvaluations.kinds,
    ...hearings.kinds,
    ...good.kinds,
    ...onFloor.kinds,
    heartbeat({
      ledger: book,
      roster,
      kinds: () => kinds(),
      dataAsOf: store.dataAsOf,
      isFed: async (site, at) => {
        const last = previousWorkday(site.calendar, dayAt(at, site.zone));
        return (await store.areComplete([siteDay(site, last)]))[0] ?? false;
      },
      clockwork: () => clockwork.health(),
    }),
  ];
  const telling = notices({
    ledger: book,
    kinds: () => told,
    platforms,
    roster,
    log,
    clock,
    reference,
    meter,
  });
  const { kinds } = telling;
  const courier = carrier(telling, log);

  /** Posts to a site's channels that came too late since the morning before. */
  async function lateOf(site: string) {
    const since = new Date(clock().getTime() - 24 * 3_600_000);
    return book.find({ site, state: "skipped", reason: "late", isChannel: true, since, limit: 20 });
  }

  const features: Features = {
    people: people({ store: roster, audit: trail, random: randomBytes, tell, log, clock }),
    imports: imports({
      store: importStore(database),
      clock,
      newId: randomUUID,
      changed: (site) => recompute(site, "import"),
    }),
    scores: made,
    bulletins: issues,
    evaluations: ofEvaluations,
    appeals: hearings,
    celebrations: good.celebrations,
    kudos: good.kudos,
    goodCalls: good.goodCalls,
    awards: good.awards,
    draws: good.draws,
    duty: onFloor.duty,
    help: onFloor.help,
    suggestions: onFloor.suggestions,
    notices: telling,
  };
  const clockwork = queue({
    redisUrl,
    databaseUrl: database.url,
    jobs,
    needs: {
      scores: features.scores,
      awards: good.awards,
      draws: good.draws,
      celebrations: good.celebrations,
      housekeeping: housekeeping(database),
      notices: {
        announce: async (notice) => {
          await telling.announce(notice);
          courier.poke();
        },
      },
    },
    sites: roster.sites,
    runs: jobRuns(database),
    log,
    clock,
    reference,
    meter,
  });
  const health = () => healthLines({ database, queue: clockwork, platforms: platforms(), sites: roster.sites });
  const declared = declare(features, { good, onFloor, audit: trail, draw, health, forms: reviews.forms });
  return {
    ...features,
    registry: declared,
    queue: clockwork,
    courier,
    deadlines: deadlines(
      { brisk: [onFloor.help], calm: [hearings, good.goodCalls, good.draws, onFloor.duty] },
      { log, clock, poke: () => courier.poke() },
    ),
    router: router({
      registry: declared,
      clock,
      identify: features.people.identify,
      wayIn: features.people.wayIn,
      understand: wordsOfScores({ store: wordsStore(database) }),
      replied: onFloor.replied,
      firstTime: heard(database).firstTime,
      reference,
      meter,
      fault: (error, ref, ask) =>
        log.error({ error, reference: ref, ask: ask.is, place: ask.place.kind }, "an ask ended in a fault"),
    }),
  };
}
