import { parseArgs } from "node:util";
import { done, type Outcome, refuse } from "./kernel/outcome.ts";

/** What a process does of the house's work: hears and answers people, or works the queue and carries deliveries. */
export type Share = { readonly hears: boolean; readonly works: boolean };

const shares: Readonly<Record<string, Share>> = {
  bot: { hears: true, works: false },
  worker: { hears: false, works: true },
};

/** Reads `--only bot|worker`, without which a process does all; refused in words that show how it is written. */
export function readShare(args: readonly string[]): Outcome<Share, { readonly problem: string }> {
  const usage = "Usage: npm start [-- --only bot|worker]";
  try {
    const { values } = parseArgs({ args: [...args], options: { only: { type: "string", multiple: true } } });
    const [only, ...more] = values.only ?? [];
    if (only === undefined) return done({ hears: true, works: true });
    const share = Object.hasOwn(shares, only) && more.length === 0 ? shares[only] : undefined;
    if (share !== undefined) return done(share);
    return refuse({ problem: `--only takes bot or worker, once, not “${[only, ...more].join(", ")}”.\n${usage}` });
  } catch (error) {
    const [first = ""] = String(error instanceof Error ? error.message : error).split(/(?<=\.) |\n/);
    return refuse({ problem: `${first}\n${usage}` });
  }
}
