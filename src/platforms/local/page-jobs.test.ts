import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { say } from "../../kernel/locale.ts";
import { done, refuse } from "../../kernel/outcome.ts";
import { chromiumPath, openBrowser } from "../../testing/peers/local-browser.ts";
import { type LocalHouse, localHouse } from "../../testing/peers/local-house.ts";

const chromium = chromiumPath();
const dayOff = say({ en: "Sunday is no workday.", "zh-CN": "周日不是工作日。" });

describe.skipIf(chromium === undefined)("the menu of jobs, in Chromium", { timeout: 60_000 }, () => {
  let house: LocalHouse;
  let browser: Browser;

  beforeAll(async () => {
    house = await localHouse({
      jobs: {
        declared: [
          { name: "never-seen-before", cron: "0 9 * * *" },
          { name: "refused", cron: "0 9 * * *" },
          { name: "broken", cron: "0 9 * * *" },
        ],
        async run(name) {
          if (name === "broken") throw new Error("no paper");
          return name === "refused" ? refuse({ say: dayOff }) : done({ ran: "now" });
        },
      },
    });
    browser = await openBrowser(chromium ?? "");
  });
  afterAll(async () => {
    await browser?.close();
    await house?.platform.stop();
  });

  // A browser in the other language than its reader's.
  it.each([
    ["ana", "zh-CN", "Run a job…", "Run now", "Done.", "Sunday is no workday.", /went wrong on our side.*reference is/],
    ["fang", "en-GB", "运行任务…", "立即运行", "已完成。", "周日不是工作日。", /我们这边出错了.*编号是/],
  ] as const)(
    "shows every declared job to %s and tells results and faults in their language",
    async (person, locale, menu, run, ran, off, fault) => {
      const context = await browser.newContext({ locale });
      const page = await context.newPage();
      await page.goto(`${house.url}/#/${person}`);
      await page.getByRole("button", { name: menu }).click();
      const jobs = page.getByRole("dialog").locator("select").first();
      expect(await jobs.locator("option").allTextContents()).toEqual([
        "never-seen-before  (0 9 * * *)",
        "refused  (0 9 * * *)",
        "broken  (0 9 * * *)",
      ]);
      for (const [job, words] of [
        ["never-seen-before", ran],
        ["refused", off],
        ["broken", fault],
      ] as const) {
        await jobs.selectOption(job);
        await page.getByRole("button", { name: run }).click();
        await page.locator(".result").getByText(words).waitFor();
      }
      await context.close();
    },
  );
});
