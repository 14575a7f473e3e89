import { type Block, type Spans, strong } from "../../chat/view.ts";
import { addDays, startOfDay } from "../../kernel/time.ts";
import type { BulletinSection } from "../bulletins/index.ts";
import { type DrawRoster, namedIn } from "./card.ts";
import type { Draw } from "./domain.ts";
import { bulletinWords as words } from "./messages/bulletin.ts";
import type { DrawStore } from "./store.ts";
import { momentOf, titleOf } from "./views/common.ts";
import { resultOf } from "./views/list.ts";

type Deps = {
  readonly store: Pick<DrawStore, "drawsOf" | "prizesOf">;
  readonly roster: Pick<DrawRoster, "peopleById">;
};

/** So many of a site's draws are looked through, those that are not over first. */
const mostSought = 60;

/** What came out of the draws of the week that is over, and which ones are open now. */
const draws = ({ store, roster }: Deps): BulletinSection => ({
  name: "draws",
  title: words.title,
  async gather({ site, past, at }) {
    const all = await store.drawsOf(site.id, mostSought);
    const [from, to] = [startOfDay(past.from, site.zone), startOfDay(addDays(past.to, 1), site.zone)];
    const isOpen = ({ state, closesAt }: Draw) => state === "open" && closesAt > at;
    const open = all.filter(isOpen);
    const drawn = all.filter(({ drawnAt }) => drawnAt !== undefined && drawnAt >= from && drawnAt < to);
    if (open.length + drawn.length === 0) return undefined;
    const results = await Promise.all(
      drawn.map(async (draw) => {
        const prizes = await store.prizesOf(draw.id);
        const people = await roster.peopleById(namedIn(draw, prizes));
        return { draw, prizes, people: new Map(people.map((person) => [person.id, person])) };
      }),
    );
    return (reader): readonly Block[] => {
      const { locale } = reader;
      const line = (draw: Draw, ...rest: Spans): Spans => [strong(titleOf(draw, locale)), words.colon(locale), ...rest];
      return [
        {
          is: "list",
          items: [
            ...results.map((one) => line(one.draw, ...resultOf(one, reader))),
            ...open.map((draw) => line(draw, words.openUntil(locale), momentOf(draw.closesAt, reader))),
          ],
        },
      ];
    };
  },
});

/** What draws tell in the weekly bulletin. */
export const drawsInBulletin = (deps: Deps): readonly BulletinSection[] => [draws(deps)];
