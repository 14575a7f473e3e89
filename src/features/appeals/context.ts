import type { LocalDate } from "../../kernel/time.ts";
import { dayAt } from "../../kernel/time.ts";
import type { Evaluation, EvaluationForm, EvaluationStore } from "../evaluations/index.ts";
import { canEarn, itemsOf, overall } from "../evaluations/index.ts";
import { isHere, type Person, type PersonId, type Site, type SiteId, teamsOf } from "../people/index.ts";
import type { Appeal } from "./domain.ts";
import { type Office, officeOf } from "./offices.ts";
import type { AppealRules } from "./rules.ts";
import type { AppealStore } from "./store.ts";

/** What appeals ask of the roster. */
export type AppealRoster = {
  officersOf(site: SiteId, on: LocalDate): Promise<readonly Person[]>;
  peopleById(ids: readonly PersonId[]): Promise<readonly Person[]>;
  personById(id: PersonId): Promise<Person | undefined>;
  site(id: SiteId): Promise<Site | undefined>;
};

export type ContextDeps = {
  readonly store: AppealStore;
  readonly evaluations: Pick<
    EvaluationStore,
    "evaluation" | "evaluationsCalled" | "evaluationsOf" | "form" | "forms" | "alike"
  >;
  readonly roster: AppealRoster;
  /** Who of these people is on leave on these days. */
  readonly onLeave: (
    days: readonly { readonly person: PersonId; readonly on: LocalDate }[],
  ) => Promise<readonly boolean[]>;
};

/** A site as its appeals see it at one moment: its rules, its people and who of them is away. */
export type Surroundings = { readonly site: Site; readonly rules: AppealRules; readonly office: Office };

/** Finds what decisions about appeals stand on. */
export function context({ store, evaluations, roster, onLeave }: ContextDeps) {
  async function rulesOf(site: Site): Promise<AppealRules> {
    return { ...(await store.configOf(site.id)), clock: { calendar: site.calendar, zone: site.zone } };
  }

  async function siteOf(id: SiteId): Promise<Site> {
    const site = await roster.site(id);
    if (site === undefined) throw new RangeError(`no site ${id}`);
    return site;
  }

  return {
    /** The rules of a site by its id; throws where there is no such site. */
    rulesAt: async (site: SiteId): Promise<AppealRules> => rulesOf(await siteOf(site)),

    async around(siteId: SiteId, at: Date): Promise<Surroundings> {
      const site = await siteOf(siteId);
      const on = dayAt(at, site.zone);
      const [rules, sitting] = await Promise.all([rulesOf(site), roster.officersOf(siteId, on)]);
      const leave = await onLeave(sitting.map(({ id: person }) => ({ person, on })));
      const away = new Set(sitting.filter((_, index) => leave[index]).map(({ id }) => id));
      return { site, rules, office: officeOf(sitting, on, away) };
    },

    formOf: ({ form, version }: Pick<Evaluation | Appeal, "form" | "version">): Promise<EvaluationForm | undefined> =>
      version === undefined ? Promise.resolve(undefined) : evaluations.form(form, version),

    agentsOf: async (appeals: readonly Appeal[]): Promise<ReadonlyMap<PersonId, Person>> =>
      new Map((await roster.peopleById([...new Set(appeals.map(({ agent }) => agent))])).map((one) => [one.id, one])),

    /** Whether an appeal's agent has not left. */
    isStillHere: (agent: Person | undefined, { office }: Surroundings): boolean =>
      agent !== undefined && isHere(agent, office.on),

    /** The team that the agent was in on the day of the evaluation. */
    teamOf: async ({ agent, day }: Evaluation): Promise<string | undefined> => {
      const person = await roster.personById(agent);
      return person && teamsOf(person, day, ["member"])[0];
    },
  };
}
export type Context = ReturnType<typeof context>;

/** Whether an item of a form can have such points; all of an evaluation without items, from 0 to 100. */
export function canBe(form: EvaluationForm | undefined): (item: string, points: number) => boolean {
  const items = new Map((form === undefined ? [] : itemsOf(form)).map((item) => [item.id, item]));
  return (id, points) => {
    if (form === undefined) return id === overall && points >= 0 && points <= 100;
    const item = items.get(id);
    return item !== undefined && canEarn(item, points);
  };
}
