import { type Say, say } from "../../../kernel/locale.ts";
import type { ItemRefusal } from "../domain.ts";

type Why = ItemRefusal["why"];
type Of<W extends Why> = Extract<ItemRefusal, { why: W }>;

/** What is said above a refusal. */
export const refusedTitle = say({ en: "That was not done", "zh-CN": "未执行" });
export const changedTitle = say({ en: "Somebody was faster", "zh-CN": "稿件已被他人改动" });

/** Why something about a bulletin was not done, and what to do instead; `name` is who was faster. */
const refusals: { readonly [W in Why]: (refusal: Of<W>, name: string) => Say } = {
  gone: () =>
    say({
      en: "There is no such item any more: its author has taken it back. Nothing was changed.",
      "zh-CN": "该稿件已不存在，作者可能已撤回。未做任何更改。",
    }),
  "not-yours": () =>
    say({
      en: "Only its author and the editors (supervisors, HR and admins of the site) can do that.",
      "zh-CN": "只有作者本人和编辑（本中心的主管、人事、管理员）可以这样做。",
    }),
  changed: (_, name) =>
    say({
      en: `${name} has changed it since you looked, so nothing of yours was done. This is how it stands now.`,
      "zh-CN": `在您查看之后，${name}已改动此稿件，因此您的操作未执行。现在的内容如下。`,
    }),
  decided: ({ state }) =>
    say({
      en:
        state === "approved"
          ? "The editors have approved it already, so its words are theirs to change: ask a supervisor, HR or an admin. You can still take it back until it is out."
          : "The editors have decided not to take it this time. You can put something new forward.",
      "zh-CN":
        state === "approved"
          ? "编辑已通过此稿件，如需修改请联系主管、人事或管理员。发布前您仍可撤回。"
          : "编辑决定本期不采用此稿件。您可以另行供稿。",
    }),
  out: () =>
    say({
      en: "It stands in a bulletin that is out. Ask an editor (a supervisor, HR or an admin) to take it out: the posted bulletin is then corrected.",
      "zh-CN": "此稿件已随周报发布。如需撤下，请联系编辑（主管、人事或管理员），已发布的周报会随之更正。",
    }),
  "never-out": () =>
    say({
      en: "That bulletin never went out, so approving it would show it to nobody. Move it to the coming one instead.",
      "zh-CN": "该期周报未能发布，通过后也不会有人看到。请将其移到下一期。",
    }),
  "too-many": ({ most }) =>
    say(({ number }) => ({
      en: `You have ${number(most)} items waiting for this bulletin already. Let the editors look at those first, or take one back.`,
      "zh-CN": `您已有 ${number(most)} 篇稿件待审核。请等编辑先处理，或撤回其中一篇。`,
    })),
  closed: () =>
    say({
      en: "That bulletin has just gone out. Send it once more: it is for the next one then.",
      "zh-CN": "该期周报刚刚发布。请再提交一次，将刊登在下一期。",
    }),
};

export const refusalWords = (refusal: ItemRefusal, name: string): Say =>
  // The table has words for each reason, for a refusal of just that reason.
  (refusals[refusal.why] as (refusal: ItemRefusal, name: string) => Say)(refusal, name);
