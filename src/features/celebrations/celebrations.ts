import type { NoticeKind } from "../notices/index.ts";
import type { Audit } from "../people/index.ts";
import { type AlmanacDeps, almanac } from "./almanac.ts";
import { cardKind, signingKind } from "./card-kinds.ts";
import { cards } from "./cards.ts";
import { dayKinds } from "./day-kinds.ts";
import { monthLists } from "./month-list.ts";
import { own } from "./own.ts";
import { parties } from "./parties.ts";
import { partyKind } from "./party-kind.ts";
import type { CelebrationStore } from "./store.ts";

export type CelebrationsDeps = Omit<AlmanacDeps, "store"> & {
  readonly store: CelebrationStore;
  readonly audit: Audit;
};

/** Birthdays with their cards and parties, work anniversaries, joiners and graduations. */
export function celebrations({ store, audit, ...deps }: CelebrationsDeps) {
  const of = almanac({ store, ...deps });
  const kinds: readonly NoticeKind[] = [
    ...dayKinds({ almanac: of, store }),
    cardKind({ almanac: of, store }),
    signingKind({ almanac: of, store }),
    partyKind({ almanac: of, store }),
  ];
  return {
    ...own({ almanac: of, store }),
    ...cards({ almanac: of, store }),
    ...monthLists({ almanac: of, audit }),
    ...parties({ store, roster: deps.roster }),
    kinds,
  };
}
export type Celebrations = ReturnType<typeof celebrations>;
