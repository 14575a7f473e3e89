import type { Appeal, Happening } from "./domain.ts";
import { after, type Event } from "./states.ts";

/** Where an event leads, with what happened noted and the old stage's time and desk cleared. */
export function moved(appeal: Appeal, event: Event, happening?: Happening): Appeal {
  const state = after(appeal.state, event);
  if (state === undefined) throw new RangeError(`${event} cannot happen to an appeal in ${appeal.state}`);
  const { time: _time, desk: _desk, ...rest } = appeal;
  return { ...rest, state, happened: happening === undefined ? appeal.happened : [...appeal.happened, happening] };
}
