import type { App } from "./app.ts";
import { isHere, localeOf, type PeopleStore, type Site, type Team, teamsOf } from "./features/people/index.ts";
import { done, refuse } from "./kernel/outcome.ts";
import { dayAt } from "./kernel/time.ts";
import type { Database } from "./persistence/client.ts";
import { localMessages } from "./persistence/local-messages.ts";
import { peopleStore } from "./persistence/people.ts";
import { type LocalChannel, type LocalDeps, local } from "./platforms/local/index.ts";
import { type Job, whyNotRun } from "./queue/index.ts";

type PageDeps = {
  readonly database: Database;
  readonly app: () => App;
  readonly jobs: readonly Pick<Job, "name" | "cron">[];
  readonly clock: () => Date;
};

/** A site's own channels and those of its teams, each once. */
function channelsOf(site: Site, teams: readonly Team[]): LocalChannel[] {
  const own = teams.filter((team) => team.site === site.id).flatMap((team) => team.channel ?? []);
  const names = [...new Set([...Object.values(site.channels), ...own])];
  return names.map((name) => ({ id: `${site.id}:${name}`, name }));
}

/** A roster for which an account of the page is the person whom it names, as nobody signs in there. */
export function withPage(store: PeopleStore): PeopleStore {
  return {
    ...store,
    async personOf(account) {
      if (account.platform !== local.name) return store.personOf(account);
      const person = await store.personById(account.user);
      const site = person && (await store.site(person.site));
      return person && site && { person, site };
    },
  };
}

/** What the local page asks of the house: who can be chosen, what they see, which jobs can be run. */
export function localPage({
  database,
  app,
  jobs,
  clock,
}: PageDeps): Omit<LocalDeps, "log" | "port" | "ready" | "listening"> {
  const store = peopleStore(database);

  async function people() {
    const [everybody, sites, teams] = await Promise.all([store.everybody(), store.sites(), store.teams()]);
    return everybody.flatMap((person) => {
      const site = sites.find(({ id }) => id === person.site);
      if (site === undefined) return [];
      const today = dayAt(clock(), site.zone);
      if (!isHere(person, today)) return [];
      const [first] = teamsOf(person, today);
      const team = teams.find(({ id }) => id === first)?.name;
      const { id, name, roles } = person;
      return [
        { id, name, roles, site: site.id, locale: localeOf(person, site), zone: site.zone, ...(team ? { team } : {}) },
      ];
    });
  }

  return {
    clock,
    messages: localMessages(database.prisma),
    people,
    sites: store.sites,
    async channels(id) {
      const person = await store.personById(id);
      const [site, teams] = await Promise.all([person && store.site(person.site), store.teams()]);
      return site === undefined ? [] : channelsOf(site, teams);
    },
    jobs: {
      declared: jobs,
      async run(job, site, at) {
        const ran = await app().queue.runNow({ job, site, at });
        if (!ran.ok) return refuse({ say: whyNotRun(ran.refusal) });
        await app().notices.sweep();
        return done({ ran: ran.value.is === "done" ? "now" : "before" });
      },
    },
  };
}
