import { type Say, say } from "../../kernel/locale.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { ScorecardConfig } from "../scores/index.ts";
import type { CardState, CardVersion } from "./store.ts";

type State = ScorecardConfig["state"];

/** A version that an apply makes; `restates` tells that scores may change that were published before. */
export type NewVersion = CardVersion & { readonly restates: boolean };

const isRetired = say({
  en: "this scorecard is retired, which is for good: give the new one an id of its own",
  "zh-CN": "该计分卡已停用，不能恢复：请为新计分卡另取编号",
});
const isLive = say({
  en: "a live scorecard cannot be a draft again: retire it, or try the change beside it with `state: shadow`",
  "zh-CN": "已生效的计分卡不能退回草稿：请停用它，或写 `state: shadow`，让新版本与现行版本并行试算",
});

/**
 * Why a scorecard may not go from one state to another; undefined where it may: draft, shadow, live, retired, one after
 * the other, a shadow back to a draft, and a shadow beside the live version, which goes on counting.
 */
export function mayBecome(from: State | undefined, to: State): Say | undefined {
  if (from === "retired") return isRetired;
  return from === "live" && to === "draft" ? isLive : undefined;
}

/**
 * The day from which a version counts. A new scorecard and a new `from` are taken at their word; whatever else changes
 * counts from the day that it is, so that no published score alters unsaid. An end is never dated back.
 */
function countsFrom(known: CardState | undefined, { state, from }: ScorecardConfig, today: LocalDate): LocalDate {
  if (known === undefined || state === "draft" || state === "shadow") return from;
  if (state === "retired") return today;
  const saidBefore = from === known.config.from || from === known.liveFrom;
  return saidBefore && from < today ? today : from;
}

/** The version that follows what stands of a scorecard, applied on this day. */
export function versionAfter(
  known: CardState | undefined,
  config: ScorecardConfig,
  { today, isFirst }: { readonly today: LocalDate; readonly isFirst: boolean },
): NewVersion {
  const from = countsFrom(known, config, today);
  // The first scorecards of a house have nothing published before them.
  const restates = !isFirst && config.state === "live" && from < today;
  return { version: (known?.version ?? 0) + 1, config, countsFrom: from, restates };
}
