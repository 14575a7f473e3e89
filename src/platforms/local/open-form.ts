import { z } from "zod";
import type { Form } from "../../chat/form.ts";

/** What a form that stands open on the page was opened for; it travels in the form's id and so outlives a restart. */
const opening = z.object({
  form: z.string(),
  place: z.string(),
  /** The message whose button opened it. */
  pressed: z.string().optional(),
  /** The fields that ask for a person or a file. */
  people: z.array(z.string()),
  files: z.array(z.string()),
});
export type Opening = z.infer<typeof opening>;

const asking = (form: Form, kind: "person" | "file") =>
  form.fields.filter((field) => field.kind.is === kind).map((field) => field.name);

/** The form as the interface hands it out. */
export function openForm(form: Form, place: string, pressed: string | undefined): Form {
  const of: Opening = {
    form: form.id,
    place,
    people: asking(form, "person"),
    files: asking(form, "file"),
    ...(pressed === undefined ? {} : { pressed }),
  };
  return { ...form, id: Buffer.from(JSON.stringify(of)).toString("base64url") };
}

/** What a form's id says; undefined when it was not made here. */
export function readOpening(id: string): Opening | undefined {
  try {
    return opening.parse(JSON.parse(Buffer.from(id, "base64url").toString()));
  } catch {
    return undefined;
  }
}
