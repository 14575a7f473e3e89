import type { EvaluationForm, EvaluationStore } from "../evaluations/index.ts";
import type { Who } from "./card.ts";
import { type ItemToMend, itemsToMend } from "./rates.ts";
import type { AppealStore } from "./store.ts";
import { mostIn } from "./views/common.ts";

type Deps = {
  readonly store: Pick<AppealStore, "outcomes" | "appeal">;
  readonly evaluations: Pick<EvaluationStore, "forms" | "alike">;
};

/** An item to mend, with the appeals that found its rule unclear and others that were marked by the same rule. */
export type Mending = ItemToMend & {
  readonly called?: EvaluationForm | undefined;
  readonly unclearIn: readonly number[];
  /** The numbers of the latest evaluations marked down by it, and how many there are in all. */
  readonly alike: { readonly numbers: readonly string[]; readonly all: number };
};

/** Rates are of what was decided in so many days. */
export const ratedMs = 180 * 24 * 3_600_000;

/** The items of forms that appeals found wanting at the asker's site. */
export function mending({ store, evaluations }: Deps) {
  return async ({ site }: Pick<Who, "site">, at: Date): Promise<readonly Mending[]> => {
    const since = new Date(at.getTime() - ratedMs);
    const [outcomes, forms] = await Promise.all([store.outcomes(site, since), evaluations.forms()]);
    return Promise.all(
      itemsToMend(outcomes).map(async (one): Promise<Mending> => {
        const found = await Promise.all(one.unclear.map((id) => store.appeal(id)));
        const called = forms.find(({ id }) => id === one.form);
        const most = mostIn(called, one.item) ?? 100;
        const isUnclear = one.unclear.length > 0;
        const alike = isUnclear
          ? await evaluations.alike(
              site,
              { ...one, most, except: found.flatMap((appeal) => appeal?.evaluation ?? []) },
              since,
            )
          : { numbers: [], all: 0 };
        return { ...one, called, unclearIn: found.flatMap((appeal) => appeal?.number ?? []), alike };
      }),
    );
  };
}
