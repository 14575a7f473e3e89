import type { GoodCalls } from "./good-calls.ts";
import { libraryCommands } from "./library-commands.ts";
import { nominateCommands } from "./nominate-commands.ts";

/** `/nominate` and `/goodcalls` with what their buttons do. */
export function goodCallCommands(deps: { readonly goodCalls: GoodCalls }) {
  const [nominating, library] = [nominateCommands(deps), libraryCommands(deps)];
  return {
    commands: [...nominating.commands, ...library.commands],
    actions: [...nominating.actions, ...library.actions],
  };
}
