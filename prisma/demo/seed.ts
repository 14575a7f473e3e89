import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { configuration } from "../../src/features/configuration/index.ts";
import { bytesSource, type Dataset, imports } from "../../src/features/imports/index.ts";
import type { Outcome } from "../../src/kernel/outcome.ts";
import { dayAt, type LocalDate } from "../../src/kernel/time.ts";
import type { Database } from "../../src/persistence/client.ts";
import { configurationStore } from "../../src/persistence/configuration.ts";
import { importStore } from "../../src/persistence/imports/store.ts";
import { peopleStore } from "../../src/persistence/people.ts";
import { demoCalls } from "./calls.ts";

export type DemoDeps = {
  readonly database: Database;
  readonly clock: () => Date;
  /** Shows a line of progress. */
  readonly tell: (line: string) => void;
};

const here = (file: string) => new URL(file, import.meta.url);
const rosters = { harbour: "people.csv", wangjing: "people-wangjing.csv" } as const;
const queues = { harbour: ["sales", "billing", "support"], wangjing: ["咨询", "账单", "投诉"] } as const;
const daysOfData = 60;
const firstDay = "2019-01-01" as LocalDate;

function must<T, R>(outcome: Outcome<T, R>, what: string): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`the demo's ${what} was refused: ${JSON.stringify(outcome.refusal)}`);
}

/** Fills an empty house with a contact centre of two sites and 60 days of contacts; a house with a site is left alone. */
export async function seedDemo({ database, clock, tell }: DemoDeps): Promise<void> {
  const roster = peopleStore(database);
  if ((await roster.sites()).length > 0) return;
  tell("First start: making a demo contact centre of two sites, with 60 days of contacts…");
  const settings = configuration({ store: configurationStore(database), clock });
  must(await settings.apply(await readFile(here("fairline.yaml"), "utf8")), "fairline.yaml");

  const bringing = imports({ store: importStore(database), clock, newId: randomUUID });
  const bring = async (site: string, dataset: Dataset, name: string, content: Uint8Array) =>
    must(await bringing.bring({ site, dataset, file: bytesSource(name, content) }), name);

  for (const [id, file] of Object.entries(rosters)) await bring(id, "people", file, await readFile(here(file)));
  for (const site of await roster.sites()) {
    const today = dayAt(clock(), site.zone);
    const people = await roster.peopleOf(site.id, today);
    const agents = people.filter(({ roles }) => roles.includes("agent"));
    const about = {
      ...site,
      queues: queues[site.id as keyof typeof queues],
      agents: agents.map(({ employeeNo, hiredOn = firstDay }) => ({ employeeNo, hiredOn })),
    };
    const lines = [...demoCalls(about, today, daysOfData, clock())];
    await bring(site.id, "interactions", "demo-calls.csv", new TextEncoder().encode(`${lines.join("\n")}\n`));
  }
}
