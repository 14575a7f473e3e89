import { note, type View } from "../../../chat/view.ts";
import type { Localised } from "../../../kernel/locale.ts";
import { caseWords as words } from "../messages/case.ts";

/** What files of such endings are; of anything else nothing is claimed. */
const types: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  pdf: "application/pdf",
  txt: "text/plain",
  csv: "text/csv",
  mp3: "audio/mpeg",
  wav: "audio/wav",
};

const typeOf = (name: string): string => {
  const [, ending = ""] = /\.([a-z0-9]+)$/i.exec(name) ?? [];
  return types[ending.toLowerCase()] ?? "application/octet-stream";
};

/** A file that was put forward. */
export const evidenceView =
  ({ name, content }: { readonly name: string; readonly content: Uint8Array }): Localised<View> =>
  ({ locale }) => ({
    title: name,
    blocks: [note(words.fileIsTheirs(locale)), { is: "file", name, type: typeOf(name), content }],
  });
