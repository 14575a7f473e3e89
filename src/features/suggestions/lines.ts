import { codeIn } from "./codes.ts";
import { numberIn } from "./domain.ts";
import { stateNames } from "./messages/names.ts";
import { type State, states } from "./states.ts";

/** What somebody means by what they typed after `/suggest`. */
export type Line =
  | { readonly is: "write"; readonly text?: string }
  | { readonly is: "list"; readonly state?: State }
  | { readonly is: "mine" }
  | { readonly is: "status"; readonly what: string };

const lists = ["list", "列表"];
const mines = ["mine", "我的"];
const statuses = ["status", "状态", "查询"];

/** The state that a word means: its id, or its name in either language. */
const stateIn = (word: string): State | undefined =>
  states.find((one) => [one, stateNames[one]("en"), stateNames[one]("zh-CN")].includes(word));

/** Whether a code stands there as it is written: four groups of four, with a digit or a dash that no idea has there. */
const isCode = (typed: string): boolean =>
  /^(?=.*[\d\p{Pd}])\w{4}([\s\p{Pd}]*\w{4}){3}$/u.test(typed.normalize("NFKC").trim()) && codeIn(typed) !== undefined;

/** Reads a line: only what is just a question is one, all else is an idea. */
export function lineOf(typed: string | undefined): Line {
  if (typed === undefined) return { is: "write" };
  if (numberIn(typed) !== undefined || isCode(typed)) return { is: "status", what: typed };
  const [head = "", ...rest] = typed.trim().split(/\s+/);
  const [first, others] = [head.toLowerCase(), rest.join(" ")];
  if (mines.includes(first) && others === "") return { is: "mine" };
  if (lists.includes(first) && others === "") return { is: "list" };
  const state = stateIn(others.toLowerCase());
  if (lists.includes(first) && state !== undefined) return { is: "list", state };
  const isOne = rest.length === 1 || numberIn(others) !== undefined || codeIn(others) !== undefined;
  if (statuses.includes(first) && isOne) return { is: "status", what: others };
  return { is: "write", text: typed };
}
