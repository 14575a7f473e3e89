import { type DutyShift, type DutyStore, type Swap, touches } from "../features/duty/index.ts";
import type { Notice, Touched } from "../features/notices/index.ts";
import type { Person } from "../features/people/index.ts";

type Known = {
  readonly shifts?: readonly DutyShift[];
  readonly people?: readonly Pick<Person, "id" | "site" | "employeeNo">[];
};

/** Duties in memory that keep the same promises as the database; `outbox` is what was announced. */
export function dutyInMemory({ shifts: known = [], people = [] }: Known = {}) {
  const shifts = new Map(known.map((one) => [one.id, one]));
  const swaps = new Map<string, Swap>();
  const outbox: (Notice | Touched)[] = [];
  const byBeginning = (a: DutyShift, b: DutyShift) => a.from.getTime() - b.from.getTime() || (a.id < b.id ? -1 : 1);
  const openOf = (site: string) => [...swaps.values()].filter((one) => one.site === site && one.state === "open");

  const store: DutyStore = {
    async change(site, window, judge) {
      const outcome = judge({ shifts: await store.shifts(site, window), open: openOf(site) });
      if (!outcome.ok) return outcome;
      const { value, change } = outcome.value;
      const { shift, removed, swap, notices = [], touched = [] } = change;
      if (shift !== undefined) shifts.set(shift.id, shift);
      if (removed !== undefined) shifts.delete(removed);
      if (swap !== undefined) swaps.set(swap.id, swap);
      outbox.push(...notices, ...touched);
      return { ok: true, value };
    },
    async announce({ notices = [], touched = [] }) {
      outbox.push(...notices, ...touched);
    },
    shift: async (id) => shifts.get(id),
    swap: async (id) => swaps.get(id),
    shifts: async (site, window) =>
      [...shifts.values()].filter((one) => one.site === site && touches(one, window)).sort(byBeginning),
    openSwaps: async (site) => openOf(site),
    hasHeld: async (site, person, role) =>
      [...shifts.values()].some((one) => one.site === site && one.person === person && one.role === role),
    numbered: async (site, numbers) =>
      new Map(
        people
          .filter((one) => one.site === site && numbers.includes(one.employeeNo))
          .map(({ employeeNo, id }) => [employeeNo, id]),
      ),
  };
  return {
    ...store,
    outbox: outbox as readonly (Notice | Touched)[],
    all: (): readonly DutyShift[] => [...shifts.values()],
    /** Keeps a shift as it is, as an import does. */
    keep: (shift: DutyShift) => void shifts.set(shift.id, shift),
  };
}
