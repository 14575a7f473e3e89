import { createHash } from "node:crypto";
import { plusBusinessDays } from "../../kernel/business-time.ts";
import { namesOf, withoutNumbers } from "../../kernel/masking.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { dayAt } from "../../kernel/time.ts";
import { isHere, type Person, type Site } from "../people/index.ts";
import type { CalledContact, GoodCall, Skill } from "./domain.ts";
import { plain } from "./domain.ts";
import { without } from "./hiding.ts";
import type { GoodCallsConfig } from "./rules.ts";
import type { Nomination } from "./store.ts";

/** Why a call is not put forward. */
export type NominateRefusal =
  | { readonly why: "no-channel" }
  | { readonly why: "no-such-contact"; readonly text: string }
  | { readonly why: "agent-left" }
  | { readonly why: "put-forward"; readonly call: GoodCall }
  | { readonly why: "too-many"; readonly most: number }
  | { readonly why: "draft-gone" };

/** What somebody says of a call. */
export type Said = {
  readonly highlight: string;
  readonly skills: readonly Skill[];
  readonly markS?: number | undefined;
};

/** A contact by a short mark that fits into a button. */
export const markOf = ({ source, sourceId }: Pick<CalledContact, "source" | "sourceId">): string =>
  createHash("sha256")
    .update(JSON.stringify([source, sourceId]))
    .digest("base64url")
    .slice(0, 12);

/** Whether a contact may be meant by what is said of it: somebody answered it, and it took until the moment. */
export const isMeant = ({ agent, handleS }: CalledContact, { markS = 0 }: Pick<Said, "markS">): boolean =>
  agent !== undefined && markS <= handleS;

/** A contact's number of fewer characters is as likely any other number. */
const shortestTelling = 4;

/** What a nomination is judged by. */
export type Nominating = {
  readonly id: string;
  readonly site: Site;
  readonly contact: CalledContact;
  readonly agent: Person | undefined;
  readonly nominator: Pick<Person, "id" | "name">;
  readonly said: Said;
  readonly rules: GoodCallsConfig;
  readonly at: Date;
};

/**
 * A call of somebody who is here is put to the vote until the site's business days for it are over. The highlight loses
 * long numbers, the contact's own, and the name of who puts forward another's call.
 */
export function nominated(from: Nominating): Outcome<Nomination, NominateRefusal> {
  const { id, site, contact: known, agent, nominator, said, rules, at } = from;
  const { agent: _, ...contact } = known;
  if (agent === undefined || !isHere(agent, dayAt(at, site.zone))) return refuse({ why: "agent-left" });
  const own = contact.sourceId.length < shortestTelling ? [] : [contact.sourceId];
  const telling = [...own, ...(agent.id === nominator.id ? [] : namesOf(nominator))];
  const highlight = withoutNumbers(without(telling, said.highlight));
  return done({
    id,
    site: site.id,
    contact,
    agent: agent.id,
    nominator: nominator.id,
    state: "voting",
    skills: [...new Set(said.skills)],
    highlight,
    ...(said.markS === undefined ? {} : { markS: said.markS }),
    nominatedAt: at,
    nextAt: plusBusinessDays(site, at, rules.votingDays),
    words: plain([highlight, contact.queue, contact.project, agent.name].join("\n")),
  });
}
