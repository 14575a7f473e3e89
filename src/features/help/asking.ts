import { withoutNumbers } from "../../kernel/masking.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { dayAt } from "../../kernel/time.ts";
import { channelFor, type Person, type PersonId } from "../people/index.ts";
import type { Done } from "./acting.ts";
import { added, gapsIn, opened } from "./announce.ts";
import { dueAfter, minutesAfter, type Now, paceOf } from "./clocks.ts";
import type { HelpDeps } from "./deps.ts";
import type { HelpRequest, KeptAnswer, Substitute } from "./domain.ts";
import { aroundOf, finderOf } from "./finder.ts";
import * as moves from "./moves.ts";
import type { Refusal } from "./refusals.ts";
import type { Asking } from "./roster.ts";
import { type HelpConfig, textLength } from "./rules.ts";
import { clean } from "./texts.ts";
import { scheduled } from "./tick.ts";
import { categoryMeant, type Line, readCallBack, usualCategory } from "./typed.ts";
import { leastShared, wordsOf } from "./words.ts";

/** What kind of channel requests are posted to. */
export const channelPurpose = "help";

/** Who was told of a request at once, for which duty; who instead, where nobody had it. */
export type Told = { readonly ask: string; readonly people: readonly Person[]; readonly instead?: Substitute };

/** A request as its asker is answered. */
export type AskedFor = Done & {
  readonly isMerged: boolean;
  readonly offers: readonly KeptAnswer[];
  readonly told: readonly Told[];
  readonly channel?: string;
  /** When the first answer is due. */
  readonly dueAt?: Date;
};

const mostOffers = 3;

/** The category and the call-back that are meant, and the text as it is kept. */
function judged(
  { text: written, category: word, callBack, isLive, isHigh }: Line,
  rules: HelpConfig,
  { zone, at }: { readonly zone: string; readonly at: Date },
): Outcome<Pick<HelpRequest, "text" | "category" | "isLive" | "urgency" | "callBackAt">, Refusal> {
  const text = withoutNumbers(clean(written));
  const { length } = text;
  if (length < textLength.min || length > textLength.max) return refuse({ why: "length", ...textLength, length });
  const category = word === undefined ? usualCategory(rules) : categoryMeant(rules, word);
  const { categories } = rules;
  if (category === undefined) return refuse({ why: "no-such-category", text: word ?? "", categories });
  const own = { text, category, isLive, urgency: isHigh ? "high" : "normal" } as const;
  if (callBack === undefined) return done(own);
  const callBackAt = readCallBack(callBack, dayAt(at, zone), zone);
  if (callBackAt === undefined) return refuse({ why: "not-a-time", text: callBack });
  return callBackAt <= at ? refuse({ why: "call-back-past", at: callBackAt }) : done({ ...own, callBackAt });
}

/** How help is asked for. */
export function asking(deps: HelpDeps) {
  const { store, roster, newId } = deps;

  async function toldBy(asked: readonly { ask: string; people: readonly PersonId[]; instead?: Substitute }[]) {
    const people = await roster.peopleById([...new Set(asked.flatMap((one) => one.people))]);
    return asked.map((one): Told => ({ ...one, people: people.filter(({ id }) => one.people.includes(id)) }));
  }

  return {
    /** Asks for help, or adds to what the same agent asked a moment ago; offers what settled the like before. */
    async ask(who: Asking, said: Line, at: Date): Promise<Outcome<AskedFor, Refusal>> {
      const around = await aroundOf(deps, { site: who.site, asker: who.person }, at);
      const { rules, site, on } = around;
      const judgement = judged(said, rules, { zone: site.zone, at });
      if (!judgement.ok) return judgement;
      const words = wordsOf(judgement.value.text);
      const offers = words.length === 0 ? [] : await store.alike(site.id, words, leastShared(words), mostOffers);
      const clock: Now = { at, rules, site };
      const fresh = scheduled(
        {
          ...judgement.value,
          id: newId(),
          number: 0,
          site: site.id,
          asker: who.person,
          state: "open",
          openedAt: at,
          round: { number: 1, since: at, spentMin: 0, steps: 0 },
          asked: [],
          offered: offers.map(({ id }) => id),
          version: 0,
        },
        clock,
      );
      const { number: _, version: __, ...asking } = fresh;
      const tells = rules.tells.map((ask) => ({ ask, ...finderOf(around)(ask) }));
      const { request, isMerged } = await store.ask(
        { ...asking, words },
        minutesAfter(at, -rules.mergeMin),
        (open, before) => {
          const isSameText = open.text === fresh.text;
          if (!isSameText && !moves.isSame(before, words)) return undefined;
          // Sent twice by mistake: nobody has to read the same again.
          const isSent = isSameText && open.isLive === fresh.isLive && open.urgency === fresh.urgency;
          const isRepeated = isSent && open.callBackAt?.getTime() === fresh.callBackAt?.getTime();
          return isRepeated ? { request: open } : added(open, moves.merged(open, fresh, clock), clock);
        },
        (made) => opened(made, gapsIn(tells), on, at),
      );
      const channel = channelFor(site, channelPurpose);
      const dueAt = request.state === "open" ? dueAfter(request, paceOf(request, clock).answerMin, clock) : undefined;
      return done({
        request,
        isMerged,
        isMasked: judgement.value.text !== clean(said.text),
        offers: isMerged ? [] : offers,
        told: isMerged ? [] : await toldBy(tells),
        ...(channel === undefined ? {} : { channel }),
        ...(dueAt === undefined ? {} : { dueAt }),
      });
    },
  };
}
