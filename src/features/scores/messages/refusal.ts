import { format, type Locale, type Say, say } from "../../../kernel/locale.ts";
import type { Refusal } from "../refusal.ts";
import { metricNames } from "./names.ts";

const anyOf = (locale: Locale, names: readonly string[]) => format(locale).anyOf(names);

/** A refusal's own words; one without words does not compile. */
const refusals: { readonly [W in Refusal["why"]]: (refusal: Extract<Refusal, { why: W }>) => Say } = {
  "not-yours": ({ name }) =>
    say({
      en: `${name}'s numbers are open to ${name}, their team lead, and supervisors and quality staff of their site. Ask one of them.`,
      "zh-CN": `${name}的数据仅本人、其班组长以及本中心的主管和质检可见，请向他们了解。`,
    }),
  "not-your-team": ({ name }) =>
    say({
      en: `The result of ${name} is open to its lead and deputies, and to supervisors and quality staff of its site. Ask one of them.`,
      "zh-CN": `${name}的成绩仅其班组长、副组长以及本中心的主管和质检可见，请向他们了解。`,
    }),
  "no-scorecard": ({ name }) =>
    say({
      en: `There is no live scorecard for ${name} in this period. An admin adds one to fairline.yaml and applies it.`,
      "zh-CN": `该时段没有适用于${name}的计分卡。请管理员在 fairline.yaml 中添加并应用。`,
    }),
  "before-hire": ({ name, hiredOn }) =>
    say(({ day }) => ({
      en: `${name} joined on ${day(hiredOn)}; there is nothing to score before that.`,
      "zh-CN": `${name}于 ${day(hiredOn)} 入职，此前没有可计分的数据。`,
    })),
  "not-weighed":
    ({ metric, weighed }) =>
    (locale) => {
      const names = anyOf(
        locale,
        weighed.map((one) => metricNames[one](locale)),
      );
      return say({
        en: `${metricNames[metric]("en")} is not on the scorecard of this period. Ask for ${names}.`,
        "zh-CN": `该时段的计分卡不含“${metricNames[metric]("zh-CN")}”。可查询${names}。`,
      })(locale);
    },
  "no-such-person": () => say({ en: "That person is no longer on the roster.", "zh-CN": "该人员已不在名册中。" }),
  "no-such-team":
    ({ text, teams }) =>
    (locale) =>
      say({
        en: teams.length
          ? `There is no team “${text}”. You may see ${anyOf(locale, teams)}.`
          : `There is no team “${text}”.`,
        "zh-CN": teams.length
          ? `没有“${text}”这个班组。您可以查看${anyOf(locale, teams)}。`
          : `没有“${text}”这个班组。`,
      })(locale),
  "no-team": () =>
    say({
      en: "You lead no team at present. If you should, ask an admin of your site to put you in its lead's seat.",
      "zh-CN": "您目前没有负责的班组。如有误，请联系本中心管理员设置班组长。",
    }),
};

/** The words of a refusal. */
export const refusalWords = (refusal: Refusal): Say => (refusals[refusal.why] as (refusal: Refusal) => Say)(refusal);

export const refusedTitle = say({ en: "I cannot show that", "zh-CN": "无法显示" });
