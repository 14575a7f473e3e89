import { type Locale, type Say, say } from "../../kernel/locale.ts";
import type { CodeRefusal, HandOverRefusal } from "./link-code.ts";

const tries = (left: number) => (left === 1 ? "1 try" : `${left} tries`);

type Worded<R extends { readonly why: string }> = {
  readonly [W in R["why"]]: (refusal: Extract<R, { why: W }>) => Say;
};

const codeRefusals = (at: Date): Worded<CodeRefusal> => ({
  "too-many": ({ until }) => {
    const minutes = Math.max(1, Math.ceil((until.getTime() - at.getTime()) / 60_000));
    return say({
      en: `There were too many wrong codes, so this account has to wait ${minutes === 1 ? "1 minute" : `${minutes} minutes`}. Then enter a fresh code.`,
      "zh-CN": `错误次数过多，请等 ${minutes} 分钟后再输入新的关联码。`,
    });
  },
  wrong: ({ left }) =>
    left === 0
      ? say({
          en: "There is no such code. That was the last try for now. Please wait up to an hour, then enter a fresh code.",
          "zh-CN": "没有这个关联码。可试次数已用完，请稍后（最多一小时）再输入新的关联码。",
        })
      : say({
          en: `There is no such code. Please check every letter, or ask for a fresh one. You have ${tries(left)} left this hour.`,
          "zh-CN": `没有这个关联码。请逐位检查，或重新获取。一小时内还可试 ${left} 次。`,
        }),
  "already-yours": () =>
    say({
      en: "This account is linked to you already. The code is still good for another app.",
      "zh-CN": "此账号已经与您关联。这个关联码仍可用于别的应用。",
    }),
  used: () =>
    say({
      en: "This code was used before, and each code works once. Please get a fresh one.",
      "zh-CN": "这个关联码已经用过，每个只能使用一次。请重新获取。",
    }),
  expired: () =>
    say({
      en: "This code is too old: a code lasts 15 minutes. Please get a fresh one.",
      "zh-CN": "这个关联码已过期，有效期只有 15 分钟。请重新获取。",
    }),
});

/** Why a code did not join an account, and what to do. */
export function codeRefused(refusal: CodeRefusal, at: Date, locale: Locale): string {
  const worded = codeRefusals(at)[refusal.why] as (refusal: CodeRefusal) => Say;
  return worded(refusal)(locale);
}

const handOverRefusals = (name: string): Worded<HandOverRefusal> => ({
  "not-yours": () =>
    say({
      en: `A code for ${name} comes from their team lead, or from HR or an admin of their site. Please ask one of them.`,
      "zh-CN": `${name}的关联码由其班组长，或所在中心的人事、管理员发放。请联系他们。`,
    }),
  "higher-role": () =>
    say({
      en: `${name} may do more here than you may, so only an admin of their site can make this code.`,
      "zh-CN": `${name}的权限比您高，只有所在中心的管理员才能发这个关联码。`,
    }),
  left: ({ on }) =>
    say(({ day }) => ({
      en: `${name} left on ${day(on)}, so there is no account to link. If that is wrong, please ask HR to correct the roster.`,
      "zh-CN": `${name}已于${day(on)}离职，无法关联账号。如有误，请联系人事更正花名册。`,
    })),
});

/** Why somebody may not hand over a code, and whom to ask. */
export function handOverRefused(refusal: HandOverRefusal, name: string, locale: Locale): string {
  const worded = handOverRefusals(name)[refusal.why] as (refusal: HandOverRefusal) => Say;
  return worded(refusal)(locale);
}
