import { describe, expect, test } from "vitest";
import { say } from "../kernel/locale.ts";
import { day } from "../kernel/time.ts";
import { anAccount, anId } from "../testing/builders.ts";
import type { Ask, Place } from "./ask.ts";
import type { Asker, Role } from "./asker.ts";
import { action, command, view } from "./command.ts";
import { date, id, optional } from "./param.ts";
import { plainView } from "./plain.ts";
import { registry } from "./registry.ts";
import { type RouterDeps, router } from "./router.ts";

const word = (text: string) => say({ en: text, "zh-CN": text });
const on = optional(date({ label: word("Day") }));
const said = (title: string) => view(() => ({ title, blocks: [] }));

const myscore = command({
  name: "myscore",
  summary: word("Your score"),
  params: { on },
  audience: "place",
  allow: ["agent"],
  run: async ({ asker, values }) => said(`${asker.name} on ${values.on ?? "no day"}`),
});
const read = action({
  name: "score.read",
  summary: word("A person's score"),
  params: { person: id() },
  audience: "asker",
  allow: ["lead"],
  run: async ({ values }) => said(`the score of ${values.person}`),
});

const place: Place = { platform: "slack", workspace: "w1", id: "D1", kind: "dm" };
const words = (text: string): Ask => ({ is: "words", key: text, by: anAccount("ANA"), place, text });

/** A router for somebody, where plain words mean what a test says; it notes what it was asked. */
function house(
  roles: readonly Role[] | undefined,
  meaning: Awaited<ReturnType<NonNullable<RouterDeps["understand"]>>>,
) {
  const heard: unknown[] = [];
  const asker: Asker | undefined = roles && {
    person: anId(1),
    name: "Ana",
    roles,
    site: "leeds",
    siteLocale: "en",
    locale: "en",
    zone: "Asia/Shanghai",
  };
  const talk = router({
    registry: registry([myscore], [read]),
    clock: () => new Date("2026-03-10T20:00:00Z"),
    identify: async () => asker,
    wayIn: () => ({ title: "We have not met", blocks: [] }),
    firstTime: async () => true,
    fault: (error) => {
      throw error;
    },
    reference: () => "ref",
    understand: async (text, asker, today) => {
      heard.push([text, asker.person, today]);
      return meaning;
    },
  });
  const answer = async (ask: Ask) => {
    const reply = await talk.answer(ask);
    return reply.is === "view"
      ? { title: reply.view.title, audience: reply.audience, text: plainView(reply.view) }
      : reply;
  };
  return { heard, talk, answer };
}

describe("plain words that are understood", () => {
  test("run as if they had been typed, for the audience of what they mean", async () => {
    const { answer, heard } = house(["agent"], { name: "myscore", given: { on: "2026-03-09" } });
    expect(await answer(words("how did I do on Monday?"))).toMatchObject({
      title: "Ana on 2026-03-09",
      audience: "place",
    });
    expect(heard).toEqual([["how did I do on Monday?", anId(1), day("2026-03-11")]]);
  });

  test("may mean an action that no line can name", async () => {
    const { answer } = house(["lead"], { name: "score.read", given: { person: "bo" } });
    expect(await answer(words("Bo's csat"))).toMatchObject({ title: "the score of bo", audience: "asker" });
  });

  test("are refused in the words of the command to whom it is not open", async () => {
    const { answer } = house(["agent"], { name: "score.read", given: { person: "bo" } });
    const refused = await answer(words("Bo's csat"));
    expect(refused).toMatchObject({ title: "That is not open to you", audience: "asker" });
    expect(refused).toMatchObject({ text: expect.stringContaining("This is for team leads.") });
  });

  test("are told what is wrong with their values", async () => {
    const { answer } = house(["agent"], { name: "myscore", given: { on: "someday" } });
    expect(await answer(words("how did I do someday?"))).toMatchObject({
      title: "Something in that command is off",
      text: expect.stringContaining("Day: Write a day as year-month-day"),
    });
  });

  test("never open a form", () => {
    const { talk } = house(["lead"], { name: "score.read", given: {} });
    expect(talk.mayOpenForm(words("somebody's csat"))).toBe(false);
  });
});

describe("everything else is answered as before", () => {
  test("what is not understood, or means what nobody declared, gets the nearest commands", async () => {
    for (const meaning of [undefined, { name: "nobody.knows", given: {} }]) {
      const { answer } = house(["agent"], meaning);
      expect(await answer(words("myskore"))).toMatchObject({
        title: "I did not catch that",
        text: expect.stringContaining("myscore"),
      });
    }
  });

  test("a command in plain words is not offered to be understood", async () => {
    const { answer, heard } = house(["agent"], { name: "score.read", given: {} });
    expect(await answer(words("myscore 2026-03-09"))).toMatchObject({ title: "Ana on 2026-03-09" });
    expect(heard).toEqual([]);
  });

  test("a slash command that there is not stays one", async () => {
    const { answer, heard } = house(["agent"], { name: "myscore", given: {} });
    const ask: Ask = { is: "command", key: "1", by: anAccount("ANA"), place, command: "mycsat", text: "" };
    expect(await answer(ask)).toMatchObject({ title: "I did not catch that" });
    expect(heard).toEqual([]);
  });

  test("a stranger is shown the way in, and nothing is read for them", async () => {
    const { answer, heard } = house(undefined, { name: "myscore", given: {} });
    expect(await answer(words("how did I do?"))).toMatchObject({ title: "We have not met" });
    expect(heard).toEqual([]);
  });
});
