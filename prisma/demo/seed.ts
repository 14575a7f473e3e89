import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { configuration } from "../../src/features/configuration/index.ts";
import { bytesSource, type Dataset, imports } from "../../src/features/imports/index.ts";
import type { Site } from "../../src/features/people/index.ts";
import type { Outcome } from "../../src/kernel/outcome.ts";
import { addDays, dayAt, type LocalDate, startOfMonth } from "../../src/kernel/time.ts";
import type { Database } from "../../src/persistence/client.ts";
import { configurationStore } from "../../src/persistence/configuration.ts";
import { importStore } from "../../src/persistence/imports/store.ts";
import { peopleStore } from "../../src/persistence/people.ts";
import { attendanceFile } from "./attendance.ts";
import { callsFile, demoCalls, surveysFile } from "./calls.ts";
import type { DemoSite } from "./centre.ts";
import { complaintsFile } from "./complaints.ts";
import { evaluationsFile } from "./evaluations.ts";
import { examsFile } from "./exams.ts";

export type DemoDeps = {
  readonly database: Database;
  readonly clock: () => Date;
  /** Shows a line of progress. */
  readonly tell: (line: string) => void;
};

const here = (file: string) => new URL(file, import.meta.url);
const rosters = { harbour: "people.csv", wangjing: "people-wangjing.csv" } as const;
const fewestDays = 60;
const firstDay = "2019-01-01" as LocalDate;

function must<T, R>(outcome: Outcome<T, R>, what: string): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`the demo's ${what} was refused: ${JSON.stringify(outcome.refusal)}`);
}

/** A site with its people as the roster has them, and the days that are to be filled: whole months, as they are compared. */
async function demoSite(roster: ReturnType<typeof peopleStore>, site: Site, until: Date): Promise<DemoSite> {
  const today = dayAt(until, site.zone);
  const people = (await roster.peopleOf(site.id, today)).map(
    ({ employeeNo, hiredOn = firstDay, roles, assignments }) => ({
      employeeNo,
      hiredOn,
      roles,
      memberOf: assignments.find(({ seat }) => seat === "member")?.team,
    }),
  );
  return { ...site, people, from: startOfMonth(addDays(today, 1 - fewestDays)), today, until };
}

/** What is brought of a site, one file for each dataset. */
function filesOf(site: DemoSite): readonly (readonly [Dataset, Uint8Array])[] {
  const calls = demoCalls(site);
  return [
    ["interactions", callsFile(site, calls)],
    ["csat", surveysFile(site, calls)],
    ["evaluations", evaluationsFile(site)],
    ["attendance", attendanceFile(site)],
    ["exams", examsFile(site)],
    ["complaints", complaintsFile(site)],
  ];
}

/** Fills an empty house with a contact centre of two sites with 60 days of data or more; a house with a site is left alone. */
export async function seedDemo({ database, clock, tell }: DemoDeps): Promise<void> {
  const roster = peopleStore(database);
  if ((await roster.sites()).length > 0) return;
  tell("First start: making a demo contact centre of two sites, with two months of data or more…");
  const settings = configuration({ store: configurationStore(database), clock });
  must(await settings.apply(await readFile(here("fairline.yaml"), "utf8")), "fairline.yaml");

  const bringing = imports({ store: importStore(database), clock, newId: randomUUID });
  const bring = async (site: string, dataset: Dataset, name: string, content: Uint8Array) =>
    must(await bringing.bring({ site, dataset, file: bytesSource(name, content) }), name);

  for (const [id, file] of Object.entries(rosters)) await bring(id, "people", file, await readFile(here(file)));
  for (const site of await roster.sites()) {
    const files = filesOf(await demoSite(roster, site, clock()));
    for (const [dataset, content] of files) await bring(site.id, dataset, `demo-${dataset}.csv`, content);
  }
}
