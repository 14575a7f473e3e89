import { type Block, code, note, type Spans, text, type View } from "../../chat/view.ts";
import type { Localised, Say } from "../../kernel/locale.ts";
import { dayAt, weekday } from "../../kernel/time.ts";
import type { Site } from "../people/index.ts";
import type { Delivery, State } from "./delivery.ts";
import { words } from "./heartbeat-messages.ts";
import type { NoticeKind } from "./kind.ts";
import type { Recipient } from "./notice.ts";
import type { NoticeRoster } from "./readers.ts";
import type { Ledger } from "./store.ts";

export type HeartbeatDeps = {
  readonly ledger: Pick<Ledger, "find" | "counts" | "unreachable">;
  readonly roster: NoticeRoster;
  readonly kinds: () => readonly NoticeKind[];
  /** Up to when a site's feeds tell what happened. */
  readonly dataAsOf: (site: string) => Promise<Date | undefined>;
  /** Whether the data of the last workday before a moment has come. */
  readonly isFed: (site: Site, at: Date) => Promise<boolean>;
  /** Whether the schedules are in step, and what troubles them if they are not. */
  readonly clockwork: () => { readonly ok: boolean; readonly trouble?: string };
};

const dayMs = 24 * 3_600_000;
/** So many of those that died are named. */
const named = 8;

type Findings = {
  readonly dead: readonly Delivery[];
  readonly counts: ReadonlyMap<State, number>;
  readonly late: number;
  readonly lost: readonly string[];
  readonly nameOf: (to: Recipient) => string;
  readonly feed: "well" | "none" | Date;
  readonly clock: { readonly ok: boolean; readonly trouble?: string };
  readonly sent: number;
};

const isWell = ({ dead, counts, late, lost, feed, clock }: Findings) =>
  dead.length + late + lost.length + (counts.get("retrying") ?? 0) === 0 && feed === "well" && clock.ok;

/** Tells admins each morning what went wrong; of a morning without anything only Monday's is sent. */
export function heartbeat({ ledger, roster, kinds, dataAsOf, isFed, clockwork }: HeartbeatDeps): NoticeKind {
  const labelOf = (kind: string): Say => kinds().find(({ name }) => name === kind)?.label ?? (() => kind);

  async function namesOf(all: readonly Recipient[]): Promise<(to: Recipient) => string> {
    const ids = [...new Set(all.flatMap((to) => (to.is === "person" ? [to.id] : [])))];
    const people = new Map((await roster.peopleById(ids)).map(({ id, name }) => [id, name]));
    return (to) => (to.is === "person" ? (people.get(to.id) ?? to.id) : `#${to.name.replace(/^#/, "")}`);
  }

  async function feedOf(site: Site, at: Date): Promise<Findings["feed"]> {
    const asOf = await dataAsOf(site.id);
    if (asOf === undefined) return "none";
    return (await isFed(site, at)) ? "well" : asOf;
  }

  async function look(site: Site, at: Date): Promise<Findings> {
    const since = new Date(at.getTime() - dayMs);
    const [dead, skipped, counts, week, feed, lost] = await Promise.all([
      ledger.find({ site: site.id, state: "dead", since, limit: 500 }),
      ledger.find({ site: site.id, state: "skipped", reason: "late", since, limit: 500 }),
      ledger.counts(since, site.id),
      ledger.counts(new Date(at.getTime() - 7 * dayMs), site.id),
      feedOf(site, at),
      ledger.unreachable(site.id),
    ]);
    const nameOf = await namesOf([...dead.map(({ to }) => to), ...lost]);
    return {
      dead,
      counts,
      late: skipped.length,
      lost: [...new Set(lost.map(nameOf))],
      nameOf,
      feed,
      clock: clockwork(),
      sent: week.get("sent") ?? 0,
    };
  }

  function deadBlocks({ dead, counts, nameOf }: Findings, site: Site, locale: Parameters<Say>[0]): Block[] {
    if (dead.length === 0) return [];
    const lines = dead
      .slice(0, named)
      .map(({ kind, to, reason = "" }): Spans => [words.deadLine(labelOf(kind), nameOf(to), reason)(locale)]);
    const all = counts.get("dead") ?? dead.length;
    const rest = all > named ? [[words.more(all - named)(locale)]] : [];
    return [
      text(words.dead(counts.get("dead") ?? dead.length)(locale)),
      { is: "list", items: [...lines, ...rest] },
      note(words.mend("")(locale), code(`fairline deliveries retry --dead --site ${site.id}`)),
    ];
  }

  const viewOf =
    (found: Findings, site: Site): Localised<View> =>
    ({ locale, zone }) => {
      if (isWell(found))
        return { title: words.wellTitle(locale), tone: "good", blocks: [text(words.well(found.sent)(locale))] };
      const { late, lost, counts, feed, clock } = found;
      const retrying = counts.get("retrying") ?? 0;
      const lines = [
        ...(feed === "none" ? [words.noFeed(locale)] : []),
        ...(feed instanceof Date ? [words.lateFeed(feed, zone)(locale)] : []),
        ...(clock.ok ? [] : [words.clock(clock.trouble)(locale)]),
        ...(lost.length > 0 ? [words.lost(lost)(locale)] : []),
        ...(retrying > 0 ? [words.overdue(retrying)(locale)] : []),
        ...(late > 0 ? [words.late(late)(locale)] : []),
      ];
      return {
        title: words.title(locale),
        tone: "attention",
        blocks: [...lines.map((line) => text(line)), ...deadBlocks(found, site, locale)],
      };
    };

  return {
    name: "heartbeat",
    label: words.label,
    isMandatory: false,
    roles: ["admin"],
    async recipients({ site: id, at }) {
      const site = await roster.site(id);
      if (site === undefined) return [];
      const people = await roster.peopleOf(id, dayAt(at, site.zone));
      return people
        .filter(({ roles }) => roles.includes("admin"))
        .map((person) => ({ to: { is: "person", id: person.id } }));
    },
    async prepare(deliveries) {
      const found = new Map<string, Promise<{ site: Site; findings: Findings } | undefined>>();
      const ask = ({ site, occursAt }: Delivery) => {
        const key = `${site} ${occursAt.toISOString()}`;
        const asked =
          found.get(key) ??
          roster.site(site).then(async (one) => one && { site: one, findings: await look(one, occursAt) });
        found.set(key, asked);
        return asked;
      };
      return Promise.all(
        deliveries.map(async (one) => {
          const made = await ask(one);
          if (made === undefined) return { is: "skip", why: "nothing-to-tell" };
          const { site, findings } = made;
          const isMonday = weekday(dayAt(one.occursAt, site.zone)) === 1;
          if (isWell(findings) && !isMonday) return { is: "skip", why: "nothing-to-tell" };
          return { is: "view", view: viewOf(findings, site), told: {} };
        }),
      );
    },
  };
}
