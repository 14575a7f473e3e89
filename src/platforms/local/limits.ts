import type { Limits } from "../../chat/platform.ts";

/** What the page shows of one message: generous, so that a runaway view is still readable. */
export const limits: Limits = {
  measure: (text) => text.length,
  title: 300,
  heading: 300,
  text: 20_000,
  note: 4_000,
  total: 60_000,
  blocks: 100,
  facts: 60,
  factLabel: 200,
  factValue: 2_000,
  tableRows: 500,
  tableColumns: 30,
  tableCell: 1_000,
  tableText: 40_000,
  buttons: 25,
  buttonLabel: 120,
  menuOptions: 500,
  menuLabel: 120,
  optionLabel: 200,
  alt: 1_000,
};

/** The most UTF-16 units that a person can say at once. */
export const longestLine = 100_000;
