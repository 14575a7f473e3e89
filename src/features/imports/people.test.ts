import { describe, expect, test } from "vitest";
import { day } from "../../kernel/time.ts";
import { afterRow, type KnownPerson, type PersonRow, type PersonState, planPeople, undone } from "./people.ts";

const today = day("2026-06-01");
const ana: PersonState = {
  employeeNo: "1001",
  name: "Ana Diaz",
  email: "ana@example.com",
  hiredOn: day("2025-06-02"),
  leftOn: null,
  birthday: "02-29",
  graduatedOn: null,
  roles: ["agent"],
  locale: null,
  aliases: ["ext-17"],
  assignments: [{ team: "north", seat: "member", from: day("2026-01-01"), to: null }],
};
const ben: PersonState = { ...ana, employeeNo: "1002", name: "Ben Okri", email: null, aliases: [] };
const row = (but: Partial<PersonRow> = {}): PersonRow => ({ line: 2, employeeNo: "1001", name: "Ana Diaz", ...but });

describe("what a row says of somebody", () => {
  test("is nothing where the file has no column, and nobody changes", () => {
    expect(afterRow(ana, row(), today)).toEqual(ana);
  });

  test("is none where the cell is blank", () => {
    expect(afterRow(ana, row({ email: null, aliases: [] }), today)).toEqual({ ...ana, email: null, aliases: [] });
  });

  test("makes a newcomer an agent, in the team since the day of hiring", () => {
    const added = afterRow(undefined, row({ hiredOn: day("2026-05-04"), team: "south" }), today);
    expect(added.roles).toEqual(["agent"]);
    expect(added.assignments).toEqual([{ team: "south", seat: "member", from: "2026-05-04", to: null }]);
  });
});

describe("a team in a row", () => {
  const seats = (said: Partial<PersonRow>, before = ana) => afterRow(before, row(said), today).assignments;

  test("that is the old one changes nothing", () => {
    expect(seats({ team: "north" })).toEqual(ana.assignments);
  });

  test("ends the old one the day before it begins", () => {
    expect(seats({ team: "south", from: day("2026-04-01") })).toEqual([
      { team: "north", seat: "member", from: "2026-01-01", to: "2026-03-31" },
      { team: "south", seat: "member", from: "2026-04-01", to: null },
    ]);
  });

  test("begins today unless the file says when", () => {
    expect(seats({ team: "south" }).at(-1)).toEqual({ team: "south", seat: "member", from: today, to: null });
  });

  test("that begins before the old one takes its place", () => {
    expect(seats({ team: "south", from: day("2025-12-01") })).toEqual([
      { team: "south", seat: "member", from: "2025-12-01", to: null },
    ]);
  });

  test("with another seat ends the old seat", () => {
    expect(seats({ team: "north", seat: "lead", from: day("2026-05-01") })).toEqual([
      { team: "north", seat: "member", from: "2026-01-01", to: "2026-04-30" },
      { team: "north", seat: "lead", from: "2026-05-01", to: null },
    ]);
  });

  test("left blank ends what stands", () => {
    expect(seats({ team: null })).toEqual([{ team: "north", seat: "member", from: "2026-01-01", to: "2026-05-31" }]);
  });
});

describe("a file of people", () => {
  const known: KnownPerson[] = [
    { id: "a", ...ana },
    { id: "b", ...ben },
  ];
  const plan = (rows: readonly PersonRow[], elsewhere = new Map<string, string>()) =>
    planPeople(rows, { known, elsewhere }, { today, newId: () => "new" });

  test("adds, changes and leaves alone, by employee number", () => {
    const found = plan([
      row(),
      row({ line: 3, employeeNo: "1002", name: "Ben Okri Jr" }),
      row({ line: 4, employeeNo: "1003", name: "Chen Li" }),
    ]);
    expect(found).toMatchObject({ added: 1, changed: 1, unchanged: 1, bad: [] });
    expect(found.changes.map(({ id, before }) => [id, before?.name])).toEqual([
      ["b", "Ben Okri"],
      ["new", undefined],
    ]);
  });

  test("may hand an address from one to another", () => {
    const found = plan([
      row({ line: 2, employeeNo: "1002", name: "Ben Okri", email: "ana@example.com" }),
      row({ line: 3, email: null }),
    ]);
    expect(found).toMatchObject({ changed: 2, bad: [] });
  });

  test("may not take an address or alias that somebody keeps, here or at another site", () => {
    const taken = plan([row({ employeeNo: "1002", name: "Ben Okri", email: "ANA@example.com", aliases: ["EXT-17"] })]);
    expect(taken.bad).toEqual([
      {
        line: 2,
        problems: [
          { why: "taken", field: "email", value: "ANA@example.com", by: "Ana Diaz" },
          { why: "taken", field: "aliases", value: "EXT-17", by: "Ana Diaz" },
        ],
      },
    ]);
    const elsewhere = plan([row({ email: "wang@example.com" })], new Map([["wang@example.com", "王芳"]]));
    expect(elsewhere.bad).toMatchObject([{ problems: [{ why: "taken", by: "王芳" }] }]);
  });

  test("does nothing for a row that would have taken what a bad row keeps", () => {
    // Ben may have Ana's address only if her own row, which gives it up, is taken; it is not, as it takes another's.
    const found = plan(
      [
        row({ line: 2, employeeNo: "1002", name: "Ben Okri", email: "ana@example.com" }),
        row({ line: 3, email: "wang@example.com" }),
      ],
      new Map([["wang@example.com", "王芳"]]),
    );
    expect(found.bad.map(({ line }) => line).sort()).toEqual([2, 3]);
    expect(found.changes).toEqual([]);
  });
});

test("an undone change leaves alone what others changed since", () => {
  const after = { ...ana, name: "Ana D.", email: "new@example.com" };
  const now = { ...after, email: "own@example.com", locale: "zh-CN" as const };
  expect(undone(now, ana, after)).toEqual({ ...ana, email: "own@example.com", locale: "zh-CN" });
});
