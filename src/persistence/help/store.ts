import type { Pool } from "pg";
import type { HelpStore } from "../../features/help/store.ts";
import { answersIn } from "./answers.ts";
import { askIn } from "./ask.ts";
import { changeIn } from "./change.ts";
import { findIn } from "./find.ts";

/** Help requests in PostgreSQL; who is told goes through the outbox in the same transaction. */
export const helpStore = ({ pool }: { readonly pool: Pool }): HelpStore => ({
  ...askIn(pool),
  ...changeIn(pool),
  ...findIn(pool),
  ...answersIn(pool),
});
