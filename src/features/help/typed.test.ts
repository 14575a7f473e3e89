import { describe, expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { helpConfig } from "./rules.ts";
import { meantBy, readCallBack, readFilter, readRequest } from "./typed.ts";

const rules = helpConfig.parse({});

describe("what stands before the text of a request", () => {
  const plain = { isLive: false, isHigh: false };

  test.each<readonly [string, object]>([
    ["The CRM hangs", { ...plain, text: "The CRM hangs" }],
    ["live The CRM hangs", { ...plain, text: "The CRM hangs", isLive: true }],
    ["LIVE: system: The CRM hangs", { ...plain, text: "The CRM hangs", isLive: true, category: "system" }],
    ["urgent @14:30 Call them", { ...plain, text: "Call them", isHigh: true, callBack: "14:30" }],
    ["在线 客户要求退款", { ...plain, text: "客户要求退款", isLive: true }],
    ["在线，紧急，系统故障：页面打不开", { text: "页面打不开", isLive: true, isHigh: true, category: "system" }],
    ["在线客服打不开", { ...plain, text: "在线客服打不开" }],
    ["lively music on hold", { ...plain, text: "lively music on hold" }],
    ["error: 5 again", { ...plain, text: "error: 5 again" }],
    ["new live CRM hangs", { ...plain, text: "CRM hangs", isLive: true }],
    ["新建 在线 页面打不开", { ...plain, text: "页面打不开", isLive: true }],
    ["new customer cannot log in", { ...plain, text: "new customer cannot log in" }],
    ["live! CRM hangs", { ...plain, text: "CRM hangs", isLive: true }],
    ["Live - CRM hangs", { ...plain, text: "CRM hangs", isLive: true }],
    ["live. CRM hangs", { ...plain, text: "CRM hangs", isLive: true }],
    ["在线！页面打不开", { ...plain, text: "页面打不开", isLive: true }],
    ["live.example.com is down", { ...plain, text: "live.example.com is down" }],
    ["live-chat is down", { ...plain, text: "live-chat is down" }],
    ["live chat is down", { ...plain, text: "live chat is down" }],
    ["客户在线要求退款", { ...plain, text: "客户在线要求退款", isLive: true }],
    ["在线客户要求退款", { ...plain, text: "在线客户要求退款", isLive: true }],
    ["客户在线CRM打不开", { ...plain, text: "客户在线CRM打不开", isLive: true }],
    ...["在线支付报错", "在线下单失败", "客户在线支付失败", "在线客户端打不开", "在线上渠道投诉"].map(
      (text) => [text, { ...plain, text }] as const,
    ),
    ["@2026-03-10 09:00 Call them", { ...plain, text: "Call them", callBack: "2026-03-10 09:00" }],
    ["在线 @2026-03-10 09:00，回电", { ...plain, text: "回电", isLive: true, callBack: "2026-03-10 09:00" }],
  ])("%s", (line, read) => {
    expect(readRequest(line, rules)).toEqual(read);
  });
});

describe("what a line asks for", () => {
  test.each<readonly [string, object]>([
    ["", { is: "form" }],
    ["new", { is: "form" }],
    ["new customer cannot log in", { is: "request", text: "new customer cannot log in" }],
    ["list", { is: "list", rest: "" }],
    ["list opne", { is: "list", rest: "opne" }],
    ["list of our plans is empty, what do I say", { is: "request", text: "list of our plans is empty, what do I say" }],
    ["claim H-12", { is: "claim", number: "H-12", rest: "" }],
    ["接手 12", { is: "claim", number: "12", rest: "" }],
    ["list 待接手 在线", { is: "list", rest: "待接手 在线" }],
    ["list live systm", { is: "list", rest: "live systm" }],
    ["claim h12", { is: "claim", number: "h12", rest: "" }],
    ["resolve H-12 cleared the cache", { is: "resolve", number: "H-12", rest: "cleared the cache" }],
    ["resolve h12: cleared the cache", { is: "resolve", number: "h12", rest: "cleared the cache" }],
    ["resolve 12: cleared the cache", { is: "resolve", number: "12", rest: "cleared the cache" }],
    ["reopen 12", { is: "reopen", number: "12", rest: "" }],
    ["重新打开 H-12 还是打不开", { is: "reopen", number: "H-12", rest: "还是打不开" }],
    ["解决 12：已清缓存", { is: "resolve", number: "12", rest: "已清缓存" }],
    ...[
      "claim form is missing",
      "claim 4021 was denied, customer is on the line, what do I tell her?",
      "list price is wrong",
      "resolve 12 items missing in order",
      "reopen 3 tickets for one customer?",
      "接手 12 号工单后页面打不开",
      "解决 3 个客户的退款怎么操作",
      "列表 打不开 怎么办",
    ].map((text) => [text, { is: "request", text }] as const),
    ["reopen", { is: "which", verb: "reopen" }],
  ])("%s", (line, meant) => {
    expect(meantBy(line, rules)).toEqual(meant);
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
