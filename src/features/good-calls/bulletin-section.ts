import { strong } from "../../chat/view.ts";
import { say } from "../../kernel/locale.ts";
import { addDays, startOfDay } from "../../kernel/time.ts";
import type { BulletinSection } from "../bulletins/index.ts";
import type { GoodCallsDeps } from "./deps.ts";
import { callName } from "./domain.ts";
import { personSpan, skillList } from "./views/common.ts";

/** What entered the library in the week that is over, each by who agreed to it. */
const bestPractice = ({ store, roster }: Pick<GoodCallsDeps, "store" | "roster">): BulletinSection => ({
  name: "good-calls",
  title: say({ en: "Good calls", "zh-CN": "优秀录音" }),
  async gather({ site, past }) {
    const [from, before] = [startOfDay(past.from, site.zone), startOfDay(addDays(past.to, 1), site.zone)];
    const calls = await store.acceptedBetween(site.id, from, before);
    if (calls.length === 0) return undefined;
    const people = new Map((await roster.peopleById(calls.map(({ agent }) => agent))).map((one) => [one.id, one]));
    return (reader) => [
      {
        is: "list",
        items: calls.map((call) => [
          strong(callName(call)),
          " · ",
          personSpan(people.get(call.agent), reader),
          ` · ${skillList(call, reader.locale)}\n“${call.highlight}”`,
        ]),
      },
    ];
  },
});

/** What good calls tell in the weekly bulletin. */
export const goodCallsInBulletin = (deps: Pick<GoodCallsDeps, "store" | "roster">): readonly BulletinSection[] => [
  bestPractice(deps),
];
