import { createHash } from "node:crypto";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { PersonId } from "../people/index.ts";
import type { GoodCallsDeps } from "./deps.ts";
import { callName, type GoodCall } from "./domain.ts";
import type { Who } from "./roster.ts";
import { recordingAddress } from "./rules.ts";

export type ListenRefusal =
  | { readonly why: "no-such-call" }
  | { readonly why: "not-in-library"; readonly number: number };

/** A way to a recording: a link that expires, or whom to ask for what where no link can be made. */
export type Way =
  | { readonly is: "link"; readonly call: GoodCall; readonly url: string; readonly until: Date }
  | { readonly is: "ask"; readonly call: GoodCall };

/** Why a link leads nowhere: nobody was given it, its time is over, or it was followed as often as it may be. */
export type LinkRefusal = { readonly why: "unknown" } | { readonly why: "over" } | { readonly why: "spent" };

/** So often a link can be followed. */
export const mostOpenings = 5;

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** What is in the library is open to its site and to auditors; a call that waits for its agent's yes, to them alone. */
function mayHear(call: GoodCall, { person, site, roles }: Pick<Who, "person" | "site" | "roles">): boolean {
  if (call.state === "accepted") return call.site === site || call.agent === person || roles.includes("auditor");
  return call.state === "consent" && call.agent === person;
}

/** How recordings are opened; each opening is logged. */
export function listening({ store, roster, rules, audit, newToken, baseUrl }: GoodCallsDeps) {
  async function isStillOpen(call: GoodCall, person: PersonId): Promise<boolean> {
    const listener = await roster.personById(person);
    return listener !== undefined && mayHear(call, { ...listener, person });
  }

  return {
    /** A way to a call's recording for the asker alone; that they asked leaves a trace. */
    async listen(who: Who, id: string, at: Date): Promise<Outcome<Way, ListenRefusal>> {
      const call = await store.goodCall(id);
      if (call === undefined) return refuse({ why: "no-such-call" });
      if (!mayHear(call, who)) return refuse({ why: "not-in-library", number: call.number });
      const config = await rules(call.site);
      const base = baseUrl?.()?.replace(/\/+$/, "");
      const hasLink = base !== undefined && recordingAddress(config, call.contact) !== undefined;
      const token = newToken();
      const until = new Date(at.getTime() + config.linkMinutes * 60_000);
      const opening = { hash: hashOf(token), call: id, person: who.person, at };
      // Where no link can be made, whoever is told the contact has what there is.
      await store.addOpening(
        hasLink ? { ...opening, expiresAt: until, times: 0 } : { ...opening, expiresAt: at, openedAt: at, times: 1 },
      );
      if (call.agent !== who.person) {
        const detail = { call: callName(call) };
        await audit.record({ at, actor: who.person, action: "open recording", subject: call.agent, detail });
      }
      return done(hasLink ? { is: "link", call, url: `${base}/recordings/${token}`, until } : { is: "ask", call });
    },

    /** Where a link leads while it works and its call is open to whom it was given; each time is counted. */
    async follow(token: string, at: Date): Promise<Outcome<string, LinkRefusal>> {
      const opening = await store.opening(hashOf(token));
      if (opening === undefined) return refuse({ why: "unknown" });
      const call = await store.goodCall(opening.call);
      if (call === undefined || opening.expiresAt <= at) return refuse({ why: "over" });
      const address = recordingAddress(await rules(call.site), call.contact);
      if (address === undefined || !(await isStillOpen(call, opening.person))) return refuse({ why: "over" });
      const isCounted = await store.countOpening(opening.hash, at, mostOpenings);
      return isCounted ? done(address) : refuse({ why: "spent" });
    },
  };
}
