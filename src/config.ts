import { z } from "zod";
import type { Platform } from "./chat/platform.ts";
import { done, type Outcome, refuse } from "./kernel/outcome.ts";
import { type Level, levels } from "./log.ts";
import type { Environment, PlatformDeps, PlatformModule, Setup } from "./platforms/module.ts";

/** A platform that was set up: its configuration is read and kept inside. */
type ConfiguredPlatform<D> = {
  readonly name: string;
  /** Whether it is on only for want of another. */
  readonly isFallback: boolean;
  /** Whether it opens a port when it is started. */
  readonly listens: boolean;
  readonly create: (deps: D) => Promise<Platform>;
};

/** A platform as the configuration sees it. */
export type PlatformSection<D> = {
  readonly name: string;
  readonly setup: (env: Environment) => Setup<ConfiguredPlatform<D>>;
};

export type Config<D> = {
  readonly port: number;
  /** PORT is set, so that another will not do. */
  readonly isPortAsked: boolean;
  /** HOST: where health and metrics are served when no platform serves them; this machine alone unless set. */
  readonly host: string;
  /** FAIRLINE_ADMIN_PASSWORD: lets an admin in to the queue's page, and to the metrics from elsewhere. */
  readonly adminPassword: string | undefined;
  /** FAIRLINE_DATA: where the built-in database is. */
  readonly dataFolder: string;
  /** FAIRLINE_URL: where this house is reached from a browser. */
  readonly url: string | undefined;
  /** DRAND_URLS: the relays that are asked for rounds of drand, in their order. */
  readonly drandUrls: readonly string[] | undefined;
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  /** LOG_LEVEL; unless set, `info`, and `warn` where nobody but a newcomer at the terminal reads it. */
  readonly logLevel: Level;
  readonly platforms: readonly ConfiguredPlatform<D>[];
};

/** Puts a platform's own section among those of others; a fallback is left out where another platform is on. */
export const section = <C, D extends PlatformDeps>(
  module: PlatformModule<C, D>,
  isFallback: (config: C) => boolean = () => false,
  listens: (config: C) => boolean = () => false,
): PlatformSection<D> => ({
  name: module.name,
  setup(env) {
    const setup = module.setup(env);
    if (setup.is !== "on") return setup;
    const { config } = setup;
    const create = (deps: D) => module.create(config, deps);
    return {
      is: "on",
      config: { name: module.name, isFallback: isFallback(config), listens: listens(config), create },
    };
  },
});

function choose<D>(setups: readonly Setup<ConfiguredPlatform<D>>[]): readonly ConfiguredPlatform<D>[] {
  const on = setups.flatMap((setup) => (setup.is === "on" ? [setup.config] : []));
  const chosen = on.filter(({ isFallback }) => !isFallback);
  return chosen.length > 0 ? chosen : on;
}

function address(...schemes: readonly string[]) {
  const fits = (text: string) => URL.canParse(text) && schemes.includes(new URL(text).protocol.replace(":", ""));
  return z.string().refine(fits, `must be an address like ${schemes[0]}://user:password@host:port/name`);
}

const isWeb = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
const web = z
  .string()
  .refine(isWeb, "must be an address like https://fairline.example.com")
  .transform((text) => text.replace(/\/+$/, ""));

const portHint = "must be a whole number from 0 to 65535 (0 takes any free port)";
const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, portHint)
    .transform(Number)
    .refine((port) => port <= 65_535, portHint)
    .optional(),
  HOST: z.string().default("127.0.0.1"),
  FAIRLINE_ADMIN_PASSWORD: z.string().optional(),
  FAIRLINE_DATA: z.string().default(".data"),
  FAIRLINE_URL: web.optional(),
  DRAND_URLS: z
    .string()
    .transform((text) => text.split(",").map((one) => one.trim()))
    .pipe(z.array(web))
    .optional(),
  DATABASE_URL: address("postgres", "postgresql").optional(),
  REDIS_URL: address("redis", "rediss").optional(),
  LOG_LEVEL: z.enum(levels, `must be one of ${levels.join(", ")}`).optional(),
});

/** A variable that is set to nothing is not set. */
const trimmed = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])));

/** Reads the whole environment at once; every problem is a sentence that names its variable, and none shows a secret. */
export function readConfig<D>(
  env: Environment,
  platforms: readonly PlatformSection<D>[],
): Outcome<Config<D>, { readonly problems: readonly string[] }> {
  const given = trimmed(env);
  const house = variables.safeParse(given);
  const setups = platforms.map((platform) => platform.setup(given));
  const ours = house.success ? [] : house.error.issues.map(({ path, message }) => `${String(path[0])} ${message}.`);
  const theirs = setups.flatMap((setup) => (setup.is === "wrong" ? setup.problems : []));
  if (!house.success || theirs.length > 0) return refuse({ problems: [...ours, ...theirs] });
  const { PORT, HOST, FAIRLINE_ADMIN_PASSWORD, FAIRLINE_DATA, LOG_LEVEL, ...urls } = house.data;
  const chosen = choose(setups);
  return done({
    port: PORT ?? 3000,
    isPortAsked: PORT !== undefined,
    host: HOST,
    adminPassword: FAIRLINE_ADMIN_PASSWORD,
    dataFolder: FAIRLINE_DATA,
    url: urls.FAIRLINE_URL,
    drandUrls: urls.DRAND_URLS,
    databaseUrl: urls.DATABASE_URL,
    redisUrl: urls.REDIS_URL,
    logLevel: LOG_LEVEL ?? (chosen.every(({ isFallback }) => isFallback) ? "warn" : "info"),
    platforms: chosen,
  });
}
