import { randomBytes, randomUUID } from "node:crypto";
import type { ReplyAsk } from "./chat/ask.ts";
import type { Asker } from "./chat/asker.ts";
import type { Replied } from "./chat/router.ts";
import type { DigestSection } from "./features/digests/index.ts";
import { duty, dutyCommands, dutyConfig } from "./features/duty/index.ts";
import { type HelpDeps, help, helpCommands, helpConfig, helpInDigest } from "./features/help/index.ts";
import type { Ledger } from "./features/notices/index.ts";
import type { Audit, PeopleStore } from "./features/people/index.ts";
import {
  suggestionCommands,
  suggestions,
  suggestionsConfig,
  suggestionsInBulletin,
} from "./features/suggestions/index.ts";
import type { Log } from "./kernel/log.ts";
import type { Database } from "./persistence/client.ts";
import { dutyStore } from "./persistence/duty.ts";
import { helpStore } from "./persistence/help/store.ts";
import { siteRules } from "./persistence/site-rules.ts";
import { suggestionStore } from "./persistence/suggestions.ts";
import { prompt } from "./prompt.ts";

export type FloorDeps = {
  readonly database: Database;
  readonly roster: PeopleStore;
  readonly audit: Audit;
  readonly find: HelpDeps["find"];
  readonly onLeave: HelpDeps["onLeave"];
  readonly ledger: Pick<Ledger, "find">;
  readonly log: Log;
  /** Has what was announced told at once. */
  readonly poke: () => void;
};

/** What the people on the floor ask of each other: help, whose duty it is, and suggestions, put together on a database. */
export function floor({ database, roster, audit, find, onLeave, ledger, log, poke }: FloorDeps) {
  const { pool } = database;
  const newId = () => randomUUID();

  const duties = duty({
    store: dutyStore({ pool }),
    roster,
    find,
    rules: siteRules({ pool, log }, "duty", dutyConfig),
    onLeave,
    audit,
    newId,
  });

  const ofHelp = {
    store: helpStore({ pool }),
    roster,
    duty: duties,
    find,
    rules: siteRules({ pool, log }, "help", helpConfig),
    onLeave,
    newId,
  };
  const helped = help(ofHelp);
  const helping = helpCommands({ help: helped });

  const ofSuggestions = {
    store: suggestionStore({ pool }),
    roster,
    find,
    rules: siteRules({ pool, log }, "suggestions", suggestionsConfig),
    newId,
    random: randomBytes,
  };
  const suggested = suggestions(ofSuggestions);

  /** What is said in the thread under a card of help is said to whoever asked or is at it. */
  async function replied(ask: ReplyAsk, asker: Asker, at: Date): Promise<Replied | undefined> {
    const { place, under, text, otherwise } = ask;
    const sought = { site: asker.site, kind: "help-request", message: under, isChannel: true, limit: 10 };
    const found = await ledger.find(sought);
    const card = found.find((one) => one.platform === place.platform && one.place?.id === place.id);
    if (card === undefined) return undefined;
    const answer = await helping.replied(asker, card.period, { text, isToBot: otherwise !== undefined }, at);
    poke();
    return answer;
  }

  const declared = [helping, dutyCommands({ duty: duties, roster }), suggestionCommands({ suggestions: suggested })];
  return {
    duty: duties,
    help: helped,
    suggestions: suggested,
    replied,
    commands: declared.flatMap(({ commands }) => commands.map((one) => prompt(one, poke))),
    actions: declared.flatMap(({ actions }) => actions.map((one) => prompt(one, poke))),
    kinds: [helped, duties, suggested].flatMap(({ kinds }) => kinds),
    inDigest: helpInDigest(ofHelp) satisfies DigestSection,
    /** What each tells in the weekly bulletin. */
    sections: suggestionsInBulletin(ofSuggestions),
  };
}
export type Floor = ReturnType<typeof floor>;
