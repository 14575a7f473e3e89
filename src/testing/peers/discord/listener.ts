import type { Log } from "../../../kernel/log.ts";

/** The last words of the platform on an event: it has seen it through, in one way or another. */
const lastWords = ["answered", "not answered", "not answered: stopping", "delivered again", "answered elsewhere"];
const patienceMs = 15_000;

/** A log that tells when the platform is through with an event. */
export function listener() {
  const logged: string[] = [];
  const through = new Map<string, number>();
  const awaited = new Map<string, number>();
  const waiting = new Set<() => void>();

  const write: Log["info"] = (context, message) => {
    logged.push(`${message} ${JSON.stringify(context)}`);
    const { ask } = context;
    if (typeof ask !== "string" || !lastWords.includes(message)) return;
    through.set(ask, (through.get(ask) ?? 0) + 1);
    for (const look of waiting) look();
  };

  return {
    log: { info: write, warn: write, error: write } satisfies Log,
    logged,
    /** Ends when the platform is through with this delivery of an event; a second delivery waits for a second end. */
    async answered(id: string): Promise<void> {
      const wanted = (awaited.get(id) ?? 0) + 1;
      awaited.set(id, wanted);
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`the platform never finished with ${id}`)), patienceMs);
        const look = () => {
          if ((through.get(id) ?? 0) < wanted) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      });
    },
  };
}
