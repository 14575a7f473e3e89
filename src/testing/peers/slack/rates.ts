/** How many posts are taken: so many a second, after so many at once. */
type Rate = { readonly perSecond: number; readonly burst: number };
export type Rates = { readonly perChannel: Rate; readonly perWorkspace: Rate };

/** A bucket of turns that fills again as time passes. */
function bucket({ perSecond, burst }: Rate) {
  let turns = burst;
  let at = performance.now();
  return {
    /** The seconds until there is a turn; 0 when there is one. */
    seconds(): number {
      const now = performance.now();
      turns = Math.min(burst, turns + ((now - at) / 1000) * perSecond);
      at = now;
      return turns >= 1 ? 0 : (1 - turns) / perSecond;
    },
    take(): void {
      turns -= 1;
    },
  };
}

/** Slack's limits of posting, over the workspace and in each channel; none until they are set. */
export function rates() {
  let enforced: Rates | undefined;
  let workspace: ReturnType<typeof bucket> | undefined;
  const channels = new Map<string, ReturnType<typeof bucket>>();
  return {
    enforce(of: Rates): void {
      enforced = of;
      workspace = bucket(of.perWorkspace);
      channels.clear();
    },
    /** The whole seconds until a post to a channel is taken; 0 when it is taken now. */
    wait(channel: string): number {
      if (enforced === undefined || workspace === undefined) return 0;
      const own = channels.get(channel) ?? bucket(enforced.perChannel);
      channels.set(channel, own);
      const seconds = Math.max(own.seconds(), workspace.seconds());
      if (seconds > 0) return Math.ceil(seconds);
      own.take();
      workspace.take();
      return 0;
    },
  };
}
