import { app } from "./app.ts";
import { connect } from "./persistence/client.ts";
import { platforms } from "./platforms/index.ts";
import type { Manifest, ManifestOptions } from "./platforms/module.ts";

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Every file that a vendor's console is given, made from the command declarations alone; no database is asked. */
export async function manifests(options: ManifestOptions = {}): Promise<readonly Manifest[]> {
  const unasked = { ...connect("postgresql://unasked"), url: "" };
  const { registry } = app({
    database: unasked,
    jobs: [],
    platforms: () => [],
    draw: async () => new Uint8Array(),
    log: silent,
    clock: () => new Date(),
  });
  const made = [platforms.slack, platforms.discord].flatMap(({ manifest }) => manifest?.(registry, options) ?? []);
  return Promise.all(made);
}
