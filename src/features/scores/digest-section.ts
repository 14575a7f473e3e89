import type { Draw } from "../../chat/chart.ts";
import { type DigestFor, type DigestSection, siteDay } from "../digests/index.ts";
import { localeOf } from "../people/domain.ts";
import { reading, type ScoresDeps } from "./reading.ts";
import { type TeamScore, teamScores } from "./team-score.ts";
import { digestBlocks } from "./views/digest.ts";
import { picture } from "./views/opened.ts";
import { distributionOf } from "./views/team.ts";

type Deps = Pick<ScoresDeps, "store" | "roster"> & { readonly draw: Draw };

/** The part of a lead's digest that tells of results: each team's exceptions first, and how its points are spread. */
export function scoresInDigest({ store, roster, draw }: Deps): DigestSection {
  // Whoever sends the digest leaves the row in the audit book, once however often it is made.
  const { ofTeam } = teamScores(reading({ store, roster, audit: { record: async () => {} } }));

  /** The first team's picture: one message has room for one. */
  async function drawnOf(made: readonly TeamScore[], { reader, site }: DigestFor) {
    for (const one of made) {
      const sketch = distributionOf(one, { locale: localeOf(reader, site) });
      if (sketch !== undefined) return { team: one.team.id, picture: picture(sketch, await draw(sketch.chart)) };
    }
    return undefined;
  }

  return {
    name: "scores",
    async gather(of) {
      const { reader, site, teams, day, today, at } = of;
      const period = { is: "day", from: day, to: day } as const;
      const asked = { viewer: reader.id, period, at, today };
      const [[isComplete = false], ...found] = await Promise.all([
        store.areComplete([siteDay(site, day)]),
        ...teams.map((team) => ofTeam({ ...asked, team: team.id })),
      ]);
      const made = found.flatMap((one) => (one.ok ? [one.value] : []));
      if (made.every(({ score }) => score.standing === "none")) return undefined;
      const drawn = await drawnOf(made, of);
      return {
        blocks: digestBlocks(made, { isComplete, ...(drawn ? { drawn } : {}) }),
        figures: made.map(({ team: { id, name }, score }) => ({
          id,
          name,
          value: score.standing === "none" ? null : score.points,
        })),
      };
    },
  };
}
