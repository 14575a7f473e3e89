import { mkdtemp, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { text } from "../../chat/view.ts";
import { hostile } from "../../testing/contracts/sample.ts";
import { chromiumPath, openBrowser } from "../../testing/peers/local-browser.ts";
import { type LocalHouse, localHouse } from "../../testing/peers/local-house.ts";

const chromium = chromiumPath();
if (chromium === undefined) {
  process.stderr.write("The page was not tried in a browser: no Chromium found; set CHROMIUM_PATH to try it.\n");
}

describe.skipIf(chromium === undefined)("the page, in Chromium", { timeout: 60_000 }, () => {
  let house: LocalHouse;
  let browser: Browser;
  const problems: string[] = [];
  const pages: Page[] = [];

  beforeAll(async () => {
    house = await localHouse();
    browser = await openBrowser(chromium ?? "");
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
    expect(problems.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.platform.stop();
  });

  async function open(path = "", options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB", ...options });
    const page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(house.url)) problems.push(`asked for ${request.url()}`);
    });
    pages.push(page);
    await page.goto(`${house.url}/${path}`);
    return page;
  }
  const say = async (page: Page, line: string) => {
    await page.locator("#line").fill(line);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
  };
  const focused = (page: Page) => page.evaluate<string>("document.activeElement.textContent");
  const see = (page: Page, words: string) => page.getByText(words).first().waitFor();

  it("is met by keyboard alone: find a person, complete a command, get an answer", async () => {
    const page = await open();
    await page.locator(".row").first().waitFor();
    await page.keyboard.type("kestrel");
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toContain("Ana Torres");
    await page.keyboard.press("Enter");
    await see(page, "Nothing here yet");
    await page.keyboard.type("/mys");
    expect(await page.locator("[role=option]").allTextContents()).toEqual([
      expect.stringContaining("/myscore [period]"),
    ]);
    await page.keyboard.press("Tab");
    expect(await page.locator("#line").inputValue()).toBe("/myscore ");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    expect(await page.locator("#line").inputValue()).toBe("/myscore yesterday ");
    await page.keyboard.press("Enter");
    await see(page, "Score of Ana Torres");
    expect(await page.locator("#line").inputValue()).toBe("");
    expect(await page.locator(".table th").allTextContents()).toEqual([
      "Metric",
      "Value",
      "Target",
      "Weight",
      "Points",
    ]);
    expect(await page.locator(".facts dt").first().textContent()).toBe("Points");
  });

  it("presses buttons, asks before a dangerous one, opens menus by keyboard", async () => {
    const page = await open("#/ana");
    await say(page, "/myscore");
    await page.getByRole("button", { name: "Explain" }).last().click();
    await see(page, "How it was made");
    const menu = page.getByRole("button", { name: "By queue" }).last();
    await menu.focus();
    for (const key of ["Enter", "ArrowDown", "Escape"]) await page.keyboard.press(key);
    expect(await focused(page)).toBe("By queue");
    for (const key of ["ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
    await see(page, "Queue sales");
    await page.getByRole("button", { name: "Forget it" }).last().click();
    expect(await page.locator("dialog").textContent()).toContain("The score is taken down for everybody.");
    await page.getByRole("button", { name: "Cancel" }).click();
    expect(await page.getByText("Nothing is left.").count()).toBe(0);
    await page.getByRole("button", { name: "Forget it" }).last().click();
    await page.getByRole("button", { name: "Yes, go on" }).click();
    await see(page, "Nothing is left.");
    await see(page, "edited");
  });

  it("says what is wrong beside each field of a form and takes it when it is right", async () => {
    const page = await open("#/ana");
    await say(page, "/appeal new E-77");
    const dialog = page.locator("dialog");
    await dialog.waitFor();
    const reason = dialog.getByLabel("Reason");
    await reason.fill("too short");
    await dialog.getByRole("button", { name: "Send" }).click();
    await dialog.getByText("At least 20 characters are needed; this has 9.").waitFor();
    expect(await reason.inputValue()).toBe("too short");
    const described = (await reason.getAttribute("aria-describedby"))?.split(" ")[0] ?? "";
    expect(await page.locator(`#${described}`).textContent()).toContain("At least 20 characters");
    expect(await page.evaluate<string>("document.activeElement.tagName")).toBe("SELECT");
    await dialog.getByLabel("What is wrong").selectOption("rule");
    await dialog.getByLabel("Day of the call").fill("2026-03-09");
    await dialog.getByLabel("Who else heard it").fill("Ben Okafor");
    await reason.fill("The rule speaks of calls, not of chats.");
    await dialog
      .getByLabel("Recording")
      .setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("hello") });
    await dialog.getByRole("button", { name: "Send" }).click();
    await see(page, "E-77 / rule / 2026-03-09 / account ben / a.txt: hello");
    expect(await dialog.count()).toBe(0);
  });

  it("shows in one page what happens in another, and what is for one person to nobody else", async () => {
    const ana = await open("#/ana/harbour-floor");
    const ben = await open("#/ben/harbour-floor");
    await see(ben, "Nobody has written here yet");
    await say(ana, "good morning");
    await see(ben, "good morning");
    await say(ana, "/myscore");
    await see(ana, "Only you can see this");
    await say(ana, "/counter");
    await see(ben, "Count is 0");
    await ben.getByRole("button", { name: "Bump" }).focus();
    await ben.keyboard.press("Enter");
    await see(ana, "Count is 1");
    await see(ben, "Count is 1");
    await ben.keyboard.press("Enter");
    await see(ana, "Count is 2");
    expect(await ben.getByText("Score of Ana").count()).toBe(0);
    await house.platform.post(house.place("harbour-news"), { title: "Bulletin", blocks: [text("news")] });
    await ben.locator(".place.unread", { hasText: "bulletins" }).waitFor();
    expect(await ben.title()).toMatch(/^\(1\) /);
  });

  it("comes back by itself after the connection was lost", async () => {
    const page = await open("#/cleo");
    await see(page, "Live");
    await page.context().setOffline(true);
    await page.locator("#line").fill("are you there?");
    await page.keyboard.press("Enter");
    await see(page, "Fairline does not answer");
    expect(await page.locator("#line").inputValue()).toBe("are you there?");
    await house.platform.post(house.place("dm:cleo"), { title: "While you were away", blocks: [] });
    await page.context().setOffline(false);
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await see(page, "While you were away");
    expect(problems.splice(0).every((problem) => problem.includes("ERR_INTERNET_DISCONNECTED"))).toBe(true);
  });

  it("changes its language with the person, and runs a job from its menu", async () => {
    const page = await open("#/ana");
    await page.locator("#switch").click();
    await page.keyboard.type("王芳");
    await page.keyboard.press("Enter");
    await page.getByPlaceholder("发消息到 Fairline").waitFor();
    expect(await page.evaluate<string>("document.documentElement.lang")).toBe("zh-CN");
    await say(page, "／myscore");
    await see(page, "的得分");
    await page.getByRole("button", { name: "运行任务…" }).click();
    await page.getByLabel("视为何时").fill("2026-03-09T09:00");
    await page.getByRole("button", { name: "立即运行" }).click();
    await see(page, "已完成。");
    await page.getByRole("button", { name: "立即运行" }).click();
    await see(page, "这一次已经运行过");
    expect(house.runs).toContain("daily-scores chengdu 2026-03-09T01:00:00.000Z");
  });

  it("shows hostile text as text, pictures and files", async () => {
    const page = await open("#/dev");
    await say(page, `/kudos Ben ${hostile}`);
    await see(page, "<script>alert(1)</script>");
    await say(page, "/report");
    await page.waitForFunction("document.querySelector('.picture')?.naturalWidth === 560");
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".file").click()]);
    expect(download.suggestedFilename()).toBe("week 11.csv");
  });

  it.each([
    ["wide-light", "#/ana", { colorScheme: "light" }],
    ["wide-dark-zh", "#/fang", { colorScheme: "dark" }],
    ["phone", "#/ana", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
  ] as const)("looks as it should: %s", async (name, path, options) => {
    const page = await open(path, options);
    await say(page, "/myscore");
    await page.locator(".facts").last().waitFor();
    const folder = await mkdtemp(join(tmpdir(), "fairline-page-"));
    const file = join(folder, `${name}.png`);
    await page.screenshot({ path: file });
    expect((await stat(file)).size).toBeGreaterThan(10_000);
    expect(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBe(0);
    const composer = await page.locator("#composer").boundingBox();
    expect((composer?.y ?? 0) + (composer?.height ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
  });
});
