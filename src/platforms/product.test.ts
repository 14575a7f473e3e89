import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { registry } from "../chat/registry.ts";
import type { Peer } from "../testing/contracts/peer.ts";
import { testRouter } from "../testing/conversation.ts";
import { floor } from "../testing/floor.ts";
import { discordPeer } from "../testing/peers/discord.ts";
import { localPeer } from "../testing/peers/local.ts";
import { slackPeer } from "../testing/peers/slack.ts";

const peers: readonly (readonly [string, () => Promise<Peer>])[] = [
  ["Slack by Socket Mode", () => slackPeer({ mode: "socket" })],
  ["Slack by HTTP, with a prefix", () => slackPeer({ mode: "http", prefix: "fl-" })],
  ["Discord", discordPeer],
  ["the local page", localPeer],
];

describe.each(peers)("the product on %s", (_, open) => {
  let peer: Peer;

  beforeAll(async () => {
    peer = await open();
    const { people, understand, commands, actions, clock } = floor("en", {
      accounts: { ana: peer.ana, bo: peer.ben },
      boReads: "zh-CN",
    });
    await peer.platform.start(testRouter(registry(commands, actions), { people, understand, clock }));
  });
  afterAll(async () => {
    await peer?.platform.stop();
    await peer?.close();
  });

  async function asks(by: Peer["ana"], line: string) {
    await peer.says(by, peer.channel, line);
    const seen = (await peer.sees(by, peer.channel)).at(-1);
    if (seen === undefined) throw new Error("nothing was seen");
    return seen;
  }

  test("answers /myscore privately, in English", async () => {
    const before = (await peer.sees(peer.ben, peer.channel)).length;
    const seen = await asks(peer.ana, "/myscore yesterday");
    expect(seen.ephemeral).toBe(true);
    for (const part of ["Tue, 10 Mar 2026", "95.5 points", "93.2 and 98.0", "Volume", "100.0", "5:30", "86.3–96.0"]) {
      expect(seen.text).toContain(part);
    }
    expect(await peer.sees(peer.ben, peer.channel)).toHaveLength(before);
  });

  test("answers /myscore in Chinese, and the next period by a press on the same message", async () => {
    const seen = await asks(peer.ben, "/myscore 今天");
    expect(seen.text).toContain("您的得分 · 2026年3月11日周三");
    expect(seen.buttons).toEqual([
      ...["如何得出", "分时段", "分队列", "分项目", "分日", "走势"],
      ...["今天", "昨天", "本周", "上周", "本月"],
    ]);
    await peer.presses(peer.ben, peer.channel, seen.id, "本周");
    const revised = (await peer.sees(peer.ben, peer.channel)).find(({ id }) => id === seen.id);
    expect(revised?.text).toContain("2026年3月9日周一当周");
  });

  test("explains a score, and draws it, to the asker alone", async () => {
    const score = await asks(peer.ana, "/myscore yesterday");
    await peer.presses(peer.ana, peer.channel, score.id, "Explain");
    const seen = (await peer.sees(peer.ana, peer.channel)).at(-1);
    expect(seen?.text).toContain("How your score came to be");
    expect(seen?.text).toContain("42 handled − 1 complaint = 41");
    await peer.presses(peer.ana, peer.channel, score.id, "Trend");
    const everywhere = [
      ...(await peer.sees(peer.ana, peer.channel)),
      ...(await peer.sees(peer.ana, await peer.platform.direct(peer.ana))),
    ];
    expect(everywhere.flatMap(({ images }) => images).map(({ alt }) => alt)).toContainEqual(
      expect.stringContaining("Line of points: 9 Mar 91.7 and 10 Mar 95.5."),
    );
    expect((await peer.sees(peer.ben, peer.channel)).flatMap(({ images }) => images)).toEqual([]);
  });

  test("understands plain words in both languages", async () => {
    const home = await peer.platform.direct(peer.ana);
    await peer.says(peer.ana, home, "how was my AHT yesterday?");
    const english = (await peer.sees(peer.ana, home)).at(-1);
    expect(english?.text).toContain("Your handle time · Tue, 10 Mar 2026");
    const other = await peer.platform.direct(peer.ben);
    await peer.says(peer.ben, other, "我今天多少分");
    expect((await peer.sees(peer.ben, other)).at(-1)?.text).toContain("您的得分 · 2026年3月11日周三");
  });

  test("works through /fairline as well, and lists what this person can do", async () => {
    expect((await asks(peer.ana, "/fairline myscore yesterday")).text).toContain("95.5 points");
    const help = await asks(peer.ana, "/fairline");
    expect(help.text).toContain("myscore [period]");
    expect(help.text).not.toContain("teamscore");
  });

  test("switches the language for good", async () => {
    expect((await asks(peer.ana, "/settings zh-CN")).text).toContain("中文");
    expect((await asks(peer.ana, "/myscore yesterday")).text).toContain("您的得分");
    expect((await asks(peer.ana, "/settings en")).text).toContain("English");
  });

  test("sent nothing that its vendor would refuse", () => {
    expect(peer.violations()).toEqual([]);
  });
});
