const freshMs = 10 * 60_000;
/** What was not there is looked for again no sooner than this. */
const missMs = 60_000;

type Deps<L> = { readonly load: () => Promise<L>; readonly now: () => number };

/**
 * Looks something up in a list that a vendor gives: read once in ten minutes, and once in a minute while what is looked
 * for is missing. A list that could not be read is read anew.
 */
export function keptList<L>({ load, now }: Deps<L>) {
  let kept: { readonly at: number; readonly list: Promise<L> } | undefined;

  /** The list, not older than `mostMs`. */
  function list(mostMs: number): Promise<L> {
    if (kept !== undefined && now() - kept.at < mostMs) return kept.list;
    const made = { at: now(), list: load() };
    kept = made;
    made.list.catch(() => {
      if (kept === made) kept = undefined;
    });
    return made.list;
  }

  return async function find<T>(pick: (list: L) => T | undefined): Promise<T | undefined> {
    return pick(await list(freshMs)) ?? pick(await list(missMs));
  };
}
