import { describe, expect, test } from "vitest";
import { anId } from "../../testing/builders.ts";
import { aDraw as anyDraw, aSecret as secret } from "../../testing/draw-builders.ts";
import { publishedAt, quicknet } from "./beacon.ts";
import type { Draw, Entry, Prize } from "./domain.ts";
import { hashOf, type Manifest, pseudonym } from "./manifest.ts";
import * as moves from "./moves.ts";
import { life, states } from "./states.ts";

const clock = {
  zone: "Europe/London",
  calendar: { weekend: [6, 7] as const, holidays: [], workdays: [] },
};
const at = (text: string) => new Date(`2026-03-${text}Z`);
const aDraw = (but: Partial<Draw> = {}): Draw =>
  anyDraw({
    alternates: 1,
    organiser: anId(9),
    openedAt: at("09T09:00:00"),
    closesAt: at("10T09:00:00"),
    nextAt: at("10T09:00:00"),
    ...but,
  });

const anEntry = (person: number, nonce?: string): Entry => ({
  person: anId(person),
  at: at("09T10:00:00"),
  entered: true,
  ...(nonce === undefined ? {} : { nonce }),
});
const entrants = [1, 2, 3].map((person) => ({ person: anId(person), tickets: person }));
const closing = { entrants, entries: [anEntry(1, "seven"), anEntry(2), anEntry(3)], secret };
const closesAt = at("10T09:00:00");
const must = <T>(outcome: { ok: boolean; value?: T; refusal?: unknown }): T => {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value as T;
};

/** A draw in its challenge, with its manifest. */
function inChallenge(but: Partial<Draw> = {}) {
  const made = must(moves.close(aDraw(but), closing, closesAt));
  if (made.is !== "closed") throw new Error(made.is);
  return { draw: must(moves.publish(made.draw, closesAt)), manifest: made.manifest };
}

describe("a draw is entered", () => {
  test("until the very hour at which it closes, on whatever platform", () => {
    const { closesAt } = aDraw();
    expect(moves.enter(aDraw(), anEntry(1), new Date(closesAt.getTime() - 1)).ok).toBe(true);
    expect(moves.enter(aDraw(), anEntry(1), closesAt)).toEqual({
      ok: false,
      refusal: { why: "too-late", closedAt: closesAt },
    });
  });
  test("by anybody but its organiser, who may still add a number", () => {
    expect(moves.enter(aDraw(), anEntry(9), at("09T10:00:00"))).toEqual({ ok: false, refusal: { why: "organiser" } });
    expect(moves.enter(aDraw(), { ...anEntry(9, "x"), entered: false }, at("09T10:00:00")).ok).toBe(true);
  });
  test("in no other state", () => {
    for (const state of states.filter((one) => one !== "open")) {
      expect(moves.enter(aDraw({ state }), anEntry(1), at("09T10:00:00"))).toEqual({
        ok: false,
        refusal: { why: "not-now", state },
      });
    }
  });
});

describe("a draw closes", () => {
  test("with a manifest of pseudonyms and tickets, which tells nobody's id", () => {
    const { manifest, draw } = inChallenge();
    const read = JSON.parse(manifest) as Manifest;
    expect(read.entrants.map(({ tickets }) => tickets).sort()).toEqual([1, 2, 3]);
    expect(read.entrants.map(({ id }) => id)).toContain(pseudonym(secret.salt, anId(1)));
    expect(read.nonces).toEqual([{ from: pseudonym(secret.salt, anId(1)), nonce: "seven" }]);
    expect(manifest).not.toContain(anId(1));
    for (const hidden of [secret.seed, secret.salt]) expect(manifest).not.toContain(hidden);
    expect(draw.closed).toMatchObject({ revision: 1, manifestHash: hashOf(manifest), entrants: 3, tickets: 6 });
  });

  test("with a public end where nobody is in it", () => {
    expect(must(moves.close(aDraw(), { ...closing, entrants: [] }, closesAt))).toMatchObject({
      is: "cancelled",
      draw: { state: "cancelled", cancelled: { why: "no-entrants" } },
    });
  });

  test("a day later where nobody has added a number, three times, and then not at all", () => {
    const silent = { ...closing, entries: [anEntry(1), anEntry(2)] };
    let draw = aDraw();
    for (const turn of [1, 2, 3]) {
      const put = must(moves.close(draw, silent, draw.closesAt));
      expect(put).toMatchObject({ is: "put-off", draw: { state: "open", putOff: turn } });
      expect(put.draw.closesAt.getTime() - draw.closesAt.getTime()).toBe(24 * 3_600_000);
      draw = put.draw;
    }
    expect(must(moves.close(draw, silent, draw.closesAt))).toMatchObject({
      is: "cancelled",
      draw: { cancelled: { why: "no-nonce" } },
    });
  });

  test("without anybody's number where its randomness comes from outside", () => {
    const silent = { ...closing, entries: [anEntry(1)] };
    expect(must(moves.close(aDraw({ source: { is: "drand" } }), silent, closesAt)).is).toBe("closed");
  });

  test("naming a drand round that comes after the time for challenges", () => {
    const { draw } = inChallenge({ source: { is: "drand" } });
    const source = draw.closed?.source;
    if (source?.is !== "drand") throw new Error("another source");
    expect(source.chain).toBe(quicknet.chain);
    expect(publishedAt(source.round).getTime()).toBeGreaterThan((draw.closed?.challengeUntil ?? closesAt).getTime());
  });
});

describe("a manifest is challenged", () => {
  const said = { by: anId(1), text: "I have earned two tickets and stand there with one." };

  test("until its hours are over", () => {
    const { draw } = inChallenge();
    const until = draw.closed?.challengeUntil ?? closesAt;
    expect(until).toEqual(at("11T09:00:00"));
    expect(moves.challenge(draw, said, new Date(until.getTime() - 1)).ok).toBe(true);
    expect(moves.challenge(draw, said, until)).toMatchObject({ refusal: { why: "too-late" } });
  });

  test("and is answered once, by somebody else", () => {
    const draw = must(moves.challenge(inChallenge().draw, said, at("10T10:00:00")));
    const answer = { index: 0, isRight: false, reason: "One award counts, as the rule says." };
    expect(moves.answer(draw, { ...answer, by: anId(1) }, at("10T11:00:00"))).toMatchObject({
      refusal: { why: "own-challenge" },
    });
    const answered = must(moves.answer(draw, { ...answer, by: anId(5) }, at("10T11:00:00")));
    expect(moves.answer(answered, { ...answer, by: anId(6) }, at("10T12:00:00"))).toMatchObject({
      refusal: { why: "answered-already" },
    });
    expect(moves.answer(answered, { ...answer, index: 1, by: anId(6) }, at("10T12:00:00"))).toMatchObject({
      refusal: { why: "no-such-challenge" },
    });
  });

  test("the draw waits for an answer, an hour at a time", () => {
    const draw = must(moves.challenge(inChallenge().draw, said, at("10T10:00:00")));
    const waiting = must(moves.commit(draw, at("11T09:00:00")));
    expect(waiting).toMatchObject({ state: "challenge", nextAt: at("11T10:00:00") });
    const answered = must(
      moves.answer(waiting, { index: 0, by: anId(5), isRight: false, reason: "One award counts." }, at("11T09:30:00")),
    );
    expect(must(moves.commit(answered, at("11T10:00:00"))).state).toBe("committed");
  });

  test("one that was right makes another manifest, with its own hours", () => {
    const { draw, manifest } = inChallenge();
    const more = { ...closing, entrants: entrants.map((one) => ({ ...one, tickets: 5 })) };
    const made = must(moves.correct(draw, more, at("10T12:00:00")));
    if (made.is !== "closed") throw new Error(made.is);
    expect(made.draw).toMatchObject({ state: "closed", closed: { revision: 2, tickets: 15 } });
    expect(made.draw.closed?.manifestHash).not.toBe(hashOf(manifest));
    expect(must(moves.publish(made.draw, at("10T12:00:00"))).closed?.challengeUntil).toEqual(at("11T12:00:00"));
  });

  test("a drand manifest whose hash came out late is made anew", () => {
    const made = must(moves.close(aDraw({ source: { is: "drand" } }), closing, closesAt));
    expect(moves.isStale(made.draw, new Date(closesAt.getTime() + 10 * 60_000))).toBe(false);
    expect(moves.isStale(made.draw, new Date(closesAt.getTime() + 11 * 60_000))).toBe(true);
    expect(moves.isStale(inChallenge().draw, new Date(closesAt.getTime() + 3_600_000))).toBe(false);
  });

  test("one that was right opens a commit–reveal draw again, under another seed", () => {
    const { draw } = inChallenge();
    const again = must(moves.reopen(draw, "ab".repeat(32), at("10T12:00:00")));
    expect(again).toMatchObject({
      state: "open",
      reopened: 1,
      source: { is: "commit-reveal", commitment: "ab".repeat(32) },
      closesAt: at("11T12:00:00"),
    });
    expect(must(moves.close(again, closing, again.closesAt)).draw.closed?.revision).toBe(2);
  });

  test("nobody cancels a draw whose outcome can be known", () => {
    const { draw } = inChallenge({ source: { is: "drand" } });
    const source = draw.closed?.source;
    const outAt = publishedAt(source?.is === "drand" ? source.round : 0);
    const wish = { by: anId(5), reason: "The prize was sold out." };
    expect(moves.askToCancel(draw, wish, new Date(outAt.getTime() - 1)).ok).toBe(true);
    expect(moves.askToCancel(draw, wish, outAt)).toEqual({ ok: false, refusal: { why: "knowable" } });
  });

  test("a public number counts when two people have typed the same", () => {
    const draw = aDraw({ state: "committed", source: { is: "public", what: "the lottery of Friday", digits: 6 } });
    const typed = must(moves.type(draw, { by: anId(5), number: "041723" }, at("11T12:00:00")));
    expect(typed.isSecond).toBe(false);
    const second = (by: number, number: string) => moves.type(typed.draw, { by: anId(by), number }, at("11T12:00:00"));
    expect(second(6, "041724")).toEqual({ ok: false, refusal: { why: "other-number" } });
    expect(must(second(6, "041723")).isSecond).toBe(true);
    expect(must(second(5, "041724"))).toMatchObject({ isSecond: false, draw: { typed: { number: "041724" } } });
    expect(second(6, "4172")).toEqual({ ok: false, refusal: { why: "randomness", fault: "malformed" } });
  });
});

describe("a draw is drawn", () => {
  const personOf = new Map(entrants.map(({ person }) => [pseudonym(secret.salt, person), person]));
  const revealed = { is: "commit-reveal", seed: secret.seed } as const;
  function committed(but: Partial<Draw> = {}) {
    const { draw, manifest } = inChallenge(but);
    return { draw: must(moves.commit(draw, at("11T09:00:00"))), manifest };
  }

  test("not before the time for challenges is over", () => {
    expect(moves.commit(inChallenge().draw, at("11T08:59:59"))).toMatchObject({ refusal: { why: "not-now" } });
  });

  test("into places, of which the winners' are offered for some business days", () => {
    const { draw, manifest } = committed();
    const made = must(moves.draw(draw, { manifest, revealed, clock, personOf }, at("11T09:00:00")));
    expect(made.prizes.map(({ rank, state, dueAt }) => [rank, state, dueAt])).toEqual([
      [1, "offered", at("18T09:00:00")],
      [2, "alternate", undefined],
    ]);
    expect(made.draw.state).toBe("drawn");
  });

  test("once: what is drawn cannot be drawn again, nor cancelled", () => {
    const { draw, manifest } = committed();
    const { draw: drawn } = must(moves.draw(draw, { manifest, revealed, clock, personOf }, at("11T09:00:00")));
    expect(moves.draw(drawn, { manifest, revealed, clock, personOf }, at("11T09:00:00"))).toMatchObject({
      refusal: { why: "not-now" },
    });
    expect(moves.askToCancel(drawn, { by: anId(5), reason: "I would like another." }, at("11T10:00:00"))).toMatchObject(
      {
        refusal: { why: "not-now" },
      },
    );
  });

  test("not by a seed that was not committed to", () => {
    const { draw, manifest } = committed();
    const other = { is: "commit-reveal", seed: "00".repeat(32) } as const;
    expect(moves.draw(draw, { manifest, revealed: other, clock, personOf }, at("11T09:00:00"))).toEqual({
      ok: false,
      refusal: { why: "randomness", fault: "other-seed" },
    });
  });
});

describe("a prize", () => {
  const due = at("18T09:00:00");
  const drawn = aDraw({ state: "drawn", nextAt: due });
  const prizes: readonly Prize[] = [
    { rank: 1, person: anId(1), state: "offered", dueAt: due },
    { rank: 2, person: anId(2), state: "alternate" },
    { rank: 3, person: anId(3), state: "alternate" },
  ];
  const late = {
    clock,
    isLost: ({ state, dueAt }: Prize) => state === "offered" && dueAt !== undefined && dueAt <= due,
  };

  test("is claimed by its winner, before it runs out, once", () => {
    const after = must(moves.claim(drawn, prizes, anId(1), new Date(due.getTime() - 1)));
    expect(after.draw).toMatchObject({ state: "claimed" });
    expect(after.draw.nextAt).toBeUndefined();
    expect(after.prizes.map(({ state }) => state)).toEqual(["claimed", "unused", "unused"]);
    expect(moves.claim(after.draw, after.prizes, anId(1), due)).toMatchObject({ refusal: { why: "claimed-already" } });
    expect(moves.claim(drawn, prizes, anId(1), due)).toMatchObject({ refusal: { why: "forfeited" } });
    expect(moves.claim(drawn, prizes, anId(2), at("12T09:00:00"))).toMatchObject({ refusal: { why: "not-yours" } });
  });

  test("goes to the next alternate, who has as long", () => {
    const after = moves.forfeit(drawn, prizes, late, due);
    expect(after.prizes.map(({ state, dueAt }) => [state, dueAt])).toEqual([
      ["forfeited", due],
      ["offered", at("25T09:00:00")],
      ["alternate", undefined],
    ]);
    expect(after.draw).toMatchObject({ state: "drawn", nextAt: at("25T09:00:00") });
  });

  test("skips alternates who have left, and ends as nobody's where none is left", () => {
    const gone = { clock, isLost: ({ person }: Prize) => person !== anId(3) };
    expect(moves.forfeit(drawn, prizes, gone, due).prizes.map(({ state }) => state)).toEqual([
      "forfeited",
      "alternate",
      "offered",
    ]);
    const after = moves.forfeit(drawn, prizes, { clock, isLost: () => true }, due);
    expect(after.draw.state).toBe("forfeited");
    expect(after.prizes.map(({ state }) => state)).toEqual(["forfeited", "unused", "unused"]);
  });
});

describe("a draw is cancelled", () => {
  const asked = must(moves.askToCancel(aDraw(), { by: anId(5), reason: "The prize was sold out." }, at("09T12:00:00")));

  test("by two people, with a reason", () => {
    expect(moves.second(asked, anId(5), at("09T13:00:00"))).toMatchObject({ refusal: { why: "same-person" } });
    expect(moves.second(aDraw(), anId(6), at("09T13:00:00"))).toMatchObject({ refusal: { why: "nobody-cancels" } });
    const after = must(moves.second(asked, anId(6), at("09T13:00:00")));
    expect(after).toMatchObject({ state: "cancelled", cancelled: { why: "by-two", by: anId(5), seconded: anId(6) } });
    expect(after.nextAt).toBeUndefined();
    expect(moves.keep(after, anId(5))).toMatchObject({ refusal: { why: "not-now" } });
  });

  test("or kept by whoever wanted to cancel it", () => {
    expect(moves.keep(asked, anId(6))).toMatchObject({ refusal: { why: "not-yours" } });
    expect(must(moves.keep(asked, anId(5))).cancelling).toBeUndefined();
  });
});

test("every state but the ends leads on, and the ends lead nowhere", () => {
  const ends = ["claimed", "forfeited", "cancelled"];
  for (const state of states) expect(Object.keys(life[state]).length === 0).toBe(ends.includes(state));
});
