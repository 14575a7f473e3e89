import { fit as shorten } from "../../chat/fit.ts";
import type { Limits } from "../../chat/platform.ts";
import type { View } from "../../chat/view.ts";
import type { Locale } from "../../kernel/locale.ts";

/**
 * What one Slack message holds, in UTF-16 units of shown text. Slack counts header (150), button (75) and option (75)
 * by character; a message has 50 blocks, of which the title takes one.
 */
export const limits: Limits = {
  measure: (text) => text.length,
  title: 145,
  heading: 300,
  text: 2800,
  note: 2000,
  total: 9000,
  blocks: 49,
  facts: 40,
  factLabel: 100,
  factValue: 600,
  tableRows: 99,
  tableColumns: 20,
  tableCell: 300,
  tableText: 2800,
  buttons: 25,
  buttonLabel: 75,
  menuOptions: 100,
  menuLabel: 150,
  optionLabel: 75,
  alt: 500,
};

/**
 * All text of a message in UTF-8: Slack answers `msg_blocks_too_long` somewhere above 10,600 bytes, which Chinese text
 * reaches at a third of the characters. Measured by others; not in Slack's documentation.
 */
const bytes: Limits = {
  ...(Object.fromEntries(Object.keys(limits).map((name) => [name, Number.POSITIVE_INFINITY])) as Record<
    Exclude<keyof Limits, "measure">,
    number
  >),
  measure: (text) => Buffer.byteLength(text),
  total: 9500,
};

/** The view as far as one Slack message holds it, what is left out being said. */
export const fitted = (view: View, locale: Locale): View => shorten(shorten(view, limits, locale), bytes, locale);
