import { acting } from "./acting.ts";
import { asking } from "./asking.ts";
import type { HelpDeps } from "./deps.ts";
import { helpKinds } from "./kinds.ts";
import { learning } from "./learning.ts";
import { reading } from "./reading.ts";
import { topicsKind } from "./telling.ts";

/** Everything that is asked of help on the floor, and the kinds of notices that it is told by. */
export function help(deps: HelpDeps) {
  const read = reading(deps);
  const { kinds: ofAnswers, ...learnt } = learning(deps);
  const kinds = [...helpKinds(deps, read), ...ofAnswers, topicsKind(deps)];
  const { open, seenAfter, list, roleNameAt } = read;
  return { ...asking(deps), ...acting(deps), ...learnt, open, seenAfter, list, roleNameAt, rulesAt: deps.rules, kinds };
}
export type Help = ReturnType<typeof help>;
