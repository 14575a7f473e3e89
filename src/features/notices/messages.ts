import { say } from "../../kernel/locale.ts";

/** What notices say around what others tell. */
export const words = {
  late: (at: Date, zone: string) =>
    say(({ dateTime }) => ({
      en: `This was meant for ${dateTime(at, zone)} and comes late.`,
      "zh-CN": `本条消息原定 ${dateTime(at, zone)} 发送，现补发。`,
    })),
};

/** What the owner of somebody who cannot be reached is told. */
export const undeliverableWords = {
  title: (name: string) => say({ en: `${name} cannot be reached`, "zh-CN": `无法送达：${name}` }),
  lost: (platform: string) =>
    say({
      en: ` does not get Fairline's messages on ${platform}.`,
      "zh-CN": ` 目前收不到 Fairline 在 ${platform} 上发送的消息。`,
    }),
  next: say({
    en: "A person may have blocked the bot or closed their account; a channel may be gone, or the bot is not in it. What was meant for them stays in the ledger and can be sent again once this is mended.",
    "zh-CN":
      "可能是本人屏蔽了机器人或账号已停用，也可能是频道已不存在或机器人不在频道中。未送达的消息仍保留在台账中，修复后可重新发送。",
  }),
  reason: (code: string) =>
    say({
      en: `The platform says: ${code}. You are told once; the next message is tried as usual.`,
      "zh-CN": `平台返回：${code}。此提醒只发送一次，之后的消息仍会照常尝试发送。`,
    }),
};
