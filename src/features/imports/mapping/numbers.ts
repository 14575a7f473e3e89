import type { ReadText } from "./columns.ts";
import type { Field } from "./datasets.ts";
import { isYes, type Read } from "./fields.ts";
import type { Problem } from "./problem.ts";

const whole = /^\d+(\.0+)?$/;
const decimal = /^\d+(\.\d+)?$/;
/** More than anything is counted by in one row, and few enough that millions of rows still add up. */
const mostCounted = 1_000_000;
/** Sums of whole numbers are exact in floating point up to here. */
const mostSquares = 1e15;

/** How many there were; 0 where nothing is said. */
export function countField(field: Field, read: ReadText | undefined): Read<number> {
  if (read === undefined) return () => 0;
  return (cells, bad) => {
    const value = read(cells);
    if (value === "") return 0;
    const count = whole.test(value) ? Number(value) : Number.NaN;
    if (count <= mostCounted) return count;
    bad.push({ why: "not-a-count", field, value, max: mostCounted });
    return 0;
  };
}

/** How often something happened, or whether it did at all: yes is once. */
export function timesField(field: Field, read: ReadText | undefined): Read<number> {
  if (read === undefined) return () => 0;
  const count = countField(field, read);
  return (cells, bad) => {
    const answer = isYes(read(cells));
    return answer === undefined ? count(cells, bad) : Number(answer);
  };
}

function inRange(field: Field, value: string, pattern: RegExp, [min, max]: readonly [number, number], bad: Problem[]) {
  const number = pattern.test(value) ? Number(value) : Number.NaN;
  if (number >= min && number <= max) return number;
  bad.push({ why: "out-of-range", field, value, min, max });
  return min;
}

/** An hour of the day, 0 to 23; 0 where nothing is said. */
export function hourField(field: Field, read: ReadText | undefined): Read<number> {
  return (cells, bad) => {
    const value = read?.(cells) ?? "";
    return value === "" ? 0 : inRange(field, value, whole, [0, 23], bad);
  };
}

/** Points from 0 to 100, with decimals; undefined where nothing is said. */
export function pointsField(field: Field, read: ReadText | undefined): Read<number | undefined> {
  return (cells, bad) => {
    const value = read?.(cells) ?? "";
    return value === "" ? undefined : inRange(field, value, decimal, [0, 100], bad);
  };
}

/** A sum of squares, rounded to a whole number; undefined where nothing is said. */
export function squaresField(field: Field, read: ReadText | undefined): Read<number | undefined> {
  return (cells, bad) => {
    const value = read?.(cells) ?? "";
    return value === "" ? undefined : Math.round(inRange(field, value, decimal, [0, mostSquares], bad));
  };
}
