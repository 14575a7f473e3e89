import { type Block, type Spans, strong } from "../../chat/view.ts";
import type { Locale, Localised, Say } from "../../kernel/locale.ts";
import { addDays, type LocalDate, startOfDay, startOfWeek } from "../../kernel/time.ts";
import type { DigestSection } from "../digests/index.ts";
import type { NoticeKind, Prepared } from "../notices/index.ts";
import { type Person, type Site, type SiteId, type Staff, teamsOf } from "../people/index.ts";
import { type HelpRequest, requestName } from "./domain.ts";
import { type Figures, figuresOf, isBreached } from "./figures.ts";
import { lateCount } from "./messages/breaches.ts";
import { figureWords as words } from "./messages/figures.ts";
import { categoryName, type HelpConfig } from "./rules.ts";
import type { HelpStore } from "./store.ts";
import { repeated, type Topic } from "./topics.ts";

export type TellingDeps = {
  readonly store: Pick<HelpStore, "openedBetween">;
  readonly roster: {
    site(id: SiteId): Promise<Site | undefined>;
    peopleById(ids: readonly string[]): Promise<readonly Person[]>;
    staffOf(site: SiteId, on: LocalDate): Promise<readonly Staff[]>;
  };
  readonly rules: (site: SiteId) => Promise<HelpConfig>;
};

/** So many late requests, topics, and examples of a topic are told. */
const most = { late: 5, topics: 5, examples: 3 } as const;
const longestExample = 120;

const short = (text: string): string => {
  const characters = [...text.replace(/\s+/gu, " ")];
  return characters.length > longestExample
    ? `${characters.slice(0, longestExample - 1).join("")}…`
    : characters.join("");
};

const example = (request: HelpRequest): Spans => [strong(requestName(request)), ` “${short(request.text)}”`];

/** Topics as a list, each with the words of those who asked first. */
function topicItems(topics: readonly Topic[], rules: HelpConfig, locale: Locale): readonly Spans[] {
  return topics
    .slice(0, most.topics)
    .map(({ category, requests }) => [
      strong(words.repeat(categoryName(rules, category)(locale), requests.length)(locale)),
      words.colon(locale),
      ...requests
        .slice(0, most.examples)
        .flatMap((one, index) => (index === 0 ? example(one) : [" · ", ...example(one)])),
    ]);
}

function timesOf(label: Say, { toAnswer, toEnd }: Figures, locale: Locale): readonly Spans[] {
  const told = [...(toAnswer ? [words.toAnswer(toAnswer)] : []), ...(toEnd ? [words.toEnd(toEnd)] : [])];
  if (told.length === 0) return [];
  return [[strong(label(locale)), words.colon(locale), told.map((one) => one(locale)).join(words.semicolon(locale))]];
}

/** The part of a lead's digest that tells of their teams' calls for help: what was late first. */
export const helpInDigest = ({ store, roster, rules }: TellingDeps): DigestSection => ({
  name: "help",
  async gather({ site, teams, day }) {
    const { zone } = site;
    const before = startOfDay(addDays(day, 1), zone);
    const [week, config] = await Promise.all([
      store.openedBetween(site.id, startOfDay(addDays(day, -6), zone), before),
      rules(site.id),
    ]);
    const askers = await roster.peopleById([...new Set(week.map(({ request }) => request.asker))]);
    const own = new Set(
      askers
        .filter((person) => teamsOf(person, day).some((id) => teams.some((team) => team.id === id)))
        .map(({ id }) => id),
    );
    const ofTeams = week.filter(({ request }) => own.has(request.asker));
    const since = startOfDay(day, zone);
    const asked = ofTeams.map(({ request }) => request).filter(({ openedAt }) => openedAt >= since);
    const topics = repeated(ofTeams, config.repeatTimes);
    const late = ofTeams.map(({ request }) => request).filter((one) => isBreached(one, since, before));
    if (asked.length + topics.length + late.length === 0) return undefined;
    const now = { rules: config, site };
    const all = figuresOf(asked, now);
    const [live, other] = [true, false].map((isLive) =>
      figuresOf(
        asked.filter((one) => one.isLive === isLive),
        now,
      ),
    );
    return ({ locale }): readonly Block[] => [
      { is: "heading", text: words.title(day)(locale) },
      ...(late.length === 0
        ? []
        : [
            {
              is: "list" as const,
              items: [
                [lateCount(late.length)(locale)],
                ...late
                  .slice(0, most.late)
                  .map((one): Spans => [strong(words.lateTitle(locale)), words.colon(locale), ...example(one)]),
              ],
            },
          ]),
      {
        is: "list",
        items: [
          [words.counts(all.asked, live?.asked ?? 0, all.underWay)(locale)],
          ...(all.byAnswer === 0 ? [] : [[words.byAnswer(all.byAnswer)(locale)]]),
          ...(live === undefined ? [] : timesOf(words.live, live, locale)),
          ...(other === undefined ? [] : timesOf(words.other, other, locale)),
        ],
      },
      ...(topics.length === 0
        ? []
        : [
            { is: "heading" as const, text: words.repeatTitle(locale) },
            { is: "list" as const, items: topicItems(topics, config, locale) },
          ]),
    ];
  },
});

/** What trainers are told on a Monday: the topics that were asked again and again in the week before. */
export function topicsKind({ store, roster, rules }: TellingDeps): NoticeKind {
  async function prepared(siteId: SiteId, period: string): Promise<Prepared> {
    const site = await roster.site(siteId);
    if (site === undefined) return { is: "skip", why: "nothing-to-tell" };
    const to = addDays(startOfWeek(period as LocalDate), -1);
    const from = addDays(to, -6);
    const [asked, config] = await Promise.all([
      store.openedBetween(site.id, startOfDay(from, site.zone), startOfDay(addDays(to, 1), site.zone)),
      rules(site.id),
    ]);
    const topics = repeated(asked, config.repeatTimes);
    if (topics.length === 0) return { is: "skip", why: "nothing-to-tell" };
    const view: Localised<{ title: string; blocks: readonly Block[] }> = ({ locale }) => ({
      title: words.topicsTitle(from, to)(locale),
      blocks: [
        { is: "text", spans: [words.topicsLead(config.repeatTimes)(locale)] },
        { is: "list", items: topicItems(topics, config, locale) },
      ],
    });
    return { is: "view", view, told: {} };
  }

  return {
    name: "help-topics",
    label: words.label,
    isMandatory: false,
    roles: ["trainer", "supervisor"],
    async recipients({ site, period }) {
      const people = await roster.staffOf(site, period as LocalDate);
      const trainers = people.filter(({ roles }) => roles.includes("trainer"));
      const told = trainers.length > 0 ? trainers : people.filter(({ roles }) => roles.includes("supervisor"));
      return told.map(({ id }) => ({ to: { is: "person", id } }));
    },
    prepare: (deliveries) =>
      Promise.all(
        deliveries.map(({ site, period, isRevision }) =>
          isRevision ? { is: "same" as const } : prepared(site, period),
        ),
      ),
  };
}
