import type { Block, Button, View } from "../../chat/view.ts";
import type { Localised } from "../../kernel/locale.ts";
import type { Person, PersonId, TeamId } from "../people/index.ts";

/** Who looks at whose result, and when. */
type Looked<Id> = { readonly of: Id; readonly viewer: PersonId; readonly at: Date };

/** What another feature shows beside results; scores know no more of it than this. */
export type Beside = {
  /** Below somebody's score, for those who may read it; nothing where there is nothing to say. */
  person(looked: Looked<Person>): Promise<Localised<readonly Block[]> | undefined>;
  /** Below a team's result, for those who may read it. */
  team(looked: Looked<TeamId>): Promise<Localised<readonly Block[]> | undefined>;
  /** Beside the buttons of an agent's own daily score. */
  readonly buttons: Localised<readonly Button[]>;
};

/** A view with what is shown beside it: above its buttons and small print, which stay last. */
export function withBeside(
  made: Localised<View>,
  more: readonly (Localised<readonly Block[]> | undefined)[],
): Localised<View> {
  return (reader) => {
    const shown = made(reader);
    const added = more.flatMap((blocks) => blocks?.(reader) ?? []);
    const isLast = (block: Block) => block.is === "buttons" || block.is === "menu" || block.is === "note";
    const end = shown.blocks.findLastIndex((block) => !isLast(block)) + 1;
    return { ...shown, blocks: [...shown.blocks.slice(0, end), ...added, ...shown.blocks.slice(end)] };
  };
}
