import { describe, expect, test } from "vitest";
import type { Calendar } from "../../kernel/calendar.ts";
import { day } from "../../kernel/time.ts";
import { anId, aSite } from "../../testing/builders.ts";
import { aRequest } from "../../testing/help-builders.ts";
import type { Now } from "./clocks.ts";
import type { HelpRequest } from "./domain.ts";
import { answered, claimed, type Move, replied, type Who } from "./moves.ts";
import { helpConfig } from "./rules.ts";
import { nextAt, ticked } from "./tick.ts";

type Place = Pick<Now, "rules" | "site">;

const helper: Who = { person: anId(2), isHelper: true, isLead: false };
const asker: Who = { person: anId(1), isHelper: false, isLead: false };
const leeds: Place = { rules: helpConfig.parse({}), site: aSite() };
const nobody = () => ({ people: [] });

const opened = (at: string, isLive: boolean): HelpRequest => {
  const openedAt = new Date(at);
  return aRequest({ isLive, openedAt, round: { number: 1, since: openedAt, spentMin: 0, steps: 0 } });
};
const noon = "2026-03-09T12:00:00Z";
const later = (minutes: number) => new Date(new Date(noon).getTime() + minutes * 60_000);

/** What is done at a moment, in the order of time. */
type Act = readonly [Date, (request: HelpRequest, now: Now) => Move];

/** Looks at a request whenever it is due, until a moment, and says when who was asked. */
function walked(first: HelpRequest, until: Date, place = leeds, acts: readonly Act[] = []) {
  let request = first;
  const asked: (readonly [string, string])[] = [];
  function tickUntil(end: Date) {
    for (let at = nextAt(request, place); at !== undefined && at <= end; at = nextAt(request, place)) {
      // What was due while somebody was at it is asked as soon as it went back.
      const now = new Date(Math.max(at.getTime(), latest));
      latest = now.getTime();
      const tick = ticked(request, { ...place, at: now }, nobody);
      asked.push(...tick.asked.map((one) => [one.at.toISOString().replace(/:00\.000Z$/, "Z"), one.ask] as const));
      request = tick.request;
    }
  }
  let latest = first.openedAt.getTime();
  for (const [at, act] of acts) {
    tickUntil(at);
    const move = act(request, { ...place, at });
    if (!move.ok) throw new Error(move.refusal.why);
    request = move.value.request;
    latest = at.getTime();
  }
  tickUntil(until);
  return { request, asked };
}

const claim = (minutes: number): Act => [later(minutes), (request, now) => claimed(request, helper, now)];
const answer = (minutes: number, needsReply = false): Act => [
  later(minutes),
  (request, now) => answered(request, helper, { text: "Yes.", needsReply }, now),
];
const reply = (minutes: number): Act => [later(minutes), (request, now) => replied(request, asker, "Blue.", now)];

/** Who was asked after how many minutes. */
const minutesOf = (asked: readonly (readonly [string, string])[]) =>
  asked.map(([at, ask]) => [(new Date(at).getTime() - new Date(noon).getTime()) / 60_000, ask]);

const live = (acts: readonly Act[], until = 60, place = leeds) => {
  const { asked, request } = walked(opened(noon, true), later(until), place, acts);
  return { asked: minutesOf(asked), request };
};

describe("with a customer on the line", () => {
  const usual = [
    [2, "duty-lead"],
    [4, "floor-support"],
    [7, "supervisor"],
  ];

  test("the lead, floor support and the supervisor are asked after 2, 4 and 7 minutes", () => {
    expect(live([]).asked).toEqual(usual);
  });

  test.each([
    [
      1 + 59 / 60,
      [
        [1 + 59 / 60 + 3, "duty-lead"],
        [1 + 59 / 60 + 3, "floor-support"],
        [7, "supervisor"],
      ],
    ],
    [
      2,
      [
        [2, "duty-lead"],
        [5, "floor-support"],
        [7, "supervisor"],
      ],
    ],
    [
      2 + 1 / 60,
      [
        [2, "duty-lead"],
        [5 + 1 / 60, "floor-support"],
        [7, "supervisor"],
      ],
    ],
  ])(
    "claimed after %d minutes and not answered: what was due until it went back is asked at once",
    (minutes, asked) => {
      const { asked: own, request } = live([claim(minutes)]);
      expect(own.map(([at, ask]) => [Number(at).toFixed(3), ask])).toEqual(
        asked.map(([at, ask]) => [Number(at).toFixed(3), ask]),
      );
      expect(request).toMatchObject({ state: "open", round: { number: 1, steps: 3 } });
    },
  );

  test.each([
    [4.999, "claimed"],
    [5, "open"],
  ])("claimed after 2 minutes it is %s minutes after opening %s", (minutes, state) => {
    expect(live([claim(2)], minutes).request.state).toBe(state);
  });

  test("an answer ends it", () => {
    expect(live([claim(1), answer(3.9)]).asked).toEqual([]);
    expect(live([answer(3)]).asked).toEqual([[2, "duty-lead"]]);
    expect(live([answer(1), reply(5)]).asked).toEqual([]);
  });

  test("claimed again and again without an answer, it goes back each time and climbs on", () => {
    const { asked, request } = live([claim(1), claim(4.5), claim(8)]);
    expect(asked).toEqual([
      [4, "duty-lead"],
      [4, "floor-support"],
      [7.5, "supervisor"],
    ]);
    expect(request.state).toBe("open");
  });

  test("a night, a weekend and a holiday count like any minute", () => {
    const place = {
      ...leeds,
      site: aSite({ calendar: { weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [], workdays: [] } }),
    };
    const { asked } = walked(opened("2026-03-07T23:58:00Z", true), new Date("2026-03-08T00:30:00Z"), place);
    expect(asked).toEqual([
      ["2026-03-08T00:00Z", "duty-lead"],
      ["2026-03-08T00:02Z", "floor-support"],
      ["2026-03-08T00:05Z", "supervisor"],
    ]);
  });

  test("whoever was told that it is settled and then hears nothing more is not forgotten: the supervisor is asked", () => {
    expect(live([answer(1)], 24 * 60).asked).toEqual([[240, "supervisor"]]);
  });
});

describe("a ladder of the site's own", () => {
  const rungs = [
    { afterMin: 2, ask: "night-desk", hours: "22:00-06:00" },
    { afterMin: 3, ask: "floor-support" },
    { afterMin: 5, ask: "day-desk", hours: "08:00-22:00" },
  ];
  const place = { ...leeds, rules: helpConfig.parse({ live: { ladder: rungs } }) };

  test.each([
    ["2026-03-09T12:00:00Z", ["12:03 floor-support", "12:05 day-desk"]],
    ["2026-03-09T21:57:59.999Z", ["22:00 floor-support"]],
    ["2026-03-09T21:58:00Z", ["22:00 night-desk", "22:01 floor-support"]],
    ["2026-03-09T05:57:59.999Z", ["05:59 night-desk", "06:00 floor-support"]],
    ["2026-03-09T05:58:00Z", ["06:01 floor-support"]],
  ])("leaves out at %s who has no hours then", (at, asked) => {
    const { asked: own, request } = walked(opened(at, true), new Date(new Date(at).getTime() + 60 * 60_000), place);
    expect(own.map(([when, ask]) => `${when.slice(11, 16)} ${ask}`)).toEqual(asked);
    expect(request.round.steps).toBe(3);
  });

  test("without any rung asks nobody until it should be over", () => {
    const none = { ...leeds, rules: helpConfig.parse({ live: { ladder: [] } }) };
    expect(live([], 24 * 60, none).asked).toEqual([[240, "supervisor"]]);
  });
});

const china: Calendar = {
  weekend: [6, 7],
  holidays: ["2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"].map(day),
  workdays: [day("2026-10-10")],
};
const at = (zone: string, calendar: Calendar = { weekend: [6, 7], holidays: [], workdays: [] }): Place => ({
  ...leeds,
  site: { zone, calendar },
});
const shanghai = at("Asia/Shanghai", china);

describe("without a customer on the line", () => {
  test.each([
    ["within a day", shanghai, "2026-09-28T02:00Z", ["2026-09-28T02:15Z", "2026-09-28T03:00Z", "2026-09-28T06:00Z"]],
    ["over a night", shanghai, "2026-09-28T09:50Z", ["2026-09-29T01:05Z", "2026-09-29T01:50Z", "2026-09-29T04:50Z"]],
    ["asked at night", shanghai, "2026-09-28T20:00Z", ["2026-09-29T01:15Z", "2026-09-29T02:00Z", "2026-09-29T05:00Z"]],
    ["over a weekend", shanghai, "2026-09-18T09:50Z", ["2026-09-21T01:05Z", "2026-09-21T01:50Z", "2026-09-21T04:50Z"]],
    ["over holidays", shanghai, "2026-09-30T09:50Z", ["2026-10-08T01:05Z", "2026-10-08T01:50Z", "2026-10-08T04:50Z"]],
    [
      "on a Saturday worked",
      shanghai,
      "2026-10-09T09:50Z",
      ["2026-10-10T01:05Z", "2026-10-10T01:50Z", "2026-10-10T04:50Z"],
    ],
    [
      "over the Sunday on which New York's clocks go ahead",
      at("America/New_York"),
      "2026-03-06T22:50Z",
      ["2026-03-09T13:05Z", "2026-03-09T13:50Z", "2026-03-09T16:50Z"],
    ],
    [
      "over the Sunday on which New York's clocks go back",
      at("America/New_York"),
      "2026-10-30T21:50Z",
      ["2026-11-02T14:05Z", "2026-11-02T14:50Z", "2026-11-02T17:50Z"],
    ],
    [
      "over the Sunday on which London's clocks go ahead",
      at("Europe/London"),
      "2026-03-27T17:50Z",
      ["2026-03-30T08:05Z", "2026-03-30T08:50Z", "2026-03-30T11:50Z"],
    ],
    [
      "over the Sunday on which London's clocks go back",
      at("Europe/London"),
      "2026-10-23T16:50Z",
      ["2026-10-26T09:05Z", "2026-10-26T09:50Z", "2026-10-26T12:50Z"],
    ],
  ] as const)(
    "%s the lead is asked after 15 minutes, the supervisor after 60 and when it is not over in 4 hours",
    (...row) => {
      const [, place, from, [first, second, third]] = row;
      const { asked } = walked(opened(from, false), new Date("2026-12-31T00:00Z"), place);
      expect(asked).toEqual([
        [first, "duty-lead"],
        [second, "supervisor"],
        [third, "supervisor"],
      ]);
    },
  );

  test("whoever is at it and has answered is not disturbed before it should be over", () => {
    const { asked, request } = walked(opened(noon, false), later(600), leeds, [answer(10)]);
    expect(minutesOf(asked)).toEqual([[240, "supervisor"]]);
    expect(request.round).toMatchObject({ answeredAt: later(10), endLateAt: later(240) });
  });

  test("claimed and not answered it goes back after 3 minutes, whatever the hour, and the clocks run on", () => {
    const evening = opened("2026-03-09T17:50:00Z", false);
    const at = new Date("2026-03-09T18:30:00Z");
    const { request, asked } = walked(evening, new Date("2026-03-10T09:10:00Z"), leeds, [
      [at, (now, moment) => claimed(now, helper, moment)],
    ]);
    expect(request.state).toBe("open");
    expect(asked).toEqual([["2026-03-10T09:05Z", "duty-lead"]]);
  });
});

describe("while the agent is waited for, time stands still", () => {
  test("without a customer on the line", () => {
    const { asked, request } = walked(opened(noon, false), later(24 * 60 + 60), leeds, [
      answer(30, true),
      reply(90),
      answer(91),
    ]);
    // 30 minutes were gone; the other 210 run from 13:30 on.
    expect(minutesOf(asked)).toEqual([
      [15, "duty-lead"],
      [300, "supervisor"],
    ]);
    expect(request.round).toMatchObject({ spentMin: 30, endLateAt: later(300) });
  });

  test("with a customer on the line", () => {
    const { asked, request } = live([answer(1, true), reply(100), answer(101)], 24 * 60);
    expect(asked).toEqual([[339, "supervisor"]]);
    expect(request.round.spentMin).toBe(1);
  });

  test("over a night only the hours worked before count", () => {
    const { asked } = walked(opened("2026-03-09T16:00:00Z", false), new Date("2026-03-12T00:00:00Z"), leeds, [
      [new Date("2026-03-09T16:10:00Z"), (one, now) => answered(one, helper, { text: "?", needsReply: true }, now)],
      [new Date("2026-03-10T15:00:00Z"), (one, now) => replied(one, asker, "!", now)],
      [new Date("2026-03-10T15:01:00Z"), (one, now) => answered(one, helper, { text: ".", needsReply: false }, now)],
    ]);
    // 230 minutes are left: three hours of that day, and fifty minutes of the next.
    expect(asked).toEqual([["2026-03-11T09:50Z", "supervisor"]]);
  });
});
