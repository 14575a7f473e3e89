import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { Source } from "../imports/index.ts";
import type { ConfigDocument, Problems } from "./checked.ts";
import { readDocument } from "./document.ts";
import { type Plan, plan } from "./plan.ts";
import type { ConfigurationStore } from "./store.ts";
import { readTable } from "./table.ts";

export type ApplyRefusal = Problems;
type Applied = Promise<Outcome<Plan, ApplyRefusal>>;
type Options = { readonly dryRun?: boolean };

/** `fairline.yaml` and what stands. */
export type Configuration = {
  /** Makes what stands be as the text of a file says, all of it or nothing; with `dryRun` it only looks. */
  apply(text: string, options?: Options): Applied;
  /** Does the same with a table of evaluation forms, one row for each item. */
  applyForms(file: Source, options?: Options & { readonly encoding?: string }): Applied;
};

type Deps = { readonly store: ConfigurationStore; readonly clock: () => Date };

export function configuration({ store, clock }: Deps): Configuration {
  async function applied(document: Outcome<ConfigDocument, Problems>, { dryRun = false }: Options): Applied {
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
  }
  return {
    apply: (text, options = {}) => applied(readDocument(text), options),
    applyForms: async (file, options = {}) => applied(await readTable(file, options.encoding), options),
  };
}
