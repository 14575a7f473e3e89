import type { Locale } from "../kernel/locale.ts";
import { words } from "./messages.ts";
import { plainSpan } from "./plain.ts";
import type { Limits } from "./platform.ts";
import { type Block, note, type Span, type Spans, type View } from "./view.ts";

type Measure = Limits["measure"];

/** The longest start of `text` that measures at most `max`, never half a character. */
function startOf(text: string, max: number, measure: Measure): string {
  if (measure(text) <= max) return text;
  const characters = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text.slice(0, max))];
  let low = 0;
  let high = characters.length;
  const upTo = (count: number) => text.slice(0, characters[count]?.index ?? Math.min(text.length, max));
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(upTo(middle)) <= max) low = middle;
    else high = middle - 1;
  }
  return upTo(low);
}

/** Text cut to measure at most `max`, the cut shown by an ellipsis. */
const cut = (text: string, max: number, measure: Measure) =>
  measure(text) <= max ? text : `${startOf(text, max - 1, measure).trimEnd()}…`;

const withText = (span: Span, text: string): Span => {
  if (typeof span === "string") return text;
  return span.is === "person" ? { ...span, name: text } : { ...span, text };
};

const spanText = (span: Span) => (typeof span === "string" ? span : span.is === "person" ? span.name : span.text);

/** Room that a span's own marks take beside its text: a mention, a link's address, the ticks around code. */
const overhead = (span: Span, measure: Measure) => {
  if (typeof span === "string") return 0;
  if (span.is === "link") return measure(span.url) + 8;
  return span.is === "instant" ? 60 : 40;
};

/** Spans cut to measure at most `max`, saying how many characters were left out. */
function cutSpans(spans: Spans, max: number, measure: Measure, locale: Locale): Spans {
  const size = (span: Span) => measure(spanText(span)) + overhead(span, measure);
  const all = spans.reduce((sum, span) => sum + size(span), 0);
  if (all <= max) return spans;
  const characters = spans.reduce((sum, span) => sum + spanText(span).length, 0);
  let room = max - words.moreText(characters)(locale).length;
  let kept = 0;
  const fitted: Span[] = [];
  for (const span of spans) {
    const own = room - overhead(span, measure);
    const shown = own > 0 ? startOf(spanText(span), own, measure) : "";
    if (shown !== "") fitted.push(withText(span, shown));
    kept += shown.length;
    if (shown.length < spanText(span).length) break;
    room -= size(span);
  }
  return [...fitted, words.moreText(characters - kept)(locale)];
}

/** The first of `items`, with a last one that says how many more there are. */
function first<T>(items: readonly T[], max: number, more: (left: number) => T): readonly T[] {
  return items.length <= max ? items : [...items.slice(0, max - 1), more(items.length - max + 1)];
}

/** The most rows whose cells together measure at most `max`. */
function rowsWithin(rows: readonly (readonly string[])[], max: number, measure: Measure): number {
  let used = 0;
  const over = rows.findIndex((row) => {
    used += row.reduce((sum, cell) => sum + measure(cell) + 2, 1);
    return used > max;
  });
  return over === -1 ? rows.length : over;
}

function fitTable(table: Extract<Block, { is: "table" }>, limits: Limits, locale: Locale): Block {
  const { measure } = limits;
  const columns = table.columns.slice(0, limits.tableColumns);
  const cells = (row: readonly string[]) => columns.map((_, i) => cut(row[i] ?? "", limits.tableCell, measure));
  const rows = table.rows.map(cells);
  const widest = Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + measure(cell) + 2, 1)), 1);
  const byText = Math.max(
    1,
    Math.min(rowsWithin(rows, limits.tableText, measure), Math.floor(limits.tableText / widest)),
  );
  const shown = first(rows, Math.min(limits.tableRows, byText), (left) =>
    columns.map((_, i) => (i === 0 ? words.moreItems(left)(locale) : "")),
  );
  return { ...table, columns, rows: shown };
}

function fitBlock(block: Block, limits: Limits, locale: Locale): readonly Block[] {
  const { measure } = limits;
  switch (block.is) {
    case "heading":
      return [{ ...block, text: cut(block.text, limits.heading, measure) }];
    case "text":
      return [{ ...block, spans: cutSpans(block.spans, limits.text, measure, locale) }];
    case "note":
      return [{ ...block, spans: cutSpans(block.spans, limits.note, measure, locale) }];
    case "list":
      return [fitList(block.items, limits, locale)];
    case "facts": {
      const fitted = block.facts.map(({ label, value }) => ({
        label: cut(label, limits.factLabel, measure),
        value: cutSpans(value, limits.factValue, measure, locale),
      }));
      return [
        {
          ...block,
          facts: first(fitted, limits.facts, (left) => ({ label: "…", value: [words.moreItems(left)(locale)] })),
        },
      ];
    }
    case "table":
      return [fitTable(block, limits, locale)];
    case "buttons": {
      const labelled = block.buttons.map((button) => ({
        ...button,
        label: cut(button.label, limits.buttonLabel, measure),
      }));
      const shown = labelled.slice(0, limits.buttons);
      const left = labelled.length - shown.length;
      return [{ ...block, buttons: shown }, ...(left > 0 ? [note(words.moreItems(left)(locale))] : [])];
    }
    case "menu": {
      const options = block.options.slice(0, limits.menuOptions);
      const left = block.options.length - options.length;
      const shown = options.map((option) => ({ ...option, label: cut(option.label, limits.optionLabel, measure) }));
      const menu = { ...block, label: cut(block.label, limits.menuLabel, measure), options: shown };
      return [menu, ...(left > 0 ? [note(words.moreItems(left)(locale))] : [])];
    }
    case "image":
      return [{ ...block, alt: cut(block.alt, limits.alt, measure) }];
    case "divider":
    case "file":
      return [block];
  }
}

function fitList(items: readonly Spans[], limits: Limits, locale: Locale): Block {
  const room = limits.text - words.moreItems(items.length)(locale).length - 4;
  const kept: Spans[] = [];
  let used = 0;
  for (const item of items) {
    const size = sizeOf(item, limits.measure) + 3;
    if (kept.length > 0 && used + size > room) break;
    kept.push(cutSpans(item, Math.max(1, room - used - 3), limits.measure, locale));
    used += size;
  }
  const left = items.length - kept.length;
  return { is: "list", items: left > 0 ? [...kept, [words.moreItems(left)(locale)]] : kept };
}

const sizeOf = (spans: Spans, measure: Measure) =>
  spans.reduce((sum, span) => sum + measure(plainSpan(span)) + overhead(span, measure), 0);

/** All text that a block shows, as the platform counts it. */
function weight(block: Block, measure: Measure): number {
  switch (block.is) {
    case "heading":
      return measure(block.text);
    case "text":
    case "note":
      return sizeOf(block.spans, measure);
    case "list":
      return block.items.reduce((sum, item) => sum + sizeOf(item, measure) + 3, 0);
    case "facts":
      return block.facts.reduce((sum, fact) => sum + measure(fact.label) + sizeOf(fact.value, measure), 0);
    case "table":
      return [block.columns.map((c) => c.label), ...block.rows]
        .flat()
        .reduce((sum, cell) => sum + measure(cell) + 2, 0);
    default:
      return 0;
  }
}

/**
 * Makes a view obey a platform's limits before it is rendered. Whatever is left out is said ("12 more…"), and the
 * buttons survive when text must go.
 */
export function fit(view: View, limits: Limits, locale: Locale): View {
  const title = cut(view.title, limits.title, limits.measure);
  const fitted = view.blocks.flatMap((block) => fitBlock(block, limits, locale));
  const isControl = (block: Block) => block.is === "buttons" || block.is === "menu";
  const room = limits.blocks - 1 - fitted.filter(isControl).length;
  let total = limits.measure(title);
  let used = 0;
  let left = 0;
  const kept = fitted.filter((block) => {
    if (isControl(block)) return true;
    total += weight(block, limits.measure);
    used += 1;
    const fits = left === 0 && used <= room && total <= limits.total - 40;
    if (!fits) left += 1;
    return fits;
  });
  if (left === 0) return { ...view, title, blocks: kept };
  const controls = kept.findIndex(isControl);
  const at = controls === -1 ? kept.length : controls;
  return { ...view, title, blocks: [...kept.slice(0, at), note(words.moreItems(left)(locale)), ...kept.slice(at)] };
}
