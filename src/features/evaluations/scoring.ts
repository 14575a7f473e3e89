import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { addDays, dayAt, type LocalDate } from "../../kernel/time.ts";
import type { Audit, Person, SiteId } from "../people/index.ts";
import type { Contact, Evaluation, EvaluationDraft } from "./domain.ts";
import { commented, type DraftRefusal, judged, marked } from "./drafting.ts";
import type { EvaluationForm, Mark } from "./form.ts";
import { evaluationNotice } from "./notice.ts";
import type { EvaluationRoster, Who } from "./roster.ts";
import { type Candidate, formsFor, hindrance, markOf, type StartRefusal, whyNone } from "./starting.ts";
import type { EvaluationStore } from "./store.ts";

export type ScoringDeps = {
  readonly store: EvaluationStore;
  readonly roster: EvaluationRoster;
  readonly audit: Audit;
  readonly newId: () => string;
  /** Whether the recording of a contact is gone by the rules of a site. */
  readonly isPurged: (site: SiteId, contactStartedAt: Date, at: Date) => boolean | Promise<boolean>;
  /** Told whenever an evaluation came out on which scores of a site stand. */
  readonly published?: (site: SiteId) => void;
};

/** A draft with what its scorer has to see. */
export type DraftCard = {
  readonly draft: EvaluationDraft;
  readonly form: EvaluationForm;
  readonly agent: Person | undefined;
  readonly contact: Contact | undefined;
};

/** Whose contacts are looked for, on one day or lately. */
type Sought = { readonly agent: string; readonly day?: LocalDate | undefined };

/** The contacts of an agent that can be evaluated, the latest first. */
export type Choice = { readonly agent: Person; readonly contacts: readonly Contact[] };

/** A draft, or the forms of which one has to be chosen for it first. */
export type Opened =
  | { readonly is: "draft"; readonly card: DraftCard }
  | {
      readonly is: "forms";
      readonly contact: Contact;
      readonly agent: Person;
      readonly forms: readonly EvaluationForm[];
    };

type Opening = {
  readonly agent: string;
  /** By its number in its source or by its mark. */
  readonly contact: string;
  readonly form?: string;
  readonly kind: EvaluationDraft["kind"];
  readonly day?: LocalDate | undefined;
};

/** Why something was not done with a draft, with the draft as it stands where its scorer may see it. */
export type Refused = { readonly refusal: DraftRefusal; readonly card?: DraftCard };

/** For how many days contacts are offered, and how many are looked through. */
const daysOffered = 14;
const mostSought = 2000;

/** How many contacts, the latest first, still have their recordings: older ones are never kept longer. */
async function howManyKept(
  contacts: readonly Contact[],
  isPurged: (contact: Contact) => boolean | Promise<boolean>,
): Promise<number> {
  let [low, high] = [0, contacts.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (await isPurged(contacts[middle] as Contact)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What is asked of evaluations by those who make them. */
export function scoring({ store, roster, audit, newId, isPurged, published }: ScoringDeps) {
  async function agentOf(who: Who, id: string): Promise<Outcome<Person, StartRefusal>> {
    if (id === who.person) return refuse({ why: "own-contact" });
    const agent = await roster.personById(id);
    return agent?.site === who.site ? done(agent) : refuse({ why: "no-such-person" });
  }

  /** An agent's contacts, of which a reading leaves an audit row. */
  async function candidates(who: Who, { agent, day }: Sought, at: Date): Promise<readonly Candidate[]> {
    const detail = { right: "site", ...(day === undefined ? {} : { day }) };
    await audit.record({ at, actor: who.person, action: "read contacts", subject: agent, detail });
    const from = day ?? addDays(dayAt(at, who.zone), 1 - daysOffered);
    const [forms, all] = await Promise.all([store.forms(), store.contactsOf(agent, from, mostSought)]);
    const sought = all.filter((contact) => day === undefined || contact.day === day);
    const kept = await howManyKept(sought, ({ startedAt }) => isPurged(who.site, startedAt, at));
    return sought.map((contact, index) => ({ contact, forms: formsFor(forms, contact), isPurged: index >= kept }));
  }

  async function cardOf(draft: EvaluationDraft): Promise<DraftCard> {
    const { site, form: id, version, agent, contact } = draft;
    const [form, person, known] = await Promise.all([
      store.form(id, version),
      roster.personById(agent),
      store.contact(site, contact.source, contact.sourceId),
    ]);
    if (form === undefined) throw new Error(`a draft on no form: ${id} ${version}`);
    return { draft, form, agent: person, contact: known };
  }

  async function ownDraft(who: Who, id: string): Promise<Outcome<DraftCard, Refused>> {
    const draft = await store.draft(id);
    if (draft === undefined) return refuse({ refusal: { why: "gone" } });
    if (draft.scorer !== who.person) return refuse({ refusal: { why: "not-your-draft" } });
    return done(await cardOf(draft));
  }

  /** Changes a draft as a rule decides; nothing is changed where it refuses. */
  async function change(
    who: Who,
    id: string,
    decide: (now: EvaluationDraft, form: EvaluationForm) => Outcome<EvaluationDraft, DraftRefusal>,
  ): Promise<Outcome<DraftCard, Refused>> {
    const found = await ownDraft(who, id);
    if (!found.ok) return found;
    const card = found.value;
    const refused: DraftRefusal[] = [];
    const after = await store.changeDraft(id, (now) => {
      const decided = decide(now, card.form);
      if (!decided.ok) refused.push(decided.refusal);
      return decided.ok ? decided.value : now;
    });
    if (after === undefined) return refuse({ refusal: { why: "gone" } });
    const [refusal] = refused;
    return refusal === undefined
      ? done({ ...card, draft: after })
      : refuse({ refusal, card: { ...card, draft: after } });
  }

  return {
    /** The asker's drafts, the one changed last first. */
    async drafts(who: Who): Promise<readonly DraftCard[]> {
      return Promise.all((await store.drafts(who.person)).map(cardOf));
    },

    /** The contacts of an agent that the asker can evaluate. */
    async choice(who: Who, sought: Sought, at: Date): Promise<Outcome<Choice, StartRefusal>> {
      const agent = await agentOf(who, sought.agent);
      if (!agent.ok) return agent;
      if ((await store.forms()).length === 0) return refuse({ why: "no-forms" });
      const all = await candidates(who, sought, at);
      const open = all.filter((one) => hindrance(one) === undefined);
      if (open.length === 0) return refuse(whyNone(all, agent.value.name));
      return done({ agent: agent.value, contacts: open.map(({ contact }) => contact) });
    },

    /** Opens the asker's draft of a contact, the same one however often; asks for the form where several fit. */
    async open(who: Who, { agent: id, contact: mark, form: chosen, kind, day }: Opening, at: Date) {
      const agent = await agentOf(who, id);
      if (!agent.ok) return agent;
      const all = await candidates(who, { agent: id, day }, at);
      const found = all.find(({ contact }) => [markOf(contact), contact.sourceId].includes(mark));
      if (found === undefined) return refuse({ why: "no-such-contact", name: agent.value.name } as const);
      const hindered = hindrance(found);
      if (hindered !== undefined) return refuse(hindered);
      const { contact, forms } = found;
      const fitting = chosen === undefined ? forms : forms.filter((form) => form.id === chosen);
      const [form, ...others] = fitting;
      if (form === undefined) return refuse({ why: "no-such-form" } as const);
      if (others.length > 0) return done<Opened>({ is: "forms", contact, agent: agent.value, forms });
      const { source, sourceId, startedAt, day: on } = contact;
      const draft = await store.openDraft({
        id: newId(),
        site: agent.value.site,
        scorer: who.person,
        agent: id,
        contact: { source, sourceId, startedAt, day: on },
        kind,
        form: form.id,
        version: form.version,
        marks: [],
        changedAt: at,
      });
      return done<Opened>({ is: "draft", card: await cardOf(draft) });
    },

    draft: ownDraft,

    mark: (who: Who, id: string, mark: Pick<Mark, "item" | "points">, at: Date) =>
      change(who, id, (draft, form) => marked(draft, form, mark, at)),

    comment: (who: Who, id: string, said: { readonly item: string; readonly comment?: string | undefined }, at: Date) =>
      change(who, id, (draft, form) => commented(draft, form, said, at)),

    /** Publishes a draft once, as its scorer saw it, and tells its agent. */
    async publish(
      who: Who,
      id: string,
      seen: Date,
      at: Date,
    ): Promise<Outcome<{ readonly evaluation: Evaluation; readonly card: DraftCard }, Refused>> {
      const found = await ownDraft(who, id);
      if (!found.ok) return found;
      const card = found.value;
      const { draft, form } = card;
      const purged = await isPurged(draft.site, draft.contact.startedAt, at);
      const outcome = await store.publish(
        id,
        (now) => judged(now, { by: who.person, form, seen, isPurged: purged, at }),
        (made) => evaluationNotice(made, at),
      );
      if (outcome.ok) {
        published?.(draft.site);
        return done({ evaluation: outcome.value, card });
      }
      const now = await ownDraft(who, id);
      return refuse(now.ok ? { refusal: outcome.refusal, card: now.value } : now.refusal);
    },

    /** Throws a draft of the asker away; answers what it was. */
    async drop(who: Who, id: string): Promise<Outcome<DraftCard, Refused>> {
      const found = await ownDraft(who, id);
      if (found.ok) await store.dropDraft(id);
      return found;
    },
  };
}
