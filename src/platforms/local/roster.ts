import type { LocalChannel, LocalDeps, LocalPerson } from "./deps.ts";

/** Who is there and which channels a site has, for a whole batch of messages at a time. */
export type Roster = {
  has(person: string): Promise<boolean>;
  /** A site's channel by its name, with or without `#`, or by its id. */
  channel(site: string, name: string): Promise<LocalChannel | undefined>;
};

const freshMs = 2000;
const plain = (name: string) => name.trim().replace(/^#/, "").toLowerCase();

/** Everybody is read at most once in two seconds, as long as nobody is asked for who was not there then. */
export function roster({ people, channels }: Pick<LocalDeps, "people" | "channels">): Roster {
  let read: { readonly at: number; readonly everybody: Promise<readonly LocalPerson[]> } | undefined;

  function everybody(isFresh = false): Promise<readonly LocalPerson[]> {
    if (!isFresh && read !== undefined && performance.now() - read.at < freshMs) return read.everybody;
    const made = { at: performance.now(), everybody: people() };
    read = made;
    made.everybody.catch(() => {
      if (read === made) read = undefined;
    });
    return made.everybody;
  }

  /** The first whom `is` fits, looked for again among those who came since. */
  async function somebody(is: (person: LocalPerson) => boolean): Promise<LocalPerson | undefined> {
    return (await everybody()).find(is) ?? (await everybody(true)).find(is);
  }

  return {
    has: async (person) => (await somebody(({ id }) => id === person)) !== undefined,
    async channel(site, name) {
      // Everybody at a site sees all of its channels.
      const one = await somebody((person) => person.site === site);
      const all = one === undefined ? [] : await channels(one.id);
      const id = `${site}:${plain(name)}`;
      return all.find((each) => each.id === name || each.id.toLowerCase() === id || plain(each.name) === plain(name));
    },
  };
}
