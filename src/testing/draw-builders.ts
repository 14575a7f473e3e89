import type { Draw, Entry, Secret } from "../features/draws/domain.ts";
import { commitmentTo } from "../features/draws/randomness.ts";
import { eligibilityConfig, ticketsConfig } from "../features/draws/rules.ts";
import { day } from "../kernel/time.ts";
import { anId } from "./builders.ts";

/** The seed that `aDraw` commits to, and the salt of its pseudonyms. */
export const aSecret: Secret = { seed: "5eed".repeat(16), salt: "5a17".repeat(16) };

/** A draw of Leeds that opened on Monday 9 March 2026 at 10:00 UTC and closes two days later; one enters oneself. */
export const aDraw = (but: Partial<Draw> = {}): Draw => ({
  id: anId(9001),
  number: 1,
  site: "leeds",
  state: "open",
  version: 1,
  prize: { en: "A day off", "zh-CN": "一天带薪假" },
  winners: 1,
  alternates: 3,
  eligibility: eligibilityConfig.parse({}),
  tickets: ticketsConfig.parse({}),
  entry: "by-oneself",
  source: { is: "commit-reveal", commitment: commitmentTo(aSecret.seed) },
  organiser: anId(8),
  madeAt: new Date("2026-03-09T10:00:00Z"),
  openedAt: new Date("2026-03-09T10:00:00Z"),
  closesAt: new Date("2026-03-11T10:00:00Z"),
  judgedOn: day("2026-03-11"),
  putOff: 0,
  reopened: 0,
  challengeHours: 24,
  claimDays: 5,
  challenges: [],
  nextAt: new Date("2026-03-11T10:00:00Z"),
  ...but,
});

/** Person 1 takes part with a number of their own, an hour after `aDraw` opened. */
export const anEntry = (but: Partial<Entry> = {}): Entry => ({
  person: anId(1),
  at: new Date("2026-03-09T11:00:00Z"),
  entered: true,
  nonce: "271828",
  ...but,
});
