import { describe, expect, test } from "vitest";
import type { Person } from "../../features/people/domain.ts";
import { judge, minutesAfter } from "../../features/people/link-code.ts";
import type { PeopleStore } from "../../features/people/store.ts";
import { day } from "../../kernel/time.ts";
import { anAccount, anAssignment, anId, aPerson, aSite, aTeam } from "../builders.ts";
import type { Roster } from "../people-store.ts";

const leeds = aSite({
  calendar: { weekend: [6, 7], holidays: [day("2026-12-25")], workdays: [day("2026-02-14")] },
  answerWithinS: 30,
  repeatWithinDays: 5,
  channels: { bulletin: "general" },
});
const wuhan = aSite({ id: "wuhan", name: "武汉", zone: "Asia/Shanghai", locale: "zh-CN" });
const ana = aPerson({
  email: "Ana.Diaz@example.com",
  accounts: [anAccount("U1"), anAccount("9", "discord")],
  locale: "zh-CN",
  graduatedOn: day("2025-07-31"),
  birthdayPrivacy: "team",
  assignments: [
    anAssignment({ to: day("2026-03-31") }),
    anAssignment({ team: "south", seat: "deputy", from: day("2026-04-01") }),
  ],
});
const ben = aPerson({ id: anId(2), employeeNo: "B-1002", name: "Ben Ito", email: "ben@example.com", assignments: [] });
const gone = aPerson({ id: anId(3), employeeNo: "1003", name: "ana diaz", leftOn: day("2026-02-27") });
const li = aPerson({ id: anId(4), site: "wuhan", employeeNo: "1001", name: "李伟", roles: ["lead", "agent"] });
const roster: Roster = {
  sites: [leeds, wuhan],
  teams: [aTeam(), aTeam({ id: "south", name: "South", channel: "south" })],
  people: [ana, ben, gone, li],
  aliases: [{ alias: "BENI", person: ben.id }],
};

const at = new Date("2026-03-09T09:00:00.123Z");
const later = (minutes: number) => minutesAfter(at, minutes);
const ids = (people: readonly { readonly id: string }[]) => people.map(({ id }) => id);

/** What every roster keeps; `make` fills a new one. */
export function peopleStoreContract(name: string, make: (roster: Roster) => Promise<PeopleStore>) {
  describe(`people store ${name}`, () => {
    const tryCode = (store: PeopleStore, hash: string, user: string, when = at) =>
      store.tryLinkCode({ hash, account: anAccount(user), at: when, countedFrom: minutesAfter(when, -60) }, judge);

    test("an account leads to its person, whole, and to their site", async () => {
      const store = await make(roster);
      expect(await store.personOf(anAccount("9", "discord"))).toEqual({
        person: { ...ana, accounts: expect.arrayContaining([...ana.accounts]), roles: ["agent"] },
        site: leeds,
      });
      expect(await store.personOf(anAccount("9"))).toBeUndefined();
      expect(await store.personOf({ ...anAccount("U1"), workspace: "w2" })).toBeUndefined();
    });

    test("optional parts that are missing stay missing", async () => {
      const store = await make(roster);
      expect(await store.personById(ben.id)).toEqual(ben);
      expect(await store.personById(anId(99))).toBeUndefined();
      expect(await store.personById("no id at all")).toBeUndefined();
    });

    test("many are found by their ids at once, each once, whole", async () => {
      const store = await make(roster);
      const found = await store.peopleById([li.id, anId(99), "no id at all", ben.id, li.id]);
      expect(ids(found).sort()).toEqual([ben.id, li.id]);
      expect(found.find(({ id }) => id === ben.id)).toEqual(ben);
      expect(await store.peopleById([])).toEqual([]);
      expect(await store.peopleById(["no id at all"])).toEqual([]);
    });

    test("people are found by address, name, alias and number, letter case aside, within their site", async () => {
      const store = await make(roster);
      expect(ids(await store.peopleByEmail("ana.diaz@EXAMPLE.com"))).toEqual([ana.id]);
      expect(await store.peopleByEmail("nobody@example.com")).toEqual([]);
      expect(ids(await store.peopleCalled("leeds", "ANA DIAZ"))).toEqual([ana.id, gone.id]);
      expect(ids(await store.peopleCalled("leeds", "beni"))).toEqual([ben.id]);
      expect(ids(await store.peopleCalled("leeds", "b-1002"))).toEqual([ben.id]);
      expect(ids(await store.peopleCalled("wuhan", "1001"))).toEqual([li.id]);
      expect(await store.peopleCalled("leeds", "%")).toEqual([]);
      expect(await store.peopleCalled("leeds", "'; DROP TABLE person; --")).toEqual([]);
    });

    test("a team's people are those whose seat holds on the day, first and last day included", async () => {
      const store = await make({ ...roster, people: [ana], aliases: [] });
      for (const [on, north, south] of [
        ["2025-12-31", [], []],
        ["2026-01-01", [ana.id], []],
        ["2026-03-31", [ana.id], []],
        ["2026-04-01", [], [ana.id]],
      ] as const) {
        expect(ids(await store.peopleIn("north", day(on))), on).toEqual(north);
        expect(ids(await store.peopleIn("south", day(on))), on).toEqual(south);
      }
    });

    test("members of some teams are those whose seat as a member reaches into the days, each once", async () => {
      const sits = (id: number, ...assignments: ReturnType<typeof anAssignment>[]) =>
        aPerson({ id: anId(id), employeeNo: `${id}`, assignments });
      const store = await make({
        ...roster,
        people: [
          sits(11, anAssignment({ to: day("2026-03-31") })),
          sits(12, anAssignment({ from: day("2026-04-01") })),
          sits(13, anAssignment({ seat: "lead" }), anAssignment({ team: "south", seat: "deputy" })),
          sits(14, anAssignment(), anAssignment({ team: "south", from: day("2026-02-01") })),
          sits(15),
        ],
        aliases: [],
      });
      const seated = async (teams: readonly string[], from: string, to: string) =>
        ids(await store.sittingIn(teams, day(from), day(to)));
      expect(await seated(["north"], "2026-03-31", "2026-03-31")).toEqual([anId(11), anId(14)]);
      expect(await seated(["north"], "2026-03-31", "2026-04-01")).toEqual([anId(11), anId(12), anId(14)]);
      expect(await seated(["north"], "2026-04-01", "2026-04-30")).toEqual([anId(12), anId(14)]);
      expect(await seated(["north", "south"], "2026-03-01", "2026-03-02")).toEqual([anId(11), anId(14)]);
      expect(await seated(["south"], "2026-01-01", "2026-01-31")).toEqual([]);
      expect(await seated(["north"], "2025-12-01", "2025-12-31")).toEqual([]);
      expect(await seated([], "2026-03-01", "2026-03-31")).toEqual([]);
    });

    test("a site's officers are its supervisors, quality staff and admins, and who leads a team on the day", async () => {
      const seat = (team: string, of: "lead" | "deputy" | "member", from: string, to?: string) =>
        anAssignment({ team, seat: of, from: day(from), ...(to === undefined ? {} : { to: day(to) }) });
      const one = (id: number, but: Partial<Person>) =>
        aPerson({ id: anId(id), employeeNo: `${id}`, assignments: [], ...but });
      const people = [
        one(21, { assignments: [seat("north", "member", "2026-01-01")] }),
        one(22, { assignments: [seat("north", "lead", "2026-01-01", "2026-03-31")] }),
        one(23, { assignments: [seat("north", "deputy", "2026-04-01")] }),
        one(24, { roles: ["qa"] }),
        one(25, { roles: ["agent", "supervisor"], leftOn: day("2026-03-31") }),
        one(26, { roles: ["admin"] }),
        one(27, { roles: ["hr", "auditor", "trainer"] }),
        one(28, { roles: ["qa"], site: "wuhan" }),
      ];
      const store = await make({ ...roster, people, aliases: [] });
      const on = async (text: string) => ids(await store.officersOf("leeds", day(text)));
      expect(await on("2026-03-31")).toEqual([22, 24, 25, 26].map(anId));
      expect(await on("2026-04-01")).toEqual([23, 24, 26].map(anId));
    });

    test("a site's people are those still here, the last day included", async () => {
      const store = await make(roster);
      expect(ids(await store.peopleOf("leeds", day("2026-02-27")))).toEqual([ana.id, gone.id, ben.id]);
      expect(ids(await store.peopleOf("leeds", day("2026-02-28")))).toEqual([ana.id, ben.id]);
      expect(ids(await store.everybody())).toEqual([ana.id, gone.id, ben.id, li.id]);
      const staff = (await store.peopleOf("leeds", day("2026-02-28"))).map(
        ({ id, name, roles, assignments, hiredOn, leftOn }) => {
          return { id, name, roles, assignments, ...(hiredOn ? { hiredOn } : {}), ...(leftOn ? { leftOn } : {}) };
        },
      );
      expect(staff).toHaveLength(2);
      expect(await store.staffOf("leeds", day("2026-02-28"))).toEqual(staff);
      expect(await store.staffOf("nowhere", day("2026-02-28"))).toEqual([]);
    });

    test("birthdays are those of a site's people who are still here, in the order of the calendar", async () => {
      const of = (person: Person, month: number, day: number) => ({ person: person.id, month, day });
      const leap = { ...of(ana, 2, 29), leapDay: "03-01" as const };
      const [june, soon, elsewhere] = [of(ben, 6, 1), of(gone, 2, 3), of(li, 1, 1)];
      const store = await make({ ...roster, birthdays: [june, leap, soon, elsewhere] });
      expect(await store.birthdaysOf("leeds", day("2026-02-27"))).toEqual([soon, leap, june]);
      expect(await store.birthdaysOf("leeds", day("2026-02-28"))).toEqual([leap, june]);
      expect(await store.birthdaysOf("nowhere", day("2026-02-27"))).toEqual([]);
    });

    test("sites and teams come back as they were", async () => {
      const store = await make(roster);
      expect(await store.sites()).toEqual([leeds, wuhan]);
      expect(await store.site("wuhan")).toEqual(wuhan);
      expect(await store.site("nowhere")).toBeUndefined();
      expect(await store.teams()).toEqual(roster.teams);
      expect(await store.team("south")).toEqual(roster.teams[1]);
      expect(await store.team("nowhere")).toBeUndefined();
    });

    test("a language is kept", async () => {
      const store = await make(roster);
      await store.setLocale(ana.id, "en");
      expect((await store.personById(ana.id))?.locale).toBe("en");
    });

    test("an account belongs to one person at a time", async () => {
      const store = await make(roster);
      expect(await store.link(anAccount("U2"), ben.id, "email", at)).toBe(true);
      expect(await store.link(anAccount("U2"), ben.id, "code", later(1))).toBe(false);
      expect(await store.accountsOf(ben.id)).toEqual([{ account: anAccount("U2"), how: "email", at }]);
      expect(await store.link(anAccount("U2"), ana.id, "code", later(2))).toBe(true);
      expect(await store.accountsOf(ben.id)).toEqual([]);
      expect((await store.accountsOf(ana.id)).map(({ account }) => account.user)).toEqual(
        expect.arrayContaining(["U1", "9", "U2"]),
      );
    });

    test("an account is unlinked by its holder alone, and that is remembered until it is linked again", async () => {
      const store = await make(roster);
      expect(await store.unlink(anAccount("U1"), ben.id, at)).toBe(false);
      expect(await store.wasUnlinked(anAccount("U1"))).toBe(false);
      expect(await store.unlink(anAccount("U1"), ana.id, at)).toBe(true);
      expect(await store.unlink(anAccount("U1"), ana.id, at)).toBe(false);
      expect(await store.personOf(anAccount("U1"))).toBeUndefined();
      expect(await store.wasUnlinked(anAccount("U1"))).toBe(true);
      await store.link(anAccount("U1"), ana.id, "email", at);
      expect(await store.wasUnlinked(anAccount("U1"))).toBe(false);
    });

    test("a code joins one account, once", async () => {
      const store = await make(roster);
      await store.saveLinkCode("h1", ben.id, later(15));
      expect(await tryCode(store, "h1", "U2", later(14))).toEqual({
        ok: true,
        value: { person: ben.id, before: undefined },
      });
      expect((await store.personOf(anAccount("U2")))?.person.id).toBe(ben.id);
      expect(await tryCode(store, "h1", "U3", later(14))).toMatchObject({ refusal: { why: "used" } });
      expect(await store.personOf(anAccount("U3"))).toBeUndefined();
    });

    test("a code that ran out joins nobody", async () => {
      const store = await make(roster);
      await store.saveLinkCode("h1", ben.id, later(15));
      expect(await tryCode(store, "h1", "U2", later(15))).toMatchObject({ refusal: { why: "expired", at: later(15) } });
      expect(await store.personOf(anAccount("U2"))).toBeUndefined();
    });

    test("a code moves an account and says whose it was", async () => {
      const store = await make(roster);
      await store.saveLinkCode("h1", ben.id, later(15));
      expect(await tryCode(store, "h1", "U1")).toEqual({ ok: true, value: { person: ben.id, before: ana.id } });
    });

    test("two accounts that enter one code at the same instant: exactly one is joined", async () => {
      const store = await make(roster);
      await store.saveLinkCode("h1", ben.id, later(15));
      const users = Array.from({ length: 8 }, (_, index) => `U${index + 10}`);
      const verdicts = await Promise.all(users.map((user) => tryCode(store, "h1", user)));
      expect(verdicts.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await store.accountsOf(ben.id)).toHaveLength(1);
    });

    test("wrong codes are counted per account, and after five none is looked at for an hour", async () => {
      const store = await make(roster);
      await store.saveLinkCode("h1", ben.id, later(600));
      const verdicts = await Promise.all(Array.from({ length: 8 }, () => tryCode(store, "wrong", "U2")));
      expect(verdicts.filter((one) => !one.ok && one.refusal.why === "wrong")).toHaveLength(5);
      expect(await tryCode(store, "h1", "U2", later(59))).toMatchObject({
        refusal: { why: "too-many", until: later(60) },
      });
      expect(await tryCode(store, "wrong", "U3")).toMatchObject({ refusal: { why: "wrong", left: 4 } });
      expect(await tryCode(store, "h1", "U2", later(60))).toMatchObject({ ok: true });
    });
  });
}
