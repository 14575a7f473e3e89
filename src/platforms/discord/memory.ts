/** Things kept for a while in this process, the oldest forgotten first. Instants are milliseconds since the epoch. */
export type Memory<T> = {
  keep(key: string, thing: T, at: number): void;
  /** What is kept under a key, unless it has grown too old. */
  recall(key: string, at: number): T | undefined;
};

export function memory<T>({ most, forMs }: { readonly most: number; readonly forMs: number }): Memory<T> {
  const kept = new Map<string, { readonly thing: T; readonly until: number }>();
  return {
    keep(key, thing, at) {
      kept.delete(key);
      kept.set(key, { thing, until: at + forMs });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
    recall(key, at) {
      const found = kept.get(key);
      return found !== undefined && at <= found.until ? found.thing : undefined;
    },
  };
}
