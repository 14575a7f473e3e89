import type { Spans } from "../../chat/view.ts";
import { addDays, startOfDay } from "../../kernel/time.ts";
import type { BulletinSection } from "../bulletins/index.ts";
import { awardWords } from "./messages/award.ts";
import { bulletinWords as words } from "./messages/card.ts";
import { type ReadingDeps, reading } from "./reading.ts";
import { joined, subjectSpan, titleOf } from "./views/names.ts";

/** Awards that were given in the week that is over. */
export function awardsInBulletin(deps: ReadingDeps): readonly BulletinSection[] {
  const { namedIn } = reading(deps);
  return [
    {
      name: "awards",
      title: words.title,
      async gather({ site, past }) {
        const decided = { from: startOfDay(past.from, site.zone), to: startOfDay(addDays(past.to, 1), site.zone) };
        const given = await deps.store.awards(site.id, { states: ["given"], decided, limit: 100 });
        if (given.length === 0) return undefined;
        const named = await namedIn(given);
        const inOrder = [...given].sort((a, b) => (a.to === b.to ? a.number - b.number : a.to < b.to ? -1 : 1));
        return ({ locale }) => [
          {
            is: "list",
            items: inOrder.map(
              (award): Spans => [
                `${titleOf(award, named, locale)}${awardWords.colon(locale)}`,
                ...joined(
                  award.winners.map(({ of }) => subjectSpan(of, named, locale)),
                  locale,
                ),
              ],
            ),
          },
        ];
      },
    },
  ];
}
