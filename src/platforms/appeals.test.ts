import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { registry } from "../chat/registry.ts";
import type { Router } from "../chat/router.ts";
import type { Locale } from "../kernel/locale.ts";
import { appealHouse } from "../testing/appeal-house.ts";
import { anId } from "../testing/builders.ts";
import type { Peer, Seen } from "../testing/contracts/peer.ts";
import { testRouter } from "../testing/conversation.ts";
import { discordPeer } from "../testing/peers/discord.ts";
import { localPeer } from "../testing/peers/local.ts";
import { slackPeer } from "../testing/peers/slack.ts";

const peers: readonly (readonly [string, () => Promise<Peer>])[] = [
  ["Slack", () => slackPeer({ mode: "socket" })],
  ["Discord", discordPeer],
  ["the local page", localPeer],
];

/** What the test presses and reads, in each language. */
const words = {
  en: {
    item: "Greeting · 3 of 10",
    choose: "Choose an item",
    appeal: "Appeal “Greeting”",
    filed: "Appeal 1 is filed",
    score: "Score “Greeting”",
    withLead: "With the lead",
    closed: "Closed",
    change: "59 → 77",
    duplicate: "appeal 1",
    other: "Right answer · 6 of 10",
    appealOther: "Appeal “Right answer”",
  },
  "zh-CN": {
    item: "问候 · 3 / 10",
    choose: "选择项目",
    appeal: "申诉：问候",
    filed: "申诉 1",
    score: "评分：问候",
    withLead: "班组长",
    closed: "已结案",
    change: "59 → 77",
    duplicate: "申诉 1",
    other: "答复正确 · 6 / 10",
    appealOther: "申诉：答复正确",
  },
} as const satisfies Record<Locale, object>;

const reason = {
  en: "I said my name at 0:04, please listen.",
  "zh-CN": "我在第四秒就报了姓名和工号，请再仔细听一遍录音。",
};
const because = { en: "The name can be heard at 0:04.", "zh-CN": "第四秒可以清楚听到姓名和工号，因此应当得九分。" };
const secret = "Kim heard the name in the noise.";

const cases = peers.flatMap(([name, open]) =>
  (["en", "zh-CN"] as const).map((locale) => [name, locale, open] as const),
);

describe.each(cases)("an appeal on %s in %s", (_, locale, open) => {
  const say = words[locale];
  let peer: Peer;
  let house: ReturnType<typeof appealHouse>;
  /** The house begins anew on what it kept: no message knows anything of the process that posted it. */
  let router: Router;
  const begins = () => {
    router = testRouter(registry(house.commands, house.actions), house);
  };

  beforeAll(async () => {
    peer = await open();
    house = appealHouse(locale, { accounts: { ANA: peer.ana, SAM: peer.ben } });
    begins();
    await peer.platform.start({
      commands: router.commands,
      mayOpenForm: (ask) => router.mayOpenForm(ask),
      isUnkept: (ask) => router.isUnkept(ask),
      check: (ask) => router.check(ask),
      answer: (ask) => router.answer(ask),
    });
  });
  afterAll(async () => {
    await peer?.platform.stop();
    await peer?.close();
  });

  const last = async (by: Peer["ana"]): Promise<Seen> => {
    const seen = (await peer.sees(by, peer.channel)).at(-1);
    if (seen === undefined) throw new Error("nothing was seen");
    return seen;
  };
  async function asks(by: Peer["ana"], line: string): Promise<Seen> {
    await peer.says(by, peer.channel, line);
    return last(by);
  }
  const who = (id: number, roles: readonly ["lead"] | readonly ["qa"]) => ({
    person: anId(id),
    site: "leeds",
    roles,
    zone: "Europe/London",
  });

  test("is filed by its agent through the menu and the form", async () => {
    const ground = await asks(peer.ana, "/appeal new E-1");
    await peer.picks(peer.ana, peer.channel, ground.id, say.choose, say.item);
    const item = await last(peer.ana);
    await peer.presses(peer.ana, peer.channel, item.id, say.appeal);
    const form = peer.form(peer.ana);
    expect(form?.fields.find(({ name }) => name === "points")?.value).toBe("greeting=10");
    const values = { points: "greeting=10", kind: "fact", reason: reason[locale] };
    expect(await peer.submits(peer.ana, values)).toBeUndefined();
    const filed = await last(peer.ana);
    expect(filed.text).toContain(say.filed);
    expect(filed.text).toContain(say.withLead);
    expect(filed.ephemeral).toBe(true);
  });

  test("is not filed twice: the second is shown the first", async () => {
    const values = { points: "greeting=10", kind: "fact", reason: reason[locale] };
    const before = await asks(peer.ana, "/appeal new E-1");
    await peer.picks(peer.ana, peer.channel, before.id, say.choose, say.other);
    await peer.presses(peer.ana, peer.channel, (await last(peer.ana)).id, say.appealOther);
    await peer.submits(peer.ana, values);
    expect((await last(peer.ana)).text).toContain(say.duplicate);
    expect(house.store.all()).toHaveLength(1);
  });

  test("is voted on by a panel of which nobody sees the others, also by a press from before a restart", async () => {
    const { appeals, clock } = house;
    await appeals.forward(who(3, ["lead"]), "1", clock.now());
    const vote = { item: "greeting", points: 9, code: "scorer-error" } as const;
    await appeals.vote(who(6, ["qa"]), "1", { ...vote, reason: secret }, clock.now());
    await appeals.vote(who(3, ["lead"]), "1", { ...vote, reason: because[locale] }, clock.now());
    const shown = await asks(peer.ben, "/appeal status 1");
    expect(shown.text).toContain(reason[locale]);
    expect(shown.text).not.toContain(secret);
    begins();
    await peer.presses(peer.ben, peer.channel, shown.id, say.score);
    const values = { points: "9", code: "scorer-error", reason: because[locale] };
    expect(await peer.submits(peer.ben, values)).toBeUndefined();
    expect(house.store.all()[0]?.state).toBe("closed");
  });

  test("ends with the score put right, as its agent reads it", async () => {
    const closed = await asks(peer.ana, "/appeal status 1");
    for (const part of [say.closed, say.change, because[locale]]) expect(closed.text).toContain(part);
    expect(house.shelf.all()[0]?.points).toBe(77);
    expect(house.restated).toEqual(["leeds"]);
  });

  test("sent nothing that its vendor would refuse", () => {
    expect(peer.violations()).toEqual([]);
  });
});

test("two of a panel who press at the same instant, on Slack and on Discord, make one decision", async () => {
  const [slack, discord] = [await slackPeer({ mode: "http" }), await discordPeer()];
  const house = appealHouse("en", { accounts: { SAM: slack.ben, KIM: discord.ben } });
  const router = testRouter(registry(house.commands, house.actions), house);
  await Promise.all([slack.platform.start(router), discord.platform.start(router)]);
  const { appeals, clock } = house;
  const at = clock.now();
  const ana = { person: anId(1), site: "leeds", roles: ["agent"], zone: "Europe/London" } as const;
  const lea = { ...ana, person: anId(3), roles: ["lead"] } as const;
  const challenges = [{ item: "greeting", proposed: 10 }];
  await appeals.file(
    ana,
    { evaluation: "E-1", seen: 1, challenges, kind: "fact", reason: reason.en, evidence: [] },
    at,
  );
  await appeals.forward(lea, "1", at);
  const vote = { item: "greeting", points: 9, code: "scorer-error", reason: because.en } as const;
  await appeals.vote(lea, "1", vote, at);
  const values = { points: "9", code: "scorer-error", reason: because.en };
  for (const peer of [slack, discord]) {
    await peer.says(peer.ben, peer.channel, "/appeal status 1");
    const seen = (await peer.sees(peer.ben, peer.channel)).at(-1);
    await peer.presses(peer.ben, peer.channel, seen?.id ?? "", words.en.score);
  }
  await Promise.all([slack.submits(slack.ben, values), discord.submits(discord.ben, values)]);
  const [appeal] = house.store.all();
  expect(appeal?.state).toBe("closed");
  expect(appeal?.happened.filter(({ is }) => is === "decided")).toHaveLength(1);
  expect(appeal?.happened.filter(({ is }) => is === "voted")).toHaveLength(3);
  expect(house.shelf.all()[0]).toMatchObject({ points: 77, revision: 2 });
  for (const peer of [slack, discord]) {
    await peer.platform.stop();
    await peer.close();
  }
});
