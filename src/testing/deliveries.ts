import { plainView } from "../chat/plain.ts";
import type { Body, Delivery, Notice, Prepared, ToPrepare } from "../features/notices/index.ts";
import type { Locale, Reader } from "../kernel/locale.ts";
import { anId } from "./builders.ts";

/** A notice of a site's morning at 09:00 in London. */
export const aMorning = (kind: string, period: string, but: Partial<Notice> = {}): Notice => ({
  kind,
  site: "leeds",
  period,
  at: new Date(`${period}T09:00:00Z`),
  body: {},
  ...but,
});

/** A delivery of the morning of Tuesday 10 March 2026 to Ana, claimed for the first time. */
export function aDelivery(but: Partial<ToPrepare> = {}): ToPrepare {
  const occursAt = new Date(`${but.period ?? "2026-03-10"}T09:00:00Z`);
  return {
    id: anId(900),
    kind: "daily-score",
    site: "leeds",
    period: "2026-03-10",
    to: { is: "person", id: anId(1) },
    platform: "slack",
    occursAt,
    dueAt: occursAt,
    body: {},
    state: "sending",
    attempts: 1,
    isProvisional: false,
    claim: anId(901),
    until: new Date(occursAt.getTime() + 60_000),
    isRevision: false,
    late: [],
    ...but,
  };
}

/** A delivery that came too late. */
export function aLateDelivery(kind: string, period: string, but: Partial<ToPrepare> = {}): Delivery {
  const {
    late: _late,
    claim: _claim,
    until: _until,
    isRevision: _is,
    ...delivery
  } = aDelivery({ kind, period, ...but });
  return { ...delivery, state: "skipped", reason: "late" };
}

/** The same delivery to be made anew after it was told; what was told has been written down and read again. */
export function toldAgain(of: ToPrepare, made: Prepared | undefined): ToPrepare {
  if (made?.is !== "view") return { ...of, isRevision: true };
  const told = JSON.parse(JSON.stringify(made.told)) as Body;
  return { ...of, isRevision: true, state: "sent", told, isProvisional: made.isProvisional ?? false, late: [] };
}

/** What is read in London, or what became of it instead. */
export function textOf(made: Prepared | undefined, locale: Locale = "en", zone = "Europe/London"): string {
  const reader: Reader = { locale, zone };
  if (made?.is === "view") return plainView(made.view(reader));
  return made?.is === "skip" || made?.is === "wait" ? `${made.is}: ${made.why}` : (made?.is ?? "nothing");
}
