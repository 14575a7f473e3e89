import { namesOf, withoutNames } from "../../kernel/masking.ts";
import type { Person, Team } from "../people/index.ts";

/** A text in which none of some names stands, also where a Latin name or a number touches Chinese characters. */
export const without = (names: readonly string[], text: string): string =>
  withoutNames(text, names).replace(/\P{Script=Han}+/gu, (stretch) => withoutNames(stretch, names));

/** All that would tell voters whose call it is or who put it forward: names and employee numbers, and teams. */
export const tellingOf = (people: readonly Person[], teams: readonly Team[]): readonly string[] => [
  ...people.flatMap((person) => [...namesOf(person), person.employeeNo]),
  ...teams.map(({ name }) => name),
];
