import type { Appeal, Candidates, Seat, Span } from "./domain.ts";
import { isSettled } from "./domain.ts";
import { moved } from "./moved.ts";
import { convened, letIn } from "./moves.ts";
import { decidedIfComplete } from "./panel.ts";
import { type AppealRules, mostPasses } from "./rules.ts";
import { span, warningDue } from "./time.ts";

/** Somebody who is to be told how much of their time is over, in per cent. */
export type Reminder = { readonly to: string; readonly percent: 50 | 80 | 100; readonly due: Date };

export type Ticked = { readonly appeal: Appeal; readonly reminders: readonly Reminder[] };

type Now = {
  readonly rules: AppealRules;
  readonly candidates: Candidates;
  readonly at: Date;
  /** Nobody can hear its recording any more. */
  readonly isPurged: boolean;
};

/** Warns whoever holds a span, once for each threshold. */
function warned(time: Span, to: string | undefined, { rules, at }: Now): { time: Span; reminders: Reminder[] } {
  const percent = warningDue(rules, time, at);
  if (percent === undefined) return { time, reminders: [] };
  return {
    time: { ...time, warned: percent },
    reminders: to === undefined ? [] : [{ to, percent, due: time.due }],
  };
}

/** Whom a seat passes to: the first who may sit, sits nowhere here and has not let it pass. */
function nextFor(appeal: Appeal, seat: Seat, candidates: Candidates): string | undefined {
  if (seat.passedBy.length >= mostPasses) return undefined;
  const holders = appeal.seats.map(({ holder }) => holder);
  return candidates[seat.name].find(
    (id) => id !== appeal.agent && id !== appeal.scorer && !holders.includes(id) && !seat.passedBy.includes(id),
  );
}

/** One seat whose time is over passes on, or stays as it is when nobody is left; its votes so far go with who gave them. */
function passed(appeal: Appeal, seat: Seat, { rules, candidates, at }: Now): Appeal {
  const to = nextFor(appeal, seat, candidates);
  const { holder, ...rest } = seat;
  const passedBy = holder === undefined ? seat.passedBy : [...seat.passedBy, holder];
  const next: Seat =
    to === undefined
      ? { ...seat, isMissed: true }
      : { ...rest, holder: to, passedBy, ballots: [], time: span(rules, at, rules.daysToReplace) };
  const happening = {
    is: "passed-on" as const,
    at,
    seat: seat.name,
    ...(holder === undefined ? {} : { from: holder }),
    ...(to === undefined ? {} : { to }),
  };
  const seats = appeal.seats.map((one) => (one.name === seat.name ? next : one));
  return { ...appeal, seats, happened: [...appeal.happened, happening] };
}

function panelTicked(appeal: Appeal, now: Now): Ticked {
  const reminders: Reminder[] = [];
  let current = appeal;
  for (const { name } of appeal.seats) {
    const seat = current.seats.find((one) => one.name === name);
    if (seat === undefined || isSettled(current, seat)) continue;
    if (seat.time.due <= now.at) {
      if (seat.holder !== undefined) reminders.push({ to: seat.holder, percent: 100, due: seat.time.due });
      current = passed(current, seat, now);
      continue;
    }
    const { time, reminders: more } = warned(seat.time, seat.holder, now);
    reminders.push(...more);
    if (time !== seat.time) {
      current = { ...current, seats: current.seats.map((one) => (one.name === name ? { ...one, time } : one)) };
    }
  }
  return { appeal: decidedIfComplete(current, now.rules, now.at), reminders };
}

/** Silence leads on. */
function silenced(appeal: Appeal, now: Now): Appeal {
  if (appeal.state === "exception") return letIn(moved(appeal, "silence", { is: "granted", at: now.at }), now);
  return convened(appeal, "silence", now);
}

/** What time alone has made of an appeal by now: warnings, seats that pass on, and stages that silence ends. */
export function tick(appeal: Appeal, now: Now): Ticked {
  if (appeal.state === "panel") return panelTicked(appeal, now);
  if (appeal.time === undefined) return { appeal, reminders: [] };
  if (appeal.time.due > now.at) {
    const { time, reminders } = warned(appeal.time, appeal.desk, now);
    return { appeal: time === appeal.time ? appeal : { ...appeal, time }, reminders };
  }
  const reminders: Reminder[] =
    appeal.desk === undefined ? [] : [{ to: appeal.desk, percent: 100, due: appeal.time.due }];
  return { appeal: silenced(appeal, now), reminders };
}
