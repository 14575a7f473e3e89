import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../app.ts";
import type { AccountRef, Place } from "../chat/ask.ts";
import { cardWords } from "../features/help/messages/card.ts";
import { learningWords } from "../features/help/messages/learning.ts";
import { stateNames } from "../features/help/messages/names.ts";
import type { Locale, Say } from "../kernel/locale.ts";
import { anId } from "../testing/builders.ts";
import type { FormValue, Peer, Seen } from "../testing/contracts/peer.ts";
import { helpSite, type LivingSite } from "../testing/help-site.ts";
import { vendor } from "../testing/peers/discord/vendor.ts";
import { discordPeerWith } from "../testing/peers/discord.ts";
import { localPeer } from "../testing/peers/local.ts";
import { slackPeer } from "../testing/peers/slack.ts";
import { type HelpSite, unhurried } from "../testing/settle.ts";
import type { LocalPerson } from "./local/index.ts";

/** Discord where the application may read what is written in threads. */
async function discordThatReads(): Promise<Peer> {
  const made = await vendor();
  made.world.readsContents = true;
  return discordPeerWith(made);
}

const vendors: readonly (readonly [string, (() => Promise<Peer>) | undefined])[] = [
  ["Slack", () => slackPeer({ mode: "socket" })],
  ["Discord", discordThatReads],
  ["the local page", undefined],
];
const cases = vendors.flatMap(([name, open]) =>
  (["en", "zh-CN"] as const).map((locale) => [name, locale, open] as const),
);

const card = "4111 1111 1111 1111";
const lines = {
  en: {
    ask: `live system: the screen froze at payment, card ${card}`,
    answer: "Press F5 and wait ten seconds.",
    question: "Which error code do you see?",
    reply: "It says E-41 below the amount.",
    note: "Sign out of the payment screen and in again; the card number stays.",
    again: "Not solved, it froze once more at payment.",
    like: "The payment screen froze, what now?",
    quiet: "How do I correct an address in the invoice?",
    where: "In the invoice press Edit, then Address.",
  },
  "zh-CN": {
    ask: `在线 系统故障：付款页面卡住了，卡号 ${card}`,
    answer: "先按 F5，等十秒。",
    question: "页面上显示什么错误码？",
    reply: "金额下面显示 E-41。",
    note: "退出付款页面再重新登录，卡号不会丢失。",
    again: "还是不行，付款页面又卡住了。",
    like: "付款页面卡住了怎么办？",
    quiet: "发票上的地址怎么更正？",
    where: "在发票页面按“编辑”，再选“地址”。",
  },
} as const satisfies Record<Locale, object>;

const names: Readonly<Record<Locale, readonly [string, string, string, string, string]>> = {
  en: ["Ana Torres", "Ben Okafor", "Cara Lind", "Dee Fox", "Ida Kent"],
  "zh-CN": ["安娜", "本杰明", "林凯", "付迪", "易达"],
};
const roles = [["agent"], ["agent"], ["lead"], ["agent"], ["admin"]] as const;
const [ana, ben, cara, dee, ida] = [1, 2, 3, 4, 5] as const;

/** Harbour: Ben leads the duty until the evening, and Ana supports the floor from ten; Cara leads their team. */
const harbour = (locale: Locale, accounts: readonly (readonly AccountRef[])[]): HelpSite => ({
  id: "harbour",
  locale,
  floor: "floor",
  people: names[locale].map((name, index) => ({
    id: index + 1,
    name,
    roles: roles[index] ?? [],
    ...(index < 4 ? { team: "North" } : {}),
    ...(index === 2 ? { seat: "lead" } : {}),
    accounts: accounts[index] ?? [],
  })),
  shifts: [
    { role: "duty-lead", person: ben, from: "2026-03-09T08:00:00Z", until: "2026-03-09T20:00:00Z" },
    { role: "floor-support", person: ana, from: "2026-03-09T10:00:00Z", until: "2026-03-09T20:00:00Z" },
  ],
});

describe.each(cases)("a request for help on %s in %s", (_, locale, open) => {
  const said = lines[locale];
  const word = (of: Say) => of(locale);
  let page: Peer;
  /** Where Ana and Ben are; the others are at the page. */
  let peer: Peer;
  let site: LivingSite;
  /** The house that lives now; none of its messages knows anything of the one that posted it. */
  let house: App;

  const begins = () => {
    house = site.begins({ platforms: [...new Set([peer, page])].map(({ platform }) => unhurried(platform)) });
  };
  const clock = (time: string) => site.clock.to(`2026-03-09T${time}:00Z`);
  /** Does all that was announced and is due. */
  async function told(): Promise<void> {
    await house.help.sweep(site.clock.now());
    await house.notices.sweep();
  }

  const atPage = (id: number): AccountRef => ({ platform: "local", workspace: "local", user: anId(id) });
  const at = (id: number): readonly [Peer, AccountRef] =>
    id === ana ? [peer, peer.ana] : id === ben ? [peer, peer.ben] : [page, atPage(id)];
  const home = async (id: number): Promise<Place> => {
    const [own, account] = at(id);
    return own.platform.direct(account);
  };

  /** What the page says in words has its buttons in it. */
  const shown = ({ text, buttons }: Seen): string =>
    /\]$/.test(text)
      ? text
      : [text, ...(buttons.length === 0 ? [] : [buttons.map((label) => `[${label}]`).join(" ")])].join("\n");
  async function seen(by: number, where: Place): Promise<readonly Seen[]> {
    const [own, account] = at(by);
    return own.sees(account, where);
  }
  /** The last message that somebody sees there with these words in it. */
  async function last(by: number, where: Place, ...parts: readonly string[]): Promise<Seen> {
    const found = (await seen(by, where)).findLast(({ text }) => parts.every((part) => text.includes(part)));
    if (found === undefined) throw new Error(`nobody said ${parts.join(" and ")}`);
    return found;
  }
  /** The card of a request: the first message of it that stands for everybody there. */
  async function cardOf(name: string, by: number, where: Place): Promise<Seen> {
    const found = (await seen(by, where)).find(({ text, ephemeral }) => !ephemeral && text.includes(`${name} · `));
    if (found === undefined) throw new Error(`there is no card of ${name}`);
    return found;
  }
  async function says(by: number, line: string): Promise<Seen> {
    const [own, account] = at(by);
    await own.says(account, own.channel, line);
    return last(by, own.channel);
  }
  async function presses(
    by: number,
    where: Place,
    message: Seen,
    label: string,
    values?: Readonly<Record<string, FormValue>>,
  ) {
    const [own, account] = at(by);
    await own.presses(account, where, message.id, label);
    if (values !== undefined) expect(await own.submits(account, values)).toBeUndefined();
    await told();
  }
  /** Writes in the thread under a card where there are threads, and answers by the button where there are none. */
  async function answersUnder(by: number, message: Seen, line: string): Promise<void> {
    const [own, account] = at(by);
    const { others, channel } = own;
    if (others === undefined) return presses(by, channel, message, word(cardWords.answer), { text: line, needs: "no" });
    await others.writes(account, { ...channel, thread: message.id }, line);
    await told();
  }

  beforeAll(async () => {
    const onPage: readonly LocalPerson[] = names[locale].map((name, index) => ({
      id: anId(index + 1),
      name,
      roles: [...(roles[index] ?? [])],
      team: "North",
      site: "harbour",
      locale,
      zone: "Europe/London",
    }));
    page = await localPeer(onPage);
    peer = (await open?.()) ?? page;
    const own = [peer.ana, peer.ben].map((account) => (account.platform === "local" ? [] : [account]));
    site = await helpSite("2026-03-09T09:00:00Z", [harbour(locale, own)]);
    begins();
    for (const { platform } of new Set([peer, page])) {
      await platform.start({
        commands: house.router.commands,
        mayOpenForm: (ask) => house.router.mayOpenForm(ask),
        isUnkept: (ask) => house.router.isUnkept(ask),
        check: (ask) => house.router.check(ask),
        answer: (ask) => house.router.answer(ask),
      });
    }
  });
  afterAll(async () => {
    for (const one of new Set([peer, page])) {
      await one?.platform.stop();
      await one?.close();
    }
    await site?.close();
  });

  test("is asked with a customer on the line, without the card number, and told to who is on duty", async () => {
    expect(shown(await says(ana, `/helpme ${said.ask}`))).toMatchSnapshot("what Ana is answered");
    await told();
    expect(shown(await cardOf("H-1", ben, peer.channel))).toMatchSnapshot("on the floor");
    expect(shown(await cardOf("H-1", ben, await home(ben)))).toMatchSnapshot("before Ben, who is on duty");
    expect(shown(await cardOf("H-1", ana, await home(ana)))).toMatchSnapshot("kept before Ana");
  });

  test("is taken by a press, which changes every copy of it", async () => {
    clock("09:01");
    const own = await cardOf("H-1", ben, await home(ben));
    await presses(ben, await home(ben), own, word(cardWords.claim));
    const after = await cardOf("H-1", ben, await home(ben));
    expect(after.id).toBe(own.id);
    expect(shown(after)).toMatchSnapshot("before Ben");
    for (const [who, where] of [
      [ben, peer.channel],
      [ana, await home(ana)],
      [dee, page.channel],
    ] as const) {
      const copy = await cardOf("H-1", who, where);
      expect(copy.text).toContain(word(stateNames.claimed));
      expect(copy.buttons).not.toContain(word(cardWords.claim));
    }
  });

  test("is answered, and the agent hears of it at once", async () => {
    await answersUnder(ben, await cardOf("H-1", ben, peer.channel), said.answer);
    expect(shown(await last(ana, await home(ana), said.answer, "H-1"))).toMatchSnapshot("before Ana");
    const floor = await cardOf("H-1", dee, page.channel);
    expect(floor.text).toContain(said.answer);
  });

  test("waits for the agent, who says more", async () => {
    clock("09:02");
    const own = await cardOf("H-1", ben, await home(ben));
    await presses(ben, await home(ben), own, word(cardWords.answer), { text: said.question, needs: "yes" });
    const asked = await last(ana, await home(ana), said.question);
    expect(shown(asked)).toMatchSnapshot("asked of Ana");
    expect((await cardOf("H-1", ben, peer.channel)).text).toContain(said.question);
    await presses(ana, await home(ana), asked, word(cardWords.sayMore), { text: said.reply });
    expect(shown(await last(ben, await home(ben), said.reply))).toMatchSnapshot("told to Ben");
  });

  test("is resolved with a note, reopened, and resolved again", async () => {
    clock("09:04");
    const own = await cardOf("H-1", ben, await home(ben));
    await presses(ben, await home(ben), own, word(cardWords.resolve), { note: said.note });
    const over = await last(ana, await home(ana), said.note);
    expect(shown(over)).toMatchSnapshot("resolved, before Ana");
    const floor = await cardOf("H-1", ben, peer.channel);
    expect(shown(floor)).toMatchSnapshot("resolved, on the floor");
    if (peer.others !== undefined) {
      const thread = await seen(ben, { ...peer.channel, thread: floor.id });
      expect(thread.map(shown).join("\n")).toMatchSnapshot("what is said under the card");
    }
    clock("09:06");
    await presses(ana, await home(ana), over, word(cardWords.reopen));
    expect(shown((await seen(ben, await home(ben))).at(-1) ?? over)).toMatchSnapshot("reopened, before Ben");
    expect((await cardOf("H-1", ben, peer.channel)).buttons).toContain(word(cardWords.claim));
    expect(shown(await says(ben, `/helpme resolve H-1 ${said.note}`))).toMatchSnapshot(
      "resolved again, as Ben is answered",
    );
    await told();
  });

  test("leaves an answer that settles the next one, once a lead has approved it", async () => {
    clock("09:30");
    const proposed = await last(cara, await home(cara), "A-1");
    expect(shown(proposed)).toMatchSnapshot("proposed to Cara, a lead");
    await presses(cara, await home(cara), proposed, word(learningWords.approve));
    expect(shown(await last(cara, await home(cara), "A-1"))).toMatchSnapshot("approved by Cara");
    const answered = await says(ana, `/helpme ${said.like}`);
    expect(shown(answered)).toMatchSnapshot("what Ana is offered");
    await told();
    await presses(ana, peer.channel, answered, word(cardWords.solved));
    const settled = (await seen(ana, peer.channel)).find(({ id }) => id === answered.id);
    expect(settled && shown(settled)).toMatchSnapshot("settled by it");
    expect(shown(await cardOf("H-2", ben, peer.channel))).toMatchSnapshot("settled, on the floor");
  });

  test("is not taken by who may not help, and is by a press from before a restart", async () => {
    clock("09:40");
    await says(dee, `/helpme ${said.quiet}`);
    await told();
    const floor = await cardOf("H-3", ana, peer.channel);
    await presses(ana, peer.channel, floor, word(cardWords.claim));
    expect(shown(await last(ana, peer.channel))).toMatchSnapshot("refused");
    begins();
    await presses(ben, peer.channel, floor, word(cardWords.claim));
    expect(shown(await last(ben, peer.channel))).toMatchSnapshot("taken, as Ben is answered");
    expect((await cardOf("H-3", ana, peer.channel)).buttons).not.toContain(word(cardWords.claim));
  });

  test("is handed over to who is on duty by now, whose answer reaches the agent at another place", async () => {
    clock("10:01");
    const floor = await cardOf("H-3", ben, peer.channel);
    await presses(ben, peer.channel, floor, word(cardWords.handOver), { who: { account: peer.ana } });
    expect(shown(await last(ana, await home(ana), "H-3"))).toMatchSnapshot("before Ana, who has it now");
    await answersUnder(ana, await cardOf("H-3", ana, peer.channel), said.where);
    expect(shown(await last(dee, await home(dee), said.where))).toMatchSnapshot("before Dee, who asked");
  });

  test("tells the admin once a day where nobody has the duty", async () => {
    clock("21:00");
    expect(shown(await says(dee, `/helpme ${said.ask}`))).toMatchSnapshot("what Dee is answered");
    await told();
    clock("21:01");
    await says(ana, `/helpme ${said.quiet}`);
    await told();
    const duty = locale === "en" ? "Duty lead" : "值班长";
    const gaps = (await seen(ida, await home(ida))).filter(({ text }) => text.split("\n")[0]?.includes(duty));
    expect(gaps.map(shown)).toHaveLength(1);
    expect(gaps.map(shown).join()).toMatchSnapshot("what Ida is told");
  });

  test("kept and showed no card number, and sent nothing that a vendor would refuse", async () => {
    const places = [peer.channel, page.channel];
    for (const id of [ana, ben, cara, dee, ida]) {
      const direct = await home(id);
      for (const where of [direct, ...places.filter(({ platform }) => platform === direct.platform)]) {
        for (const { text } of await seen(id, where)) expect(text).not.toMatch(/1111[ -]?1111/);
      }
    }
    const { rows } = await site.database.pool.query<{ kept: string }>(
      "SELECT concat(body, words) AS kept FROM help_request UNION ALL SELECT text FROM help_entry",
    );
    for (const { kept } of rows) expect(kept).not.toMatch(/1111[ -]?1111/);
    expect(site.faults).toEqual([]);
    expect([...peer.violations(), ...page.violations()]).toEqual([]);
  });
});
