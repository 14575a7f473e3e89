import type { Draw } from "../../chat/chart.ts";
import type { Picture } from "../../chat/view.ts";
import { workdaysIn } from "../../kernel/calendar.ts";
import { type Locale, locales } from "../../kernel/locale.ts";
import { dayAt, type LocalDate } from "../../kernel/time.ts";
import type { BulletinSection, Gathering } from "../bulletins/index.ts";
import { bulletinWords as words } from "./messages/bulletin.ts";
import { through } from "./period.ts";
import { fewestPeople } from "./person-score.ts";
import type { ScoresDeps } from "./reading.ts";
import { bestTeams, type Days, type SiteFigures, siteFigures, starsOf, weekBefore } from "./site-week.ts";
import { courseOf, type Operations, operationsBlocks, starBlocks, toName } from "./views/bulletin.ts";
import { picture } from "./views/opened.ts";

type Deps = Pick<ScoresDeps, "store" | "roster"> & { readonly draw: Draw };

/** How many weeks the picture shows. */
const weeksShown = 8;

/** The past week as far as it has come to pass. */
const pastOf = ({ past, at, site }: Gathering): Days & { readonly isRunning: boolean; readonly isAhead: boolean } => {
  const today = dayAt(at, site.zone);
  return {
    from: past.from,
    to: through({ is: "week", ...past }, today),
    isRunning: today <= past.to,
    isAhead: today < past.from,
  };
};

/** Weeks up to one, the earliest first. */
function weeksUntil(week: Days): readonly Days[] {
  const weeks = [week];
  while (weeks.length < weeksShown) weeks.unshift(weekBefore(weeks[0] ?? week));
  return weeks;
}

/** The course of some weeks drawn in each language, as it is not known who reads it. */
async function drawn(draw: Draw, weeks: readonly SiteFigures[]): Promise<Partial<Record<Locale, Picture>>> {
  const pictures = await Promise.all(
    locales.map(async (locale) => {
      const sketch = courseOf(weeks, locale);
      return sketch === undefined ? [] : [[locale, picture(sketch, await draw(sketch.chart))] as const];
    }),
  );
  return Object.fromEntries(pictures.flat());
}

/** Whether the last workday of a week lies after all that the feeds have brought. */
function lacksData({ site, past }: Gathering, dataAsOf: Date | undefined): boolean {
  const last: LocalDate | undefined = workdaysIn(site.calendar, past.from, past.to).at(-1);
  return dataAsOf === undefined || (last !== undefined && dayAt(dataAsOf, site.zone) < last);
}

/** What the site came to in the past week, with its change and the course of the last weeks. */
const operations = ({ store, roster, draw }: Deps): BulletinSection => ({
  name: "operations",
  title: words.operations,
  async gather(of) {
    const { isRunning, isAhead, ...days } = pastOf(of);
    if (isAhead) return undefined;
    const [figures, best, dataAsOf] = await Promise.all([
      // Whole weeks before, and of this one what has come to pass.
      siteFigures({ store, roster }, of.site.id, [...weeksUntil(of.past).slice(0, -1), days]),
      bestTeams({ store, roster }, of.site, days),
      store.dataAsOf(of.site.id),
    ]);
    const [before, now] = figures.slice(-2);
    if (now === undefined || now.people < fewestPeople) return undefined;
    const isHeld = !isRunning && before !== undefined && before.people >= fewestPeople;
    const made: Operations = {
      now,
      ...(isHeld ? { before } : {}),
      best,
      isRunning,
      isIncomplete: !isRunning && lacksData(of, dataAsOf),
      ...(dataAsOf === undefined ? {} : { dataAsOf }),
    };
    const pictures = await drawn(draw, (isRunning ? figures.slice(0, -1) : figures).filter(isTold));
    return (reader) => operationsBlocks(made, pictures[reader.locale], reader);
  },
});

/** Fewer people than a group is told of leave a gap in the course. */
const isTold = ({ people }: SiteFigures) => people === 0 || people >= fewestPeople;

/** Who did best and who rose most in the past week. */
const stars = ({ store, roster }: Deps): BulletinSection => ({
  name: "stars",
  title: words.stars,
  async gather(of) {
    const { isAhead, from, to } = pastOf(of);
    if (isAhead) return undefined;
    const found = await starsOf({ store, roster }, of.site, { from, to });
    const people = await roster.peopleById([...new Set([...found.top, ...found.improved])]);
    const those = (ids: readonly string[]) => people.filter(({ id }) => ids.includes(id));
    const named = toName({ top: those(found.top), improved: those(found.improved) });
    return named && ((reader) => starBlocks(named, reader));
  },
});

/** What scores tell in the weekly bulletin. */
export const scoresInBulletin = (deps: Deps): readonly BulletinSection[] => [operations(deps), stars(deps)];
