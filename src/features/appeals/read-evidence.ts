import type { IncomingFile } from "../../chat/ask.ts";
import type { Appeals } from "./card.ts";
import type { Evidence } from "./domain.ts";

/** What was given as evidence: a link, a file, both or nothing; a file is kept from here on. */
export async function readEvidence(
  { link, file }: { readonly link?: string | undefined; readonly file?: IncomingFile | undefined },
  appeals: Pick<Appeals, "keepFile">,
  at: Date,
): Promise<readonly Evidence[]> {
  const kept = file && (await appeals.keepFile({ name: file.name, content: await file.read() }, at));
  return [...(link === undefined ? [] : [{ link }]), ...(kept === undefined ? [] : [kept])];
}
