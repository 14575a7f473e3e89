import type { Role } from "../../chat/asker.ts";
import type { Locale, Say } from "../../kernel/locale.ts";
import type { Outcome } from "../../kernel/outcome.ts";
import type { PlatformDeps } from "../module.ts";
import type { LocalMessages } from "./messages.ts";

/** Somebody who can be chosen on the page; `id` is the account's user id, `site` a site's id, `team` a name to show. */
export type LocalPerson = {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly team?: string;
  readonly site: string;
  readonly locale: Locale;
  readonly zone: string;
};

export type LocalChannel = { readonly id: string; readonly name: string };
type LocalSite = { readonly id: string; readonly name: string; readonly zone: string };
type LocalJob = { readonly name: string; readonly cron: string };

/** The clock's side of the house, as far as the page can set it off. */
type LocalJobs = {
  readonly declared: readonly LocalJob[];
  /** Runs the occurrence of a job that `at` stands for, once and for all; a refusal says why it did not run. */
  run(
    name: string,
    site: string,
    at: Date,
  ): Promise<Outcome<{ readonly ran: "now" | "before" }, { readonly say: Say }>>;
};

export type LocalDeps = PlatformDeps & {
  readonly clock: () => Date;
  readonly messages: LocalMessages;
  readonly people: () => Promise<readonly LocalPerson[]>;
  readonly sites: () => Promise<readonly LocalSite[]>;
  /** The channels that a person sees. */
  readonly channels: (person: string) => Promise<readonly LocalChannel[]>;
  readonly jobs?: LocalJobs;
  /** Told the page's address once it can be opened. */
  readonly listening?: (url: string) => void;
};
