import { describe, expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { anAccount, anAssignment, anId, aPerson, aSite, aTeam } from "../../testing/builders.ts";
import { testClock } from "../../testing/conversation.ts";
import { testPeople } from "../../testing/test-people.ts";
import { testPlatform } from "../../testing/test-platform.ts";

const site = aSite({ zone: "Asia/Shanghai", locale: "zh-CN" });
const ana = aPerson({ email: "ana@example.com", accounts: [anAccount("U1")] });
const lee = aPerson({
  id: anId(2),
  employeeNo: "1002",
  name: "Lee Wong",
  roles: ["lead"],
  locale: "en",
  accounts: [anAccount("U2")],
  assignments: [anAssignment({ seat: "lead" })],
});
const leaver = aPerson({ id: anId(3), employeeNo: "1003", leftOn: day("2026-03-08"), accounts: [anAccount("U3")] });
const made = (platform = testPlatform()) => {
  const clock = testClock("2026-03-09T09:00:00Z");
  const roster = { sites: [site], teams: [aTeam()], people: [ana, lee, leaver] };
  return { clock, ...testPeople({ roster, clock, platform }) };
};
const ask = (user: string, email?: () => Promise<string | undefined>) => ({
  by: anAccount(user),
  ...(email === undefined ? {} : { email }),
});

describe("who is asking", () => {
  test("a person is known with the language they chose, else their site's, and their site's clock", async () => {
    const { people } = made();
    expect(await people.identify(ask("U1"))).toEqual({
      person: ana.id,
      name: "Ana Diaz",
      roles: ["agent"],
      site: "leeds",
      siteLocale: "zh-CN",
      locale: "zh-CN",
      zone: "Asia/Shanghai",
    });
    expect(await people.identify(ask("U2"))).toMatchObject({ locale: "en", siteLocale: "zh-CN" });
  });

  test("a known account's address is never asked for", async () => {
    const { people } = made();
    const never = async () => {
      throw new Error("asked");
    };
    expect(await people.identify(ask("U1", never))).toMatchObject({ person: ana.id });
    expect(await people.identify(ask("U3", never))).toBeUndefined();
  });

  test("the last day ends at midnight of the site", async () => {
    const { people, clock } = made();
    clock.to("2026-03-08T15:59:59Z");
    expect(await people.identify(ask("U3"))).toMatchObject({ person: leaver.id });
    clock.to("2026-03-08T16:00:00Z");
    expect(await people.identify(ask("U3"))).toBeUndefined();
    expect(await people.standing(anAccount("U3"))).toMatchObject({ is: "left", on: "2026-03-08" });
  });

  test("two people with one address: neither is linked", async () => {
    const clock = testClock("2026-03-09T09:00:00Z");
    const twin = aPerson({ id: anId(4), employeeNo: "1004", email: "ANA@example.com" });
    const { people, audited } = testPeople({ roster: { sites: [site], teams: [], people: [ana, twin] }, clock });
    expect(await people.identify(ask("U9", async () => "ana@example.com"))).toBeUndefined();
    expect(audited).toEqual([]);
  });

  test("an account is linked although another could not be told of it", async () => {
    const platform = testPlatform();
    const deaf = {
      ...platform,
      tell: async () => {
        throw new Error("channel_not_found");
      },
    };
    const { people } = made(deaf);
    expect(await people.identify(ask("U9", async () => "ana@example.com"))).toMatchObject({ person: ana.id });
    expect(await people.identify(ask("U9"))).toMatchObject({ person: ana.id });
  });
});

describe("who is meant", () => {
  test.each([
    ["ana diaz", ana.id],
    ["@Ana Diaz", ana.id],
    ["1002", lee.id],
    ["1003", leaver.id],
    ["10\u000002", lee.id],
  ])("“%s”", async (text, id) => {
    expect(await made().people.find("leeds", { text })).toMatchObject({ ok: true, value: { id } });
  });

  test("an account means its person, at their own site alone", async () => {
    const { people } = made();
    expect(await people.find("leeds", { account: anAccount("U2") })).toMatchObject({ ok: true, value: { id: lee.id } });
    expect(await people.find("york", { account: anAccount("U2") })).toMatchObject({ refusal: { why: "not-linked" } });
    expect(await people.find("york", { text: "1002" })).toMatchObject({ refusal: { why: "nobody" } });
  });
});

describe("who may read", () => {
  test("a lead reads their team by their seat of the day; an agent only themselves", async () => {
    const { people } = made();
    const on = day("2026-03-09");
    const asLead = people.asker(lee, site);
    const asAgent = people.asker(ana, site);
    expect(await people.rightToRead(asLead, ana, on)).toBe("lead");
    expect(await people.rightToRead(asLead, ana, day("2025-12-31"))).toBeUndefined();
    expect(await people.rightToRead(asAgent, ana, on)).toBe("own");
    expect(await people.rightToRead(asAgent, lee, on)).toBeUndefined();
    expect(await people.rightToReadTeam(asLead, aTeam(), on)).toBe("lead");
    expect(await people.rightToReadTeam(asAgent, aTeam(), on)).toBeUndefined();
  });
});
