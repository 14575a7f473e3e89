import { groupBy } from "../../kernel/group.ts";
import { day, type LocalDate } from "../../kernel/time.ts";
import type { Change, NoticeKind, Touched } from "../notices/index.ts";
import { teamsOf } from "../people/domain.ts";
import { type DigestDeps, digestsInBatch } from "./batch.ts";
import { digestWords } from "./messages.ts";
import { morningAfter, reportedOn } from "./morning.ts";
import { lookingAfter } from "./recipients.ts";

type Corrected = Change & { readonly is: "score-corrected" };

/** A lead's digest at 09:15: one message on all the teams that they look after that morning. */
export function leadDigest(deps: DigestDeps): NoticeKind {
  const { roster, data } = deps;
  const name = "lead-digest";

  /** Who is on leave of those who could look after a team. */
  async function awayOf(people: readonly string[], on: LocalDate): Promise<ReadonlySet<string>> {
    const away = await data.onLeave(people.map((person) => ({ person, on })));
    return new Set(people.filter((_, index) => away[index]));
  }

  /** Those who may have been told of the teams in which people whose score was corrected sat. */
  async function touchedAt(siteId: string, corrected: readonly Corrected[]): Promise<readonly Touched[]> {
    const site = await roster.site(siteId);
    if (site === undefined) return [];
    const people = await roster.peopleById([...new Set(corrected.map(({ person }) => person))]);
    const found = await Promise.all(
      [...groupBy(corrected, ({ from }) => from)].map(async ([on, all]) => {
        const morning = morningAfter(site.calendar, day(on));
        if (morning === undefined) return [];
        const whose = people.filter(({ id }) => all.some(({ person }) => person === id));
        const teams = whose.flatMap((person) => teamsOf(person, day(on), ["member"]));
        const told = (await roster.peopleOf(siteId, morning)).filter((one) =>
          teamsOf(one, morning, ["lead", "deputy"]).some((team) => teams.includes(team)),
        );
        return told.map(({ id }): Touched => ({ kind: name, site: siteId, period: morning, to: { is: "person", id } }));
      }),
    );
    return found.flat();
  }

  return {
    name,
    label: digestWords.label,
    // What needs a lead's hand would otherwise reach nobody.
    isMandatory: true,
    speaksOfLate: true,

    async recipients({ site: siteId, period }) {
      const site = await roster.site(siteId);
      if (site === undefined) return [];
      const morning = day(period);
      const [people, teams] = await Promise.all([roster.peopleOf(siteId, morning), roster.teams()]);
      const seated = people.filter((one) => teamsOf(one, morning, ["lead", "deputy"]).length > 0);
      const away = await awayOf(
        seated.map(({ id }) => id),
        morning,
      );
      const own = teams.filter((team) => team.site === siteId);
      return lookingAfter(own, seated, morning, away).map(({ person, teams: led }) => ({
        to: { is: "person", id: person },
        body: { day: reportedOn(site.calendar, morning), teams: led },
      }));
    },

    prepare: digestsInBatch(deps),

    async touchedBy(changes) {
      const came = new Set(changes.flatMap((one) => (one.is === "data-came" ? [one.site] : [])));
      const corrected = changes.filter((one): one is Corrected => one.is === "score-corrected" && one.from === one.to);
      const bySite = [...groupBy(corrected, ({ site }) => site)];
      const touched = await Promise.all(bySite.map(([site, all]) => touchedAt(site, all)));
      return [...[...came].map((site): Touched => ({ kind: name, site, isProvisional: true })), ...touched.flat()];
    },
  };
}
