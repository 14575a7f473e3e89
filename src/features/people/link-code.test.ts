import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Role } from "../../chat/asker.ts";
import { day } from "../../kernel/time.ts";
import { anAssignment, anId, aPerson } from "../../testing/builders.ts";
import type { Person } from "./domain.ts";
import { codeFrom, hashOf, judge, mayHandOver, minutesAfter, readCode, shownCode } from "./link-code.ts";

describe("codes", () => {
  const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 });

  test("what is shown is read back, however people write it", () => {
    fc.assert(
      fc.property(bytes, fc.constantFrom(" ", "-", "–", "", "　", " - "), fc.boolean(), (random, between, lower) => {
        const code = codeFrom(random);
        const typed = [...shownCode(code)].filter((mark) => mark !== "-").join(between);
        expect(readCode(lower ? ` ${typed.toLowerCase()} ` : typed)).toBe(code);
      }),
    );
  });

  test("look-alikes are taken for what they look like, full width for half", () => {
    expect(readCode("oOil-LIl1")).toBe("00111111");
    expect(readCode("Ｋ７ＱＤ－３Ｍ９Ｘ")).toBe("K7QD3M9X");
  });

  test.each(["", "K7QD-3M9", "K7QD-3M9XX", "K7QD-3M9U", "K7QD_3M9X", "中文中文中文中文", "K7QD/3M9X"])(
    "“%s” is no code",
    (text) => expect(readCode(text)).toBeUndefined(),
  );

  test("every symbol is as likely as any other", () => {
    const every = codeFrom(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    const counts = new Map<string, number>();
    for (const symbol of every) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
    expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 8));
  });

  test("what is kept is the SHA-256 of the code", () => {
    expect(hashOf("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });
});

describe("judging a try", () => {
  const at = new Date("2026-03-09T09:00:00Z");
  const minutes = (number: number) => minutesAfter(at, number);
  const code = { person: "p1", expiresAt: minutes(1) };
  const fresh = { code, holder: undefined, wrongTries: [] };

  test.each([
    ["a live code joins", fresh, { ok: true, value: { person: "p1", before: undefined } }],
    ["it says who held the account", { ...fresh, holder: "p2" }, { ok: true, value: { person: "p1", before: "p2" } }],
    ["an unknown code is counted", { ...fresh, code: undefined }, { ok: false, refusal: { why: "wrong", left: 4 } }],
    ["one's own code is kept", { ...fresh, holder: "p1" }, { ok: false, refusal: { why: "already-yours" } }],
    ["a used code is refused", { ...fresh, code: { ...code, usedAt: at } }, { ok: false, refusal: { why: "used" } }],
    [
      "a code ends at its minute",
      { ...fresh, code: { ...code, expiresAt: at } },
      { ok: false, refusal: { why: "expired", at } },
    ],
    [
      "four wrong tries leave one",
      { ...fresh, code: undefined, wrongTries: [-40, -30, -20, -10].map(minutes) },
      { ok: false, refusal: { why: "wrong", left: 0 } },
    ],
    [
      "four wrong tries do not stop a right one",
      { ...fresh, wrongTries: [-40, -30, -20, -10].map(minutes) },
      { ok: true, value: { person: "p1", before: undefined } },
    ],
    [
      "five stop it, until an hour after the oldest",
      { ...fresh, wrongTries: [-50, -40, -30, -20, -10].map(minutes) },
      { ok: false, refusal: { why: "too-many", until: minutes(10) } },
    ],
  ])("%s", (_, tried, verdict) => {
    expect(judge(tried, at)).toEqual(verdict);
  });
});

describe("handing over a code", () => {
  const on = day("2026-03-09");
  const agent = aPerson();
  const issuer = (role: Role, rest: Partial<Person> = {}) =>
    aPerson({ id: anId(2), roles: [role], assignments: [], ...rest });
  const lead = issuer("lead", { assignments: [anAssignment({ seat: "lead" })] });
  const deputy = issuer("agent", { assignments: [anAssignment({ seat: "deputy" })] });
  const withRole = (role: Role) => aPerson({ roles: ["agent", role] });
  const left = aPerson({ leftOn: day("2026-03-08") });

  test.each([
    ["oneself", agent, agent, "own"],
    ["a lead, their team", lead, agent, "handed"],
    ["a deputy, their team", deputy, agent, "handed"],
    ["a lead, another team", lead, aPerson({ assignments: [anAssignment({ team: "south" })] }), "not-yours"],
    [
      "a lead, somebody who was in the team",
      lead,
      aPerson({ assignments: [anAssignment({ to: day("2026-03-08") })] }),
      "not-yours",
    ],
    ["a lead, a member with a role of their own", lead, withRole("lead"), "handed"],
    ["a lead, an auditor in the team", lead, withRole("auditor"), "higher-role"],
    ["a deputy, a supervisor in the team", deputy, withRole("supervisor"), "higher-role"],
    ["hr, their site", issuer("hr"), agent, "handed"],
    ["hr, a supervisor", issuer("hr"), withRole("supervisor"), "handed"],
    ["hr, an admin", issuer("hr"), withRole("admin"), "higher-role"],
    ["hr, an auditor", issuer("hr"), withRole("auditor"), "higher-role"],
    ["hr, another site", issuer("hr", { site: "york" }), agent, "not-yours"],
    ["admin, their site", issuer("admin"), withRole("admin"), "handed"],
    ["admin, another site", issuer("admin", { site: "york" }), agent, "not-yours"],
    ["admin, somebody who left", issuer("admin"), left, "left"],
    ["supervisor", issuer("supervisor"), agent, "not-yours"],
    ["auditor", issuer("auditor"), agent, "not-yours"],
    ["teammate", issuer("agent", { assignments: [anAssignment()] }), agent, "not-yours"],
  ] as const)("%s", (_, by, of, expected) => {
    const may = mayHandOver(by, of, on);
    expect(may.ok ? may.value : may.refusal.why).toBe(expected);
  });
});
