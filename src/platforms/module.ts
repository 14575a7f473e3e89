import type { IncomingMessage, ServerResponse } from "node:http";
import type { Platform } from "../chat/platform.ts";
import type { Registry } from "../chat/registry.ts";
import type { Log } from "../kernel/log.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment says of one platform; problems are sentences that name every variable to mend. */
export type Setup<C> =
  | { readonly is: "off" }
  | { readonly is: "on"; readonly config: C }
  | { readonly is: "wrong"; readonly problems: readonly string[] };

/** The house's pages for its operators, which a platform that listens hands such requests over to. */
export type OpsPages = {
  readonly owns: (path: string) => boolean;
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
};

/** What every platform may be given beside its own configuration. */
export type PlatformDeps = {
  readonly log: Log;
  /** The port for a platform that listens. */
  readonly port: number;
  /** Whether the house is ready to answer, for a platform that serves `/healthz` and `/readyz` on its port. */
  readonly ready: () => Promise<boolean>;
  /** Served beside them. */
  readonly ops?: OpsPages;
};

/** A file generated from the command declarations, for the vendor's console. */
export type Manifest = { readonly file: string; readonly content: string };

export type ManifestOptions = {
  /** Goes before every command name where a vendor's names are shared between apps. */
  readonly prefix?: string;
  /** The public address that a vendor sends events to, where it sends them over HTTP. */
  readonly url?: string;
};

/** One platform as the house sees it: how it is configured, made and described to its vendor. */
export type PlatformModule<C, D extends PlatformDeps = PlatformDeps> = {
  readonly name: string;
  readonly setup: (env: Environment) => Setup<C>;
  /** Makes the platform; the vendor's library is loaded only now, so that one that is off costs nothing. */
  readonly create: (config: C, deps: D) => Promise<Platform>;
  readonly manifest?: (registry: Registry, options: ManifestOptions) => Promise<Manifest>;
};
