import { type FormConfig, formConfig } from "../evaluations/index.ts";
import type { FormVersion } from "./store.ts";

/** A form that an earlier Fairline kept, with the settings that it had without saying so. */
export function formAsNow(kept: FormConfig): FormConfig {
  const read = formConfig.safeParse(kept);
  return read.success ? read.data : kept;
}

/** The version that follows what stands of a form. */
export const formAfter = (known: FormVersion | undefined, config: FormConfig): FormVersion => ({
  version: (known?.version ?? 0) + 1,
  config,
});
