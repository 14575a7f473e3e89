import { describe, expect, test } from "vitest";
import { text } from "../../chat/view.ts";
import { say } from "../../kernel/locale.ts";
import { day } from "../../kernel/time.ts";
import { anAssignment, anId, aPerson, aSite, aTeam } from "../../testing/builders.ts";
import { aDelivery, aLateDelivery, aMorning, textOf, toldAgain } from "../../testing/deliveries.ts";
import { peopleInMemory } from "../../testing/people-store.ts";
import type { ToPrepare } from "../notices/index.ts";
import type { Assignment, Person } from "../people/domain.ts";
import { type DigestDeps, type DigestFor, type DigestSection, digests, type Figure } from "./index.ts";

const morning = day("2026-03-10");
const at = (time: string) => new Date(`${morning}T${time}:00Z`);
const seat = (team: string, is: Assignment["seat"]) => anAssignment({ team, seat: is });
const one = (id: number, name: string, assignments: readonly Assignment[], but: Partial<Person> = {}) =>
  aPerson({ id: anId(id), employeeNo: `100${id}`, name, assignments, ...but });
const people = [
  one(1, "Ana Diaz", [seat("north", "member")]),
  one(2, "Bo Lund", [seat("south", "member")]),
  one(4, "Lee Wong", [seat("north", "lead"), seat("south", "lead")], { roles: ["lead"] }),
  one(5, "Dee Hart", [seat("north", "deputy"), seat("north", "member")]),
  one(6, "Gil Gone", [seat("south", "deputy")], { leftOn: day("2026-03-09") }),
  one(7, "Yan York", [seat("west", "lead")], { site: "york" }),
];

/** A digest of two sections, of which the second has something only when it is told to. */
function house(but: Partial<DigestDeps> = {}) {
  const world = {
    isComplete: true,
    away: [] as string[],
    points: 78.2 as number | null,
    help: undefined as string | undefined,
    asked: [] as DigestFor[],
  };
  const scores: DigestSection = {
    name: "scores",
    gather: async (of) => {
      world.asked.push(of);
      if (world.points === null) return undefined;
      const value = world.points;
      const figures: Figure[] = of.teams.map(({ id, name }) => ({ id, name, value }));
      return { blocks: () => of.teams.map(({ name }) => text(`${name}: ${value}`)), figures };
    },
  };
  const help: DigestSection = {
    name: "help",
    gather: async () => (world.help === undefined ? undefined : () => [text(world.help ?? "")]),
  };
  const audited: { actor: string | undefined; action: string; subject: string }[] = [];
  const [kind] = digests({
    roster: peopleInMemory({
      sites: [aSite(), aSite({ id: "york", name: "York" })],
      teams: [aTeam(), aTeam({ id: "south", name: "South" }), aTeam({ id: "west", site: "york", name: "West" })],
      people,
    }),
    data: {
      areComplete: async (days) => days.map(() => world.isComplete),
      onLeave: async (days) => days.map(({ person, on }) => on === morning && world.away.includes(person)),
    },
    sections: [scores, help],
    audit: { record: async ({ actor, action, subject }) => void audited.push({ actor, action, subject }) },
    labelOf: (name) => (name === "birthdays" ? say({ en: "Birthdays", "zh-CN": "生日祝福" }) : undefined),
    ...but,
  }).kinds;
  if (kind === undefined) throw new Error("no kind of digest");
  const prepare = async (of: ToPrepare, now = at("09:15")) => (await kind.prepare([of], now))[0];
  return { kind, world, audited, prepare };
}

/** Lee's delivery of the morning at 09:15. */
const toLee = (but: Partial<ToPrepare> = {}) =>
  aDelivery({
    kind: "lead-digest",
    to: { is: "person", id: anId(4) },
    occursAt: at("09:15"),
    dueAt: at("09:15"),
    body: { day: "2026-03-09", teams: ["north", "south"] },
    ...but,
  });

describe("a digest goes to", () => {
  const told = async (away: readonly number[] = [], period = "2026-03-10", site = "leeds") => {
    const { kind, world } = house();
    world.away = away.map(anId);
    return (await kind.recipients(aMorning("lead-digest", period, { site }))).map(({ to, body }) => ({ to, ...body }));
  };
  const to = (id: number, teams: readonly string[], reported = "2026-03-09") => ({
    to: { is: "person", id: anId(id) },
    day: reported,
    teams,
  });

  test("each lead of the site once, with the teams and the day that it reports", async () => {
    expect(await told()).toEqual([to(4, ["north", "south"])]);
    expect(await told([], "2026-03-09", "york")).toEqual([to(7, ["west"], "2026-03-06")]);
    expect(await told([], "2026-03-10", "nowhere")).toEqual([]);
  });

  test("the deputies who are still here while the lead is on leave", async () => {
    expect(await told([4])).toEqual([to(5, ["north"])]);
    expect(await told([4, 5])).toEqual([]);
  });
});

describe("a digest says", () => {
  test("what its sections have to say, of the teams and days that it is of", async () => {
    const { prepare, world } = house();
    world.help = "2 questions waited";
    const made = await prepare(toLee());
    expect(textOf(made)).toBe("Team digest · Mon, 9 Mar 2026\nNorth: 78.2\nSouth: 78.2\n———\n2 questions waited");
    expect(textOf(made, "zh-CN")).toContain("班组晨报 · 2026年3月9日周一\n");
    expect(made).toMatchObject({ isProvisional: false });
    expect(world.asked).toMatchObject([
      { reader: { name: "Lee Wong" }, site: { id: "leeds" }, day: "2026-03-09", today: "2026-03-10", at: at("09:15") },
    ]);
    expect(world.asked[0]?.teams.map(({ id }) => id)).toEqual(["north", "south"]);
  });

  test("nothing where no section has anything, to who is on leave by now, or who is gone", async () => {
    const { prepare, world, audited } = house();
    expect(textOf(await prepare(toLee({ to: { is: "person", id: anId(77) } })))).toBe("skip: left");
    world.away = [anId(4)];
    expect(textOf(await prepare(toLee()))).toBe("skip: on-leave");
    world.away = [];
    world.points = null;
    expect(textOf(await prepare(toLee()))).toBe("skip: nothing-to-tell");
    expect(audited).toEqual([]);
  });

  test("what its reader and the site's channels missed, and still so after a correction", async () => {
    const post = aLateDelivery("birthdays", "2026-03-06", { to: { is: "channel", site: "leeds", name: "#leeds" } });
    const { prepare, world } = house({ lateOf: async (site) => (site === "leeds" ? [post] : []) });
    const late = [
      aLateDelivery("birthdays", "2026-03-06"),
      aLateDelivery("birthdays", "2026-03-09"),
      aLateDelivery("unheard-of", "2026-03-09"),
    ];
    const first = await prepare(toLee({ late }));
    const missed =
      "Missed while I was away: Birthdays (6 Mar and 9 Mar) and a message (9 Mar).\nNot posted in #leeds while I was away: Birthdays (6 Mar).";
    expect(textOf(first)).toContain(missed);
    expect(textOf(first, "zh-CN")).toContain(
      "服务中断期间未送达：生日祝福（3月6日和3月9日）和其他消息（3月9日）。\n服务中断期间未在 #leeds 发布：生日祝福（3月6日）。",
    );
    world.points = 80;
    expect(textOf(await prepare(toldAgain(toLee({ late }), first), at("12:00")))).toContain(missed);
  });
});

describe("a digest leaves a row in the audit book for each team that it tells of", () => {
  const rows = ["north", "south"].map((team) => ({ actor: anId(4), action: "read digest", subject: `team:${team}` }));

  test("whenever it is made anew for sending, and not when it is corrected", async () => {
    const { prepare, audited, world } = house();
    const first = await prepare(toLee());
    expect(audited).toEqual(rows);
    await prepare(toLee({ attempts: 2 }));
    expect(audited).toEqual([...rows, ...rows]);
    world.points = 80;
    await prepare(toldAgain(toLee(), first));
    expect(audited).toEqual([...rows, ...rows]);
  });

  test("not while it waits", async () => {
    const { prepare, audited, world } = house();
    world.isComplete = false;
    await prepare(toLee());
    expect(audited).toEqual([]);
    await prepare(toLee(), at("10:00"));
    expect(audited).toEqual(rows);
  });
});

describe("while the data has not come", () => {
  test("a digest waits until ten, then says so, and puts itself right", async () => {
    const { prepare, world } = house();
    world.isComplete = false;
    expect(await prepare(toLee(), at("09:59"))).toEqual({ is: "wait", until: at("10:00"), why: "data" });
    const first = await prepare(toLee(), at("10:00"));
    expect(first).toMatchObject({ is: "view", isProvisional: true });
    expect(textOf(first)).toContain(
      "\nIncomplete: not all of this day's data has come. This message puts itself right when the rest comes.\nNorth",
    );
    expect(textOf(first, "zh-CN")).toContain("\n数据不完整：当天的数据尚未到齐。数据补齐后，本消息会自动更正。\n");
    const standing = toldAgain(toLee(), first);
    expect(textOf(await prepare(standing, at("10:30")))).toBe("same");
    world.isComplete = true;
    world.points = 79.1;
    const next = await prepare(standing, at("11:00"));
    expect(next).toMatchObject({ is: "view", isProvisional: false });
    expect(textOf(next)).toContain("\nThe data is complete now: North 78.2 → 79.1 and South 78.2 → 79.1.\nNorth: 79.1");
    expect(textOf(next, "zh-CN")).toContain("\n数据已完整：North 78.2 → 79.1；South 78.2 → 79.1。\n");
    expect(textOf(await prepare(toldAgain(standing, next), at("11:30")))).toBe("same");
  });

  test("that it changes nothing is said as well", async () => {
    const { prepare, world } = house();
    world.isComplete = false;
    const first = await prepare(toLee(), at("10:00"));
    world.isComplete = true;
    const next = await prepare(toldAgain(toLee(), first), at("11:00"));
    expect(textOf(next)).toContain("\nThe data is complete now; the results stay as they were.\n");
    expect(textOf(next, "zh-CN")).toContain("\n数据已完整，成绩不变。\n");
  });

  test("a day without anything is told as such, and filled in", async () => {
    const { prepare, world } = house();
    world.isComplete = false;
    world.points = null;
    const first = await prepare(toLee(), at("10:00"));
    expect(textOf(first)).toContain("\nThere are no results of your team yet.");
    expect(textOf(first, "zh-CN")).toContain("\n暂无本组的数据。");
    world.isComplete = true;
    const none = await prepare(toldAgain(toLee(), first), at("11:00"));
    expect(textOf(none)).toContain("\nThere are no results of your team for this day.");
    world.points = 81;
    const next = await prepare(toldAgain(toLee(), first), at("11:00"));
    expect(textOf(next)).toContain("The data is complete now: North no result → 81.0 and South no result → 81.0.");
    expect(textOf(next, "zh-CN")).toContain("数据已完整：North 无成绩 → 81.0；South 无成绩 → 81.0。");
  });
});

describe("when a score is corrected", () => {
  test("the digest says old → new, or that only details changed", async () => {
    const { prepare, world } = house();
    const first = await prepare(toLee());
    expect(textOf(await prepare(toldAgain(toLee(), first), at("11:00")))).toBe("same");
    world.points = 79.1;
    const next = await prepare(toldAgain(toLee(), first), at("11:00"));
    expect(textOf(next)).toContain("\nCorrected: North 78.2 → 79.1 and South 78.2 → 79.1.\n");
    expect(textOf(next, "zh-CN")).toContain("\n已更正：North 78.2 → 79.1；South 78.2 → 79.1。\n");
    world.help = "1 question waited";
    const last = await prepare(toldAgain(toldAgain(toLee(), first), next), at("12:00"));
    expect(textOf(last)).toMatch(/\nCorrected: North .*\nCorrected in its details; the results stay as they were\.\n/);
  });

  const corrected = (person: number, from: string, to = from, site = "leeds") =>
    ({ is: "score-corrected", site, person: anId(person), from, to }) as const;
  const touched = async (...changes: ReturnType<typeof corrected>[]) =>
    (await house().kind.touchedBy?.(changes))?.map(({ period, to }) => [
      period,
      to?.is === "person" ? Number(to.id.slice(-12)) : to,
    ]);

  test("it touches the mornings of those who look after the person's team of that day, or may have", async () => {
    expect(await touched(corrected(1, "2026-03-06"))).toEqual([
      ["2026-03-09", 4],
      ["2026-03-09", 5],
    ]);
    expect(await touched(corrected(2, "2026-03-09"), corrected(2, "2026-03-09"))).toEqual([["2026-03-10", 4]]);
  });

  test("it touches nothing of a longer period, a day off, or somebody who sat in no team", async () => {
    expect(
      await touched(corrected(1, "2026-03-02", "2026-03-08"), corrected(1, "2026-03-07"), corrected(4, "2026-03-06")),
    ).toEqual([]);
  });

  test("data that comes touches what is provisional, once for each site", async () => {
    const came = { is: "data-came", site: "leeds" } as const;
    expect(await house().kind.touchedBy?.([came, came])).toEqual([
      { kind: "lead-digest", site: "leeds", isProvisional: true },
    ]);
  });
});
