import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { AppealStore } from "../../src/features/appeals/index.ts";
import { configuration, type FormVersion } from "../../src/features/configuration/index.ts";
import type { EvaluationForm } from "../../src/features/evaluations/index.ts";
import { bytesSource, type Dataset, imports } from "../../src/features/imports/index.ts";
import type { Person, Site } from "../../src/features/people/index.ts";
import { addDays, dayAt, type LocalDate, startOfMonth } from "../../src/kernel/time.ts";
import { appealStore } from "../../src/persistence/appeals/store.ts";
import type { Database } from "../../src/persistence/client.ts";
import { configurationStore } from "../../src/persistence/configuration.ts";
import { importStore } from "../../src/persistence/imports/store.ts";
import { peopleStore } from "../../src/persistence/people.ts";
import { cast, fileAppeals, plantedFor } from "./appeals.ts";
import { attendanceFile } from "./attendance.ts";
import { callsFile, demoCalls, surveysFile } from "./calls.ts";
import type { DemoSite } from "./centre.ts";
import { complaintsFile } from "./complaints.ts";
import { evaluationsFile } from "./evaluations.ts";
import { examsFile } from "./exams.ts";
import { onTheFloor } from "./floor.ts";
import { publish } from "./publish.ts";
import { marked, type Scheduled, scheduled } from "./published.ts";
import { recognise } from "./recognition.ts";
import { forgetOld, must } from "./staff.ts";

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

/** A site with its people as the roster has them, and the days that are to be filled: whole months, as they are compared. */
function demoSite(site: Site, roster: readonly Person[], until: Date): DemoSite {
  const today = dayAt(until, site.zone);
  const people = roster.map(({ employeeNo, hiredOn = firstDay, roles, assignments }) => ({
    employeeNo,
    hiredOn,
    roles,
    memberOf: assignments.find(({ seat }) => seat === "member")?.team,
  }));
  return { ...site, people, from: startOfMonth(addDays(today, 1 - fewestDays)), today, until };
}

/** What is brought of a site, one file for each dataset. */
function filesOf(site: DemoSite, calls: ReturnType<typeof demoCalls>): readonly (readonly [Dataset, Uint8Array])[] {
  return [
    ["interactions", callsFile(site, calls)],
    ["csat", surveysFile(site, calls)],
    ["evaluations", evaluationsFile(site)],
    ["attendance", attendanceFile(site)],
    ["exams", examsFile(site)],
    ["complaints", complaintsFile(site)],
  ];
}

type Quality = {
  readonly database: Database;
  readonly store: AppealStore;
  readonly forms: ReadonlyMap<string, EvaluationForm>;
  readonly people: readonly Person[];
};

/** What was imported of the past was published in its time, not at the first start. */
const publishedInTime = `
  UPDATE evaluation e SET published_at = (e.day + 1 + time '10:00') AT TIME ZONE s.zone
  FROM site s WHERE s.id = e.site_id AND e.published_at IS NULL`;

/** What was evaluated in Fairline at a site, and what was appealed of it. */
async function reviewAndAppeal(site: DemoSite, reviews: readonly Scheduled[], quality: Quality): Promise<void> {
  const { database, store, forms, people } = quality;
  const formOf = (id: string) => {
    const form = forms.get(id);
    if (form === undefined) throw new Error(`the demo has no form ${id}`);
    return form;
  };
  const appealed = cast(site, reviews);
  const caseOf = new Map([...appealed].map(([one, review]) => [review, one]));
  const made = reviews.map((review) => {
    const one = caseOf.get(review);
    return marked(site, review, formOf(review.form), one && plantedFor(one));
  });
  const employees = new Map(people.map(({ employeeNo, id }) => [employeeNo, id]));
  const ids = await publish(database, site, made, employees);
  const about = new Map([...appealed].map(([one, review]) => [one, ids[reviews.indexOf(review)] ?? ""]));
  const rules = { ...(await store.configOf(site.id)), clock: { calendar: site.calendar, zone: site.zone } };
  await fileAppeals(store, { site, people, rules, form: formOf("phone") }, about);
}

const outForms = (made: Readonly<Record<string, FormVersion>>): ReadonlyMap<string, EvaluationForm> =>
  new Map(Object.entries(made).map(([id, { version, config }]) => [id, { ...config, id, version }]));

/** Fills an empty house with a contact centre of two sites with 60 days of data or more; a house with a site is left alone. */
export async function seedDemo({ database, clock, tell }: DemoDeps): Promise<void> {
  const roster = peopleStore(database);
  if ((await roster.sites()).length > 0) return;
  tell("First start: making a demo contact centre of two sites, with two months of data or more…");
  const settings = configuration({ store: configurationStore(database), clock });
  const { writes } = must(await settings.apply(await readFile(here("fairline.yaml"), "utf8")), "fairline.yaml");

  const bringing = imports({ store: importStore(database), clock, newId: randomUUID });
  const bring = async (site: string, dataset: Dataset, name: string, content: Uint8Array) =>
    must(await bringing.bring({ site, dataset, file: bytesSource(name, content) }), name);

  for (const [id, file] of Object.entries(rosters)) await bring(id, "people", file, await readFile(here(file)));
  const store = appealStore({ pool: database.pool, newId: randomUUID });
  const forms = outForms(writes.forms);
  for (const known of await roster.sites()) {
    const now = clock();
    const people = await roster.peopleOf(known.id, dayAt(now, known.zone));
    const site = demoSite(known, people, now);
    const calls = demoCalls(site);
    for (const [dataset, content] of filesOf(site, calls)) {
      await bring(site.id, dataset, `demo-${dataset}.csv`, content);
    }
    await database.pool.query(publishedInTime);
    await reviewAndAppeal(site, scheduled(site, calls), { database, store, forms, people });
    const centre = { site: known, people, now };
    await recognise(database, centre);
    await onTheFloor(database, centre);
    await forgetOld(database.pool, now);
  }
}
