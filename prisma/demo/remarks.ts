import type { Locale } from "../../src/kernel/locale.ts";

type Remarks = Readonly<Record<string, readonly string[]>>;

/** What scorers write beside an item that did not earn all of its points. */
const beside: Readonly<Record<Locale, Remarks>> = {
  en: {
    greeting: ["Company named, own name left out.", "Greeted while still typing; it sounded rushed."],
    identity: ["Balance told before anything was checked.", "Only the postcode was checked, one detail of two."],
    listening: [
      "Cut in twice while the customer explained the bill.",
      "Offered an answer before the question was out.",
    ],
    questions: ["Asked for the order number twice.", "One question about the error text would have saved two minutes."],
    answer: [
      "Notice period is 30 days, not 14; see the article on moving house.",
      "Right in the main, but the fee for a paper invoice was left out.",
    ],
    resolution: ["Call-back promised without a time.", "Sent to the web form, although it can be booked in the call."],
    hold: ["Two minutes of silence without a word.", "Transferred cold; the customer had to start over."],
    upset: [
      "Went straight to the process; a word of regret was missing.",
      "Met the anger with the terms and conditions.",
    ],
    summary: ["Ended without summing up what was agreed.", "Did not ask whether anything was left."],
    record: ["Notes say “sorted”; nobody can tell what was promised.", "The promised date is missing in the notes."],
    authority: ["Changed the invoice address without asking who was calling."],
    needs: [
      "Recommended the larger plan before asking how many sites they have.",
      "Did not ask when they are busiest.",
    ],
    advice: ["The minimum term was not mentioned.", "Named the list price; their frame contract has another."],
    "follow-up": ["Agreed to get back “soon”, without a day.", "The confirmation by e-mail is missing."],
  },
  "zh-CN": {
    greeting: ["报了公司名，未报工号。", "开场语速过快，客户请求重复。"],
    identity: ["未核实身份即告知余额。", "只核对了一项资料，应核对两项。"],
    listening: ["客户说明账单时打断两次。", "客户没说完就开始解答。"],
    questions: ["订单号问了两遍。", "没有询问报错内容，多走了一步排查。"],
    answer: ["违约金说成按月计算，知识库为按日。", "主要内容正确，但未提示次月生效。"],
    resolution: ["承诺回电，未约定时间。", "可以当场办理的业务，引导客户自行上网办理。"],
    hold: ["让客户等待两分钟，中间没有任何说明。", "直接转接，客户需要重新说明情况。"],
    upset: ["客户抱怨时直接讲流程，缺少安抚。", "用条款回应情绪，语气生硬。"],
    summary: ["结束前未确认已约定的事项。", "没有询问是否还有其他需要。"],
    record: ["工单只写“已处理”，看不出承诺了什么。", "工单缺少回电日期。"],
    authority: ["未确认来电人身份就修改了开票信息。"],
    needs: ["还没了解分支数量就推荐了大套餐。", "没有询问业务高峰时段。"],
    advice: ["没有说明最低在网期限。", "报了标准资费，该客户有框架协议价。"],
    "follow-up": ["只说“尽快答复”，没有约定日期。", "未发送书面确认。"],
  },
};

/** What they write to the agent about all of it, from the best to those with most to learn from. */
const overall: Readonly<Record<Locale, readonly (readonly string[])[]>> = {
  en: [
    ["A lovely call, I would play it to new colleagues.", "Calm, clear and complete. Thank you."],
    ["Good call. Mind the small things noted beside the items.", "Solid work; the closing can be tighter."],
    ["Let us listen to this one together this week.", "You know all of this: take the time to say it."],
  ],
  "zh-CN": [
    ["整通服务流畅，可作为新人示范录音。", "思路清晰，解答完整，继续保持。"],
    ["整体不错，注意各项备注中的小问题。", "服务到位，结束语可以再完整一些。"],
    ["本周我们一起听一遍这通录音。", "业务知识你都掌握，慢一点、说完整。"],
  ],
};

/** What agents answer when they have read it. */
const answers: Readonly<Record<Locale, readonly string[]>> = {
  en: ["Thanks, that helps.", "Fair. I will watch the notes.", "Read it. I see the answer differently."],
  "zh-CN": ["谢谢，收到。", "有道理，工单我会写清楚。", "已阅，解答一项我有不同看法。"],
};

export const besideItem = (locale: Locale, item: string): readonly string[] => beside[locale][item] ?? [];
export const aboutAll = (locale: Locale, points: number): readonly string[] =>
  overall[locale][points >= 92 ? 0 : points >= 78 ? 1 : 2] ?? [];
export const answersOf = (locale: Locale): readonly string[] => answers[locale];
