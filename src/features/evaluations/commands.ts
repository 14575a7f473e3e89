import type { Evaluations } from "./evaluations.ts";
import { readingCommands } from "./reading-commands.ts";
import { scoringCommands } from "./scoring-commands.ts";

/** `/evaluate`, `/evaluations` and `/ack` with what their buttons do. */
export function evaluationCommands(deps: { readonly evaluations: Evaluations }) {
  const [scoring, reading] = [scoringCommands(deps), readingCommands(deps)];
  return {
    commands: [...scoring.commands, ...reading.commands],
    actions: [...scoring.actions, ...reading.actions],
  };
}
