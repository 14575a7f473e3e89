import { discord } from "./discord/index.ts";
import { local } from "./local/index.ts";
import { slack } from "./slack/index.ts";

/** Every platform there is; a new one is a folder and a place in this list. The local page steps back for the others. */
export const platforms = { slack, discord, local } as const;
