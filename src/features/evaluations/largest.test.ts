import { describe, expect, test } from "vitest";
import type { Block, View } from "../../chat/view.ts";
import { locales } from "../../kernel/locale.ts";
import { render as renderForDiscord } from "../../platforms/discord/render.ts";
import { render as renderForSlack } from "../../platforms/slack/render.ts";
import { anId, aPerson } from "../../testing/builders.ts";
import { aContact } from "../../testing/evaluation-house.ts";
import { message as discordMessage } from "../../testing/peers/discord/rules.ts";
import { messageRules } from "../../testing/peers/slack/rules.ts";
import type { Evaluation } from "./domain.ts";
import { type EvaluationForm, formConfig, itemsOf, resultOf } from "./form.ts";
import type { EvaluationCard } from "./reading.ts";
import { cardView } from "./views/card.ts";
import { draftView } from "./views/draft.ts";
import { itemByItemView } from "./views/item-by-item.ts";
import { toldView } from "./views/told.ts";

const long = (text: string, length: number) => text.repeat(length).slice(0, length);
const both = (length: number) => ({ en: long("Word ", length), "zh-CN": long("长文字", length) });

/** As much as a form can hold: forty items with everything that they can have. */
const form: EvaluationForm = {
  ...formConfig.parse({
    name: both(100),
    sections: [0, 1, 2, 3].map((section) => ({
      id: `section-${section}`,
      name: both(100),
      items: Array.from({ length: 10 }, (_, n) => ({
        id: `${"i".repeat(15)}-${section}-${n}`,
        name: both(100),
        guide: both(490),
        weight: 2.5,
        points: 20,
        na: true,
        autoFail: true,
      })),
    })),
  }),
  id: "f".repeat(20),
  version: 999,
};

const marks = itemsOf(form).map(({ id }) => ({ item: id, points: 1, comment: long("Because ", 990) }));
const comment = long("All ", 990);
const contact = aContact();

const draft = (page: number) =>
  draftView(
    {
      draft: {
        id: anId(1),
        site: "leeds",
        scorer: anId(5),
        agent: anId(1),
        contact,
        kind: "test-call",
        form: form.id,
        version: form.version,
        marks,
        comment,
        changedAt: new Date("2026-03-09T09:00:00Z"),
      },
      form,
      agent: aPerson(),
      contact,
    },
    { page },
  );

const evaluation: Evaluation = {
  id: anId(5001),
  number: "E-123456",
  site: "leeds",
  source: "fairline",
  agent: anId(1),
  day: contact.day,
  kind: "monitoring",
  form: form.id,
  version: form.version,
  marks,
  ...(resultOf(form, marks) ?? { points: 0, withoutAutoFail: 0, failedBy: [] }),
  comment,
  revision: 1,
  publishedAt: new Date("2026-03-09T09:00:00Z"),
};
const card: EvaluationCard = {
  evaluation,
  form,
  steps: [],
  people: new Map(),
  closesAt: new Date("2026-03-16T09:00:00Z"),
  isLate: false,
  isOwn: true,
};

const controls = ({ blocks }: View) => blocks.filter(({ is }: Block) => is === "menu" || is === "buttons").length;

describe.each(locales)("the largest form in %s", (locale) => {
  const reader = { locale, zone: "Europe/London" };

  test.each([
    ["the first page of a draft", draft(0)],
    ["a page within a draft", draft(5)],
    ["the last page of a draft", draft(13)],
    ["an evaluation", cardView(card)],
    ["what an agent is told", toldView(card)],
    ["a few of its items", itemByItemView(card, 5)],
  ])("%s is taken by Discord and Slack, with every menu and button", (_, made) => {
    const view = { locale, ...made(reader) };
    const { embeds, components } = renderForDiscord(view, new Map());
    const sent = JSON.parse(JSON.stringify({ embeds, components, allowed_mentions: { parse: [], users: [] } }));
    expect(discordMessage.safeParse(sent).error?.issues ?? []).toEqual([]);
    expect(components).toHaveLength(controls(view));
    const slack = renderForSlack(view, { workspace: "T1", prefix: "" });
    expect(messageRules(slack.text, slack.blocks)).toEqual([]);
    const menus = view.blocks.filter(({ is }) => is === "menu").length;
    expect(JSON.stringify(slack.blocks).split('"static_select"').length - 1).toBe(menus);
  });
});
