import { expect, test } from "vitest";
import { maxActionBytes } from "../../chat/action-id.ts";
import { day } from "../../kernel/time.ts";
import { anId } from "../../testing/builders.ts";
import {
  compareTrial,
  explainScore,
  openBy,
  openPerson,
  openTeam,
  openTrend,
  readScore,
  readTeam,
  showScore,
} from "./actions.ts";
import { periodText } from "./period.ts";
import { metrics } from "./scorecard.ts";

/** As long as ids of teams and scorecards may be. */
const longId = "é".repeat(20);
const period = periodText({ is: "span", from: day("2026-10-01"), to: day("2026-10-15") });

test("every address fits a button, with the longest metric, id and period", () => {
  const addresses = metrics.flatMap((metric) => [
    readScore.to({ person: anId(1), period, metric }),
    openTrend.to({ period, of: "person", id: anId(1), metric }),
    openTrend.to({ period, of: "team", id: longId, metric }),
  ]);
  addresses.push(
    showScore.to({ person: anId(1), period }),
    openPerson.to({ period, person: anId(1) }),
    openTeam.to({ period, team: longId }),
    readTeam.to({ period, team: longId }),
    explainScore.to({ period, of: "person", id: anId(1) }),
    explainScore.to({ period, of: "team", id: longId }),
    openBy.to({ by: "project", period, of: "person", id: anId(1) }),
    openBy.to({ by: "project", period, of: "team", id: longId }),
    compareTrial.to({ period, id: longId }),
  );
  for (const address of addresses) expect(Buffer.byteLength(address)).toBeLessThanOrEqual(maxActionBytes);
});
