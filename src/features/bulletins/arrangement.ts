import type { Arranged, Way } from "./domain.ts";

/** The order in which sections stand unless the editors want another (product rules §7). */
const usual = [
  "operations",
  "strategy",
  "news",
  "events",
  "birthdays",
  "anniversaries",
  "stars",
  "awards",
  "kudos",
  "draws",
  "joiners",
  "graduations",
  "practice",
  "good-calls",
  "voices",
];

const placeOf = (name: string) => {
  const place = usual.indexOf(name);
  return place === -1 ? usual.length : place;
};

/** All sections that there are in the order they stand in: as arranged, those that are new after them in the usual order. */
export function arrangement(arranged: readonly Arranged[], names: readonly string[]): readonly Arranged[] {
  const known = arranged.filter(({ name }) => names.includes(name));
  const others = names.filter((name) => !known.some((one) => one.name === name));
  return [...known, ...others.sort((a, b) => placeOf(a) - placeOf(b)).map((name) => ({ name, dropped: false }))];
}

export type Arrangement = Way | "drop" | "put-back";

/** Moves a section before or after its neighbour, takes it out or puts it back. */
export function arrange(all: readonly Arranged[], name: string, change: Arrangement): readonly Arranged[] {
  const at = all.findIndex((one) => one.name === name);
  const section = all[at];
  if (section === undefined) return all;
  if (change === "drop" || change === "put-back") return all.with(at, { name, dropped: change === "drop" });
  const to = change === "up" ? at - 1 : at + 1;
  const neighbour = all[to];
  return neighbour === undefined ? all : all.with(to, section).with(at, neighbour);
}
