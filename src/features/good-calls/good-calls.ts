import { acting } from "./acting.ts";
import type { GoodCallsDeps } from "./deps.ts";
import { goodCallKinds } from "./kinds.ts";
import { listening } from "./listening.ts";
import { reading } from "./reading.ts";

/** Everything that is asked of good calls, and the kinds of notices that they are told by. */
export function goodCalls(deps: GoodCallsDeps) {
  return { ...acting(deps), ...reading(deps), ...listening(deps), kinds: goodCallKinds(deps) };
}
export type GoodCalls = ReturnType<typeof goodCalls>;
