import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import { readDocument } from "./document.ts";
import { type Plan, plan } from "./plan.ts";
import type { ConfigProblem } from "./problem.ts";
import type { ConfigurationStore } from "./store.ts";

export type ApplyRefusal = { readonly why: "wrong"; readonly problems: readonly ConfigProblem[] };

/** `fairline.yaml` and what stands. */
export type Configuration = {
  /** Makes what stands be as the text of a file says, all of it or nothing; with `dryRun` it only looks. */
  apply(text: string, options?: { readonly dryRun?: boolean }): Promise<Outcome<Plan, ApplyRefusal>>;
};

type Deps = { readonly store: ConfigurationStore; readonly clock: () => Date };

export const configuration = ({ store, clock }: Deps): Configuration => ({
  async apply(text, { dryRun = false } = {}) {
    const document = readDocument(text);
    if (!document.ok) return document;
    const at = clock();
    let answer: Outcome<Plan, ApplyRefusal> | undefined;
    await store.change((current) => {
      const planned = plan(document.value, current, at);
      if (!("changes" in planned)) {
        answer = refuse({ why: "wrong", problems: planned });
        return undefined;
      }
      answer = done(planned);
      return dryRun || planned.changes.length === 0 ? undefined : planned.writes;
    }, at);
    if (answer === undefined) throw new Error("the store decided nothing");
    return answer;
  },
});
