import { type LocalDate, parseDay, wallTime } from "../../kernel/time.ts";
import type { HelpConfig } from "./rules.ts";
import { type State, states } from "./states.ts";

/** What a line says of a request before its text. */
export type Line = {
  readonly text: string;
  readonly isLive: boolean;
  readonly isHigh: boolean;
  readonly category?: string;
  /** As it was written. */
  readonly callBack?: string;
};

/** What may stand between a word before the text and the text; a hyphen or a stop only where something is left free after. */
const gap = String.raw`(?:$|(?:[\s:：,，;；、!！。–—]|[-.](?=\s|$))+)`;
const begins = (words: string) => new RegExp(`^(?:${words})${gap}`, "i");

const live = begins("live|在线|客户在线");
const high = begins("urgent|紧急|加急");
const fresh = begins("new|新建");
const callBack = begins(String.raw`@\s*((?:\d{4}-\d{2}-\d{2}[T\s]+)?\d{1,2}[:：]\d{2})`);

/** Words of the trade that begin like a customer on the line and are none. */
const liveTrade = /^live\s+(?:chat|agent|support|stream|broadcast|demo|transfer|order|event)/i;
const onlineTrade =
  "客服|客户端|支付|付款|缴费|充值|下单|订单|订购|购|预约|预订|聊天|咨询|申请|办理|查询|投诉|理赔|投保|开户|签约|签名|服务|系统|平台|商城|会议|培训|课程|学习|考试|文档|工单|表单|状态|时长|人数|率|[上下路索程]";
/** A customer on the line in the middle of a sentence, which stays whole. */
const liveSentence = new RegExp(
  String.raw`^(?:客户在线(?!${onlineTrade})\S|在线(?!${onlineTrade})\p{Script=Han})`,
  "u",
);

const folded = (text: string) => text.normalize("NFKC").trim().toLowerCase();

type Categories = Pick<HelpConfig, "categories">;

/** The category that a word means: its id, or its name in either language; undefined where there is none such. */
export function categoryMeant({ categories }: Categories, word: string): string | undefined {
  const wanted = folded(word);
  return Object.entries(categories).find(([id, names]) =>
    [id, ...Object.values(names)].some((name) => folded(name) === wanted),
  )?.[0];
}

/** What nobody said more of: `other` where a site has it, else its last. */
export const usualCategory = ({ categories }: Categories): string =>
  Object.hasOwn(categories, "other") ? "other" : (Object.keys(categories).at(-1) ?? "other");

/**
 * Reads `live urgent @14:30 system: the text`: what stands before the text, in any order and all left out at will. A
 * `new` before any of these is left out too.
 */
export function readRequest(line: string, rules: Categories): Line {
  const begin = (text: string): Line => ({ text, isLive: false, isHigh: false });
  const text = line.trim();
  const anew = text.replace(fresh, "");
  const read = readOn(begin(anew), rules);
  return read.text !== anew || read.isLive ? read : readOn(begin(text), rules);
}

function readOn(read: Line, rules: Categories): Line {
  const { text } = read;
  const rest = (pattern: RegExp) => text.replace(pattern, "");
  if (!read.isLive && live.test(text) && !liveTrade.test(text)) {
    return readOn({ ...read, text: rest(live), isLive: true }, rules);
  }
  if (!read.isLive && liveSentence.test(text)) return { ...read, isLive: true };
  if (!read.isHigh && high.test(text)) return readOn({ ...read, text: rest(high), isHigh: true }, rules);
  const time = read.callBack === undefined ? callBack.exec(text)?.[1] : undefined;
  if (time !== undefined) return readOn({ ...read, text: rest(callBack), callBack: time }, rules);
  const [head = "", word = ""] = /^([^:：\n]{1,40})[:：]\s*/.exec(text) ?? [];
  const category = read.category === undefined && word !== "" ? categoryMeant(rules, word) : undefined;
  return category === undefined ? read : readOn({ ...read, text: text.slice(head.length), category }, rules);
}

/** The moment that `14:30` means today, or `2026-03-09 14:30`, on a clock; undefined where it is neither. */
export function readCallBack(written: string, today: LocalDate, zone: string): Date | undefined {
  const text = written.normalize("NFKC").trim();
  const [, day, hour = "", minute = ""] = /^(?:(\d{4}-\d{2}-\d{2})[T ]+)?([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  const on = day === undefined ? today : parseDay(day);
  return hour === "" || on === undefined ? undefined : wallTime(on, `${hour.padStart(2, "0")}:${minute}`, zone);
}

/** What a list shows: of whom, in which states, of what. */
export type Filter = {
  readonly isMine: boolean;
  readonly state?: State | "over";
  readonly category?: string;
  readonly isLive?: true;
};

const stateWords: Readonly<Record<string, State | "over">> = {
  ...(Object.fromEntries(states.map((state) => [state, state])) as Record<State, State>),
  over: "over",
  待接手: "open",
  处理中: "claimed",
  待回复: "waiting",
  已解决: "resolved",
  已结束: "over",
};

/** Reads `mine open live system` in any order; a word that means nothing comes back as `unknown`. */
export function readFilter(line: string, rules: Categories): Filter | { readonly unknown: string } {
  let filter: Filter = { isMine: false };
  for (const word of line.match(/\S+/g) ?? []) {
    const wanted = folded(word);
    const state = Object.hasOwn(stateWords, wanted) ? stateWords[wanted] : undefined;
    const category = categoryMeant(rules, word);
    if (["all", "全部"].includes(wanted)) continue;
    if (["mine", "我的"].includes(wanted)) filter = { ...filter, isMine: true };
    else if (["live", "在线"].includes(wanted)) filter = { ...filter, isLive: true };
    else if (state !== undefined) filter = { ...filter, state };
    else if (category !== undefined) filter = { ...filter, category };
    else return { unknown: word };
  }
  return filter;
}

const verbs = {
  new: ["new", "新建"],
  list: ["list", "列表"],
  claim: ["claim", "接手"],
  resolve: ["resolve", "解决"],
  reopen: ["reopen", "重新打开"],
  answers: ["answers", "答案"],
} as const;
export type Verb = keyof typeof verbs;

const numberAlone = /^((?:h[-\s]?)?\d{1,9})[.。!！]?$/i;
/** A number that is called `H-12` before words, or any before a colon; other numbers begin a sentence. */
const numberAndMore = /^(h[-\s]?\d{1,9}(?=$|[\s:：,，])|\d{1,9}(?=\s*(?:$|[:：])))[\s:：,，]*([\s\S]*)$/i;

/** What a line asks for: something about requests that there are, or else a request of its own. */
export type Meant =
  | { readonly is: "form" }
  | { readonly is: "list"; readonly rest: string }
  | { readonly is: "answers" }
  | { readonly is: "claim" | "resolve" | "reopen"; readonly number: string; readonly rest: string }
  | { readonly is: "which"; readonly verb: "claim" | "resolve" | "reopen" }
  | { readonly is: "request"; readonly text: string };

/** Words after `list` of which at most one, a slip of the pen, means nothing. */
const isFilter = (text: string, rules: Categories): boolean =>
  (text.match(/\S+/g) ?? []).filter((word) => "unknown" in readFilter(word, rules)).length <= 1;

/**
 * `claim H-12`, `resolve H-12 how`, `resolve 12: how`, `list open` or `new`; a line that only begins like one of these
 * is a request.
 */
export function meantBy(line: string, rules: Categories): Meant {
  const text = line.trim();
  const [, head = "", rest = ""] = /^(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  const wanted = folded(head);
  const verb = (Object.keys(verbs) as Verb[]).find((one) => (verbs[one] as readonly string[]).includes(wanted));
  if (text === "" || (verb === "new" && rest === "")) return { is: "form" };
  if (verb === "answers" && rest === "") return { is: "answers" };
  if (verb === "list" && isFilter(rest, rules)) return { is: "list", rest };
  if (verb === "claim" || verb === "resolve" || verb === "reopen") {
    if (rest === "") return { is: "which", verb };
    const [, number, more = ""] = (verb === "claim" ? numberAlone : numberAndMore).exec(rest) ?? [];
    if (number !== undefined) return { is: verb, number, rest: more };
  }
  return { is: "request", text };
}
