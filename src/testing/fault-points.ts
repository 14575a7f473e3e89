/** What becomes of a process at a fault point: it dies there and does nothing more, or meets an error and lives on. */
export type Fault = "dies" | "fails";

/**
 * Knows every write and send of a process as a point before it and one after it, such as `after ledger.plan 1`, and
 * strikes at one of them. A look for work that finds none is no point.
 */
export function faultPoints(strikeAt: string | undefined, fault: Fault) {
  let isDead = false;
  const never = new Promise<never>(() => {});
  const struck = { at: undefined as string | undefined };
  const passed: string[] = [];

  async function pass(when: "before" | "after", call: string): Promise<void> {
    if (isDead) return never;
    const times = passed.filter((point) => point.startsWith(`${when} ${call} `)).length;
    const point = `${when} ${call} ${times + 1}`;
    passed.push(point);
    if (point !== strikeAt) return;
    struck.at = point;
    if (fault === "fails") throw new Error(`struck ${point}`);
    isDead = true;
    return never;
  }

  /** The same port with a point before and one after each of these calls; after death none of its calls returns. */
  function guard<T extends object>(what: string, port: T, calls: readonly (keyof T & string)[]): T {
    return new Proxy(port, {
      get(target, name, receiver) {
        const own: unknown = Reflect.get(target, name, receiver);
        if (typeof own !== "function") return own;
        if (!calls.includes(name as keyof T & string)) {
          return (...args: unknown[]) => (isDead ? never : own.apply(target, args));
        }
        return async (...args: unknown[]) => {
          const call = `${what}.${String(name)}`;
          await pass("before", call);
          const result: unknown = await own.apply(target, args);
          if (Array.isArray(result) && result.length === 0) return result;
          await pass("after", call);
          return result;
        };
      },
    });
  }
  return { guard, struck, passed, isDead: () => isDead };
}
