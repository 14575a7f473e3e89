import { action, command, form, view } from "../../../chat/command.ts";
import { file, optional, person, text as textParam } from "../../../chat/param.ts";
import { text, type View } from "../../../chat/view.ts";
import { say } from "../../../kernel/locale.ts";

/** Commands and actions that try what is peculiar to Discord. */

export const words = (en: string, zh: string) => say({ en, "zh-CN": zh });
export const simple = (title: string, said: string): View => ({ title, blocks: [text(said)] });
export const shared = { allow: "everyone" as const, summary: words("Tries", "尝试"), audience: "asker" as const };

export const hello = command({
  ...shared,
  name: "hello",
  params: {},
  run: async () => view(() => simple("Hello", "you")),
});

export const send = command({
  ...shared,
  name: "send",
  params: {
    to: person({ label: words("To", "收件人") }),
    sheet: file({ label: words("Sheet", "表格"), maxBytes: 20 }),
    reason: textParam({ label: words("Reason", "理由"), min: 5, max: 100, paragraph: true }),
    extra: optional(textParam({ label: words("Extra", "补充"), max: 20 })),
  },
  run: async ({ values: { to, sheet, reason, extra } }) => {
    const content = new TextDecoder().decode(await sheet.read());
    const who = "account" in to ? to.account.user : to.text;
    return view(() => simple("Sent", `${who} | ${sheet.name} | ${content} | ${reason} | ${extra ?? "-"}`));
  },
});

export const amend = action({
  ...shared,
  name: "amend",
  audience: "replace",
  params: { words: textParam({ label: words("Words", "内容"), min: 4, max: 40 }) },
  run: async ({ values }) => view(() => simple("Board", `now ${values.words}`)),
});
export const drop = action({
  ...shared,
  name: "drop",
  audience: "replace",
  params: {},
  run: async () => view(() => simple("Board", "dropped")),
});
export const board = command({
  ...shared,
  name: "board",
  audience: "place",
  params: {},
  run: async () =>
    view(() => ({
      title: "Board",
      blocks: [
        text("as it was"),
        {
          is: "buttons",
          buttons: [
            { label: "Amend", action: amend.to({}) },
            { label: "Drop", action: drop.to({}), style: "danger", confirm: "Really *drop* it?" },
          ],
        },
      ],
    })),
});
export const locked = command({
  ...shared,
  name: "locked",
  audience: "place",
  allow: ["admin"],
  params: {},
  run: async () => view(() => simple("Locked", "open")),
});
export const opens = command({
  ...shared,
  name: "opens",
  opensForm: true,
  params: {},
  run: async () => form("send", { reason: "because" }),
});
