import { describe, expect, test } from "vitest";
import { plainView } from "../../chat/plain.ts";
import { registry } from "../../chat/registry.ts";
import type { Locale } from "../../kernel/locale.ts";
import { anAccount, anId } from "../../testing/builders.ts";
import { monday } from "../../testing/bulletin-builders.ts";
import { aDelivery, bulletinHouse, type HouseOptions } from "../../testing/bulletin-house.ts";
import { testRouter } from "../../testing/conversation.ts";
import * as to from "./addresses.ts";

/** Leeds with nothing but what people write, unless said otherwise. */
const house = (locale: Locale = "en", but: HouseOptions = {}) => bulletinHouse(locale, { sections: [], ...but });
type House = ReturnType<typeof house>;

const lunch = { section: "events", title: "Spring lunch", text: "We eat together on Thursday at noon." };
const kind = { section: "voices", title: "A kind word", text: "Thank you for staying on the line." };
const menu = "Open an item";

const submits = (house: House, user: string, item: object) =>
  house.on(user).runs("bulletin submit", item as Record<string, string>);

/** The bulletin of Monday goes out at ten, and is answered as it stands in the channel. */
async function goesOut({ bulletins, clock }: House): Promise<string> {
  clock.to("2026-03-16T10:00:00Z");
  const [, issue] = bulletins.kinds;
  const [prepared] = (await issue?.prepare([aDelivery()], clock.now())) ?? [];
  return prepared?.is === "view"
    ? plainView(prepared.view({ locale: "en", zone: "Europe/London" }))
    : `${prepared?.is}`;
}

/** What somebody is answered who presses a button that was never shown to them. */
async function forges(house: House, user: string, action: string) {
  const talk = testRouter(registry(house.commands, house.actions), { people: house.people, clock: house.clock });
  const by = anAccount(user);
  const place = { platform: by.platform, workspace: by.workspace, id: "floor", kind: "channel" } as const;
  const reply = await talk.answer({ is: "press", key: `forged ${user} ${action}`, by, place, action });
  return reply.is === "view" ? plainView(reply.view) : reply.is;
}

describe("putting something forward", () => {
  test("opens a form for what is missing, and says what happens next", async () => {
    const ana = house().on("ANA");
    await ana.says("/bulletin submit");
    expect(ana.sees()).toMatch(/Write for the bulletin\nSection: \nTitle: \nText: \n/);
    await ana.fills({ ...lunch, text: "Too short." });
    expect(ana.sees()).toContain("At least 20 characters are needed");
    await ana.fills(lunch);
    expect(ana.sees()).toMatchInlineSnapshot(`
      "Thank you, the editors have it
      📅 Events
      Spring lunch
      We eat together on Thursday at noon.
      — Ana Diaz
      What happens next: the editors look at it before the bulletin goes out. If they approve it, it stands in the bulletin of Mon, 16 Mar 2026 with your name. You can change it until they decide, and take it back until it is out.
      [Change] [Take it back]"
    `);
  });

  test("in Chinese", async () => {
    const ana = house("zh-CN").on("ANA");
    await ana.says("/bulletin submit 客户之声 一句感谢 客服一直陪我把问题解决完才挂电话，非常感谢，辛苦了！");
    expect(ana.sees()).toMatchInlineSnapshot(`
      "感谢供稿，编辑已收到
      💬 客户之声
      一句感谢
      客服一直陪我把问题解决完才挂电话，非常感谢，辛苦了！
      —— Ana Diaz
      接下来：编辑会在发布前审核。通过后将刊登在2026年3月16日周一的周报上，并署您的姓名。审核前您可以修改，发布前可以撤回。
      [修改] [撤回]"
    `);
  });

  test("sent twice it is one item", async () => {
    const made = house();
    await submits(made, "ANA", lunch);
    await submits(made, "ANA", lunch);
    expect((await made.store.bulletin("leeds", monday)).items).toHaveLength(1);
  });

  test("after Monday's bulletin is out it is for the next", async () => {
    const made = house();
    made.clock.to("2026-03-16T09:00:00Z");
    const ana = made.on("ANA");
    await ana.runs("bulletin submit", lunch);
    expect(ana.sees()).toContain("the bulletin of Mon, 16 Mar 2026");
    await goesOut(made);
    await ana.runs("bulletin submit", kind);
    expect(ana.sees()).toContain("the bulletin of Mon, 23 Mar 2026");
  });

  test("hostile text stays text, in the draft and in the bulletin", async () => {
    const made = house();
    const nasty = "<!channel> @everyone **bold** [x](http://evil.example) `code` \u202Eabc";
    await submits(made, "ANA", { section: "events", title: "@here\n*party*", text: nasty });
    const sam = made.on("SAM");
    await sam.says("/bulletin approve");
    const [item] = (await made.store.bulletin("leeds", monday)).items;
    expect(item).toMatchObject({ title: "@here *party*", text: nasty });
    for (const view of sam.views()) {
      const spans = view.blocks.flatMap((block) => (block.is === "text" ? block.spans : []));
      expect(spans).toContain(nasty);
      expect(spans).not.toContainEqual(expect.objectContaining({ is: "link" }));
    }
    expect(await goesOut(made)).toContain(nasty);
  });

  test("its author changes it until it is decided and takes it back until it is out", async () => {
    const made = house();
    const [ana, sam] = [made.on("ANA"), made.on("SAM")];
    await ana.runs("bulletin submit", lunch);
    await ana.presses("Change");
    expect(ana.sees()).toContain("Text: We eat together on Thursday at noon.");
    await ana.fills({ title: "Spring lunch on Thursday" });
    expect(ana.sees()).toContain("📅 Events · Spring lunch on Thursday");
    await sam.says("/bulletin approve");
    await ana.presses("Change");
    expect(ana.sees()).toContain("The editors have approved it already");
    await ana.presses("Take it back");
    expect(ana.sees()).toContain("“Spring lunch on Thursday” will not be in the bulletin.");
    expect((await made.store.bulletin("leeds", monday)).items).toEqual([]);
  });

  test("what is out cannot be taken back, and it is said who can take it out", async () => {
    const made = house();
    const ana = made.on("ANA");
    await ana.runs("bulletin submit", lunch);
    await made.on("SAM").says("/bulletin approve");
    await goesOut(made);
    await ana.presses("Take it back");
    expect(ana.sees()).toMatch(/It stands in a bulletin that is out\. Ask an editor/);
    expect((await made.store.bulletin("leeds", monday)).items).toHaveLength(1);
  });
});

describe("the editors", () => {
  async function withTwo(locale: Locale = "en") {
    const made = house(locale);
    await submits(made, "ANA", lunch);
    await submits(made, "BO", kind);
    return made;
  }

  test("see the draft, press what they mean, and approve what is left", async () => {
    const made = await withTwo();
    const sam = made.on("SAM");
    await sam.says("/bulletin draft");
    expect(sam.sees()).toMatchInlineSnapshot(`
      "Draft · Leeds weekly bulletin · Mon, 16 Mar 2026
      It goes out on Mon, 16 Mar 2026 with what is approved by then; the rest stays out.
      0 approved · 2 waiting
      ———
      📅 Events
      ⏳ Spring lunch · waiting
      We eat together on Thursday at noon.
      — Ana Diaz
      ———
      💬 Customer voices
      ⏳ A kind word · waiting
      Thank you for staying on the line.
      — Bo Lund
      ———
      [Open an item ▾]
      [Open a section ▾]
      [Approve all 2] [Preview]"
    `);
    await sam.picks(menu, "⏳ Events · Spring lunch");
    expect(sam.sees()).toMatchInlineSnapshot(`
      "📅 Events · Spring lunch
      We eat together on Thursday at noon.
      From Ana Diaz, 13 Mar 2026, 15:00
      ⏳ Waiting for approval.
      For the bulletin of Mon, 16 Mar 2026, 1 of 1 in its section.
      [Approve] [Edit] [Drop] [Up] [Down] [To the draft]"
    `);
    await sam.presses("Edit");
    await sam.fills({ text: "We eat together on Friday at noon." });
    expect(sam.sees()).toMatch(/on Friday at noon\.\nFrom Ana Diaz, .*Edited by Sam Reid/);
    await sam.presses("Drop");
    expect(sam.sees()).toContain("🚫 Dropped: it stays out of the bulletin.");
    await sam.presses("Put back");
    expect(sam.sees()).toContain("⏳ Waiting for approval.");
    await sam.presses("Approve");
    expect(sam.sees()).toContain("✅ Approved.");
    await sam.presses("To the draft");
    await sam.presses("Preview");
    expect(sam.sees()).toMatch(/^Preview · [\s\S]*Friday at noon/);
    expect(sam.sees()).not.toContain("A kind word");
    await sam.presses("Approve all 1");
    expect(sam.sees()).toMatch(/Approved: 1 item\.[\s\S]*2 approved\nApproved as a whole by Sam Reid/);
    expect(await goesOut(made)).toMatchInlineSnapshot(`
      "Leeds weekly bulletin · Mon, 16 Mar 2026
      Looking back at 9 Mar – 15 Mar, and ahead to 16 Mar – 22 Mar.
      ———
      📅 Events
      Spring lunch
      We eat together on Friday at noon.
      — Ana Diaz, edited
      ———
      💬 Customer voices
      A kind word
      Thank you for staying on the line.
      — Bo Lund
      ———
      Something to share? /bulletin submit · Earlier bulletins: /bulletin list"
    `);
  });

  test("in Chinese", async () => {
    const made = await withTwo("zh-CN");
    const sam = made.on("SAM");
    await sam.says("/bulletin draft");
    expect(sam.sees()).toMatchInlineSnapshot(`
      "草稿 · Leeds周报 · 2026年3月16日周一
      将于2026年3月16日周一发布，届时只刊登已通过的稿件。
      已通过 0 篇 · 待审核 2 篇
      ———
      📅 活动预告
      ⏳ Spring lunch · 待审核
      We eat together on Thursday at noon.
      —— Ana Diaz
      ———
      💬 客户之声
      ⏳ A kind word · 待审核
      Thank you for staying on the line.
      —— Bo Lund
      ———
      [选择稿件 ▾]
      [选择栏目 ▾]
      [全部通过（2 篇）] [预览]"
    `);
    await sam.picks("选择稿件", "⏳ 客户之声 · A kind word");
    await sam.presses("撤下");
    expect(sam.sees()).toMatchInlineSnapshot(`
      "💬 客户之声 · A kind word
      Thank you for staying on the line.
      供稿：Bo Lund，2026年3月13日 15:00
      🚫 已撤下，不会刊登。
      [通过] [编辑] [恢复] [上移] [下移] [返回草稿]"
    `);
    await sam.says("/bulletin approve");
    expect(sam.sees()).toContain("已通过 1 篇稿件。");
  });

  test("put items and sections in order, and take a whole section out", async () => {
    const made = await withTwo();
    await submits(made, "CY", { ...lunch, title: "Picnic" });
    const sam = made.on("SAM");
    await sam.says("/bulletin draft");
    await sam.picks(menu, "⏳ Events · Picnic");
    await sam.presses("Up");
    expect(sam.sees()).toContain("1 of 2 in its section");
    await sam.presses("To the draft");
    await sam.picks("Open a section", "5. Customer voices");
    await sam.presses("Up");
    await sam.presses("Up");
    expect(sam.sees()).toContain("3 of 5 sections.");
    await sam.presses("Up");
    await sam.presses("To the draft");
    expect(sam.sees()).toMatch(/Customer voices[\s\S]*Picnic[\s\S]*Spring lunch/);
    await sam.picks("Open a section", "2. Customer voices");
    await sam.presses("Drop");
    expect(sam.sees()).toContain("Dropped: readers do not see it.");
    await sam.says("/bulletin approve");
    const out = await goesOut(made);
    expect(out).toMatch(/Picnic[\s\S]*Spring lunch/);
    expect(out).not.toContain("A kind word");
  });

  test("approve with one press only what they have seen", async () => {
    const made = await withTwo();
    const sam = made.on("SAM");
    await sam.says("/bulletin draft");
    made.clock.pass(5);
    await submits(made, "CY", { ...lunch, title: "Late news" });
    await sam.presses("Approve all 2");
    expect(sam.sees()).toContain("1 item came or changed after you looked and still waits.");
    expect(await goesOut(made)).not.toContain("Late news");
  });

  test("are told who was faster, with the item as it stands, and lose nothing that they wrote", async () => {
    const made = await withTwo();
    const [sam, hal] = [made.on("SAM"), made.on("HAL")];
    for (const editor of [sam, hal]) {
      await editor.says("/bulletin draft");
      await editor.picks(menu, "⏳ Events · Spring lunch");
    }
    await sam.presses("Edit");
    await hal.presses("Drop");
    await sam.fills({ title: "My own words" });
    expect(sam.sees()).toMatchInlineSnapshot(`
      "Somebody was faster
      Hal Orr has changed it since you looked, so nothing of yours was done. This is how it stands now.
      What you wrote, so that it is not lost:
      My own words
      We eat together on Thursday at noon.
      📅 Events · Spring lunch
      We eat together on Thursday at noon.
      From Ana Diaz, 13 Mar 2026, 15:00
      🚫 Dropped: it stays out of the bulletin.
      [Approve] [Edit] [Put back] [Up] [Down] [To the draft]"
    `);
    await hal.presses("Put back");
    await sam.presses("Put back");
    expect(sam.sees()).toContain("⏳ Waiting for approval.");
  });

  test("are told when its author has taken an item back", async () => {
    const made = house();
    const [ana, sam] = [made.on("ANA"), made.on("SAM")];
    await ana.runs("bulletin submit", lunch);
    await sam.says("/bulletin draft");
    await sam.picks(menu, "⏳ Events · Spring lunch");
    await ana.presses("Take it back");
    await sam.presses("Approve");
    expect(sam.sees()).toContain("its author has taken it back");
  });

  test("take over what an earlier bulletin left behind", async () => {
    const made = await withTwo();
    made.clock.to("2026-03-20T15:00:00Z");
    const sam = made.on("SAM");
    await sam.says("/bulletin draft");
    expect(sam.sees()).toContain("• 16 Mar · Events · Spring lunch");
    await sam.picks(menu, "↩ 16 Mar · Spring lunch");
    expect(sam.sees()).toContain("That bulletin never went out. It can be moved to the coming one.");
    await sam.presses("Move to the coming bulletin");
    expect(sam.sees()).toContain("For the bulletin of Mon, 23 Mar 2026, 1 of 1");
    await sam.presses("Approve");
    expect(sam.sees()).toContain("✅ Approved.");
  });
});

describe("who may", () => {
  test.each([
    ["ANA", "/bulletin draft", "This is for supervisors, HR, or admins."],
    ["ANA", "/bulletin approve", "This is for supervisors, HR, or admins."],
    ["MAX", "/bulletin draft", "Draft · York weekly bulletin"],
    ["MAX", "/bulletin list", "No bulletin has gone out yet."],
  ])("%s types %s", async (user, line, expected) => {
    const made = house();
    await submits(made, "ANA", lunch);
    const actor = made.on(user);
    await actor.says(line);
    expect(actor.sees().replace("HR or admins", "HR, or admins")).toContain(expected);
    expect(actor.sees()).not.toContain("Spring lunch");
  });

  test.each([
    ["BO", "Only its author and the editors"],
    ["MAX", "There is no such item any more"],
  ])("permission is checked again on the press: %s", async (user, expected) => {
    const made = house();
    await submits(made, "ANA", lunch);
    const [item] = (await made.store.bulletin("leeds", monday)).items;
    const id = item?.id ?? "";
    for (const action of [
      to.openItem.to({ item: id }),
      to.rewriteItem.to({ item: id }),
      to.withdrawItem.to({ item: id }),
    ]) {
      expect(await forges(made, user, action)).toContain(expected);
    }
    const approve = to.decideItem.to({ state: "approved", version: "1", item: id });
    expect(await forges(made, user, approve)).not.toContain("✅");
    expect((await made.store.bulletin("leeds", monday)).items).toEqual([item]);
  });

  test("a button with a week or a version that is none is refused, not a fault", async () => {
    const made = house();
    expect(await forges(made, "SAM", to.showDraft.to({ week: "soon" }))).toContain("older version");
    expect(await forges(made, "SAM", to.decideItem.to({ state: "gold", version: "x", item: anId(1) }))).toContain(
      "off",
    );
    expect(await forges(made, "ANA", to.readIssue.to({ week: "2026-01-05" }))).toContain("There is no such bulletin");
  });
});

describe("a bulletin that is out", () => {
  async function isOut() {
    const made = house();
    await submits(made, "ANA", lunch);
    await submits(made, "BO", kind);
    await made.on("SAM").says("/bulletin approve");
    await goesOut(made);
    return made;
  }
  const posted = { kind: "weekly-bulletin", site: "leeds", period: "2026-03-16" };

  test("can be read back by everybody, whole and by section", async () => {
    const made = await isOut();
    const cy = made.on("CY");
    await cy.says("/bulletin list");
    expect(cy.sees()).toContain("• Mon, 16 Mar 2026 · 2 contributions");
    await cy.picks("Open a bulletin", "Mon, 16 Mar 2026");
    expect(cy.sees()).toMatch(/Spring lunch[\s\S]*A kind word[\s\S]*As it stands today/);
    expect(cy.sees()).not.toContain("[Correct it]");
    await cy.picks("Read one section", "Customer voices");
    expect(cy.sees()).toMatchInlineSnapshot(`
      "💬 Customer voices
      A kind word
      Thank you for staying on the line.
      — Bo Lund
      [The whole bulletin]"
    `);
  });

  test("is corrected by editors: what they change touches the message that was posted", async () => {
    const made = await isOut();
    const before = made.store.outbox.length;
    const sam = made.on("SAM");
    await sam.says("/bulletin list");
    await sam.picks("Open a bulletin", "Mon, 16 Mar 2026");
    await sam.presses("Correct it");
    expect(sam.sees()).toMatch(/^Correct · Leeds[\s\S]*What you change here is corrected where it was posted/);
    await sam.picks(menu, "✅ Events · Spring lunch");
    await sam.presses("Drop");
    expect(sam.sees()).toContain("The bulletin is out: a change here is corrected where it was posted.");
    expect(made.store.outbox.slice(before)).toEqual([posted]);
    const cy = made.on("CY");
    await cy.says("/bulletin list");
    await cy.picks("Open a bulletin", "Mon, 16 Mar 2026");
    expect(cy.sees()).not.toContain("Spring lunch");
  });

  test("lists what could not be sent in its hour", async () => {
    const made = house();
    await submits(made, "ANA", lunch);
    await made.on("SAM").says("/bulletin approve");
    made.clock.to("2026-03-18T09:00:00Z");
    const cy = made.on("CY");
    await cy.says("/bulletin list");
    expect(cy.sees()).toContain("Mon, 16 Mar 2026 · 1 contribution · could not be sent");
  });
});
