import { createHash } from "node:crypto";
import type { Contact } from "./domain.ts";
import { type EvaluationForm, isFor } from "./form.ts";

/** Why no evaluation was begun. */
export type StartRefusal =
  | { readonly why: "own-contact" }
  | { readonly why: "no-such-person" }
  | { readonly why: "no-forms" }
  | { readonly why: "no-form"; readonly project: string }
  | { readonly why: "purged"; readonly contact: string }
  | { readonly why: "all-purged"; readonly name: string }
  | { readonly why: "no-contacts"; readonly name: string }
  | { readonly why: "no-such-contact"; readonly name: string }
  | { readonly why: "no-such-form" };

/** A contact by a short mark that fits into a button. */
export const markOf = ({ source, sourceId }: Pick<Contact, "source" | "sourceId">): string =>
  createHash("sha256")
    .update(JSON.stringify([source, sourceId]))
    .digest("base64url")
    .slice(0, 12);

/** The forms that a contact can be evaluated by. */
export const formsFor = (forms: readonly EvaluationForm[], { project }: Pick<Contact, "project">) =>
  forms.filter((form) => isFor(form, project));

/** A contact with what decides whether it can be evaluated. */
export type Candidate = {
  readonly contact: Contact;
  readonly isPurged: boolean;
  readonly forms: readonly EvaluationForm[];
};

/** Why one contact cannot be evaluated; undefined where it can. */
export function hindrance({ contact, isPurged, forms }: Candidate): StartRefusal | undefined {
  if (isPurged) return { why: "purged", contact: contact.sourceId };
  return forms.length === 0 ? { why: "no-form", project: contact.project } : undefined;
}

/** Why none of somebody's contacts can be evaluated. */
export function whyNone(all: readonly Candidate[], name: string): StartRefusal {
  const [first] = all;
  if (first === undefined) return { why: "no-contacts", name };
  const [kept] = all.filter((one) => !one.isPurged);
  return kept === undefined ? { why: "all-purged", name } : { why: "no-form", project: kept.contact.project };
}
