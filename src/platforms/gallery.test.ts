import { describe, expect, test } from "vitest";
import { plainView } from "../chat/plain.ts";
import type { View } from "../chat/view.ts";
import { locales } from "../kernel/locale.ts";
import { played, sceneNames } from "../testing/gallery.ts";
import { message as discordMessage } from "../testing/peers/discord/rules.ts";
import { messageRules } from "../testing/peers/slack/rules.ts";
import { shapes } from "../testing/peers/slack/schema.ts";
import { render as renderForDiscord } from "./discord/render.ts";
import { encodeView } from "./local/index.ts";
import { render as renderForSlack } from "./slack/render.ts";

type Shown = { readonly json: unknown; readonly wrong: readonly string[] };

const slackShapes = await shapes();

/** What each platform sends for a view, and what its vendor would refuse of it. */
const platforms: Readonly<Record<string, (view: View) => Shown>> = {
  slack(view) {
    const json = renderForSlack(view, { workspace: "T1", prefix: "" });
    return { json, wrong: [...json.blocks.flatMap(slackShapes.block), ...messageRules(json.text, json.blocks)] };
  },
  discord(view) {
    const rendered = renderForDiscord(view, new Map());
    const { parse, users, repliedUser } = rendered.allowedMentions;
    const mentions = { parse, users, replied_user: repliedUser };
    const { embeds, components } = rendered;
    const json = JSON.parse(JSON.stringify({ embeds, components, allowed_mentions: mentions }));
    return { json, wrong: discordMessage.safeParse(json).error?.issues.map((issue) => issue.message) ?? [] };
  },
  local: (view) => ({ json: { text: plainView(view).split("\n"), view: encodeView(view) }, wrong: [] }),
};

/** Sample views of the product as each platform sends them: a change of one is seen in review, in its golden file. */
describe.each(Object.entries(platforms))("the gallery on %s", (name, show) => {
  describe.each(locales)("in %s", (locale) => {
    test.each(sceneNames)("%s", async (scene) => {
      const { json, wrong } = show(await played(scene, locale));
      expect(wrong).toEqual([]);
      await expect(`${JSON.stringify(json, null, 2)}\n`).toMatchFileSnapshot(
        `../testing/golden/${name}/${scene}.${locale}.json`,
      );
    });
  });
});
