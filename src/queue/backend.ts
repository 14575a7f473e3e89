import type { Schedule } from "./schedule.ts";

/** A run that the queue hands to a worker. */
export type Due = { readonly job: string; readonly site: string; readonly at: Date };

/** What a worker says of a due run: how it ended, or when to ask again because another holds it. */
export type Reply = string | { readonly again: Date };

/** The shared clock and its queue, the same over Redis and over Postgres. */
export type Backend = {
  /** Resolves when the queue can be reached, however long that takes. */
  ready(): Promise<unknown>;
  /** The next moment of every schedule, by id. */
  schedules(): Promise<ReadonlyMap<string, Date>>;
  /** Sets a schedule and its next run; false when that very run is in the queue already: it comes, try again later. */
  schedule(schedule: Schedule): Promise<boolean>;
  unschedule(id: string): Promise<unknown>;
  /** Whether the run that a schedule prepared for a moment is still to end. */
  isPrepared(id: string, at: Date): Promise<boolean>;
  /** Puts in runs that no schedule will bring; one that is in already stays one. */
  enqueue(runs: readonly (Due & { readonly attempts: number })[]): Promise<unknown>;
  /** Hands over due runs until `stop`; one that throws comes again, later each time. */
  work(run: (due: Due) => Promise<Reply>): void;
  /** Takes no more runs, gives those under way `graceMs` to end, and closes every connection. */
  stop(graceMs: number): Promise<void>;
};
