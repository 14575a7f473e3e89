import { done, type Outcome, refuse } from "../../kernel/outcome.ts";
import type { LocalPerson } from "./deps.ts";
import type { Directory } from "./directory.ts";
import type { LocalMessages } from "./messages.ts";
import { type Refusal, refusals } from "./refusals.ts";
import { type Shown, shown } from "./shown.ts";

type ReadingDeps = { readonly directory: Directory; readonly messages: LocalMessages };
type Asked = { readonly place: string; readonly limit: number; readonly before?: string | undefined };

/** The newest messages that a person sees in a place, oldest first. */
export async function readMessages(
  { directory, messages }: ReadingDeps,
  person: LocalPerson,
  { place, limit, before }: Asked,
): Promise<Outcome<readonly Shown[], Refusal>> {
  if ((await directory.place(person.id, place)) === undefined) return refuse(refusals.unknownPlace(place));
  const older = before === undefined ? {} : { before: new Date(before) };
  const list = await messages.list({ place, person: person.id, limit, ...older });
  return done(list.map((message) => shown(message, person.id)));
}

type Part = { readonly headers: Readonly<Record<string, string>>; readonly content: Buffer };

/** A name for a header: what is not plain ASCII is percent-encoded (RFC 8187). */
const attached = (name: string) => {
  const safe = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `attachment; filename*=UTF-8''${safe}`;
};

/** A picture or file of a message that the person sees, by the place of its block; files come only as downloads. */
export async function partOf(
  { directory, messages }: ReadingDeps,
  person: LocalPerson,
  id: string,
  index: string,
): Promise<Outcome<Part, Refusal>> {
  const message = await messages.find(id);
  if (message === undefined || !(await directory.sees(person.id, message))) return refuse(refusals.unknownMessage(id));
  const block = message.view.blocks[Number(index)];
  switch (block?.is) {
    case "image":
      return done({ headers: { "content-type": "image/png" }, content: Buffer.from(block.png) });
    case "file": {
      const type = /^[\w.+-]+\/[\w.+-]+$/.test(block.type) ? block.type : "application/octet-stream";
      const headers = { "content-type": type, "content-disposition": attached(block.name) };
      return done({ headers, content: Buffer.from(block.content) });
    }
    default:
      return refuse(refusals.unknownFile);
  }
}
