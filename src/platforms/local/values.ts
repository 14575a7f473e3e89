import type { Given, Raw } from "../../chat/ask.ts";
import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { LocalPerson } from "./deps.ts";
import { type Directory, here } from "./directory.ts";
import type { Opening } from "./open-form.ts";
import { type Refusal, refusals } from "./refusals.ts";
import type { Uploads } from "./uploads.ts";
import { clean } from "./view-codec.ts";

/** A form's value as it is sent: text, or a person or an uploaded file by id. */
export type Sent = string | { readonly person: string } | { readonly file: string };

type ValuesDeps = { readonly directory: Directory; readonly uploads: Uploads };

/** Makes what was sent into what the form's parameters read; an id that is unknown is refused by its field. */
export async function readSent(
  { directory, uploads }: ValuesDeps,
  person: LocalPerson,
  { people, files }: Opening,
  values: Readonly<Record<string, Sent>>,
): Promise<Outcome<Given, Refusal>> {
  const given: Record<string, Raw> = {};
  for (const [name, sent] of Object.entries(values)) {
    const wrong = (refusal: Refusal) => refuse(refusals.wrongField(name, refusal, refusal.say(person.locale)));
    const fileId = typeof sent === "object" && "file" in sent ? sent.file : files.includes(name) ? sent : undefined;
    const personId = typeof sent === "object" && "person" in sent ? sent.person : undefined;
    if (typeof fileId === "string" && fileId !== "") {
      const file = uploads.find(person.id, fileId);
      if (file === undefined) return wrong(refusals.unknownFile);
      given[name] = { file };
    } else if (personId !== undefined) {
      if ((await directory.person(personId)) === undefined) return wrong(refusals.unknownPerson(personId));
      given[name] = { account: { ...here, user: personId } };
    } else if (typeof sent === "string") {
      const known = people.includes(name) && (await directory.person(sent)) !== undefined;
      given[name] = known ? { account: { ...here, user: sent } } : clean(sent);
    }
  }
  return done(given);
}
