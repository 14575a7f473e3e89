import { awardsConfig } from "../features/awards/index.ts";
import type { Draw, Entry, Prize, Secret } from "../features/draws/domain.ts";
import { isOver } from "../features/draws/states.ts";
import type { DrawStore, Told } from "../features/draws/store.ts";
import type { Notice, Touched } from "../features/notices/index.ts";
import type { PersonId } from "../features/people/index.ts";
import { done, refuse } from "../kernel/outcome.ts";

type Kept = {
  readonly draw: Draw;
  readonly secret: Secret;
  readonly occurrence: string | undefined;
  readonly manifest?: string | undefined;
  readonly entries: ReadonlyMap<PersonId, Entry>;
  readonly prizes: readonly Prize[];
};

const newestFirst = (a: Draw, b: Draw) => b.madeAt.getTime() - a.madeAt.getTime() || b.number - a.number;
const openFirst = (a: Draw, b: Draw) => Number(isOver(a.state)) - Number(isOver(b.state)) || newestFirst(a, b);
const waitsSince = ({ nextAt }: Draw) => nextAt?.getTime() ?? Number.POSITIVE_INFINITY;
const longestFirst = (a: Draw, b: Draw) => waitsSince(a) - waitsSince(b) || a.number - b.number;
const byMoment = (a: Entry, b: Entry) => a.at.getTime() - b.at.getTime() || (a.person < b.person ? -1 : 1);
const isWon = ({ state }: Prize) => state === "offered" || state === "claimed";

const withoutNumbers = (entries: Kept["entries"]): Kept["entries"] =>
  new Map([...entries].flatMap(([id, { nonce: _, ...entry }]) => (entry.entered ? [[id, entry]] : [])));

/**
 * Draws in memory that keep the same promises as the database, of sites whose awards are the usual ones; `outbox` and
 * `touched` are what was announced.
 */
export function drawsInMemory() {
  const kept = new Map<string, Kept>();
  const outbox: Notice[] = [];
  const touched: Touched[] = [];
  let made = 0;

  const all = () => [...kept.values()].map(({ draw }) => draw);
  const of = (site: string | undefined) => all().filter((draw) => site === undefined || draw.site === site);
  function announce(told: Told): void {
    outbox.push(...(told.notices ?? []));
    touched.push(...(told.touched ?? []));
  }

  const store: DrawStore = {
    draw: async (id) => kept.get(id)?.draw,
    numbered: async (number) => all().find((draw) => draw.number === number),
    drawsOf: async (site, limit) => of(site).sort(openFirst).slice(0, limit),
    due: async (at, limit) =>
      all()
        .filter((draw) => waitsSince(draw) <= at.getTime())
        .sort(longestFirst)
        .slice(0, limit),
    async secretOf(id) {
      const one = kept.get(id);
      if (one === undefined) throw new Error(`no draw ${id}`);
      return one.secret;
    },
    manifestOf: async (id) => kept.get(id)?.manifest,
    entriesOf: async (id) => [...(kept.get(id)?.entries.values() ?? [])].sort(byMoment),
    entryOf: async (id, person) => kept.get(id)?.entries.get(person),
    prizesOf: async (id) => kept.get(id)?.prizes ?? [],
    awardNames: async () => new Map(Object.entries(awardsConfig.parse({}).rules).map(([id, { name }]) => [id, name])),
    async wonSince(site, since) {
      const drawn = [...kept.values()].filter(
        ({ draw }) => draw.site === site && draw.drawnAt !== undefined && draw.drawnAt >= since,
      );
      return new Set(drawn.flatMap(({ prizes }) => prizes.filter(isWon).map(({ person }) => person)));
    },

    async add(given, { secret, occurrence, told }) {
      const same = ({ draw, occurrence: other }: Kept) => draw.site === given.site && other === occurrence;
      const standing = occurrence === undefined ? undefined : [...kept.values()].find(same);
      if (standing !== undefined) return standing.draw;
      if (kept.has(given.id)) throw new Error(`there is a draw ${given.id} already`);
      const draw = { ...given, number: made + 1, version: 1 };
      announce(told(draw));
      made += 1;
      kept.set(draw.id, { draw, secret, occurrence, entries: new Map(), prizes: [] });
      return draw;
    },

    async change(draw, { manifest, prizes, secret, at: _, ...told }) {
      const now = kept.get(draw.id);
      if (now === undefined || now.draw.version !== draw.version) return false;
      kept.set(draw.id, {
        ...now,
        draw: { ...draw, version: draw.version + 1 },
        manifest: manifest ?? now.manifest,
        ...(secret === undefined ? {} : { secret, entries: withoutNumbers(now.entries) }),
        prizes: prizes === undefined ? now.prizes : [...prizes].sort((a, b) => a.rank - b.rank),
      });
      announce(told);
      return true;
    },

    async enter(id, person, decide) {
      const now = kept.get(id);
      if (now === undefined) return refuse({ why: "gone" });
      const decided = decide({ draw: now.draw, entry: now.entries.get(person) });
      if (!decided.ok) return decided;
      const entry = decided.value;
      const draw = { ...now.draw, version: now.draw.version + 1 };
      const entries = new Map(now.entries);
      if (entry.entered || entry.nonce) entries.set(person, entry);
      else entries.delete(person);
      kept.set(id, { ...now, draw, entries });
      return done({ draw, entry });
    },
  };
  return { ...store, outbox: outbox as readonly Notice[], touched: touched as readonly Touched[] };
}
