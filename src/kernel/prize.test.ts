import { describe, expect, test } from "vitest";
import { forgives } from "./prize.ts";

describe("a prize that would forgive a score", () => {
  test.each([
    "One waived deduction",
    "Forgives one absence",
    "Your lowest evaluation is erased",
    "Cancel a late arrival",
    "Remove 5 points of deductions",
    "Wipes one warning from your file",
    "Late pass",
    "one free absence",
    "A month without warnings",
    "Exempt from one evaluation",
    "5 points added to your score",
    "Excused lateness (once)",
    "A coupon that offsets a complaint",
    "Amnesty for June",
    "FORGIVE A SCORE",
    "免一次质检扣分",
    "抵扣迟到一次",
    "取消一次警告",
    "消除缺勤记录",
    "本月考核清零",
    "迟到券一张",
    "免死金牌",
    "迟到一次不扣分",
    "质检加5分",
    "可抵 ３ 分扣分",
    "旷工不计",
  ])("%s", (prize) => expect(forgives(prize)).toBe(true));
});

describe("a prize that is a prize", () => {
  test.each([
    "Coffee voucher",
    "A score of concert tickets",
    "Music score book",
    "The sheet score of a musical, cover signed",
    "Half a day off",
    "500 loyalty points, waived delivery",
    "Free cancellation, late check-out",
    "Skip one late shift",
    "Cinema ticket for a late show, can be cancelled",
    "A parking space near the entrance for a month",
    "Dinner with the director",
    "A football shirt signed by who scored the winning goal",
    "No. 1 mug",
    "A parcel to your address, marks and scratches excluded",
    "",
    "半天调休",
    "咖啡券",
    "免费停车一个月",
    "20 元抵扣券",
    "免费午餐，迟到也给您留着",
    "带薪假一天",
    "与总监共进午餐",
    "取消一次周末加班",
    "购物积分 500",
  ])("%s", (prize) => expect(forgives(prize)).toBe(false));
});
