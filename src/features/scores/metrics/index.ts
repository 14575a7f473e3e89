import type { Component, Metric, Of } from "../scorecard.ts";
import { csat, firstContactResolution, handleTime, volume } from "./contacts.ts";
import { agreement, attendance, evaluations, overturns, quality, teamResult, training } from "./duties.ts";
import type { Given, Measured } from "./measured.ts";
import { abandonRate, occupancy, serviceLevel } from "./queues.ts";

/** Every metric's formula; undefined where there is nothing to make it from. */
const formulas: { readonly [M in Metric]: (component: Of<M>, given: Given) => Measured | undefined } = {
  volume,
  "handle-time": handleTime,
  quality,
  training,
  attendance,
  csat,
  "first-contact-resolution": firstContactResolution,
  "service-level": serviceLevel,
  occupancy,
  "abandon-rate": abandonRate,
  "team-result": teamResult,
  evaluations,
  agreement,
  overturns,
};

/** What a component comes to. */
export const measure = (component: Component, given: Given): Measured | undefined =>
  // The table has a formula for each metric, for a component of just that metric.
  (formulas[component.metric] as (component: Component, given: Given) => Measured | undefined)(component, given);

/** How a metric's value is written. */
export const units: Readonly<Record<Metric, "count" | "seconds" | "points" | "percent">> = {
  volume: "count",
  "handle-time": "seconds",
  quality: "points",
  training: "points",
  attendance: "points",
  csat: "percent",
  "first-contact-resolution": "percent",
  "service-level": "percent",
  occupancy: "percent",
  "abandon-rate": "percent",
  "team-result": "points",
  evaluations: "count",
  agreement: "points",
  overturns: "percent",
};

/** Metrics of single contacts, which can be told by hour, queue and project. */
export const ofContacts: readonly Metric[] = ["handle-time", "csat", "first-contact-resolution"];

/** Metrics that stand on more than a person's own work. */
export const shared: readonly Metric[] = ["team-result", "service-level", "abandon-rate"];
