import type { Answer, Call } from "./request.ts";

/** How many requests Discord takes: in a second of all, and posts to one channel in so many milliseconds. */
export type Limits = {
  readonly perSecond: number;
  readonly perChannel: { readonly posts: number; readonly perMs: number };
};

type Window = { used: number; until: number };
type Taken = { readonly tooMany?: Answer; readonly headers: Record<string, string> };

const seconds = (ms: number) => String(Math.max(ms, 0) / 1000);

function tooMany(ms: number, isGlobal: boolean, headers: Record<string, string>): Answer {
  const scope = isGlobal ? { "x-ratelimit-global": "true" } : {};
  return {
    status: 429,
    body: { message: "You are being rate limited.", retry_after: ms / 1000, global: isGlobal },
    headers: {
      "retry-after": String(Math.ceil(ms / 1000)),
      "x-ratelimit-scope": isGlobal ? "global" : "user",
      ...scope,
      ...headers,
    },
  };
}

/** Discord's limits, each a window that opens with its first request; none until they are set. */
export function limits() {
  let enforced: Limits | undefined;
  const all: Window = { used: 0, until: 0 };
  const channels = new Map<string, Window>();

  function open(window: Window, ms: number): void {
    if (window.until > performance.now()) return;
    Object.assign(window, { used: 0, until: performance.now() + ms });
  }

  function takeInChannel(channel: string, { posts, perMs }: Limits["perChannel"]): Taken {
    const window = channels.get(channel) ?? { used: 0, until: 0 };
    channels.set(channel, window);
    open(window, perMs);
    const left = window.until - performance.now();
    window.used += 1;
    const headers = {
      "x-ratelimit-limit": String(posts),
      "x-ratelimit-remaining": String(Math.max(posts - window.used, 0)),
      "x-ratelimit-reset-after": seconds(left),
      "x-ratelimit-bucket": "posts",
    };
    return window.used > posts ? { tooMany: tooMany(left, false, headers), headers } : { headers };
  }

  return {
    enforce(of: Limits): void {
      enforced = of;
      channels.clear();
      Object.assign(all, { used: 0, until: 0 });
    },
    /** Counts a request; what it is answered when it is one too many, and the headers of its answer when it is not. */
    take({ method, path }: Call): Taken {
      if (enforced === undefined) return { headers: {} };
      open(all, 1000);
      all.used += 1;
      if (all.used > enforced.perSecond) {
        return { tooMany: tooMany(all.until - performance.now(), true, {}), headers: {} };
      }
      const channel = method === "POST" ? /^\/channels\/(\d+)\/messages$/.exec(path)?.[1] : undefined;
      return channel === undefined ? { headers: {} } : takeInChannel(channel, enforced.perChannel);
    },
  };
}
