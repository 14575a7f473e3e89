import type { Audit, SiteId } from "../people/index.ts";
import type { GoodCallRoster } from "./roster.ts";
import type { GoodCallsConfig } from "./rules.ts";
import type { GoodCallStore } from "./store.ts";

export type GoodCallsDeps = {
  readonly store: GoodCallStore;
  readonly roster: GoodCallRoster;
  readonly rules: (site: SiteId) => Promise<GoodCallsConfig>;
  readonly audit: Audit;
  readonly newId: () => string;
  /** 32 random bytes as base64url. */
  readonly newToken: () => string;
  /** Where this house is reached from a browser; none where it is not. */
  readonly baseUrl?: () => string | undefined;
};
