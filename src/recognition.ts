import { randomBytes, randomUUID } from "node:crypto";
import { awardCommands, awards, awardsConfig, awardsInBulletin } from "./features/awards/index.ts";
import type { BulletinSection } from "./features/bulletins/index.ts";
import {
  celebrationCommands,
  celebrations,
  celebrationsConfig,
  celebrationsInBulletin,
} from "./features/celebrations/index.ts";
import {
  type DrawsDeps,
  drawCommands,
  draws,
  drawsConfig,
  drawsInBulletin,
  eligibility,
} from "./features/draws/index.ts";
import { goodCallCommands, goodCalls, goodCallsConfig, goodCallsInBulletin } from "./features/good-calls/index.ts";
import { type KudosDeps, kudos, kudosCommands, kudosConfig, kudosInBulletin } from "./features/kudos/index.ts";
import type { NoticeKind } from "./features/notices/index.ts";
import type { Audit, PeopleStore } from "./features/people/index.ts";
import { type ScoreStore, type Scores, standings } from "./features/scores/index.ts";
import type { Log } from "./kernel/log.ts";
import { awardStore } from "./persistence/awards/store.ts";
import { celebrationStore } from "./persistence/celebrations/store.ts";
import type { Database } from "./persistence/client.ts";
import { drawStore } from "./persistence/draws/store.ts";
import { goodCallStore } from "./persistence/good-calls/store.ts";
import { kudosStore } from "./persistence/kudos.ts";
import { siteRules } from "./persistence/site-rules.ts";
import { prompt } from "./prompt.ts";

export type RecognitionDeps = {
  readonly database: Database;
  readonly roster: PeopleStore;
  readonly scoreStore: ScoreStore;
  readonly changes: Scores["changes"];
  readonly audit: Audit;
  readonly find: KudosDeps["find"];
  /** A round of drand; none where it is not out yet. Throws where nobody can be asked. */
  readonly beacon: (round: number) => Promise<{ readonly round: number; readonly signature: string } | undefined>;
  /** Where this house is reached from a browser; none where it is not. */
  readonly baseUrl: () => string | undefined;
  readonly log: Log;
  /** Whether a notice stands where it was to be told. */
  readonly isSent: DrawsDeps["isSent"];
  /** Has what was announced told at once. */
  readonly poke: () => void;
};

/** Good work seen: celebrations, thank-yous, good calls, awards and draws put together on a database. */
export function recognition(deps: RecognitionDeps) {
  const { database, roster, scoreStore: store, changes, audit, find, beacon, baseUrl, log, isSent, poke } = deps;
  const { pool } = database;
  const newId = () => randomUUID();
  const standing = standings({ store, roster });

  const ofCelebrations = {
    store: celebrationStore({ pool }),
    roster,
    rules: siteRules({ pool, log }, "celebrations", celebrationsConfig),
    audit,
    newId,
  };
  const celebrated = celebrations(ofCelebrations);

  const ofKudos = {
    store: kudosStore({ pool }),
    roster,
    find,
    rules: siteRules({ pool, log }, "kudos", kudosConfig),
    newId,
  };
  const thanked = kudos(ofKudos);

  const ofCalls = {
    store: goodCallStore({ pool }),
    roster,
    rules: siteRules({ pool, log }, "goodCalls", goodCallsConfig),
    audit,
    newId,
    newToken: () => randomBytes(32).toString("base64url"),
    baseUrl,
  };
  const called = goodCalls(ofCalls);

  const ofAwards = {
    store: awardStore({ pool }),
    roster,
    rules: siteRules({ pool, log }, "awards", awardsConfig),
    standings: standing,
    changes,
    audit,
    newId,
    find,
  };
  const awarded = awards(ofAwards);

  const lots = drawStore({ pool, log });
  const ofDraws = {
    store: lots,
    roster,
    rules: siteRules({ pool, log }, "draws", drawsConfig),
    eligible: eligibility({
      roster,
      standings: standing,
      awards: (site, days) => awarded.won(site, days),
      kudos: (site, { from, to }) => thanked.countsOf(site, from, to),
      store: lots,
    }),
    audit,
    beacon,
    isSent,
    newId,
    random: randomBytes,
    log,
  };
  const drawn = draws(ofDraws);

  const declared = [
    celebrationCommands({ celebrations: celebrated }),
    kudosCommands({ kudos: thanked }),
    goodCallCommands({ goodCalls: called }),
    awardCommands({ awards: awarded }),
    drawCommands({ draws: drawn }),
  ];
  const kinds: readonly NoticeKind[] = [celebrated, thanked, called, awarded, drawn].flatMap((one) => one.kinds);
  const sections: readonly BulletinSection[] = [
    ...awardsInBulletin(ofAwards),
    ...kudosInBulletin(ofKudos),
    ...goodCallsInBulletin(ofCalls),
    ...celebrationsInBulletin(ofCelebrations),
    ...drawsInBulletin(ofDraws),
  ];
  return {
    celebrations: celebrated,
    kudos: thanked,
    goodCalls: called,
    awards: awarded,
    draws: drawn,
    commands: declared.flatMap(({ commands }) => commands.map((one) => prompt(one, poke))),
    actions: declared.flatMap(({ actions }) => actions.map((one) => prompt(one, poke))),
    kinds,
    /** What each tells in the weekly bulletin. */
    sections,
  };
}
export type Recognition = ReturnType<typeof recognition>;
