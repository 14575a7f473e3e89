import { cut } from "../../chat/cut.ts";
import type { Limits } from "../../chat/platform.ts";
import { measure } from "./escape.ts";

/** What one Discord message holds in its embeds and components, a little under the vendor's own figures. */
export const limits: Limits = {
  measure,
  title: 256,
  heading: 256,
  text: 2_000,
  note: 1_000,
  total: 5_700,
  blocks: 40,
  facts: 24,
  factLabel: 240,
  factValue: 1_000,
  tableRows: 60,
  tableColumns: 10,
  tableCell: 60,
  tableText: 2_500,
  buttons: 25,
  buttonLabel: 80,
  menuOptions: 25,
  menuLabel: 150,
  optionLabel: 100,
  alt: 1_000,
};

/** The vendor's own figures, for what has no block in a view. */
export const vendor = {
  embeds: 10,
  embedTotal: 6_000,
  description: 4_096,
  fields: 25,
  attachments: 10,
  /** One embed each, with room for the words between and after them. */
  pictures: 8,
  fileBytes: 10 * 1024 * 1024,
  rows: 5,
  buttonsInRow: 5,
  mentions: 100,
  idLength: 100,
  urlLength: 512,
  choices: 25,
  optionLength: 6_000,
  options: 25,
  commands: 100,
  description100: 100,
  modalFields: 5,
  modalTitle: 45,
  modalText: 4_000,
} as const;

/** Plain text of at most `max` UTF-16 units, a cut shown by an ellipsis. */
export const shorten = (text: string, max: number): string => cut(text, max, (of) => of.length);
