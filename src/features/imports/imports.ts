import { isUuid } from "../../kernel/ids.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { ownSource } from "../evaluations/index.ts";
import { bringContacts } from "./contacts.ts";
import { bringDuty } from "./duty.ts";
import type { Dataset } from "./mapping/datasets.ts";
import { type PresetConfig, plainPreset, presetConfig } from "./mapping/preset.ts";
import { bringRecords } from "./records.ts";
import type { ImportRefusal, ImportReport, ImportRequest, RevertRefusal, RevertReport } from "./request.ts";
import { revertBatch } from "./revert.ts";
import { bringPeople } from "./roster.ts";
import { type Batch, type ImportSite, type ImportStore, type ImportUnit, troubleOf } from "./store.ts";
import { sourceOf, type Verdict, type Work } from "./work.ts";

/** Files in, and out again. */
export type Imports = {
  /** Imports a file, or only looks when asked to; nothing is half done. */
  bring(request: ImportRequest): Promise<Outcome<ImportReport, ImportRefusal>>;
  /** Takes a batch back, if it lies within what the asker may. */
  revert(batch: string, within?: Within): Promise<Outcome<RevertReport, RevertRefusal>>;
  /** The latest imports first. */
  latest(limit: number): Promise<readonly Batch[]>;
};

/** The site whose batches somebody may take back (others are as unknown as none), and the datasets. */
export type Within = { readonly site: string; readonly datasets: readonly Dataset[] };

export type ImportsDeps = {
  readonly store: ImportStore;
  readonly clock: () => Date;
  /** A new UUID. */
  readonly newId: () => string;
  /** Is waited for after an import or a revert is kept, so that scores can be computed at once. */
  readonly changed?: (site: string) => Promise<void>;
  /** Is told when `changed` fails, which undoes nothing: what is due stays due. */
  readonly onFault?: (error: unknown) => void;
};

export function imports({ store, clock, newId, changed, onFault }: ImportsDeps): Imports {
  async function presetOf({ preset, dataset }: ImportRequest): Promise<Outcome<PresetConfig, ImportRefusal>> {
    if (preset === undefined) return done(plainPreset(dataset));
    const body = await store.preset(preset);
    if (body === undefined) return refuse({ why: "unknown-preset", preset, known: await store.presetNames() });
    const read = presetConfig.safeParse(body);
    if (!read.success) return refuse({ why: "bad-preset", preset, detail: read.error.issues[0]?.message ?? "" });
    return read.data.dataset === dataset
      ? done(read.data)
      : refuse({ why: "other-dataset", preset, dataset: read.data.dataset });
  }

  async function work(unit: ImportUnit, request: ImportRequest, preset: PresetConfig, site: ImportSite) {
    const at = clock();
    const common = { request, site, at, newId };
    const decided: Verdict = await bringBy(unit, common, preset);
    if (decided.keep && decided.value.ok) await unit.saveBatch(batchOf(request, decided.value.value, at));
    return decided;
  }

  async function tellChanged(site: string): Promise<void> {
    try {
      await changed?.(site);
    } catch (error) {
      onFault?.(error);
    }
  }

  /** A trouble of the database is answered as a refusal: whoever imports can mend it and try again. */
  async function orTrouble<T, R>(run: () => Promise<Outcome<T, R>>) {
    try {
      return await run();
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === undefined) throw error;
      return refuse({ why: trouble });
    }
  }

  const bring = (request: ImportRequest) =>
    orTrouble<ImportReport, ImportRefusal>(async () => {
      const site = await store.site(request.site);
      if (site === undefined) {
        return refuse({ why: "unknown-site", site: request.site, known: await store.siteIds() });
      }
      const source = sourceOf(request);
      if (request.dataset === "evaluations" && source === ownSource) return refuse({ why: "own-source", source });
      const preset = await presetOf(request);
      if (!preset.ok) return preset;
      const waiting = () => request.onProgress?.({ is: "waiting" });
      return store.transact(site.id, (unit) => work(unit, request, preset.value, site), waiting);
    });

  const revert = (id: string, within: Within | undefined) =>
    orTrouble<RevertReport, RevertRefusal>(async () => {
      const batch = isUuid(id) ? await store.batch(id) : undefined;
      const site = batch === undefined ? undefined : await store.site(batch.site);
      if (batch === undefined || site === undefined || site.id !== (within?.site ?? site.id)) {
        return refuse({ why: "unknown-batch", batch: id });
      }
      const { dataset } = batch;
      if (within?.datasets.includes(dataset) === false) return refuse({ why: "not-yours", batch: id, dataset });
      return store.transact(site.id, async (unit) => {
        // Read again: another may have reverted it while this one waited for its turn.
        const now = (await store.batch(id)) ?? batch;
        return revertBatch(unit, now, { site, at: clock() });
      });
    });

  return {
    async bring(request) {
      const outcome = await bring(request);
      if (outcome.ok && outcome.value.batch !== undefined) await tellChanged(request.site);
      return outcome;
    },
    async revert(id, within) {
      const outcome = await revert(id, within);
      if (outcome.ok) await tellChanged(outcome.value.site);
      return outcome;
    },
    latest: (limit) => store.batches(limit),
  };
}

/** Each dataset by its own way. */
function bringBy(unit: ImportUnit, common: Omit<Work<never>, "preset">, preset: PresetConfig): Promise<Verdict> {
  if (preset.dataset === "people") return bringPeople(unit, { ...common, preset });
  if (preset.dataset === "interactions") return bringContacts(unit, { ...common, preset });
  if (preset.dataset === "duty") return bringDuty(unit, { ...common, preset });
  return bringRecords(unit, { ...common, preset });
}

function batchOf(request: ImportRequest, report: ImportReport, at: Date): Batch {
  const { rows, added, changed, rejected, from, to, dataAsOf, batch: id = "" } = report;
  return {
    id,
    site: request.site,
    dataset: request.dataset,
    ...(request.preset === undefined ? {} : { preset: request.preset }),
    file: request.file.name,
    at,
    rows,
    added,
    changed,
    rejected,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(dataAsOf === undefined ? {} : { dataAsOf }),
  };
}
