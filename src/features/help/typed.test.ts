import { describe, expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { helpConfig } from "./rules.ts";
import { meantBy, readCallBack, readFilter, readRequest } from "./typed.ts";

const rules = helpConfig.parse({});

describe("what stands before the text of a request", () => {
  const plain = { isLive: false, isHigh: false };

  test.each([
    ["The CRM hangs", { ...plain, text: "The CRM hangs" }],
    ["live The CRM hangs", { ...plain, text: "The CRM hangs", isLive: true }],
    ["LIVE: system: The CRM hangs", { ...plain, text: "The CRM hangs", isLive: true, category: "system" }],
    ["urgent @14:30 Call them", { ...plain, text: "Call them", isHigh: true, callBack: "14:30" }],
    ["在线 客户要求退款", { ...plain, text: "客户要求退款", isLive: true }],
    ["在线，紧急，系统故障：页面打不开", { text: "页面打不开", isLive: true, isHigh: true, category: "system" }],
    ["在线客服打不开", { ...plain, text: "在线客服打不开" }],
    ["lively music on hold", { ...plain, text: "lively music on hold" }],
    ["error: 5 again", { ...plain, text: "error: 5 again" }],
  ])("%s", (line, read) => {
    expect(readRequest(line, rules)).toEqual(read);
  });
});

describe("what a line asks for", () => {
  test.each([
    ["", { is: "form" }],
    ["new", { is: "form" }],
    ["new customer cannot log in", { is: "request", text: "new customer cannot log in" }],
    ["list", { is: "list", rest: "" }],
    ["list opne", { is: "list", rest: "opne" }],
    ["list of our plans is empty, what do I say", { is: "request", text: "list of our plans is empty, what do I say" }],
    ["claim H-12", { is: "claim", number: "H-12", rest: "" }],
    ["接手 12", { is: "claim", number: "12", rest: "" }],
    ["resolve 12 cleared the cache", { is: "resolve", number: "12", rest: "cleared the cache" }],
    ["解决 12：已清缓存", { is: "resolve", number: "12", rest: "已清缓存" }],
    ["claim form is missing", { is: "request", text: "claim form is missing" }],
    ["reopen", { is: "which", verb: "reopen" }],
  ])("%s", (line, meant) => {
    expect(meantBy(line)).toEqual(meant);
  });
});

test.each([
  ["mine open", { isMine: true, state: "open" }],
  ["live system", { isMine: false, isLive: true, category: "system" }],
  ["我的 处理中", { isMine: true, state: "claimed" }],
  ["all", { isMine: false }],
  ["toString", { unknown: "toString" }],
])("a list of %s", (line, filter) => {
  expect(readFilter(line, rules)).toEqual(filter);
});

test.each([
  ["14:30", "2026-03-09T14:30:00.000Z"],
  ["9:05", "2026-03-09T09:05:00.000Z"],
  ["１４：３０", "2026-03-09T14:30:00.000Z"],
  ["2026-04-09 14:30", "2026-04-09T13:30:00.000Z"],
  ["2026-02-30 14:30", undefined],
  ["24:00", undefined],
  ["soon", undefined],
])("a call-back at %s in London", (written, at) => {
  expect(readCallBack(written, day("2026-03-09"), "Europe/London")?.toISOString()).toBe(at);
});
