import type { Platform } from "../../chat/platform.ts";
import type { Log } from "../../kernel/log.ts";
import type { Change, NoticeKind, Touched } from "./kind.ts";
import type { Recipient } from "./notice.ts";
import type { NoticeRoster } from "./readers.ts";
import type { Announced, Ledger, Planned } from "./store.ts";

export type OutboxDeps = {
  readonly ledger: Pick<Ledger, "announced" | "plan" | "forget" | "touch" | "postpone">;
  readonly kinds: readonly NoticeKind[];
  readonly platforms: () => readonly Platform[];
  readonly roster: Pick<NoticeRoster, "peopleById">;
  readonly log: Log;
  readonly clock: () => Date;
};

type Told = Awaited<ReturnType<NoticeKind["recipients"]>>[number];

/** So many announcements are carried out at a time, and so many recipients of one are planned. */
const atOnce = 200;
const recipientsAtOnce = 1_000;

/**
 * Carries out what was announced: notices become deliveries, changes make those that stand out of date. Says whenever
 * there is more to send.
 */
export function outbox({ ledger, kinds, platforms, roster, log, clock }: OutboxDeps, hasPlanned: () => void) {
  /** Whether a platform knows a channel; throws when it cannot be asked, for the announcement to be tried again. */
  const knows = async (platform: Platform, { site, name }: Recipient & { is: "channel" }): Promise<boolean> =>
    (await platform.channel(site, name)) !== undefined;

  /** On every platform that knows the channel; where none does, on the first, whose refusal its owner is told of. */
  async function toChannel(to: Recipient & { is: "channel" }, body: Told["body"] = {}): Promise<Planned[]> {
    const all = platforms();
    const known = await Promise.all(all.map((one) => knows(one, to)));
    const chosen = all.filter((_, index) => known[index]);
    return (chosen.length > 0 ? chosen : all.slice(0, 1)).map(({ name }) => ({ to, platform: name, body }));
  }

  async function planned(told: readonly Told[]): Promise<readonly Planned[]> {
    const ids = told.flatMap(({ to }) => (to.is === "person" ? [to.id] : []));
    const people = new Map((await roster.peopleById([...new Set(ids)])).map((person) => [person.id, person]));
    const each = await Promise.all(
      told.map(async ({ to, body = {} }): Promise<Planned[]> => {
        if (to.is === "channel") return toChannel(to, body);
        const person = people.get(to.id);
        if (person === undefined) return [{ to, platform: "none", body, skip: "left" }];
        const reached = platforms().filter((platform) => platform.accountOf(person) !== undefined);
        if (reached.length === 0) return [{ to, platform: "none", body, skip: "no-account" }];
        return reached.map(({ name }) => ({ to, platform: name, body }));
      }),
    );
    return each.flat();
  }

  /** Some recipients at a time, so that the first hear while the last are planned; the announcement goes after all. */
  async function plan({ id, notice }: Announced & { is: "notice" }): Promise<void> {
    const kind = kinds.find(({ name }) => name === notice.kind);
    if (kind === undefined) log.error({ kind: notice.kind }, "a notice of an unknown kind is dropped");
    const told = (await kind?.recipients(notice)) ?? [];
    for (let from = 0; from < told.length; from += recipientsAtOnce) {
      await ledger.plan(notice, await planned(told.slice(from, from + recipientsAtOnce)));
      hasPlanned();
    }
    await ledger.forget([id]);
  }

  /** Each change alone would ask the same questions over and over. */
  async function touch(all: readonly Announced[]): Promise<void> {
    const changes = all.flatMap((one): Change[] => (one.is === "change" ? [one.change] : []));
    const direct = all.flatMap((one): Touched[] => (one.is === "touched" ? [one.touched] : []));
    const found = await Promise.all(kinds.map((kind) => (changes.length > 0 ? (kind.touchedBy?.(changes) ?? []) : [])));
    await ledger.touch(
      all.map(({ id }) => id),
      [...direct, ...found.flat()],
      clock(),
    );
  }

  /** Carries some out; what fails steps aside, so that it holds up no other. Answers whether it went well. */
  async function tried(some: readonly Announced[], step: () => Promise<void>): Promise<boolean> {
    try {
      await step();
      return true;
    } catch (error) {
      log.error({ error, announced: some.length }, "an announcement was not carried out and is tried again");
      if (some.length === 1) {
        await ledger.postpone(
          some.map(({ id }) => id),
          clock(),
        );
      }
      return false;
    }
  }

  /** Carries out the oldest announcements; answers how many there were. */
  async function some(): Promise<number> {
    const all = await ledger.announced(atOnce, clock());
    for (const one of all) if (one.is === "notice") await tried([one], () => plan(one));
    const news = all.filter(({ is }) => is !== "notice");
    if (news.length > 0 && !(await tried(news, () => touch(news))) && news.length > 1) {
      for (const one of news) await tried([one], () => touch([one]));
    }
    return all.length;
  }

  return {
    /** Carries out everything that was announced, as far as it can be. */
    async empty(): Promise<void> {
      while ((await some()) > 0);
    },
  };
}
