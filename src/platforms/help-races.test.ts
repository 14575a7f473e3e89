import { afterAll, beforeAll, expect, test } from "vitest";
import type { App } from "../app.ts";
import type { AccountRef, PressAsk } from "../chat/ask.ts";
import { plainView } from "../chat/plain.ts";
import { claim } from "../features/help/addresses.ts";
import { anId } from "../testing/builders.ts";
import { helpSite, type LivingSite } from "../testing/help-site.ts";
import { mailbox } from "../testing/mailbox.ts";
import type { Resident } from "../testing/settle.ts";

const platforms = ["slack", "discord", "third"] as const;
const [requests, raced, claimers, rivals] = [40, 25, 50, 12] as const;

const accountOf = (id: number): AccountRef => ({
  platform: platforms[id % platforms.length] ?? "slack",
  workspace: "w",
  user: `U${id}`,
});
const somebody = (id: number, more: Partial<Resident> = {}): Resident => ({
  id,
  name: `Person ${id}`,
  accounts: [accountOf(id)],
  ...more,
});
const numbers = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);
const askers = numbers(1, requests);
const helpers = numbers(1001, claimers);
/** Two lead the duty, one supports the floor, one supervises. */
const [duty, support, supervisor] = [[2001, 2002], 2003, 2004] as const;
const allDay = { from: "2026-03-09T00:00:00Z", until: "2026-03-10T00:00:00Z" };

/** Each peer takes every post for a new message, and knows nobody but who has an account there. */
const boxes = platforms.map((name) => mailbox(name));
const peers = boxes.map(({ platform }) => ({
  ...platform,
  accountOf: ({ accounts }: Parameters<typeof platform.accountOf>[0]) =>
    accounts.find((one) => one.platform === platform.name),
}));

let site: LivingSite;
/** Two processes that live on one database. */
let houses: readonly [App, App];
beforeAll(async () => {
  site = await helpSite("2026-03-09T10:00:00Z", [
    {
      id: "harbour",
      floor: "floor",
      people: [
        ...askers.map((id) => somebody(id)),
        ...helpers.map((id) => somebody(id, { roles: ["lead"] })),
        ...[...duty, support].map((id) => somebody(id)),
        somebody(supervisor, { roles: ["supervisor"] }),
      ],
      shifts: [
        ...duty.map((person) => ({ role: "duty-lead", person, ...allDay })),
        { role: "floor-support", person: support, ...allDay },
      ],
      rules: { help: { claimMin: 60 } },
    },
  ]);
  houses = [site.begins({ platforms: peers }), site.begins({ platforms: peers })];
});
afterAll(() => site.close());

const houseOf = (n: number): App => houses[n % 2 === 0 ? 0 : 1];
const common = (id: number, key: string) => {
  const by = accountOf(id);
  return { key, by, place: { ...by, id: by.user, kind: "dm" } as const };
};
const told = () => Promise.all(houses.map((one) => one.notices.sweep()));

async function ask(id: number): Promise<void> {
  const text = `live customer: case ${id} needs a refund of order ${id}`;
  const reply = await houseOf(id).router.answer({ ...common(id, `ask ${id}`), is: "command", command: "helpme", text });
  if (reply.is !== "view") throw new Error(`answered with ${reply.is}`);
}

/** Whether a press made somebody the one who is at it. */
async function claims(id: number, request: string): Promise<boolean> {
  const press: PressAsk = {
    ...common(id, `${id} claims ${request}`),
    is: "press",
    action: claim.own.to({ request }),
  };
  const reply = await houseOf(id).router.answer(press);
  if (reply.is !== "view") throw new Error(`answered with ${reply.is}`);
  return !plainView(reply.view).includes("is at it already");
}

type Row = { readonly id: string; readonly name: string; readonly claimer: string | null; readonly body: Body };
type Body = { readonly asked?: readonly { readonly at: string; readonly step: number }[] };
const rows = async () =>
  (
    await site.database.pool.query<Row>(
      "SELECT id, 'H-' || number AS name, claimer_id AS claimer, body FROM help_request ORDER BY number",
    )
  ).rows;

/** How many messages stand before somebody with the name of a request in them. */
const count = (place: string, name: string) =>
  boxes
    .flatMap(({ letters }) => letters)
    .filter((letter) => letter.place === place && new RegExp(`\\b${name}\\b`).test(letter.text)).length;

test("many ask at once, many claim at once on three platforms, and two processes tell each once and in time", async () => {
  await Promise.all(askers.map(ask));
  await told();
  const asked = await rows();
  expect(asked).toHaveLength(requests);

  const won = await Promise.all(
    asked.slice(0, raced).map(async ({ id }, index) => {
      const those = numbers(0, rivals).map((n) => helpers[(index * 7 + n) % claimers] ?? 0);
      const outcomes = await Promise.all(those.map((one) => claims(one, id)));
      return those.filter((_, rival) => outcomes[rival]);
    }),
  );
  await told();
  const claimed = (await rows()).slice(0, raced);
  expect(won.map((all) => all.map(anId))).toEqual(claimed.map(({ claimer }) => [claimer]));
  const lines = "SELECT count(*)::int AS count FROM help_entry WHERE kind = 'claimed'";
  expect((await site.database.pool.query(lines)).rows).toEqual([{ count: raced }]);

  const tickS = 20;
  for (let second = tickS; second <= 8 * 60; second += tickS) {
    site.clock.to(new Date(Date.parse("2026-03-09T10:00:00Z") + second * 1000).toISOString());
    await Promise.all(houses.map((one) => one.help.sweep(site.clock.now())));
    await told();
  }
  const late = (await rows()).map(({ body }) =>
    (body.asked ?? []).map(({ at, step }) => `${step} at ${at.slice(11, 19)}`),
  );
  const ladder = ["1 at 10:02:00", "2 at 10:04:00", "3 at 10:07:00"];
  expect(late).toEqual(asked.map((_, index) => (index < raced ? [] : ladder)));

  const letters = boxes.flatMap((box) => box.letters);
  expect(new Set(letters.map(({ key }) => key)).size).toBe(letters.length);
  for (const [index, { name }] of asked.entries()) {
    const isLeft = index >= raced;
    const found = {
      floor: platforms.map(
        (_, box) =>
          boxes[box]?.letters.filter(
            ({ place, text }) => place === "harbour/floor" && new RegExp(`\\b${name}\\b`).test(text),
          ).length,
      ),
      duty: duty.map((id) => count(`U${id}`, name)),
      support: count(`U${support}`, name),
      supervisor: count(`U${supervisor}`, name),
      helpers: helpers.map((id) => count(`U${id}`, name)).reduce((sum, one) => sum + one),
    };
    // The card, and before the duty a second message once nobody came.
    expect({ name, ...found }).toEqual({
      name,
      floor: [1, 1, 1],
      duty: isLeft ? [2, 2] : [1, 1],
      support: isLeft ? 1 : 0,
      supervisor: isLeft ? 1 : 0,
      helpers: 0,
    });
  }
  expect(
    askers
      .flatMap((id) => boxes.map((box) => box.letters.filter(({ place }) => place === `U${id}`).length))
      .reduce((a, b) => a + b),
  ).toBe(requests);
  expect(site.faults).toEqual([]);
}, 120_000);
