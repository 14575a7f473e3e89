import { type Answer, view } from "../../chat/command.ts";
import type { View } from "../../chat/view.ts";
import type { Localised } from "../../kernel/locale.ts";
import type { Outcome } from "../../kernel/outcome.ts";
import type { DrawCard, DrawRefusal } from "./card.ts";
import { refusalView } from "./views/refusal.ts";

/** What was done with a draw, or why it was not. */
export const answered = (
  outcome: Outcome<DrawCard, DrawRefusal>,
  viewOf: (card: DrawCard) => Localised<View>,
): Answer => view(outcome.ok ? viewOf(outcome.value) : refusalView(outcome.refusal));
