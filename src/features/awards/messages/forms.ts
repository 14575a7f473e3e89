import { say } from "../../../kernel/locale.ts";

/** What `/award` and the forms of a proposal ask for. */
export const formWords = {
  summary: say({ en: "See and confirm award proposals", "zh-CN": "查看并确认表彰提名" }),
  number: say({ en: "Award", "zh-CN": "奖项编号" }),
  numberHint: say({
    en: "Its number, such as AW-12; all that wait if left out",
    "zh-CN": "例如 AW-12，不填则列出待确认的提名",
  }),
  open: say({ en: "Open an award", "zh-CN": "打开一个奖项" }),
  confirm: say({ en: "Confirm and post", "zh-CN": "确认并公布" }),
  change: say({ en: "Give it to somebody else", "zh-CN": "改授他人" }),
  decline: say({ en: "Give it to nobody", "zh-CN": "本次不颁发" }),
  prize: say({ en: "Prize", "zh-CN": "奖品" }),
  prizeHint: say({
    en: "Posted with the award; left empty, there is none. No prize may forgive a score.",
    "zh-CN": "随奖项公布，留空则没有。奖品不得用于免除任何分数。",
  }),
  editPrize: say({ en: "Prize and coupon", "zh-CN": "奖品与券码" }),
  coupon: say({ en: "Coupon", "zh-CN": "券码" }),
  couponHint: say({
    en: "A code or where to get it; only winners are told, privately",
    "zh-CN": "券码或领取方式，仅私下告知获奖者",
  }),
  undo: say({ en: "Take back", "zh-CN": "撤回" }),
  person: say({ en: "Who instead", "zh-CN": "改授给谁" }),
  personHint: say({
    en: "An agent of your site but yourself; of the team, where it is won within a team",
    "zh-CN": "本中心坐席，您本人除外；班组内评选的奖项限本班组坐席",
  }),
  instead: say({ en: "In whose place", "zh-CN": "替换谁" }),
  insteadHint: say({
    en: "Only where several share it: which winner goes without. Left empty, all of them keep it",
    "zh-CN": "仅多人并列时填写被替换的获奖者；留空则在原有获奖者之外增授",
  }),
  team: say({ en: "Which team instead", "zh-CN": "改授哪个班组" }),
  teamHint: say({ en: "The name of a team of your site that you do not sit in", "zh-CN": "本中心其他班组的名称" }),
  reason: say({ en: "Reason", "zh-CN": "理由" }),
  postedHint: say({
    en: "At least 20 characters. It is posted with the award.",
    "zh-CN": "至少 20 个字符，将随奖项一并公布。",
  }),
  keptHint: say({
    en: "At least 20 characters. It is kept for those who audit, and told to nobody.",
    "zh-CN": "至少 20 个字符，仅留档备查，不会告知他人。",
  }),
} as const;
