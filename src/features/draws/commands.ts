import { drawingCommands } from "./drawing-commands.ts";
import type { Draws } from "./draws.ts";
import { makingCommands } from "./making-commands.ts";
import { takingPartCommands } from "./taking-part-commands.ts";

/** `/draw` with all it does, and what its buttons do. */
export function drawCommands(deps: { readonly draws: Draws }) {
  const parts = [takingPartCommands(deps), makingCommands(deps), drawingCommands(deps)];
  return { commands: parts.flatMap(({ commands }) => commands), actions: parts.flatMap(({ actions }) => actions) };
}
