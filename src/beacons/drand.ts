import { z } from "zod";
import { type BeaconRound, quicknet } from "../features/draws/beacon.ts";

interface DrandDeps {
  /** Relays in the order to ask them, as `https://host`. */
  readonly urls?: readonly string[];
  readonly fetch?: typeof globalThis.fetch;
  /** How long one relay may take over its whole answer, in milliseconds. */
  readonly patienceMs?: number;
}

export interface Drand {
  /**
   * A quicknet round as the first relay that has it tells it, to be believed only after `verifyRound`; undefined while
   * no relay that answers has it yet. Throws, with a cause, when none answers sensibly.
   */
  round(round: number): Promise<BeaconRound | undefined>;
}

/** drand's public relays over HTTP (v1); a relay that sends one elsewhere is not followed but counts as silent. */
export function drand({
  urls = ["https://api.drand.sh", "https://drand.cloudflare.com"],
  fetch = globalThis.fetch,
  patienceMs = 5000,
}: DrandDeps = {}): Drand {
  async function ask(url: string, round: number): Promise<BeaconRound | undefined> {
    const response = await fetch(`${url.replace(/\/+$/, "")}/${quicknet.chain}/public/${round}`, {
      headers: { accept: "application/json" },
      redirect: "error",
      signal: AbortSignal.timeout(patienceMs),
    });
    if (response.ok) return answerTo(round).parse(await response.json());
    await response.body?.cancel();
    if (isNotOutYet(response.status)) return undefined;
    throw new Error(`it answered ${response.status}`);
  }

  return {
    async round(round) {
      const faults: Error[] = [];
      for (const url of urls) {
        try {
          const told = await ask(url, round);
          if (told) return told;
        } catch (cause) {
          faults.push(new Error(`${url} did not tell round ${round}`, { cause }));
        }
      }
      if (faults.length < urls.length) return undefined;
      throw new Error(`no drand relay told round ${round}`, { cause: new AggregateError(faults) });
    },
  };
}

const isNotOutYet = (status: number) => status === 404 || status === 425;

/** A relay answers round 0 with its latest round, hence the check that the round is the one asked for. */
const answerTo = (round: number) =>
  z.object({ round: z.literal(round), signature: z.string().regex(/^[0-9a-f]{96}$/i) });
