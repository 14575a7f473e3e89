import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { bringContacts } from "./contacts.ts";
import { type PresetConfig, plainPreset, presetConfig } from "./mapping/preset.ts";
import type { ImportRefusal, ImportReport, ImportRequest, RevertRefusal, RevertReport } from "./request.ts";
import { revertBatch } from "./revert.ts";
import { bringPeople } from "./roster.ts";
import { type Batch, type ImportSite, type ImportStore, type ImportUnit, troubleOf } from "./store.ts";
import type { Verdict } from "./work.ts";

/** Files in, and out again. */
export type Imports = {
  /** Imports a file, or only looks when asked to; nothing is half done. */
  bring(request: ImportRequest): Promise<Outcome<ImportReport, ImportRefusal>>;
  /** Takes a batch back; one of another site than `within` is as unknown as none. */
  revert(batch: string, within?: string): Promise<Outcome<RevertReport, RevertRefusal>>;
  /** The latest imports first. */
  latest(limit: number): Promise<readonly Batch[]>;
};

export type ImportsDeps = {
  readonly store: ImportStore;
  readonly clock: () => Date;
  /** A new UUID. */
  readonly newId: () => string;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function imports({ store, clock, newId }: ImportsDeps): Imports {
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
    const decided: Verdict =
      preset.dataset === "people"
        ? await bringPeople(unit, { ...common, preset })
        : await bringContacts(unit, { ...common, preset });
    if (decided.keep && decided.value.ok) await unit.saveBatch(batchOf(request, decided.value.value, at));
    return decided;
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

  return {
    bring: (request) =>
      orTrouble<ImportReport, ImportRefusal>(async () => {
        const site = await store.site(request.site);
        if (site === undefined) {
          return refuse({ why: "unknown-site", site: request.site, known: await store.siteIds() });
        }
        const preset = await presetOf(request);
        if (!preset.ok) return preset;
        const waiting = () => request.onProgress?.({ is: "waiting" });
        return store.transact(site.id, (unit) => work(unit, request, preset.value, site), waiting);
      }),

    revert: (id, within) =>
      orTrouble<RevertReport, RevertRefusal>(async () => {
        const batch = uuid.test(id) ? await store.batch(id) : undefined;
        if (batch === undefined || batch.site !== (within ?? batch.site)) {
          return refuse({ why: "unknown-batch", batch: id });
        }
        return store.transact(batch.site, async (unit) => {
          // Read again: another may have reverted it while this one waited for its turn.
          const now = (await store.batch(id)) ?? batch;
          return revertBatch(unit, now, clock());
        });
      }),

    latest: (limit) => store.batches(limit),
  };
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
