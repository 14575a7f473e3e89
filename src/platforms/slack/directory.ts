import type { Locale } from "../../kernel/locale.ts";
import { nearestLocale } from "../../kernel/locale.ts";
import type { Log } from "../../kernel/log.ts";
import { onlyAsked } from "../network.ts";
import { codeOf, type SlackApi } from "./api.ts";
import { notDelivered } from "./faults.ts";

/** What Slack tells of an account. */
export type Known = { readonly locale?: Locale; readonly email?: string };

export type Directory = {
  /** What Slack tells of an account, asked for at most every ten minutes; nothing when it does not tell. */
  readonly about: (user: string) => Promise<Known>;
  /** The same, as far as it is already known. */
  readonly known: (user: string) => Known;
  /** The direct conversation with an account, opened if need be. */
  readonly direct: (user: string) => Promise<string>;
  /** The same without patience; throws `NotDelivered`. */
  readonly reach: (user: string) => Promise<string>;
};

type Deps = { readonly api: SlackApi; readonly team: string; readonly log: Log };

const freshMs = 10 * 60_000;
const mostKept = 5000;

/** Keeps what was made by key while it is fresh; what failed is made anew the next time. */
function memo<T>() {
  const kept = new Map<string, { readonly until: number; readonly value: Promise<T> }>();
  return (key: string, make: (key: string) => Promise<T>): Promise<T> => {
    const known = kept.get(key);
    if (known && known.until > Date.now()) return known.value;
    kept.delete(key);
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? "");
    const value = make(key);
    kept.set(key, { until: Date.now() + freshMs, value });
    value.catch(() => kept.delete(key));
    return value;
  };
}

/**
 * Who is who in the workspace. An address counts only when Slack has confirmed it and the account is of this very
 * workspace: a shared channel's guests are vouched for by somebody else.
 */
export function directory({ api, team, log }: Deps): Directory {
  const settled = new Map<string, Known>();

  const knowns = memo<Known>();
  // Apart, so that an answer never shares the impatience of a post.
  const opened = memo<string>();
  const reached = memo<string>();

  async function ask(user: string): Promise<Known> {
    try {
      const { user: found } = await api.call((client) => client.users.info({ user, include_locale: true }));
      const locale = nearestLocale(found?.locale);
      const own = found?.team_id === team && found.is_email_confirmed !== false && found.is_stranger !== true;
      const email = own ? found.profile?.email : undefined;
      return { ...(locale ? { locale } : {}), ...(email ? { email } : {}) };
    } catch (error) {
      log.warn({ method: "users.info", code: codeOf(error) }, "Slack did not tell who somebody is");
      return {};
    }
  }

  const open = (by: SlackApi["call"]) => async (user: string) => {
    const { channel } = await by((client) => client.conversations.open({ users: user }));
    if (channel?.id === undefined) throw new Error("Slack opened no direct conversation");
    return channel.id;
  };

  return {
    async about(user) {
      const found = await knowns(user, ask);
      if (settled.size >= mostKept) settled.clear();
      settled.set(user, found);
      return found;
    },
    known: (user) => settled.get(user) ?? {},
    direct: (user) => opened(user, open(api.call)),
    async reach(user) {
      try {
        return await reached(user, open(api.once));
      } catch (error) {
        throw onlyAsked(notDelivered(error));
      }
    },
  };
}
