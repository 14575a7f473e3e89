import { describe, expect, test } from "vitest";
import { fit as shorten } from "../../chat/fit.ts";
import { plainView } from "../../chat/plain.ts";
import { spoken, text } from "../../chat/view.ts";
import { type Locale, say } from "../../kernel/locale.ts";
import { addDays, day } from "../../kernel/time.ts";
import { anId } from "../../testing/builders.ts";
import { aBulletin, anItem, friday, monday } from "../../testing/bulletin-builders.ts";
import { aDelivery, bulletinHouse, type HouseOptions } from "../../testing/bulletin-house.ts";
import { testPlatform } from "../../testing/test-platform.ts";
import type { Delivery, NoticeKind, Prepared, ToPrepare } from "../notices/index.ts";
import type { Bulletin, Item } from "./domain.ts";
import type { BulletinSection } from "./section.ts";

const tenOClock = new Date("2026-03-16T10:00:00Z");
const notice = (but: object = {}) => ({
  kind: "weekly-bulletin",
  site: "leeds",
  period: "2026-03-16",
  at: tenOClock,
  body: {},
  ...but,
});
const approved = (but: Partial<Item> = {}) => anItem({ state: "approved", ...but });

/** A house with a bulletin in it, without gathered sections unless they are given. */
async function withBulletin(items: readonly Item[], but: Partial<Bulletin> = {}, house: HouseOptions = {}) {
  const made = bulletinHouse("en", { sections: [], ...house });
  const bulletin = aBulletin(items, but);
  await made.store.change({ site: "leeds", week: bulletin.week, at: friday }, () => ({
    ok: true,
    value: { bulletin, touched: [] },
  }));
  const [draft, issue] = made.bulletins.kinds as [NoticeKind, NoticeKind];
  return { ...made, draft, issue };
}

const only = async (kind: NoticeKind, delivery: ToPrepare, now = tenOClock): Promise<Prepared> => {
  const [prepared, ...more] = await kind.prepare([delivery], now);
  if (prepared === undefined || more.length > 0) throw new Error("one delivery, one answer");
  return prepared;
};

function seen(prepared: Prepared, locale: Locale = "en"): string {
  if (prepared.is !== "view") throw new Error(`nothing to see: ${JSON.stringify(prepared)}`);
  return plainView(spoken(prepared.view, { locale, zone: "Europe/London" }));
}
const toldOf = (prepared: Prepared) => (prepared.is === "view" ? { told: prepared.told } : {});
const revision = (told: object) => aDelivery({ isRevision: true, state: "sent", ...told });

describe("who gets the bulletin", () => {
  test.each([
    ["the channel bound to it", { floor: "floor", general: "all", bulletin: "news" }, "news"],
    ["else the general one", { floor: "floor", general: "all" }, "all"],
    ["else the first of the site", { floor: "floor", quiet: "quiet" }, "floor"],
  ])("%s", async (_, channels, name) => {
    const { issue } = await withBulletin([], {}, { channels });
    expect(await issue.recipients(notice())).toEqual([{ to: { is: "channel", site: "leeds", name } }]);
  });

  test("a site without any channel has its admins told which setting is missing", async () => {
    const { issue, store } = await withBulletin([approved()], {}, { channels: {} });
    const found = await issue.recipients(notice());
    expect(found).toEqual([{ to: { is: "person", id: anId(6) }, body: { missing: "channel" } }]);
    const prepared = await only(issue, aDelivery({ to: { is: "person", id: anId(6) }, body: { missing: "channel" } }));
    expect(seen(prepared)).toMatchInlineSnapshot(`
      "The weekly bulletin of Leeds has no channel
      It was due today and could not be posted. In fairline.yaml, name a channel under sites → leeds → channels, for example:
      channels: { bulletin: team-news }
      Then apply the file. What was approved is kept and can be moved to the next bulletin: /bulletin draft."
    `);
    expect(seen(prepared, "zh-CN")).toContain("sites → leeds → channels");
    expect(await store.bulletin("leeds", monday)).not.toHaveProperty("closedOn");
  });

  test("the draft goes to the site's supervisors, HR and admins, each alone, and cannot be muted", async () => {
    const { draft } = await withBulletin([]);
    expect(draft.isMandatory).toBe(true);
    const to = await draft.recipients(notice({ kind: "bulletin-draft", period: "2026-03-13", at: friday }));
    expect(to).toEqual([4, 5, 6].map((id) => ({ to: { is: "person", id: anId(id) } })));
    expect(await draft.recipients(notice({ site: "nowhere" }))).toEqual([]);
  });
});

describe("the bulletin at its hour", () => {
  test("says what is approved, in order, and nothing else", async () => {
    const { issue } = await withBulletin([
      anItem({ id: anId(101), title: "Waiting", position: 1 }),
      approved({ id: anId(102), title: "Second", position: 3 }),
      approved({ id: anId(103), title: "First", position: 2 }),
      anItem({ id: anId(104), title: "Dropped", state: "dropped", position: 4 }),
    ]);
    const text = seen(await only(issue, aDelivery()));
    expect(text).toMatch(/First[\s\S]*Second/);
    expect(text).not.toMatch(/Waiting|Dropped|Corrected/);
  });

  test("is marked as out once, on the day of its occurrence, however often it is prepared", async () => {
    const { issue, store } = await withBulletin([approved()]);
    const tuesday = aDelivery({ period: "2026-03-17" });
    await issue.prepare([tuesday, { ...tuesday, platform: "discord" }], tenOClock);
    await issue.prepare([tuesday], new Date("2026-03-17T12:00:00Z"));
    expect(await store.bulletin("leeds", monday)).toMatchObject({ closedOn: "2026-03-17", publishedAt: tenOClock });
  });

  test("with nothing to tell is skipped, and closed all the same", async () => {
    const { issue, store, bulletins } = await withBulletin([anItem()]);
    expect(await only(issue, aDelivery())).toEqual({ is: "skip", why: "nothing-to-tell" });
    const bulletin = await store.bulletin("leeds", monday);
    expect(bulletin).toMatchObject({ closedOn: "2026-03-16" });
    expect(bulletin).not.toHaveProperty("publishedAt");
    const who = { person: anId(1), site: "leeds", zone: "Europe/London", roles: ["agent"] as const };
    expect(await bulletins.comingWeek(who, tenOClock)).toBe("2026-03-23");
  });

  test("gathers for the week that is over and the one that begins; empty and dropped sections are left out", async () => {
    const asked: unknown[] = [];
    const section = (name: string, says: string | undefined): BulletinSection => ({
      name,
      title: say({ en: `Title of ${name}`, "zh-CN": name }),
      gather: async ({ site, past, coming, at }) => {
        asked.push([site.id, past, coming, at]);
        return says === undefined ? undefined : () => [text(says)];
      },
    });
    const { issue } = await withBulletin(
      [approved()],
      {
        sections: [
          { name: "joiners", dropped: true },
          { name: "stars", dropped: false },
        ],
      },
      { sections: [section("stars", "A star"), section("quiz", undefined), section("joiners", "Somebody")] },
    );
    const said = seen(await only(issue, aDelivery()));
    expect(said).toMatch(/Title of stars\nA star[\s\S]*Events/);
    expect(said).not.toMatch(/Somebody|quiz/);
    expect(asked[0]).toEqual([
      "leeds",
      { from: "2026-03-09", to: "2026-03-15" },
      { from: "2026-03-16", to: "2026-03-22" },
      tenOClock,
    ]);
  });

  test("speaks of what came too late for its channel before", async () => {
    const { issue } = await withBulletin([approved()]);
    const late = (kind: string, period: string) => ({ ...aDelivery({ kind, period }), late: [] }) as Delivery;
    const delivery = {
      ...aDelivery(),
      late: [late("weekly-bulletin", "2026-03-09"), late("birthdays", "2026-03-10")],
    };
    const said = seen(await only(issue, delivery));
    expect(said).toContain("The bulletin of 9 Mar could not be sent in time. Read it with /bulletin list.");
    expect(said).toContain("An earlier notice came too late to be sent.");
  });
});

describe("a bulletin that is out", () => {
  const later = new Date("2026-03-16T11:20:00Z");
  const change = (house: Awaited<ReturnType<typeof withBulletin>>, items: readonly Item[]) =>
    house.store.change({ site: "leeds", week: monday, at: later }, (now) => ({
      ok: true,
      value: { bulletin: { ...now, items }, touched: [] },
    }));

  test("stays the same where nothing that it says has changed", async () => {
    const house = await withBulletin([approved()]);
    const told = toldOf(await only(house.issue, aDelivery()));
    await change(house, [approved(), anItem({ id: anId(101) })]);
    expect(await only(house.issue, revision(told), later)).toEqual({ is: "same" });
  });

  test("says that it was corrected, and when, and once corrected stays the same", async () => {
    const house = await withBulletin([approved()]);
    const told = toldOf(await only(house.issue, aDelivery()));
    await change(house, [approved({ text: "We eat together on Friday instead." })]);
    const revised = await only(house.issue, revision(told), later);
    expect(seen(revised)).toMatch(/Corrected on 16 Mar 2026, 11:20\.[\s\S]*on Friday instead/);
    expect(seen(revised, "zh-CN")).toContain("已更正，更正时间：2026年3月16日 11:20。");
    expect(await only(house.issue, revision(toldOf(revised)), new Date("2026-03-17T09:00:00Z"))).toEqual({
      is: "same",
    });
  });

  test("says so where everything was taken out of it", async () => {
    const house = await withBulletin([approved()]);
    const told = toldOf(await only(house.issue, aDelivery()));
    await change(house, []);
    expect(seen(await only(house.issue, revision(told), later))).toContain("taken out by the editors");
  });

  test("keeps its correction however short it has to be cut", async () => {
    const many = Array.from({ length: 40 }, (_, n) =>
      approved({ id: anId(200 + n), text: "x".repeat(400), position: n }),
    );
    const house = await withBulletin(many);
    const revised = await only(house.issue, revision({ told: { digest: "another" } }), later);
    if (revised.is !== "view") throw new Error("nothing to see");
    const view = spoken(revised.view, { locale: "en", zone: "Europe/London" });
    const short = plainView(shorten(view, { ...testPlatform().limits, total: 2000 }));
    expect(short).toContain("Corrected on");
    expect(short).toContain("to read it section by section, type /bulletin list.");
    expect(short).toMatch(/\d+ more…/);
  });
});

describe("what makes a bulletin out of date", () => {
  const outOn = (week: string, closedOn: string) =>
    aBulletin([], { week: day(week), closedOn: day(closedOn), publishedAt: tenOClock });
  async function three() {
    const house = await withBulletin([], { closedOn: day("2026-03-17"), publishedAt: tenOClock });
    for (const bulletin of [outOn("2026-03-02", "2026-03-02"), outOn("2026-03-09", "2026-03-09")]) {
      await house.store.change({ site: "leeds", week: bulletin.week, at: friday }, () => ({
        ok: true,
        value: { bulletin, touched: [] },
      }));
    }
    return house.issue;
  }
  const corrected = (from: string, to = from, site = "leeds") =>
    ({ is: "score-corrected", site, person: anId(1), from, to }) as const;
  const periods = async (...changes: Parameters<NonNullable<NoticeKind["touchedBy"]>>[0]) => {
    const touched = (await (await three()).touchedBy?.(changes)) ?? [];
    for (const one of touched) expect(one).toMatchObject({ kind: "weekly-bulletin", site: "leeds" });
    return touched.map(({ period }) => period);
  };

  test("a corrected score of its week, or of the week that this is held against", async () => {
    expect(await periods(corrected("2026-03-09"))).toEqual(["2026-03-17"]);
    expect(await periods(corrected("2026-03-08"))).toEqual(["2026-03-17", "2026-03-09"]);
    expect(await periods(corrected("2026-03-16"))).toEqual([]);
    expect(await periods(corrected("2026-02-01", "2026-02-28"))).toEqual(["2026-03-09", "2026-03-02"]);
    expect(await periods(corrected("2026-03-09", "2026-03-09", "york"))).toEqual([]);
  });

  test("each is named once, whatever changed; more data may change the last one", async () => {
    expect(await periods(corrected("2026-03-09"), corrected("2026-03-10"))).toEqual(["2026-03-17"]);
    expect(await periods({ is: "data-came", site: "leeds" })).toEqual(["2026-03-17"]);
    expect(await periods({ is: "data-came", site: "york" })).toEqual([]);
  });
});

describe("the editors' draft", () => {
  const toSam = (but: object = {}) =>
    aDelivery({ kind: "bulletin-draft", period: "2026-03-13", to: { is: "person", id: anId(4) }, ...but });

  test("is of the coming Monday, the same for every editor, and noted as sent for that day", async () => {
    const { draft, store } = await withBulletin([anItem()]);
    const [sam, hal] = await draft.prepare([toSam(), toSam({ to: { is: "person", id: anId(5) } })], friday);
    expect(sam && seen(sam)).toContain("Draft · Leeds weekly bulletin · Mon, 16 Mar 2026");
    expect(hal && seen(hal)).toBe(sam && seen(sam));
    expect(await store.bulletin("leeds", monday)).toMatchObject({ draftedOn: "2026-03-13" });
  });

  test("goes out also where there is nothing yet, so that somebody writes something", async () => {
    const { draft } = await withBulletin([]);
    expect(seen(await only(draft, toSam(), friday))).toContain("Nobody has put anything forward yet.");
  });

  test("is kept up with decisions, and left alone while nothing changes", async () => {
    const house = await withBulletin([anItem()]);
    const told = toldOf(await only(house.draft, toSam(), friday));
    const again = toSam({ isRevision: true, ...told });
    expect(await only(house.draft, again, new Date("2026-03-13T16:00:00Z"))).toEqual({ is: "same" });
    await house.on("SAM").says("/bulletin approve");
    expect(seen(await only(house.draft, again, friday))).toContain("Approved as a whole by Sam Reid");
    await only(house.issue, aDelivery());
    expect(seen(await only(house.draft, again, tenOClock))).toContain("This bulletin is out.");
  });

  test("comes too late for whom it did not reach before the hour", async () => {
    const { draft } = await withBulletin([], { closedOn: monday });
    expect(await only(draft, toSam(), tenOClock)).toEqual({ is: "skip", why: "late" });
  });

  test("names what earlier bulletins left over", async () => {
    const lastWeek = addDays(monday, -7);
    const { draft } = await withBulletin([anItem({ week: lastWeek, title: "Forgotten" })], { week: lastWeek });
    expect(seen(await only(draft, toSam(), friday))).toMatch(
      /Left over from earlier bulletins\n• 9 Mar · Events · Forgotten/,
    );
  });
});
