import { type Say, say } from "../../../kernel/locale.ts";

const english = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** The months by their numbers. */
export const monthNames: Readonly<Record<string, Say>> = Object.fromEntries(
  english.map((en, index) => [`${index + 1}`, say({ en, "zh-CN": `${index + 1}月` })]),
);

const named = (month: number, words: (name: string) => Say): Say => {
  const name = monthNames[month];
  return (locale) => words(name?.(locale) ?? "")(locale);
};

/** What the list of a month's birthdays says. */
export const listWords = {
  summary: say({ en: "See a month's birthdays and who hears of each", "zh-CN": "查看某月生日及公开范围" }),
  month: say({ en: "Month", "zh-CN": "月份" }),
  monthHint: say({ en: "This month if left out", "zh-CN": "不填则为本月" }),
  title: (month: number, site: string) =>
    named(month, (name) => say({ en: `Birthdays in ${name}, ${site}`, "zh-CN": `${name}生日（${site}）` })),
  one: (name: string, employeeNo: string, hears: string) =>
    say({ en: `${name} (${employeeNo}) – ${hears}`, "zh-CN": `${name}（${employeeNo}）– ${hears}` }),
  usual: say({ en: ", usual here", "zh-CN": "，本中心默认" }),
  between: say({ en: "; ", "zh-CN": "；" }),
  privately: say({
    en: "For you alone: please tell nobody of those who want nobody, or only their team, to hear. This reading is on record.",
    "zh-CN": "仅供您本人查看：选择“不公开”或“仅本班组”的，请勿向他人透露。本次查看已留痕。",
  }),
  none: (month: number) =>
    named(month, (name) =>
      say({
        en: `No birthday in ${name} is known here. People set theirs with `,
        "zh-CN": `本中心没有已知的${name}生日。员工可自行填写：`,
      }),
    ),
  noneElse: say({
    en: ", and a roster that an admin imports brings them too.",
    "zh-CN": "，管理员导入花名册也会带入。",
  }),
} as const;
