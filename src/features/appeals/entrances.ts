import { address } from "../../chat/command.ts";

/** The asker's evaluations that can be appealed, as a button beside a score opens them. */
export const openAppealable = address("appeal.choose", {});
/** What waits for the asker, and their own appeals. */
export const openMine = address("appeal.mine", {});
